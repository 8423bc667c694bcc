"""Files with a network of one's own, and the folder of those that the user trusts. Runs no code.

A trusted file is copied under its SHA-256 digest, and code is loaded from that copy only. So a file cannot
change between the question and the run, and a run keeps its network when the original file changes.
"""

import hashlib
import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from seqtui.errors import InputError
from seqtui.storage.atomic import replacing
from seqtui.terminal.sanitize import printable

_MAX_BYTES = 1 << 20
_UNTRUSTED = "Python code that you have not run before"


class NetworkFileError(InputError):
    """A network file is missing, unreadable, not trusted, or its code is wrong."""


@dataclass(frozen=True)
class NetworkFile:
    """The content of a network file.

    Args:
        path: Path that it was read from.
        content: Its bytes, which are UTF-8.
    """

    path: Path
    content: bytes

    @classmethod
    def read(cls, path: Path) -> "NetworkFile":
        """Read a network file; a symbolic link is followed.

        Raises:
            NetworkFileError: If it is not a file of at most 1 MB in UTF-8, or cannot be read.
        """
        try:
            if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - opening a pipe would wait
                raise NetworkFileError(f"{path}: not a file; --architecture needs a Python file")
            with path.open("rb") as file:
                content = file.read(_MAX_BYTES + 1)
        except OSError as error:
            raise NetworkFileError(f"{path}: cannot read the network: {error.strerror}") from error
        except ValueError as error:  # a null character in the path
            raise NetworkFileError(f"{path}: cannot read the network: {error}") from error
        if len(content) > _MAX_BYTES:
            raise NetworkFileError(f"{path}: larger than {_MAX_BYTES >> 20} MB, not a network")
        try:
            content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise NetworkFileError(f"{path}, line {line}: not UTF-8") from error
        return cls(path, content)

    @property
    def digest(self) -> str:
        """SHA-256 digest of the content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def is_trusted(self) -> bool:
        """Whether the user has trusted this content before."""
        return trusted_copy(self.digest) is not None

    def trust(self) -> None:
        """Copy the content into the user's folder of trusted networks.

        Raises:
            NetworkFileError: If the folder cannot be written.
        """
        copy = trusted_path(self.digest)
        try:
            copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with replacing(copy) as temporary:
                temporary.write_bytes(self.content)
        except OSError as error:
            raise NetworkFileError(
                f"{copy.parent}: cannot store the trusted network: {error.strerror}; set XDG_DATA_HOME to a "
                "folder that you can write to"
            ) from error


def is_network_file(architecture: str) -> bool:
    """Return whether a value of ``--architecture`` is a file; then its name ends in ``.py``."""
    return architecture.endswith(".py")


def trusted_path(digest: str) -> Path:
    """Return the path of the trusted file with a digest; it need not exist."""
    return platformdirs.user_data_path("seqtui") / "networks" / f"{digest}.py"


def trusted_copy(digest: str) -> NetworkFile | None:
    """Return the trusted file with a digest, or None if the user has not trusted one."""
    with suppress(NetworkFileError):
        copy = NetworkFile.read(trusted_path(digest))
        if copy.digest == digest:  # not if someone has edited the copy
            return copy
    return None


def untrusted(file: str | os.PathLike[str]) -> NetworkFileError:
    """Return the error for code that the user has not trusted.

    Args:
        file: Path of the file, for the message.
    """
    return NetworkFileError(f"{file}: {_UNTRUSTED}; read it, then run it with --trust-network")


def question(file: NetworkFile) -> str:
    """Return the question whether to trust a file."""
    return f"{printable(str(file.path))}: {_UNTRUSTED}; it can do whatever you can do. Run it?"


def locate(architecture: str, folder: Path, digest: str | None) -> Path:
    """Return the path of the network file that a recipe names.

    A run folder that was copied from another machine names a file that is not there; its ``network.py`` is.

    Args:
        architecture: Path of the file, absolute or relative to ``folder``.
        folder: Folder of the recipe.
        digest: Digest in the recipe, or None.
    """
    path, kept = folder / architecture, folder / "network.py"
    if digest and not kept.is_symlink():
        for candidate in (path, kept):
            with suppress(NetworkFileError):
                if NetworkFile.read(candidate).digest == digest:
                    return candidate.absolute()
    return path.absolute()
