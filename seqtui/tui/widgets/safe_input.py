"""An input field that a paste cannot misuse."""

from textual.widgets import Input

from seqtui.terminal.sanitize import without_controls


class SafeInput(Input):
    """An input whose value never holds characters that a terminal would obey."""

    def validate_value(self, value: str) -> str:
        """Replace control characters by spaces."""
        return without_controls(value)
