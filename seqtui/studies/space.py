"""What a search tries, and what it tries first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from seqtui.architectures.catalogue import find_architecture, whole_recipe
from seqtui.recipe import Recipe

if TYPE_CHECKING:
    from optuna import Trial

LEARNING_RATES = (0.0005, 0.02)
"""Lowest and highest; drawn evenly on a logarithmic scale and kept to two digits."""

CHOICES: dict[str, tuple[Any, ...]] = {
    "batch_size": (32, 64, 128),
    "vocabulary_size": (2_000, 5_000, 10_000, 20_000, 30_000),
    "max_length": (250, 500, 1_000, 2_500),
    "schedule": ("cosine", "constant"),
    "clip_norm": (0.0, 0.5, 1.0, 5.0),
    "pooling": ("last", "last+max"),
}
"""Every other setting that is tried, with its values; ``pooling`` in recurrent networks only."""


def draw(trial: "Trial", fixed: dict[str, Any], networks: Sequence[str]) -> Recipe:
    """Draw a trial's recipe.

    Args:
        trial: Optuna's, which knows what was drawn before.
        fixed: Settings that the user decided; they are not touched.
        networks: Those to draw from, where none is fixed; always the same ones in a study.
    """
    settings = dict(fixed)
    if "architecture" not in fixed:
        settings["architecture"] = trial.suggest_categorical("architecture", list(networks))
    if "learning_rate" not in fixed:
        rate = trial.suggest_float("learning_rate", *LEARNING_RATES, log=True)
        settings["learning_rate"] = float(f"{rate:.2g}")
    for field in _open(settings):
        settings[field] = trial.suggest_categorical(field, CHOICES[field])
    return whole_recipe(settings)


def first(fixed: dict[str, Any], networks: Sequence[str]) -> dict[str, Any]:
    """What the first trial draws: the settings that the network recommends.

    Args:
        fixed: As for :func:`draw`.
        networks: As for :func:`draw`; the default one is taken, or the first.
    """
    default = Recipe().architecture
    network = {"architecture": default if default in networks else networks[0]}
    recipe = whole_recipe(network | fixed)
    drawn = ["architecture", "learning_rate", *_open({"architecture": recipe.architecture})]
    return {field: getattr(recipe, field) for field in drawn if field not in fixed}


def _open(settings: dict[str, Any]) -> list[str]:
    recurrent = bool(find_architecture(settings["architecture"]).nodes)
    return [field for field in CHOICES if field not in settings and (field != "pooling" or recurrent)]
