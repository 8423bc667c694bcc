"""Verify an exported file: score test reviews with onnxruntime and with Keras, and compare."""

import math
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
from seqtui.scoring.decision import DecisionRule
from seqtui.text import Vocabulary
from seqtui.text.encoded import EncodedReviews

if TYPE_CHECKING:
    from seqtui.training.network import Network

TOLERANCE = 1e-4
"""Maximum difference between a probability of the file and of the Keras network."""

BATCH_TOLERANCE = 1e-5
"""Maximum difference between the probabilities of a review scored alone and in a batch."""

_BATCH_SIZE = 100
_SINGLE_REVIEWS = 50  # scored one at a time
_THROUGHPUT_REVIEWS = 500  # scored at once


def verify(
    path: Path,
    network: "Network",
    vocabulary: Vocabulary,
    max_length: int,
    test: Reviews,
    *,
    head: int = 0,
    float32: Parity | None = None,
    by_keras: NDArray[np.float32] | None = None,
) -> Parity:
    """Score raw reviews with the exported file and with Keras, and compare the results.

    Args:
        path: The exported file. onnxruntime gets nothing but the texts and runs on the CPU.
        network: The network with the trained weights.
        vocabulary: Vocabulary of the run.
        max_length: Maximum number of tokens of a review.
        test: Test reviews.
        head: How many of the tokens are the first ones; the others are the last ones. Default 0.
        float32: For an 8-bit file, the report on the float32 file that it was quantized from. Its accuracy
            is then compared instead of its probabilities. Default: None, a float32 file.
        by_keras: The network's probabilities for the test reviews, (reviews, classes). Default: computed.

    Returns:
        The report; ``verified`` is True if no check found a problem.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return keras_probabilities(network, vocabulary, max_length, texts, head)

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    def attention_difference() -> float | None:
        if not scorer.has_attention:
            return None
        pairs = [
            (network.attention(vocabulary.encode(text, max_length, head)), scorer.attention(text))
            for text in ["", *test.texts[:_SINGLE_REVIEWS]]
        ]
        return max(_difference(by_keras, by_onnx) for by_keras, by_onnx in pairs)

    scorer = Scorer(path)
    by_keras = keras_scores(test.texts) if by_keras is None else by_keras
    by_onnx = onnx_scores(test.texts)
    rule = scorer.rule
    y_pred_keras, y_pred_onnx = rule.choose(by_keras), rule.choose(by_onnx)
    milliseconds_keras = float32.milliseconds_keras if float32 else _latency(keras_scores, test.texts)[0]
    milliseconds_onnx, alone = _latency(onnx_scores, test.texts)
    parity = Parity(
        model=str(path),
        reviews=len(test),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(y_pred_keras == y_pred_onnx)),
        accuracy_keras=_accuracy(rule, y_pred_keras, test.labels),
        accuracy_onnx=_accuracy(rule, y_pred_onnx, test.labels),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_throughput(onnx_scores, test.texts),
        batch_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        attention_difference=attention_difference(),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        float32=float32,
        temperature=scorer.calibration.temperature if scorer.calibration else None,
        threshold=rule.threshold,
        abstain=rule.abstain if rule.unsure else None,
        unsure=float(np.mean(rule.is_unsure(y_pred_onnx))) if rule.unsure else None,
    )
    problem = check_word_ids(ids_of(onnx.load(path)), vocabulary, max_length, test.texts, head)
    problem = problem or check_labels(by_onnx, scorer.predict_labels(test.texts), scorer.rule)
    if parity.unsure == 1.0:
        problem = problem or "every test review is unsure; choose a smaller --abstain"
    if float32:
        problem = problem or check_accuracy_loss(float32, parity)
    else:
        problem = problem or check_probabilities(by_keras, by_onnx) or check_batch_invariance(parity)
        problem = problem or check_attention(parity)
    return msgspec.structs.replace(parity, verified=problem is None, problem=problem)


def keras_probabilities(
    network: "Network", vocabulary: Vocabulary, max_length: int, texts: list[str], head: int = 0
) -> NDArray[np.float32]:
    """Return the network's probabilities for raw reviews, (reviews, classes).

    Args:
        network: The network with the trained weights.
        vocabulary: Vocabulary of the run.
        max_length: Maximum number of tokens of a review.
        texts: Reviews.
        head: How many of the tokens are the first ones. Default 0.
    """
    return network.predict(
        EncodedReviews.from_lists(vocabulary.encode(text, max_length, head) for text in texts)
    )


def check_word_ids(
    ids: Callable[[list[str]], list[list[int]]],
    vocabulary: Vocabulary,
    max_length: int,
    texts: list[str],
    head: int = 0,
) -> str | None:
    """Check that the file encodes reviews as ``Vocabulary.encode`` does.

    Args:
        ids: Function from reviews to the word ids of each in the file, see
            :func:`exporters.text_input.ids_of`.
        vocabulary: Vocabulary of the run. All of its tokens are checked, too.
        max_length: Maximum number of tokens of a review.
        texts: Reviews to check.
        head: How many of the tokens are the first ones. Default 0.

    Returns:
        The first review with other word ids, or None.
    """
    known, size = list(vocabulary.ids_of_tokens), min(max_length, _BATCH_SIZE)
    texts = [*texts, *(" ".join(known[start : start + size]) for start in range(0, len(known), size))]
    for start in range(0, len(texts), _BATCH_SIZE):
        batch = texts[start : start + _BATCH_SIZE]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length, head):
                return f"different word ids in file and tokenizer for a review that begins {text[:60]!r}"
    return None


def check_probabilities(by_keras: NDArray[np.float32], by_onnx: NDArray[np.float32]) -> str | None:
    """Check that the probabilities of file and network differ by at most ``TOLERANCE``.

    Within the tolerance, labels can differ only if the two highest probabilities are almost equal.

    Args:
        by_keras: Probabilities of the network, (reviews, classes).
        by_onnx: Probabilities of the file, (reviews, classes).

    Returns:
        The largest difference in words, or None if it is within the tolerance.
    """
    differences = np.abs(by_keras - by_onnx)
    worst = int(differences.argmax())  # the first NaN, if there is one
    if not differences.flat[worst] <= TOLERANCE:
        return (
            f"onnxruntime and Keras differ by {differences.flat[worst]:.2e} on a test review "
            f"({by_onnx.flat[worst]:.6f} and {by_keras.flat[worst]:.6f}); at most {TOLERANCE:g} is allowed"
        )
    return None


def check_labels(by_onnx: NDArray[np.float32], predicted: list[str], rule: DecisionRule) -> str | None:
    """Check that the file returns the label that its rule decides.

    Args:
        by_onnx: Probabilities of the file, (reviews, classes).
        predicted: Label that the file returns for each review.
        rule: How the label follows from the probabilities.

    Returns:
        The problem, or None.
    """
    if not np.isfinite(by_onnx).all():
        return "the exported file returns a probability that is not a number"
    if predicted != [rule.label_names[index] for index in rule.choose(by_onnx)]:
        problem = (
            "does not have the highest probability" if rule.threshold is None else "breaks its threshold"
        )
        return f"the exported file returns a label that {problem}"
    return None


def check_batch_invariance(parity: Parity) -> str | None:
    """Check that a score does not depend on the other reviews of its batch; return the problem or None."""
    if parity.batch_difference > BATCH_TOLERANCE:
        return f"scores depend on the batch: a review scored alone differs by {parity.batch_difference:.2e}"
    return None


def check_attention(parity: Parity) -> str | None:
    """Check that the attention weights of file and network differ by at most ``TOLERANCE``.

    Returns:
        The problem, or None. A network without attention has none.
    """
    difference = parity.attention_difference
    if difference is not None and not difference <= TOLERANCE:  # also NaN
        return f"attention weights differ by {difference:.2e} between file and Keras"
    return None


def _accuracy(rule: DecisionRule, y_pred: NDArray[np.int64], y_true: NDArray[np.int32]) -> float:
    """Return the accuracy on the reviews that are not unsure; 0 if all are."""
    decided = ~rule.is_unsure(y_pred)
    return float(np.mean((y_pred == y_true)[decided])) if decided.any() else 0.0


def _difference(by_keras: NDArray[np.float32] | None, by_onnx: NDArray[np.float32]) -> float:
    """Return the largest difference between the attention weights of a review; infinite for other shapes."""
    if by_keras is None or by_keras.shape != by_onnx.shape:
        return math.inf
    return float(np.abs(by_keras - by_onnx).max())


def _latency(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Score some reviews one at a time; return the median milliseconds per review and the scores."""
    milliseconds, scores = [], []
    for text in texts[:_SINGLE_REVIEWS]:
        began = time.perf_counter()
        scores.append(score([text])[0])
        milliseconds.append((time.perf_counter() - began) * 1000)
    return median(milliseconds), np.array(scores, np.float32)


def _throughput(score: Callable[[list[str]], object], texts: list[str]) -> float:
    """Return the reviews per second when many are scored at once, as the median of three runs."""

    def seconds() -> float:
        began = time.perf_counter()
        score(texts[:_THROUGHPUT_REVIEWS])
        return time.perf_counter() - began

    return min(len(texts), _THROUGHPUT_REVIEWS) / median(seconds() for _ in range(3))
