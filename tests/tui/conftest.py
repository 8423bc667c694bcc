"""Recorded runs in every state, and an app with a fixed clock to show them."""

import csv
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import filelock
import msgspec
import numpy as np
import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from seqtui.architectures.settings import Setting
from seqtui.corpora import CLASS_NAMES, Choices
from seqtui.corpora.corrections import Corrections
from seqtui.corpora.describe import describe
from seqtui.corpora.head import Head
from seqtui.curation.diagnosing import DiagnosisRequest, Progress, Step
from seqtui.curation.mistakes import EvaluatedReview, EvaluatedSet
from seqtui.curation.suspects import Diagnosis, Kind, Suspect
from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import Recipe
from seqtui.runs import EventWriter, Metrics, Run
from seqtui.runs.events import (
    Batch,
    DataRead,
    Epoch,
    Event,
    Example,
    Examples,
    Failed,
    Finished,
    PhaseBegan,
    Started,
    Stopped,
)
from seqtui.runs.parity import Parity
from seqtui.runs.predictions import Predictions
from seqtui.scoring.decision import DecisionRule
from seqtui.terminal.sanitize import printable
from seqtui.tui import monitor
from seqtui.tui.app import SeqtuiApp
from seqtui.tui.commands import Command, CommandResult
from seqtui.tui.screens import export
from seqtui.tui.screens.live import LiveScreen
from seqtui.tui.widgets import own_network, source
from tests.conftest import TIMEOUT

START = 1_790_000_000.0
HOSTILE = "\x1b[2J\x1b]0;owned\x07[/b][red]boo[/] [@click=app.quit]x[/] \u202egnp.exe\nline\x00\ud800"


def first_events(review: str = "A fine film") -> list[Event]:
    return [
        Started(run="r", process_id=2**22 + 1, version="0", time=START),
        PhaseBegan(phase="reading reviews", time=START),
        DataRead(
            train=200, test=100, validation=100, class_names=["negative", "positive"], vocabulary=99,
            tokens=50.0, fingerprint="sha256:0", epochs=3, batch_size=64, time=START + 1,
        ),
        PhaseBegan(phase="loading TensorFlow", time=START + 1),
        PhaseBegan(phase="training", time=START + 4),
        Examples(
            epoch=1, batch=1, time=START + 4,
            examples=[
                Example(review, "positive", "positive", 0.9),
                Example("A dull film", "negative", "positive", 0.6),
            ],
        ),
    ]  # fmt: skip


def epochs(count: int) -> list[Event]:
    events: list[Event] = []
    for epoch in range(1, count + 1):
        events += [
            Batch(epoch=epoch, batch=batch, batches=20, loss=0.7 / epoch - batch / 500,
                  accuracy=0.5 + epoch / 10, reviews_per_second=500.0, time=START + 4 + epoch + batch / 20)
            for batch in range(1, 21)
        ]  # fmt: skip
        events.append(
            Epoch(epoch=epoch, seconds=1.0, loss=0.7 / epoch, accuracy=0.5 + epoch / 10,
                  val_loss=0.6 / epoch, val_accuracy=0.6 + epoch / 12, val_seconds=0.1,
                  reviews_per_second=500.0, best=True, time=START + 5 + epoch)
        )  # fmt: skip
    return events


FINISHED = Finished(run="r", val_accuracy=0.85, test_accuracy=0.84, best_epoch=3, seconds=9.0, time=START + 9)
STATES: dict[str, list[Event]] = {
    "starting": [],
    "reading": first_events()[:2],
    "running": [*first_events(), *epochs(2)[:-8]],
    "finished": [*first_events(), *epochs(3), FINISHED],
    "stopped": [
        *first_events(),
        *epochs(1),
        Stopped(run="r", val_accuracy=0.68, best_epoch=1, seconds=6.0, time=START + 7),
    ],
    "failed": [
        *first_events(),
        Failed(run="r", reason="the loss became nan in epoch 1", request=False, time=START + 5),
    ],
    "crashed": [*first_events(), *epochs(1)],
}


def record(runs_dir: Path, name: str, events: list[Event], recipe: Recipe | None = None) -> Run:
    """Create a run folder as a trainer would."""
    run = Run.create(runs_dir, recipe or Recipe(), name)
    run.log_path.touch()
    if events:
        writer = EventWriter(run.events_path)
        for event in events:
            writer.write(event)
        writer.close()
    done = [event for event in events if isinstance(event, Epoch)]
    if done:
        metrics = Metrics(epoch=len(done), val_loss=done[-1].val_loss, val_accuracy=done[-1].val_accuracy,
                          validation=20, class_names=CLASS_NAMES)  # fmt: skip
        run.metrics_path.write_bytes(msgspec.json.encode(metrics))
        run.model_path.write_bytes(b"weights")
    age = START - 60 + list(STATES).index(name) if name in STATES else START
    os.utime(run.recipe_path, (age, age))
    return run


class FakeCommand(Command):
    """Command that returns a fixed result at once."""

    def run(self) -> Iterator[str | CommandResult]:
        return fake_result(*self._arguments)


class OwnReviews(Command):
    """Command that runs, except to describe the built-in reviews, which takes seconds."""

    def run(self) -> Iterator[str | CommandResult]:
        if self._arguments[0] == "data" and self._arguments[-1] == "imdb-25k":
            return fake_result(*self._arguments)
        return super().run()


def fake_result(*arguments: str) -> Iterator[str | CommandResult]:
    """Yield lines and the result of a command, without running it."""
    if arguments[-1].endswith(".broken"):
        yield f"{arguments[-1]}: holds no reviews"
        yield CommandResult(2, b"")
        return
    if arguments[:2] == ("data", "head"):
        yield from fake_head(Path(arguments[-1]))
        return
    if arguments[0] == "data" and arguments[-1] != "imdb-25k":
        columns: dict[str, Any] = {
            name: arguments[arguments.index(f"--{name.replace('_', '-')}") + 1]
            for name in ("text_column", "label_column")
            if f"--{name.replace('_', '-')}" in arguments
        }
        try:
            yield CommandResult(0, msgspec.json.encode(describe(arguments[-1], choices=Choices(**columns))))
        except InputError as error:
            yield str(error)
            yield CommandResult(2, b"")
        return
    if arguments[0] == "data":
        yield CommandResult(
            0,
            b'{"source":"imdb-25k","train":16750,"test":8250,"labels":{"negative":12500,"positive":12500},'
            b'"median_tokens":175,"max_tokens":2459,"bin_tokens":50,"histogram":[1,90,400,800,700,400,300,200,100,50,20,9],'
            b'"examples":{"negative":"A dull film","positive":"A fine film"},"findings":{},"notes":[],'
            b'"warning":null,"network":"nb-ngrams","reason":"on long reviews with two labels"}',
        )
        return
    if arguments[0] == "train":
        units = Setting(name="units", default=32, help="Size of the state.", values="1 to 512")
        yield CommandResult(0, msgspec.json.encode({"units": units}))
        return
    run = Run(Path(arguments[1]))
    if arguments[0] == "report":
        yield "drawing"
        yield CommandResult(
            0,
            b'{"report":"runs/finished/report.html","figures":"runs/finished/report.json","reviews":8250,'
            b'"accuracy":0.88,"low":0.87,"high":0.89,"macro_f1":0.88,"calibration_error":0.02}',
        )
        return
    yield "loading TensorFlow"
    yield "converting with tf2onnx"
    float32 = Parity(
        model=str(run.onnx_path), reviews=1000, max_abs_difference=5e-7, label_agreement=1.0,
        accuracy_keras=0.88, accuracy_onnx=0.88, milliseconds_keras=4.0, milliseconds_onnx=1.5,
        reviews_per_second=4000.0, batch_difference=1e-7, megabytes=1.07, verified=True,
    )  # fmt: skip
    report = float32
    if "--int8" in arguments:
        changes = {
            "model": str(run.int8_path),
            "max_abs_difference": 0.02,
            "megabytes": 0.43,
            "float32": float32,
        }
        report = msgspec.structs.replace(float32, **changes)
    Path(report.model).write_bytes(b"x")
    yield CommandResult(0, msgspec.json.encode(report))


def fake_head(path: Path) -> Iterator[str | CommandResult]:
    """Yield the result of ``data head`` for a folder, a CSV file or JSON lines."""
    layout, columns, rows, problem = "folder", [], [], None
    if path.is_file():
        layout = "CSV, separator ',', encoding utf-8"
        with path.open(encoding="utf-8", newline="") as file:
            lines = file.readlines()
        if path.suffix == ".jsonl":
            layout = "JSON lines, encoding utf-8"
            records = [json.loads(line) for line in lines]
            columns, rows = list(records[0]), [[str(cell) for cell in row.values()] for row in records]
        else:
            columns, *rows = csv.reader(lines)
    texts = [name for name in columns if name in ("text", "review")]
    labels = [name for name in columns if name in ("label", "sentiment")]
    if columns and not labels:
        problem = f"{path}: which column contains the labels? set it with --label-column"
    head = Head(
        source=str(path), layout=layout, columns=columns,
        rows=[[printable(cell, 120) for cell in row] for row in rows[:5]],
        text_column=texts[0] if texts else None, label_column=labels[0] if labels else None,
        label_candidates=labels, warnings=[], problem=problem,
    )  # fmt: skip
    yield CommandResult(0, msgspec.json.encode(head))


def fake_reviews(
    run: Run, texts: Sequence[str] = (), class_names: tuple[str, ...] = CLASS_NAMES
) -> EvaluatedSet:
    """Return evaluated reviews of a run, every second one a mistake."""
    texts = texts or [f"Film {n} is {'dull' if n % 3 else 'fine'}, and so on." for n in range(30)]
    reviews = [
        EvaluatedReview(
            index=n, text=text, label=class_names[n % len(class_names)], predicted=class_names[n % 4 // 2],
            probability=1 - n / 60, loss=3 - n / 10, tokens=8, corrected=class_names[1] if n == 1 else None,
            note="irony" if n == 1 else None,
        )
        for n, text in enumerate(texts)
    ]  # fmt: skip
    index = {name: number for number, name in enumerate(class_names)}
    probabilities = np.zeros((len(reviews), len(class_names)), np.float32)
    for review in reviews:
        probabilities[review.index] = (1 - review.probability) / (len(class_names) - 1)
        probabilities[review.index, index[review.predicted]] = review.probability
    y_true = np.array([index[review.label] for review in reviews], np.int32)
    predictions = Predictions(y_true, probabilities, "")
    path = run.path.parent / "imdb-25k.corrections.jsonl"
    return EvaluatedSet(run, "validation", DecisionRule(class_names), predictions, reviews, Corrections(path))


Outcome = Step | Progress | Diagnosis | SeqtuiError


def fake_diagnoser(requests: list[DiagnosisRequest], *outcomes: Outcome) -> type:
    """Return a class like ``Diagnoser`` that collects the requests and gives the same answers to each."""

    class FakeDiagnoser:
        def __init__(self, request: DiagnosisRequest) -> None:
            requests.append(request)

        def run(self) -> Iterator[Step | Progress | Diagnosis]:
            for outcome in outcomes:
                if isinstance(outcome, SeqtuiError):
                    raise outcome
                yield outcome

        def cancel(self) -> None:
            """Do nothing."""

    return FakeDiagnoser


def fake_suspects(count: int, text: str = "Film") -> list[Suspect]:
    kinds: tuple[Kind, ...] = ("label", "label", "duplicate", "leak")
    return [
        Suspect(
            row=row, set="train", where=f"films.csv, line {row + 2}", text=f"{text} {row} is dull.",
            label="positive", suggested=None if row % 4 == 3 else "negative", score=row / 1000,
            kind=kinds[row % 4], reason="predicted 'negative' with 98.0%, its label with 2.0%",
        )
        for row in range(count)
    ]  # fmt: skip


def fake_diagnosis(found: list[Suspect]) -> Diagnosis:
    notes, corrections = ["not examined: 9 test reviews"], Corrections(Path("films.csv.corrections.jsonl"))
    return Diagnosis("films.csv", CLASS_NAMES, 2000, 0.9, found, notes, corrections)


def shown(screen: Screen[Any], selector: str) -> str:
    return str(screen.query_one(selector, Static).content)


async def until(pilot: Pilot[Any], condition: Callable[[], bool], seconds: float = TIMEOUT) -> None:
    """Wait until a condition is true, for example because of another process."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "the condition did not become true"
        await pilot.pause(0.05)


async def live_screen(pilot: Pilot[Any]) -> LiveScreen:
    """Wait for the screen of a run."""
    await until(pilot, lambda: isinstance(pilot.app.screen, LiveScreen))
    assert isinstance(pilot.app.screen, LiveScreen)
    return pilot.app.screen


@pytest.fixture
def runs_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of runs, with the same relative path in every test."""
    monkeypatch.chdir(tmp_path)
    return Path("runs")


@pytest.fixture
def recorded(runs_dir: Path) -> Iterator[dict[str, Run]]:
    """A run in each state; the active runs are locked as by a trainer."""
    runs = {state: record(runs_dir, state, events) for state, events in STATES.items()}
    with filelock.FileLock(runs["running"].path / "lock"), filelock.FileLock(runs["reading"].path / "lock"):
        yield runs


@pytest.fixture(autouse=True)
def _known_reviews(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not count the built-in reviews each time that an app starts."""
    monkeypatch.setattr(source, "Command", OwnReviews)


@pytest.fixture
def app(runs_dir: Path, monkeypatch: pytest.MonkeyPatch) -> SeqtuiApp:
    """The app with a fixed clock and fake commands."""
    monkeypatch.setattr(monitor, "now", lambda: START + 10)
    monkeypatch.setattr(source, "Command", FakeCommand)
    monkeypatch.setattr(export, "Command", FakeCommand)
    monkeypatch.setattr(own_network, "Command", FakeCommand)
    return SeqtuiApp(runs_dir)


@pytest.fixture
def starts_on_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the app start on the Runs screen, which is drawn three times as fast as the Train screen."""
    monkeypatch.setattr(SeqtuiApp, "DEFAULT_MODE", "runs")
