"""Report on a source of texts: how it was read, and warnings."""

from collections.abc import Sequence

import msgspec

from seqtui.terminal.sanitize import printable
from seqtui.text import has_token, tokenize

_SAMPLED = 2000  # texts of a set
_PAIRS = 4  # of labels, corrected
_MAX_SHARE = 0.5  # of texts or tokens without a warning


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """Report on a source of texts.

    Args:
        files: Number of files. Default 1.
        layout: Format, separator, encoding and so on, in words. Default: empty.
        text_column: Column of the texts. Default: None, the source has no columns.
        label_column: Column of the labels. Default: None, the source has no columns.
        split: Origin of the test set, in words.
        missing_text: Skipped rows without text. Default 0.
        missing_label: Skipped rows with a text but no label. Default 0.
        rejected: Rows that could not be read and were written to the file of ``--errors``. Default 0.
        repeated: Duplicates, the first occurrence not counted. Default 0.
        leaked: Training texts that also occur in the validation or test set. Default 0.
        leaked_removed: Whether these were removed from training. Default False.
        corrections: Corrections file. Default: None.
        corrected: Old label, new label and number of reviews of each correction in it, most frequent first.
            Default: none.
        warnings: Warnings, one line each. Default: none.
    """

    files: int = 1
    layout: str = ""
    text_column: str | None = None
    label_column: str | None = None
    split: str = "the source's own"
    missing_text: int = 0
    missing_label: int = 0
    rejected: int = msgspec.field(default=0, name="set_aside")  # the name in JSON output
    repeated: int = 0
    leaked: int = 0
    leaked_removed: bool = False
    corrections: str | None = None
    corrected: list[tuple[str, str, int]] = []
    warnings: list[str] = []

    def lines(self) -> list[str]:
        """Return the report, one line per finding, safe for a terminal."""
        lines = []
        if self.text_column is not None:
            lines.append(f"columns: text '{self.text_column}', label '{self.label_column}'")
        if self.layout:
            several = f" in {self.files:,} files" if self.files > 1 else ""
            lines.append(f"read as: {self.layout}{several}")
        lines.append(f"test set: {self.split}")
        if missing := [
            f"{count:,} without a {missing_value}"
            for count, missing_value in ((self.missing_text, "text"), (self.missing_label, "label"))
            if count
        ]:
            lines.append(f"skipped rows: {' and '.join(missing)}")
        if self.rejected:
            lines.append(f"rejected rows: {self.rejected:,} that cannot be read")
        if self.repeated:
            lines.append(f"duplicates: {self.repeated:,} reviews repeat an earlier one")
        if self.leaked:
            action = "removed from training" if self.leaked_removed else "not removed, the split is fixed"
            lines.append(f"leakage: {self.leaked:,} training reviews are also in the test set; {action}")
        if self.corrections is not None:
            pairs = "; ".join(f"{old} → {new} {count:,}" for old, new, count in self.corrected[:_PAIRS])
            count = sum(count for *_, count in self.corrected)
            lines.append(f"corrections: {count:,} applied{f' ({pairs})' if pairs else ''}")
        lines += [f"warning: {warning}" for warning in self.warnings]
        return [printable(line, 300) for line in lines]


def text_warnings(train: Sequence[str], test: Sequence[str]) -> list[str]:
    """Warn of texts that a network cannot learn from.

    Args:
        train: Texts of the training set.
        test: Texts of the test set.

    Returns:
        Up to two lines: most texts have no token; most tokens of the test texts do not occur in training.
    """
    train, test = _sample(train), _sample(test)
    warnings = []
    empty = sum(not has_token(text) for text in (*train, *test))
    if empty > _MAX_SHARE * (len(train) + len(test)):
        share = empty / (len(train) + len(test))
        warnings.append(f"{share:.0%} of the texts have no word; is it the right text column?")
    known = {token for text in train for token in tokenize(text)}
    tokens = [token for text in test for token in tokenize(text)]
    unknown = sum(token not in known for token in tokens)
    if unknown > _MAX_SHARE * len(tokens):
        warnings.append(
            f"{unknown / len(tokens):.0%} of the words of the test texts are not in the training texts; "
            "a network can learn little from them"
        )
    return warnings


def _sample(texts: Sequence[str]) -> Sequence[str]:
    """Return a few thousand texts at most, evenly spaced."""
    return texts[:: max(1, len(texts) // _SAMPLED)]
