"""Progress bars of epochs and batches, and the bar that other widgets draw."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget

from seqtui.runs.events import Batch, Epoch
from seqtui.runs.progress import RunProgress
from seqtui.terminal.sanitize import printable

_MIN_WIDE = 64  # columns from which rate and duration are shown


class EpochBars(Widget):
    """Progress bars of the epochs of a run.

    Args:
        ascii_only: Draw with ASCII characters only.
    """

    DEFAULT_CSS = "EpochBars { height: auto; min-height: 4; max-height: 12; }"

    def __init__(self, *, ascii_only: bool, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._ascii = ascii_only
        self._progress = RunProgress(1)

    def draw(self, progress: RunProgress) -> None:
        """Show new progress."""
        new_height = self._rows(progress) != self._rows(self._progress)
        self._progress = progress
        self.refresh(layout=new_height)

    def _rows(self, progress: RunProgress) -> int:
        return min(progress.epochs_expected, 9) + 2

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Return the number of lines: header, epochs, running batch."""
        del container, viewport, width
        return self._rows(self._progress)

    def render(self) -> Content:
        """Draw the bars at the widget's size."""
        return epoch_bars(self._progress, self.size.width, self._rows(self._progress), self._ascii)


def epoch_bars(progress: RunProgress, width: int, height: int, ascii_only: bool) -> Content:
    """Draw the epochs of a run.

    Args:
        progress: Progress of the run.
        width: Width in columns.
        height: Height in lines: header, epochs, running batch.
        ascii_only: Use ASCII characters only.
    """
    wide = width >= _MIN_WIDE
    rows = max(1, height - 2)
    header = _row(wide, "loss", "accuracy", "validation", "reviews/s", "seconds")
    lines = [Content.styled(f"{'epoch':>5} {'':<{_bar_width(width, wide)}} {header}", "$text-muted")]
    lines += [_epoch(*epoch, width, wide, ascii_only) for epoch in progress.visible_epochs(rows)]
    lines.append(_batch(progress, width, ascii_only))
    return Content("\n").join(lines)


def _row(wide: bool, *cells: str) -> str:
    widths = (7, 8, 10, 9, 7)
    columns = list(zip(cells, widths, strict=True))
    return " ".join(f"{cell:>{width}}" for cell, width in (columns if wide else columns[:3]))


def _bar_width(width: int, wide: bool) -> int:
    return max(4, width - 6 - 1 - (45 if wide else 27))


def _epoch(
    number: int, finished: Epoch | None, batch: Batch | None, width: int, wide: bool, ascii_only: bool
) -> Content:
    if finished:
        mark = ("*" if ascii_only else "★") if finished.best else " "
        share = 1.0
        validation = "" if finished.val_accuracy is None else f"{finished.val_accuracy:.2%}{mark}"
        cells = (
            f"{finished.loss:.4f}", f"{finished.accuracy:.1%}", validation,
            f"{finished.reviews_per_second:,.0f}", f"{finished.seconds:.1f}",
        )  # fmt: skip
    elif batch:
        share = batch.batch / batch.batches
        cells = (f"{batch.loss:.4f}", f"{batch.accuracy:.1%}", "", f"{batch.reviews_per_second:,.0f}", "")
    else:
        share, cells = 0.0, ("",) * 5
    return Content.assemble(
        f"{number:>5} ",
        *bar(share, _bar_width(width, wide), "$success" if finished else "$primary", ascii_only),
        " " + _row(wide, *cells),
    )


def _batch(progress: RunProgress, width: int, ascii_only: bool) -> Content:
    batch = progress.batch
    if batch is None or progress.end:
        return Content("")
    label = f" {batch.batch}/{batch.batches}  {batch.reviews_per_second:,.0f} reviews/s"
    space = max(4, width - 6 - len(label))
    return Content.assemble(
        ("batch ", "$text-muted"), *bar(batch.batch / batch.batches, space, "$accent", ascii_only), label
    )


def padded_names(labels: Iterable[str]) -> dict[str, str]:
    """Return printable labels, cut or padded to a common width."""
    shown = {label: printable(label, 24) for label in labels}
    width = max(12, *map(len, shown.values()))
    return {label: f"{name:<{width}}" for label, name in shown.items()}


def bar(share: float, width: int, colour: str, ascii_only: bool) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the filled part of a bar and the rest, each with its style; drawn in eighths of a column."""
    share = min(1.0, max(0.0, share))
    if ascii_only:
        done = round(share * width)
        return ("#" * done, colour), ("-" * (width - done), "$text-muted")
    eighths = int(share * width * 8)
    filled = "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()
    return (filled, colour), ("░" * (width - len(filled)), "$text-muted 50%")
