"""``seqtui label``."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from seqtui.curation import suggestions
from seqtui.curation.labels import Answer, Labels
from seqtui.storage.locks import file_lock
from tests.conftest import seqtui


def test_export_and_wrong_requests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "t.csv").write_text("id,comment\n" + "".join(f"{n},text number {n}\n" for n in range(40)))
    missing = seqtui("label", tmp_path / "t.csv", code=2)
    assert missing.stderr.endswith(
        "seqtui: --labels: give at least two labels, such as --labels positive,negative, or the column that "
        "has them with --label-column\n"
    )
    assert "give a file, a folder or a pattern" in seqtui("label", "-", "--labels", "a,b", code=2).stderr
    alone = seqtui("label", tmp_path / "t.csv", "--labels", "positive", code=2)
    assert "give at least two labels" in alone.stderr
    misspelt = seqtui("label", tmp_path / "t.csv", "--labels", "positve,negative", code=2)
    assert "the app needs a terminal" in misspelt.stderr
    assert not (tmp_path / "t.csv.labels.jsonl").exists()
    assert "no text has a label yet" in seqtui(
        "label", "t.csv", "--labels", "positive, negative", "--export", "l.csv", cwd=tmp_path, code=2
    ).stderr  # fmt: skip
    labels = Labels.open(tmp_path / "t.csv.labels.jsonl")
    assert labels.names == ["positive", "negative"]
    for number in range(40):
        labels.add(f"text number {number}", Answer(kind="label", label=labels.names[number % 2]))
    wrong = seqtui("label", "t.csv", "--export", "l.csv.zip", cwd=tmp_path, code=2)
    assert "--export l.csv.zip: its extension names no format" in wrong.stderr
    done = seqtui("label", "t.csv", "--export", "l.csv", cwd=tmp_path)
    assert "40 labelled texts" in done.stderr
    assert done.stdout.endswith(" train --data l.csv --architecture nb-ngrams\n")
    shown = seqtui("data", "show", tmp_path / "l.csv")
    assert "2 labels, in index order" in shown.stdout
    with file_lock(tmp_path / ".t.csv.labels.jsonl.lock", timeout=0):
        second = seqtui("label", "t.csv", cwd=tmp_path, code=2)
    assert "t.csv.labels.jsonl: another seqtui is labelling these texts" in second.stderr
    no_terminal = seqtui("label", "t.csv", cwd=tmp_path, code=2)
    assert "the app needs a terminal" in no_terminal.stderr
    monkeypatch.setattr(suggestions, "find_spec", lambda _: None)
    extra = seqtui("label", "t.csv", cwd=tmp_path, code=2)
    assert extra.stderr == "seqtui: labelling needs scikit-learn; pip install 'seqtui[label]'\n"


def test_the_next_command_learns_from_many_other_texts_too(tmp_path: Path) -> None:
    rows = "".join(f"text number {n},{['good', 'bad'][n % 2] if n < 40 else ''}\n" for n in range(1040))
    (tmp_path / "t.csv").write_text(f"text,label\n{rows}")
    labelled = seqtui("label", "t.csv", "--export", "l.csv", cwd=tmp_path)
    assert labelled.stdout.endswith(" train --data l.csv --architecture nb-ngrams --unlabelled t.csv\n")
    # A training has no such options for the other texts.
    column = seqtui("label", "t.csv", "--text-column", "text", "--export", "l.csv", cwd=tmp_path)
    assert column.stdout.endswith(" train --data l.csv --architecture nb-ngrams\n")


def test_labels_in_the_texts_are_reported_and_exported(tmp_path: Path) -> None:
    rows = "".join(f"text number {n},{['good', 'bad', ''][n % 3]}\n" for n in range(30))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "t.csv").write_text(f"text,label\n{rows}")
    done = seqtui("label", "in/*.csv", "--export", "in/out.csv", cwd=tmp_path)
    assert "20 of 30 texts have labels in column 'label'; --relabel asks about them, too" in done.stderr
    assert "20 labelled texts" in done.stderr
    assert "warning: in/out.csv: the next call reads it as texts" in done.stderr
    again = seqtui("label", "in/t.csv", "--labels", "good,fair", "--export", "out.csv", cwd=tmp_path)
    assert "warning: labels of 10 texts are none of those to choose from" in again.stderr
    assert "all have the label 'good'" in again.stderr


def test_the_app_opens_with_the_labels_of_the_last_session(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("".join(f"text number {n}\n" for n in range(40)))
    labels = Labels.open(tmp_path / "t.txt.labels.jsonl", ["a", "b"])
    for number in range(3):
        labels.add(f"text number {number}", Answer(kind="label", label="a"))
    done = subprocess.run(
        [sys.executable, "-m", "seqtui", "label", "t.txt"],
        cwd=tmp_path, capture_output=True, text=True, timeout=600,
        env={
            **os.environ,
            "TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver",
            "TEXTUAL_PRESS": "ctrl+q",
        },
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "t.txt.labels.jsonl: 3 of 40 texts labelled; the same command continues" in done.stderr
