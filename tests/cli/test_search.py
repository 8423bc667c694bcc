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
from seqtui.cli.search import print_importances
from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.runs.events import Batch
from tests.conftest import TIMEOUT, seqtui
from tests.studies.test_study import run_search, study_in

NEW = (
    "--limit", 100, "--epochs", 2, "--max-length", 30, "--vocabulary-size", 300,
    "--networks", "fasttext,textcnn", "--trials", 2, "--name", "mine",
)  # fmt: skip


def start(*arguments: object, cwd: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "seqtui", "search", *map(str, arguments), "--json"]
    return subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + TIMEOUT
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_the_most_important_settings_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    print_importances({"lstm.units": 0.7, "learning_rate": 0.298, "pooling": 0.002})
    assert capsys.readouterr().out == (
        "\nimportance of the settings, a rough estimate: units 70%, learning rate 30%\n"
    )
    print_importances({})
    assert not capsys.readouterr().out


def has_begun(run: Run) -> bool:
    return run.is_locked and bool(run.events())


@pytest.mark.thorough
def test_a_search_continues_after_a_kill_and_ctrl_c_and_finds_a_winner(tmp_path: Path) -> None:
    runs_dir = tmp_path / "runs"
    one, two = (Run(runs_dir / f"mine-0{number}") for number in (1, 2))

    killed = start(*NEW, cwd=tmp_path)
    wait_for(lambda: has_begun(one))
    killed.kill()
    killed.communicate()

    interrupted = start("--resume", "mine", cwd=tmp_path)  # attaches to the running trainer
    wait_for(lambda: has_begun(two))
    interrupted.send_signal(signal.SIGINT)
    output, errors = interrupted.communicate()
    assert interrupted.returncode == 130
    assert b"interrupted; continue with: " in errors
    (first,) = map(json.loads, output.splitlines())
    assert (first["event"], first["trial"], first["state"]) == ("trial", 1, "finished")
    assert [event for event in one.events() if isinstance(event, Batch)]

    done = seqtui("search", "--join", "mine", "--json", cwd=tmp_path)
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

    leaderboard = seqtui("search", "--resume", "mine", "--output", "best.toml", cwd=tmp_path).stdout
    assert leaderboard.splitlines()[1].startswith(f"{winner['trial']} ")
    assert "the winner trained once more, test accuracy" in leaderboard
    assert Recipe.load(tmp_path / "best.toml") == recipe


def test_a_worker_does_not_wait_for_the_one_that_trains_the_winner(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = study_in(tmp_path, trials=1)
    run_search(study)
    assert study.claim_winner()
    assert main(["search", "--join", "mine", "--runs-dir", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        f"{tmp_path}/mine-01-full: another worker trains the winner once more",
        f"next: seqtui watch {tmp_path}/mine-01-full",
    ]
    assert main(["search", "--resume", "mine", "--runs-dir", str(tmp_path)]) == 2
    assert "another search is working on this study; work with it: --join mine" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--resume", "nothing"], "there are none yet"),
        (["--resume"], "no search to resume in "),
        (["--resume", "nothing", "--epochs", "3"], "--resume uses the settings of the search"),
        (["--join", "nothing"], "--join nothing: no such search in "),
        (["--join", "nothing", "--name", "mine"], "--join uses the settings of the search"),
        (["--join", "nothing", "--resume", "nothing"], "--resume and --join: choose one"),
        (["--proxy", "localhost:1"], "--proxy is for --join"),
        (["--networks", "lstm,grù"], "--networks grù: no such network; did you mean 'gru'?"),
        (["--networks", "lstm", "--architecture", "gru"], "the network is fixed by --architecture"),
        (["--trials", "0"], "0 is not in the range"),
        (["--name", "a/b"], "use letters, digits"),
        (["--data", "nowhere.csv"], "nowhere.csv"),
    ],
)
def test_an_invalid_request_prints_one_line(
    arguments: list[str], line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", *arguments, "--runs-dir", str(tmp_path)]) == 2
    error = capsys.readouterr().err
    assert line in error
    assert error.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_without_optuna_the_error_shows_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> Any:
        return None if name == "optuna" else object()

    monkeypatch.setattr("seqtui.studies.find_spec", missing)
    assert main(["search"]) == 2
    assert "pip install 'seqtui[search,train]'" in capsys.readouterr().err
