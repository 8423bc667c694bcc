"""The public Python API: its names, the cost of importing it, and training from a script."""

import ast
import re
import runpy
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

import exporters
import seqtui
from seqtui.runs import Run
from seqtui.runs.events import Batch, Event, Started
from tests.conftest import TIMEOUT

ROOT = Path(__file__).parent.parent
SMALL = {"limit": 100, "epochs": 1, "max_length": 30, "architecture": "fasttext"}


def python(script: str, folder: Path, code: int = 0) -> "subprocess.CompletedProcess[str]":
    path = folder / "script.py"
    path.write_text(script)
    done = subprocess.run([sys.executable, path], cwd=folder, capture_output=True, text=True)
    assert done.returncode == code, (done.stdout, done.stderr)
    return done


def test_the_public_names() -> None:
    assert seqtui.__all__ == [
        "Comparison",
        "Diagnosis",
        "InputError",
        "Labelling",
        "Labels",
        "Recipe",
        "Report",
        "ReviewFilter",
        "Run",
        "Score",
        "Scorer",
        "SearchResult",
        "SeqtuiError",
        "add_correction",
        "compare",
        "diagnose",
        "evaluate",
        "evaluated_reviews",
        "explain",
        "export_labels",
        "make_recipe",
        "read_corrections",
        "read_texts",
        "resume",
        "score_file",
        "score_folder",
        "search",
        "train",
        "undo_correction",
        "write_comparison",
        "write_diagnosis",
        "write_report",
    ]
    assert exporters.__all__ == ["export_onnx"]
    for module in (seqtui, exporters):
        for name in module.__all__:
            member = getattr(module, name)
            assert member.__name__ == name
            assert member.__doc__
            assert name in dir(module)
    with pytest.raises(AttributeError, match="module 'seqtui' has no attribute 'Recipes'"):
        seqtui.Recipes  # type: ignore[attr-defined] # noqa: B018


def test_type_checkers_see_the_public_names() -> None:
    tree = ast.parse((ROOT / "seqtui" / "__init__.py").read_text())
    block = next(node for node in tree.body if isinstance(node, ast.If))
    imported = [
        (alias.name, statement.module)
        for statement in block.body
        if isinstance(statement, ast.ImportFrom)
        for alias in statement.names
    ]
    assert sorted(name for name, _ in imported) == seqtui.__all__
    assert dict(imported) == seqtui._MODULES


def test_importing_loads_no_heavy_library(tmp_path: Path) -> None:
    script = (
        "import sys; before = set(sys.modules); import seqtui, exporters; print(*set(sys.modules) - before)"
    )
    loaded = {name.partition(".")[0] for name in python(script, tmp_path).stdout.split()}
    assert not loaded & {"tensorflow", "keras", "textual", "onnxruntime", "optuna", "click", "rich"}
    script = "import sys, seqtui; seqtui.__all__; print(*sys.modules)"
    loaded = {name.partition(".")[0] for name in python(script, tmp_path).stdout.split()}
    assert not loaded & {"numpy", "msgspec", "onnxruntime"}
    script = "import sys, seqtui\nfor name in seqtui.__all__: getattr(seqtui, name)\nprint(*sys.modules)"
    loaded = {name.partition(".")[0] for name in python(script, tmp_path).stdout.split()}
    assert not loaded & {"tensorflow", "keras", "textual"}


@pytest.mark.slow
def test_the_examples_of_the_docs_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = (ROOT / "docs" / "python.md").read_text()
    blocks = re.findall(r"```python\n(.+?)```", docs, re.DOTALL)
    assert len(blocks) == 6
    monkeypatch.chdir(tmp_path)
    Path("examples.py").write_text("\n".join(blocks))
    runpy.run_path("examples.py")
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines[:2]] == ["epoch 1", "epoch 2"]
    assert lines[2].startswith("runs/first finished 0.")
    assert lines[3].startswith("runs/first/model.onnx ")
    assert (tmp_path / "scores.parquet").exists()
    assert (tmp_path / "report.html").exists()
    assert (tmp_path / "runs" / "imdb-25k.corrections.jsonl").exists()
    assert [line.split()[:2] for line in lines[-3:-1]] == [["1", "finished"], ["2", "finished"]]
    assert (tmp_path / lines[-1].split()[-1] / "model.keras").exists()


@pytest.mark.slow
def test_paths_in_the_recipe_become_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f"film {number},{'good' if number % 2 else 'bad'}\n" for number in range(60))
    (tmp_path / "own.csv").write_text(f"text,label\n{rows}")
    monkeypatch.chdir(tmp_path)
    run = seqtui.train(seqtui.Recipe.from_settings({**SMALL, "data": "own.csv"}), runs_dir="elsewhere")
    assert run.state == "finished"
    assert run.recipe.data == str(tmp_path / "own.csv")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "mine.toml").write_text('data = "../own.csv"\nepochs = 2\n')
    recipe = seqtui.make_recipe("deeper/mine.toml", architecture="nb-ngrams")
    assert (recipe.epochs, recipe.max_length) == (2, 2500)
    assert Path(recipe.data).is_absolute()
    assert Path(recipe.data).samefile("own.csv")


@pytest.mark.slow
def test_an_exception_in_a_callback_stops_the_trainer_and_resume_continues(tmp_path: Path) -> None:
    events: list[Event] = []

    def fail(event: Event) -> None:
        events.append(event)
        if isinstance(event, Batch) and event.epoch == 2:
            raise ZeroDivisionError

    recipe = seqtui.Recipe.from_settings({**SMALL, "epochs": 400})
    with pytest.raises(ZeroDivisionError) as raised:
        seqtui.train(recipe, runs_dir=tmp_path, name="mine", on_event=fail)
    assert re.search(r"mine: training stopped; the weights of epoch \d+ are saved", raised.value.__notes__[0])
    (started,) = (event for event in events if isinstance(event, Started))
    assert not psutil.pid_exists(started.process_id)
    run = Run.find("mine", tmp_path)
    assert run.state == "stopped"

    def stop(event: Event) -> None:
        if isinstance(event, Batch):
            run.request_stop()

    assert seqtui.resume(run, on_event=stop) is run
    assert run.state == "stopped"


@pytest.mark.slow
def test_a_killed_trainer_raises_an_error(tmp_path: Path) -> None:
    def kill(event: Event) -> None:
        if isinstance(event, Started):
            psutil.Process(event.process_id).kill()

    with pytest.raises(seqtui.SeqtuiError, match="the trainer crashed") as raised:
        seqtui.train(seqtui.Recipe.from_settings(SMALL), runs_dir=tmp_path, on_event=kill)
    assert not isinstance(raised.value, seqtui.InputError)


def test_invalid_arguments_are_refused_before_a_run_is_created(tmp_path: Path) -> None:
    with pytest.raises(seqtui.InputError, match=r"nowhere\.csv"):
        seqtui.train(seqtui.Recipe(data="nowhere.csv"), runs_dir=tmp_path)
    with pytest.raises(seqtui.InputError, match="no such network"):
        seqtui.search({}, networks=["grù"], runs_dir=tmp_path)
    with pytest.raises(seqtui.InputError, match="leave it out"):
        seqtui.search({"data_fingerprint": "0"}, runs_dir=tmp_path)
    with pytest.raises(seqtui.InputError, match="no such search"):
        seqtui.search(resume="mine", runs_dir=tmp_path)
    with pytest.raises(seqtui.InputError, match="give source and label_column"):
        seqtui.evaluate(tmp_path / "model.onnx", "new.csv")
    assert not list(tmp_path.iterdir())


TRAINING = """
import seqtui
seqtui.train(seqtui.Recipe(architecture="fasttext", limit=600, epochs=9000), name="mine")
"""


def wait_for_batches(run: Run) -> int:
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        events = run.events() if run.path.exists() else []
        if any(isinstance(event, Batch) for event in events):
            assert isinstance(events[0], Started)
            return events[0].process_id
        time.sleep(0.1)
    raise AssertionError("the training did not start")


@pytest.mark.thorough  # as a function that raises an exception, and tests/cli/test_interruptions.py
@pytest.mark.slow
def test_ctrl_c_stops_the_trainer_and_saves_the_weights(tmp_path: Path) -> None:
    run = Run(tmp_path / "runs" / "mine")
    command = [sys.executable, "-c", TRAINING]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        trainer = wait_for_batches(run)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=TIMEOUT)
    assert process.returncode == -signal.SIGINT
    assert "KeyboardInterrupt" in errors
    assert re.search("mine: training stopped; the weights of epoch [0-9]+ are saved", errors)
    assert run.state == "stopped"
    assert run.model_path.exists()
    assert not psutil.pid_exists(trainer)


@pytest.mark.thorough
@pytest.mark.slow
def test_a_second_ctrl_c_kills_a_trainer_that_does_not_stop(tmp_path: Path) -> None:
    run = Run(tmp_path / "runs" / "mine")
    command = [sys.executable, "-c", TRAINING]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        trainer = psutil.Process(wait_for_batches(run))
        trainer.suspend()
        process.send_signal(signal.SIGINT)
        while not run.stop_requested:
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=TIMEOUT)
    assert process.returncode == -signal.SIGINT
    assert not trainer.is_running()
    assert not run.stop_requested
    assert run.state == "crashed"
