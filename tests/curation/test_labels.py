"""The file of labels: kept at each key, also by a killed process."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from seqtui.corpora import load_corpus
from seqtui.corpora.corrections import text_digest
from seqtui.curation.labels import Answer, Labels, export_labels, is_sampled
from seqtui.curation.texts import labels_path, read_texts
from seqtui.errors import InputError

TEXTS = [f"text number {number}" for number in range(60)]
HOSTILE = 'a "quoted"\n\x1b[31mtext\x00, with\ttabs \ud800'
NAMES = ["negative", "positive"]


@pytest.fixture
def labels(tmp_path: Path) -> Labels:
    return Labels.open(tmp_path / "t.csv.labels.jsonl", NAMES)


def label(labels: Labels, text: str, name: str) -> None:
    labels.add(text, Answer(kind="label", label=name))


def test_answers_are_read_again(labels: Labels) -> None:
    label(labels, TEXTS[0], "positive")
    labels.add(TEXTS[1], Answer(kind="unsure", guess="negative", shown=True))
    labels.add(TEXTS[2], Answer(kind="skip"))
    label(labels, TEXTS[3], "positive")
    assert labels.undo() == text_digest(TEXTS[3])
    label(labels, TEXTS[3], "negative")
    again = Labels.open(labels.path)
    assert (again.names, again.answers, again.history) == (NAMES, labels.answers, labels.history)
    assert again.of(TEXTS[1]) == Answer(kind="unsure", guess="negative", shown=True)
    assert again.of(TEXTS[4]) is None
    for text in (3, 2, 1, 0):
        assert again.undo() == text_digest(TEXTS[text])
    assert again.undo() is None
    assert not Labels.open(labels.path).answers


def test_labels_are_added_but_never_lost(labels: Labels) -> None:
    label(labels, TEXTS[0], "positive")
    again = Labels.open(labels.path, ["neutral", "positive"])
    assert again.names == ["negative", "positive", "neutral"]
    assert Labels.open(labels.path).names == again.names
    for names, problem in (
        (["a\x1b[2J"], "is not a label"), ([""], "is not a label"), (list("abcdefgh"), "at most 9 labels"),
    ):  # fmt: skip
        with pytest.raises(InputError, match=problem):
            Labels.open(labels.path, names)
    with pytest.raises(InputError, match="give at least two labels"):
        Labels.open(labels.path.with_name("new.labels.jsonl"), ["one"])


def test_damaged_files(labels: Labels) -> None:
    label(labels, TEXTS[0], "positive")
    content = labels.path.read_bytes()
    labels.path.write_bytes(content + b'{"text":"sha2')
    torn = Labels.open(labels.path)
    assert torn.of(TEXTS[0]) == Answer(kind="label", label="positive")
    assert torn.warnings == [f"{labels.path}, line 3: incomplete, ignored"]
    label(torn, TEXTS[1], "negative")
    assert len(Labels.open(labels.path).answers) == 2
    for line in (
        b"[]", b'{"time":"2026-01-01T00:00:00Z"}', b"\xff",
        b'{"text":"a","kind":"label","label":"other","time":"2026-01-01T00:00:00Z"}',
        b'{"text":"a","kind":"skip","label":"positive","time":"2026-01-01T00:00:00Z"}',
    ):  # fmt: skip
        labels.path.write_bytes(content + line + b"\n")
        with pytest.raises(InputError, match=r"labels\.jsonl, line 3: not a label"):
            Labels.open(labels.path)


@pytest.mark.thorough
def test_a_killed_process_loses_at_most_the_answer_being_written(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from seqtui.curation.labels import Answer, Labels
labels = Labels.open(Path(sys.argv[1]), ["negative", "positive"])
for number in range(len(labels.answers), 100_000):
    labels.add(f"text number {number}", Answer(kind="label", label="positive"))
    print(number, flush=True)
"""
    path = tmp_path / "labels.jsonl"
    chance = np.random.default_rng(5)
    known = -1
    for _ in range(8):
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        known = int(process.stdout.readline())
        time.sleep(chance.uniform(0, 0.05))
        os.kill(process.pid, signal.SIGKILL)
        known = max([known, *map(int, process.stdout.read().splitlines())])
        process.wait()
        answers = Labels.open(path).answers
        assert known + 1 <= len(answers) <= known + 2
        assert all(text_digest(f"text number {number}") in answers for number in range(known + 1))


@pytest.mark.parametrize("name", ["l.csv", "l.tsv", "l.jsonl", "l.parquet", "l.csv.gz"])
def test_the_table_can_be_trained_on(labels: Labels, tmp_path: Path, name: str) -> None:
    texts = [*TEXTS, 'a "quoted"\nline, with commas', "formula =1+1"]
    for number, text in enumerate(texts):
        label(labels, text, NAMES[number % 2])
    labels.add("never", Answer(kind="unsure"))
    notes = export_labels([*texts, "never", "unknown"], labels, str(tmp_path / name), str(tmp_path / "t.csv"))
    sampled = [text for text in texts if is_sampled(text_digest(text))]
    assert notes == [
        f"{len(texts)} labelled texts", f"{len(sampled)} of them, drawn at random, are the test set",
    ]  # fmt: skip
    corpus = load_corpus(str(tmp_path / name))
    assert corpus.test.texts == sampled
    assert sorted([*corpus.train.texts, *corpus.test.texts]) == sorted(texts)
    for part in corpus.parts.values():
        for text, index in zip(part.texts, part.labels, strict=True):
            assert corpus.class_names[index] == NAMES[texts.index(text) % 2]


def test_a_table_of_few_labels_has_no_test_set(labels: Labels, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no text has a label yet"):
        export_labels(TEXTS, labels, str(tmp_path / "l.csv"), "t.csv")
    label(labels, TEXTS[0], "negative")
    label(labels, TEXTS[1], "positive")
    notes = export_labels(TEXTS, labels, str(tmp_path / "l.jsonl"), "t.csv")
    assert "seqtui train draws one from all" in notes[1]
    row = json.loads((tmp_path / "l.jsonl").read_text().splitlines()[0])
    assert row == {"text": TEXTS[0], "label": "negative"}
    for path in (str(labels.path), "l.docx"):
        with pytest.raises(InputError):
            export_labels(TEXTS, labels, path, "t.csv")


def test_a_table_of_one_label_says_that_it_cannot_be_trained_with(labels: Labels, tmp_path: Path) -> None:
    for text in TEXTS:
        label(labels, text, "negative")
    notes = export_labels(TEXTS, labels, str(tmp_path / "l.csv"), "t.csv")
    assert notes[1] == "all have the label 'negative'; a network needs two labels"
    assert (tmp_path / "l.csv").read_text().startswith("text,label\n")


def test_a_label_that_does_not_exist_is_refused_and_the_file_stays_readable(labels: Labels) -> None:
    for answer in (
        Answer(kind="label", label="neutral"),
        Answer(kind="label"),
        Answer(kind="skip", label="x"),
    ):
        with pytest.raises(InputError, match="is none of the labels"):
            labels.add(TEXTS[0], answer)
    with pytest.raises(InputError, match="'unsure' has a key of its own"):
        Labels.open(labels.path, ["Unsure"])
    labels.reload()
    assert not labels.answers


def test_the_sample_is_a_fifth_of_the_texts() -> None:
    sampled = [is_sampled(text_digest(f"text {number}")) for number in range(5000)]
    assert sum(sampled) == pytest.approx(1000, abs=100)


def test_texts_of_any_source(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id;comment\n1;A fine film, really\n2;\n3;A bad film\n4;A bad film\n")
    (tmp_path / "b.jsonl").write_text('{"comment":"Another"}\n{"comment":"A bad film"}\n')
    assert read_texts(str(tmp_path / "a.csv"))[0] == ["A fine film, really", "A bad film"]
    Labels.open(tmp_path / "b.jsonl.labels.jsonl", NAMES)
    found, _ = read_texts(str(tmp_path / "*.*"), "comment")
    assert found == ["A fine film, really", "A bad film", "Another"]
    assert labels_path(str(tmp_path / "*.*")) == tmp_path / "texts.labels.jsonl"
    (tmp_path / "lines.txt").write_text("one\n\ntwo\n")
    assert read_texts(str(tmp_path / "lines.txt"))[0] == ["one", "two"]
    (tmp_path / "empty.csv").write_text("text\n\n")
    for name in ("empty.csv", "missing.csv"):
        with pytest.raises(InputError, match=name):
            read_texts(str(tmp_path / name))
