"""The web page of an export, in Chromium under a strict Content-Security-Policy."""

import csv
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from exporters import export_onnx
from exporters.web import RUNTIME, VERSION, find_runtime, write_web_folder
from seqtui.errors import InputError
from seqtui.runs import Run
from seqtui.scoring import Scorer
from seqtui.scoring.scorer import as_utf8
from tests.browser import BROWSER, NODE_MODULES, posted_by
from tests.exporters.texts import fuzz

PAGE = Path(__file__).parents[2] / "exporters" / "page"
HOSTILE = "<img src=x onerror=alert(1)> </textarea><script>document.title='owned'</script> wonderful"
POLICY = re.findall(r'content="(default-src [^"]*)"', (PAGE / "index.html").read_text(encoding="utf-8"))[0]

DRIVER = """
const pause = () => new Promise((done) => setTimeout(done, 20));
const until = async (condition) => { while (!condition()) await pause(); };
const element = (id) => document.getElementById(id);
const problems = [];
addEventListener("error", (event) => problems.push(String(event.message)));
addEventListener("unhandledrejection", (event) => problems.push(String(event.reason)));
addEventListener("securitypolicyviolation", (event) => problems.push(event.violatedDirective));
let saved;
const createObjectURL = URL.createObjectURL;
URL.createObjectURL = (blob) => { saved = blob; return createObjectURL(blob); };

async function drop(name, bytes) {
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], name));
  dispatchEvent(new DragEvent("drop", { dataTransfer: transfer }));
  const before = element("about").textContent;
  await until(() => element("about").textContent !== before);
  return element("about").textContent;
}

async function main() {
  const { hostile, csv, bad } = await (await fetch("inputs.json")).json();
  await until(() => !element("status").textContent.startsWith("Loading"));
  element("text").value = hostile;
  element("text").dispatchEvent(new Event("input"));
  await until(() => !element("words").hidden);
  const result = {
    status: element("status").textContent, title: document.title, label: element("label").textContent,
    probabilities: [...document.querySelectorAll("#probabilities tr")].map((row) => row.textContent),
    tinted: element("tinted").textContent, images: document.images.length,
    pushes: [...document.querySelectorAll("mark")].map((mark) => [mark.textContent, mark.title]),
    unlabelled: [...document.querySelectorAll("input, select, textarea, progress")]
      .filter((control) => !control.labels.length && !control.ariaLabel).map((control) => control.id),
    notes: [],
  };
  for (const [name, text] of bad) result.notes.push(await drop(name, new Uint8Array(text)));
  result.notes.push(await drop("reviews.csv", new TextEncoder().encode(csv)));
  element("score").click();
  await until(() => !element("download").hidden || element("about").textContent.startsWith("Not"));
  result.notes.push(element("about").textContent);
  result.download = element("download").download;
  result.scored = await saved.text();
  result.problems = problems;
  return result;
}
main().catch((error) => ({ error: String(error.stack) }))
  .then((result) => fetch("/", { method: "POST", body: JSON.stringify(result) }));
"""


@pytest.fixture
def site(tmp_path: Path, trained: Run) -> Path:
    """The web page of the trained run, whose runtime is installed by npm."""
    write_web_folder(tmp_path / "site", trained.name, trained.onnx_path, find_runtime(NODE_MODULES))
    return tmp_path / "site"


needs_npm = pytest.mark.skipif(
    not (NODE_MODULES / "onnxruntime-web").is_dir(),
    reason="no onnxruntime-web: 'make test' installs it, with npm",
)


@needs_npm
@pytest.mark.skipif(BROWSER is None, reason="Chromium is not installed")
def test_the_page_scores_hostile_texts_as_python_does(site: Path, trained: Run) -> None:
    texts = [HOSTILE, "", *(as_utf8(fuzz(number)) for number in range(1000))]
    table = io.StringIO()
    rows = [[str(index), text, "=1+1"] for index, text in enumerate(texts)]
    csv.writer(table).writerows([["id", "review", "label"], *rows])
    bad = [
        ("bytes.csv", list(b"text\n\xff\xfe\n")),
        ("open.csv", list(b'text\n"never closed\n')),
        ("uneven.csv", list(b"id,text\n1,a\n2\n")),
        ("header.csv", list(b"text\n")),
    ]
    (site / "inputs.json").write_text(json.dumps({"hostile": HOSTILE, "csv": table.getvalue(), "bad": bad}))
    (site / "driver.js").write_text(DRIVER)
    page = (site / "index.html").read_text(encoding="utf-8")
    (site / "index.html").write_text(
        page.replace("</head>", '<script type="module" src="driver.js"></script></head>')
    )

    found: dict[str, Any] = posted_by(site, {"Content-Security-Policy": POLICY})

    scorer = Scorer(trained.onnx_path)
    assert found.get("error") is None
    assert found["problems"] == []
    assert found["status"] == "Ready. Labels: negative, positive"
    assert (found["title"], found["images"], found["unlabelled"]) == (trained.name, 0, [])
    (score,) = scorer.score([HOSTILE])
    assert found["label"] == f"{score.label}, {100 * max(score.probabilities.values()):.1f} %"
    assert found["probabilities"] == [
        f"{name}{100 * value:.1f} %{100 * value:.1f} %" for name, value in score.probabilities.items()
    ]
    assert found["tinted"] == HOSTILE
    word, push = found["pushes"][-1]
    assert word == "wonderful"
    without = float(scorer.probabilities([HOSTILE.removesuffix(word) + " "])[0, 1])
    assert float(push.removesuffix(" points")) == pytest.approx(
        100 * (score.probabilities["positive"] - without), abs=0.051
    )
    assert found["notes"][:4] == [
        "bytes.csv: not UTF-8",
        "open.csv: a quoted field of row 2 has no end",
        "uneven.csv: row 3 has 1 fields instead of 2",
        "header.csv: no rows below the header",
    ]
    assert found["notes"][4] == "reviews.csv: 1,002 rows"
    assert found["notes"][5].startswith("1,002 texts scored: negative ")
    assert found["download"] == "reviews.scored.csv"
    header, *scored = csv.reader(io.StringIO(found["scored"], newline=""))
    assert header == [
        "id", "review", "label",
        "predicted_label", "probability", "probability_negative", "probability_positive",
    ]  # fmt: skip
    assert {row[2] for row in scored} == {"'=1+1"}
    expected = scorer.score(texts)
    assert [row[0] for row in scored] == [row[0] for row in rows]
    assert [row[3] for row in scored] == [score.label for score in expected]
    assert [float(row[6]) for row in scored] == pytest.approx(
        [score.probabilities["positive"] for score in expected], abs=1e-6, rel=0
    )


@needs_npm
def test_the_runtime_of_the_digests_is_the_one_that_make_test_installs() -> None:
    from hashlib import sha256

    folder = NODE_MODULES / "onnxruntime-web"
    if json.loads((folder / "package.json").read_text())["version"] == VERSION:
        assert {
            name: sha256((folder / "dist" / name).read_bytes()).hexdigest() for name in RUNTIME
        } == RUNTIME


def test_the_runtime_is_found_in_a_parent_folder_and_otherwise_downloaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pooch

    (tmp_path / "project" / "sub").mkdir(parents=True)
    package = tmp_path / "project" / "node_modules" / "onnxruntime-web" / "dist"
    package.mkdir(parents=True)
    for name in RUNTIME:
        (package / name).touch()
    assert find_runtime(tmp_path / "project" / "sub") == package

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.rmtree(package)
    monkeypatch.setattr(pooch, "HTTPDownloader", lambda **_: lambda url, file, _: Path(file).write_text(url))
    with pytest.raises(InputError, match=r"wrong checksum\); run 'npm install onnxruntime-web@"):
        find_runtime(tmp_path / "project")


def test_a_missing_runtime_is_reported_before_anything_is_exported(
    tmp_path: Path, trained: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pooch

    def refuse(*_: object, **__: object) -> None:
        raise ConnectionError("no network")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pooch, "retrieve", refuse)
    steps: list[str] = []
    with pytest.raises(InputError, match=r"--web: cannot download onnxruntime-web to .*ConnectionError"):
        export_onnx(trained, web=tmp_path / "site", on_step=steps.append)
    assert not steps
    assert not (tmp_path / "site").exists()
