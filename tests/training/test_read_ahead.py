"""Reviews that another process has read are those that a training reads itself."""

import errno
import json
import os
import time
from contextlib import suppress
from itertools import cycle
from pathlib import Path

import msgspec
import numpy as np
import pytest

from seqtui.recipe import Recipe
from seqtui.training import read_ahead
from seqtui.training.prepare import prepare
from seqtui.training.read_ahead import ReadAhead, ReadingProcess, UnreadableError

SMALL = Recipe.from_settings({"limit": 300, "max_length": 50})


def table(path: Path, texts: list[str]) -> Recipe:
    rows = [
        json.dumps({"text": text, "label": label}) for text, label in zip(texts, cycle("ab"), strict=False)
    ]
    path.write_text("\n".join(rows))
    return Recipe(data=str(path))


def check_equal(recipe: Recipe, ahead: ReadAhead | None) -> None:
    assert ahead is not None
    assert ahead.is_of(recipe)
    here, there = prepare(recipe), prepare(recipe, ahead=ahead)
    assert here.vocabulary.words == there.vocabulary.words
    assert (here.fingerprint, here.notes, here.class_names) == (
        there.fingerprint,
        there.notes,
        there.class_names,
    )
    np.testing.assert_array_equal(here.train_labels, there.train_labels)
    assert here.validation is not None
    assert there.validation is not None
    for mine, its in (
        (here.train, there.train),
        (here.validation.reviews, there.validation.reviews),
        (here.test.reviews, there.test.reviews),
    ):
        np.testing.assert_array_equal(mine.ids, its.ids)
        np.testing.assert_array_equal(mine.offsets, its.offsets)
    assert here.validation.texts == there.validation.texts
    assert here.test.texts == there.test.texts
    np.testing.assert_array_equal(here.test.labels, there.test.labels)


def test_the_reviews_of_another_process_are_the_same() -> None:
    assert ReadingProcess.is_possible(SMALL)
    check_equal(SMALL, ReadingProcess(SMALL).result())


def test_texts_of_any_script_are_the_same(tmp_path: Path) -> None:
    texts = [
        f"{word} {number}"
        for word in ("Grüße", "好看", "\0", "👍🏽", "\x1b[2J", "don’t")
        for number in range(8)
    ]
    recipe = table(tmp_path / "reviews.jsonl", texts)
    check_equal(recipe, ReadingProcess(recipe).result())


def test_reviews_that_cannot_be_passed_on_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def disk_is_full(_: object) -> bytes:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(read_ahead, "_bytes_of", disk_is_full)
    reading = ReadingProcess(SMALL)
    with reading.watched(), suppress(ChildProcessError):
        os.waitid(os.P_PID, reading._pid, os.WEXITED | os.WNOWAIT)
    assert reading.result() is None


def test_a_source_that_cannot_be_read_ends_what_goes_on_meanwhile(tmp_path: Path) -> None:
    recipe = table(tmp_path / "reviews.jsonl", ["only one"])
    reading = ReadingProcess(recipe)
    with pytest.raises(UnreadableError), reading.watched():
        time.sleep(60)
    assert reading.result() is None


def test_reviews_are_those_of_a_recipe_only_with_its_settings_and_files(tmp_path: Path) -> None:
    texts = [f"a text {number}" for number in range(60)]
    recipe, other = table(tmp_path / "a.jsonl", texts[:40]), table(tmp_path / "b.jsonl", texts[40:])
    recipe = msgspec.structs.replace(recipe, test=other.data)
    ahead = ReadAhead.of(recipe)
    assert ahead is not None
    assert ahead.is_of(msgspec.structs.replace(recipe, architecture="lstm", vocabulary_size=9, seed=3))
    for changed in (
        {"test": None}, {"test": recipe.data}, {"data": other.data}, {"limit": 30}, {"validation_split": 0.3},
        {"label_column": "label"}, {"normalize_labels": True}, {"corrections": str(tmp_path / "c.jsonl")},
    ):  # fmt: skip
        assert not ahead.is_of(msgspec.structs.replace(recipe, **changed)), changed
    table(tmp_path / "b.jsonl", texts[41:])
    assert not ahead.is_of(recipe)


def test_sources_that_are_left_to_the_training(tmp_path: Path) -> None:
    recipe = table(tmp_path / "reviews.jsonl", [f"a text {number}" for number in range(40)])
    assert ReadingProcess.is_possible(recipe)
    for name in ("corrections", "unlabelled", "errors"):
        assert not ReadingProcess.is_possible(msgspec.structs.replace(recipe, **{name: str(tmp_path / name)}))
    for folder in ("data", "test"):
        assert not ReadingProcess.is_possible(msgspec.structs.replace(recipe, **{folder: str(tmp_path)}))
    assert not ReadingProcess.is_possible(Recipe(data="imdb"))
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(60_000_000)
    assert not ReadingProcess.is_possible(Recipe(data=str(large)))
