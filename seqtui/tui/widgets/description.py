"""Summary of a source of reviews."""

from itertools import islice
from typing import TYPE_CHECKING

from textual.content import Content

from seqtui.recipe import SOURCES
from seqtui.terminal.sanitize import printable
from seqtui.tui.widgets.bars import bar, padded_names

if TYPE_CHECKING:
    from seqtui.corpora.describe import Description

_MAX_LABELS = 8  # shown with a bar
_ABOVE = ("columns: ", "encoding: ", "read as: ")  # notes that the form shows above the description
_MIN_BAR, _MAX_BAR = 4, 20  # columns
_HEIGHTS, _ASCII_HEIGHTS = " ▁▂▃▄▅▆▇█", " .:-=+*#@"


def describe_source(about: "Description", *, width: int, ascii_only: bool) -> Content:
    """Return size, labels, lengths and notes of a source of reviews.

    Args:
        about: Result of ``seqtui data show``.
        width: Width in columns of the terminal.
        ascii_only: Use ASCII characters only.
    """
    count = about.train + about.validation + about.test
    lines = [Content.styled(f"{count:,} reviews: {about.train:,} training, {about.test:,} test", "bold")]
    name = padded_names(about.labels)
    indent = max(map(len, name.values())) + 1
    bars = max(_MIN_BAR, min(_MAX_BAR, width - indent - len(f" {count:,}")))
    lines += [
        Content.assemble(
            f"{name[label]} ", *bar(labelled / count, bars, "$primary", ascii_only), f" {labelled:,}"
        )
        for label, labelled in islice(about.labels.items(), _MAX_LABELS)
    ]
    if len(about.labels) > _MAX_LABELS:
        lines.append(Content.styled(f"and {len(about.labels) - _MAX_LABELS} more labels", "$text-muted"))
    heights = _ASCII_HEIGHTS if ascii_only else _HEIGHTS
    highest = max(about.histogram)
    columns = "".join(heights[-(-8 * height // highest)] for height in about.histogram)
    end = about.bin_tokens * len(about.histogram)
    more = "+" if about.max_tokens >= end else ""
    if indent + len(columns) > width:
        indent = len("lengths ")
    lines.append(Content.assemble(f"{'lengths':<{indent}}", (columns, "$accent")))
    lines.append(Content(f"{'':<{indent}}0 to {end:,}{more} tokens, median {about.median_tokens:.0f}"))
    lines.append(Content.styled(f"recommended: {about.network}, {about.reason}", "$text-muted"))
    if about.warning:
        lines.append(Content.styled(printable(about.warning), "$warning"))
    if about.source not in SOURCES:
        notes = [note for note in about.notes if not note.startswith(_ABOVE)]
        lines += [Content.styled(printable(note), "$text-muted") for note in notes]
    return Content("\n").join(lines)
