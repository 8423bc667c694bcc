"""The real search, with real trainers."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from seqtui.cli import main
from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.runs.events import Batch
from tests.conftest import PATIENCE, seqtui

NEW = (
    "--limit", 100, "--epochs", 2, "--max-length", 30, "--vocabulary-size", 300,
    "--networks", "fasttext,textcnn", "--trials", 2, "--name", "mine",
)  # fmt: skip


def started(*arguments: object, cwd: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "seqtui", "search", *map(str, arguments), "--json"]
    return subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def has_begun(run: Run) -> bool:
    return run.is_locked and bool(run.events())


def test_a_search_survives_a_kill_and_ctrl_c_and_ends_with_a_winner(tmp_path: Path) -> None:
    runs_dir = tmp_path / "runs"
    one, two = (Run(runs_dir / f"mine-0{number}") for number in (1, 2))

    killed = started(*NEW, cwd=tmp_path)
    wait_for(lambda: has_begun(one))
    killed.kill()
    killed.communicate()

    interrupted = started("--resume", "mine", cwd=tmp_path)  # sits down beside the trainer that goes on
    wait_for(lambda: has_begun(two))
    interrupted.send_signal(signal.SIGINT)
    said = interrupted.communicate()
    assert interrupted.returncode == 130
    assert b"interrupted, nothing is lost; " in said[1]
    (first,) = map(json.loads, said[0].splitlines())
    assert (first["event"], first["trial"], first["state"]) == ("trial", 1, "finished")
    assert [event for event in one.events() if isinstance(event, Batch)]

    done = seqtui("search", "--resume", "mine", "--json", cwd=tmp_path)
    second, result = map(json.loads, done.stdout.splitlines())
    assert (second["trial"], second["state"]) == (2, "finished")
    winner = max((first, second), key=lambda trial: (trial["accuracy"], -trial["loss"]))
    assert result["winner"] == {key: value for key, value in winner.items() if key != "event"}

    recipe = Recipe.load(tmp_path / result["recipe"])
    assert (recipe.vocabulary_size, recipe.max_length, recipe.validation_split) == (300, 30, 0.1)
    final = Run(tmp_path / result["run"])
    assert final.recipe.to_settings() == recipe.to_settings() | {
        "data_fingerprint": final.recipe.data_fingerprint
    }
    assert result["test_accuracy"] == final.events()[-1].test_accuracy  # type: ignore[union-attr]
    rows = [json.loads(line) for line in seqtui("runs", "--json", cwd=tmp_path).stdout.splitlines()]
    assert {Path(row["run"]).name for row in rows} == {"mine-01", "mine-02", final.name}

    board = seqtui("search", "--resume", "mine", "--output", "best.toml", cwd=tmp_path).stdout
    assert board.splitlines()[1].startswith(f"{winner['trial']} ")
    assert "the winner trained once more, test accuracy" in board
    assert Recipe.load(tmp_path / "best.toml") == recipe


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--resume", "nothing"], "there are none yet"),
        (["--resume", "nothing", "--epochs", "3"], "--resume takes the search's own settings"),
        (["--networks", "lstm,grù"], "no such network; did you mean 'gru'?"),
        (["--networks", "lstm", "--architecture", "gru"], "the network is fixed by --architecture"),
        (["--trials", "0"], "0 is not in the range"),
        (["--name", "a/b"], "use letters, digits"),
        (["--data", "nowhere.csv"], "nowhere.csv"),
    ],
)
def test_a_wrong_request_is_told_in_a_line(
    arguments: list[str], line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", *arguments, "--runs-dir", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert line in said
    assert said.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_without_optuna_the_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> Any:
        return None if name == "optuna" else object()

    monkeypatch.setattr("seqtui.studies.find_spec", missing)
    assert main(["search"]) == 2
    assert "pip install 'seqtui[search,train]'" in capsys.readouterr().err
