"""Paths of the files in a run folder."""

import os
from pathlib import Path


class RunFiles:
    """Paths of the files in a run folder; the files need not exist.

    Args:
        path: Path of the folder.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)

    @property
    def name(self) -> str:
        """Name of the folder."""
        return self.path.resolve().name

    @property
    def corrections_path(self) -> Path:
        """Copy of the corrections file as the trainer read it; missing without corrections."""
        return self.path / "corrections.jsonl"

    @property
    def events_path(self) -> Path:
        """Events of the trainer, one per line."""
        return self.path / "events.jsonl"

    @property
    def recipe_path(self) -> Path:
        """Recipe of the run."""
        return self.path / "recipe.toml"

    @property
    def network_path(self) -> Path:
        """Copy of the file of a network of one's own; missing for other networks."""
        return self.path / "network.py"

    @property
    def checkpoint_path(self) -> Path:
        """Last checkpoint."""
        return self.path / "checkpoint.npz"

    @property
    def vocabulary_path(self) -> Path:
        """Vocabulary, one word per line."""
        return self.path / "vocabulary.txt"

    @property
    def pseudo_labels_path(self) -> Path:
        """Labels of the texts without labels; missing if there are none."""
        return self.path / "pseudo_labels.npy"

    @property
    def text_vectors_path(self) -> Path:
        """Vectors of the texts while they are learned; removed when the texts have labels."""
        return self.path / "text_vectors.npz"

    @property
    def model_path(self) -> Path:
        """Best weights so far."""
        return self.path / "model.keras"

    @property
    def onnx_path(self) -> Path:
        """Default path of an export."""
        return self.path / "model.onnx"

    @property
    def int8_path(self) -> Path:
        """Default path of an 8-bit export."""
        return self.path / "model.int8.onnx"

    @property
    def exported_path(self) -> Path | None:
        """Exported file: ``model.onnx`` if it exists, else ``model.int8.onnx`` if it exists, else None."""
        return next((path for path in (self.onnx_path, self.int8_path) if path.is_file()), None)

    @property
    def export_report_path(self) -> Path:
        """Verification report of the last export."""
        return self.path / "export.json"

    @property
    def int8_report_path(self) -> Path:
        """Verification report of the last 8-bit export."""
        return self.path / "export.int8.json"

    @property
    def export_log_path(self) -> Path:
        """Output of the libraries during the last export."""
        return self.path / "export.log"

    @property
    def metrics_path(self) -> Path:
        """Metrics of the saved weights."""
        return self.path / "metrics.json"

    @property
    def predictions_path(self) -> Path:
        """Predictions of the saved weights for the test reviews."""
        return self.path / "predictions.npz"

    @property
    def validation_predictions_path(self) -> Path:
        """Predictions of the saved weights for the validation reviews."""
        return self.path / "validation_predictions.npz"

    @property
    def test_seen_path(self) -> Path:
        """Note that somebody looked at the test reviews; missing if nobody did."""
        return self.path / "test_seen"

    @property
    def log_path(self) -> Path:
        """Output of the trainer and its libraries."""
        return self.path / "trainer.log"

    @property
    def lock_path(self) -> Path:
        """Lock that the trainer holds while it works."""
        return self.path / "lock"
