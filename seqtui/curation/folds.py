"""Out-of-fold probabilities: each text is predicted by a network that was not trained on it."""

import hashlib
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import filelock
import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from seqtui.architectures.catalogue import complete_recipe
from seqtui.corpora import Reviews
from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import Recipe, is_from
from seqtui.runs import Run
from seqtui.runs.events import Event, Finished
from seqtui.runs.predictions import Predictions
from seqtui.storage.atomic import make_folder, replacing
from seqtui.storage.locks import file_lock
from seqtui.text import has_token
from seqtui.training.process import forking_trainers
from seqtui.training.server import TrainerServer
from seqtui.training.supervise import check_end, create_run, supervise

FOLDS = 5
"""Number of parts; each is predicted by a network that was trained on the others."""

_SEED = 7  # of the folds, which are always the same for the same texts

Events = Iterable[Event | None]
Display = Callable[[Run, str, Events], None]
"""Function of a run, its title and its events. It must read all events."""


class InterruptedFoldsError(SeqtuiError):
    """A signal ended the training of a fold; the finished folds are stored."""

    exit_code = 130


@dataclass(frozen=True)
class OutOfFold:
    """Out-of-fold probabilities of some texts.

    Args:
        rows: Indices of the texts that were predicted, in ascending order. Shape (predicted,).
        classes: Class indices of the columns: labels with at least five texts. Shape (classes,).
        probabilities: Probability of each class, shape (predicted, classes), float32.
        problems: Reasons why other texts were not predicted, one line each.
    """

    rows: NDArray[np.int64]
    classes: NDArray[np.int64]
    probabilities: NDArray[np.float32]
    problems: list[str]


@dataclass(frozen=True)
class _Fold:
    """The texts of one fold, which the network of the run ``name`` predicts."""

    name: str
    rows: NDArray[np.int64]
    expected: str  # fingerprint of its texts and labels, in their order

    def stored(self, folder: Path) -> Predictions | None:
        """Return the stored predictions; None if there are none, or they are damaged."""
        try:
            found = Predictions.load(folder / f"{self.name}.npz")
        except InputError:
            return None
        return found if found and found.fingerprint == self.expected else None


def out_of_fold(
    reviews: Reviews,
    class_names: tuple[str, ...],
    settings: Mapping[str, Any],
    runs_dir: Path,
    interrupted: list[int],
    display: Display,
) -> OutOfFold:
    """Train one network for each of five folds and predict the texts of the fold with it.

    Each network is an ordinary run in a folder for these texts and settings. The predictions of each finished
    fold are stored in it, so that another call with the same texts and settings continues. A fold whose
    training fails is left out and reported.

    Args:
        reviews: Texts and labels.
        class_names: Class names.
        settings: Settings of the network and its training, such as ``{"architecture": "nb-ngrams"}``.
        runs_dir: The folder is created in this one.
        interrupted: Signals received so far, see :func:`seqtui.training.supervise.interruptions`.
        display: Shows the run of each fold.

    Raises:
        InputError: If fewer than two labels have five texts, a setting is invalid, or another process is
            working in the folder.
        SeqtuiError: If the training of every fold fails.
        InterruptedFoldsError: If a signal ended the training.
        OSError: If the folder cannot be written.
    """
    rows, classes, problems = _usable(reviews, class_names)
    texts = [reviews.texts[row].encode("utf-8", "replace").decode() for row in rows]
    labels = np.searchsorted(classes, reviews.labels[rows]).astype(np.int32)
    names = [class_names[index] for index in classes]
    recipe = complete_recipe({**settings, "validation_split": 0.0})
    folder = runs_dir / f"doctor-{_digest(texts, labels, names, recipe)}"
    make_folder(folder, exist_ok=True)
    try:
        with file_lock(folder / "lock", timeout=0):
            found = _predicted(folder, texts, labels, names, recipe, interrupted, display, problems)
    except filelock.Timeout as error:
        raise InputError(f"{folder}: another process is working in it; wait for it") from error
    predicted = np.concatenate([fold for fold, _ in found])
    order = np.argsort(predicted)
    probabilities = np.concatenate([predictions.probabilities for _, predictions in found])
    return OutOfFold(rows[predicted[order]], classes, probabilities[order], problems)


def _usable(
    reviews: Reviews, class_names: tuple[str, ...]
) -> tuple[NDArray[np.int64], NDArray[np.int64], list[str]]:
    """Return the texts that have a word and a label with enough such texts, these labels, and the others."""
    with_words = np.array([has_token(text) for text in reviews.texts], np.bool_)
    counts = np.bincount(reviews.labels[with_words], minlength=len(class_names))
    problems = [
        f"label '{class_names[index]}': fewer than {FOLDS} texts with words, not evaluated"
        for index in np.flatnonzero(counts < FOLDS)
    ]
    classes = np.flatnonzero(counts >= FOLDS)
    if len(classes) < 2:
        raise InputError(f"fewer than two labels have {FOLDS} texts with words, which {FOLDS} folds need")
    return np.flatnonzero(with_words & np.isin(reviews.labels, classes)), classes, problems


def _digest(texts: list[str], labels: NDArray[np.int32], names: list[str], recipe: Recipe) -> str:
    everything = (Predictions.of(texts, labels, np.empty(0, np.float32)).fingerprint, names, recipe.to_toml())
    return hashlib.sha256(repr(everything).encode()).hexdigest()[:12]


def _predicted(
    folder: Path,
    texts: list[str],
    labels: NDArray[np.int32],
    names: list[str],
    recipe: Recipe,
    interrupted: list[int],
    display: Display,
    problems: list[str],
) -> list[tuple[NDArray[np.int64], Predictions]]:
    """Return the texts and predictions of each fold whose training succeeded."""
    from sklearn.model_selection import StratifiedKFold

    splits = StratifiedKFold(FOLDS, shuffle=True, random_state=_SEED).split(np.zeros(len(texts)), labels)
    folds = []
    for number, (_, rows) in enumerate(splits, 1):
        of_fold = Predictions.of([texts[row] for row in rows], labels[rows], np.empty(0, np.float32))
        folds.append(_Fold(f"fold-{number}", rows, of_fold.fingerprint))
    table = folder / "texts.parquet"
    stored = [fold.stored(folder) for fold in folds]
    is_incomplete = None in stored
    if is_incomplete and not table.exists():
        _write_table(table, texts, labels, names, folds)
    recipe = msgspec.structs.replace(
        recipe, data=str(table.absolute()), text_column="text", label_column="label"
    )
    found, errors = [], list[SeqtuiError]()
    with forking_trainers() if is_incomplete else nullcontext() as server:
        for number, (fold, predictions) in enumerate(zip(folds, stored, strict=True), 1):
            title = f"fold {number} of {FOLDS}"
            try:
                if predictions is None:
                    predictions = _train(folder, fold, recipe, title, interrupted, display, server)
                found.append((fold.rows, predictions))
            except InterruptedFoldsError:
                raise
            except SeqtuiError as error:
                errors.append(error)
                problems.append(f"{title}: {error}; its {len(fold.rows):,} texts are not evaluated")
    if not found:
        raise errors[0]
    if not errors:
        table.unlink(missing_ok=True)
    return found


def _write_table(
    path: Path, texts: list[str], labels: NDArray[np.int32], names: list[str], folds: list[_Fold]
) -> None:
    """Write texts, labels and for each fold a column with the set of each text."""
    columns: dict[str, Any] = {"text": texts, "label": [names[label] for label in labels]}
    for fold in folds:
        sets = np.full(len(texts), "train", object)
        sets[fold.rows] = "test"
        columns[fold.name] = sets
    with replacing(path) as temporary:
        pq.write_table(pa.table(columns), temporary)


def _train(
    folder: Path,
    fold: _Fold,
    recipe: Recipe,
    title: str,
    interrupted: list[int],
    display: Display,
    server: TrainerServer | None,
) -> Predictions:
    """Train the run of a fold, new or interrupted, store its predictions and delete the run."""
    recipe = msgspec.structs.replace(recipe, split_column=fold.name)
    run = Run(folder / fold.name)
    if run.recipe_path.exists() and is_from(run.recipe, recipe):
        if not isinstance(run.end(), Finished):
            run.rewind()
    else:
        shutil.rmtree(run.path, ignore_errors=True)
        run = create_run(recipe, folder, fold.name)
    if not isinstance(run.end(), Finished):
        supervise(run, interrupted, lambda events: display(run, title, events), server=server)
        if interrupted:
            raise InterruptedFoldsError(f"{folder}: interrupted; the same command continues with {title}")
        check_end(run)
    predictions = Predictions.load(run.predictions_path)
    if predictions is None or predictions.fingerprint != fold.expected:
        raise SeqtuiError(f"{run.path}: its predictions are not those of its texts")
    predictions.save(folder / f"{fold.name}.npz")
    run.delete()
    return predictions
