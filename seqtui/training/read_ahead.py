"""Read the source of a training before it is needed, possibly in another process."""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from types import FrameType
from typing import Any, NamedTuple, NoReturn, get_args

import msgspec
import numpy as np
from numpy.typing import NDArray

from seqtui.corpora.choices import Choices
from seqtui.corpora.gather import expand
from seqtui.corpora.installed import installed_file
from seqtui.errors import InputError
from seqtui.recipe import SOURCES, Recipe
from seqtui.training.phases import Phases
from seqtui.training.source import EncodedSource, encode_source

_MAX_BYTES = 50_000_000  # of the files; no progress bar shows how they are read


@dataclass(frozen=True)
class ReadAhead:
    """A source that was read before the training that needs it.

    Args:
        request: What was read, from which state of the files.
        source: The reviews.
    """

    request: "_Request"
    source: EncodedSource

    @classmethod
    def of(cls, recipe: Recipe) -> "ReadAhead | None":
        """Read the source of a recipe, unless it is large or not in files.

        Raises:
            InputError: If it cannot be read.
        """
        request = _Request.of(recipe)
        if request is None:
            return None
        recipe = msgspec.structs.replace(recipe, data_fingerprint=None)
        return cls(request, encode_source(recipe, None, None, Phases()))

    def is_of(self, recipe: Recipe) -> bool:
        """Return whether these are the reviews of a recipe, and no file has changed since."""
        return _Request.of(recipe) == self.request


@dataclass(frozen=True)
class _Request:
    """What decides which reviews are read: settings, and the state of the files."""

    choices: Choices
    limit: int | None
    validation_split: float
    files: tuple["_FileState", ...]
    test_files: tuple["_FileState", ...]

    @classmethod
    def of(cls, recipe: Recipe) -> "_Request | None":
        """Return the request of a recipe; None if it cannot be read ahead."""
        if any(path is not None for path in (recipe.unlabelled, recipe.corrections, recipe.errors)):
            return None
        try:
            files, test_files = _states(_paths(recipe)), _states(expand(recipe.test) if recipe.test else [])
        except (InputError, OSError):  # the training reports it
            return None
        if not files or (recipe.test and not test_files):
            return None
        if sum(file.size for file in (*files, *test_files)) > _MAX_BYTES:
            return None
        choices = msgspec.structs.replace(Choices.of(recipe), test=None)
        return cls(choices, recipe.limit, recipe.validation_split, files, test_files)


class _FileState(NamedTuple):
    path: str
    size: int
    changed: int
    inode: int


def _paths(recipe: Recipe) -> list[str]:
    """Return the files of a source; nothing if it is downloaded."""
    if recipe.data == "imdb-25k":
        return [str(installed_file())]
    return [] if recipe.data in SOURCES else expand(recipe.data)


def _states(paths: Sequence[str]) -> tuple[_FileState, ...]:
    """Return the state of each file; nothing if one of them is not a regular file."""
    files = [Path(path) for path in paths]
    if not all(file.is_file() for file in files):
        return ()
    states = [(str(file.absolute()), file.stat()) for file in files]
    return tuple(_FileState(path, of.st_size, of.st_mtime_ns, of.st_ino) for path, of in states)


class UnreadableError(BaseException):
    """The source cannot be read. Not an Exception, which modules may catch while they are imported."""


class ReadingProcess:
    """A child process that reads the source of a recipe while this process loads libraries.

    Args:
        recipe: The recipe.

    Raises:
        OSError: If there is no space for a temporary file, or no process can be started.
    """

    def __init__(self, recipe: Recipe) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - closed by result()
        self._code: int | None = None  # exit code of the process
        self._pid = os.fork()
        if self._pid == 0:
            self._read(recipe)

    @staticmethod
    def is_possible(recipe: Recipe) -> bool:
        """Return whether the source of a recipe can be read in such a process."""
        return sys.platform == "linux" and _Request.of(recipe) is not None

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Raise :class:`UnreadableError` in this context as soon as the source turns out to be unreadable.

        What this process loads is incomplete then. Reading the source again will raise the error.
        """

        def on_end(_: int, __: FrameType | None) -> None:
            if self._exit_code(os.WNOHANG) == InputError.exit_code:
                raise UnreadableError

        before = signal.signal(signal.SIGCHLD, on_end)
        try:
            yield
        finally:
            signal.signal(signal.SIGCHLD, before)

    def result(self) -> ReadAhead | None:
        """Wait for the reviews; return None if this process has to read them."""
        with self._file:
            if self._exit_code(0) != 0:
                return None
            self._file.seek(0)
            return msgspec.msgpack.decode(self._file.read(), type=ReadAhead, dec_hook=_array_of)

    def _exit_code(self, options: int) -> int | None:
        if self._code is None:
            pid, status = os.waitpid(self._pid, options)
            self._code = os.waitstatus_to_exitcode(status) if pid else None
        return self._code

    def _read(self, recipe: Recipe) -> NoReturn:
        """Read in the child process and end it."""
        code = 1
        try:
            kept = self._file.fileno()
            os.closerange(3, kept)  # the lock of the run, among others
            os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX"))
            if ahead := ReadAhead.of(recipe):
                self._file.write(msgspec.msgpack.encode(ahead, enc_hook=_bytes_of))
                self._file.flush()
                code = 0
        except InputError as error:
            code = error.exit_code
        finally:
            os._exit(code)


def _bytes_of(array: Any) -> bytes:
    """Encode an array for msgpack."""
    if not isinstance(array, np.ndarray):
        raise NotImplementedError
    return array.tobytes()


def _array_of(kind: Any, content: bytes) -> NDArray[Any]:
    """Decode an array for msgpack."""
    (dtype,) = get_args(get_args(kind)[1])
    return np.frombuffer(content, dtype).copy()  # compiled loops expect writable arrays
