"""README and docs: every command and every Python example runs, every link leads somewhere."""

import csv
import gzip
import json
import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from seqtui.corpora import Corpus
from seqtui.corpora.corrections import add_correction
from seqtui.curation.labels import Answer, Labels
from seqtui.runs import Run
from tests.conftest import representatives, seqtui

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *sorted(ROOT.glob("docs/*.md"))]

NOT_RUN = {
    r"seqtui": "opens the app: tests/tui",
    r"seqtui label .*--labels .*": "opens the app: tests/tui/test_label.py",
    r"seqtui data doctor .*--app": "opens the app: tests/tui/test_doctor.py",
    r"seqtui train --data imdb .*": "downloads the archive: tests/corpora/test_imdb.py",
    r"seqtui train --resume": "needs an interrupted run: tests/training/test_survive.py",
    r"seqtui score .*--engine ray.*": "needs Ray: tests/scoring/test_ray.py",
    r"(make|\.ci/run|\.venv/bin/pytest|(\.venv/bin/)?python -m benchmarks)\b.*": "development",
    r"(uv|pip|pipx) .*": "installs",
    r"(mkdir|chgrp|chmod) .*": "changes groups",
    r"tensorboard .*": "serves until it is stopped",
}
SMALLER = {
    "seqtui train": "--limit 200 --epochs 1 --max-length 20",
    "seqtui search --resume": "--trials 1",
    "seqtui search --join": "--trials 1",
    "seqtui search --architecture": "--trials 1 --limit 200 --epochs 1 --max-length 20",
    "seqtui search": "--trials 1 --limit 200 --epochs 1 --max-length 20 --networks fasttext",
}
"""Options to append, so that a command takes seconds. The last occurrence of an option counts."""


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(
        rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )


def commands(page: Path) -> list[str]:
    lines = "".join(blocks(page, "sh")).splitlines()
    return [re.sub(r"\s+#.*", "", line).strip() for line in lines if line.strip()]


def runnable(page: Path) -> list[str]:
    return [line for line in commands(page) if not any(re.fullmatch(kind, line) for kind in NOT_RUN)]


@pytest.fixture
def folder(tmp_path: Path, trained: Run, corpus: Corpus) -> Path:
    """A folder with all files that the docs name."""
    for name in ("third", "second", "first", "my-run"):
        shutil.copytree(trained.path, tmp_path / "runs" / name)
    shutil.copy(trained.onnx_path, tmp_path / "model.onnx")
    reviews = list(zip(corpus.test.texts[:60], corpus.test.labels[:60], strict=True))
    with (tmp_path / "reviews.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "review", "sentiment"])
        writer.writerows(
            (index, text, corpus.class_names[label]) for index, (text, label) in enumerate(reviews)
        )
    shutil.copy(tmp_path / "reviews.csv", tmp_path / "new.csv")
    add_correction(tmp_path / "reviews.csv.corrections.jsonl", reviews[0][0], "negative", "positive")
    labels = Labels.open(tmp_path / "reviews.csv.labels.jsonl", corpus.class_names)
    for text, index in reviews:
        labels.add(text, Answer(kind="label", label=corpus.class_names[index]))
    (tmp_path / "reviews").mkdir()
    shutil.copy(tmp_path / "reviews.csv", tmp_path / "reviews" / "monday.csv")
    (tmp_path / "logs").mkdir()
    with gzip.open(tmp_path / "logs" / "monday.csv.gz", "wt", encoding="utf-8") as file:
        file.write("message\nA wonderful film\n")
    with gzip.open(tmp_path / "log.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"message": "A wonderful film"}) + "\n")
    (tmp_path / "mine.toml").write_text("batch_size = 32\n")
    (tmp_path / "glove.txt").write_text("the 0.1 0.2\nfilm 0.3 0.4\n")
    (network,) = blocks(ROOT / "docs" / "your-own-network.md", "python")
    (tmp_path / "my_network.py").write_text(network, encoding="utf-8")
    return tmp_path


# Pages whose commands take longest.
_LONG = ("doctor", "mistakes", "networks", "report", "search", "unlabelled", "your-own-network")
_RUNNABLE = [page for page in PAGES if runnable(page)]


@pytest.mark.parametrize(
    "page",
    representatives(*_RUNNABLE, often=[page for page in _RUNNABLE if page.stem not in _LONG]),
    ids=lambda page: page.stem,
)
def test_the_commands_run(page: Path, folder: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for line in runnable(page):
        options = next((options for start, options in SMALLER.items() if line.startswith(start)), "")
        for output in ("scores", "scores.csv", "scores.parquet"):  # two lines of a page may write the same
            shutil.rmtree(folder / output, ignore_errors=True)
        if line.startswith("seqtui ") and not set(line) & set("|<>&;$\\*"):
            seqtui(*shlex.split(f"{line} {options}")[1:], cwd=folder)
            continue
        command = ["bash", "-o", "pipefail", "-c", f"{line} {options}"]
        environment = {**os.environ, "PATH": path, "XDG_DATA_HOME": str(folder / "data")}
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, (line, done.stdout, done.stderr)


@pytest.mark.slow
def test_the_python_example_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = blocks(ROOT / "README.md", "python")
    recipe = 'make_recipe(architecture="cnn-lstm"'
    assert recipe in example
    monkeypatch.chdir(tmp_path)
    Path("example.py").write_text(example.replace(recipe, f"{recipe}, limit=200, epochs=1, max_length=20"))
    runpy.run_path("example.py")
    assert capsys.readouterr().out.splitlines()[-1] in ("negative", "positive")


def test_the_python_example_of_the_page_on_files_runs(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = blocks(ROOT / "docs" / "score-files.md", "python")
    monkeypatch.chdir(folder)
    Path("example.py").write_text(example)
    runpy.run_path("example.py")
    label, accuracy = capsys.readouterr().out.split()
    assert label in ("negative", "positive")
    assert 0.5 < float(accuracy) <= 1
    assert (folder / "scores.parquet").exists()


def test_every_command_is_run_or_named_as_an_exception() -> None:
    known = re.compile(r"(seqtui|zcat|" + "|".join(NOT_RUN) + r")\b.*")
    for page in PAGES:
        for line in commands(page):
            assert known.fullmatch(line), f"{page.name}: {line}"


def heading_anchors(page: Path) -> set[str]:
    """The anchors that GitHub makes of headings."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r"^\[[^]]+\]: (\S+)$", text, re.MULTILINE)
    for target in targets:
        if not target.startswith("https://"):
            path, _, anchor = target.partition("#")
            linked = (page.parent / path).resolve() if path else page
            assert linked.exists(), target
            assert not anchor or anchor in heading_anchors(linked), target


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 80
