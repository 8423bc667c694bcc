"""An exported file with weights of 8 bits: smaller, and faster where there is an LSTM."""

from pathlib import Path

from onnxruntime.quantization import QuantType, quantize_dynamic

from seqtui.runs.parity import Parity

MOST_ACCURACY_LOST = 0.003
"""How much less of the test reviews the 8-bit file may label rightly."""

# The LSTM's matrices and the word vectors. A convolution in integers was not faster, and moves scores more.
_KINDS = ["LSTM", "Gather"]


def quantize(path: Path) -> None:
    """Turn the weights of an exported file into 8-bit integers in place, by dynamic quantization.

    Activations are quantized as they come, a batch at a time: a score then depends a little on the other
    reviews of its batch.

    Args:
        path: A verified file.
    """
    # Unsigned weights: with signed ones, processors without VNNI instructions add up to wrong sums.
    quantize_dynamic(path, path, weight_type=QuantType.QUInt8, op_types_to_quantize=_KINDS)


def complain_of_loss(whole: Parity, int8: Parity) -> str | None:
    """Say why an 8-bit file may not be shipped, or None if it may.

    Args:
        whole: What the verification of the file in 32 bits gave.
        int8: The same of the 8-bit file.
    """
    lost = whole.accuracy_onnx - int8.accuracy_onnx
    if lost > MOST_ACCURACY_LOST:
        return (
            f"8 bits cost {100 * lost:.2f} points of accuracy ({whole.accuracy_onnx:.2%} to "
            f"{int8.accuracy_onnx:.2%} on {int8.reviews:,} test reviews); at most "
            f"{100 * MOST_ACCURACY_LOST:g} pass; leave --int8 out"
        )
    return None
