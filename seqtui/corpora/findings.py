"""What was found in a source of reviews, to be told to whoever trains on it."""

import msgspec

from seqtui.printable import printable


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """What was found, and what became of it.

    Args:
        files: How many files were read.
        encoding: That of their text; several with commas between them. Default: not told.
        text_column: The column of the reviews. Default: there are no columns.
        label_column: The column of their labels. Default: there are no columns.
        split: Where the held-out part comes from.
        missing_text: Rows without a text; left out.
        missing_label: Rows with a text and without a label; left out.
        repeated: Reviews that occur once more, counted without their first time.
        leaked: Training reviews that are held out, too.
        leaked_removed: Whether those are left out of training.
    """

    files: int = 1
    encoding: str | None = None
    text_column: str | None = None
    label_column: str | None = None
    split: str = "the source's own"
    missing_text: int = 0
    missing_label: int = 0
    repeated: int = 0
    leaked: int = 0
    leaked_removed: bool = False

    def lines(self) -> list[str]:
        """What is worth telling, a line each, safe for a terminal."""
        told = []
        if self.text_column is not None:
            told.append(f"columns: text '{self.text_column}', label '{self.label_column}'")
        if self.encoding is not None:
            several = f" in {self.files:,} files" if self.files > 1 else ""
            told.append(f"encoding: {self.encoding}{several}")
        told.append(f"held out: {self.split}")
        if missing := [
            f"{count:,} without a {what}"
            for count, what in ((self.missing_text, "text"), (self.missing_label, "label"))
            if count
        ]:
            told.append(f"left out: {' and '.join(missing)}")
        if self.repeated:
            told.append(f"duplicates: {self.repeated:,} reviews occur once more")
        if self.leaked:
            became = "left out of training" if self.leaked_removed else "kept: the split is a fixed one"
            told.append(f"leakage: {self.leaked:,} training reviews are held out, too; {became}")
        return [printable(line, 300) for line in told]
