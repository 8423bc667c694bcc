"""The real command in a real terminal, also when it is killed."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from seqtui.runs import Run
from seqtui.runs.events import Finished
from seqtui.tui.app import SeqtuiApp
from tests.conftest import TIMEOUT, representatives, seqtui
from tests.tui.conftest import live_screen, until

_DIES_WHILE_TRAINING = """
import asyncio, os, signal, sys
from pathlib import Path
from seqtui.recipe import Recipe
from seqtui.tui.app import SeqtuiApp

async def main():
    app = SeqtuiApp(Path(sys.argv[1]))
    async with app.run_test():
        recipe = Recipe(limit=400, epochs=25, batch_size=32, max_length=60)
        await app.train(recipe, "mine", export_when_finished=False)
        while not app.screen.monitor.progress.epochs:
            await asyncio.sleep(0.05)
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


async def test_a_run_continues_after_its_app_was_killed(runs_dir: Path) -> None:
    died = subprocess.run(
        [sys.executable, "-c", _DIES_WHILE_TRAINING, str(runs_dir)], check=False, timeout=TIMEOUT
    )
    assert died.returncode == -signal.SIGKILL
    app = SeqtuiApp(runs_dir)
    async with app.run_test(size=(120, 36)) as pilot:
        app.open_run(Run(runs_dir / "mine"))
        live = await live_screen(pilot)
        assert live.monitor.state == "running"
        await until(pilot, lambda: isinstance(live.monitor.progress.end, Finished))
        assert len(live.monitor.progress.epochs) == 25


def read(terminal: int, words: bytes, seconds: float = TIMEOUT) -> bytes:
    """Read from a terminal until the output contains the words."""
    output = b""
    end = time.monotonic() + seconds
    while words not in output:
        assert time.monotonic() < end, output[-2000:]
        if select.select([terminal], [], [], 0.2)[0]:
            output += os.read(terminal, 1 << 16)
    return output


@pytest.mark.parametrize(
    "how", representatives(signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, often=[signal.SIGTERM])
)
def test_the_terminal_is_restored_when_the_app_is_killed(tmp_path: Path, how: signal.Signals) -> None:
    command = [sys.executable, "-m", "seqtui", "--runs-dir", str(tmp_path)]
    shell, terminal = pty.fork()
    if shell == 0:  # a shell in between owns the terminal
        os.environ.update(LINES="36", COLUMNS="120", TERM="xterm-256color")
        os.execv("/bin/sh", ["sh", "-c", '"$@"; stty -a; echo the shell continues; sleep 1', "sh", *command])  # noqa: S606
    read(terminal, b"cnn-lstm")
    (app,) = [child for child in psutil.Process(shell).children() if "seqtui" in child.cmdline()]
    app.send_signal(how)
    output = read(terminal, b"the shell continues")
    if how == signal.SIGKILL:
        while b"seqtui was killed" not in output:
            output += read(terminal, b"\n")
    assert b"\x1b[?1049l" in output
    os.waitpid(shell, 0)
    os.close(terminal)


def test_ctrl_z_and_fg_redraw_the_whole_screen(tmp_path: Path) -> None:
    """In an interactive shell, which has job control; also after a SIGSTOP from another process."""
    command = f"{sys.executable} -m seqtui --runs-dir {tmp_path}"
    shell, terminal = pty.fork()
    if shell == 0:
        os.environ.update(LINES="36", COLUMNS="120", TERM="xterm-256color", PS1="ready> ")
        os.execvp("bash", ["bash", "--norc", "--noediting", "-i"])  # noqa: S606
    read(terminal, b"ready> ")
    os.write(terminal, f"{command}\n".encode())
    read(terminal, b"cnn-lstm")
    (app,) = [child for child in psutil.Process(shell).children() if "seqtui" in child.cmdline()]
    os.write(terminal, b"\x1a")
    assert b"\x1b[?1049l" in read(terminal, b"ready> ")
    os.write(terminal, b"stty -a; echo typed\n")
    assert b" -icanon" not in read(terminal, b"\ntyped")
    os.write(terminal, b"fg\n")
    read(terminal, b"cnn-lstm")
    app.suspend()
    read(terminal, b"ready> ")
    os.write(terminal, b"fg\n")
    read(terminal, b"\x1b[?1049h")
    read(terminal, b"cnn-lstm")
    os.write(terminal, b"\x11")  # Ctrl-Q
    read(terminal, b"ready> ")
    os.write(terminal, b"stty -a; echo over; exit\n")
    assert b" -icanon" not in read(terminal, b"\nover")
    os.waitpid(shell, 0)
    os.close(terminal)


def test_without_a_terminal_the_app_reports_it(tmp_path: Path) -> None:
    assert "needs a terminal" in seqtui("--runs-dir", tmp_path, code=2).stderr


def test_an_unknown_theme_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="--theme pink: no such theme"):
        SeqtuiApp(tmp_path, theme="pink")
