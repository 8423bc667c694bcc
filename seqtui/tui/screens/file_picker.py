"""Choose a file or a folder from a tree."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text, TextType
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import DirectoryTree, Footer, Static

from seqtui.terminal.sanitize import has_controls, printable
from seqtui.tui.widgets.path_field import PathField

if TYPE_CHECKING:
    from seqtui.tui.app import SeqtuiApp

_MAX_ENTRIES = 1000  # of a folder; 12,500 reviews would block the app


class _Tree(DirectoryTree):
    """Tree of folders and of files that seqtui can read."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select_cursor", "Choose")]

    def __init__(self, folder: Path, *, ascii_only: bool) -> None:
        super().__init__(folder, id="files")
        self.ICON_FILE = "  "
        self.ICON_NODE, self.ICON_NODE_EXPANDED = ("+ ", "- ") if ascii_only else ("▸ ", "▾ ")
        self.show_guides = not ascii_only

    def process_label(self, label: TextType) -> Text:
        """Replace unprintable characters in a name."""
        return Text(printable(str(label)))

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Return folders and readable files, at most as many as can be shown."""
        from seqtui.tables.formats import ARCHIVE_EXTENSIONS, TABLE_EXTENSIONS, extension  # not at start-up

        readable = TABLE_EXTENSIONS | ARCHIVE_EXTENSIONS
        shown = [
            (not is_folder, path.name.lower(), path)
            for path in paths
            if not path.name.startswith(".")
            and (
                (is_folder := self._safe_is_dir(path))
                or not readable.isdisjoint((extension(path.name), path.suffix.lower()))
            )
        ]
        if len(shown) > _MAX_ENTRIES:
            self.app.call_later(self._report_cut, len(shown))
        return [path for *_, path in sorted(shown)[:_MAX_ENTRIES]]

    def _report_cut(self, count: int) -> None:
        self.notify(f"only the first {_MAX_ENTRIES:,} of {count:,} entries are shown", markup=False)


class FilePickerScreen(ModalScreen[str | None]):
    """Modal tree of files. The result is the chosen path, or None.

    Args:
        folder: Folder to show first.
        folders: Whether a folder can be chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "use_folder", "Use this folder"),
        Binding("backspace", "up", "Parent folder"),
        Binding("tilde", "home", "Home"),
        Binding("escape", "cancel", "Cancel"),
    ]

    def __init__(self, folder: Path, *, folders: bool) -> None:
        super().__init__()
        self._folder = folder
        self._folders = folders

    def compose(self) -> ComposeResult:
        """Yield the tree and the footer."""
        app: SeqtuiApp = self.app  # type: ignore[assignment]
        with Vertical(id="pick"):
            yield Static(id="pick-folder")
            yield _Tree(self._folder, ascii_only=app.ascii_only)
        yield Footer()

    def on_mount(self) -> None:
        """Focus the tree."""
        kinds = "a file, or a folder with one sub-folder per label" if self._folders else "a file"
        self.query_one("#pick").border_title = Content(f"Choose {kinds}")
        self._tree.focus()
        self._show_folder()

    @property
    def _tree(self) -> _Tree:
        return self.query_one(_Tree)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable the key for folders only if a folder can be chosen."""
        return super().check_action(action, parameters) if action != "use_folder" or self._folders else False

    def _show_folder(self) -> None:
        self.query_one("#pick-folder", Static).update(Content(printable(str(self._tree.path))))

    def _go(self, folder: Path) -> None:
        self._tree.path = folder
        self._show_folder()

    def action_use_folder(self) -> None:
        """Choose the highlighted folder, or the folder of the highlighted file."""
        node = self._tree.cursor_node or self._tree.root
        path = Path(node.data.path if node.data else self._tree.path)
        self._choose(path if path.is_dir() else path.parent)

    def action_up(self) -> None:
        """Show the parent folder."""
        self._go(Path(self._tree.path).resolve().parent)

    def action_home(self) -> None:
        """Show the home folder."""
        self._go(Path(os.path.expanduser("~")))  # noqa: PTH111 - does not raise where there is no home

    def action_cancel(self) -> None:
        """Close without a choice."""
        self._close(None)

    @on(DirectoryTree.FileSelected)
    def _selected(self, event: DirectoryTree.FileSelected) -> None:
        self._choose(event.path)

    def _choose(self, path: Path) -> None:
        if has_controls(str(path)):
            self.notify(
                "its path has characters that cannot be shown; rename it", severity="error", markup=False
            )
            return
        absolute, here = path.absolute(), Path.cwd()
        inside = absolute.is_relative_to(here) and absolute != here
        self._close(str(absolute.relative_to(here) if inside else absolute))

    def _close(self, chosen: str | None) -> None:
        if self.is_current:
            self.dismiss(chosen)


def browse(screen: Screen[None], field: PathField, *, folders: bool) -> None:
    """Choose a path from a tree of files and put it into a field.

    Args:
        screen: The screen of the field.
        field: Field that receives the path.
        folders: Whether a folder can be chosen.
    """

    def take(chosen: str | None) -> None:
        if chosen is not None:
            field.take(chosen)

    screen.app.push_screen(FilePickerScreen(field.folder, folders=folders), take)
