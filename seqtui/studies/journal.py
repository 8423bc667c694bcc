"""Storage of a study: Optuna's journal in its folder, or a gRPC storage proxy for that journal."""

import warnings
from pathlib import Path

import filelock
import optuna
from optuna.exceptions import ExperimentalWarning
from optuna.storages import BaseStorage, GrpcStorageProxy, JournalStorage
from optuna.storages.journal import JournalFileBackend
from optuna.storages.journal._file import BaseJournalFileLock

from seqtui import __version__
from seqtui.errors import InputError
from seqtui.storage.atomic import share_with_group
from seqtui.storage.locks import file_lock

_PROXY_SECONDS = 10.0  # to connect


def open_journal(path: Path) -> JournalStorage:
    """Open a journal, which any number of processes may read and write at the same time.

    Args:
        path: The file; created if missing.

    Raises:
        OSError: If it cannot be read or written.
    """
    return JournalStorage(_Journal(path))


def open_proxy(address: str) -> BaseStorage:
    """Connect to a gRPC storage proxy of Optuna.

    Args:
        address: ``HOST:PORT`` of the proxy.

    Raises:
        InputError: If the address is invalid, or the proxy does not answer within ten seconds.
    """
    host, colon, port = address.rpartition(":")
    if not (colon and host and port.isdecimal() and 0 < int(port) < 1 << 16):
        raise InputError(f"--proxy {address}: use HOST:PORT, for example localhost:13000")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ExperimentalWarning)
        proxy = GrpcStorageProxy(host=host, port=int(port))
    try:
        proxy.wait_server_ready(timeout=_PROXY_SECONDS)
    except ConnectionError as error:
        raise InputError(f"--proxy {address}: no storage proxy answers") from error
    return proxy


class _Journal(JournalFileBackend):
    """Optuna's journal file with a lock that the system frees when its process dies.

    Optuna's own locks outlive a killed process, and are broken by age.
    """

    def __init__(self, path: Path) -> None:
        lock = _JournalLock(path)
        if not path.exists():
            path.touch()
            share_with_group(path)
        lock.acquire()
        lock.release()
        super().__init__(str(path), lock_obj=lock)


class _JournalLock(BaseJournalFileLock):
    """Lock of a journal. Acquiring it removes an incomplete last line, which a kill or a full disk leaves."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: filelock.BaseFileLock = file_lock(path.with_suffix(".lock"), timeout=-1)

    def acquire(self) -> bool:
        self._lock.acquire()
        try:
            self._remove_incomplete_line()
        except BaseException:
            self._lock.release()
            raise
        return True

    def release(self) -> None:
        self._lock.release()

    def _remove_incomplete_line(self) -> None:
        with self._path.open("rb+") as file:
            size = file.seek(0, 2)
            if not size:
                return
            file.seek(size - 1)
            if file.read() != b"\n":
                file.seek(0)
                file.truncate(file.read().rfind(b"\n") + 1)


def versions() -> dict[str, str]:
    """Return the versions that all workers of a study must share."""
    return {"seqtui": __version__, "optuna": optuna.__version__}
