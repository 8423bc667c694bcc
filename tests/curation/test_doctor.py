"""Wrong labels, duplicates, leaks and odd texts of a source."""

import csv
import json
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest

from seqtui.corpora import Corpus
from seqtui.corpora.corrections import add_correction
from seqtui.curation import doctor, folds
from seqtui.curation.diagnosing import Diagnoser, DiagnosisRequest, Progress, Step
from seqtui.curation.doctor import diagnose
from seqtui.curation.folds import FOLDS, InterruptedFoldsError
from seqtui.curation.suspects import Diagnosis, Suspect
from seqtui.errors import InputError, SeqtuiError
from seqtui.runs import Run
from seqtui.runs.events import Event
from tests.conftest import built_once, seqtui
from tests.reporting.pages import elements

pytestmark = pytest.mark.slow  # five folds are trained

HOSTILE = "\x1b[2J [red]boo[/red] \u202egnp.exe"
OPPOSITE = {"negative": "positive", "positive": "negative"}


class Display:
    """Collects the titles of the trained folds."""

    def __init__(self) -> None:
        self.titles: list[str] = []

    def __call__(self, _: Run, title: str, events: Iterable[Event | None]) -> None:
        self.titles.append(title)
        assert any(event is not None for event in events)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, corpus: Corpus, worker_id: str) -> Path:
    """A table of real reviews with planted errors, and the folder of its folds."""

    def build(folder: Path) -> None:
        _plant(folder, corpus)
        diagnosed(folder)

    shared = built_once(tmp_path_factory, worker_id, "doctor", build)
    return Path(shutil.copytree(shared, tmp_path_factory.mktemp("doctor"), dirs_exist_ok=True))


def _plant(folder: Path, corpus: Corpus) -> None:
    """Write the table."""
    folder.mkdir()
    small = corpus.limited(900)
    rows = [
        (text[:500], corpus.class_names[label], part)
        for part, reviews in (("train", small.train), ("test", small.test))
        for text, label in zip(reviews.texts, reviews.labels, strict=True)
    ]
    (first, label, _), (second, other, _), test = rows[0], rows[1], rows[-1][0]
    rows += [
        (first.upper(), OPPOSITE[label], "train"),
        (f"{second} Watch it!", OPPOSITE[other], "train"),
        (f"Really, {test}", rows[-1][1], "train"),
        ("... --- ,", "positive", "train"),
        (f"zqx vbn qwe rty uio asd {HOSTILE}", "negative", "train"),
        ("the only one with this label", "odd", "train"),
        ("one more of them", "odd", "test"),
    ]
    with (folder / "reviews.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("text", "label", "split"), *rows])


def diagnosed(folder: Path, display: folds.Display | None = None, **options: object) -> Diagnosis:
    return diagnose(str(folder / "reviews.csv"), runs_dir=folder / "runs", display=display, **options)  # type: ignore[arg-type]


def of_kind(found: Diagnosis, kind: str) -> list[Suspect]:
    return [suspect for suspect in found.suspects if suspect.kind == kind]


def test_what_was_planted_is_found(folder: Path) -> None:
    found = diagnosed(folder)
    assert (found.class_names, found.examined) == (("negative", "odd", "positive"), 609)
    reviews = (folder / "reviews.csv").read_text(encoding="utf-8")
    by_line = {suspect.where.rpartition(" ")[2]: suspect for suspect in found.suspects}
    rows = list(csv.DictReader(reviews.splitlines(keepends=True)))
    for line, suspect in by_line.items():
        row = rows[int(line) - 2]
        assert (row["text"], row["label"]) == (suspect.text, suspect.label)
    upper = next(suspect for suspect in found.suspects if suspect.text == rows[0]["text"].upper())
    assert f"the same words as {folder / 'reviews.csv'}, line 2, which is '{upper.suggested}'" in upper.reason
    assert upper.suggested == rows[0]["label"]
    near = next(suspect for suspect in found.suspects if suspect.text.endswith("Watch it!"))
    assert f"the same as {folder / 'reviews.csv'}, line 3, which is '{rows[1]['label']}'" in near.reason
    assert all(suspect.score > 0 for suspect in found.suspects if suspect.kind != "empty")
    (leak,) = of_kind(found, "leak")
    assert leak.text.startswith("Really, ")
    assert "the same as the test review" in leak.reason
    (empty,) = of_kind(found, "empty")
    assert (empty.text, empty.score) == ("... --- ,", 0)
    assert any(
        suspect.text.startswith("zqx") and "in no other text" in suspect.reason for suspect in found.suspects
    )
    assert not any(suspect.label == "odd" for suspect in of_kind(found, "label"))
    assert "label 'odd': fewer than 5 texts with words, not evaluated" in found.notes
    assert "not examined: 298 test reviews; --with-test examines them, too" in found.notes


def test_the_order_is_that_of_confidence(folder: Path) -> None:
    suspects = diagnosed(folder).suspects
    kinds = [suspect.kind in ("label", "duplicate") for suspect in suspects]
    assert kinds == sorted(kinds, reverse=True)
    labels = [suspect for suspect in suspects if suspect.kind == "label"]
    assert len(labels) > 20
    assert [suspect.score for suspect in labels] == sorted(suspect.score for suspect in labels)
    assert all(suspect.suggested == OPPOSITE[suspect.label] for suspect in labels)


def test_stored_folds_are_used_again(folder: Path) -> None:
    display = Display()
    first = diagnosed(folder)
    assert diagnosed(folder, display).suspects == first.suspects
    assert not display.titles
    (of_source,) = (folder / "runs").iterdir()
    assert sorted(path.name for path in of_source.iterdir()) == [
        *(f"fold-{number}.npz" for number in range(1, FOLDS + 1)), "lock",
    ]  # fmt: skip


@pytest.mark.thorough
def test_a_failed_fold_loses_nothing(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    complete = diagnosed(folder)
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    shutil.copy(folder / "reviews.csv", tmp_path)
    (fold,) = (tmp_path / "runs").glob("*/fold-3.npz")
    probabilities = np.load(fold)["probabilities"]
    fold.write_bytes(b"PK")

    def fail(*_: object) -> Run:
        raise SeqtuiError("no memory")

    with monkeypatch.context() as patch:
        patch.setattr(folds, "create_run", fail)
        found = diagnosed(tmp_path)
    assert f"fold 3 of 5: no memory; its {len(probabilities)} texts are not evaluated" in found.notes
    assert 0 < len(of_kind(found, "label")) < len(of_kind(complete, "label"))
    display = Display()
    with pytest.raises(InterruptedFoldsError, match="the same command continues with fold 3 of 5"):
        diagnosed(tmp_path, display, interrupted=[2])
    with monkeypatch.context() as patch:
        patch.setattr(folds, "create_run", fail)  # the interrupted run is continued
        assert diagnosed(tmp_path, display).accuracy == pytest.approx(complete.accuracy, abs=0.01)
    assert display.titles == ["fold 3 of 5"] * 2
    assert np.load(fold)["probabilities"] == pytest.approx(probabilities, abs=1e-4)
    with monkeypatch.context() as patch:
        patch.setattr(folds, "create_run", fail)
        for path in fold.parent.glob("fold-*.npz"):
            path.unlink()
        with pytest.raises(SeqtuiError, match="no memory"):
            diagnosed(tmp_path)


def test_the_command(folder: Path) -> None:
    where = ("--runs-dir", folder / "runs")
    page = folder / "page.html"
    shown = seqtui("data", "doctor", folder / "reviews.csv", "--limit", 7, "--html", page, *where)
    assert not {c for c in shown.stdout if (ord(c) < 32 and c != "\n") or c == "\u202e"}
    assert "not examined: 298 test reviews" in shown.stderr
    *lines, last = shown.stdout.splitlines()
    assert last == f"{page}: open it in a browser"
    assert elements(page.read_text(encoding="utf-8"))["article"] == 7
    found = diagnosed(folder)
    assert lines[0].startswith(
        f"{folder / 'reviews.csv'}: 609 reviews examined; networks that were not trained on them predict "
        f"{found.accuracy:.2%} of their labels"
    )
    assert "        1  training reviews that are also in the test set" in lines
    first = lines[-21::3]  # of the three lines about each
    assert [line.split()[0] for line in first] == [f"{s.score:.3f}" for s in found.suspects[:7]]
    assert all(s.where in line for s, line in zip(found.suspects, first, strict=False))
    printed = [
        json.loads(line)
        for line in seqtui("data", "doctor", folder / "reviews.csv", "--json", *where).stdout.splitlines()
    ]
    assert [(row["text"], row["score"]) for row in printed] == [(s.text, s.score) for s in found.suspects]
    assert {"row", "label", "suggested", "score", "reason"} < set(printed[0])


def test_the_process_of_the_app_finds_the_same(folder: Path) -> None:
    request = DiagnosisRequest(source=str(folder / "reviews.csv"), runs_dir=str(folder / "runs"))
    *steps, found = Diagnoser(request).run()
    assert steps == [
        Step("reading reviews"), Step("looking for wrong labels"), Step("looking for duplicates")
    ]  # fmt: skip
    assert isinstance(found, Diagnosis)
    assert found == replace(diagnosed(folder), corrections=found.corrections)
    assert found.corrections.path == folder / "reviews.csv.corrections.jsonl"
    diagnoser = Diagnoser(msgspec.structs.replace(request, source="missing.csv"))
    with pytest.raises(SeqtuiError, match=r"missing\.csv"):
        list(diagnoser.run())
    cancelled = Diagnoser(request)
    cancelled.cancel()
    assert not list(cancelled.run())


def test_the_process_of_the_app_ends_without_waiting_for_its_trainer(folder: Path, tmp_path: Path) -> None:
    request = DiagnosisRequest(
        source=str(folder / "reviews.csv"),
        runs_dir=str(tmp_path),
        settings={"architecture": "fasttext", "epochs": 9000},
    )
    diagnoser = Diagnoser(request)
    for report in diagnoser.run():
        if isinstance(report, Progress) and report.phase == "training":
            diagnoser.cancel()
    (run,) = (Run(path.parent) for path in tmp_path.glob("*/*/recipe.toml"))
    assert run.end() is None  # neither finished nor stopped
    assert run.state == "crashed"


def test_corrections(folder: Path, tmp_path: Path) -> None:
    found = diagnosed(folder)
    path = found.corrections.path
    assert path == folder / "reviews.csv.corrections.jsonl"
    first, second = found.suspects[:2]
    add_correction(path, first.text, first.label, str(first.suggested))
    try:
        again = diagnosed(folder).suspects
        assert [suspect.corrected for suspect in again[:2]] == [first.suggested, None]
        assert again[1].text == second.text
    finally:
        path.unlink()
    add_correction(tmp_path / "c.jsonl", "no such text", "negative", "neutral")
    with pytest.raises(InputError, match="'neutral' is not a label"):
        diagnosed(folder, corrections=tmp_path / "c.jsonl")


def test_requests_that_cannot_be_met(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "few.csv").write_text(
        "text,label\n" + "".join(f"film {n},{'bad' if n < 4 else 'good'}\n" for n in range(20))
    )
    few = seqtui("data", "doctor", tmp_path / "few.csv", "--runs-dir", tmp_path, code=2)
    assert "fewer than two labels have 5 texts with words" in few.stderr
    page = seqtui("data", "doctor", tmp_path / "few.csv", "--html", tmp_path / "page.txt", code=2)
    assert "--html" in page.stderr
    both = seqtui("data", "doctor", tmp_path / "few.csv", "--app", "--json", code=2)
    assert "leave out --html, --json and --limit" in both.stderr
    assert "no such network" in seqtui("data", "doctor", "--architecture", "lstn", code=2).stderr
    monkeypatch.setattr(doctor, "find_spec", lambda name: None if name == "cleanlab" else name)
    missing = seqtui("data", "doctor", tmp_path / "few.csv", code=2)
    assert missing.stderr == (
        "seqtui: data doctor needs cleanlab, datasketch and TensorFlow; pip install 'seqtui[doctor,train]'\n"
    )
