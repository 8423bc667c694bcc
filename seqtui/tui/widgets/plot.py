"""Plot widget.

``seqtui.terminal.plots`` draws it, because a redraw with textual-plot blocks the event loop: see docs/app.md.
"""

from textual.content import Content
from textual.widget import Widget

from seqtui.terminal.plots import Curve, draw


class Plot(Widget):
    """Plot of several curves with axes and a legend.

    Args:
        ascii_only: Draw with ASCII characters only.
    """

    DEFAULT_CSS = "Plot { height: 1fr; min-height: 6; }"

    def __init__(self, *, ascii_only: bool, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._ascii = ascii_only
        self._curves: list[Curve] = []
        self._log = False

    def draw(self, curves: list[Curve], *, log: bool = False) -> None:
        """Show curves.

        Args:
            curves: Curves in the order of the legend; a later one covers an earlier one.
            log: Use a logarithmic y axis. Default: False.
        """
        self._curves = curves
        self._log = log
        self.refresh()

    def render(self) -> Content:
        """Draw the curves at the widget's size."""
        return plot(self._curves, self.size.width, self.size.height, log=self._log, ascii_only=self._ascii)


def plot(curves: list[Curve], width: int, height: int, *, log: bool, ascii_only: bool) -> Content:
    """Draw curves as :func:`seqtui.terminal.plots.draw`, in the theme's colours."""
    lines = draw(curves, width, height, log=log, ascii_only=ascii_only)
    return Content("\n").join(Content.assemble(*line) for line in lines)
