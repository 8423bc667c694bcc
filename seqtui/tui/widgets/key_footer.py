"""Footer that is built again only if its keys have changed."""

from textual.binding import ActiveBinding
from textual.widgets import Footer


class KeyFooter(Footer):
    """Footer that stays as it is when the focus moves between widgets with the same keys."""

    _keys: tuple[list[ActiveBinding], bool] | None = None

    async def recompose(self) -> None:
        """Build the keys again if they are not those shown."""
        if not self.is_attached:
            return
        shown = [key for key in self.screen.active_bindings.values() if key.binding.show]
        keys = (shown, self.show_command_palette)
        if keys != self._keys:
            self._keys = keys
            await super().recompose()
