"""``seqtui report``: its metrics are those of the run, and hostile text in a page stays text."""

import csv
import json
import shutil
from pathlib import Path

import msgspec
import numpy as np
import pytest

from seqtui.cli import main
from seqtui.errors import InputError
from seqtui.reporting import require_extra
from seqtui.reporting.figures import measure
from seqtui.reporting.page import report_page
from seqtui.reporting.report import Mistake, Report, Word
from seqtui.runs import Run
from seqtui.scoring import Scorer
from tests.conftest import seqtui
from tests.reporting.pages import elements, read

HOSTILE = '</p><script>alert(1)</script><img src=x onerror="a()"> {{ 7 * 7 }} $x_$ & \x1b[31m \u202eright'


def test_two_reports_of_a_run_are_identical(
    trained: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert trained.metrics is not None
    done = seqtui("report", trained.path, "--output", tmp_path / "first.html")
    assert main(["report", str(trained.path), "--output", str(tmp_path / "second.html"), "--json"]) == 0
    summary = json.loads(capsys.readouterr().out)
    pages = [
        ((tmp_path / f"{name}.html").read_bytes(), (tmp_path / f"{name}.json").read_bytes())
        for name in ("first", "second")
    ]
    assert pages[0] == pages[1]
    assert summary["reviews"] == 1320
    assert summary["accuracy"] == trained.metrics.test_accuracy
    assert summary["low"] < summary["accuracy"] < summary["high"]
    assert done.stdout.startswith(f"accuracy {summary['accuracy']:.2%} (95 % interval ")
    assert "scoring 1,320 test reviews" in done.stderr.splitlines()

    report = msgspec.json.decode(pages[0][1], type=Report)
    assert report.figures.log_loss == pytest.approx(trained.metrics.test_loss, abs=1e-4)
    assert report.loss is not None
    assert report.loss.validation[0] == [1.0, 2.0, 3.0]
    assert len(report.mistakes) == 10
    probabilities = [mistake.probability for mistake in report.mistakes]
    assert probabilities == sorted(probabilities, reverse=True)
    first = report.mistakes[0]
    scored = Scorer(trained.onnx_path).score([first.text])[0]
    assert (scored.label, scored.probability) == (first.predicted, pytest.approx(first.probability, abs=1e-5))
    assert first.true_label != first.predicted

    page = read(pages[0][0].decode())
    assert page.elements["figure"] == 6
    assert page.elements["article"] == 10
    assert f"{100 * summary['accuracy']:.2f} %" in "".join(page.text)
    assert str(trained.path) not in pages[0][0].decode()  # reports are passed on to others


def test_words_push_towards_the_predicted_label(trained: Run, tmp_path: Path) -> None:
    rows = [("An awful, boring film, the worst", "positive"), ("A wonderful film, the best", "negative")]
    source = tmp_path / "reviews.tsv"
    lines = ["text\tlabel\tcafé\n", *(f"{text}\t{label}\t\n" for text, label in rows)]
    source.write_text("".join(lines), encoding="latin-1")
    arguments = [
        "--encoding",
        "latin-1",
        "--input",
        str(source),
        "--label-column",
        "label",
        "--output",
        str(tmp_path / "a.html"),
    ]
    assert main(["report", str(trained.onnx_path), *arguments]) == 0
    report = msgspec.json.decode((tmp_path / "a.json").read_bytes(), type=Report)
    assert report.figures.overall.correct == 0
    for mistake in report.mistakes:
        strongest = max(mistake.words, key=lambda word: word.push)
        assert mistake.text[strongest.start : strongest.end] not in ("An", "A", "film", "the")
        assert strongest.push > 0.01


def test_hostile_reviews_stay_text(trained: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All labels of the file are wrong, so the page shows all its reviews as mistakes."""
    source = tmp_path / "<script>alert(2)<script>.csv"
    with source.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["review", "sentiment"])
        writer.writerow([f"{HOSTILE} The worst film, awful, dull and boring", "positive"])
        writer.writerow([f"{HOSTILE} A wonderful film, perfect, the best", "negative"])
        writer.writerow(["no label", ""])
        writer.writerow(["another label", "neutral"])
    arguments = ["--input", source, "--text-column", "review", "--label-column", "sentiment"]
    arguments += ["--errors", tmp_path / "errors.jsonl", "--output", tmp_path / "report.html"]
    command = ["report", trained.onnx_path, *arguments]
    assert main([str(part) for part in command]) == 0
    captured = capsys.readouterr()
    assert "\x1b" not in captured.err + captured.out
    page = read((tmp_path / "report.html").read_text(encoding="utf-8"))
    assert page.elements["article"] == 2
    text = "".join(page.text)
    assert '<img src=x onerror="a()"> {{ 7 * 7 }} $x_$ & \ufffd[31m \ufffdright' in text
    assert "1 more without a label; 1 row could not be read" in text
    assert "its label 'neutral' is none of" in (tmp_path / "errors.jsonl").read_text()


def test_hostile_labels_and_names() -> None:
    labels = [f"{index} {HOSTILE}" for index in range(14)]
    random = np.random.default_rng(1)
    y_true, probabilities = np.arange(140) % 14, random.dirichlet(np.ones(14), 140).astype(np.float32)
    report = Report(
        name=HOSTILE, model=HOSTILE, reviews=HOSTILE, data_fingerprint=HOSTILE, unlabelled=0, rejected=2,
        recipe=HOSTILE, figures=measure(labels, y_true, probabilities, np.arange(140)),
        mistakes=[
            Mistake(text=HOSTILE, true_label=labels[0], predicted=labels[1], probability=0.9,
                    words=[Word(0, 20, 0.5), Word(20, 30, -0.2)])
        ],
    )  # fmt: skip
    page = read(report_page(report))
    assert page.elements["figure"] == 4
    assert page.elements["mark"] == 2 + 2  # the legend's and the review's
    assert "the 12 labels with the most reviews" in "".join(page.text)
    assert "2 rows could not be read" in "".join(page.text)


def test_invalid_report_requests_are_refused(
    trained: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def line(*arguments: object) -> str:
        assert main(["report", *map(str, arguments), "--runs-dir", str(tmp_path)]) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        return captured.err.splitlines()[-1]

    monkeypatch.chdir(tmp_path)
    shutil.copytree(trained.path, tmp_path / "other")
    other = Run(tmp_path / "other")
    model = other.onnx_path
    assert "give --input FILE and --label-column C: labelled reviews to evaluate it on" in line(model)
    assert "give --label-column C: labelled reviews" in line(model, "--input", "new.csv")
    assert "--input requires MODEL.onnx" in line("other", "--input", "a.csv")
    assert "its name must end in .html" in line("other", "--output", "a.pdf")
    assert "no such folder" in line("other", "--output", "no/a.html")
    assert f"would replace {other.metrics_path}" in line("other", "--output", other.path / "metrics.html")
    assert "no such run" in line("nothing")
    other.model_path.unlink()  # it contains the metrics, too
    assert other.metrics is not None
    metrics = msgspec.structs.replace(other.metrics, val_accuracy=0.99)
    other.metrics_path.write_bytes(msgspec.json.encode(metrics))
    assert "older than the weights of the run; first: seqtui export" in line("other")
    model.unlink()
    assert "not exported yet; first: seqtui export" in line("other")
    assert not list(other.path.glob("report.*"))

    (tmp_path / "reviews.csv").write_text("text,label\ngood,\n")
    arguments = ["--input", "reviews.csv", "--label-column", "label", "--output", "a.html"]
    assert "no review has a label in the column 'label'" in line(trained.onnx_path, *arguments)
    assert not list(tmp_path.glob("a.*"))


def test_a_missing_library_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seqtui.reporting.find_spec", lambda name: None if name == "jinja2" else name)
    with pytest.raises(InputError, match=r"a report needs jinja2; pip install 'seqtui\[report\]'"):
        require_extra("a report")


def test_a_report_without_mistakes() -> None:
    figures = measure(["a", "b"], np.array([0, 1]), np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([1, 1]))
    report = Report(
        name="a", model="a", reviews="a", data_fingerprint="", unlabelled=0, rejected=0, figures=figures,
        mistakes=[], recipe="",
    )  # fmt: skip
    page = report_page(report)
    assert "<p>None.</p>" in page
    assert elements(page)["article"] == 0
