"""The proof: held-out reviews through onnxruntime and through Keras, compared."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import onnx
from numpy.typing import NDArray

from exporters.quantize import complain_of_loss
from exporters.text_input import ids_of
from seqtui.batches import EncodedReviews
from seqtui.corpora import Reviews
from seqtui.parity import Parity
from seqtui.scoring import Scorer
from seqtui.text import Vocabulary

if TYPE_CHECKING:
    from seqtui.training.learner import Learner

TOLERANCE = 1e-4
"""The largest difference of probabilities that passes."""

COMPANY_TOLERANCE = 1e-5
"""How far a score may move between a review alone and among others."""

_BATCH = 100
_ALONE = 50  # reviews, one at a time, for the latency
_TIMED = 500  # reviews, many at once


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict
mutants_x_verify__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_verify__mutmut)
def verify(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_orig(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_1(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            None
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_2(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(None)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_3(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(None, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_4(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, None) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_5(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_6(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, ) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_7(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(None)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_8(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = None
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_9(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(None)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_10(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = None
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_11(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(None), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_12(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(None)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_13(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = None
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_14(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(None), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_15(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(2), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_16(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(None)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_17(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(2)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_18(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = None
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_19(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(None, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_20(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, None)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_21(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_22(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, )
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_23(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = None
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_24(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(None, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_25(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, None)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_26(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_27(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, )
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_28(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = None
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_29(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=None,
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_30(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=None,
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_31(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=None,
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_32(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=None,
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_33(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=None,
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_34(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=None,
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_35(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=None,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_36(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=None,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_37(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=None,
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_38(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=None,
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_39(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=None,
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_40(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=None,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_41(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=None,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_42(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_43(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_44(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_45(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_46(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_47(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_48(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_49(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_50(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_51(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_52(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_53(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_54(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_55(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(None),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_56(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(None),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_57(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(None).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_58(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras + by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_59(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(None),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_60(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(None)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_61(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras != of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_62(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(None),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_63(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(None)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_64(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras != held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_65(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(None),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_66(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(None)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_67(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx != held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_68(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(None, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_69(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, None),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_70(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_71(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, ),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_72(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(None),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_73(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(None).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_74(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone + by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_75(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(None, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_76(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, None),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_77(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_78(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, ),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_79(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size * 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_80(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1000001.0, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_81(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 3),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_82(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=True,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_83(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = None
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_84(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(None, vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_85(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), None, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_86(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, None, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_87(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, None)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_88(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_89(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_90(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_91(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, )
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_92(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(None), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_93(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(None)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_94(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = None
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_95(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint and complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_96(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(None, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_97(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, None, scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_98(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), None)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_99(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_100(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_101(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), )
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_102(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(None), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_103(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = None
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_104(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint and complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_105(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(None, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_106(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, None)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_107(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_108(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, )
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_109(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = None
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_110(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) and complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_111(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint and complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_112(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(None, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_113(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, None) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_114(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_115(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, ) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_116(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(None)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_117(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(None, verified=complaint is None, complaint=complaint)


def x_verify__mutmut_118(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=None, complaint=complaint)


def x_verify__mutmut_119(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, complaint=None)


def x_verify__mutmut_120(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(verified=complaint is None, complaint=complaint)


def x_verify__mutmut_121(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, complaint=complaint)


def x_verify__mutmut_122(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is None, )


def x_verify__mutmut_123(
    path: Path,
    learner: "Learner",
    vocabulary: Vocabulary,
    max_length: int,
    held_out: Reviews,
    *,
    whole: Parity | None = None,
) -> Parity:
    """Score raw reviews with both sides, from text to label.

    Args:
        path: The exported file; onnxruntime on the CPU is handed the text and nothing else.
        learner: The network with the trained weights.
        vocabulary: The run's.
        max_length: The recipe's.
        held_out: The reviews.
        whole: What this function said of the file that one in 8 bits was made from. Its probabilities may
            differ from the network's; its accuracy is held to a limit instead.
    """

    def keras_scores(texts: list[str]) -> NDArray[np.float32]:
        return learner.predict(
            EncodedReviews.from_lists(vocabulary.encode(text, max_length) for text in texts)
        )

    def onnx_scores(texts: list[str]) -> NDArray[np.float32]:
        return scorer.probabilities(texts)

    scorer = Scorer(path)
    by_keras, by_onnx = keras_scores(held_out.texts), onnx_scores(held_out.texts)
    of_keras, of_onnx = by_keras.argmax(1), by_onnx.argmax(1)
    milliseconds_keras, _ = _one_by_one(keras_scores, held_out.texts)
    milliseconds_onnx, alone = _one_by_one(onnx_scores, held_out.texts)
    parity = Parity(
        model=str(path),
        reviews=len(held_out),
        max_abs_difference=float(np.abs(by_keras - by_onnx).max()),
        label_agreement=float(np.mean(of_keras == of_onnx)),
        accuracy_keras=float(np.mean(of_keras == held_out.labels)),
        accuracy_onnx=float(np.mean(of_onnx == held_out.labels)),
        milliseconds_keras=milliseconds_keras,
        milliseconds_onnx=milliseconds_onnx,
        reviews_per_second=_rate(onnx_scores, held_out.texts),
        company_difference=float(np.abs(alone - by_onnx[: len(alone)]).max()),
        megabytes=round(path.stat().st_size / 1e6, 2),
        verified=False,
        whole=whole,
    )
    complaint = complain_of_ids(ids_of(onnx.load(path)), vocabulary, max_length, held_out.texts)
    complaint = complaint or complain_of_labels(by_onnx, scorer.named(held_out.texts), scorer.labels)
    if whole:
        complaint = complaint or complain_of_loss(whole, parity)
    else:
        complaint = complaint or complain(by_keras, by_onnx) or complain_of_company(parity)
    return msgspec.structs.replace(parity, verified=complaint is not None, complaint=complaint)

mutants_x_verify__mutmut['_mutmut_orig'] = x_verify__mutmut_orig # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_1'] = x_verify__mutmut_1 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_2'] = x_verify__mutmut_2 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_3'] = x_verify__mutmut_3 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_4'] = x_verify__mutmut_4 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_5'] = x_verify__mutmut_5 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_6'] = x_verify__mutmut_6 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_7'] = x_verify__mutmut_7 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_8'] = x_verify__mutmut_8 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_9'] = x_verify__mutmut_9 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_10'] = x_verify__mutmut_10 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_11'] = x_verify__mutmut_11 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_12'] = x_verify__mutmut_12 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_13'] = x_verify__mutmut_13 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_14'] = x_verify__mutmut_14 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_15'] = x_verify__mutmut_15 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_16'] = x_verify__mutmut_16 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_17'] = x_verify__mutmut_17 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_18'] = x_verify__mutmut_18 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_19'] = x_verify__mutmut_19 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_20'] = x_verify__mutmut_20 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_21'] = x_verify__mutmut_21 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_22'] = x_verify__mutmut_22 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_23'] = x_verify__mutmut_23 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_24'] = x_verify__mutmut_24 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_25'] = x_verify__mutmut_25 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_26'] = x_verify__mutmut_26 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_27'] = x_verify__mutmut_27 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_28'] = x_verify__mutmut_28 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_29'] = x_verify__mutmut_29 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_30'] = x_verify__mutmut_30 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_31'] = x_verify__mutmut_31 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_32'] = x_verify__mutmut_32 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_33'] = x_verify__mutmut_33 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_34'] = x_verify__mutmut_34 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_35'] = x_verify__mutmut_35 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_36'] = x_verify__mutmut_36 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_37'] = x_verify__mutmut_37 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_38'] = x_verify__mutmut_38 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_39'] = x_verify__mutmut_39 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_40'] = x_verify__mutmut_40 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_41'] = x_verify__mutmut_41 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_42'] = x_verify__mutmut_42 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_43'] = x_verify__mutmut_43 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_44'] = x_verify__mutmut_44 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_45'] = x_verify__mutmut_45 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_46'] = x_verify__mutmut_46 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_47'] = x_verify__mutmut_47 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_48'] = x_verify__mutmut_48 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_49'] = x_verify__mutmut_49 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_50'] = x_verify__mutmut_50 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_51'] = x_verify__mutmut_51 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_52'] = x_verify__mutmut_52 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_53'] = x_verify__mutmut_53 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_54'] = x_verify__mutmut_54 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_55'] = x_verify__mutmut_55 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_56'] = x_verify__mutmut_56 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_57'] = x_verify__mutmut_57 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_58'] = x_verify__mutmut_58 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_59'] = x_verify__mutmut_59 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_60'] = x_verify__mutmut_60 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_61'] = x_verify__mutmut_61 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_62'] = x_verify__mutmut_62 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_63'] = x_verify__mutmut_63 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_64'] = x_verify__mutmut_64 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_65'] = x_verify__mutmut_65 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_66'] = x_verify__mutmut_66 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_67'] = x_verify__mutmut_67 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_68'] = x_verify__mutmut_68 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_69'] = x_verify__mutmut_69 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_70'] = x_verify__mutmut_70 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_71'] = x_verify__mutmut_71 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_72'] = x_verify__mutmut_72 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_73'] = x_verify__mutmut_73 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_74'] = x_verify__mutmut_74 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_75'] = x_verify__mutmut_75 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_76'] = x_verify__mutmut_76 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_77'] = x_verify__mutmut_77 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_78'] = x_verify__mutmut_78 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_79'] = x_verify__mutmut_79 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_80'] = x_verify__mutmut_80 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_81'] = x_verify__mutmut_81 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_82'] = x_verify__mutmut_82 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_83'] = x_verify__mutmut_83 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_84'] = x_verify__mutmut_84 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_85'] = x_verify__mutmut_85 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_86'] = x_verify__mutmut_86 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_87'] = x_verify__mutmut_87 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_88'] = x_verify__mutmut_88 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_89'] = x_verify__mutmut_89 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_90'] = x_verify__mutmut_90 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_91'] = x_verify__mutmut_91 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_92'] = x_verify__mutmut_92 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_93'] = x_verify__mutmut_93 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_94'] = x_verify__mutmut_94 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_95'] = x_verify__mutmut_95 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_96'] = x_verify__mutmut_96 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_97'] = x_verify__mutmut_97 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_98'] = x_verify__mutmut_98 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_99'] = x_verify__mutmut_99 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_100'] = x_verify__mutmut_100 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_101'] = x_verify__mutmut_101 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_102'] = x_verify__mutmut_102 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_103'] = x_verify__mutmut_103 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_104'] = x_verify__mutmut_104 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_105'] = x_verify__mutmut_105 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_106'] = x_verify__mutmut_106 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_107'] = x_verify__mutmut_107 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_108'] = x_verify__mutmut_108 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_109'] = x_verify__mutmut_109 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_110'] = x_verify__mutmut_110 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_111'] = x_verify__mutmut_111 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_112'] = x_verify__mutmut_112 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_113'] = x_verify__mutmut_113 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_114'] = x_verify__mutmut_114 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_115'] = x_verify__mutmut_115 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_116'] = x_verify__mutmut_116 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_117'] = x_verify__mutmut_117 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_118'] = x_verify__mutmut_118 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_119'] = x_verify__mutmut_119 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_120'] = x_verify__mutmut_120 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_121'] = x_verify__mutmut_121 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_122'] = x_verify__mutmut_122 # type: ignore # mutmut generated
mutants_x_verify__mutmut['x_verify__mutmut_123'] = x_verify__mutmut_123 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_complain_of_ids__mutmut)
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


def x_complain_of_ids__mutmut_orig(
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


def x_complain_of_ids__mutmut_1(
    ids: Callable[[list[str]], list[list[int]]], vocabulary: Vocabulary, max_length: int, texts: list[str]
) -> str | None:
    """Say which review the file reads otherwise than the network was taught, or None.

    Args:
        ids: What the file makes of reviews.
        vocabulary: The run's; every token that it knows is asked for, too.
        max_length: The recipe's.
        texts: The reviews.
    """
    known, size = None
    texts = [*texts, *(" ".join(known[start : start + size]) for start in range(0, len(known), size))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_2(
    ids: Callable[[list[str]], list[list[int]]], vocabulary: Vocabulary, max_length: int, texts: list[str]
) -> str | None:
    """Say which review the file reads otherwise than the network was taught, or None.

    Args:
        ids: What the file makes of reviews.
        vocabulary: The run's; every token that it knows is asked for, too.
        max_length: The recipe's.
        texts: The reviews.
    """
    known, size = list(None), min(max_length, _BATCH)
    texts = [*texts, *(" ".join(known[start : start + size]) for start in range(0, len(known), size))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_3(
    ids: Callable[[list[str]], list[list[int]]], vocabulary: Vocabulary, max_length: int, texts: list[str]
) -> str | None:
    """Say which review the file reads otherwise than the network was taught, or None.

    Args:
        ids: What the file makes of reviews.
        vocabulary: The run's; every token that it knows is asked for, too.
        max_length: The recipe's.
        texts: The reviews.
    """
    known, size = list(vocabulary.ids_of_tokens), min(None, _BATCH)
    texts = [*texts, *(" ".join(known[start : start + size]) for start in range(0, len(known), size))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_4(
    ids: Callable[[list[str]], list[list[int]]], vocabulary: Vocabulary, max_length: int, texts: list[str]
) -> str | None:
    """Say which review the file reads otherwise than the network was taught, or None.

    Args:
        ids: What the file makes of reviews.
        vocabulary: The run's; every token that it knows is asked for, too.
        max_length: The recipe's.
        texts: The reviews.
    """
    known, size = list(vocabulary.ids_of_tokens), min(max_length, None)
    texts = [*texts, *(" ".join(known[start : start + size]) for start in range(0, len(known), size))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_5(
    ids: Callable[[list[str]], list[list[int]]], vocabulary: Vocabulary, max_length: int, texts: list[str]
) -> str | None:
    """Say which review the file reads otherwise than the network was taught, or None.

    Args:
        ids: What the file makes of reviews.
        vocabulary: The run's; every token that it knows is asked for, too.
        max_length: The recipe's.
        texts: The reviews.
    """
    known, size = list(vocabulary.ids_of_tokens), min(_BATCH)
    texts = [*texts, *(" ".join(known[start : start + size]) for start in range(0, len(known), size))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_6(
    ids: Callable[[list[str]], list[list[int]]], vocabulary: Vocabulary, max_length: int, texts: list[str]
) -> str | None:
    """Say which review the file reads otherwise than the network was taught, or None.

    Args:
        ids: What the file makes of reviews.
        vocabulary: The run's; every token that it knows is asked for, too.
        max_length: The recipe's.
        texts: The reviews.
    """
    known, size = list(vocabulary.ids_of_tokens), min(max_length, )
    texts = [*texts, *(" ".join(known[start : start + size]) for start in range(0, len(known), size))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_7(
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
    texts = None
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_8(
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
    texts = [*texts, *(" ".join(None) for start in range(0, len(known), size))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_9(
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
    texts = [*texts, *("XX XX".join(known[start : start + size]) for start in range(0, len(known), size))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_10(
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
    texts = [*texts, *(" ".join(known[start : start - size]) for start in range(0, len(known), size))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_11(
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
    texts = [*texts, *(" ".join(known[start : start + size]) for start in range(None, len(known), size))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_12(
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
    texts = [*texts, *(" ".join(known[start : start + size]) for start in range(0, None, size))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_13(
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
    texts = [*texts, *(" ".join(known[start : start + size]) for start in range(0, len(known), None))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_14(
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
    texts = [*texts, *(" ".join(known[start : start + size]) for start in range(len(known), size))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_15(
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
    texts = [*texts, *(" ".join(known[start : start + size]) for start in range(0, size))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_16(
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
    texts = [*texts, *(" ".join(known[start : start + size]) for start in range(0, len(known), ))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_17(
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
    texts = [*texts, *(" ".join(known[start : start + size]) for start in range(1, len(known), size))]
    for start in range(0, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_18(
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
    for start in range(None, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_19(
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
    for start in range(0, None, _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_20(
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
    for start in range(0, len(texts), None):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_21(
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
    for start in range(len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_22(
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
    for start in range(0, _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_23(
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
    for start in range(0, len(texts), ):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_24(
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
    for start in range(1, len(texts), _BATCH):
        batch = texts[start : start + _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_25(
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
        batch = None
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_26(
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
        batch = texts[start : start - _BATCH]
        for text, found in zip(batch, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_27(
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
        for text, found in zip(None, ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_28(
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
        for text, found in zip(batch, None, strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_29(
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
        for text, found in zip(batch, ids(batch), strict=None):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_30(
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
        for text, found in zip(ids(batch), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_31(
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
        for text, found in zip(batch, strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_32(
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
        for text, found in zip(batch, ids(batch), ):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_33(
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
        for text, found in zip(batch, ids(None), strict=True):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_34(
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
        for text, found in zip(batch, ids(batch), strict=False):
            if found != vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_35(
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
            if found == vocabulary.encode(text, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_36(
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
            if found != vocabulary.encode(None, max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_37(
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
            if found != vocabulary.encode(text, None):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_38(
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
            if found != vocabulary.encode(max_length):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_39(
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
            if found != vocabulary.encode(text, ):
                return f"the file and the text rule give other word ids to a review that begins {text[:60]!r}"
    return None


def x_complain_of_ids__mutmut_40(
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
                return f"the file and the text rule give other word ids to a review that begins {text[:61]!r}"
    return None

mutants_x_complain_of_ids__mutmut['_mutmut_orig'] = x_complain_of_ids__mutmut_orig # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_1'] = x_complain_of_ids__mutmut_1 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_2'] = x_complain_of_ids__mutmut_2 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_3'] = x_complain_of_ids__mutmut_3 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_4'] = x_complain_of_ids__mutmut_4 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_5'] = x_complain_of_ids__mutmut_5 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_6'] = x_complain_of_ids__mutmut_6 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_7'] = x_complain_of_ids__mutmut_7 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_8'] = x_complain_of_ids__mutmut_8 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_9'] = x_complain_of_ids__mutmut_9 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_10'] = x_complain_of_ids__mutmut_10 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_11'] = x_complain_of_ids__mutmut_11 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_12'] = x_complain_of_ids__mutmut_12 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_13'] = x_complain_of_ids__mutmut_13 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_14'] = x_complain_of_ids__mutmut_14 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_15'] = x_complain_of_ids__mutmut_15 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_16'] = x_complain_of_ids__mutmut_16 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_17'] = x_complain_of_ids__mutmut_17 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_18'] = x_complain_of_ids__mutmut_18 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_19'] = x_complain_of_ids__mutmut_19 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_20'] = x_complain_of_ids__mutmut_20 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_21'] = x_complain_of_ids__mutmut_21 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_22'] = x_complain_of_ids__mutmut_22 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_23'] = x_complain_of_ids__mutmut_23 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_24'] = x_complain_of_ids__mutmut_24 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_25'] = x_complain_of_ids__mutmut_25 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_26'] = x_complain_of_ids__mutmut_26 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_27'] = x_complain_of_ids__mutmut_27 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_28'] = x_complain_of_ids__mutmut_28 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_29'] = x_complain_of_ids__mutmut_29 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_30'] = x_complain_of_ids__mutmut_30 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_31'] = x_complain_of_ids__mutmut_31 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_32'] = x_complain_of_ids__mutmut_32 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_33'] = x_complain_of_ids__mutmut_33 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_34'] = x_complain_of_ids__mutmut_34 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_35'] = x_complain_of_ids__mutmut_35 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_36'] = x_complain_of_ids__mutmut_36 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_37'] = x_complain_of_ids__mutmut_37 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_38'] = x_complain_of_ids__mutmut_38 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_39'] = x_complain_of_ids__mutmut_39 # type: ignore # mutmut generated
mutants_x_complain_of_ids__mutmut['x_complain_of_ids__mutmut_40'] = x_complain_of_ids__mutmut_40 # type: ignore # mutmut generated
mutants_x_complain__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_complain__mutmut)
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
            f"onnxruntime and Keras differ by {differences.flat[worst]:.2e} on a held-out review "
            f"({by_onnx.flat[worst]:.6f} and {by_keras.flat[worst]:.6f}); at most {TOLERANCE:g} passes"
        )
    return None


def x_complain__mutmut_orig(by_keras: NDArray[np.float32], by_onnx: NDArray[np.float32]) -> str | None:
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
            f"onnxruntime and Keras differ by {differences.flat[worst]:.2e} on a held-out review "
            f"({by_onnx.flat[worst]:.6f} and {by_keras.flat[worst]:.6f}); at most {TOLERANCE:g} passes"
        )
    return None


def x_complain__mutmut_1(by_keras: NDArray[np.float32], by_onnx: NDArray[np.float32]) -> str | None:
    """Say what is wrong with an export, or None if it may be shipped.

    Within the tolerance a label can differ only where both probabilities lie as near to the threshold.

    Args:
        by_keras: The network's probabilities, (reviews, labels).
        by_onnx: The file's.
    """
    differences = None
    worst = int(differences.argmax())  # or one that is not a number
    if not differences.flat[worst] <= TOLERANCE:
        return (
            f"onnxruntime and Keras differ by {differences.flat[worst]:.2e} on a held-out review "
            f"({by_onnx.flat[worst]:.6f} and {by_keras.flat[worst]:.6f}); at most {TOLERANCE:g} passes"
        )
    return None


def x_complain__mutmut_2(by_keras: NDArray[np.float32], by_onnx: NDArray[np.float32]) -> str | None:
    """Say what is wrong with an export, or None if it may be shipped.

    Within the tolerance a label can differ only where both probabilities lie as near to the threshold.

    Args:
        by_keras: The network's probabilities, (reviews, labels).
        by_onnx: The file's.
    """
    differences = np.abs(None)
    worst = int(differences.argmax())  # or one that is not a number
    if not differences.flat[worst] <= TOLERANCE:
        return (
            f"onnxruntime and Keras differ by {differences.flat[worst]:.2e} on a held-out review "
            f"({by_onnx.flat[worst]:.6f} and {by_keras.flat[worst]:.6f}); at most {TOLERANCE:g} passes"
        )
    return None


def x_complain__mutmut_3(by_keras: NDArray[np.float32], by_onnx: NDArray[np.float32]) -> str | None:
    """Say what is wrong with an export, or None if it may be shipped.

    Within the tolerance a label can differ only where both probabilities lie as near to the threshold.

    Args:
        by_keras: The network's probabilities, (reviews, labels).
        by_onnx: The file's.
    """
    differences = np.abs(by_keras + by_onnx)
    worst = int(differences.argmax())  # or one that is not a number
    if not differences.flat[worst] <= TOLERANCE:
        return (
            f"onnxruntime and Keras differ by {differences.flat[worst]:.2e} on a held-out review "
            f"({by_onnx.flat[worst]:.6f} and {by_keras.flat[worst]:.6f}); at most {TOLERANCE:g} passes"
        )
    return None


def x_complain__mutmut_4(by_keras: NDArray[np.float32], by_onnx: NDArray[np.float32]) -> str | None:
    """Say what is wrong with an export, or None if it may be shipped.

    Within the tolerance a label can differ only where both probabilities lie as near to the threshold.

    Args:
        by_keras: The network's probabilities, (reviews, labels).
        by_onnx: The file's.
    """
    differences = np.abs(by_keras - by_onnx)
    worst = None  # or one that is not a number
    if not differences.flat[worst] <= TOLERANCE:
        return (
            f"onnxruntime and Keras differ by {differences.flat[worst]:.2e} on a held-out review "
            f"({by_onnx.flat[worst]:.6f} and {by_keras.flat[worst]:.6f}); at most {TOLERANCE:g} passes"
        )
    return None


def x_complain__mutmut_5(by_keras: NDArray[np.float32], by_onnx: NDArray[np.float32]) -> str | None:
    """Say what is wrong with an export, or None if it may be shipped.

    Within the tolerance a label can differ only where both probabilities lie as near to the threshold.

    Args:
        by_keras: The network's probabilities, (reviews, labels).
        by_onnx: The file's.
    """
    differences = np.abs(by_keras - by_onnx)
    worst = int(None)  # or one that is not a number
    if not differences.flat[worst] <= TOLERANCE:
        return (
            f"onnxruntime and Keras differ by {differences.flat[worst]:.2e} on a held-out review "
            f"({by_onnx.flat[worst]:.6f} and {by_keras.flat[worst]:.6f}); at most {TOLERANCE:g} passes"
        )
    return None


def x_complain__mutmut_6(by_keras: NDArray[np.float32], by_onnx: NDArray[np.float32]) -> str | None:
    """Say what is wrong with an export, or None if it may be shipped.

    Within the tolerance a label can differ only where both probabilities lie as near to the threshold.

    Args:
        by_keras: The network's probabilities, (reviews, labels).
        by_onnx: The file's.
    """
    differences = np.abs(by_keras - by_onnx)
    worst = int(differences.argmax())  # or one that is not a number
    if differences.flat[worst] <= TOLERANCE:
        return (
            f"onnxruntime and Keras differ by {differences.flat[worst]:.2e} on a held-out review "
            f"({by_onnx.flat[worst]:.6f} and {by_keras.flat[worst]:.6f}); at most {TOLERANCE:g} passes"
        )
    return None


def x_complain__mutmut_7(by_keras: NDArray[np.float32], by_onnx: NDArray[np.float32]) -> str | None:
    """Say what is wrong with an export, or None if it may be shipped.

    Within the tolerance a label can differ only where both probabilities lie as near to the threshold.

    Args:
        by_keras: The network's probabilities, (reviews, labels).
        by_onnx: The file's.
    """
    differences = np.abs(by_keras - by_onnx)
    worst = int(differences.argmax())  # or one that is not a number
    if not differences.flat[worst] < TOLERANCE:
        return (
            f"onnxruntime and Keras differ by {differences.flat[worst]:.2e} on a held-out review "
            f"({by_onnx.flat[worst]:.6f} and {by_keras.flat[worst]:.6f}); at most {TOLERANCE:g} passes"
        )
    return None

mutants_x_complain__mutmut['_mutmut_orig'] = x_complain__mutmut_orig # type: ignore # mutmut generated
mutants_x_complain__mutmut['x_complain__mutmut_1'] = x_complain__mutmut_1 # type: ignore # mutmut generated
mutants_x_complain__mutmut['x_complain__mutmut_2'] = x_complain__mutmut_2 # type: ignore # mutmut generated
mutants_x_complain__mutmut['x_complain__mutmut_3'] = x_complain__mutmut_3 # type: ignore # mutmut generated
mutants_x_complain__mutmut['x_complain__mutmut_4'] = x_complain__mutmut_4 # type: ignore # mutmut generated
mutants_x_complain__mutmut['x_complain__mutmut_5'] = x_complain__mutmut_5 # type: ignore # mutmut generated
mutants_x_complain__mutmut['x_complain__mutmut_6'] = x_complain__mutmut_6 # type: ignore # mutmut generated
mutants_x_complain__mutmut['x_complain__mutmut_7'] = x_complain__mutmut_7 # type: ignore # mutmut generated
mutants_x_complain_of_labels__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_complain_of_labels__mutmut)
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


def x_complain_of_labels__mutmut_orig(by_onnx: NDArray[np.float32], named: list[str], labels: list[str]) -> str | None:
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


def x_complain_of_labels__mutmut_1(by_onnx: NDArray[np.float32], named: list[str], labels: list[str]) -> str | None:
    """Say that the file's labels are not those of its probabilities, or None.

    Args:
        by_onnx: Its probabilities, (reviews, labels).
        named: What it called each review.
        labels: The labels' names in the order of the probabilities.
    """
    if np.isfinite(by_onnx).all():
        return "the export verification met a probability that is not a number"
    if named != [labels[place] for place in by_onnx.argmax(1)]:
        return "the label that the file names is not the one with the highest probability"
    return None


def x_complain_of_labels__mutmut_2(by_onnx: NDArray[np.float32], named: list[str], labels: list[str]) -> str | None:
    """Say that the file's labels are not those of its probabilities, or None.

    Args:
        by_onnx: Its probabilities, (reviews, labels).
        named: What it called each review.
        labels: The labels' names in the order of the probabilities.
    """
    if not np.isfinite(None).all():
        return "the export verification met a probability that is not a number"
    if named != [labels[place] for place in by_onnx.argmax(1)]:
        return "the label that the file names is not the one with the highest probability"
    return None


def x_complain_of_labels__mutmut_3(by_onnx: NDArray[np.float32], named: list[str], labels: list[str]) -> str | None:
    """Say that the file's labels are not those of its probabilities, or None.

    Args:
        by_onnx: Its probabilities, (reviews, labels).
        named: What it called each review.
        labels: The labels' names in the order of the probabilities.
    """
    if not np.isfinite(by_onnx).all():
        return "XXthe export verification met a probability that is not a numberXX"
    if named != [labels[place] for place in by_onnx.argmax(1)]:
        return "the label that the file names is not the one with the highest probability"
    return None


def x_complain_of_labels__mutmut_4(by_onnx: NDArray[np.float32], named: list[str], labels: list[str]) -> str | None:
    """Say that the file's labels are not those of its probabilities, or None.

    Args:
        by_onnx: Its probabilities, (reviews, labels).
        named: What it called each review.
        labels: The labels' names in the order of the probabilities.
    """
    if not np.isfinite(by_onnx).all():
        return "THE EXPORT VERIFICATION MET A PROBABILITY THAT IS NOT A NUMBER"
    if named != [labels[place] for place in by_onnx.argmax(1)]:
        return "the label that the file names is not the one with the highest probability"
    return None


def x_complain_of_labels__mutmut_5(by_onnx: NDArray[np.float32], named: list[str], labels: list[str]) -> str | None:
    """Say that the file's labels are not those of its probabilities, or None.

    Args:
        by_onnx: Its probabilities, (reviews, labels).
        named: What it called each review.
        labels: The labels' names in the order of the probabilities.
    """
    if not np.isfinite(by_onnx).all():
        return "the export verification met a probability that is not a number"
    if named == [labels[place] for place in by_onnx.argmax(1)]:
        return "the label that the file names is not the one with the highest probability"
    return None


def x_complain_of_labels__mutmut_6(by_onnx: NDArray[np.float32], named: list[str], labels: list[str]) -> str | None:
    """Say that the file's labels are not those of its probabilities, or None.

    Args:
        by_onnx: Its probabilities, (reviews, labels).
        named: What it called each review.
        labels: The labels' names in the order of the probabilities.
    """
    if not np.isfinite(by_onnx).all():
        return "the export verification met a probability that is not a number"
    if named != [labels[place] for place in by_onnx.argmax(None)]:
        return "the label that the file names is not the one with the highest probability"
    return None


def x_complain_of_labels__mutmut_7(by_onnx: NDArray[np.float32], named: list[str], labels: list[str]) -> str | None:
    """Say that the file's labels are not those of its probabilities, or None.

    Args:
        by_onnx: Its probabilities, (reviews, labels).
        named: What it called each review.
        labels: The labels' names in the order of the probabilities.
    """
    if not np.isfinite(by_onnx).all():
        return "the export verification met a probability that is not a number"
    if named != [labels[place] for place in by_onnx.argmax(2)]:
        return "the label that the file names is not the one with the highest probability"
    return None


def x_complain_of_labels__mutmut_8(by_onnx: NDArray[np.float32], named: list[str], labels: list[str]) -> str | None:
    """Say that the file's labels are not those of its probabilities, or None.

    Args:
        by_onnx: Its probabilities, (reviews, labels).
        named: What it called each review.
        labels: The labels' names in the order of the probabilities.
    """
    if not np.isfinite(by_onnx).all():
        return "the export verification met a probability that is not a number"
    if named != [labels[place] for place in by_onnx.argmax(1)]:
        return "XXthe label that the file names is not the one with the highest probabilityXX"
    return None


def x_complain_of_labels__mutmut_9(by_onnx: NDArray[np.float32], named: list[str], labels: list[str]) -> str | None:
    """Say that the file's labels are not those of its probabilities, or None.

    Args:
        by_onnx: Its probabilities, (reviews, labels).
        named: What it called each review.
        labels: The labels' names in the order of the probabilities.
    """
    if not np.isfinite(by_onnx).all():
        return "the export verification met a probability that is not a number"
    if named != [labels[place] for place in by_onnx.argmax(1)]:
        return "THE LABEL THAT THE FILE NAMES IS NOT THE ONE WITH THE HIGHEST PROBABILITY"
    return None

mutants_x_complain_of_labels__mutmut['_mutmut_orig'] = x_complain_of_labels__mutmut_orig # type: ignore # mutmut generated
mutants_x_complain_of_labels__mutmut['x_complain_of_labels__mutmut_1'] = x_complain_of_labels__mutmut_1 # type: ignore # mutmut generated
mutants_x_complain_of_labels__mutmut['x_complain_of_labels__mutmut_2'] = x_complain_of_labels__mutmut_2 # type: ignore # mutmut generated
mutants_x_complain_of_labels__mutmut['x_complain_of_labels__mutmut_3'] = x_complain_of_labels__mutmut_3 # type: ignore # mutmut generated
mutants_x_complain_of_labels__mutmut['x_complain_of_labels__mutmut_4'] = x_complain_of_labels__mutmut_4 # type: ignore # mutmut generated
mutants_x_complain_of_labels__mutmut['x_complain_of_labels__mutmut_5'] = x_complain_of_labels__mutmut_5 # type: ignore # mutmut generated
mutants_x_complain_of_labels__mutmut['x_complain_of_labels__mutmut_6'] = x_complain_of_labels__mutmut_6 # type: ignore # mutmut generated
mutants_x_complain_of_labels__mutmut['x_complain_of_labels__mutmut_7'] = x_complain_of_labels__mutmut_7 # type: ignore # mutmut generated
mutants_x_complain_of_labels__mutmut['x_complain_of_labels__mutmut_8'] = x_complain_of_labels__mutmut_8 # type: ignore # mutmut generated
mutants_x_complain_of_labels__mutmut['x_complain_of_labels__mutmut_9'] = x_complain_of_labels__mutmut_9 # type: ignore # mutmut generated
mutants_x_complain_of_company__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_complain_of_company__mutmut)
def complain_of_company(parity: Parity) -> str | None:
    """Say that a score depends on the other reviews of its batch, or None."""
    if parity.company_difference > COMPANY_TOLERANCE:
        return f"a review scored alone and among others differs by {parity.company_difference:.2e}"
    return None


def x_complain_of_company__mutmut_orig(parity: Parity) -> str | None:
    """Say that a score depends on the other reviews of its batch, or None."""
    if parity.company_difference > COMPANY_TOLERANCE:
        return f"a review scored alone and among others differs by {parity.company_difference:.2e}"
    return None


def x_complain_of_company__mutmut_1(parity: Parity) -> str | None:
    """Say that a score depends on the other reviews of its batch, or None."""
    if parity.company_difference >= COMPANY_TOLERANCE:
        return f"a review scored alone and among others differs by {parity.company_difference:.2e}"
    return None

mutants_x_complain_of_company__mutmut['_mutmut_orig'] = x_complain_of_company__mutmut_orig # type: ignore # mutmut generated
mutants_x_complain_of_company__mutmut['x_complain_of_company__mutmut_1'] = x_complain_of_company__mutmut_1 # type: ignore # mutmut generated
mutants_x__one_by_one__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__one_by_one__mutmut)
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


def x__one_by_one__mutmut_orig(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Milliseconds for a review alone, the median of some, and their scores."""
    milliseconds, scores = [], []
    for text in texts[:_ALONE]:
        began = time.perf_counter()
        scores.append(score([text])[0])
        milliseconds.append((time.perf_counter() - began) * 1000)
    return median(milliseconds), np.array(scores, np.float32)


def x__one_by_one__mutmut_1(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Milliseconds for a review alone, the median of some, and their scores."""
    milliseconds, scores = None
    for text in texts[:_ALONE]:
        began = time.perf_counter()
        scores.append(score([text])[0])
        milliseconds.append((time.perf_counter() - began) * 1000)
    return median(milliseconds), np.array(scores, np.float32)


def x__one_by_one__mutmut_2(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Milliseconds for a review alone, the median of some, and their scores."""
    milliseconds, scores = [], []
    for text in texts[:_ALONE]:
        began = None
        scores.append(score([text])[0])
        milliseconds.append((time.perf_counter() - began) * 1000)
    return median(milliseconds), np.array(scores, np.float32)


def x__one_by_one__mutmut_3(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Milliseconds for a review alone, the median of some, and their scores."""
    milliseconds, scores = [], []
    for text in texts[:_ALONE]:
        began = time.perf_counter()
        scores.append(None)
        milliseconds.append((time.perf_counter() - began) * 1000)
    return median(milliseconds), np.array(scores, np.float32)


def x__one_by_one__mutmut_4(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Milliseconds for a review alone, the median of some, and their scores."""
    milliseconds, scores = [], []
    for text in texts[:_ALONE]:
        began = time.perf_counter()
        scores.append(score(None)[0])
        milliseconds.append((time.perf_counter() - began) * 1000)
    return median(milliseconds), np.array(scores, np.float32)


def x__one_by_one__mutmut_5(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Milliseconds for a review alone, the median of some, and their scores."""
    milliseconds, scores = [], []
    for text in texts[:_ALONE]:
        began = time.perf_counter()
        scores.append(score([text])[1])
        milliseconds.append((time.perf_counter() - began) * 1000)
    return median(milliseconds), np.array(scores, np.float32)


def x__one_by_one__mutmut_6(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Milliseconds for a review alone, the median of some, and their scores."""
    milliseconds, scores = [], []
    for text in texts[:_ALONE]:
        began = time.perf_counter()
        scores.append(score([text])[0])
        milliseconds.append(None)
    return median(milliseconds), np.array(scores, np.float32)


def x__one_by_one__mutmut_7(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Milliseconds for a review alone, the median of some, and their scores."""
    milliseconds, scores = [], []
    for text in texts[:_ALONE]:
        began = time.perf_counter()
        scores.append(score([text])[0])
        milliseconds.append((time.perf_counter() - began) / 1000)
    return median(milliseconds), np.array(scores, np.float32)


def x__one_by_one__mutmut_8(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Milliseconds for a review alone, the median of some, and their scores."""
    milliseconds, scores = [], []
    for text in texts[:_ALONE]:
        began = time.perf_counter()
        scores.append(score([text])[0])
        milliseconds.append((time.perf_counter() + began) * 1000)
    return median(milliseconds), np.array(scores, np.float32)


def x__one_by_one__mutmut_9(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Milliseconds for a review alone, the median of some, and their scores."""
    milliseconds, scores = [], []
    for text in texts[:_ALONE]:
        began = time.perf_counter()
        scores.append(score([text])[0])
        milliseconds.append((time.perf_counter() - began) * 1001)
    return median(milliseconds), np.array(scores, np.float32)


def x__one_by_one__mutmut_10(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Milliseconds for a review alone, the median of some, and their scores."""
    milliseconds, scores = [], []
    for text in texts[:_ALONE]:
        began = time.perf_counter()
        scores.append(score([text])[0])
        milliseconds.append((time.perf_counter() - began) * 1000)
    return median(None), np.array(scores, np.float32)


def x__one_by_one__mutmut_11(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Milliseconds for a review alone, the median of some, and their scores."""
    milliseconds, scores = [], []
    for text in texts[:_ALONE]:
        began = time.perf_counter()
        scores.append(score([text])[0])
        milliseconds.append((time.perf_counter() - began) * 1000)
    return median(milliseconds), np.array(None, np.float32)


def x__one_by_one__mutmut_12(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Milliseconds for a review alone, the median of some, and their scores."""
    milliseconds, scores = [], []
    for text in texts[:_ALONE]:
        began = time.perf_counter()
        scores.append(score([text])[0])
        milliseconds.append((time.perf_counter() - began) * 1000)
    return median(milliseconds), np.array(scores, None)


def x__one_by_one__mutmut_13(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Milliseconds for a review alone, the median of some, and their scores."""
    milliseconds, scores = [], []
    for text in texts[:_ALONE]:
        began = time.perf_counter()
        scores.append(score([text])[0])
        milliseconds.append((time.perf_counter() - began) * 1000)
    return median(milliseconds), np.array(np.float32)


def x__one_by_one__mutmut_14(
    score: Callable[[list[str]], NDArray[np.float32]], texts: list[str]
) -> tuple[float, NDArray[np.float32]]:
    """Milliseconds for a review alone, the median of some, and their scores."""
    milliseconds, scores = [], []
    for text in texts[:_ALONE]:
        began = time.perf_counter()
        scores.append(score([text])[0])
        milliseconds.append((time.perf_counter() - began) * 1000)
    return median(milliseconds), np.array(scores, )

mutants_x__one_by_one__mutmut['_mutmut_orig'] = x__one_by_one__mutmut_orig # type: ignore # mutmut generated
mutants_x__one_by_one__mutmut['x__one_by_one__mutmut_1'] = x__one_by_one__mutmut_1 # type: ignore # mutmut generated
mutants_x__one_by_one__mutmut['x__one_by_one__mutmut_2'] = x__one_by_one__mutmut_2 # type: ignore # mutmut generated
mutants_x__one_by_one__mutmut['x__one_by_one__mutmut_3'] = x__one_by_one__mutmut_3 # type: ignore # mutmut generated
mutants_x__one_by_one__mutmut['x__one_by_one__mutmut_4'] = x__one_by_one__mutmut_4 # type: ignore # mutmut generated
mutants_x__one_by_one__mutmut['x__one_by_one__mutmut_5'] = x__one_by_one__mutmut_5 # type: ignore # mutmut generated
mutants_x__one_by_one__mutmut['x__one_by_one__mutmut_6'] = x__one_by_one__mutmut_6 # type: ignore # mutmut generated
mutants_x__one_by_one__mutmut['x__one_by_one__mutmut_7'] = x__one_by_one__mutmut_7 # type: ignore # mutmut generated
mutants_x__one_by_one__mutmut['x__one_by_one__mutmut_8'] = x__one_by_one__mutmut_8 # type: ignore # mutmut generated
mutants_x__one_by_one__mutmut['x__one_by_one__mutmut_9'] = x__one_by_one__mutmut_9 # type: ignore # mutmut generated
mutants_x__one_by_one__mutmut['x__one_by_one__mutmut_10'] = x__one_by_one__mutmut_10 # type: ignore # mutmut generated
mutants_x__one_by_one__mutmut['x__one_by_one__mutmut_11'] = x__one_by_one__mutmut_11 # type: ignore # mutmut generated
mutants_x__one_by_one__mutmut['x__one_by_one__mutmut_12'] = x__one_by_one__mutmut_12 # type: ignore # mutmut generated
mutants_x__one_by_one__mutmut['x__one_by_one__mutmut_13'] = x__one_by_one__mutmut_13 # type: ignore # mutmut generated
mutants_x__one_by_one__mutmut['x__one_by_one__mutmut_14'] = x__one_by_one__mutmut_14 # type: ignore # mutmut generated
mutants_x__rate__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__rate__mutmut)
def _rate(score: Callable[[list[str]], object], texts: list[str]) -> float:
    """Reviews a second when there are many, the median of three goes."""

    def seconds() -> float:
        began = time.perf_counter()
        score(texts[:_TIMED])
        return time.perf_counter() - began

    return min(len(texts), _TIMED) / median(seconds() for _ in range(3))


def x__rate__mutmut_orig(score: Callable[[list[str]], object], texts: list[str]) -> float:
    """Reviews a second when there are many, the median of three goes."""

    def seconds() -> float:
        began = time.perf_counter()
        score(texts[:_TIMED])
        return time.perf_counter() - began

    return min(len(texts), _TIMED) / median(seconds() for _ in range(3))


def x__rate__mutmut_1(score: Callable[[list[str]], object], texts: list[str]) -> float:
    """Reviews a second when there are many, the median of three goes."""

    def seconds() -> float:
        began = None
        score(texts[:_TIMED])
        return time.perf_counter() - began

    return min(len(texts), _TIMED) / median(seconds() for _ in range(3))


def x__rate__mutmut_2(score: Callable[[list[str]], object], texts: list[str]) -> float:
    """Reviews a second when there are many, the median of three goes."""

    def seconds() -> float:
        began = time.perf_counter()
        score(None)
        return time.perf_counter() - began

    return min(len(texts), _TIMED) / median(seconds() for _ in range(3))


def x__rate__mutmut_3(score: Callable[[list[str]], object], texts: list[str]) -> float:
    """Reviews a second when there are many, the median of three goes."""

    def seconds() -> float:
        began = time.perf_counter()
        score(texts[:_TIMED])
        return time.perf_counter() + began

    return min(len(texts), _TIMED) / median(seconds() for _ in range(3))


def x__rate__mutmut_4(score: Callable[[list[str]], object], texts: list[str]) -> float:
    """Reviews a second when there are many, the median of three goes."""

    def seconds() -> float:
        began = time.perf_counter()
        score(texts[:_TIMED])
        return time.perf_counter() - began

    return min(len(texts), _TIMED) * median(seconds() for _ in range(3))


def x__rate__mutmut_5(score: Callable[[list[str]], object], texts: list[str]) -> float:
    """Reviews a second when there are many, the median of three goes."""

    def seconds() -> float:
        began = time.perf_counter()
        score(texts[:_TIMED])
        return time.perf_counter() - began

    return min(None, _TIMED) / median(seconds() for _ in range(3))


def x__rate__mutmut_6(score: Callable[[list[str]], object], texts: list[str]) -> float:
    """Reviews a second when there are many, the median of three goes."""

    def seconds() -> float:
        began = time.perf_counter()
        score(texts[:_TIMED])
        return time.perf_counter() - began

    return min(len(texts), None) / median(seconds() for _ in range(3))


def x__rate__mutmut_7(score: Callable[[list[str]], object], texts: list[str]) -> float:
    """Reviews a second when there are many, the median of three goes."""

    def seconds() -> float:
        began = time.perf_counter()
        score(texts[:_TIMED])
        return time.perf_counter() - began

    return min(_TIMED) / median(seconds() for _ in range(3))


def x__rate__mutmut_8(score: Callable[[list[str]], object], texts: list[str]) -> float:
    """Reviews a second when there are many, the median of three goes."""

    def seconds() -> float:
        began = time.perf_counter()
        score(texts[:_TIMED])
        return time.perf_counter() - began

    return min(len(texts), ) / median(seconds() for _ in range(3))


def x__rate__mutmut_9(score: Callable[[list[str]], object], texts: list[str]) -> float:
    """Reviews a second when there are many, the median of three goes."""

    def seconds() -> float:
        began = time.perf_counter()
        score(texts[:_TIMED])
        return time.perf_counter() - began

    return min(len(texts), _TIMED) / median(None)


def x__rate__mutmut_10(score: Callable[[list[str]], object], texts: list[str]) -> float:
    """Reviews a second when there are many, the median of three goes."""

    def seconds() -> float:
        began = time.perf_counter()
        score(texts[:_TIMED])
        return time.perf_counter() - began

    return min(len(texts), _TIMED) / median(seconds() for _ in range(None))


def x__rate__mutmut_11(score: Callable[[list[str]], object], texts: list[str]) -> float:
    """Reviews a second when there are many, the median of three goes."""

    def seconds() -> float:
        began = time.perf_counter()
        score(texts[:_TIMED])
        return time.perf_counter() - began

    return min(len(texts), _TIMED) / median(seconds() for _ in range(4))

mutants_x__rate__mutmut['_mutmut_orig'] = x__rate__mutmut_orig # type: ignore # mutmut generated
mutants_x__rate__mutmut['x__rate__mutmut_1'] = x__rate__mutmut_1 # type: ignore # mutmut generated
mutants_x__rate__mutmut['x__rate__mutmut_2'] = x__rate__mutmut_2 # type: ignore # mutmut generated
mutants_x__rate__mutmut['x__rate__mutmut_3'] = x__rate__mutmut_3 # type: ignore # mutmut generated
mutants_x__rate__mutmut['x__rate__mutmut_4'] = x__rate__mutmut_4 # type: ignore # mutmut generated
mutants_x__rate__mutmut['x__rate__mutmut_5'] = x__rate__mutmut_5 # type: ignore # mutmut generated
mutants_x__rate__mutmut['x__rate__mutmut_6'] = x__rate__mutmut_6 # type: ignore # mutmut generated
mutants_x__rate__mutmut['x__rate__mutmut_7'] = x__rate__mutmut_7 # type: ignore # mutmut generated
mutants_x__rate__mutmut['x__rate__mutmut_8'] = x__rate__mutmut_8 # type: ignore # mutmut generated
mutants_x__rate__mutmut['x__rate__mutmut_9'] = x__rate__mutmut_9 # type: ignore # mutmut generated
mutants_x__rate__mutmut['x__rate__mutmut_10'] = x__rate__mutmut_10 # type: ignore # mutmut generated
mutants_x__rate__mutmut['x__rate__mutmut_11'] = x__rate__mutmut_11 # type: ignore # mutmut generated
