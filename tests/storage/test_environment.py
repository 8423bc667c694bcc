"""Containers: a read-only installation, no home folder, one writable volume."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import seqtui
from seqtui.runs import Run
from tests.users import as_user, needs_users

UID = 54321


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Path]:
    """A read-only copy of the packages."""
    site = tmp_path / "site"
    for package in ("seqtui", "exporters"):
        source = Path(seqtui.__file__).parents[1] / package
        shutil.copytree(source, site / package, ignore=shutil.ignore_patterns("__pycache__"))
    folders = [Path(folder) for folder, _, _ in os.walk(site)]
    for folder in folders:
        folder.chmod(0o555)
    yield site
    for folder in folders:
        folder.chmod(0o755)


def run_in(folder: Path, *arguments: str, user: list[str], **variables: str) -> str:
    """Run the command without a home folder and return its stderr."""
    inherited = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    done = subprocess.run(
        [*user, sys.executable, "-m", "seqtui", *arguments],
        cwd=folder, env=inherited | variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, (done.stdout, done.stderr)
    return done.stderr


@pytest.mark.thorough
@needs_users
def test_it_trains_and_exports_without_a_home_folder(tmp_path: Path, installation: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    os.chown(work, UID, UID)
    variables = {"PYTHONPATH": str(installation)}
    user = as_user(UID, UID)
    # A network without kernels, which would be compiled for half a minute; for them see the next test.
    train = ("train", "--limit", "100", "--epochs", "1", "--architecture", "fasttext", "--name", "mine")
    output = run_in(work, *train, user=user, **variables)
    assert "epoch 1/1" in output
    run = Run(work / "runs" / "mine")
    assert "Matplotlib" not in run.log_path.read_text()
    output = run_in(work, "export", "mine", "--onnx", user=user, **variables)
    assert output.splitlines()[-1].startswith("verifying with onnxruntime")
    assert run_in(work, "score", "runs/mine/model.onnx", "a fine film", user=user, **variables) == ""
    assert [path.name for path in work.iterdir()] == ["runs"]  # no folder named ~


def test_kernels_compile_without_a_usable_cache(tmp_path: Path, installation: Path) -> None:
    script = """
import numpy as np
from seqtui.training import kernels
every = kernels.scan, kernels.scan_gradient, kernels.weights_gradient
cached = [kernel.stats.cache_path for kernel in every]
gradient = np.zeros((2, 4), np.float32)
inputs, gates, masks = (np.full(shape, 2, np.float32) for shape in ((1, 1, 2), (4, 1, 1, 1), (4, 1, 2)))
kernels.weights_gradient(inputs, gates, masks, np.ones(1, np.int32), gradient)
print(cached, gradient.tolist())
"""
    (tmp_path / "file").touch()
    nowhere = str(tmp_path / "file" / "cache")
    variables = {"PYTHONPATH": str(installation), "HOME": nowhere, "PATH": os.environ["PATH"]}
    done = subprocess.run(
        [*without_override(), sys.executable, "-c", script],
        cwd=tmp_path, env=variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{[None] * 3} {[[8.0] * 4] * 2}\n", "")


def without_override() -> list[str]:
    """Return a command prefix that applies file permissions to root, too."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("as root, file permissions apply only with setpriv")
    return ["setpriv", "--inh-caps=-dac_override", "--bounding-set=-dac_override"]


@pytest.mark.thorough
def test_keras_ignores_the_configuration_in_the_home_folder(tmp_path: Path) -> None:
    (tmp_path / ".keras").mkdir()
    (tmp_path / ".keras" / "keras.json").write_text('{"floatx": "float64", "backend": "jax"}')
    script = (
        "import sys\nfrom seqtui.storage.environment import isolated_keras\n"
        "with isolated_keras(): import keras\n"
        "print(keras.config.backend(), keras.config.floatx(), {'scipy', 'sklearn'} & set(sys.modules))\n"
        "import sklearn"
    )
    environment = {**os.environ, "HOME": str(tmp_path), "KERAS_BACKEND": "torch"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "tensorflow float32 set()\n"


def test_scoring_writes_nothing_to_the_home_folder(tmp_path: Path, trained: Run) -> None:
    (tmp_path / "home").mkdir()
    output = run_in(tmp_path, "score", str(trained.onnx_path), "good", user=[], HOME=str(tmp_path / "home"))
    assert output == ""
    assert list((tmp_path / "home").iterdir()) == []
