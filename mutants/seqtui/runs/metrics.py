"""What the best weights of a run are worth, in one file with them."""

import zipfile
from pathlib import Path

import msgspec

MEMBER = "metrics.json"
_LARGEST = 1 << 20  # bytes; a thousand labels have their names in it


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict


class Metrics(msgspec.Struct, frozen=True, kw_only=True):
    """Held-out results of the best weights: part of ``model.keras``, and beside it as ``metrics.json``.

    Args:
        epoch: The one that the weights are of.
        val_loss: Mean cross-entropy, in nats.
        val_accuracy: Share of the held-out reviews that is labelled rightly.
        held_out: How many they are.
        labels: The labels' names, in the order of the network's probabilities.
    """

    epoch: int
    val_loss: float
    val_accuracy: float
    held_out: int
    labels: tuple[str, ...]
mutants_x_metrics_in__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_metrics_in__mutmut)
def metrics_in(model: Path) -> Metrics | None:
    """The metrics that a file of weights carries; None if it carries none.

    Weights and figures are one file so that no moment, and no kill, can pair new weights with old figures.
    """
    try:
        with zipfile.ZipFile(model) as archive:
            if archive.getinfo(MEMBER).file_size > _LARGEST:
                return None
            return msgspec.json.decode(archive.read(MEMBER), type=Metrics)
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return None


def x_metrics_in__mutmut_orig(model: Path) -> Metrics | None:
    """The metrics that a file of weights carries; None if it carries none.

    Weights and figures are one file so that no moment, and no kill, can pair new weights with old figures.
    """
    try:
        with zipfile.ZipFile(model) as archive:
            if archive.getinfo(MEMBER).file_size > _LARGEST:
                return None
            return msgspec.json.decode(archive.read(MEMBER), type=Metrics)
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return None


def x_metrics_in__mutmut_1(model: Path) -> Metrics | None:
    """The metrics that a file of weights carries; None if it carries none.

    Weights and figures are one file so that no moment, and no kill, can pair new weights with old figures.
    """
    try:
        with zipfile.ZipFile(None) as archive:
            if archive.getinfo(MEMBER).file_size > _LARGEST:
                return None
            return msgspec.json.decode(archive.read(MEMBER), type=Metrics)
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return None


def x_metrics_in__mutmut_2(model: Path) -> Metrics | None:
    """The metrics that a file of weights carries; None if it carries none.

    Weights and figures are one file so that no moment, and no kill, can pair new weights with old figures.
    """
    try:
        with zipfile.ZipFile(model) as archive:
            if archive.getinfo(None).file_size > _LARGEST:
                return None
            return msgspec.json.decode(archive.read(MEMBER), type=Metrics)
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return None


def x_metrics_in__mutmut_3(model: Path) -> Metrics | None:
    """The metrics that a file of weights carries; None if it carries none.

    Weights and figures are one file so that no moment, and no kill, can pair new weights with old figures.
    """
    try:
        with zipfile.ZipFile(model) as archive:
            if archive.getinfo(MEMBER).file_size >= _LARGEST:
                return None
            return msgspec.json.decode(archive.read(MEMBER), type=Metrics)
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return None


def x_metrics_in__mutmut_4(model: Path) -> Metrics | None:
    """The metrics that a file of weights carries; None if it carries none.

    Weights and figures are one file so that no moment, and no kill, can pair new weights with old figures.
    """
    try:
        with zipfile.ZipFile(model) as archive:
            if archive.getinfo(MEMBER).file_size > _LARGEST:
                return None
            return msgspec.json.decode(None, type=Metrics)
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return None


def x_metrics_in__mutmut_5(model: Path) -> Metrics | None:
    """The metrics that a file of weights carries; None if it carries none.

    Weights and figures are one file so that no moment, and no kill, can pair new weights with old figures.
    """
    try:
        with zipfile.ZipFile(model) as archive:
            if archive.getinfo(MEMBER).file_size > _LARGEST:
                return None
            return msgspec.json.decode(archive.read(MEMBER), type=None)
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return None


def x_metrics_in__mutmut_6(model: Path) -> Metrics | None:
    """The metrics that a file of weights carries; None if it carries none.

    Weights and figures are one file so that no moment, and no kill, can pair new weights with old figures.
    """
    try:
        with zipfile.ZipFile(model) as archive:
            if archive.getinfo(MEMBER).file_size > _LARGEST:
                return None
            return msgspec.json.decode(type=Metrics)
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return None


def x_metrics_in__mutmut_7(model: Path) -> Metrics | None:
    """The metrics that a file of weights carries; None if it carries none.

    Weights and figures are one file so that no moment, and no kill, can pair new weights with old figures.
    """
    try:
        with zipfile.ZipFile(model) as archive:
            if archive.getinfo(MEMBER).file_size > _LARGEST:
                return None
            return msgspec.json.decode(archive.read(MEMBER), )
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return None


def x_metrics_in__mutmut_8(model: Path) -> Metrics | None:
    """The metrics that a file of weights carries; None if it carries none.

    Weights and figures are one file so that no moment, and no kill, can pair new weights with old figures.
    """
    try:
        with zipfile.ZipFile(model) as archive:
            if archive.getinfo(MEMBER).file_size > _LARGEST:
                return None
            return msgspec.json.decode(archive.read(None), type=Metrics)
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return None

mutants_x_metrics_in__mutmut['_mutmut_orig'] = x_metrics_in__mutmut_orig # type: ignore # mutmut generated
mutants_x_metrics_in__mutmut['x_metrics_in__mutmut_1'] = x_metrics_in__mutmut_1 # type: ignore # mutmut generated
mutants_x_metrics_in__mutmut['x_metrics_in__mutmut_2'] = x_metrics_in__mutmut_2 # type: ignore # mutmut generated
mutants_x_metrics_in__mutmut['x_metrics_in__mutmut_3'] = x_metrics_in__mutmut_3 # type: ignore # mutmut generated
mutants_x_metrics_in__mutmut['x_metrics_in__mutmut_4'] = x_metrics_in__mutmut_4 # type: ignore # mutmut generated
mutants_x_metrics_in__mutmut['x_metrics_in__mutmut_5'] = x_metrics_in__mutmut_5 # type: ignore # mutmut generated
mutants_x_metrics_in__mutmut['x_metrics_in__mutmut_6'] = x_metrics_in__mutmut_6 # type: ignore # mutmut generated
mutants_x_metrics_in__mutmut['x_metrics_in__mutmut_7'] = x_metrics_in__mutmut_7 # type: ignore # mutmut generated
mutants_x_metrics_in__mutmut['x_metrics_in__mutmut_8'] = x_metrics_in__mutmut_8 # type: ignore # mutmut generated
