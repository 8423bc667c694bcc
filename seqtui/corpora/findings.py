"""What was found in a source of texts, to be reported before anybody trains on it."""

from collections.abc import Sequence

import msgspec

from seqtui.terminal.sanitize import printable
from seqtui.text import has_token, tokenize

_LOOKED_AT = 2000  # texts of a part
_MOST = 0.5  # share of texts or tokens from which on a warning is due


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """What was found, and what became of it.

    Args:
        files: How many files were read.
        layout: How they are laid out, in words: format, separator, encoding and so on.
        text_column: The column of the reviews. Default: there are no columns.
        label_column: The column of their labels. Default: there are no columns.
        split: Where the test part comes from.
        missing_text: Rows without a text; left out.
        missing_label: Rows with a text and without a label; left out.
        set_aside: Rows that could not be read, written to the file of ``--errors``.
        repeated: Reviews that occur once more, counted without their first time.
        leaked: Training texts that occur in the test or validation part, too.
        leaked_removed: Whether those are left out of training.
        warnings: What looks doubtful.
    """

    files: int = 1
    layout: str = ""
    text_column: str | None = None
    label_column: str | None = None
    split: str = "the source's own"
    missing_text: int = 0
    missing_label: int = 0
    set_aside: int = 0
    repeated: int = 0
    leaked: int = 0
    leaked_removed: bool = False
    warnings: list[str] = []

    def lines(self) -> list[str]:
        """What is worth reporting, a line each, safe for a terminal."""
        lines = []
        if self.text_column is not None:
            lines.append(f"columns: text '{self.text_column}', label '{self.label_column}'")
        if self.layout:
            several = f" in {self.files:,} files" if self.files > 1 else ""
            lines.append(f"read as: {self.layout}{several}")
        lines.append(f"test part: {self.split}")
        if missing := [
            f"{count:,} without a {what}"
            for count, what in ((self.missing_text, "text"), (self.missing_label, "label"))
            if count
        ]:
            lines.append(f"left out: {' and '.join(missing)}")
        if self.set_aside:
            lines.append(f"set aside: {self.set_aside:,} rows that cannot be read")
        if self.repeated:
            lines.append(f"duplicates: {self.repeated:,} reviews occur once more")
        if self.leaked:
            became = "left out of training" if self.leaked_removed else "kept: the split is a fixed one"
            lines.append(f"leakage: {self.leaked:,} training reviews are in the test part, too; {became}")
        lines += [f"warning: {warning}" for warning in self.warnings]
        return [printable(line, 300) for line in lines]


def text_warnings(train: Sequence[str], test: Sequence[str]) -> list[str]:
    """Warn of texts that a network can hardly read.

    Args:
        train: Texts of the training part.
        test: Texts of the test part.

    Returns:
        A line each where most texts have no token, and where most tokens of the test texts do not occur in
        training.
    """
    train, test = _some(train), _some(test)
    warnings = []
    empty = sum(not has_token(text) for text in (*train, *test))
    if empty > _MOST * (len(train) + len(test)):
        share = empty / (len(train) + len(test))
        warnings.append(f"{share:.0%} of the texts have no word; is it the right text column?")
    known = {token for text in train for token in tokenize(text)}
    tokens = [token for text in test for token in tokenize(text)]
    unknown = sum(token not in known for token in tokens)
    if unknown > _MOST * len(tokens):
        warnings.append(
            f"{unknown / len(tokens):.0%} of the words of the test texts are not in the training texts; "
            "a network can learn little from them"
        )
    return warnings


def _some(texts: Sequence[str]) -> Sequence[str]:
    """At most some thousand texts, from everywhere in the list."""
    return texts[:: max(1, len(texts) // _LOOKED_AT)]
