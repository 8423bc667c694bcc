"""Our own commands as child processes of the app."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass

_PATIENCE = 3  # seconds that a command gets to end when it is given up


@dataclass(frozen=True)
class Ended:
    """How a command ended.

    Args:
        code: Its exit code.
        output: What it printed on stdout.
    """

    code: int
    output: bytes


async def run_command(*arguments: str) -> AsyncIterator[str | Ended]:
    """Run ``seqtui`` with arguments, in a session of its own.

    Yields:
        Each line of its stderr as it comes; at the end, how it ended.
    """
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", "seqtui", *arguments),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert process.stdout is not None  # noqa: S101 - both are pipes
    assert process.stderr is not None  # noqa: S101
    output = asyncio.ensure_future(process.stdout.read())
    try:
        async for line in process.stderr:
            yield line.decode("utf-8", "replace").rstrip()
        yield Ended(await process.wait(), await output)
    finally:
        if process.returncode is None:  # given up: let it clear its half files away
            process.send_signal(signal.SIGINT)
            try:
                await asyncio.wait_for(process.wait(), _PATIENCE)
            except TimeoutError:
                process.kill()
                await process.wait()
        output.cancel()
