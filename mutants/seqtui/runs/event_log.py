"""A run's events as a file: one writer, many readers."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from seqtui.events import ENDS, Event, from_line, to_line

_RESERVED = 1 << 13  # bytes that the last word needs, given back when the disk is full


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict
mutants_xǁEventTailǁ__init____mutmut: MutantDict = {}  # type: ignore
mutants_xǁEventTailǁread__mutmut: MutantDict = {}  # type: ignore


class EventTail:
    """Reads events as they are appended, each once; all of them again when the run was rewound.

    Args:
        path: The run's events; the file need not be there yet.
    """

    _MOST = 1 << 18  # bytes a look, so that a long past run does not hold a screen up

    @_mutmut_mutated(mutants_xǁEventTailǁ__init____mutmut)
    def __init__(self, path: Path) -> None:
        self._path = path
        self._file_read = 0
        self._position = 0
        self._pending = b""

    def xǁEventTailǁ__init____mutmut_orig(self, path: Path) -> None:
        self._path = path
        self._file_read = 0
        self._position = 0
        self._pending = b""

    def xǁEventTailǁ__init____mutmut_1(self, path: Path) -> None:
        self._path = None
        self._file_read = 0
        self._position = 0
        self._pending = b""

    def xǁEventTailǁ__init____mutmut_2(self, path: Path) -> None:
        self._path = path
        self._file_read = None
        self._position = 0
        self._pending = b""

    def xǁEventTailǁ__init____mutmut_3(self, path: Path) -> None:
        self._path = path
        self._file_read = 1
        self._position = 0
        self._pending = b""

    def xǁEventTailǁ__init____mutmut_4(self, path: Path) -> None:
        self._path = path
        self._file_read = 0
        self._position = None
        self._pending = b""

    def xǁEventTailǁ__init____mutmut_5(self, path: Path) -> None:
        self._path = path
        self._file_read = 0
        self._position = 1
        self._pending = b""

    def xǁEventTailǁ__init____mutmut_6(self, path: Path) -> None:
        self._path = path
        self._file_read = 0
        self._position = 0
        self._pending = None

    def xǁEventTailǁ__init____mutmut_7(self, path: Path) -> None:
        self._path = path
        self._file_read = 0
        self._position = 0
        self._pending = b"XXXX"

    @_mutmut_mutated(mutants_xǁEventTailǁread__mutmut)
    def read(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_orig(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_1(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = None
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_2(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_3(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open(None) as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_4(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("XXrbXX") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_5(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("RB") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_6(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = None
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_7(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(None)
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_8(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read and found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_9(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino == self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_10(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size <= self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_11(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = None
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_12(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 1, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_13(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b"XXXX"
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_14(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(None)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_15(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = None
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_16(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(None)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_17(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_18(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position = len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_19(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position -= len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_20(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = None
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_21(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(None)
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_22(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending - new).split(b"\n")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_23(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"XX\nXX")
            events = [event for line in lines if (event := from_line(line))]
        return events

    def xǁEventTailǁread__mutmut_24(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = None
        return events

    def xǁEventTailǁread__mutmut_25(self) -> list[Event]:
        """The events since the last look; a line that is not whole yet waits for the next."""
        events: list[Event] = []
        while not events:
            try:
                with self._path.open("rb") as file:
                    found = os.fstat(file.fileno())
                    if found.st_ino != self._file_read or found.st_size < self._position:
                        self._file_read, self._position, self._pending = found.st_ino, 0, b""
                    file.seek(self._position)
                    new = file.read(self._MOST)
            except FileNotFoundError:
                return []
            if not new:
                return []
            self._position += len(new)
            *lines, self._pending = (self._pending + new).split(b"\n")
            events = [event for line in lines if (event := from_line(None))]
        return events

mutants_xǁEventTailǁ__init____mutmut['_mutmut_orig'] = EventTail.xǁEventTailǁ__init____mutmut_orig # type: ignore # mutmut generated
mutants_xǁEventTailǁ__init____mutmut['xǁEventTailǁ__init____mutmut_1'] = EventTail.xǁEventTailǁ__init____mutmut_1 # type: ignore # mutmut generated
mutants_xǁEventTailǁ__init____mutmut['xǁEventTailǁ__init____mutmut_2'] = EventTail.xǁEventTailǁ__init____mutmut_2 # type: ignore # mutmut generated
mutants_xǁEventTailǁ__init____mutmut['xǁEventTailǁ__init____mutmut_3'] = EventTail.xǁEventTailǁ__init____mutmut_3 # type: ignore # mutmut generated
mutants_xǁEventTailǁ__init____mutmut['xǁEventTailǁ__init____mutmut_4'] = EventTail.xǁEventTailǁ__init____mutmut_4 # type: ignore # mutmut generated
mutants_xǁEventTailǁ__init____mutmut['xǁEventTailǁ__init____mutmut_5'] = EventTail.xǁEventTailǁ__init____mutmut_5 # type: ignore # mutmut generated
mutants_xǁEventTailǁ__init____mutmut['xǁEventTailǁ__init____mutmut_6'] = EventTail.xǁEventTailǁ__init____mutmut_6 # type: ignore # mutmut generated
mutants_xǁEventTailǁ__init____mutmut['xǁEventTailǁ__init____mutmut_7'] = EventTail.xǁEventTailǁ__init____mutmut_7 # type: ignore # mutmut generated

mutants_xǁEventTailǁread__mutmut['_mutmut_orig'] = EventTail.xǁEventTailǁread__mutmut_orig # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_1'] = EventTail.xǁEventTailǁread__mutmut_1 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_2'] = EventTail.xǁEventTailǁread__mutmut_2 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_3'] = EventTail.xǁEventTailǁread__mutmut_3 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_4'] = EventTail.xǁEventTailǁread__mutmut_4 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_5'] = EventTail.xǁEventTailǁread__mutmut_5 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_6'] = EventTail.xǁEventTailǁread__mutmut_6 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_7'] = EventTail.xǁEventTailǁread__mutmut_7 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_8'] = EventTail.xǁEventTailǁread__mutmut_8 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_9'] = EventTail.xǁEventTailǁread__mutmut_9 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_10'] = EventTail.xǁEventTailǁread__mutmut_10 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_11'] = EventTail.xǁEventTailǁread__mutmut_11 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_12'] = EventTail.xǁEventTailǁread__mutmut_12 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_13'] = EventTail.xǁEventTailǁread__mutmut_13 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_14'] = EventTail.xǁEventTailǁread__mutmut_14 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_15'] = EventTail.xǁEventTailǁread__mutmut_15 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_16'] = EventTail.xǁEventTailǁread__mutmut_16 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_17'] = EventTail.xǁEventTailǁread__mutmut_17 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_18'] = EventTail.xǁEventTailǁread__mutmut_18 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_19'] = EventTail.xǁEventTailǁread__mutmut_19 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_20'] = EventTail.xǁEventTailǁread__mutmut_20 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_21'] = EventTail.xǁEventTailǁread__mutmut_21 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_22'] = EventTail.xǁEventTailǁread__mutmut_22 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_23'] = EventTail.xǁEventTailǁread__mutmut_23 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_24'] = EventTail.xǁEventTailǁread__mutmut_24 # type: ignore # mutmut generated
mutants_xǁEventTailǁread__mutmut['xǁEventTailǁread__mutmut_25'] = EventTail.xǁEventTailǁread__mutmut_25 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut: MutantDict = {}  # type: ignore
mutants_xǁEventWriterǁwrite__mutmut: MutantDict = {}  # type: ignore
mutants_xǁEventWriterǁclose__mutmut: MutantDict = {}  # type: ignore
mutants_xǁEventWriterǁ_append__mutmut: MutantDict = {}  # type: ignore
mutants_xǁEventWriterǁ_in_place__mutmut: MutantDict = {}  # type: ignore


class EventWriter:
    """Appends events, each line whole as it is written.

    Args:
        path: The run's events; the caller holds the run's lock.

    Raises:
        OSError: If the file cannot be written.
    """

    @_mutmut_mutated(mutants_xǁEventWriterǁ__init____mutmut)
    def __init__(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_orig(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_1(self, path: Path) -> None:
        self._path = None
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_2(self, path: Path) -> None:
        self._path = path
        self._reserve = None
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_3(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(None)
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_4(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name("XX.reserveXX")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_5(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".RESERVE")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_6(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(None)
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_7(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(None))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_8(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = None
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_9(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") or path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_10(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() or not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_11(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_12(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(None) and path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_13(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"XX\nXX") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_14(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size >= 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_15(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 1
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_16(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = None
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_17(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open(None, buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_18(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=None)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_19(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open(buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_20(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", )
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_21(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("XXabXX", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_22(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("AB", buffering=0)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_23(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=1)
        if cut_short:
            self._append(b"\n")

    def xǁEventWriterǁ__init____mutmut_24(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(None)

    def xǁEventWriterǁ__init____mutmut_25(self, path: Path) -> None:
        self._path = path
        self._reserve = path.with_name(".reserve")
        self._reserve.write_bytes(bytes(_RESERVED))
        cut_short = path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size > 0
        self._file = path.open("ab", buffering=0)
        if cut_short:
            self._append(b"XX\nXX")

    @_mutmut_mutated(mutants_xǁEventWriterǁwrite__mutmut)
    def write(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._reserve.unlink(missing_ok=True)
        if not self._in_place():
            raise FileNotFoundError(errno.ENOENT, "the run folder was taken away", str(self._path.parent))
        self._append(to_line(event))

    def xǁEventWriterǁwrite__mutmut_orig(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._reserve.unlink(missing_ok=True)
        if not self._in_place():
            raise FileNotFoundError(errno.ENOENT, "the run folder was taken away", str(self._path.parent))
        self._append(to_line(event))

    def xǁEventWriterǁwrite__mutmut_1(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._reserve.unlink(missing_ok=None)
        if not self._in_place():
            raise FileNotFoundError(errno.ENOENT, "the run folder was taken away", str(self._path.parent))
        self._append(to_line(event))

    def xǁEventWriterǁwrite__mutmut_2(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._reserve.unlink(missing_ok=False)
        if not self._in_place():
            raise FileNotFoundError(errno.ENOENT, "the run folder was taken away", str(self._path.parent))
        self._append(to_line(event))

    def xǁEventWriterǁwrite__mutmut_3(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._reserve.unlink(missing_ok=True)
        if self._in_place():
            raise FileNotFoundError(errno.ENOENT, "the run folder was taken away", str(self._path.parent))
        self._append(to_line(event))

    def xǁEventWriterǁwrite__mutmut_4(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._reserve.unlink(missing_ok=True)
        if not self._in_place():
            raise FileNotFoundError(None, "the run folder was taken away", str(self._path.parent))
        self._append(to_line(event))

    def xǁEventWriterǁwrite__mutmut_5(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._reserve.unlink(missing_ok=True)
        if not self._in_place():
            raise FileNotFoundError(errno.ENOENT, None, str(self._path.parent))
        self._append(to_line(event))

    def xǁEventWriterǁwrite__mutmut_6(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._reserve.unlink(missing_ok=True)
        if not self._in_place():
            raise FileNotFoundError(errno.ENOENT, "the run folder was taken away", None)
        self._append(to_line(event))

    def xǁEventWriterǁwrite__mutmut_7(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._reserve.unlink(missing_ok=True)
        if not self._in_place():
            raise FileNotFoundError("the run folder was taken away", str(self._path.parent))
        self._append(to_line(event))

    def xǁEventWriterǁwrite__mutmut_8(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._reserve.unlink(missing_ok=True)
        if not self._in_place():
            raise FileNotFoundError(errno.ENOENT, str(self._path.parent))
        self._append(to_line(event))

    def xǁEventWriterǁwrite__mutmut_9(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._reserve.unlink(missing_ok=True)
        if not self._in_place():
            raise FileNotFoundError(errno.ENOENT, "the run folder was taken away", )
        self._append(to_line(event))

    def xǁEventWriterǁwrite__mutmut_10(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._reserve.unlink(missing_ok=True)
        if not self._in_place():
            raise FileNotFoundError(errno.ENOENT, "XXthe run folder was taken awayXX", str(self._path.parent))
        self._append(to_line(event))

    def xǁEventWriterǁwrite__mutmut_11(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._reserve.unlink(missing_ok=True)
        if not self._in_place():
            raise FileNotFoundError(errno.ENOENT, "THE RUN FOLDER WAS TAKEN AWAY", str(self._path.parent))
        self._append(to_line(event))

    def xǁEventWriterǁwrite__mutmut_12(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._reserve.unlink(missing_ok=True)
        if not self._in_place():
            raise FileNotFoundError(errno.ENOENT, "the run folder was taken away", str(None))
        self._append(to_line(event))

    def xǁEventWriterǁwrite__mutmut_13(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._reserve.unlink(missing_ok=True)
        if not self._in_place():
            raise FileNotFoundError(errno.ENOENT, "the run folder was taken away", str(self._path.parent))
        self._append(None)

    def xǁEventWriterǁwrite__mutmut_14(self, event: Event) -> None:
        """Append one event.

        Raises:
            OSError: If the disk is full, or the file is gone. No part of the line is left.
        """
        if isinstance(event, ENDS):
            self._reserve.unlink(missing_ok=True)
        if not self._in_place():
            raise FileNotFoundError(errno.ENOENT, "the run folder was taken away", str(self._path.parent))
        self._append(to_line(None))

    @_mutmut_mutated(mutants_xǁEventWriterǁclose__mutmut)
    def close(self) -> None:
        """Close the file; writing is over."""
        self._file.close()
        self._reserve.unlink(missing_ok=True)

    def xǁEventWriterǁclose__mutmut_orig(self) -> None:
        """Close the file; writing is over."""
        self._file.close()
        self._reserve.unlink(missing_ok=True)

    def xǁEventWriterǁclose__mutmut_1(self) -> None:
        """Close the file; writing is over."""
        self._file.close()
        self._reserve.unlink(missing_ok=None)

    def xǁEventWriterǁclose__mutmut_2(self) -> None:
        """Close the file; writing is over."""
        self._file.close()
        self._reserve.unlink(missing_ok=False)

    @_mutmut_mutated(mutants_xǁEventWriterǁ_append__mutmut)
    def _append(self, line: bytes) -> None:
        size = os.fstat(self._file.fileno()).st_size
        try:
            if self._file.write(line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._path))
        except OSError:
            with suppress(OSError):
                self._file.truncate(size)
            raise

    def xǁEventWriterǁ_append__mutmut_orig(self, line: bytes) -> None:
        size = os.fstat(self._file.fileno()).st_size
        try:
            if self._file.write(line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._path))
        except OSError:
            with suppress(OSError):
                self._file.truncate(size)
            raise

    def xǁEventWriterǁ_append__mutmut_1(self, line: bytes) -> None:
        size = None
        try:
            if self._file.write(line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._path))
        except OSError:
            with suppress(OSError):
                self._file.truncate(size)
            raise

    def xǁEventWriterǁ_append__mutmut_2(self, line: bytes) -> None:
        size = os.fstat(None).st_size
        try:
            if self._file.write(line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._path))
        except OSError:
            with suppress(OSError):
                self._file.truncate(size)
            raise

    def xǁEventWriterǁ_append__mutmut_3(self, line: bytes) -> None:
        size = os.fstat(self._file.fileno()).st_size
        try:
            if self._file.write(None) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._path))
        except OSError:
            with suppress(OSError):
                self._file.truncate(size)
            raise

    def xǁEventWriterǁ_append__mutmut_4(self, line: bytes) -> None:
        size = os.fstat(self._file.fileno()).st_size
        try:
            if self._file.write(line) == len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._path))
        except OSError:
            with suppress(OSError):
                self._file.truncate(size)
            raise

    def xǁEventWriterǁ_append__mutmut_5(self, line: bytes) -> None:
        size = os.fstat(self._file.fileno()).st_size
        try:
            if self._file.write(line) != len(line):
                raise OSError(None, os.strerror(errno.ENOSPC), str(self._path))
        except OSError:
            with suppress(OSError):
                self._file.truncate(size)
            raise

    def xǁEventWriterǁ_append__mutmut_6(self, line: bytes) -> None:
        size = os.fstat(self._file.fileno()).st_size
        try:
            if self._file.write(line) != len(line):
                raise OSError(errno.ENOSPC, None, str(self._path))
        except OSError:
            with suppress(OSError):
                self._file.truncate(size)
            raise

    def xǁEventWriterǁ_append__mutmut_7(self, line: bytes) -> None:
        size = os.fstat(self._file.fileno()).st_size
        try:
            if self._file.write(line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), None)
        except OSError:
            with suppress(OSError):
                self._file.truncate(size)
            raise

    def xǁEventWriterǁ_append__mutmut_8(self, line: bytes) -> None:
        size = os.fstat(self._file.fileno()).st_size
        try:
            if self._file.write(line) != len(line):
                raise OSError(os.strerror(errno.ENOSPC), str(self._path))
        except OSError:
            with suppress(OSError):
                self._file.truncate(size)
            raise

    def xǁEventWriterǁ_append__mutmut_9(self, line: bytes) -> None:
        size = os.fstat(self._file.fileno()).st_size
        try:
            if self._file.write(line) != len(line):
                raise OSError(errno.ENOSPC, str(self._path))
        except OSError:
            with suppress(OSError):
                self._file.truncate(size)
            raise

    def xǁEventWriterǁ_append__mutmut_10(self, line: bytes) -> None:
        size = os.fstat(self._file.fileno()).st_size
        try:
            if self._file.write(line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), )
        except OSError:
            with suppress(OSError):
                self._file.truncate(size)
            raise

    def xǁEventWriterǁ_append__mutmut_11(self, line: bytes) -> None:
        size = os.fstat(self._file.fileno()).st_size
        try:
            if self._file.write(line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(None), str(self._path))
        except OSError:
            with suppress(OSError):
                self._file.truncate(size)
            raise

    def xǁEventWriterǁ_append__mutmut_12(self, line: bytes) -> None:
        size = os.fstat(self._file.fileno()).st_size
        try:
            if self._file.write(line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(None))
        except OSError:
            with suppress(OSError):
                self._file.truncate(size)
            raise

    def xǁEventWriterǁ_append__mutmut_13(self, line: bytes) -> None:
        size = os.fstat(self._file.fileno()).st_size
        try:
            if self._file.write(line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._path))
        except OSError:
            with suppress(None):
                self._file.truncate(size)
            raise

    def xǁEventWriterǁ_append__mutmut_14(self, line: bytes) -> None:
        size = os.fstat(self._file.fileno()).st_size
        try:
            if self._file.write(line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._path))
        except OSError:
            with suppress(OSError):
                self._file.truncate(None)
            raise

    @_mutmut_mutated(mutants_xǁEventWriterǁ_in_place__mutmut)
    def _in_place(self) -> bool:
        with suppress(OSError):
            return os.path.samestat(self._path.stat(), os.fstat(self._file.fileno()))
        return False

    def xǁEventWriterǁ_in_place__mutmut_orig(self) -> bool:
        with suppress(OSError):
            return os.path.samestat(self._path.stat(), os.fstat(self._file.fileno()))
        return False

    def xǁEventWriterǁ_in_place__mutmut_1(self) -> bool:
        with suppress(None):
            return os.path.samestat(self._path.stat(), os.fstat(self._file.fileno()))
        return False

    def xǁEventWriterǁ_in_place__mutmut_2(self) -> bool:
        with suppress(OSError):
            return os.path.samestat(None, os.fstat(self._file.fileno()))
        return False

    def xǁEventWriterǁ_in_place__mutmut_3(self) -> bool:
        with suppress(OSError):
            return os.path.samestat(self._path.stat(), None)
        return False

    def xǁEventWriterǁ_in_place__mutmut_4(self) -> bool:
        with suppress(OSError):
            return os.path.samestat(os.fstat(self._file.fileno()))
        return False

    def xǁEventWriterǁ_in_place__mutmut_5(self) -> bool:
        with suppress(OSError):
            return os.path.samestat(self._path.stat(), )
        return False

    def xǁEventWriterǁ_in_place__mutmut_6(self) -> bool:
        with suppress(OSError):
            return os.path.samestat(self._path.stat(), os.fstat(None))
        return False

    def xǁEventWriterǁ_in_place__mutmut_7(self) -> bool:
        with suppress(OSError):
            return os.path.samestat(self._path.stat(), os.fstat(self._file.fileno()))
        return True

mutants_xǁEventWriterǁ__init____mutmut['_mutmut_orig'] = EventWriter.xǁEventWriterǁ__init____mutmut_orig # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_1'] = EventWriter.xǁEventWriterǁ__init____mutmut_1 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_2'] = EventWriter.xǁEventWriterǁ__init____mutmut_2 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_3'] = EventWriter.xǁEventWriterǁ__init____mutmut_3 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_4'] = EventWriter.xǁEventWriterǁ__init____mutmut_4 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_5'] = EventWriter.xǁEventWriterǁ__init____mutmut_5 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_6'] = EventWriter.xǁEventWriterǁ__init____mutmut_6 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_7'] = EventWriter.xǁEventWriterǁ__init____mutmut_7 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_8'] = EventWriter.xǁEventWriterǁ__init____mutmut_8 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_9'] = EventWriter.xǁEventWriterǁ__init____mutmut_9 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_10'] = EventWriter.xǁEventWriterǁ__init____mutmut_10 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_11'] = EventWriter.xǁEventWriterǁ__init____mutmut_11 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_12'] = EventWriter.xǁEventWriterǁ__init____mutmut_12 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_13'] = EventWriter.xǁEventWriterǁ__init____mutmut_13 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_14'] = EventWriter.xǁEventWriterǁ__init____mutmut_14 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_15'] = EventWriter.xǁEventWriterǁ__init____mutmut_15 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_16'] = EventWriter.xǁEventWriterǁ__init____mutmut_16 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_17'] = EventWriter.xǁEventWriterǁ__init____mutmut_17 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_18'] = EventWriter.xǁEventWriterǁ__init____mutmut_18 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_19'] = EventWriter.xǁEventWriterǁ__init____mutmut_19 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_20'] = EventWriter.xǁEventWriterǁ__init____mutmut_20 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_21'] = EventWriter.xǁEventWriterǁ__init____mutmut_21 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_22'] = EventWriter.xǁEventWriterǁ__init____mutmut_22 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_23'] = EventWriter.xǁEventWriterǁ__init____mutmut_23 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_24'] = EventWriter.xǁEventWriterǁ__init____mutmut_24 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ__init____mutmut['xǁEventWriterǁ__init____mutmut_25'] = EventWriter.xǁEventWriterǁ__init____mutmut_25 # type: ignore # mutmut generated

mutants_xǁEventWriterǁwrite__mutmut['_mutmut_orig'] = EventWriter.xǁEventWriterǁwrite__mutmut_orig # type: ignore # mutmut generated
mutants_xǁEventWriterǁwrite__mutmut['xǁEventWriterǁwrite__mutmut_1'] = EventWriter.xǁEventWriterǁwrite__mutmut_1 # type: ignore # mutmut generated
mutants_xǁEventWriterǁwrite__mutmut['xǁEventWriterǁwrite__mutmut_2'] = EventWriter.xǁEventWriterǁwrite__mutmut_2 # type: ignore # mutmut generated
mutants_xǁEventWriterǁwrite__mutmut['xǁEventWriterǁwrite__mutmut_3'] = EventWriter.xǁEventWriterǁwrite__mutmut_3 # type: ignore # mutmut generated
mutants_xǁEventWriterǁwrite__mutmut['xǁEventWriterǁwrite__mutmut_4'] = EventWriter.xǁEventWriterǁwrite__mutmut_4 # type: ignore # mutmut generated
mutants_xǁEventWriterǁwrite__mutmut['xǁEventWriterǁwrite__mutmut_5'] = EventWriter.xǁEventWriterǁwrite__mutmut_5 # type: ignore # mutmut generated
mutants_xǁEventWriterǁwrite__mutmut['xǁEventWriterǁwrite__mutmut_6'] = EventWriter.xǁEventWriterǁwrite__mutmut_6 # type: ignore # mutmut generated
mutants_xǁEventWriterǁwrite__mutmut['xǁEventWriterǁwrite__mutmut_7'] = EventWriter.xǁEventWriterǁwrite__mutmut_7 # type: ignore # mutmut generated
mutants_xǁEventWriterǁwrite__mutmut['xǁEventWriterǁwrite__mutmut_8'] = EventWriter.xǁEventWriterǁwrite__mutmut_8 # type: ignore # mutmut generated
mutants_xǁEventWriterǁwrite__mutmut['xǁEventWriterǁwrite__mutmut_9'] = EventWriter.xǁEventWriterǁwrite__mutmut_9 # type: ignore # mutmut generated
mutants_xǁEventWriterǁwrite__mutmut['xǁEventWriterǁwrite__mutmut_10'] = EventWriter.xǁEventWriterǁwrite__mutmut_10 # type: ignore # mutmut generated
mutants_xǁEventWriterǁwrite__mutmut['xǁEventWriterǁwrite__mutmut_11'] = EventWriter.xǁEventWriterǁwrite__mutmut_11 # type: ignore # mutmut generated
mutants_xǁEventWriterǁwrite__mutmut['xǁEventWriterǁwrite__mutmut_12'] = EventWriter.xǁEventWriterǁwrite__mutmut_12 # type: ignore # mutmut generated
mutants_xǁEventWriterǁwrite__mutmut['xǁEventWriterǁwrite__mutmut_13'] = EventWriter.xǁEventWriterǁwrite__mutmut_13 # type: ignore # mutmut generated
mutants_xǁEventWriterǁwrite__mutmut['xǁEventWriterǁwrite__mutmut_14'] = EventWriter.xǁEventWriterǁwrite__mutmut_14 # type: ignore # mutmut generated

mutants_xǁEventWriterǁclose__mutmut['_mutmut_orig'] = EventWriter.xǁEventWriterǁclose__mutmut_orig # type: ignore # mutmut generated
mutants_xǁEventWriterǁclose__mutmut['xǁEventWriterǁclose__mutmut_1'] = EventWriter.xǁEventWriterǁclose__mutmut_1 # type: ignore # mutmut generated
mutants_xǁEventWriterǁclose__mutmut['xǁEventWriterǁclose__mutmut_2'] = EventWriter.xǁEventWriterǁclose__mutmut_2 # type: ignore # mutmut generated

mutants_xǁEventWriterǁ_append__mutmut['_mutmut_orig'] = EventWriter.xǁEventWriterǁ_append__mutmut_orig # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_append__mutmut['xǁEventWriterǁ_append__mutmut_1'] = EventWriter.xǁEventWriterǁ_append__mutmut_1 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_append__mutmut['xǁEventWriterǁ_append__mutmut_2'] = EventWriter.xǁEventWriterǁ_append__mutmut_2 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_append__mutmut['xǁEventWriterǁ_append__mutmut_3'] = EventWriter.xǁEventWriterǁ_append__mutmut_3 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_append__mutmut['xǁEventWriterǁ_append__mutmut_4'] = EventWriter.xǁEventWriterǁ_append__mutmut_4 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_append__mutmut['xǁEventWriterǁ_append__mutmut_5'] = EventWriter.xǁEventWriterǁ_append__mutmut_5 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_append__mutmut['xǁEventWriterǁ_append__mutmut_6'] = EventWriter.xǁEventWriterǁ_append__mutmut_6 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_append__mutmut['xǁEventWriterǁ_append__mutmut_7'] = EventWriter.xǁEventWriterǁ_append__mutmut_7 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_append__mutmut['xǁEventWriterǁ_append__mutmut_8'] = EventWriter.xǁEventWriterǁ_append__mutmut_8 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_append__mutmut['xǁEventWriterǁ_append__mutmut_9'] = EventWriter.xǁEventWriterǁ_append__mutmut_9 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_append__mutmut['xǁEventWriterǁ_append__mutmut_10'] = EventWriter.xǁEventWriterǁ_append__mutmut_10 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_append__mutmut['xǁEventWriterǁ_append__mutmut_11'] = EventWriter.xǁEventWriterǁ_append__mutmut_11 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_append__mutmut['xǁEventWriterǁ_append__mutmut_12'] = EventWriter.xǁEventWriterǁ_append__mutmut_12 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_append__mutmut['xǁEventWriterǁ_append__mutmut_13'] = EventWriter.xǁEventWriterǁ_append__mutmut_13 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_append__mutmut['xǁEventWriterǁ_append__mutmut_14'] = EventWriter.xǁEventWriterǁ_append__mutmut_14 # type: ignore # mutmut generated

mutants_xǁEventWriterǁ_in_place__mutmut['_mutmut_orig'] = EventWriter.xǁEventWriterǁ_in_place__mutmut_orig # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_in_place__mutmut['xǁEventWriterǁ_in_place__mutmut_1'] = EventWriter.xǁEventWriterǁ_in_place__mutmut_1 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_in_place__mutmut['xǁEventWriterǁ_in_place__mutmut_2'] = EventWriter.xǁEventWriterǁ_in_place__mutmut_2 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_in_place__mutmut['xǁEventWriterǁ_in_place__mutmut_3'] = EventWriter.xǁEventWriterǁ_in_place__mutmut_3 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_in_place__mutmut['xǁEventWriterǁ_in_place__mutmut_4'] = EventWriter.xǁEventWriterǁ_in_place__mutmut_4 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_in_place__mutmut['xǁEventWriterǁ_in_place__mutmut_5'] = EventWriter.xǁEventWriterǁ_in_place__mutmut_5 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_in_place__mutmut['xǁEventWriterǁ_in_place__mutmut_6'] = EventWriter.xǁEventWriterǁ_in_place__mutmut_6 # type: ignore # mutmut generated
mutants_xǁEventWriterǁ_in_place__mutmut['xǁEventWriterǁ_in_place__mutmut_7'] = EventWriter.xǁEventWriterǁ_in_place__mutmut_7 # type: ignore # mutmut generated
