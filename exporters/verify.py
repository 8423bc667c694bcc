"""The proof: held-out reviews through onnxruntime and through Keras, compared."""

import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from statistics import median

import numpy as np
import onnx
from numpy.typing import NDArray

from exporters.text_input import ids_of
from seqtui.batches import EncodedReviews
from seqtui.corpora import LABELS, Reviews
from seqtui.runs import Parity
from seqtui.scoring import Scorer
from seqtui.text import Vocabulary
from seqtui.training.learner import Learner

TOLERANCE = 1e-4
"""The largest difference of probabilities that passes."""

_THRESHOLD = 0.5
_BATCH = 100
_TIMED = 50  # reviews, one at a time, for the latency


def verify(
    path: Path, learner: Learner, vocabulary: Vocabulary, max_length: int, held_out: Reviews
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    scorer = Scorer(path)
    by_keras, scores = keras_scores(held_out.texts), scorer.score(held_out.texts)
    by_onnx = np.array([score.probabilities[LABELS[1]] for score in scores], np.float32)
    named = np.array([score.label == LABELS[1] for score in scores])
    keras_right = (by_keras > _THRESHOLD) == (held_out.labels == 1)
    onnx_right = named == (held_out.labels == 1)
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts) or complain(
        by_keras, by_onnx, named
    )
    return Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(keras_right == onnx_right)),
        accuracy_keras=float(keras_right.mean()),
        accuracy_onnx=float(onnx_right.mean()),
        milliseconds_keras=_latency(keras_scores, held_out.texts),
        milliseconds_onnx=_latency(scorer.score, held_out.texts),
        verified=complaint is None,
        complaint=complaint,
    )


def complain_of_ids(
    ids: Callable[[list[str]], list[list[int]]], vocabulary: Vocabulary, max_length: int, texts: list[str]
) -> str | None:
    """Say which review the file reads otherwise than the network was taught, or None.

    Args:
        ids: What the file makes of reviews.
        vocabulary: The run's; every token that it knows is asked for, too.
        max_length: The recipe's.
        texts: The reviews.
    """
    known = iter(vocabulary.ids_of_tokens)
    while some := list(islice(known, min(max_length, _BATCH))):
        texts = [*texts, " ".join(some)]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def complain(
    by_keras: NDArray[np.float32], by_onnx: NDArray[np.float32], named: NDArray[np.bool_]
) -> str | None:
    """Say what is wrong with an export, or None if it may be shipped.

    Within the tolerance a label can differ only where both probabilities lie as near to the threshold.

    Args:
        by_keras: The network's probabilities of the positive label.
        by_onnx: The file's.
        named: Whether the file called the review positive.
    """
    differences = np.abs(by_keras - by_onnx)
    if not np.isfinite(differences).all():
        return "the export verification met a probability that is not a number"
    worst = int(differences.argmax())
    if differences[worst] > TOLERANCE:
        return (
            f"onnxruntime and Keras differ by {differences[worst]:.2e} on a held-out review "
            f"({by_onnx[worst]:.6f} and {by_keras[worst]:.6f}); at most {TOLERANCE:g} passes"
        )
    if (named != (by_onnx > _THRESHOLD)).any():
        return "the label that the file names is not the one with the highest probability"
    return None


def _latency(score: Callable[[list[str]], object], texts: list[str]) -> float:
    def milliseconds(text: str) -> float:
        began = time.perf_counter()
        score([text])
        return (time.perf_counter() - began) * 1000

    return median([milliseconds(text) for text in texts[:_TIMED]])
