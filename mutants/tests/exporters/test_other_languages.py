"""docs/use-the-file.md, run as it stands: the same scores in every language that can be tried here."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from seqtui.corpora import Corpus
from seqtui.runs import Run
from seqtui.scoring import Scorer

_ROOT = Path(__file__).parents[2]
_NODE_MODULES = _ROOT / ".venv/node_modules"
_TEXTS = '["A wonderful film", "Boring, and far too long"]'
_DIFFICULT = [
    "",
    "...",
    "Not bad\0not good at all",
    "GREAT Great great gReAt",
    "\u00c9lan \u00e9LAN \u00c9LAN \u0130K\u212a",
    "\U0001f600 wonderful \U0001f44d\U0001f3fd",
    "\U00020000\U00020000 awful",
    "It\u2019s isn't <br /><BR/>",
    "word " * 900,
]


def block(language: str, literal: str) -> str:
    docs = (_ROOT / "docs/use-the-file.md").read_text(encoding="utf-8")
    found = re.search(rf"```{language}\n(.*?)```", docs, re.DOTALL)
    assert found
    assert _TEXTS in found[1]
    return found[1].replace(_TEXTS, literal)


def scores(command: list[str], folder: Path) -> tuple[list[str], list[float]]:
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True)
    rows = [line.split(" ", 2) for line in done.stdout.removesuffix("\n").split("\n")]
    return [row[0] for row in rows], [float(row[1]) for row in rows]


@pytest.fixture
def folder(tmp_path: Path, trained: Run) -> Path:
    (tmp_path / "model.onnx").symlink_to(trained.onnx_path)
    return tmp_path


def check(found: tuple[list[str], list[float]], trained: Run, texts: list[str]) -> None:
    expected = Scorer(trained.onnx_path).score(texts)
    labels, probabilities = found
    assert labels == [score.label for score in expected]
    assert probabilities == pytest.approx(
        [score.probabilities["positive"] for score in expected], abs=1e-6, rel=0
    )


def test_python(folder: Path, trained: Run, corpus: Corpus) -> None:
    texts = [*_DIFFICULT, *corpus.held_out.texts[:50]]
    (folder / "use.py").write_text(block("python", ascii(texts)), encoding="utf-8")
    check(scores([sys.executable, "use.py"], folder), trained, texts)


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no Node.js here")
@pytest.mark.skipif(
    not (_NODE_MODULES / "onnxruntime-node").is_dir(),
    reason="onnxruntime-node is not installed: 'make test' does, with npm",
)
def test_node(folder: Path, trained: Run, corpus: Corpus) -> None:
    texts = [*_DIFFICULT, "half \ud83d a pair", *corpus.held_out.texts[:50]]
    (folder / "node_modules").symlink_to(_NODE_MODULES)
    (folder / "use.mjs").write_text(block("javascript", json.dumps(texts)), encoding="utf-8")
    check(scores(["node", "use.mjs"], folder), trained, texts)
