"""The examples of docs/use-the-file.md give the same scores in every language that is installed."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import onnx
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from seqtui.corpora import Corpus
from seqtui.runs import Run
from seqtui.scoring import Scorer
from seqtui.scoring.scorer import as_utf8
from tests.browser import BROWSER, NODE_MODULES, posted_by
from tests.conftest import representatives
from tests.exporters.texts import fuzz

_ROOT = Path(__file__).parents[2]
_OLDEST = _ROOT / ".venv/oldest"
_ONNXRUNTIME_WEB = NODE_MODULES / "onnxruntime-web/dist"
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


FUZZED = pytest.mark.parametrize("fuzzed", representatives(500, 5000, often=[500]), indirect=True)


@pytest.fixture
def fuzzed(request: pytest.FixtureRequest) -> list[str]:
    """Difficult texts, without the half surrogate pairs that JavaScript would combine."""
    return [as_utf8(fuzz(number)) for number in range(request.param)]


def block(language: str, literal: str) -> str:
    docs = (_ROOT / "docs/use-the-file.md").read_text(encoding="utf-8")
    found = re.search(rf"```{language}\n(.*?)```", docs, re.DOTALL)
    assert found
    assert _TEXTS in found[1]
    return found[1].replace(_TEXTS, literal)


def scores(command: list[str], folder: Path, **environment: str) -> tuple[list[str], list[float]]:
    variables = {**os.environ, **environment}
    done = subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, encoding="utf-8", check=True
    )
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


def python_script(texts: list[str]) -> str:
    # use.py also prints the text, and a text with a line feed would take two lines
    script = block("python", ascii(texts))
    assert "row[1], text" in script
    return script.replace("row[1], text", "row[1]")


@FUZZED
def test_python(folder: Path, trained: Run, corpus: Corpus, fuzzed: list[str]) -> None:
    texts = [*_DIFFICULT, *fuzzed, *corpus.test.texts[:50]]
    (folder / "use.py").write_text(python_script(texts), encoding="utf-8")
    check(scores([sys.executable, "use.py"], folder), trained, texts)


@FUZZED
@pytest.mark.parametrize("library", ["DuckDB", "Polars"])
def test_tables(
    folder: Path,
    trained: Run,
    fuzzed: list[str],
    library: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(folder)
    texts = [*_DIFFICULT, *fuzzed]
    pq.write_table(pa.table({"text": [None, *texts], "row": range(len(texts) + 1)}), "reviews.parquet")
    docs = (_ROOT / "docs/use-the-file.md").read_text(encoding="utf-8")
    (script,) = re.findall(rf"## {library}\n.*?```python\n(.*?)```", docs, re.DOTALL)
    variables: dict[str, Any] = {}
    script = script.replace("scan_csv", "scan_parquet").replace("reviews.csv", "reviews.parquet")
    exec(script, variables)  # noqa: S102 - of our own docs
    assert "positive" in capsys.readouterr().out
    scored = variables["scored"]
    rows = scored.fetchall() if library == "DuckDB" else scored.rows()
    found = {row: (text, probability) for text, row, probability in rows}
    assert found.pop(0, (None, None)) == (None, None)
    assert [found[row + 1][0] for row in range(len(texts))] == texts
    expected = Scorer(trained.onnx_path).probabilities(texts)[:, 1]
    assert [found[row + 1][1] for row in range(len(texts))] == pytest.approx(expected, abs=1e-6, rel=0)


@FUZZED
@pytest.mark.skipif(
    not (_OLDEST / "onnxruntime").is_dir(), reason="no onnxruntime 1.17: 'make test' installs it"
)
def test_the_oldest_supported_onnxruntime(
    folder: Path, trained: Run, corpus: Corpus, fuzzed: list[str]
) -> None:
    version = subprocess.run(
        [sys.executable, "-c", "import onnxruntime; print(onnxruntime.__version__)"],
        env={**os.environ, "PYTHONPATH": str(_OLDEST)}, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    docs = (_ROOT / "docs/use-the-file.md").read_text(encoding="utf-8")
    assert f"onnxruntime {version[:4]} " in docs.splitlines()[2]
    assert f'"onnxruntime>={version[:4]}"' in (_ROOT / "pyproject.toml").read_text(encoding="utf-8")
    texts = [*_DIFFICULT, *fuzzed, *corpus.test.texts[:50]]
    (folder / "use.py").write_text(python_script(texts), encoding="utf-8")
    check(scores([sys.executable, "use.py"], folder, PYTHONPATH=str(_OLDEST)), trained, texts)


def test_the_docs_list_the_operators_of_a_reduced_build(trained: Run) -> None:
    docs = (_ROOT / "docs/use-the-file.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"reduced onnxruntime build needs (.*?)\. The network", docs, re.DOTALL)
    graph = onnx.load(trained.onnx_path).graph
    in_front = next(index for index, node in enumerate(graph.node) if node.output[0] == "ids")
    text_rule = {
        f"{node.domain or 'ai.onnx'}.{node.op_type}"
        for node in (*graph.node[: in_front + 1], *graph.node[-2:])
    }
    assert set(re.findall(r"`([^`]+)`", line)) == text_rule


@FUZZED
@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed")
@pytest.mark.skipif(
    not (NODE_MODULES / "onnxruntime-node").is_dir(),
    reason="onnxruntime-node is not installed: 'make test' does, with npm",
)
def test_node(folder: Path, trained: Run, corpus: Corpus, fuzzed: list[str]) -> None:
    texts = [*_DIFFICULT, "half \ud83d a pair", *fuzzed, *corpus.test.texts[:50]]
    (folder / "node_modules").symlink_to(NODE_MODULES)
    script = block("javascript", json.dumps(texts))
    assert ", texts[i]);" in script
    script = script.replace(", texts[i]);", ");")  # as in Python, a text may have a line feed
    (folder / "use.mjs").write_text(script, encoding="utf-8")
    check(scores(["node", "use.mjs"], folder), trained, texts)


def in_a_browser(folder: Path, page: str) -> list[list[object]]:
    """Open a page in Chromium and return its log, one list per line; an error is the last line."""
    reporting = """<script>
const lines = [];
console.log = (...values) => lines.push(values);
const post = () => fetch("/", { method: "POST", body: JSON.stringify(lines) });
for (const kind of ["error", "unhandledrejection"])
  addEventListener(kind, (event) => { lines.push([String(event.message ?? event.reason)]); post(); });
</script>
"""
    (folder / "index.html").write_text(
        reporting + page.replace("</script>", "  post();\n</script>"), encoding="utf-8"
    )
    lines: list[list[object]] = posted_by(folder)
    return lines


@FUZZED
@pytest.mark.skipif(BROWSER is None, reason="Chromium is not installed")
@pytest.mark.skipif(
    not _ONNXRUNTIME_WEB.is_dir(), reason="no onnxruntime-web: 'make test' installs it, with npm"
)
@pytest.mark.parametrize(
    "build", representatives("ort", "ort.all", "ort.wasm", "ort.webgpu", "ort.jspi", often=["ort"])
)
def test_browser(folder: Path, trained: Run, corpus: Corpus, fuzzed: list[str], build: str) -> None:
    texts = [
        *_DIFFICULT[:-1],
        "half \ud83d a pair",
        *fuzzed,
        *(text[:300] for text in corpus.test.texts[:50]),
    ]
    (folder / "dist").symlink_to(_ONNXRUNTIME_WEB)
    page = block("html", json.dumps(texts))
    assert "dist/ort.min.mjs" in page
    lines = in_a_browser(folder, page.replace("dist/ort.min.mjs", f"dist/{build}.min.mjs"))
    if build in ("ort.webgpu", "ort.jspi"):  # when this fails, the docs can name them too
        assert "LabelEncoder" in str(lines)
    else:
        assert len(lines) == len(texts), lines[-1]
        check(([str(line[0]) for line in lines], [float(str(line[1])) for line in lines]), trained, texts)
