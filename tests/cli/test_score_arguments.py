"""Which arguments ``seqtui score`` reads as the model and which as texts."""

import shutil
from pathlib import Path

import msgspec
import pytest

from seqtui.cli import main
from seqtui.runs import Run


@pytest.fixture
def folder(trained: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder with an exported run, its file under two other names, and reviews."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(trained.path, tmp_path / "runs" / "small")
    for name in ("shipped.onnx", "shipped.bin"):
        shutil.copy(trained.onnx_path, name)
    Path("reviews.csv").write_text("text\ngood\n")
    Path("my reviews.csv").write_text("text\ngood\n")
    Path("folder").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "texts", "model"),
    [
        (["A fine film"], ["A fine film"], "runs/small/model.onnx (the newest export)"),
        (["good", "bad"], ["good", "bad"], "runs/small/model.onnx (the newest export)"),
        (["5/5 stars, e.g."], ["5/5 stars, e.g."], "runs/small/model.onnx (the newest export)"),
        (["--", "-10/10"], ["-10/10"], "runs/small/model.onnx (the newest export)"),
        (["x" * 5000], ["x" * 199 + "…"], "runs/small/model.onnx (the newest export)"),
        ([""], [""], "runs/small/model.onnx (the newest export)"),
        (["small", "A fine film"], ["A fine film"], "runs/small/model.onnx"),
        (["runs/small", "10/10"], ["10/10"], "runs/small/model.onnx"),
        (["small", "small"], ["small"], "runs/small/model.onnx"),
        (["shipped.onnx", "10/10", "--", "-5"], ["10/10", "-5"], None),
        (["shipped.bin", "good"], ["good"], None),
        (["--input", "reviews.csv"], ["good"], "runs/small/model.onnx (the newest export)"),
        (["small", "--input", "reviews.csv"], ["good"], "runs/small/model.onnx"),
        (["shipped.bin", "--input", "reviews.csv"], ["good"], None),
    ],
)
@pytest.mark.usefixtures("folder")
def test_the_model_and_the_texts(
    arguments: list[str], texts: list[str], model: str | None, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", *arguments]) == 0
    out, err = capfd.readouterr()
    assert [line.split("\t")[2] for line in out.splitlines()] == texts
    assert err == (f"model: {model}\n" if model else "")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["", "good"], "the first argument is empty"),
        (["none.onnx", "good"], "none.onnx: no such file"),
        (["my none.onnx", "good"], "my none.onnx: no such file"),
        (["runs/none", "good"], "runs/none: no such file or run (to score it as a text: "),
        (["10/10"], "seqtui score MODEL.onnx 10/10)"),
        (["smal", "good"], "smal: no such file or run; did you mean 'small'?"),
        (["smal", "--input", "reviews.csv"], "smal: no such run in runs; did you mean 'small'?"),
        (["folder", "--input", "reviews.csv"], "folder: not a run folder"),
        (["small"], "give the reviews either as TEXT or with --input FILE"),
        (["small", "good", "--input", "reviews.csv"], "either as TEXT or with --input FILE"),
        (["A fine film", "--input", "reviews.csv"], "either as TEXT or with --input FILE"),
        (["reviews.csv"], "reviews.csv: a file, not a text; --input reviews.csv scores its reviews"),
        (["small", "reviews.csv"], "reviews.csv: a file, not a text; --input reviews.csv"),
        (["shipped.onnx", "good", "my reviews.csv"], "a file, not a text; --input 'my reviews.csv'"),
        (["small", "folder"], "folder: a folder, not a text; --input folder --output FOLDER"),
        (["folder"], "folder: a folder, not a text"),
        (["small", "revews.csv"], "revews.csv: no such file; --input revews.csv"),
        (["small", "logs.jsonl.gz"], "logs.jsonl.gz: no such file"),
        (["small", "*.csv"], "*.csv: files, not a text; --input '*.csv' --output FOLDER"),
        (["small", "-"], "- is not a text; --input - reads standard input"),
        (["good", "shipped.onnx"], "shipped.onnx: a model, not a text; put it before the texts"),
        (["-10/10 would not watch"], "text that begins with '-': seqtui score -- '-10/10 would not watch'"),
        (["small", "-horrible"], "before a text that begins with '-': seqtui score -- -horrible"),
        (["--great film"], "before a text that begins with '-': seqtui score -- '--great film'"),
        (["-input", "reviews.csv"], "No such option '-input'. Did you mean '--input'?"),
        (["--inptu", "reviews.csv"], "No such option '--inptu'. Did you mean '--input'?"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("folder")
def test_arguments_that_are_neither_a_model_nor_a_text_are_refused(
    arguments: list[str], line: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", *arguments]) == 2
    out, err = capfd.readouterr()
    assert line in err
    assert (err.count("\n"), out) == (1, "")


def test_a_run_uses_its_int8_file_if_there_is_no_other(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run = Run(folder / "runs" / "small")
    shutil.copy(run.onnx_path, run.int8_path)
    assert main(["score", "small", "good"]) == 0
    assert capfd.readouterr().err == "model: runs/small/model.onnx\n"
    run.onnx_path.unlink()
    assert main(["score", "good"]) == 0
    assert capfd.readouterr().err == "model: runs/small/model.int8.onnx (the newest export)\n"
    run.int8_path.unlink()
    assert main(["score", "small", "good"]) == 2
    assert capfd.readouterr().err == (
        "seqtui: runs/small: not exported yet; first: seqtui export runs/small --onnx\n"
    )
    assert main(["score", "good"]) == 2
    assert capfd.readouterr().err == "seqtui: no exported run in runs; start with: seqtui export\n"


def test_an_export_of_older_weights_is_reported(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run = Run(folder / "runs" / "small")
    run.model_path.touch()  # a copy of the same weights
    assert main(["score", "small", "good"]) == 0
    assert "weights" not in capfd.readouterr().err
    assert run.metrics is not None
    later = msgspec.json.encode(msgspec.structs.replace(run.metrics, epoch=99))
    run.model_path.write_bytes(b"other weights")
    run.metrics_path.write_bytes(later)
    assert main(["score", "small", "good"]) == 0
    assert "the run has newer weights" in capfd.readouterr().err
    run.metrics_path.write_text("damaged")
    assert main(["score", "small", "good"]) == 0
