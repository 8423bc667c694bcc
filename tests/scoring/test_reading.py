import csv
import gzip
import io
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqtui.errors import InputError
from seqtui.scoring import Scorer, score_file
from seqtui.tables.detection import detect_layout
from seqtui.tables.layout import TableOptions
from seqtui.tables.reading import open_table
from seqtui.tables.rows import RowErrors
from seqtui.tables.selection import ColumnSelection
from seqtui.tables.streams import open_source
from tests.scoring.conftest import read_rows


def read(path: Path, column: str | None = None) -> list[str]:
    """Read the reviews of a file."""
    with open_source(str(path)) as source:
        layout = detect_layout(source, str(path), TableOptions(), has_columns=column is not None)
        selection = ColumnSelection(column or "text", None, ["negative", "positive"])
        table = open_table(source, layout, selection, RowErrors(source.name), same_columns=False)
        return [text for chunk in table.chunks() for text in chunk.texts]


def test_text_lines(tmp_path: Path) -> None:
    path = tmp_path / "reviews.txt"
    path.write_bytes("\ufeffgood\r\n\nbad \u2028 still bad\nlast".encode())
    assert read(path) == ["good", "", "bad \u2028 still bad", "last"]
    path.write_bytes(b"\xef\xbb\xbf")
    assert read(path) == []


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs", "Cc"])),
            st.text("ab\n,\"'\t\r"),
        )
    ),
    st.sampled_from([("csv", "excel"), ("tsv", "excel-tab")]),
)
def test_csv_of_another_writer_is_read_unchanged(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], kind: tuple[str, str]
) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, dialect=kind[1]).writerows([("id", "review"), *rows])
    path = tmp_path_factory.mktemp("csv") / f"reviews.{kind[0]}"
    path.write_bytes(buffer.getvalue().encode())
    assert read(path, "review") == [review for _, review in rows]


def test_the_format_follows_from_the_extension_or_the_first_bytes(tmp_path: Path) -> None:
    for name, content, texts in (
        ("a.CSV", b"\xef\xbb\xbftext,n\ngood,1\n", ["good"]),
        ("a.txt", b"text,n\ngood,1\n", ["text,n", "good,1"]),
        ("a.log.gz", gzip.compress(b"good\n") + gzip.compress(b"bad\n"), ["good", "bad"]),
        ("a.unknown", b'{"text": "good"}\n', ["good"]),
        ("b.unknown", b"{good}\n", ["{good}"]),
        ("a.gz", b"not packed\n", ["not packed"]),
    ):
        (tmp_path / name).write_bytes(content)
        assert read(tmp_path / name) == texts
    (tmp_path / "c.unknown").write_bytes(b"n,review\n1,good\n")
    assert read(tmp_path / "c.unknown", "review") == ["good"]


def test_a_review_longer_than_the_limit_of_the_csv_module(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("text\n" + "a" * 300_000 + "\n")
    assert [len(text) for text in read(path)] == [300_000]


# name, content, line of the bad row, reason, texts of the good rows
BAD = [
    ("a.csv", b"text,n\ngood,1\nbad\nfine,2\n", 3, "1 field, the header has 2", ["good", "fine"]),
    ("b.csv", b'text,n\n"a\nb",1\nbad,2,3\nfine,2\n', 4, "3 fields, the header has 2", ["a\nb", "fine"]),
    ("c.csv", b'text\ngood\n"open\nfine\n', 3, "a quote is opened and never closed", ["good", "fine"]),
    ("d.csv", b'text\n"o"pen\nfine\n', 2, "a closing quote in the middle of a field", ["fine"]),
    ("e.csv", b'text,n\n"open,1\nfine,2\n"good",3\n', 2, "a closing quote in the middle", ["fine", "good"]),
    ("f.csv", b"text\ngo\rod\nfine\n", 2, "a carriage return outside of quotes", ["fine"]),
    ("g.csv", b'text\ng\xc3\xb6od\n"a\nb\xe4d"\nfine\n', 3, "byte 2 of line 4 is not", ["göod", "fine"]),
    ("h.csv", b"text\n" + b"x" * 200 + b"\nfine\n", 2, "longer than", ["fine"]),
    ("i.csv", b'text\n"' + b"x\n" * 99 + b"fine\n", 2, "a quote is opened", ["x"] * 98 + ["fine"]),
    ("a.tsv", b"text\tn\ngood\t1\nbad\n", 3, "1 field, the header has 2", ["good"]),
    ("a.txt", b"g\xc3\xb6od\nb\xe4d\nfine\n", 2, r"byte 2 of line 2 is not UTF-8 \(0xe4\)", ["göod", "fine"]),
    ("b.txt", b"good\n" + b"x" * 300 + b"\nfine", 2, "longer than", ["good", "fine"]),
    ("a.jsonl", b'{"text": "good"}\n[1]\n', 2, "expected a JSON object, found a list", ["good"]),
    ("b.jsonl", b'{"text": "good"}\n{"tex\n', 2, "invalid JSON", ["good"]),
    ("c.jsonl", b'{"text": "good"}\n{"n": 1, "m": 2}\n', 2, "no key 'text'; its keys are: n, m", ["good"]),
    ("d.jsonl", b'{"text": null}\n{"text": "good"}\n', 1, "its 'text' is null, not a string", ["good"]),
    ("e.jsonl", b'{"text": "good"}\n{"text": 3}\n', 2, "its 'text' is a number, not a string", ["good"]),
    ("f.jsonl", b'{"text": "\xe4"}\n{"text": "g\xc3\xb6od"}\n', 1, "byte 11 of line 1 is not", ["göod"]),
    ("g.jsonl", b"[" * 99 + b'\n{"text": "good"}\n', 1, "invalid JSON|expected a JSON object", ["good"]),
    ("h.jsonl", b'{"text":"' + b"x" * 99 + b'\n{"text": "good"}\n', 1, "longer than", ["good"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "line", "reason", "texts"), BAD, ids=[bad[0] for bad in BAD])
def test_a_bad_row_is_an_error_or_is_rejected(
    tmp_path: Path, scorer: Scorer, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, line: int,
    reason: str, texts: list[str],
) -> None:  # fmt: skip
    for module in ("lines", "csv_rows"):
        monkeypatch.setattr(f"seqtui.tables.{module}.MAX_ROW_BYTES", 100)
    source, output, errors = tmp_path / name, tmp_path / "scores.jsonl", tmp_path / "errors.jsonl"
    source.write_bytes(content)
    with pytest.raises(
        InputError, match=rf"{name}, line {line}: ({reason}).* \(--errors FILE collects such rows"
    ) as raised:
        score_file(scorer, source, output)
    assert "\n" not in str(raised.value)
    assert not output.exists()

    summary = score_file(scorer, source, output, errors=errors)
    assert (summary.rejected, summary.reviews) == (1, len(texts))
    assert [row["text"] for row in read_rows(output)] == texts
    (rejected,) = read_rows(errors)
    assert rejected["line"] == line
    if rejected["raw"] is not None:
        first = content.splitlines(keepends=True)[line - 1].decode("utf-8", "backslashreplace")
        assert rejected["raw"].startswith(first)


def test_without_rejected_rows_the_errors_file_is_empty(tmp_path: Path, scorer: Scorer) -> None:
    (tmp_path / "a.txt").write_text("good\n")
    score_file(scorer, tmp_path / "a.txt", tmp_path / "a.csv", errors=tmp_path / "errors.jsonl")
    assert (tmp_path / "errors.jsonl").read_bytes() == b""


NUMBERS = gzip.compress(b"text\n" + b"".join(b"%d\n" % number**3 for number in range(9999)))
DAMAGED = NUMBERS[:5000] + b"\xff" * 50 + NUMBERS[5050:]


UNREADABLE = [
    ("a.csv", b"n,label\n1,1\n2,1\n", "no column looks like text; set it with --text-column .*: n, label"),
    ("a.csv", b"", "line 1: no header, the file is empty"),
    ("a.csv", b"\n\n", "line 1: no header, the file is empty"),
    ("a.csv", b"t\xe4xt\ng\xc3\xb6od\n", "line 1: byte 2 of line 1 is not UTF-8"),
    ("a.csv", b'"text\ngood\n', "line 1: a quote is opened and never closed"),
    ("a.csv.gz", gzip.compress(b"text\n" + b"good\n" * 99)[:-9], r"line \d+: cannot be read"),
    ("a.csv.gz", DAMAGED, r"line \d+: cannot be read"),
    ("a.csv.gz", b"\x1f\x8b" + b"damaged " * 9, "cannot be read"),
    ("a.txt.zst", pyarrow.compress(b"good\n" * 99, "zstd", asbytes=True)[:-3], "cannot be read"),
    ("a.parquet", b"PAR1 not", "not a readable Parquet file"),
    ("a.parquet", b"", "not a readable Parquet file"),
    ("a.parquet", gzip.compress(b"PAR1"), "Parquet is read from a plain file"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "message"), UNREADABLE, ids=map(str, range(len(UNREADABLE))))
def test_an_unreadable_file_is_reported(
    tmp_path: Path, scorer: Scorer, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    for errors in (None, tmp_path / "errors.jsonl"):
        with pytest.raises(InputError, match=rf"{name}.*{message}") as raised:
            score_file(scorer, tmp_path / name, tmp_path / "scores.csv", errors=errors)
        assert "\n" not in str(raised.value)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_parquet_rows_without_text_are_refused_or_rejected(tmp_path: Path, scorer: Scorer) -> None:
    path, errors = tmp_path / "a.parquet", tmp_path / "errors.jsonl"
    raw = pyarrow.array([b"good", None, b"b\xe4d", b"fine"])
    pyarrow.parquet.write_table(pyarrow.table({"n": [1, 2, 3, 4], "text": raw.view(pyarrow.string())}), path)
    with pytest.raises(InputError, match=r"a\.parquet, row 2: its 'text' is null"):
        score_file(scorer, path, tmp_path / "scores.parquet")
    score_file(scorer, path, tmp_path / "scores.parquet", errors=errors)
    assert [(row["n"], row["text"]) for row in read_rows(tmp_path / "scores.parquet")] == [
        (1, "good"),
        (4, "fine"),
    ]
    assert read_rows(errors) == [
        {"row": 2, "reason": "its 'text' is null", "raw": None},
        {"row": 3, "reason": "its 'text' is not UTF-8", "raw": "b\\xe4d"},
    ]
    for column, message in (
        ("n", "the column 'n' has type int64, not text"),
        ("x", "use --text-column with one of: n, text"),
    ):
        with pytest.raises(InputError, match=message):
            score_file(scorer, path, tmp_path / "scores.csv", text_column=column)


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"--input .*none\.txt: No such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(InputError, match="Is a directory"):
        read(tmp_path)
