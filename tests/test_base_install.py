"""``pip install seqtui`` without extras is enough to score."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

from seqtui.runs import Run

ROOT = Path(__file__).parent.parent


def pip(*arguments: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    return subprocess.run(list(map(str, command)), capture_output=True, text=True)


@pytest.mark.thorough
def test_the_wheel_scores_without_extras(tmp_path: Path, trained: Run) -> None:
    download = pip("download", "--no-deps", "--no-cache-dir", "--dest", tmp_path, "hatchling")
    if download.returncode:
        pytest.skip(f"pip reaches no registry: {download.stderr.splitlines()[-1]}")
    built = pip("wheel", "--no-deps", "--wheel-dir", tmp_path / "wheel", ROOT)
    assert built.returncode == 0, built.stderr
    (wheel,) = (tmp_path / "wheel").glob("seqtui-*.whl")

    venv.create(tmp_path / "venv", symlinks=True)
    scripts = tmp_path / "venv" / "bin"
    installed = pip("--python", scripts / "python", "install", "--no-compile", wheel)
    assert installed.returncode == 0, installed.stderr
    extras = ["tensorflow", "keras", "onnx", "tf2onnx", "sklearn", "pandas"]
    find_extras = f"import importlib.util as u; print([name for name in {extras} if u.find_spec(name)])"
    assert subprocess.check_output([scripts / "python", "-c", find_extras], cwd=tmp_path) == b"[]\n"

    (tmp_path / "reviews.csv").write_text("id,text\n1,A wonderful film\n2,The worst film ever\n")
    for output in ("scores.jsonl.zst", "scores.parquet", "scores.csv"):
        subprocess.run(
            [scripts / "seqtui", "score", trained.onnx_path, "--input", "reviews.csv", "--output", output],
            cwd=tmp_path, check=True, capture_output=True,
        )  # fmt: skip
    lines = (tmp_path / "scores.csv").read_text().splitlines()
    assert [line.split(",")[1] for line in lines] == ["text", "A wonderful film", "The worst film ever"]
