"""``seqtui serve``."""

import shlex
import sys
from importlib.util import find_spec
from pathlib import Path

import click

from seqtui.cli.root import runs_dir_option
from seqtui.errors import InputError


@click.command("serve")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@runs_dir_option
def serve_command(port: int, runs_dir: Path) -> None:
    """Serve the app to a browser on this machine.

    The server listens on 127.0.0.1 only: there is no login, and anyone who can connect can start and delete
    runs.
    """
    if find_spec("textual_serve") is None:
        raise InputError("serving needs textual-serve; pip install 'seqtui[serve]'")
    from textual_serve.server import Server

    command = shlex.join([sys.executable, "-P", "-m", "seqtui", "--runs-dir", str(runs_dir.absolute())])
    Server(command, host="127.0.0.1", port=port, title="seqtui").serve()
