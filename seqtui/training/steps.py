"""Number of steps of a training: batch size and epochs by the number of reviews."""

from seqtui.recipe import Recipe

_ENOUGH = 300  # steps
_FEW = 100
_LARGE = 1_000_000  # reviews, for which the defaults do not depend on their number
_SMALLEST_BATCH, _LARGEST_BATCH, _MOST_EPOCHS = 8, 64, 30


def enough_steps(reviews: int, batch_size: int | None = None) -> tuple[int, int]:
    """Return a batch size and a number of epochs that make enough steps.

    Args:
        reviews: Number of training reviews.
        batch_size: Maximum number of reviews per step. Default: a 30th of the reviews, 8 to 64.

    Example:
        >>> enough_steps(300), enough_steps(20_000)
        ((10, 10), (64, 3))
    """
    batch_size = batch_size or min(_LARGEST_BATCH, max(_SMALLEST_BATCH, reviews // 30))
    return batch_size, min(_MOST_EPOCHS, max(3, -(-_ENOUGH * batch_size // reviews)))


def batch_size_and_epochs(recipe: Recipe, reviews: int) -> tuple[int, int]:
    """Return the batch size and the number of epochs of a recipe, chosen by size if it has none.

    Args:
        recipe: Recipe of a run.
        reviews: Number of training reviews.

    Example:
        >>> batch_size_and_epochs(Recipe(epochs=5), 300)
        (10, 5)
    """
    batch_size, epochs = enough_steps(reviews, recipe.batch_size)
    return batch_size, recipe.epochs or epochs


def describe_steps(recipe: Recipe, reviews: int) -> list[str]:
    """Return a line if a small training set changes the defaults or a recipe makes few steps, else none.

    Args:
        recipe: Recipe as the user gave it.
        reviews: Number of training reviews.

    Example:
        >>> describe_steps(Recipe(), 300)
        ['small training set, so --batch-size 10 --epochs 10 by default: 300 steps']
        >>> describe_steps(Recipe(batch_size=64, epochs=3), 300)[0].partition("; ")[2]
        '--batch-size 10 --epochs 10 makes 300'
        >>> describe_steps(Recipe(), 20_000)
        []
    """
    batch_size, epochs = batch_size_and_epochs(recipe, reviews)
    steps = -(-reviews // batch_size) * epochs
    if steps < _FEW and (recipe.batch_size or recipe.epochs):
        size, passes = enough_steps(reviews)
        counted = f"{epochs} epoch{'s' if epochs > 1 else ''}"
        return [
            f"few steps: {reviews:,} reviews in batches of {batch_size} are {steps} steps in {counted}; "
            f"--batch-size {size} --epochs {passes} makes {-(-reviews // size) * passes}"
        ]
    usual_size, usual_epochs = batch_size_and_epochs(recipe, _LARGE)
    chosen = [f"--batch-size {batch_size}"] if batch_size != usual_size else []
    chosen += [f"--epochs {epochs}"] if epochs != usual_epochs else []
    return [f"small training set, so {' '.join(chosen)} by default: {steps} steps"] if chosen else []
