"""Networks that are not in the catalogue: in a file of the user's, or in an installed package.

Both have a function ``build(settings, task, recurrent)`` and optionally a class ``Settings``, as the families
of the catalogue have.
"""

import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib.abc import SourceLoader
from importlib.util import find_spec, module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import msgspec

from seqtui.architectures.network_file import NetworkFileError, trusted_copy, untrusted
from seqtui.architectures.settings import NetworkSettings, declared
from seqtui.storage.environment import isolated_keras
from seqtui.terminal.sanitize import printable

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "seqtui.architectures"
"""Group of the entry points that add networks."""

_BUILD = "build(settings, task, recurrent)"
_HEADING = re.compile(r"^Exception encountered when calling|Error encountered:$")
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class OwnFamily:
    """A loaded network: its settings and its function ``build``.

    Args:
        name: Name for messages.
        path: File of the code, as in tracebacks.
        Settings: Class of the settings.
        function: The function ``build`` of the file.
    """

    name: str
    path: str
    Settings: type[NetworkSettings]
    function: Callable[..., Any]

    def build(self, *arguments: Any) -> Any:
        """Call ``build``.

        Raises:
            NetworkFileError: If it raises an exception; the message names the line of the file.
        """
        with self.naming_lines():
            return self.function(*arguments)

    @contextmanager
    def naming_lines(self) -> Iterator[None]:
        """Turn an exception into a NetworkFileError that names the line of the file."""
        with _naming_lines(self.name, self.path):
            yield


@cache
def load_file(name: str, digest: str | None) -> OwnFamily:
    """Load the trusted file with a digest.

    Args:
        name: Name for messages.
        digest: SHA-256 digest. None: unknown, so the file is not trusted.

    Raises:
        NetworkFileError: If the user has not trusted the file, or its code is wrong.
    """
    copy = trusted_copy(digest) if digest else None
    if copy is None:
        raise untrusted(name)
    path = str(copy.path)
    with _naming_lines(name, path):
        module = _run(f"seqtui_network_{digest}", path, copy.content)
    return _family(module, name, path, copy.content)


def installed_networks() -> "dict[str, list[EntryPoint]]":
    """Return the entry points of installed packages by name; loads none of them."""
    from importlib.metadata import entry_points  # would delay the app's start

    found: dict[str, list[EntryPoint]] = {}
    for entry in entry_points(group=GROUP):
        if entry not in found.setdefault(entry.name, []):
            found[entry.name].append(entry)
    return found


def package_of(entry: "EntryPoint") -> str:
    """Return the name of the package of an entry point."""
    return printable(entry.dist.name if entry.dist else entry.module)


def load_installed(name: str, entry: "EntryPoint") -> OwnFamily:
    """Load the network of an installed package.

    Args:
        name: Name for messages.
        entry: Its entry point, which names a module.

    Raises:
        NetworkFileError: If it cannot be loaded, or its code is wrong.
    """
    _import_keras()
    label = f"{name} of {package_of(entry)}"
    with _naming_lines(label, ""):
        spec = find_spec(entry.module)
        path = (spec and spec.origin) or ""
    with _naming_lines(label, path):
        module = entry.load()
    content = b""
    with suppress(OSError):
        content = Path(path).read_bytes() if path.endswith(".py") else b""
    return _family(module, label, path, content)


class _Loader(SourceLoader):
    """Loads a module from bytes, without a cache of its compiled code."""

    def __init__(self, path: str, content: bytes) -> None:
        self.path = path
        self.content = content

    def get_filename(self, _: str) -> str:
        return self.path

    def get_data(self, _: str | bytes) -> bytes:
        return self.content


def _import_keras() -> None:
    """Import Keras in isolation, before a network imports it."""
    with isolated_keras():
        import keras  # noqa: F401


def _run(name: str, path: str, content: bytes) -> ModuleType:
    _import_keras()
    loader = _Loader(path, content)
    spec = spec_from_loader(name, loader, origin=path)
    assert spec is not None  # noqa: S101 - it is None without a loader only
    module = module_from_spec(spec)
    sys.modules[name] = module  # type hints of its classes are looked up there
    try:
        loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _family(module: Any, name: str, path: str, content: bytes) -> OwnFamily:
    """Check what a loaded module declares."""
    build = getattr(module, "build", None)
    if build is None:
        raise NetworkFileError(f"{name}: it has no function {_BUILD}")
    line = _line_of("build", content)
    try:
        inspect.signature(build).bind("settings", "task", "recurrent")
    except (TypeError, ValueError) as error:
        raise NetworkFileError(f"{name}{line}: build must be a function {_BUILD}") from error
    settings = getattr(module, "Settings", NetworkSettings)
    line = _line_of("Settings", content)
    if not (isinstance(settings, type) and issubclass(settings, NetworkSettings)):
        raise NetworkFileError(f"{name}{line}: Settings must be a subclass of NetworkSettings")
    for field in msgspec.structs.fields(settings):
        if field.required:
            raise NetworkFileError(f"{name}{line}: the setting {field.name} needs a default")
    with _naming_lines(name, path, line):
        declared(settings)
        settings()
    return OwnFamily(name, path, settings, build)


def _line_of(name: str, content: bytes) -> str:
    """Return where a function, class or variable is defined, as a part of a message."""
    for node in ast.parse(content).body:
        names = [getattr(node, "name", None)]
        if isinstance(node, ast.Assign):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.asname or alias.name for alias in node.names]
        if name in names:
            return f", line {node.lineno}"
    return ""


@contextmanager
def _naming_lines(name: str, path: str, line: str = "") -> Iterator[None]:
    """Turn an exception into a NetworkFileError that names the last line of the file that was running.

    Args:
        name: Name for the message.
        path: File whose line is named.
        line: Line to name if the exception was raised elsewhere, such as ``", line 3"``. Default: none.
    """
    try:
        yield
    except NetworkFileError:
        raise
    except (Exception, SystemExit) as error:  # a file may call sys.exit
        found = _line(error, path)
        where = f", line {found}" if found else line
        raise NetworkFileError(f"{name}{where}: {_described(error)}") from error


def _line(error: BaseException, path: str) -> int | None:
    if isinstance(error, SyntaxError) and error.filename == path:
        return error.lineno
    line, entry = None, error.__traceback__
    while entry:
        if entry.tb_frame.f_code.co_filename == path:
            line = entry.tb_lineno
        entry = entry.tb_next
    return line


def _described(error: BaseException) -> str:
    """Describe an exception in one line, without the headings that Keras puts before it."""
    text = error.msg if isinstance(error, SyntaxError) else str(error)
    lines = [line for line in _COLOURS.sub("", text).splitlines() if line.strip()]
    while len(lines) > 1 and _HEADING.search(lines[0]):
        lines = lines[1:]
    described = f"{type(error).__name__}: {printable(lines[0], 300)}" if lines else type(error).__name__
    if isinstance(error, ModuleNotFoundError):
        described += "; a network is one file, so other modules must be installed"
    return described
