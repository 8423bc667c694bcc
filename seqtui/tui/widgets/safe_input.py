"""Input field without control characters."""

from textual.widgets import Input

from seqtui.terminal.sanitize import without_controls


class SafeInput(Input):
    """Input whose value never contains control characters, even after a paste."""

    def validate_value(self, value: str) -> str:
        """Replace control characters by spaces."""
        return without_controls(value)
