"""The Label screen on real reviews, with the process that chooses texts."""

import os
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Input

from seqtui.corpora import Corpus, load_corpus
from seqtui.curation import labels
from seqtui.curation.labelling import FIRST_ROUND, Labelling
from seqtui.curation.labels import Labels
from seqtui.curation.suggestions import Suggester
from seqtui.errors import SeqtuiError
from seqtui.tui.app import SeqtuiApp
from seqtui.tui.screens import label
from seqtui.tui.screens.confirm import ConfirmScreen
from seqtui.tui.screens.label import LabelScreen
from seqtui.tui.screens.train import TrainScreen
from tests.tui.conftest import HOSTILE, shown, until
from tests.tui.test_every_key import press_everything

NAMES = ["negative", "positive"]


@pytest.fixture
def known(corpus: Corpus) -> dict[str, str]:
    small = corpus.limited(300).train
    return {
        text[:300]: corpus.class_names[index] for text, index in zip(small.texts, small.labels, strict=True)
    }


def opened(known: dict[str, str], folder: Path) -> tuple[SeqtuiApp, Labelling]:
    session = Labelling(list(known), Labels.open(folder / "t.csv.labels.jsonl", NAMES))
    source = str(folder / "t.csv")
    return SeqtuiApp(folder / "runs", first=lambda: LabelScreen(session, source, source)), session


async def label_screen(pilot: Pilot[Any]) -> LabelScreen:
    await until(pilot, lambda: isinstance(pilot.app.screen, LabelScreen) and pilot.app.screen.is_ready)
    assert isinstance(pilot.app.screen, LabelScreen)
    return pilot.app.screen


async def test_from_keys_to_a_table(
    known: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(labels, "_MANY", 100)
    app, session = opened(known, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await label_screen(pilot)
        assert "no model yet: it needs 20 more labels" in shown(screen, "#guess")
        for _ in range(40):
            assert session.current is not None
            text = session.texts[session.current]
            assert " ".join(text.split())[:40] in " ".join(shown(screen, "#text").split())
            await pilot.press(str(NAMES.index(known[text]) + 1))
        await until(pilot, lambda: session.guess is not None and not screen._is_busy)
        if session.estimates():
            assert "; accuracy " in shown(screen, "#status")
        assert session.guess is not None
        guess, probability = session.guess
        assert guess not in shown(screen, "#guess").partition("last:")[0]
        await pilot.press("g")
        assert f"guess: {guess}, {probability:.0%}" in shown(screen, "#guess")
        await pilot.press("1")
        assert f"last: negative; the model's guess was {guess}" in shown(screen, "#guess")
        await pilot.press("0", "s", "9")
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, TrainScreen))
        unlabelled = app.screen.query_one("#unlabelled", Input)
        await until(pilot, lambda: unlabelled.value == str(tmp_path / "t.csv"))
        await pilot.press("f7")
        await until(pilot, lambda: app.screen is screen)
    answers = Labels.open(tmp_path / "t.csv.labels.jsonl")
    labelled = {text: answers.of(text) for text in known}
    assert sum(answer is not None and answer.kind == "label" for answer in labelled.values()) == 41
    assert [answer.shown for answer in answers.answers.values()].count(True) == 1
    assert [answer.kind for answer in answers.answers.values()][-2:] == ["unsure", "skip"]
    corpus = load_corpus(str(tmp_path / "t.csv.labelled.csv"))
    wrong = sum(
        corpus.class_names[index] != known[text]
        for part in corpus.parts.values()
        for text, index in zip(part.texts, part.labels, strict=True)
    )
    assert (len(corpus), wrong <= 1) == (41, True)


async def test_a_label_of_the_source_is_shown_when_it_is_asked_about_again(tmp_path: Path) -> None:
    texts = [f"text number {number}" for number in range(9)]
    labels = Labels.open(tmp_path / "l.jsonl", NAMES, dict.fromkeys(texts, "positive"))
    session = Labelling(texts, labels, relabel=True)
    app = SeqtuiApp(tmp_path / "runs", first=lambda: LabelScreen(session, "t.csv"))
    async with app.run_test() as pilot:
        screen = await label_screen(pilot)
        assert "9 of 9 labelled" in shown(screen, "#status")
        assert "label in the source: positive" in shown(screen, "#guess")
        await pilot.press("1")
        assert [answer.label for answer in labels.answers.values()] == ["negative"]


async def test_undo_and_resume(known: dict[str, str], tmp_path: Path) -> None:
    app, session = opened(known, tmp_path)
    async with app.run_test() as pilot:
        screen = await label_screen(pilot)
        await pilot.press("u")
        first = session.current
        await pilot.press("1", "2", "u")
        assert "1 of" in shown(screen, "#status")
        await pilot.press("u")
        assert session.current == first
        await pilot.press("2")
    again, session = opened(known, tmp_path)
    async with again.run_test() as pilot:
        await label_screen(pilot)
        assert (session.labelled, session.current != first) == (1, True)
    assert first is not None
    answer = session.labels.of(session.texts[first])
    assert answer is not None
    assert answer.label == "positive"


async def test_the_first_letters_of_the_labels(tmp_path: Path) -> None:
    names = ["bug", "Question", "praise", "Problem", "жалоба"]
    texts = [f"text number {number}" for number in range(9)]
    labels = Labels.open(tmp_path / "l.jsonl", names)
    app = SeqtuiApp(tmp_path / "runs", first=lambda: LabelScreen(Labelling(texts, labels), "t.csv"))
    async with app.run_test() as pilot:
        await label_screen(pilot)
        await pilot.press("B", "Q", "P", "b", "Ж")
        assert [answer.label for answer in labels.answers.values()] == ["bug", "Question", "жалоба"]


async def test_a_full_disk_takes_nothing_back_silently(
    known: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, session = opened(known, tmp_path)
    async with app.run_test() as pilot:
        screen = await label_screen(pilot)
        await pilot.press("1")
        await until(pilot, lambda: len(Labels.open(session.labels.path).answers) == 1)

        def full(*_: object) -> None:
            raise OSError(28, os.strerror(28))

        monkeypatch.setattr(label, "append_json", full)
        await pilot.press("2")
        await until(pilot, lambda: any("not written" in n.message for n in app._notifications))
        assert session.labelled == 1
        assert "1 of" in shown(screen, "#status")


async def test_without_the_process_that_chooses(
    known: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object) -> None:
        raise SeqtuiError("the process that chooses texts has ended")

    monkeypatch.setattr(Suggester, "suggest", ended)
    app, session = opened(known, tmp_path)
    async with app.run_test() as pilot:
        await label_screen(pilot)
        for number in range(FIRST_ROUND + 4):
            await pilot.press(str(number % 2 + 1))
        await until(pilot, lambda: any("has ended" in n.message for n in app._notifications))
        await pilot.press("1")
        assert session.labelled == FIRST_ROUND + 5


async def test_every_key_and_the_last_text(tmp_path: Path) -> None:
    texts = {f"{HOSTILE} {number}": "positive" for number in range(6)}
    app, session = opened(texts, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press_everything(pilot, LabelScreen, lambda: app.action_go("first"))
        while session.current is not None:
            await pilot.press("1")
        assert "All texts are done" in shown(app.screen, "#text")
        assert "no model yet" not in shown(app.screen, "#guess")
        await pilot.press("1", "g", "u", "2")
        for line in app.screen._compositor.render_strips():
            assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\ud800" for c in line.text)


async def test_an_app_without_labels_has_no_label_screen(tmp_path: Path) -> None:
    app = SeqtuiApp(tmp_path)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, TrainScreen) and app.screen.is_ready)
        await pilot.press("f7", "f3")
        await until(pilot, lambda: bool(app.screen.query(DataTable)))
