"""Trust in the network file of a recipe or a run: asked for before code runs. Does not import TensorFlow."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from seqtui.architectures.network_file import (
    NetworkFile,
    NetworkFileError,
    is_network_file,
    trusted_copy,
    untrusted,
)
from seqtui.recipe import Recipe
from seqtui.runs import Run

Ask = Callable[[NetworkFile], bool]
"""Returns whether the user trusts a file that they have not run before."""


def always(_: NetworkFile) -> bool:
    """Trust a file, because the user has said so."""
    return True


def never(_: NetworkFile) -> bool:
    """Do not trust a file that the user has not run before."""
    return False


def network_of_recipe(recipe: Recipe) -> NetworkFile | None:
    """Find the network file of a recipe.

    Args:
        recipe: Any recipe. A digest in it names the file; otherwise the file at its path is used.

    Returns:
        The file, or the copy that the user has trusted; None if the network is not a file.

    Raises:
        NetworkFileError: If the file cannot be read, or is not the recipe's.
    """
    if not is_network_file(recipe.architecture):
        return None
    if recipe.network_digest and (copy := trusted_copy(recipe.network_digest)):
        return copy  # also if the original file has changed since
    file = NetworkFile.read(Path(recipe.architecture))
    if recipe.network_digest not in (None, file.digest):
        raise NetworkFileError(
            f"{file.path}: changed since the recipe was written; remove network_digest from the recipe to "
            "train the changed network"
        )
    return file


def network_of_run(run: Run) -> NetworkFile | None:
    """Find the network file that a run keeps.

    Args:
        run: Any run.

    Returns:
        The file, or the copy that the user has trusted; None if the network is not a file.

    Raises:
        NetworkFileError: If the file is missing, or is not the recipe's.
    """
    recipe = run.recipe
    if not is_network_file(recipe.architecture):
        return None
    if recipe.network_digest is None:
        raise NetworkFileError(
            f"{run.recipe_path}: no network_digest, so {run.network_path.name} is not used"
        )
    if copy := trusted_copy(recipe.network_digest):
        return copy
    if run.network_path.is_symlink():
        raise NetworkFileError(f"{run.network_path}: a symbolic link, which is not followed")
    file = NetworkFile.read(run.network_path)
    if file.digest != recipe.network_digest:
        raise NetworkFileError(f"{run.network_path}: not the network of this run; its digest is another one")
    return file


def trust_recipe(recipe: Recipe, ask: Ask) -> Recipe:
    """Ask the user to trust the network file of a recipe, if they have not before.

    Args:
        recipe: Any recipe.
        ask: Asks the user.

    Returns:
        The recipe with the digest of the file; unchanged if the network is not a file.

    Raises:
        NetworkFileError: If the file cannot be read, is not the recipe's, or is not trusted.
    """
    file = network_of_recipe(recipe)
    if file is None:
        return recipe
    _trust(file, ask)
    return msgspec.structs.replace(recipe, network_digest=file.digest)


def trust_run(run: Run, ask: Ask) -> None:
    """Ask the user to trust the network file that a run keeps, if they have not before.

    Args:
        run: Any run.
        ask: Asks the user.

    Raises:
        NetworkFileError: If the file is missing, is not the recipe's, or is not trusted.
    """
    if file := network_of_run(run):
        _trust(file, ask)


def create_run_folder(runs_dir: Path, recipe: Recipe, name: str | None) -> Run:
    """Create the folder of a run, with a copy of the network file if the recipe has one.

    Args:
        runs_dir: Folder of the run folders.
        recipe: Recipe of the run.
        name: Name of the run folder. None: date, time and network.

    Raises:
        InputError: If the folder cannot be created, or the network file is not trusted.
    """
    recipe = trust_recipe(recipe, never)
    is_file = is_network_file(recipe.architecture)
    network = trusted_copy(recipe.network_digest) if is_file and recipe.network_digest else None
    return Run.create(runs_dir, recipe, name, network.content if network else None)


def _trust(file: NetworkFile, ask: Ask) -> None:
    if not file.is_trusted:
        if not ask(file):
            raise untrusted(file.path)
        file.trust()
