"""Valid files that are highly compressed, and decompression bombs."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from seqtui.corpora.choices import Choices
from seqtui.corpora.own import read_own
from seqtui.errors import InputError
from seqtui.tables.detection import detect_layout
from seqtui.tables.layout import TableOptions
from seqtui.tables.reading import open_table
from seqtui.tables.rows import RowErrors
from seqtui.tables.selection import ColumnSelection
from seqtui.tables.streams import open_source

ANSWERS = ["No.", "Yes, I liked it."] * 50_000
"""Answers of a form, mostly equal."""


def count(path: Path) -> int:
    """Count the rows of a file."""
    with open_source(str(path)) as source:
        layout = detect_layout(source, str(path), TableOptions(), has_columns=True)
        table = open_table(
            source, layout, ColumnSelection("text", None, []), RowErrors(source.name), same_columns=True
        )
        return sum(len(chunk.texts) for chunk in table.chunks())


def write(path: Path, answers: list[str]) -> Path:
    content = b"text,label\n" + "".join(f'"{answer}",good\n' for answer in answers).encode()
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(content))
    elif path.suffix == ".zst":
        path.write_bytes(pyarrow.compress(content, "zstd", asbytes=True))
    else:
        table = pyarrow.table({"text": answers, "label": ["good"] * len(answers)})
        pyarrow.parquet.write_table(table, path, compression="zstd")
    return path


@pytest.mark.parametrize("name", ["answers.csv.gz", "answers.csv.zst", "answers.parquet"])
def test_highly_compressed_files_are_read(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, ANSWERS)
    assert sum(len(answer) + 8 for answer in ANSWERS) > 200 * path.stat().st_size
    assert count(path) == len(ANSWERS)


def test_highly_compressed_training_reviews_are_read(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv.gz"
    rows = [f"{number} of them,{'ab'[number % 2]}\n" for number in range(40)] + ["no,a\n"] * 90_000
    path.write_bytes(gzip.compress(("text,label\n" + "".join(rows)).encode()))
    assert sum(map(len, rows)) > 200 * path.stat().st_size
    found = read_own(str(path), Choices()).findings
    assert found is not None
    assert found.repeated == 90_000 - 1


@pytest.mark.parametrize("name", ["answers.csv.gz", "answers.csv.zst", "answers.parquet"])
def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    path = write(tmp_path / name, ANSWERS)
    monkeypatch.setattr("seqtui.storage.compression.MAX_BYTES", 1_000_000)
    monkeypatch.setattr("seqtui.tables.parquet.MAX_BYTES", 1_000_000)
    remedy = "save it as .csv or .jsonl" if name.endswith("parquet") else "unpack it first"
    with pytest.raises(InputError, match=rf"after (line 0|row \d+): .* 200 times its size; .* {remedy}"):
        count(path)


def test_damage_is_reported_with_its_line(tmp_path: Path) -> None:
    """Reading ahead in a highly compressed file does not change the reported line."""
    path = write(tmp_path / "answers.csv.gz", ANSWERS)
    path.write_bytes(path.read_bytes()[:-12])
    with pytest.raises(InputError, match=r"answers\.csv\.gz, after line \d{5,}: cannot be read"):
        count(path)


def test_a_bomb_in_a_pipe_is_refused(tmp_path: Path) -> None:
    program = (
        "import seqtui.storage.compression; seqtui.storage.compression.MAX_BYTES = 1_000_000\n"
        "from tests.storage.test_compression import count; from pathlib import Path\n"
        "try: count(Path('-'))\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    path = write(tmp_path / "answers.csv.gz", ANSWERS)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])}
    with path.open("rb") as content:
        cat = subprocess.Popen(["cat"], stdin=content, stdout=subprocess.PIPE)
        done = subprocess.run(
            [sys.executable, "-c", program], stdin=cat.stdout, capture_output=True, text=True,
            env=environment,
        )  # fmt: skip
        cat.wait()
    assert done.stdout.startswith("InputError standard input"), done.stdout + done.stderr
    assert "200 times its size; if it is a valid file, unpack it first" in done.stdout
