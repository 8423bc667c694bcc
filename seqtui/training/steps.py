"""Whether a recipe trains for enough steps."""

_ENOUGH = 300  # steps
_FEW = 100


def enough_steps(reviews: int) -> tuple[int, int]:
    """Return a batch size and a number of epochs that make enough steps.

    Args:
        reviews: Number of training reviews.

    Example:
        >>> enough_steps(300), enough_steps(20_000)
        ((10, 10), (128, 3))
    """
    batch_size = min(128, max(8, reviews // 30))
    return batch_size, max(3, -(-_ENOUGH * batch_size // reviews))


def few_steps(reviews: int, batch_size: int, epochs: int) -> list[str]:
    """Return a line of advice if a training has few steps, otherwise none.

    Args:
        reviews: Number of training reviews.
        batch_size: Maximum number of reviews per step.
        epochs: Passes over them.

    Example:
        >>> few_steps(300, 64, 3)[0].partition("; ")[2]
        '--batch-size 10 --epochs 10 makes 300'
        >>> few_steps(20_000, 64, 3)
        []
    """
    steps = -(-reviews // batch_size) * epochs
    if steps >= _FEW:
        return []
    size, passes = enough_steps(reviews)
    return [
        f"few steps: {reviews:,} reviews in batches of {batch_size} are {steps} steps in {epochs} epochs; "
        f"--batch-size {size} --epochs {passes} makes {-(-reviews // size) * passes}"
    ]
