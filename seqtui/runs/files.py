"""What lies where in a run folder."""

import os
from pathlib import Path


class RunFiles:
    """The files of a run folder, whether they are there yet or not.

    Args:
        path: The folder.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.path.resolve().name

    @property
    def events_path(self) -> Path:
        """What the trainer reports, a line an event."""
        return self.path / "events.jsonl"

    @property
    def recipe_path(self) -> Path:
        """All that decided the run."""
        return self.path / "recipe.toml"

    @property
    def checkpoint_path(self) -> Path:
        """The complete state of the training, some seconds old at most."""
        return self.path / "checkpoint.npz"

    @property
    def vocabulary_path(self) -> Path:
        """The words, one a line."""
        return self.path / "vocabulary.txt"

    @property
    def model_path(self) -> Path:
        """The best weights so far."""
        return self.path / "model.keras"

    @property
    def onnx_path(self) -> Path:
        """Where an export goes by default."""
        return self.path / "model.onnx"

    @property
    def int8_path(self) -> Path:
        """Where an export in 8 bits goes by default."""
        return self.path / "model.int8.onnx"

    @property
    def exported_path(self) -> Path | None:
        """The exported file: ``model.onnx`` if there is one, else ``model.int8.onnx``, else None."""
        return next((path for path in (self.onnx_path, self.int8_path) if path.is_file()), None)

    @property
    def export_report_path(self) -> Path:
        """The parity report of the last export."""
        return self.path / "export.json"

    @property
    def int8_report_path(self) -> Path:
        """The parity report of the last export in 8 bits."""
        return self.path / "export.int8.json"

    @property
    def export_log_path(self) -> Path:
        """What the libraries printed during the last export."""
        return self.path / "export.log"

    @property
    def metrics_path(self) -> Path:
        """Results of the kept weights."""
        return self.path / "metrics.json"

    @property
    def predictions_path(self) -> Path:
        """What the kept weights predict for each test review."""
        return self.path / "predictions.npz"

    @property
    def log_path(self) -> Path:
        """What the trainer's process and its libraries print."""
        return self.path / "trainer.log"

    @property
    def lock_path(self) -> Path:
        """Held by the trainer while it works."""
        return self.path / "lock"
