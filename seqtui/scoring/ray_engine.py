"""Score parts with Ray Data, one onnxruntime session per worker. Only this module imports Ray."""

import io
import logging
import os
import secrets
import shutil
import socket
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from seqtui.errors import InputError, SeqtuiError
from seqtui.scoring import Scorer
from seqtui.scoring.parts import Outcome, score_part
from seqtui.scoring.plan import Job, Part
from seqtui.storage.cores import cores
from seqtui.terminal.stderr import redirect_stderr_descriptor

_MAX_ATTEMPTS = 4  # to score a part; then the part is assumed to crash its workers
_CONNECT_TIMEOUT = 10  # seconds
_STORE = 1 << 27  # bytes of a local object store: it transfers only names and counts


def check_ray() -> None:
    """Check that Ray is installed.

    Raises:
        InputError: If it is not.
    """
    if find_spec("ray") is None:
        raise InputError("--engine ray needs Ray; pip install 'seqtui[ray]'")


def score_with_ray(
    model: Path, job: Job, parts: list[Part], folder: Path, address: str | None, workers: int
) -> Generator[Outcome, None, None]:
    """Score parts on a Ray cluster. A worker that dies is replaced, and its part scored again.

    Args:
        model: Path of the exported file.
        job: Settings of all parts.
        parts: Parts to score.
        folder: Output folder. It and the input files must have the same path on every machine of the cluster.
        address: Address of the cluster. None: the connected cluster, or a local one that is stopped at the
            end.
        workers: Processes that score; 0 for one per core of the cluster.

    Yields:
        Outcomes, in the order of the parts.

    Raises:
        InputError: If the cluster does not respond.
        SeqtuiError: If Ray fails.
    """
    with _quiet_ray(address) as ray:
        yield from _outcomes(ray, _WorkerSettings(model.resolve(), job, folder), parts, workers)


def _outcomes(ray: Any, worker: "_WorkerSettings", parts: list[Part], workers: int) -> Iterator[Outcome]:
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.execution_options.preserve_order = True
    size = min(len(parts), workers or max(1, int(ray.cluster_resources().get("CPU", 1))))
    rows = [{"part": msgspec.json.encode(part)} for part in parts]
    data = ray.data.from_items(rows, override_num_blocks=len(rows)).map(
        _Actor,
        fn_constructor_args=(worker,),
        compute=ray.data.ActorPoolStrategy(size=size, max_tasks_in_flight_per_actor=2),
        num_cpus=1,
    )
    try:
        for row in data.iter_rows():
            yield msgspec.json.decode(row["outcome"], type=Outcome)
    except ray.exceptions.RayError as error:
        raise SeqtuiError(f"Ray failed: {_line(error)}") from error


class _WorkerSettings(msgspec.Struct):
    """Settings that are sent to a worker."""

    model: Path
    job: Job
    folder: Path
    base: str = msgspec.field(default_factory=os.getcwd)


class _Actor:
    """A Ray process that loads the exported file once and scores parts one after another."""

    def __init__(self, worker: _WorkerSettings) -> None:
        self._worker = worker
        self._scorer: Scorer | None = None
        with suppress(OSError):
            os.chdir(worker.base)  # file names are relative to the user's folder

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        return {"outcome": msgspec.json.encode(self._score(msgspec.json.decode(row["part"], type=Part)))}

    def _score(self, part: Part) -> Outcome:
        attempts = _count_attempt(self._worker.folder / f".{part.name}.attempts")
        if attempts > _MAX_ATTEMPTS:
            return Outcome(error=f"{part.source}: {_MAX_ATTEMPTS} workers died on {part.name}", exit_code=1)
        try:
            self._scorer = self._scorer or Scorer(self._worker.model, threads=1)
        except InputError as error:
            return Outcome(error=f"on a worker: {error}", exit_code=1)
        outcome = score_part(self._scorer, self._worker.job, part, self._worker.folder)
        outcome.attempts = attempts
        return outcome


def _count_attempt(file: Path) -> int:
    """Count an attempt in a file, because the process may die, and return the count."""
    with file.open("ab") as attempts:
        attempts.write(b".")
        return attempts.tell()


@contextmanager
def _quiet_ray(address: str | None) -> Iterator[Any]:
    """Connect to Ray, without output to the terminal and without usage reports."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    with _auth_token(is_needed=address is None and "ray" not in sys.modules):
        import ray
        import ray.data

        if ray.is_initialized() and address is None:
            yield ray
            return
        for handler in logging.getLogger("ray.data").handlers:
            handler.setLevel(logging.CRITICAL)
        with _suppress_ray_output(), _log_folder() as logs:
            try:
                _connect(ray, address, logs)
                yield ray
            finally:
                ray.shutdown()


@contextmanager
def _auth_token(is_needed: bool) -> Iterator[None]:
    """Restrict a local Ray to this run's processes with a token; it listens on all interfaces.

    Ray reads these variables when it is imported.
    """
    before = {name: os.environ.get(name) for name in ("RAY_AUTH_MODE", "RAY_AUTH_TOKEN")}
    if is_needed:
        os.environ |= {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": secrets.token_hex(32)}
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


@contextmanager
def _suppress_ray_output() -> Iterator[None]:
    """Suppress what Ray prints, but not what Python code writes to stderr.

    Ray prints when a worker dies, and its core writes to the file descriptor; no setting turns that off.
    """
    with (
        redirect_stderr_descriptor() as original,
        redirect_stderr(original),
        redirect_stdout(io.StringIO()),
    ):
        yield


def _connect(ray: Any, address: str | None, logs: str) -> None:
    quiet = {"log_to_driver": False, "logging_level": logging.CRITICAL}
    if address is None:
        local = {"num_cpus": cores(), "object_store_memory": _STORE, "include_dashboard": False}
        try:
            ray.init("local", _temp_dir=logs, **local, **quiet)
        except (OSError, RuntimeError, ValueError) as error:
            raise SeqtuiError(f"Ray cannot be started on this machine: {_line(error)}") from error
        return
    host, _, port = address.rpartition("/")[2].rpartition(":")
    try:
        if port.isdecimal():  # Ray would wait for minutes
            socket.create_connection((host.strip("[]"), int(port)), _CONNECT_TIMEOUT).close()
        ray.init(address, **quiet)
    except (OSError, OverflowError, RuntimeError, ValueError) as error:
        raise InputError(f"--address {address}: no Ray cluster responds: {_line(error)}") from error


@contextmanager
def _log_folder() -> Iterator[str]:
    """Create a temporary folder for Ray's files; in /tmp, because socket paths must be short."""
    folder = tempfile.mkdtemp(prefix="seqtui-ray-", dir="/tmp" if Path("/tmp").is_dir() else None)  # noqa: S108
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
