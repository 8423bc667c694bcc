"""Verification: test reviews through onnxruntime and through Keras, compared."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import onnx
from numpy.typing import NDArray

from exporters.quantize import check_accuracy_loss
from exporters.text_input import ids_of
from seqtui.corpora import Reviews
from seqtui.runs.parity import Parity
from seqtui.scoring import Scorer
from seqtui.text import Vocabulary
from seqtui.text.encoded import EncodedReviews

if TYPE_CHECKING:
    from seqtui.training.network import Network

TOLERANCE = 1e-4
"""The largest difference of probabilities that passes."""

COMPANY_TOLERANCE = 1e-5
"""How far a score may move between a review alone and among others."""

_BATCH = 100
_ALONE = 50  # reviews, one at a time, for the latency
_TIMED = 500  # reviews, many at once


def verify(
    path: Path,
    network: "Network",
    vocabulary: Vocabulary,
    max_length: int,
    test: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        network: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        test: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return network.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(test.texts), onnx_scores(test.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, test.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, test.texts)
    parity = Parity(
        model=str(path),
        reviews=len(test),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == test.labels)),
        accuracy_onnx=float(np.mean(of_onnx == test.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, test.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, test.texts)
    complaint = complaint or complain_of_labels(
        by_onnx, scorer.predict_labels(test.texts), scorer.class_names
    )
    if whole:
        complaint = complaint or check_accuracy_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


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
    known, size = list(vocabulary.ids_of_tokens), min(max_length, _BATCH)
    texts = [*texts, *(" ".join(known[start : start + size]) for start in range(0, len(known), size))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def complain(by_keras: NDArray[np.float32], by_onnx: NDArray[np.float32]) -> str | None:
    """Say what is wrong with an export, or None if it may be shipped.

    Within the tolerance a label can differ only where both probabilities lie as near to the threshold.

    Args:
        by_keras: The network's probabilities, (reviews, labels).
        by_onnx: The file's.
    """
    differences = np.abs(by_keras - by_onnx)
    worst = int(differences.argmax())  # or one that is not a number
    if not differences.flat[worst] <= TOLERANCE:
        return (
            f"onnxruntime and Keras differ by {differences.flat[worst]:.2e} on a test review "
            f"({by_onnx.flat[worst]:.6f} and {by_keras.flat[worst]:.6f}); at most {TOLERANCE:g} passes"
        )
    return None


def complain_of_labels(by_onnx: NDArray[np.float32], named: list[str], labels: list[str]) -> str | None:
    """Say that the file's labels are not those of its probabilities, or None.

    Args:
        by_onnx: Its probabilities, (reviews, labels).
        named: What it called each review.
        labels: The labels' names in the order of the probabilities.
    """
    if not np.isfinite(by_onnx).all():
        return "the export verification met a probability that is not a number"
    if named != [labels[place] for place in by_onnx.argmax(1)]:
        return "the label that the file names is not the one with the highest probability"
    return None


def complain_of_company(parity: Parity) -> str | None:
    """Say that a score depends on the other reviews of its batch, or None."""
    if parity.company_difference > COMPANY_TOLERANCE:
        return f"a review scored alone and among others differs by {parity.company_difference:.2e}"
    return None


def _one_by_one(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Milliseconds for a review alone, the median of some, and their scores."""
    milliseconds, scores = [], []
    for text in texts[:_ALONE]:
        began = time.perf_counter()
        scores.append(score([text])[0])
        milliseconds.append((time.perf_counter() - began) * 1000)
    return median(milliseconds), np.array(scores, np.float32)


def _rate(score: Callable[[list[str]], object], texts: list[str]) -> float:
    """Reviews a second when there are many, the median of three goes."""

    def seconds() -> float:
        began = time.perf_counter()
        score(texts[:_TIMED])
        return time.perf_counter() - began

    return min(len(texts), _TIMED) / median(seconds() for _ in range(3))
