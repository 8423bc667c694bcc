"""The search space, and the recipe of the first trial."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from seqtui.architectures.catalogue import complete_recipe, find_architecture, with_checked_network
from seqtui.architectures.settings import Setting
from seqtui.recipe import Recipe

if TYPE_CHECKING:
    from optuna import Trial

LEARNING_RATES = (0.0005, 0.02)
"""Lowest and highest learning rate; sampled log-uniformly and rounded to two digits."""

CHOICES: dict[str, tuple[Any, ...]] = {
    "batch_size": (32, 64, 128),
    "vocabulary_size": (2_000, 5_000, 10_000, 20_000, 30_000),
    "max_length": (250, 500, 1_000, 2_500),
    "schedule": ("cosine", "constant"),
    "clip_norm": (0.0, 0.5, 1.0, 5.0),
    "pooling": ("last", "last+max", "mean", "attention"),
}
"""Values of the other settings in the search space; ``pooling`` is for recurrent networks only.

The settings of the network are drawn from the values that the network declares."""


def draw(trial: "Trial", fixed: dict[str, Any], networks: Sequence[str]) -> Recipe:
    """Sample the recipe of a trial.

    Args:
        trial: Optuna's trial.
        fixed: Settings that are not sampled.
        networks: Networks to sample from, if ``fixed`` has none. They must be the same for all trials of a
            study.
    """
    settings = dict(fixed)
    if "architecture" not in fixed:
        settings["architecture"] = trial.suggest_categorical("architecture", list(networks))
    if "learning_rate" not in fixed:
        rate = trial.suggest_float("learning_rate", *LEARNING_RATES, log=True)
        settings["learning_rate"] = float(f"{rate:.2g}")
    for field in _open(settings):
        settings[field] = trial.suggest_categorical(field, CHOICES[field])
    network = dict(settings.get("network", {}))
    for name, setting in _open_network(settings).items():
        index = trial.suggest_categorical(_parameter(settings, name), range(len(setting.search)))
        network[name] = setting.search[index]
    return with_checked_network(complete_recipe({**settings, "network": network}))


def first(fixed: dict[str, Any], networks: Sequence[str]) -> dict[str, Any]:
    """Return the settings of the first trial, which are the network's defaults instead of sampled values.

    Args:
        fixed: As for :func:`draw`.
        networks: As for :func:`draw`. The default network is used if it is one of them, else the first.
    """
    default = Recipe().architecture
    network = {"architecture": default if default in networks else networks[0]}
    recipe = complete_recipe(network | fixed)
    drawn = ["architecture", "learning_rate", *_open({"architecture": recipe.architecture})]
    values = {field: getattr(recipe, field) for field in drawn if field not in fixed}
    if "batch_size" in values:
        values["batch_size"] = values["batch_size"] or 64  # the default of all but small training sets
    settings = {"architecture": recipe.architecture, **fixed}
    for name, setting in _open_network(settings).items():
        values[_parameter(settings, name)] = setting.search.index(setting.default)
    return values


def _open(settings: dict[str, Any]) -> list[str]:
    pools = find_architecture(settings["architecture"]).pools
    return [field for field in CHOICES if field not in settings and (field != "pooling" or pools)]


def _open_network(settings: dict[str, Any]) -> dict[str, Setting]:
    """Return the network settings to sample: those with search values that are not fixed."""
    fixed = {*settings.get("network", {}), *(["embedding_dim"] if settings.get("vectors") else [])}
    network = find_architecture(settings["architecture"], settings.get("network_digest"))
    return {name: s for name, s in network.declared.items() if s.search and name not in fixed}


def _parameter(settings: dict[str, Any], name: str) -> str:
    """Return Optuna's name of a network setting, whose values are those of one network."""
    return f"{settings['architecture']}.{name}"
