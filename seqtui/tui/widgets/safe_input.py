"""Input field without control characters."""

from textual.widgets import Input

from seqtui.terminal.sanitize import without_controls


class SafeInput(Input):
    """Input whose value never contains control characters, even after a paste."""

    def __init__(
        self,
        value: str | None = None,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        placeholder: str = "",
        max_length: int = 0,
    ) -> None:
        super().__init__(value, id=id, placeholder=placeholder, max_length=max_length, validate_on=())

    def validate_value(self, value: str) -> str:
        """Replace control characters by spaces."""
        return without_controls(value)
