"""Train text classifiers in a terminal and ship each one as an ONNX file that scores on a CPU.

The names below are the public Python API; docs/python.md shows them at work. Importing seqtui loads neither
TensorFlow nor Textual: each name is imported when it is first used.

Example:
    >>> import seqtui
    >>> recipe = seqtui.make_recipe(architecture="gru", limit=2000)
    >>> recipe.architecture
    'gru'
"""

import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seqtui.corpora.corrections import add_correction, read_corrections, undo_correction
    from seqtui.curation.doctor import diagnose
    from seqtui.curation.labelling import Labelling
    from seqtui.curation.labels import Labels, export_labels
    from seqtui.curation.mistakes import ReviewFilter, evaluated_reviews
    from seqtui.curation.suspects import Diagnosis
    from seqtui.curation.texts import read_texts
    from seqtui.errors import InputError, SeqtuiError
    from seqtui.recipe import Recipe
    from seqtui.reporting.compare import Comparison, compare
    from seqtui.reporting.diagnosis import write_diagnosis
    from seqtui.reporting.evaluate import evaluate
    from seqtui.reporting.page import write_comparison, write_report
    from seqtui.reporting.report import Report
    from seqtui.runs import Run
    from seqtui.scoring.explain import explain
    from seqtui.scoring.files import score_file
    from seqtui.scoring.folders import score_folder
    from seqtui.scoring.scorer import Score, Scorer
    from seqtui.studies.search import SearchResult, search
    from seqtui.training.recipes import make_recipe
    from seqtui.training.supervise import resume, train

__all__ = [
    "Comparison",
    "Diagnosis",
    "InputError",
    "Labelling",
    "Labels",
    "Recipe",
    "Report",
    "ReviewFilter",
    "Run",
    "Score",
    "Scorer",
    "SearchResult",
    "SeqtuiError",
    "add_correction",
    "compare",
    "diagnose",
    "evaluate",
    "evaluated_reviews",
    "explain",
    "export_labels",
    "make_recipe",
    "read_corrections",
    "read_texts",
    "resume",
    "score_file",
    "score_folder",
    "search",
    "train",
    "undo_correction",
    "write_comparison",
    "write_diagnosis",
    "write_report",
]

__version__ = "0.2.0"

# onnxruntime 1.29 and later write a device id to the home folder and report sessions to Microsoft by default.
# Read when onnxruntime is first imported; a value that is set already is kept.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

_MODULES = {
    "Comparison": "seqtui.reporting.compare",
    "Diagnosis": "seqtui.curation.suspects",
    "InputError": "seqtui.errors",
    "Labelling": "seqtui.curation.labelling",
    "Labels": "seqtui.curation.labels",
    "Recipe": "seqtui.recipe",
    "Report": "seqtui.reporting.report",
    "ReviewFilter": "seqtui.curation.mistakes",
    "Run": "seqtui.runs",
    "Score": "seqtui.scoring.scorer",
    "Scorer": "seqtui.scoring.scorer",
    "SearchResult": "seqtui.studies.search",
    "SeqtuiError": "seqtui.errors",
    "add_correction": "seqtui.corpora.corrections",
    "compare": "seqtui.reporting.compare",
    "diagnose": "seqtui.curation.doctor",
    "evaluate": "seqtui.reporting.evaluate",
    "evaluated_reviews": "seqtui.curation.mistakes",
    "explain": "seqtui.scoring.explain",
    "export_labels": "seqtui.curation.labels",
    "make_recipe": "seqtui.training.recipes",
    "read_corrections": "seqtui.corpora.corrections",
    "read_texts": "seqtui.curation.texts",
    "resume": "seqtui.training.supervise",
    "score_file": "seqtui.scoring.files",
    "score_folder": "seqtui.scoring.folders",
    "search": "seqtui.studies.search",
    "train": "seqtui.training.supervise",
    "undo_correction": "seqtui.corpora.corrections",
    "write_comparison": "seqtui.reporting.page",
    "write_diagnosis": "seqtui.reporting.diagnosis",
    "write_report": "seqtui.reporting.page",
}


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


if not TYPE_CHECKING:  # type checkers see the imports above, and report names that are not there

    def __getattr__(name: str) -> object:
        """Import a public name when it is first used."""
        if name not in _MODULES:
            raise AttributeError(f"module 'seqtui' has no attribute {name!r}")
        value = getattr(import_module(_MODULES[name]), name)
        globals()[name] = value
        return value
