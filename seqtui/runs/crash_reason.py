"""Why a trainer died, as far as its folder and its log tell."""

import os
import re
import shutil
from pathlib import Path

LOG_BEGINS = "--- a trainer starts"
"""What stands in the log before the lines of each trainer."""

_SAID = 2  # lines
_FULL = 1 << 16  # bytes below which a disk counts as full
_CHATTER = re.compile(
    r"[IWE]\d{4} [\d:.]+|WARNING: All log messages before absl"
)  # TensorFlow, on its devices


def why_crashed(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not log.exists():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(folder, os.W_OK):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(log, 200):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def tail_of(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def changed_at(path: Path) -> float:
    """When a file was last written to, in seconds since 1970; 0 if there is none."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
