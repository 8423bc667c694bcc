"""Fixtures and helpers for scoring: a scorer, and files of reviews in every format."""

import csv
import gzip
import json
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from seqtui.corpora import Corpus
from seqtui.runs import Run
from seqtui.scoring import Scorer

FORMATS = ["csv", "tsv", "jsonl", "parquet", "txt", "csv.gz", "jsonl.zst", "txt.gz"]


@pytest.fixture(scope="session")
def scorer(trained: Run) -> Scorer:
    return Scorer(trained.onnx_path)


@pytest.fixture(scope="session")
def rows(corpus: Corpus) -> list[dict[str, Any]]:
    """Real reviews with ids; every third contains a line break and quotes."""
    texts, labels = corpus.test.texts, corpus.test.labels
    return [
        {"id": index, "text": text if index % 3 else f'{text}\nin "two" lines', "sentiment": int(label)}
        for index, (text, label) in enumerate(zip(texts[:4000], labels[:4000], strict=True))
    ]


def write_rows(path: Path, rows: list[dict[str, Any]]) -> Path:
    """Write rows in the format of the file extension, without code of seqtui."""
    name = path.name.removesuffix(".gz").removesuffix(".zst")
    plain = path.with_name(name)
    if name.endswith((".csv", ".tsv")):
        with plain.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(
                file, rows[0].keys(), dialect="excel" if name.endswith("csv") else "excel-tab"
            )
            writer.writeheader()
            writer.writerows(rows)
    elif name.endswith(".jsonl"):
        plain.write_text("".join(json.dumps(row) + "\n" for row in rows))
    elif name.endswith(".parquet"):
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), plain, row_group_size=11)
    else:
        plain.write_text("".join(row["text"] + "\n" for row in rows), encoding="utf-8")
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(plain.read_bytes()))
    elif path.suffix == ".zst":
        path.write_bytes(pyarrow.compress(plain.read_bytes(), "zstd", asbytes=True))
    return path


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Read rows in the format of the file extension, without code of seqtui."""
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    elif path.suffix == ".zst":
        with pyarrow.CompressedInputStream(pyarrow.BufferReader(content), "zstd") as stream:
            content = stream.read()
    name = path.name.removesuffix(".gz").removesuffix(".zst")
    if name.endswith(".parquet"):
        return pyarrow.parquet.read_table(path).to_pylist()
    if name.endswith(".jsonl"):
        return [json.loads(line) for line in content.decode().splitlines()]
    dialect = "excel" if name.endswith("csv") else "excel-tab"
    return list(csv.DictReader(content.decode().splitlines(keepends=True), dialect=dialect))
