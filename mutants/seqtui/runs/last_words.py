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


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict
mutants_x_why_crashed__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_why_crashed__mutmut)
def why_crashed(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
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


def x_why_crashed__mutmut_orig(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
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


def x_why_crashed__mutmut_1(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if folder.is_dir():
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


def x_why_crashed__mutmut_2(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "XXits folder was taken awayXX"
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


def x_why_crashed__mutmut_3(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "ITS FOLDER WAS TAKEN AWAY"
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


def x_why_crashed__mutmut_4(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(None).free < _FULL:
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


def x_why_crashed__mutmut_5(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free <= _FULL:
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


def x_why_crashed__mutmut_6(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "XXthe disk is fullXX"
    if not os.access(folder, os.W_OK):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(log, 200):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_7(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "THE DISK IS FULL"
    if not os.access(folder, os.W_OK):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(log, 200):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_8(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if os.access(folder, os.W_OK):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(log, 200):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_9(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(None, os.W_OK):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(log, 200):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_10(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(folder, None):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(log, 200):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_11(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(os.W_OK):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(log, 200):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_12(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(folder, ):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(log, 200):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_13(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(folder, os.W_OK):
        return "XXits folder cannot be written toXX"
    lines: list[str] = []
    for line in tail_of(log, 200):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_14(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(folder, os.W_OK):
        return "ITS FOLDER CANNOT BE WRITTEN TO"
    lines: list[str] = []
    for line in tail_of(log, 200):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_15(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(folder, os.W_OK):
        return "its folder cannot be written to"
    lines: list[str] = None
    for line in tail_of(log, 200):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_16(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(folder, os.W_OK):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(None, 200):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_17(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(folder, os.W_OK):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(log, None):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_18(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(folder, os.W_OK):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(200):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_19(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(folder, os.W_OK):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(log, ):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_20(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(folder, os.W_OK):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(log, 201):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_21(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(folder, os.W_OK):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(log, 200):
        if line.startswith(None):
            lines = []
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_22(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(folder, os.W_OK):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(log, 200):
        if line.startswith(LOG_BEGINS):
            lines = None
        elif not _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_23(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(folder, os.W_OK):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(log, 200):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif _CHATTER.match(line):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_24(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
        return "its folder was taken away"
    if shutil.disk_usage(folder).free < _FULL:
        return "the disk is full"
    if not os.access(folder, os.W_OK):
        return "its folder cannot be written to"
    lines: list[str] = []
    for line in tail_of(log, 200):
        if line.startswith(LOG_BEGINS):
            lines = []
        elif not _CHATTER.match(None):
            lines.append(line.strip())
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_25(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
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
            lines.append(None)
    return " / ".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_26(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
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
    return " / ".join(lines[-_SAID:]) and "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_27(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
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
    return " / ".join(None) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_28(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
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
    return "XX / XX".join(lines[-_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_29(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
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
    return " / ".join(lines[+_SAID:]) or "killed, or out of memory: its log says nothing"


def x_why_crashed__mutmut_30(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
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
    return " / ".join(lines[-_SAID:]) or "XXkilled, or out of memory: its log says nothingXX"


def x_why_crashed__mutmut_31(folder: Path, log: Path) -> str:
    """One line on why the trainer of a run is no more.

    Args:
        folder: The run's.
        log: What the trainer and its libraries printed.
    """
    if not folder.is_dir():
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
    return " / ".join(lines[-_SAID:]) or "KILLED, OR OUT OF MEMORY: ITS LOG SAYS NOTHING"

mutants_x_why_crashed__mutmut['_mutmut_orig'] = x_why_crashed__mutmut_orig # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_1'] = x_why_crashed__mutmut_1 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_2'] = x_why_crashed__mutmut_2 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_3'] = x_why_crashed__mutmut_3 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_4'] = x_why_crashed__mutmut_4 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_5'] = x_why_crashed__mutmut_5 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_6'] = x_why_crashed__mutmut_6 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_7'] = x_why_crashed__mutmut_7 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_8'] = x_why_crashed__mutmut_8 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_9'] = x_why_crashed__mutmut_9 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_10'] = x_why_crashed__mutmut_10 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_11'] = x_why_crashed__mutmut_11 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_12'] = x_why_crashed__mutmut_12 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_13'] = x_why_crashed__mutmut_13 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_14'] = x_why_crashed__mutmut_14 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_15'] = x_why_crashed__mutmut_15 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_16'] = x_why_crashed__mutmut_16 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_17'] = x_why_crashed__mutmut_17 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_18'] = x_why_crashed__mutmut_18 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_19'] = x_why_crashed__mutmut_19 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_20'] = x_why_crashed__mutmut_20 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_21'] = x_why_crashed__mutmut_21 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_22'] = x_why_crashed__mutmut_22 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_23'] = x_why_crashed__mutmut_23 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_24'] = x_why_crashed__mutmut_24 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_25'] = x_why_crashed__mutmut_25 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_26'] = x_why_crashed__mutmut_26 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_27'] = x_why_crashed__mutmut_27 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_28'] = x_why_crashed__mutmut_28 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_29'] = x_why_crashed__mutmut_29 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_30'] = x_why_crashed__mutmut_30 # type: ignore # mutmut generated
mutants_x_why_crashed__mutmut['x_why_crashed__mutmut_31'] = x_why_crashed__mutmut_31 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_tail_of__mutmut)
def tail_of(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_orig(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_1(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open(None) as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_2(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("XXrbXX") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_3(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("RB") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_4(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(None)
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_5(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(None, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_6(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, None))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_7(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_8(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, ))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_9(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(1, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_10(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size + (1 << 18)))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_11(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(None).st_size - (1 << 18)))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_12(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 >> 18)))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_13(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (2 << 18)))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_14(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 19)))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_15(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = None
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_16(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode(None, errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_17(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("utf-8", errors=None)
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_18(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode(errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_19(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("utf-8", )
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_20(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("XXutf-8XX", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_21(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("UTF-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_22(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("utf-8", errors="XXreplaceXX")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_23(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("utf-8", errors="REPLACE")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][-lines:]


def x_tail_of__mutmut_24(log: Path, lines: int) -> list[str]:
    """The last lines of a log that are not empty."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - (1 << 18)))
            text = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    return [line for line in text.splitlines() if line.strip()][+lines:]

mutants_x_tail_of__mutmut['_mutmut_orig'] = x_tail_of__mutmut_orig # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_1'] = x_tail_of__mutmut_1 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_2'] = x_tail_of__mutmut_2 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_3'] = x_tail_of__mutmut_3 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_4'] = x_tail_of__mutmut_4 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_5'] = x_tail_of__mutmut_5 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_6'] = x_tail_of__mutmut_6 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_7'] = x_tail_of__mutmut_7 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_8'] = x_tail_of__mutmut_8 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_9'] = x_tail_of__mutmut_9 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_10'] = x_tail_of__mutmut_10 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_11'] = x_tail_of__mutmut_11 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_12'] = x_tail_of__mutmut_12 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_13'] = x_tail_of__mutmut_13 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_14'] = x_tail_of__mutmut_14 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_15'] = x_tail_of__mutmut_15 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_16'] = x_tail_of__mutmut_16 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_17'] = x_tail_of__mutmut_17 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_18'] = x_tail_of__mutmut_18 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_19'] = x_tail_of__mutmut_19 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_20'] = x_tail_of__mutmut_20 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_21'] = x_tail_of__mutmut_21 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_22'] = x_tail_of__mutmut_22 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_23'] = x_tail_of__mutmut_23 # type: ignore # mutmut generated
mutants_x_tail_of__mutmut['x_tail_of__mutmut_24'] = x_tail_of__mutmut_24 # type: ignore # mutmut generated
mutants_x_changed_at__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_changed_at__mutmut)
def changed_at(path: Path) -> float:
    """When a file was last written to, in seconds since 1970; 0 if there is none."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def x_changed_at__mutmut_orig(path: Path) -> float:
    """When a file was last written to, in seconds since 1970; 0 if there is none."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def x_changed_at__mutmut_1(path: Path) -> float:
    """When a file was last written to, in seconds since 1970; 0 if there is none."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 1.0

mutants_x_changed_at__mutmut['_mutmut_orig'] = x_changed_at__mutmut_orig # type: ignore # mutmut generated
mutants_x_changed_at__mutmut['x_changed_at__mutmut_1'] = x_changed_at__mutmut_1 # type: ignore # mutmut generated
