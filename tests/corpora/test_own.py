import gzip
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pyarrow
import pyarrow.parquet
import pytest

from seqtui.corpora import Choices, Corpus, load_corpus
from seqtui.errors import InputError
from tests.own_data import write_four_labels, write_latin1_csv, write_tree

ROWS = [
    {"id": index, "review": f"{'good' if index % 2 else 'bad'} film number {index}", "stars": 1 + index % 5}
    for index in range(60)
]


def write_csv(path: Path, rows: Sequence[Mapping[str, object]], encoding: str = "utf-8") -> Path:
    lines = [",".join(rows[0]), *(",".join(f'"{value}"' for value in row.values()) for row in rows)]
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


def pairs(corpus: Corpus) -> set[tuple[str, str]]:
    parts = (corpus.train, corpus.test)
    return {
        (text, corpus.class_names[label])
        for part in parts
        for text, label in zip(part.texts, part.labels, strict=True)
    }


def test_every_format_gives_the_same_corpus(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", ROWS)
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress((tmp_path / "a.csv").read_bytes()))
    (tmp_path / "a.tsv").write_text((tmp_path / "a.csv").read_text().replace(",", "\t"))
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(ROWS), tmp_path / "a.parquet")
    write_csv(tmp_path / "utf16.csv", ROWS, "utf-16")
    fingerprints = {load_corpus(str(path)).fingerprint() for path in tmp_path.iterdir()}
    assert len(fingerprints) == 1
    corpus = load_corpus(str(tmp_path / "a.csv"))
    assert corpus.class_names == ("1", "2", "3", "4", "5")
    assert (len(corpus.train), len(corpus.test)) == (48, 12)
    assert corpus.test.counts(5).tolist() == [3, 3, 2, 2, 2]
    assert (corpus.findings.text_column, corpus.findings.label_column) == ("review", "stars")
    for name in ("one", "two"):
        write_csv(tmp_path / f"{name}.part.csv", ROWS[:30] if name == "one" else ROWS[30:])
    assert pairs(load_corpus(str(tmp_path / "*.part.csv"))) == pairs(corpus)


def test_the_share_that_is_read_grows_to_the_end_over_all_files(tmp_path: Path) -> None:
    for first, name in enumerate(("one", "two", "test")):
        write_csv(tmp_path / f"{name}.csv", ROWS[20 * first : 20 * first + 20])
    sources = {
        str(tmp_path / "[ot][nw]*.csv"): str(tmp_path / "test.csv"),
        str(write_tree(tmp_path, 20)): None,
    }
    for source, test in sources.items():
        shares: list[float] = []
        load_corpus(source, choices=Choices(test=test), on_share=shares.append)
        assert shares == sorted(shares)
        assert len(set(shares)) >= 3
        assert 0.9 < shares[-1] <= 1


def test_three_formats_are_read_completely(tmp_path: Path) -> None:
    csv, lines, tree = (write(tmp_path, 20) for write in (write_latin1_csv, write_four_labels, write_tree))
    corpus = load_corpus(str(csv))
    assert corpus.findings.layout.startswith("CSV, encoding cp1252")
    assert corpus.class_names == ("negative", "positive")
    assert (corpus.findings.missing_text, corpus.findings.missing_label) == (1, 1)
    assert len(corpus.train) + len(corpus.test) == 40
    assert load_corpus(str(lines)).test.counts(4).tolist() == [4, 4, 4, 4]
    corpus = load_corpus(str(tree))
    assert corpus.findings.files == 40
    assert pairs(corpus) == {(path.read_text(), path.parent.name) for path in tree.glob("*/*.txt")}


@pytest.mark.parametrize(
    ("encoding", "found"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("cp1252", "cp1252")],
)
def test_the_encoding_is_detected(tmp_path: Path, encoding: str, found: str) -> None:
    rows = [{**row, "review": f"“{row['review']}”, très naïf"} for row in ROWS]
    corpus = load_corpus(str(write_csv(tmp_path / "a.csv", rows, encoding)))
    layout = "CSV" if found.startswith("utf-8") else f"CSV, encoding {found}"
    assert corpus.findings.layout.startswith(layout)
    assert "“good film number 1”, très naïf" in corpus.train.texts + corpus.test.texts


def test_an_encoding_can_be_set(tmp_path: Path) -> None:
    rows = [{**row, "review": f"фильм {row['review']}"} for row in ROWS]
    path = write_csv(tmp_path / "a.csv", rows, "cp1251")
    corpus = load_corpus(str(path), choices=Choices(encoding="cp1251"))
    assert all(text.startswith("фильм ") for text in corpus.train.texts)
    with pytest.raises(InputError, match="--encoding klingon: no such encoding"):
        load_corpus(str(path), choices=Choices(encoding="klingon"))


def test_an_invalid_byte_in_utf8_does_not_change_the_detected_encoding(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [{**row, "review": "très naïf, café"} for row in ROWS])
    content = path.read_bytes().splitlines(keepends=True)
    content[7] = content[7].replace("é".encode(), b"\xe9")
    path.write_bytes(b"".join(content))
    with pytest.raises(InputError, match=r"a\.csv, line 8: .*is not UTF-8"):
        load_corpus(str(path))


def test_splits_of_the_source_are_used(tmp_path: Path) -> None:
    rows = [{**row, "split": "test" if row["id"] in range(10) else "train"} for row in ROWS]
    column = load_corpus(str(write_csv(tmp_path / "split.csv", rows)))
    train, test = write_csv(tmp_path / "train.csv", ROWS[10:]), write_csv(tmp_path / "test.csv", ROWS[:10])
    files = load_corpus(str(train), choices=Choices(test=str(test)))
    for row in ROWS:
        folder = tmp_path / "tree" / ("test" if row["id"] in range(10) else "train") / str(row["stars"])
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{row['id']:02}.txt").write_text(str(row["review"]))
    for corpus in (column, files, load_corpus(str(tmp_path / "tree"))):
        assert set(corpus.test.texts) == {row["review"] for row in ROWS[:10]}
        assert len(corpus.train) == 50
    other = load_corpus(str(write_csv(tmp_path / "other.csv", [{**row, "split": "holdout"} for row in ROWS])))
    assert any("the column 'split' is not used" in line for line in other.findings.lines())
    with pytest.raises(InputError, match=r"--test-split: .*already has a test set"):
        load_corpus(str(tmp_path / "split.csv"), choices=Choices(test_split=0.5))
    half = load_corpus(str(train), choices=Choices(test_split=0.5))
    assert (len(half.train), len(half.test)) == (25, 25)


def test_training_reviews_that_are_also_test_reviews_are_removed(tmp_path: Path) -> None:
    train = write_csv(tmp_path / "train.csv", [*ROWS, *ROWS[:3]])
    test = write_csv(tmp_path / "test.csv", [{**row, "review": f" {row['review']}"} for row in ROWS[5:15]])
    corpus = load_corpus(str(train), choices=Choices(test=str(test)))
    assert not {text.strip() for text in corpus.test.texts} & set(corpus.train.texts)
    assert (corpus.findings.leaked, corpus.findings.repeated) == (10, 13)
    assert any(
        "10 training reviews are also in the test set; removed" in line for line in corpus.findings.lines()
    )


def test_repeated_reviews_of_the_default_source_are_reported_and_kept(corpus: Corpus) -> None:
    assert (corpus.findings.repeated, corpus.findings.leaked) == (96, 50)
    assert not corpus.findings.leaked_removed


@pytest.mark.parametrize(
    ("labels", "order"),
    [
        ([10, 9, 1], ("1", "9", "10")),
        ([True, False], ("false", "true")),
        (["4 stars", "10 stars", "No"], ("4 stars", "10 stars", "No")),
        ([5.0, 1.5, None], ("1.5", "5")),
    ],
)
def test_labels_are_sorted_naturally(tmp_path: Path, labels: list[object], order: tuple[str, ...]) -> None:
    rows = [{"text": f"film {index}", "label": labels[index % len(labels)]} for index in range(30)]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert load_corpus(str(path)).class_names == order


def test_columns_that_cannot_be_detected_must_be_named(tmp_path: Path) -> None:
    rows = [{"a": row["review"] * 3, "b": row["stars"], "c": row["stars"] % 3} for row in ROWS]  # type: ignore[operator]
    path = str(write_csv(tmp_path / "a.csv", rows))
    with pytest.raises(InputError, match=r"a\.csv: which column contains the labels\? .*: c, b"):
        load_corpus(path)
    assert len(load_corpus(path, choices=Choices(label_column="b")).class_names) == 5
    with pytest.raises(InputError, match="no column 'd'; use --label-column with one of: a, b, c"):
        load_corpus(path, choices=Choices(label_column="d"))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("text,label\nfine,a\nbad,a\n", "at least two labels are needed, and all reviews are 'a'"),
        ("text,label\nfine,a\nbad,b\nso,b\n", r"line 2: the only text with the label 'a'"),
        ("text,label,split\nfine,a,train\nbad,b,later\n", "which|line 3|two|nothing else|none of the"),
        ("text,label\nfine,a,more\n", r"line 2: 3 fields, the header has 2"),
        ("text,label\n", "no texts"),
        ("", "is empty"),
    ],
)
def test_invalid_rows_are_refused_with_their_line(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(content)
    with pytest.raises(InputError, match=message) as raised:
        load_corpus(str(path))
    assert "a.csv" in str(raised.value)


def test_links_and_pipes_in_a_folder_are_skipped(tmp_path: Path) -> None:
    tree = write_tree(tmp_path, 5)
    (tree / "negative" / "link.txt").symlink_to("/etc/passwd")
    os.mkfifo(tree / "negative" / "pipe.txt")
    (tree / "elsewhere").symlink_to(tmp_path)
    corpus = load_corpus(str(tree))
    assert corpus.class_names == ("negative", "positive")
    assert len(corpus.train) + len(corpus.test) == 10


def test_column_options_are_refused_for_a_built_in_source(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--text-column is for your own reviews; imdb-25k has"):
        load_corpus("imdb-25k", choices=Choices(text_column="review"))
    with pytest.raises(InputError, match="no reviews in it; use a folder with one sub-folder per label"):
        load_corpus(str(tmp_path))


def test_a_rare_label_is_in_both_parts(tmp_path: Path) -> None:
    rows = [{"text": f"film {index}", "label": "rare" if index < 2 else "often"} for index in range(200)]
    corpus = load_corpus(str(write_csv(tmp_path / "a.csv", rows)))
    assert corpus.class_names == ("often", "rare")
    assert np.array([corpus.train.counts(2), corpus.test.counts(2)]).tolist() == [[159, 1], [39, 1]]
    assert corpus.limited(20).test.counts(2).tolist() == [3, 1]
