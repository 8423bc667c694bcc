"""``seqtui runs compare`` on run folders with known predictions."""

import json
from pathlib import Path

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from seqtui.cli import main
from seqtui.recipe import Recipe
from seqtui.reporting.compare import compare
from seqtui.runs import Metrics, Run
from seqtui.runs.events import Epoch, to_line
from seqtui.runs.predictions import Predictions
from tests.conftest import seqtui
from tests.reporting.pages import elements

TEXTS = [f"review {index}" for index in range(10)]
Y_TRUE = np.array([0, 1, 2, 0, 1, 2, 0, 1, 2, 0], np.int32)


def make_run(
    runs_dir: Path, name: str, wrong: list[int], texts: list[str] = TEXTS, **settings: object
) -> Run:
    """Create a run with three labels whose predictions are wrong for some reviews."""
    run = Run.create(runs_dir, Recipe.from_settings(settings), name)
    y_pred = Y_TRUE.copy()
    y_pred[wrong] = (y_pred[wrong] + 1) % 3
    probabilities: NDArray[np.float32] = (0.1 + 0.7 * np.eye(3)[y_pred]).astype(np.float32)
    Predictions.of(texts, Y_TRUE, probabilities).save(run.predictions_path)
    accuracy = 1 - len(wrong) / 10
    metrics = Metrics(epoch=1, test_loss=0.5, test_accuracy=accuracy, test=10, class_names=("a", "b", "c"))
    run.metrics_path.write_bytes(msgspec.json.encode(metrics))
    epoch = Epoch(epoch=1, seconds=2.0, loss=0.4, accuracy=0.9, val_loss=0.5, val_accuracy=accuracy,
                  val_seconds=0.5, reviews_per_second=100.0, best=True)  # fmt: skip
    (run.path / "events.jsonl").write_bytes(to_line(epoch))
    return run


def test_a_comparison_reports_accuracies_settings_and_significance(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_run(tmp_path, "few", [0])
    make_run(tmp_path, "many", [0, 1, 2, 3, 4, 5, 6], epochs=5, limit=50)
    make_run(tmp_path, "elsewhere", [1], texts=[*TEXTS[:-1], "another"])
    done = seqtui("runs", "compare", "few", "many", "elsewhere", "--runs-dir", tmp_path, "--json")
    result = json.loads(done.stdout)
    few, many, _ = result["runs"]
    assert (few["accuracy"]["right"], many["accuracy"]["right"]) == (9, 3)
    assert few["macro_f1"] == pytest.approx((6 / 7 + 6 / 7 + 1) / 3)
    assert (few["best_epoch"], few["seconds"], few["accuracy_by_epoch"]) == (1, 2.0, [[1.0], [0.9]])
    assert result["recipe"] == {"limit": [None, 50, None], "epochs": [None, 5, None]}
    (pair,) = result["pairs"]
    assert (pair["only_first"], pair["only_second"], pair["both_right"], pair["neither"]) == (6, 0, 3, 1)
    assert pair["p_value"] == 2 / 2**6
    assert pair["difference"] == pytest.approx(0.6)
    assert {(skip["first"], skip["reason"]) for skip in result["untested"]} == {
        ("few", "they were evaluated on different test reviews"),
        ("many", "they were evaluated on different test reviews"),
    }

    arguments = ["--runs-dir", str(tmp_path), "--html", str(tmp_path / "both.html")]
    assert main(["runs", "compare", "few", "many", "elsewhere", *arguments]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split()[:3] == ["few", "cnn-lstm", "test"]
    assert any(line.split() == ["few", "many", "6", "0", "+60.00", "points", "0.031"] for line in lines)
    assert "not tested: few and elsewhere: they were evaluated on different test reviews" in lines
    assert any("─●─ few" in line for line in lines)
    page = (tmp_path / "both.html").read_text()
    assert "0.031" in page
    assert elements(page)["svg"] == 2 + 3  # charts and symbols of the legend
    assert json.loads((tmp_path / "both.json").read_text()) == result


def test_predictions_of_other_weights_are_not_tested(tmp_path: Path) -> None:
    runs = [make_run(tmp_path, "complete", [0]), make_run(tmp_path, "killed", [1])]
    assert runs[1].metrics is not None
    metrics = msgspec.structs.replace(runs[1].metrics, test_accuracy=0.8)
    runs[1].metrics_path.write_bytes(msgspec.json.encode(metrics))
    comparison = compare(runs)
    assert comparison.pairs == []
    assert [skip.reason for skip in comparison.untested] == ["killed has no test predictions of its weights"]
    assert [run.accuracy.correct for run in comparison.runs] == [9, 8]
    assert [run.macro_f1 is None for run in comparison.runs] == [False, True]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["few"], "runs compare needs two runs or more"),
        (["few", "few"], "few: given twice; name different runs"),
        (["few", "fww"], "fww: no such run"),
        (["few", "fresh"], "fresh: no results yet; compare it after its first validation"),
        (["few", "fresh", "--html", "a.txt"], "--html a.txt: its name must end in .html"),
        (["few", "fresh", "--html", "no/a.html"], "--html no/a.html: no such folder no"),
    ],
)
def test_invalid_comparisons_are_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    line: str,
) -> None:
    make_run(tmp_path, "few", [0])
    Run.create(tmp_path, Recipe(), "fresh")
    monkeypatch.chdir(tmp_path)
    assert main(["runs", "compare", *arguments, "--runs-dir", str(tmp_path)]) == 2
    captured = capsys.readouterr()
    assert line in captured.err
    assert (captured.err.count("\n"), captured.out) == (1, "")
