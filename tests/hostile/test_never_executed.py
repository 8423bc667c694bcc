"""Nothing that comes in a file is run."""

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
from tests.hostile.damage import PICKLE, Executes, made
from tests.hostile.models import PICKLED_ARRAY, keras_crafted, with_part

_ROOT = Path(__file__).parents[2]
_RUNS_CODE = re.compile(
    r"allow_pickle=True|safe_mode=False|enable_unsafe_deserialization|\bLambda\(|\beval\(|\bexec\(|os\.system|"
    r"shell=True|load_model\(|extractall\(|\bimport (pickle|marshal|shelve|dill|joblib)\b"
)


def test_no_source_line_unpickles_or_evaluates() -> None:
    for folder in ("seqtui", "exporters"):
        for path in (_ROOT / folder).rglob("*.py"):
            assert not _RUNS_CODE.search(path.read_text(encoding="utf-8")), path


@pytest.fixture
def hurt(trained: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A copy of a run whose files may be spoiled; what is executed would leave a file behind."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(trained.path, tmp_path / "hurt")
    return Run(tmp_path / "hurt")


def test_hostile_weights_are_refused_in_one_line(hurt: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    good, network = hurt.model_path.read_bytes(), load_network(hurt)
    weights = network.model.get_weights()
    monkeypatch.setattr(networks, "Network", lambda *_, **__: network)  # building it takes seconds
    crafted = dict(keras_crafted(good))
    for how in ("a pickle for weights", "no weights", "weights elsewhere", "a weight of 4 TB"):
        hurt.model_path.write_bytes(made(crafted[how]))
        with pytest.raises(InputError, match=r"model\.keras: not the weights of this run") as raised:
            load_network(hurt)
        assert "\n" not in str(raised.value)
    for how in ("a Lambda layer", "a call of the system", "a pickle for a configuration"):
        hurt.model_path.write_bytes(made(crafted[how]))  # of which nothing but the weights is read
        loaded = load_network(hurt).model.get_weights()
        assert all(np.array_equal(*pair) for pair in zip(weights, loaded, strict=True))
    assert not Path("executed").exists()


def test_a_hostile_checkpoint_is_refused_in_one_line(hurt: Run) -> None:
    good = hurt.checkpoint_path.read_bytes()
    hidden = [with_part(good, f"{name}.npy", PICKLED_ARRAY) for name in ("position", "best-0", "state-0")]
    for content in (PICKLE, PICKLED_ARRAY, *hidden):
        hurt.checkpoint_path.write_bytes(content)
        with pytest.raises(InputError, match=r"checkpoint\.npz: not a checkpoint") as raised:
            Checkpoint.load(hurt.checkpoint_path)
        assert "\n" not in str(raised.value)
    hurt.checkpoint_path.write_bytes(hidden[0])
    with pytest.raises(InputError, match=r"checkpoint\.npz: not a checkpoint"):
        read_position(hurt.checkpoint_path)
    assert not Path("executed").exists()


def test_the_pickle_would_have_been_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    call, arguments = Executes().__reduce__()
    call(*arguments)
    assert Path("executed").exists()
