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
from seqtui.curation.labelling import Labelling
from seqtui.curation.labels import Answer, Labels, export_labels, is_sampled
from seqtui.curation.texts import is_read_again, labels_path, read_texts, read_texts_to_label
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


def test_labels_that_the_source_has(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "text,stars,sentiment\nfine,5,positive\ndull,1,negative\nodd,3,\nboth,2,negative\nboth,2,positive\n"
    )
    found = read_texts_to_label(str(tmp_path / "a.csv"))
    assert found.texts == ["fine", "dull", "odd", "both"]
    assert (found.given, found.origin) == ({"fine": "positive", "dull": "negative"}, "column 'sentiment'")
    assert found.notes == ["texts with several labels, which count as not labelled: 1"]
    stars = read_texts_to_label(str(tmp_path / "a.csv"), label_column="stars")
    assert stars.given == {"fine": "5", "dull": "1", "odd": "3", "both": "2"}
    with pytest.raises(InputError, match="no column 'missing'; use --label-column"):
        read_texts_to_label(str(tmp_path / "a.csv"), label_column="missing")

    labels = Labels.open(tmp_path / "l.jsonl", given=found.given)
    assert labels.names == ["negative", "positive"]
    assert [labels.label_of(text_digest(text)) for text in found.texts] == [
        "positive",
        "negative",
        None,
        None,
    ]
    labels.add("fine", Answer(kind="label", label="negative"))
    labels.add("dull", Answer(kind="unsure"))
    assert export_labels(found.texts, labels, str(tmp_path / "out.csv"), "a.csv")[0] == "1 labelled texts"
    assert (tmp_path / "out.csv").read_text() == "text,label\nfine,negative\n"
    again = Labels.open(tmp_path / "l.jsonl", ["negative", "neutral"], {"odd": "meh", "both": "neutral"})
    assert again.given == {text_digest("both"): "neutral"}
    assert again.warnings == ["labels of 1 texts are none of those to choose from, and count as missing: meh"]
    with pytest.raises(InputError, match="give at least two labels"):  # numbers of something else
        Labels.open(tmp_path / "m.jsonl", given={str(number): str(number) for number in range(10)})


def test_a_folder_per_label_and_tables_that_seqtui_wrote(tmp_path: Path) -> None:
    for name, text in (("pos/1", "a fine\nfilm"), ("neg/1", "a dull film"), ("other/1", "a film")):
        path = tmp_path / "tree" / f"{name}.txt"
        path.parent.mkdir(parents=True)
        path.write_text(text)
    found = read_texts_to_label(str(tmp_path / "tree"))
    assert (found.given["a fine\nfilm"], found.origin) == ("pos", "the names of folders")
    labels = Labels.open(tmp_path / "tree.labels.jsonl", ["pos", "neg"], found.given)
    assert len(labels.given) == 2
    folder = tmp_path / "tables"
    folder.mkdir()
    for name in ("a.csv", "texts.labelled.csv", "out.csv"):
        (folder / name).write_text(f"text\n{name}\n")
    for source in (folder, folder / "*.csv"):
        assert read_texts(str(source))[0] == ["a.csv", "out.csv"]
        assert is_read_again(str(folder / "out.csv"), str(source))
        assert not is_read_again(str(folder / "texts.labelled.csv"), str(source))
    assert read_texts(str(folder / "texts.labelled.csv"))[0] == ["texts.labelled.csv"]


def test_given_labels_are_not_asked_about_and_train_the_model(tmp_path: Path) -> None:
    texts = [f"text number {number}" for number in range(60)]
    given = {text: NAMES[number % 2] for number, text in enumerate(texts[:40])}
    session = Labelling(texts, Labels.open(tmp_path / "l.jsonl", NAMES, given))
    assert session.labelled == 40
    request = session.request()
    assert request is not None
    assert (request.rows, request.labels) == (list(range(40)), [0, 1] * 20)
    asked = []
    while session.current is not None:
        asked.append(session.current)
        session.answer("label", NAMES[0])
    assert sorted(asked) == list(range(40, 60))
    again = Labelling(texts, Labels.open(tmp_path / "l.jsonl", NAMES, given), relabel=True)
    seen = []
    while again.current is not None:
        seen.append((again.current, again.given))
        again.answer("unsure" if again.current == 0 else "skip" if again.current == 1 else "label",
                     None if again.current < 2 else NAMES[0])  # fmt: skip
    assert dict(seen) == {number: given[texts[number]] for number in range(40)}
    assert again.labelled == 59
    assert [again.labels.label_of(text_digest(text)) for text in texts[:3]] == [None, NAMES[1], NAMES[0]]
