"""Quantize an exported file to 8-bit weights: smaller, and faster if there is an LSTM."""

from pathlib import Path

from onnxruntime.quantization import QuantType, quantize_dynamic

from seqtui.runs.parity import Parity

MAX_ACCURACY_LOSS = 0.003
"""Maximum loss of accuracy of an 8-bit file, as a share of the reviews."""

# LSTM matrices and word vectors. Quantizing convolutions made nothing faster and changed scores more.
_OPERATORS = ["LSTM", "Gather"]


def quantize(path: Path) -> None:
    """Quantize the weights of an exported file to 8-bit integers in place, by dynamic quantization.

    Activations are quantized per batch, so a score depends slightly on the other reviews of its batch.

    Args:
        path: A verified file.
    """
    # Unsigned, since signed weights overflow on processors without VNNI instructions.
    quantize_dynamic(path, path, weight_type=QuantType.QUInt8, op_types_to_quantize=_OPERATORS)


def check_accuracy_loss(float32: Parity, int8: Parity) -> str | None:
    """Check that quantization costs little accuracy.

    Args:
        float32: Verification report of the 32-bit file.
        int8: Verification report of the 8-bit file.

    Returns:
        The problem, or None if the loss is at most ``MAX_ACCURACY_LOSS``.
    """
    lost = float32.accuracy_onnx - int8.accuracy_onnx
    if lost > MAX_ACCURACY_LOSS:
        return (
            f"8 bits cost {100 * lost:.2f} points of accuracy ({float32.accuracy_onnx:.2%} to "
            f"{int8.accuracy_onnx:.2%} on {int8.reviews:,} test reviews); at most "
            f"{100 * MAX_ACCURACY_LOSS:g} are allowed; leave --int8 out"
        )
    return None
