"""A network of one's own on the command line: the example of the docs, and files that nobody has trusted."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import onnx
import pytest

from seqtui.architectures.network_file import NetworkFile
from seqtui.architectures.settings import Setting
from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.runs.events import Failed
from seqtui.training.process import start_trainer
from tests.architectures.own_networks import MASKED_LSTM, WORKS, example
from tests.conftest import TIMEOUT, seqtui

SMALL = ("--limit", 300, "--epochs", 1, "--max-length", 40)
UNTRUSTED = "Python code that you have not run before; read it, then run it with --trust-network\n"


@pytest.fixture(autouse=True)
def _user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user who has trusted no network yet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_the_example_of_the_docs_from_training_to_a_score() -> None:
    network = Path("my_network.py")
    network.write_text(example(), encoding="utf-8")
    shown = seqtui("train", "--architecture", network, "--help-network", "--trust-network").stdout
    assert "units    32       1 to 512  Size of the GRU's state." in shown
    shown = seqtui("train", "--architecture", network, "--help-network", "--json").stdout
    units = msgspec.json.decode(shown, type=dict[str, Setting])["units"]  # for the app's form
    assert (units.default, units.values, units.help) == (32, "1 to 512", "Size of the GRU's state.")

    seqtui("train", "--architecture", network, "--set", "units=16", *SMALL, "--epochs", 3, "--name", "whole")
    whole = Run.find("whole")
    assert whole.recipe.network == {"units": 16}
    assert whole.recipe.architecture == str(network.absolute())
    assert whole.network_path.read_bytes() == network.read_bytes()
    assert NetworkFile.read(whole.network_path).digest == whole.recipe.network_digest

    interrupted = stopped_after_an_epoch(whole, "interrupted")
    network.write_text("raise RuntimeError('changed since')")
    seqtui("train", "--resume", "interrupted")
    assert interrupted.metrics == whole.metrics
    assert interrupted.model_path.read_bytes() == whole.model_path.read_bytes()

    report = seqtui("export", "whole", "--json").stdout
    assert '"verified":true' in report
    assert "label" in seqtui("score", "whole", "A wonderful film", "--json").stdout
    recipe = {prop.key: prop.value for prop in onnx.load(whole.onnx_path).metadata_props}["recipe"]
    assert 'architecture = "my_network.py"' in recipe
    assert "my_network.py" in seqtui("runs", "show", "whole").stdout
    again = seqtui("train", whole.recipe_path, *SMALL, "--name", "again", "--json")  # the network of the run
    assert '"finished"' in again.stdout


def stopped_after_an_epoch(like: Run, name: str) -> Run:
    """Train a run with the same recipe and network, and stop it after its first epoch."""
    network = like.network_path.read_bytes()
    recipe = Recipe.load(like.recipe_path)
    run = Run.create(like.path.parent, recipe, name, network)
    run.request_stop_after_epoch()
    assert start_trainer(run).wait(TIMEOUT) == 0
    assert run.state == "stopped"
    assert run.metrics
    assert run.metrics.epoch == 1
    return run


MARKER = "from pathlib import Path\nPath('executed').write_text('executed')\n"


@pytest.fixture(scope="session")
def somebodys(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run that another user has trained and exported; its network writes a file when it is executed."""
    folder = tmp_path_factory.mktemp("somebody")
    (folder / "net.py").write_text(MARKER + WORKS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        options = ("--trust-network", "--name", "theirs")
        seqtui("train", "--architecture", "net.py", *SMALL, *options, cwd=folder)
        seqtui("export", "theirs", cwd=folder)
    assert (folder / "executed").exists()
    (folder / "net.py").unlink()
    return Run(folder / "runs" / "theirs")


@pytest.fixture
def foreign(somebodys: Run) -> Run:
    """A copy of that run."""
    shutil.copytree(somebodys.path, "runs/foreign")
    return Run.find("foreign")


def test_a_foreign_run_is_listed_and_scored_without_its_code(foreign: Run) -> None:
    assert "net.py" in seqtui("runs").stdout
    assert "net.py: your own network" in seqtui("runs", "show", "foreign").stdout
    shutil.copytree(foreign.path, "runs/other")
    assert "net.py" in seqtui("runs", "compare", "foreign", "other").stdout
    assert "test accuracy" in seqtui("watch", "foreign").stdout
    seqtui("score", "foreign", "A wonderful film")
    seqtui("report", "foreign")
    assert not Path("executed").exists()


def test_a_foreign_network_is_not_executed_without_consent(foreign: Run) -> None:
    foreign.checkpoint_path.unlink()
    foreign.events_path.write_text("")
    before = sorted(Path("runs").rglob("*"))
    for command in (
        ("train", "--resume", "foreign"),
        ("export", "foreign"),
        ("train", foreign.recipe_path),
        ("train", "--architecture", foreign.network_path),
        ("train", "--architecture", foreign.network_path, "--help-network"),
        ("train", "--architecture", foreign.network_path, "--set", "units=3"),
        ("search", "--architecture", foreign.network_path, "--trials", 1),
    ):
        refused = seqtui(*command, code=2)
        assert refused.stderr.endswith(UNTRUSTED), command
        assert refused.stderr.count("\n") == 1
        assert "network.py" in refused.stderr
    assert not Path("executed").exists()
    assert sorted(Path("runs").rglob("*")) == before

    run_again = start_trainer(foreign)  # as the app does
    assert run_again.wait(TIMEOUT) == 2
    end = foreign.end()
    assert isinstance(end, Failed)
    assert "net.py: Python code that you have not run before" in end.reason
    assert not Path("executed").exists()

    seqtui("train", foreign.recipe_path, *SMALL, "--trust-network", "--name", "mine")
    assert Path("executed").exists()
    seqtui("train", foreign.recipe_path, *SMALL, "--name", "again")  # trusted now


@pytest.mark.thorough
def test_the_question_on_a_terminal(foreign: Run) -> None:
    def answer(line: bytes) -> tuple[int, str]:
        terminal, inside = pty.openpty()
        command = [sys.executable, "-m", "seqtui", "train", "--architecture", str(foreign.network_path)]
        process = subprocess.Popen(
            [*command, "--help-network"], stdin=inside, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
        )
        os.write(terminal, line)
        _, errors = process.communicate(timeout=TIMEOUT)
        os.close(terminal)
        os.close(inside)
        return process.returncode, errors.decode()

    code, errors = answer(b"\n")
    assert code == 2
    assert "Python code that you have not run before; it can do whatever you can do. Run it? [y/N]" in errors
    assert errors.endswith("network.py: not run\n")
    assert not Path("executed").exists()
    assert answer(b"y\n")[0] == 0
    assert Path("executed").exists()
    assert answer(b"")[0] == 0  # asked once only


def test_a_changed_run_folder_is_refused(foreign: Run, tmp_path: Path) -> None:
    good = foreign.network_path.read_bytes()
    foreign.network_path.write_bytes(good + b"# changed\n")
    refused = seqtui("export", "foreign", "--trust-network", code=2).stderr
    assert refused.endswith("network.py: not the network of this run; its digest is another one\n")
    (tmp_path / "elsewhere.py").write_bytes(good)
    foreign.network_path.unlink()
    foreign.network_path.symlink_to(tmp_path / "elsewhere.py")
    refused = seqtui("export", "foreign", "--trust-network", code=2).stderr
    assert refused.endswith("network.py: a symbolic link, which is not followed\n")
    foreign.network_path.unlink()
    assert "cannot read the network" in seqtui("export", "foreign", "--trust-network", code=2).stderr
    recipe = foreign.recipe.to_settings()
    del recipe["network_digest"]
    Recipe.from_settings(recipe).save(foreign.recipe_path)
    assert "no network_digest" in seqtui("export", "foreign", "--trust-network", code=2).stderr
    foreign.recipe_path.write_text('architecture = "a.py"\nnetwork_digest = "../../a"\n')
    assert "network_digest = '../../a' is invalid" in seqtui("export", "foreign", code=2).stderr
    assert not Path("executed").exists()


def test_errors_are_found_before_training_and_in_one_line() -> None:
    network = Path("my\x1b[31mnetwork.py")
    network.write_text(WORKS.replace("return keras", "return nothing"))
    failed = seqtui("train", "--architecture", network, *SMALL, "--trust-network", "--name", "one", code=2)
    last = failed.stderr.splitlines()[-1]
    assert last == "seqtui: my [31mnetwork.py, line 12: NameError: name 'nothing' is not defined"
    assert "\x1b" not in failed.stderr
    network.write_text(WORKS)
    options = ("--architecture", network, *SMALL, "--trust-network")
    failed = seqtui("train", *options, "--set", "units=3", "--name", "two", code=2)
    assert failed.stderr.splitlines()[-1].endswith("has no such setting; it has no settings")
    assert not any(Path("runs").rglob("model.keras"))
    assert "a network, not a recipe; choose it with --architecture" in seqtui("train", "n.py", code=2).stderr


@pytest.mark.thorough
def test_a_masked_lstm_of_keras_is_exported_with_a_warning() -> None:
    Path("stock.py").write_text(MASKED_LSTM)
    seqtui("train", "--architecture", "stock.py", *SMALL, "--trust-network", "--name", "stock")
    exported = seqtui("export", "stock", "--json")
    assert "warning: tf2onnx converts layers of stock.py to 1 × Loop" in exported.stderr
    assert '"verified":true' in exported.stdout
    run = Run.find("stock")
    assert "Loop" in [node.op_type for node in onnx.load(run.onnx_path).graph.node]
    seqtui("score", "stock", "A wonderful film")
    assert "stock.py has no LSTM" in seqtui("export", "stock", "--int8", code=2).stderr


def test_what_tf2onnx_cannot_convert_is_reported_in_one_line() -> None:
    layer = """
import tensorflow as tf


class Bessel(keras.layers.Layer):
    def call(self, inputs):
        return tf.math.bessel_i0(inputs)
"""
    Path("odd.py").write_text(WORKS.replace("(pooled)\n    return", "(Bessel()(pooled))\n    return") + layer)
    seqtui("train", "--architecture", "odd.py", *SMALL, "--trust-network", "--name", "odd")
    failed = seqtui("export", "odd", code=1).stderr.splitlines()[-1]
    assert failed.startswith("seqtui: odd.py: tf2onnx cannot convert it to ONNX: ")


@pytest.mark.thorough
def test_a_search_draws_the_settings_of_a_file() -> None:
    code = example().replace('state.")', 'state.", extra={"search": (8, 16)})')
    Path("mine.py").write_text(code)
    small = ("--limit", 200, "--max-length", 20, "--vocabulary-size", 2000)
    options = ("--architecture", "mine.py", *small, "--epochs", 1, "--trials", 2, "--name", "s")
    seqtui("search", *options, "--trust-network")
    units = {Run.find(f"s-0{trial}").recipe.network.get("units", 32) for trial in (1, 2)}
    assert units <= {8, 16, 32}
    assert Run.find("s-02").network_path.exists()
    seqtui("search", "--resume", "s", "--trials", 3)
    assert "--architecture" in seqtui("search", "--networks", "mine.py,lstm", code=2).stderr
