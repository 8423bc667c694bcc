"""TensorBoard shows the events of the run."""

from pathlib import Path

import numpy as np
import pytest
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.plugin_util import markdown_to_safe_html
from tensorboard.util.tensor_util import make_ndarray

from seqtui.cli import main, train
from seqtui.recipe import Recipe
from seqtui.runs import Run
from seqtui.runs.events import Batch, Epoch
from seqtui.training.tensorboard import TensorBoardLog


class Log:
    """A log, read with the reader of TensorBoard."""

    def __init__(self, folder: Path) -> None:
        self._read = EventAccumulator(str(folder), size_guidance={"tensors": 0})
        self._read.Reload()

    def points(self, tag: str) -> list[tuple[int, float]]:
        return [(point.step, float(make_ndarray(point.tensor_proto))) for point in self._read.Tensors(tag)]

    @property
    def recipe(self) -> str:
        (point,) = self._read.Tensors("recipe")
        return point.tensor_proto.string_val[0].decode()


def test_tensorboard_reads_what_the_run_reported(trained: Run) -> None:
    log = Log(trained.path / "tensorboard")
    epochs = [event for event in trained.events() if isinstance(event, Epoch)]
    batches = [event for event in trained.events() if isinstance(event, Batch)]
    for tag, field in (
        ("loss/validation", "val_loss"),
        ("accuracy/validation", "val_accuracy"),
        ("loss/epoch", "loss"),
    ):
        assert log.points(tag) == [
            (epoch.epoch * batches[0].batches, pytest.approx(getattr(epoch, field))) for epoch in epochs
        ]
    assert [step for step, _ in log.points("loss/batch")] == list(range(1, len(batches) + 1))
    losses = [loss for _, loss in log.points("loss/batch")]
    assert losses[:2] == pytest.approx([batches[0].loss, 2 * batches[1].loss - batches[0].loss], abs=1e-5)
    rates = [rate for _, rate in log.points("learning_rate")]
    assert max(rates) == pytest.approx(trained.recipe.learning_rate, rel=0.05)
    assert rates.index(max(rates)) == pytest.approx(len(rates) / 10, abs=1)
    assert rates[-1] == pytest.approx(0, abs=1e-6)
    settings = trained.recipe.to_toml().replace(
        f'data_fingerprint = "{trained.recipe.data_fingerprint}"\n', ""
    )
    assert [line.strip() for line in log.recipe.splitlines()] == settings.splitlines()


def test_a_long_epoch_is_thinned_and_keeps_its_mean(tmp_path: Path) -> None:
    log = TensorBoardLog(tmp_path, Recipe(schedule="constant", epochs=1))
    losses = np.random.default_rng(1).random(1234)
    for number in range(1, 1235):
        loss = float(losses[:number].mean())
        log.write(Batch(epoch=1, batch=number, batches=1234, loss=loss, accuracy=0.5, reviews_per_second=1))
    log.close()
    points = Log(tmp_path).points("loss/batch")
    assert 100 <= len(points) <= 104
    assert points[0] == (12, pytest.approx(losses[:12].mean()))
    assert points[-1] == (1234, pytest.approx(losses[1224:].mean(), abs=1e-4))


def test_a_recipe_is_not_rendered_as_markup(tmp_path: Path) -> None:
    hostile = "/<img src=x onerror=alert(1)>`\x1b[2J```\n# <script>x</script>"
    log = TensorBoardLog(tmp_path, Recipe(data=hostile, schedule="constant"))
    log.write(Batch(epoch=1, batch=1, batches=1, loss=1, accuracy=1, reviews_per_second=1))
    log.close()
    text = Log(tmp_path).recipe
    assert "\x1b" not in text
    shown = markdown_to_safe_html(text)
    assert "&lt;img src=x" in shown
    assert "<img" not in shown
    assert "<script" not in shown


def test_a_log_that_cannot_be_written_is_refused_before_a_run_is_created(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = tmp_path / "mine.toml"
    recipe.touch()
    runs = ["--runs-dir", str(tmp_path / "runs")]
    assert main(["train", "--tensorboard", str(recipe), *runs]) == 2
    assert "RECIPE.toml goes before the options" in capsys.readouterr().err
    monkeypatch.setattr(train, "find_spec", lambda name: None if name == "tensorboard" else object())
    assert main(["train", str(recipe), "--tensorboard", *runs]) == 2
    assert "pip install 'seqtui[tensorboard]'" in capsys.readouterr().err
    assert not (tmp_path / "runs").exists()
