"""``seqtui`` without a command opens the app."""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seqtui.cli.root import is_dumb_terminal
from seqtui.errors import InputError
from seqtui.terminal.sanitize import printable
from seqtui.terminal.stderr import redirect_stderr_for_app

if TYPE_CHECKING:
    from seqtui.tui.screens.base import BaseScreen


def check_terminal() -> None:
    """Check that the app can be shown.

    Raises:
        InputError: If there is no terminal, or it cannot move the cursor.
    """
    if not (os.environ.get("TEXTUAL_DRIVER") or sys.stdout.isatty()):
        raise InputError("the app needs a terminal; 'seqtui --help' lists commands that do not need one")
    if not os.environ.get("TEXTUAL_DRIVER") and is_dumb_terminal():
        kind = os.environ.get("TERM", "")
        raise InputError(
            f"TERM={kind}: the app needs a terminal that can move its cursor; set TERM to its real type, "
            "such as xterm-256color, or use the commands that 'seqtui --help' lists"
        )


def run_app(
    runs_dir: Path,
    theme: str | None,
    ascii_only: bool,
    *,
    preload: bool,
    first: "Callable[[], BaseScreen] | None" = None,
) -> int:
    """Open the app; after it has closed, print what happened.

    Args:
        runs_dir: Folder for runs.
        theme: Name of a theme, or None.
        ascii_only: Draw with ASCII characters only.
        preload: Let the app load TensorFlow before training is started.
        first: Creates a screen to show first. Default: the Train screen.

    Returns:
        The exit code: 1 if the app crashed.

    Raises:
        InputError: If there is no terminal, or it cannot move the cursor.
    """
    check_terminal()
    gc.disable()  # faster start: no garbage before the first frame; the app enables it again
    from seqtui.tui.app import SeqtuiApp
    from seqtui.tui.guard import guarded_terminal

    app = SeqtuiApp(runs_dir, theme=theme, ascii_only=ascii_only, first=first, preload=preload)
    try:
        with guarded_terminal(), redirect_stderr_for_app():
            app.run()
    finally:
        for line in app.summary():
            for part in line.splitlines():
                click.echo(printable(part), err=True)
    return app.return_code or 0
