"""Detection of formats: each file is read correctly and reported, or refused with the correct reason."""

import bz2
import gzip
import json
import lzma
import pickle
import zipfile
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from seqtui.corpora import Choices, Corpus, load_corpus
from seqtui.corpora.gather import check_columns
from seqtui.corpora.head import read_source_head
from seqtui.errors import InputError
from seqtui.tables.detection import detect_layout
from seqtui.tables.layout import TableOptions
from seqtui.tables.streams import open_source
from tests.tables.files import GOOD, ROWS, csv_lines, write_lines

TEXTS = {text for text, _ in ROWS}
RECORDS = [{"text": text, "label": label} for text, label in ROWS]


def texts_of(corpus: Corpus) -> set[str]:
    return {*corpus.train.texts, *corpus.test.texts}


# name, lines, encoding, line ending, reported layout
READ = [
    ("semicolon.csv", csv_lines("text;label", ";"), "utf-8", "\n", "CSV, separator ';'"),
    ("pipe.csv", csv_lines("text|label", "|"), "utf-8", "\n", "CSV, separator '|'"),
    ("tabs.csv", csv_lines("text\tlabel", "\t"), "utf-8", "\n", "CSV, separator 'tab'"),
    ("sep.csv", ["sep=;", *csv_lines("text;label", ";")], "utf-8", "\r\n", "separator ';', 1 line skipped"),
    ("unicode.txt", csv_lines("text\tlabel", "\t"), "utf-16", "\r\n", "TSV, encoding utf-16"),
    ("without-mark.csv", csv_lines(), "utf-16-le", "\n", "CSV, encoding utf-16-le"),
    ("no-header.csv", csv_lines(""), "utf-8", "\n", "CSV, no header, columns named 1, 2, …"),
    ("no-header.txt", [f"{text}\t{label}" for text, label in ROWS], "utf-8", "\n", "TSV, no header"),
    ("old-mac.csv", csv_lines(), "utf-8", "\r", "CSV, lines end in CR"),
    ("fast.txt", [f"__label__{label} {text}" for text, label in ROWS], "utf-8", "\n", "fastText"),
    ("array.json", [json.dumps(RECORDS)], "utf-8", "\n", "JSON"),
    ("pretty.json", [json.dumps(RECORDS, indent=2)], "utf-8", "\n", "JSON"),
    ("nested.json", [json.dumps({"data": RECORDS})], "utf-8", "\n", "JSON, rows under the key 'data'"),
    ("nested-pretty.json", [json.dumps({"version": 2, "rows": RECORDS, "more": 1}, indent=1)], "utf-8", "\n",
     "rows under the key 'rows'"),
    ("sequence.json", [json.dumps(record, indent=2) for record in RECORDS], "utf-8", "\n", "JSON"),
    ("lists.jsonl", [json.dumps({**record, "label": [record["label"]]}) for record in RECORDS], "utf-8", "\n",
     "JSON lines"),
    ("lines.json", [json.dumps(record) for record in RECORDS], "utf-8", "\n", "JSON lines"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "lines", "encoding", "end", "reported"), READ, ids=[case[0] for case in READ]
)
def test_common_formats_are_read_and_reported(
    tmp_path: Path, name: str, lines: list[str], encoding: str, end: str, reported: str
) -> None:
    path = write_lines(tmp_path / name, lines, encoding, end)
    corpus = load_corpus(str(path))
    assert texts_of(corpus) == TEXTS
    assert corpus.class_names == ("0", "1")
    assert reported in corpus.findings.layout
    assert any(reported in line for line in corpus.findings.lines())
    head = read_source_head(str(path))
    assert (head.problem, head.rows[0][head.columns.index(str(head.text_column))]) == (None, ROWS[0][0])


@pytest.mark.parametrize("packed", ["gz", "zst", "bz2", "xz", "zip", "pzst"])
def test_compressed_files_are_read(tmp_path: Path, packed: str) -> None:
    content = write_lines(tmp_path / "plain.csv", csv_lines()).read_bytes()
    path = tmp_path / f"packed.csv.{packed.removeprefix('p')}"
    if packed == "zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("data/packed.csv", content)
            archive.writestr("__MACOSX/._packed.csv", b"\0\0")
    else:
        zstandard = pyarrow.compress(content, "zstd", asbytes=True)
        path.write_bytes(
            {
                "gz": gzip.compress(content), "bz2": bz2.compress(content), "xz": lzma.compress(content),
                "zst": zstandard, "pzst": b"\x50\x2a\x4d\x18\x04\0\0\0abcd" + zstandard,
            }[packed]
        )  # fmt: skip
    assert texts_of(load_corpus(str(path))) == TEXTS


def test_rows_of_json_lines_may_contain_lists_of_objects(tmp_path: Path) -> None:
    words = {f"{GOOD[n % 4]} {n}": n % 2 for n in range(40)}
    lines = [json.dumps({"text": text, "label": label, "tags": [{"n": 1}]}) for text, label in words.items()]
    for name in ("nested.json", "nested.jsonl"):
        corpus = load_corpus(str(write_lines(tmp_path / name, lines)))
        assert (corpus.findings.layout, texts_of(corpus)) == ("JSON lines", {*words})


def test_a_title_line_is_refused_with_the_option_that_skips_it(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "title.csv", ["Export of 2026-11-01", *csv_lines()])
    with pytest.raises(InputError, match=r"title\.csv: line 1 has 1 field, .* --skip-lines 1"):
        load_corpus(str(path))
    assert texts_of(load_corpus(str(path), choices=Choices(skip_lines=1))) == TEXTS


def test_a_title_that_a_spreadsheet_program_has_filled_with_separators(tmp_path: Path) -> None:
    table = [f"{n},{line}" for n, line in enumerate(csv_lines("text,label"))]
    padded = write_lines(tmp_path / "padded.csv", ["Export of 2026-11-01,,", ",,", *table])
    with pytest.raises(
        InputError, match=r"padded\.csv: line 1 has one field .*, line 3 has 3; .* --skip-lines 2"
    ):
        load_corpus(str(padded))
    assert texts_of(load_corpus(str(padded), choices=Choices(skip_lines=2))) == TEXTS
    unnamed = read_source_head(str(write_lines(tmp_path / "unnamed.csv", [",text,", *table[1:]])))
    assert unnamed.columns == ["column 1", "text", "column 3"]


def test_a_column_that_is_used_cannot_have_the_name_of_another(tmp_path: Path) -> None:
    for names, repeated in (("text,label,label", "label"), ("text,label,text", "text")):
        path = write_lines(
            tmp_path / "twice.csv", [names, *(f"{line},{n}" for n, line in enumerate(csv_lines("")))]
        )
        assert read_source_head(str(path)).warnings == [f"2 columns are called '{repeated}'"]
        for read in (load_corpus, lambda source: check_columns(source, Choices())):
            with pytest.raises(
                InputError, match=rf"twice\.csv: 2 columns are called '{repeated}'; rename one"
            ):
                read(str(path))
    unused = write_lines(
        tmp_path / "unused.csv", [f"{line},{n},{n}" for n, line in enumerate(csv_lines("text,label"))]
    )
    unused.write_text(unused.read_text().replace("text,label,0,0", "text,label,n,n"))
    assert texts_of(load_corpus(str(unused))) == TEXTS


def test_headers_and_data_are_not_confused(tmp_path: Path) -> None:
    six = [
        f'"{4 * label}","{n}","Mon Apr 06","NO_QUERY","user{n}","{text}"'
        for n, (text, label) in enumerate(ROWS)
    ]
    corpus = load_corpus(str(write_lines(tmp_path / "six.csv", six)))
    assert (texts_of(corpus), corpus.class_names) == (TEXTS, ("0", "4"))
    named = ["sentiment,number,day,topic,author,tweet", *six]
    assert texts_of(load_corpus(str(write_lines(tmp_path / "named.csv", named)))) == TEXTS
    numbered = write_lines(tmp_path / "numbered.csv", csv_lines("0,1"))  # as pandas writes unnamed columns
    assert read_source_head(str(numbered)).columns == ["0", "1"]
    forced = load_corpus(str(write_lines(tmp_path / "a.csv", csv_lines(""))), choices=Choices(header=True))
    assert len(texts_of(forced)) == len(ROWS) - 1


def test_decimal_commas_do_not_separate_columns(tmp_path: Path) -> None:
    rows = [f"{n};{text};{label};12,50" for n, (text, label) in enumerate(ROWS)]
    head = read_source_head(str(write_lines(tmp_path / "shop.csv", rows)), Choices(label_column="3"))
    assert head.layout.startswith("CSV, separator ';', no header")
    assert (head.columns, head.text_column, head.warnings) == (["1", "2", "3", "4"], "2", [])
    either = write_lines(tmp_path / "either.csv", [f"a fine text;{n},5" for n in range(60)])
    assert "the separator may also be ';'; --separator sets it" in read_source_head(str(either)).warnings


def test_lines_that_look_like_a_table_are_reported(tmp_path: Path) -> None:
    rows = write_lines(tmp_path / "mail.txt", ["Betreff;Text", *(f"{n};a fine film" for n in range(9))])
    with open_source(str(rows)) as source:
        layout = detect_layout(source, str(rows), TableOptions(), has_columns=False)
    assert layout.format == "lines"
    assert layout.warnings == (
        "each line is read as a text, but has 2 fields separated by ';'; --format csv reads a table",
    )


def test_short_texts_in_wide_characters_are_texts(tmp_path: Path) -> None:
    rows = [f"房间很干净服务也很好{n % 7},{'好' if n % 2 else '差'}" for n in range(60)]
    head = read_source_head(str(write_lines(tmp_path / "hotel.csv", ["评论,标签", *rows])))
    assert (head.text_column, head.label_column) == ("评论", "标签")
    short = write_lines(tmp_path / "short.csv", ["a,b", *(f"crash {n},{n % 2}" for n in range(60))])
    assert "--text-column (the longest values are in 'a'): a, b" in (
        read_source_head(str(short)).problem or ""
    )


def test_literal_quotes_and_backslash_escapes_are_detected(tmp_path: Path) -> None:
    literal = [
        '"Fine film" , she wrote\t1',
        'so-called "art"\t0',
        *(f"{text}\t{label}" for text, label in ROWS),
    ]
    path = write_lines(tmp_path / "literal.tsv", ["text\tlabel", *literal])
    corpus = load_corpus(str(path))
    assert texts_of(corpus) == {'"Fine film" , she wrote', 'so-called "art"', *TEXTS}
    assert "quoting none" in corpus.findings.layout
    escaped = [
        "text\tlabel",
        '"She said \\"fine\\" and left"\t1',
        *(f'"{text}"\t{label}' for text, label in ROWS),
    ]
    corpus = load_corpus(str(write_lines(tmp_path / "escaped.tsv", escaped)))
    assert texts_of(corpus) == {'She said "fine" and left', *TEXTS}
    assert "quoting backslash" in corpus.findings.layout


def test_a_quote_that_spans_many_rows_is_reported_with_its_line(tmp_path: Path) -> None:
    lines = ["text\tlabel", *(f"{text}\t{label}" for text, label in ROWS)]
    lines[10] = '"Fine\t1'
    lines[35] = 'the end"\t0'
    path = write_lines(tmp_path / "swallowed.tsv", lines)
    corpus = load_corpus(str(path))
    assert any("line 11: one row has 26 lines" in line for line in corpus.findings.lines())
    assert len(texts_of(load_corpus(str(path), choices=Choices(quoting="none")))) == len(ROWS)


def test_rows_with_several_labels_are_refused_with_their_line(tmp_path: Path) -> None:
    fast = write_lines(tmp_path / "multi.txt", [f"__label__{n % 2} __label__x {text}" for text, n in ROWS])
    lists = write_lines(
        tmp_path / "multi.jsonl", [json.dumps({"text": text, "label": [label, "x"]}) for text, label in ROWS]
    )
    for path in (fast, lists):
        with pytest.raises(InputError, match=r", line 1: it has 2 labels \([01], x\)"):
            load_corpus(str(path))


def test_a_bad_row_can_be_written_to_an_errors_file(tmp_path: Path) -> None:
    lines = csv_lines()
    lines[31] = "too,many,fields"
    path, errors = write_lines(tmp_path / "bad.csv", lines), tmp_path / "errors.jsonl"
    with pytest.raises(InputError, match=r"bad\.csv, line 32: 3 fields, the header has 2 \(--errors FILE"):
        load_corpus(str(path))
    corpus = load_corpus(str(path), choices=Choices(errors=str(errors)))
    assert texts_of(corpus) == TEXTS - {ROWS[30][0]}
    assert json.loads(errors.read_text()) == {
        "file": str(path), "line": 32, "reason": "3 fields, the header has 2", "raw": "too,many,fields\n",
    }  # fmt: skip


def test_columns_may_have_spaces_around_their_names_or_no_name(tmp_path: Path) -> None:
    padded = write_lines(tmp_path / "padded.csv", csv_lines("review, sentiment"))
    corpus = load_corpus(str(padded), choices=Choices(label_column="sentiment", text_column=" review"))
    assert texts_of(corpus) == TEXTS
    nameless = [f"v2,v1{',' * 3}", *(f'"{text}",{label},a,b,' for text, label in ROWS)]
    head = read_source_head(str(write_lines(tmp_path / "nameless.csv", nameless)))
    assert head.columns == ["v2", "v1", "column 3", "column 4", "column 5"]


def test_the_error_suggests_the_likeliest_label_column(tmp_path: Path) -> None:
    lines = ["airline_sentiment,airline_sentiment_confidence,text"]
    lines += [f'{"good" if label else "bad"},0.{n % 10}7,"{text}"' for n, (text, label) in enumerate(ROWS)]
    with pytest.raises(
        InputError, match=r"--label-column; the likeliest is 'airline_sentiment': airline_sent"
    ):
        load_corpus(str(write_lines(tmp_path / "two.csv", lines)))


UNSUPPORTED = {
    "book.xlsx": (b"PK\x03\x04", "an Excel or OpenDocument workbook; save it as CSV"),
    "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "an Excel 97 workbook"),
    "weka.arff": (b"% a comment\n@RELATION films\n", "Weka's format"),
    "renamed.csv": (pickle.dumps([{"text": "good"}]), "a Python pickle, which may run code"),
    "data.pkl": (pickle.dumps(["good"], protocol=0), "a Python pickle"),
    "base.csv": (b"SQLite format 3\0" + bytes(99), "an SQLite database"),
    "page.html": (b"<!DOCTYPE html><p>good", "XML or HTML"),
    "report.pdf": (b"%PDF-1.7 ...", "a PDF"),
    "noise.csv": (bytes(range(256)) * 9, "many control characters"),
}


@pytest.mark.parametrize("name", UNSUPPORTED)
def test_unsupported_formats_are_refused_by_name(tmp_path: Path, name: str) -> None:
    content, reason = UNSUPPORTED[name]
    path = tmp_path / name
    path.write_bytes(content)
    if name.endswith(".xlsx"):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("xl/workbook.xml", "<workbook/>")
    for read in (load_corpus, read_source_head):
        with pytest.raises(InputError, match=reason) as raised:
            read(str(path))
        assert name in str(raised.value)
        assert "\n" not in str(raised.value)


def test_archives_of_several_files_and_json_of_columns_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("a.csv", "text,label\n")
        archive.writestr("b.csv", "text,label\n")
    with pytest.raises(
        InputError, match=r"two\.zip: contains 2 files \(a\.csv, b\.csv\); unpack it and name one"
    ):
        load_corpus(str(tmp_path / "two.zip"))
    (tmp_path / "columns.json").write_text('{"text": {"0": "good"}, "label": {"0": 1}}')
    with pytest.raises(InputError, match=r"columns\.json: an object of columns.*orient='records'"):
        load_corpus(str(tmp_path / "columns.json"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('[{"text": "good", "label": 1},\n{"text": "ba', r"a\.json, line 2: invalid JSON"),
        ('[{"text": "good", "label": 1},\n', r"a\.json, line 2: the array is not closed"),
        ('[\n{"text": "good" "label": 1}]', r"a\.json, line 2: invalid JSON"),
        ('["good", "bad"]', r"a\.json, line 1: expected a JSON object, found a string"),
        ('[{"text": "a", "label": 1}]\n{"x": 1}', r"a\.json, line 2: there is more text after the end"),
        ("[" * 5000, r"a\.json, line 1: (values are nested too deeply|invalid JSON)"),
    ],
)
def test_damaged_json_is_reported_with_its_line(tmp_path: Path, content: str, reason: str) -> None:
    (tmp_path / "a.json").write_text(content)
    with pytest.raises(InputError, match=reason):
        load_corpus(str(tmp_path / "a.json"))


@pytest.mark.parametrize(
    ("choices", "reason"),
    [
        (Choices(separator=",,"), "--separator ',,': give one character"),
        (Choices(separator='"'), "--separator '\"': give one character"),
        (Choices(quoting="single"), "--quoting single: choose from standard, none, backslash"),
        (Choices(format="xml"), "--format xml: choose from csv"),
        (Choices(encoding="klingon"), "--encoding klingon: no such encoding"),
        (Choices(encoding="base64"), "--encoding base64: no such encoding"),
    ],
)
def test_invalid_options_are_refused(tmp_path: Path, choices: Choices, reason: str) -> None:
    path = write_lines(tmp_path / "a.csv", csv_lines())
    with pytest.raises(InputError, match=reason):
        load_corpus(str(path), choices=choices)


def test_options_override_the_detection(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.txt", [f"{text}\t{label}" for text, label in ROWS])
    with pytest.raises(InputError, match="which column contains the labels"):
        load_corpus(str(path), choices=Choices(format="lines"))
    corpus = load_corpus(str(path), choices=Choices(format="csv", separator="tab", header=False))
    assert texts_of(corpus) == TEXTS
