"""Find out why a trainer crashed, from its folder and its log."""

import os
import re
import shutil
from pathlib import Path

LOG_HEADER = "--- a trainer starts"
"""Beginning of the line that precedes the output of each trainer in the log."""

_LINES = 2  # of the log
_FULL = 1 << 16  # free bytes below which a disk counts as full
_NOISE = re.compile(
    r"[IWE]\d{4} [\d:.]+|WARNING: All log messages before absl"
)  # TensorFlow's messages about devices


def find_crash_reason(folder: Path, log: Path) -> str:
    """Return why the trainer of a run crashed, in one line.

    Args:
        folder: Folder of the run.
        log: File with the output of the trainer and its libraries.
    """
    if not log.exists():
        return "the run folder was removed"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(folder, os.W_OK):
        return "the run folder is not writable"
    lines: list[str] = []
    for line in last_lines(log, 200):
        if line.startswith(LOG_HEADER):
            lines = []
        elif not _NOISE.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_LINES:]) or "killed, or out of memory: the log has no error message"


def last_lines(log: Path, lines: int) -> list[str]:
    """Return the last non-empty lines of a log, at most ``lines``; none if there is no log."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def modified_at(path: Path) -> float:
    """Return when a file was last modified, in seconds since 1970; 0 if it does not exist."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
