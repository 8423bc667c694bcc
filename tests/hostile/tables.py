"""Damaged files of reviews: CSV, TSV, JSON lines, Parquet, text lines and compressed files."""

import base64
import csv
import gzip
import io
import json
import struct
from collections.abc import Iterator
from functools import partial
from typing import Any

import pyarrow
import pyarrow.parquet

from tests.hostile.damage import Content, texts

ROWS: list[dict[str, Any]] = [
    {
        "text": f'Review {number}: "isn\'t it" fine,\nélan 日本語 <br /> ' + "word " * (number % 7),
        "label": ("negative", "positive")[number % 2],
        "stars": number - 20,
    }
    for number in range(40)
]


def as_csv(delimiter: str = ",", rows: list[dict[str, Any]] = ROWS) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, rows[0].keys(), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def as_json_lines(rows: list[dict[str, Any]] = ROWS) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def as_parquet(table: Any = None, **options: Any) -> bytes:
    file = io.BytesIO()
    table = pyarrow.Table.from_pylist(ROWS) if table is None else table
    pyarrow.parquet.write_table(table, file, **options)
    return file.getvalue()


def as_lines() -> bytes:
    return "".join(row["text"].replace("\n", " ") + "\n" for row in ROWS).encode()


def csv_crafted(delimiter: str = ",") -> Iterator[tuple[str, bytes]]:
    """Yield a description of the damage and the file."""
    header, good = b"text,label\n", b"A fine film,positive\n"
    for how, content in (
        ("a header alone", header),
        ("an empty header", b"\n\n" + good),
        ("no column of text", b"review,label\n" + good),
        ("a column twice", b"text,text,label\na,b,positive\n"),
        ("a quote never closed", header + b'"A fine film,positive\n' + good * 100),
        ("a quote never closed in the header", b'"text,label\n' + good * 100),
        ("a quote closed in the middle", header + b'"A fine" film,positive\n'),
        ("fields missing", header + good + b"A fine film\n"),
        ("too many fields", header + good + b"a,b,c,d\n"),
        ("an unknown label", header + b"A fine film,excellent\n"),
        ("escapes in a label", header + b"A fine film,\x1b]52;c;aGk=\x07[/]\n"),
        ("escapes in the header", b"\x1b[2J[/bold],\x9b31m\xc2\x9b31m\n" + good),
        ("NUL", header + b"A fine\0film,positive\n"),
        ("a field of 20 MB", header + b"a" * (20 << 20) + b",positive\n"),
        ("a quoted field of 20 MB", header + b'"' + b"a\n" * (10 << 20) + b'",positive\n'),
        ("200,000 columns", b",".join(b"c%d" % n for n in range(200_000)) + b"\n" + good),
        ("200,000 columns of one name", b",".join([b"text"] * 200_000) + b"\n" + good),
        ("200,000 fields", header + b",".join([b"x"] * 200_000) + b"\n"),
        ("a million quotes", header + b'"' * 1_000_001 + b"\n"),
        ("a million quotes, one opened on each line", header + b'"\n' * 300_000 + b'x"y,\n'),
        ("half surrogates", header + b"\xed\xa0\x80 film,positive\n"),
        ("overlong UTF-8", header + b"\xc0\xaf film,positive\n"),
        ("blank lines", header + b"\r\n" * 500_000 + good),
    ):
        yield how, content.replace(b",", delimiter.encode())
    yield from texts(as_csv(delimiter)).items()


def json_crafted() -> Iterator[tuple[str, bytes]]:
    """Yield a description of the damage and the file."""
    good = b'{"text": "A fine film", "label": "positive"}\n'
    text = b'{"text": %b}\n'
    yield from {
        "nested 100,000 deep": text % (b"[" * 100_000 + b"]" * 100_000),
        "nested after the text": b'{"text": "a", "x": ' + b'{"a":' * 50_000 + b"1" + b"}" * 50_000 + b"}\n",
        "opened and never closed": b"[" * 1_000_000,
        "no object": b"[1, 2]\n",
        "a number": b"1\n",
        "one array of all": b"[" + good.strip() + b"," + good.strip() + b"]\n",
        "no text": b'{"review": "A fine film"}\n',
        "null for a text": text % b"null",
        "a number for a text": text % b"1",
        "a list for a text": text % b'["a"]',
        "an object for a text": text % b'{"a": 1}',
        "a number of 100,000 digits": b'{"text": "a", "x": ' + b"9" * 100_000 + b"}\n",
        "numbers beyond float64": b'{"text": "a", "x": 1e999, "y": -1e999}\n',
        "not a number": b'{"text": "a", "x": NaN}\n',
        "infinity": b'{"text": "a", "x": -Infinity}\n',
        "a key twice": b'{"text": "a", "text": 1}\n',
        "half surrogates": text % b'"\\ud800 film"',
        "an escaped NUL": text % b'"a\\u0000b"',
        "a raw control": text % b'"a\x01b"',
        "an invalid escape": text % b'"\\x41"',
        "hostile keys": b'{"\\u001b[2J[/]": 1}\n',
        "100,000 keys": b'{"text": "a", ' + b", ".join(b'"k%d": 1' % n for n in range(100_000)) + b"}\n",
        "a text of 20 MB": text % (b'"' + b"a" * (20 << 20) + b'"'),
        "columns named like results": b'{"text": "a", "label": 1, "predicted_label": 2}\n',
        "a first row with other keys": good + b'{"text": "b", "predicted_label": 1}\n',
        "cut in a row": good + b'{"text": "A fi',
        "two objects on a line": good.strip() + good,
        "a comma too many": b'{"text": "a",}\n',
        "single quotes": b"{'text': 'a'}\n",
        "blank lines": b"\n" * 500_000,
        "98 nested lists": b'{"text": "a", "x": ' + b"[" * 98 + b"1" + b"]" * 98 + b"}\n",
        "an object without keys": b'{"text": "a", "x": {}}\n',
        "types that change": b'{"text": "a", "x": 1}\n' * 3000 + b'{"text": "a", "x": {"a": [true, 1e9]}}\n',
        "keys that are data": b"".join(b'{"text": "a", "x": {"k%d": 1}}\n' % n for n in range(9000)),
    }.items()
    yield from texts(as_json_lines()).items()


def parquet_crafted() -> Iterator[tuple[str, Content]]:
    """Yield a description of the damage and the file."""
    valid = as_parquet()
    yield "one magic number", b"PAR1"
    yield "two magic numbers", b"PAR1PAR1"
    yield "an encrypted footer", valid[:-4] + b"PARE"
    for length in (0, 1, 2**31 - 1, 2**32 - 1):
        yield f"a footer of {length} bytes", valid[:-8] + struct.pack("<I", length) + b"PAR1"
    text = ["A fine film"] * 3
    one = pyarrow.table({"text": text})
    for how, table in {
        "no rows": one.slice(0, 0),
        "no columns": pyarrow.table({}),
        "no column of text": pyarrow.table({"review": text}),
        "numbers for texts": pyarrow.table({"text": [1, 2, 3]}),
        "lists for texts": pyarrow.table({"text": [["a"], ["b"], None]}),
        "objects for texts": pyarrow.table({"text": [{"a": "b"}] * 3}),
        "bytes for texts": pyarrow.table({"text": [b"\xff", b"a", b"b"]}),
        "nulls for texts": pyarrow.table({"text": pyarrow.nulls(3)}),
        "some nulls": pyarrow.table({"text": pyarrow.array(["a", None, "b"])}),
        "dates beyond Python's": pyarrow.table(
            {"text": text, "day": pyarrow.array([2**62, 0, 1], "timestamp[us]")}
        ),
        "nanoseconds": pyarrow.table({"text": text, "day": pyarrow.array([1, 2, 3], "timestamp[ns]")}),
        "10,000 columns": pyarrow.table({"text": ["a"], **{f"c{n}": [1] for n in range(10_000)}}),
        "a column twice": pyarrow.Table.from_arrays([pyarrow.array(text)] * 2, ["text", "text"]),
        "hostile names": pyarrow.table({"\x1b]0;owned\x07[/]": text}),
        "columns named like results": pyarrow.table({"text": text, "label": text, "predicted_label": text}),
        "durations, decimals and maps": pyarrow.table({
            "text": text,
            "a": pyarrow.array([1, 2, 3], "duration[ns]"),
            "b": pyarrow.array([10**30] * 3, pyarrow.decimal128(38, 0)),
            "c": pyarrow.array([[("k", 1)]] * 3, pyarrow.map_(pyarrow.string(), pyarrow.int64())),
        }),
        "nested 100 deep": pyarrow.table({"text": text, "x": [_nested(100)] * 3}),
    }.items():  # fmt: skip
        yield how, as_parquet(table)
    invalid = pyarrow.array([b"a", b"\xff\xfe", b"b"], pyarrow.binary()).view(pyarrow.string())
    yield "texts that are not UTF-8", as_parquet(pyarrow.table({"text": invalid}))
    yield "rows missing", with_too_few_rows()
    yield "a dictionary beyond the end", with_dictionary_beyond_the_end()
    yield "a column name that is not UTF-8", with_name_of_bytes()
    yield "an encrypted column", with_encrypted_column("label")
    yield "an encrypted text", with_encrypted_column("text")
    yield "a dictionary bomb", _dictionary_bomb
    yield "long texts in few bytes", _long_texts


def with_too_few_rows() -> bytes:
    """Return a file with 40 rows whose metadata declare 60."""
    table = pyarrow.table({"text": ["A fine film"] * 40, "stars": range(40)})
    content = as_parquet(table, use_dictionary=False, write_statistics=False)
    return _with_footer(content, b"\x16" + _varint(40), b"\x16" + _varint(60))


def with_dictionary_beyond_the_end() -> bytes:
    table = pyarrow.table({"text": [f"Film {number}" for number in range(40)], "label": ["positive"] * 40})
    content = as_parquet(table, write_statistics=False)
    chunk = pyarrow.parquet.ParquetFile(io.BytesIO(content)).metadata.row_group(0).column(1)
    return _with_footer(content, b"\x26" + _varint(chunk.dictionary_page_offset), b"\x26" + _varint(8000))


def with_name_of_bytes() -> bytes:
    table = pyarrow.table({"text": ["A fine film"], "caf\u00e9": [1]})
    return as_parquet(table, store_schema=False).replace("\u00e9".encode(), b"\xff\xfe")


def with_encrypted_column(name: str) -> bytes:
    """Return a file with one encrypted column; the others can be read without a key."""
    from pyarrow.parquet import encryption

    class Keys(encryption.KmsClient):  # type: ignore[misc]
        def wrap_key(self, key: bytes, _: str) -> bytes:
            return base64.b64encode(key)

        def unwrap_key(self, key: bytes, _: str) -> bytes:
            return base64.b64decode(key)

    settings = encryption.EncryptionConfiguration(
        footer_key="footer", column_keys={"column": [name]}, plaintext_footer=True
    )
    factory = encryption.CryptoFactory(lambda _: Keys())
    properties = factory.file_encryption_properties(encryption.KmsConnectionConfig(), settings)
    return as_parquet(encryption_properties=properties)


def _varint(number: int) -> bytes:
    """Encode an integer as in the compact protocol of Thrift."""
    number <<= 1
    digits = bytearray()
    while number > 0x7F:
        digits.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*digits, number])


def _with_footer(content: bytes, old: bytes, new: bytes) -> bytes:
    """Return a file with changed bytes in its footer."""
    start = len(content) - 8 - int.from_bytes(content[-8:-4], "little")
    footer = content[start:-8].replace(old, new)
    assert footer != content[start:-8]
    return content[:start] + footer + struct.pack("<I", len(footer)) + b"PAR1"


def _dictionary_bomb() -> bytes:
    repeated = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 1500, "int32"), ["a" * (1 << 20)])
    return as_parquet(pyarrow.table({"text": repeated}), compression="zstd")


def _long_texts() -> bytes:
    long = pyarrow.array(["a" * (30 << 20)] * 40)
    return as_parquet(pyarrow.table({"text": long}), compression="zstd", use_dictionary=False)


def _nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = {"a": value}
    return value


def compressed_crafted() -> Iterator[tuple[str, str, Content]]:
    """Yield a description of the damage, the file extension and the file."""
    plain = as_csv()
    packed = gzip.compress(plain)
    yield "two gzip members", "csv.gz", packed + gzip.compress(b"one,more,1\r\n")
    yield "garbage after the end", "csv.gz", packed + b"garbage"
    yield "a wrong checksum", "csv.gz", packed[:-8] + b"\0\0\0\0" + packed[-4:]
    yield "a wrong length", "csv.gz", packed[:-4] + b"\0\0\0\0"
    yield "twice compressed", "csv.gz", gzip.compress(packed)
    yield "not compressed", "csv.gz", plain
    yield "Parquet in gzip", "parquet.gz", gzip.compress(as_parquet())
    yield "a header alone", "csv.gz", packed[:10]
    yield "a header of Zstandard alone", "csv.zst", b"\x28\xb5\x2f\xfd"
    yield "a window of Zstandard that fills the memory", "csv.zst", b"\x28\xb5\x2f\xfd\x00\xf8\x01\x00\x00"
    for how, piece in (("one line", b"a"), ("blank lines", b"\n"), ("short rows", b"a,positive,1\n")):
        for kind, ending in (("gzip", "gz"), ("Zstandard", "zst")):
            yield (
                f"a {kind} bomb: {how}",
                f"csv.{ending}",
                partial(bomb, kind, b"text,label,stars\n", piece),
            )
    yield "a gzip bomb of lines", "txt.gz", partial(bomb, "gzip", b"", b"\n")
    yield "a gzip bomb of one object", "jsonl.gz", partial(bomb, "gzip", b'{"text": "', b"a")


def bomb(kind: str, start: bytes, piece: bytes, size: int = 6 << 30) -> bytes:
    """Return a small file of many equal compressed members, which unpacks to gigabytes."""
    block = piece * ((64 << 20) // len(piece))

    def packed(content: bytes) -> bytes:
        if kind == "gzip":
            return gzip.compress(content, 9)
        return bytes(pyarrow.compress(content, "zstd", asbytes=True))

    member = packed(block)
    return packed(start) + member * (size // len(block))


def compressed(ending: str, content: bytes) -> bytes:
    """Compress content for the extension .gz or .zst."""
    return (
        gzip.compress(content)
        if ending.endswith("gz")
        else bytes(pyarrow.compress(content, "zstd", asbytes=True))
    )
