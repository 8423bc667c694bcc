"""No code in a file is executed."""

import re
import shutil
from pathlib import Path

import numpy as np
import pytest

from seqtui.errors import InputError
from seqtui.runs import Run
from seqtui.runs.checkpoint import Checkpoint, read_position
from seqtui.training import network as networks
from seqtui.training.network import load_network
from tests.hostile.damage import PICKLE, Executes, build
from tests.hostile.models import PICKLED_ARRAY, keras_crafted, with_part

_ROOT = Path(__file__).parents[2]
_RUNS_CODE = re.compile(
    r"allow_pickle=True|safe_mode=False|enable_unsafe_deserialization|\bLambda\(|\beval\(|\bexec\(|os\.system|"
    r"shell=True|load_model\(|extractall\(|\bimport (pickle|marshal|shelve|dill|joblib)\b"
)


def test_no_source_line_unpickles_or_evaluates_code() -> None:
    for folder in ("seqtui", "exporters"):
        for path in (_ROOT / folder).rglob("*.py"):
            assert not _RUNS_CODE.search(path.read_text(encoding="utf-8")), path


@pytest.fixture
def damaged(trained: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A copy of a run, for tests that damage its files; executed code would create a file."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(trained.path, tmp_path / "damaged")
    return Run(tmp_path / "damaged")


def test_hostile_weights_are_refused_in_one_line(damaged: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    good, network = damaged.model_path.read_bytes(), load_network(damaged)
    weights = network.model.get_weights()
    monkeypatch.setattr(networks, "Network", lambda *_, **__: network)  # building it takes seconds
    crafted = dict(keras_crafted(good))
    for how in ("a pickle for weights", "no weights", "weights elsewhere", "a weight of 4 TB"):
        damaged.model_path.write_bytes(build(crafted[how]))
        with pytest.raises(InputError, match=r"model\.keras: not the weights of this run") as raised:
            load_network(damaged)
        assert "\n" not in str(raised.value)
    for how in ("a Lambda layer", "a call of posix.system", "a pickle for a configuration"):
        damaged.model_path.write_bytes(build(crafted[how]))  # only the weights are read
        loaded = load_network(damaged).model.get_weights()
        assert all(np.array_equal(*pair) for pair in zip(weights, loaded, strict=True))
    assert not Path("executed").exists()


def test_a_hostile_checkpoint_is_refused_in_one_line(damaged: Run) -> None:
    good = damaged.checkpoint_path.read_bytes()
    hidden = [with_part(good, f"{name}.npy", PICKLED_ARRAY) for name in ("position", "best-0", "state-0")]
    for content in (PICKLE, PICKLED_ARRAY, *hidden):
        damaged.checkpoint_path.write_bytes(content)
        with pytest.raises(InputError, match=r"checkpoint\.npz: not a checkpoint") as raised:
            Checkpoint.load(damaged.checkpoint_path)
        assert "\n" not in str(raised.value)
    damaged.checkpoint_path.write_bytes(hidden[0])
    with pytest.raises(InputError, match=r"checkpoint\.npz: not a checkpoint"):
        read_position(damaged.checkpoint_path)
    assert not Path("executed").exists()


def test_the_hostile_pickle_creates_a_file_when_executed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    call, arguments = Executes().__reduce__()
    call(*arguments)
    assert Path("executed").exists()
