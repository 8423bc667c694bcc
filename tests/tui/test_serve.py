"""``seqtui serve``, over HTTP and in a real browser if one is installed."""

import asyncio
import base64
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest

from tests.browser import BROWSER, FLAGS
from tests.conftest import TIMEOUT


@pytest.fixture
def served(tmp_path: Path) -> Iterator[int]:
    """The port of a running ``seqtui serve``."""
    port = free_port()
    command = [sys.executable, "-m", "seqtui", "serve", "--port", str(port), "--runs-dir", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        while server.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port
        server.terminate()


def test_the_page_is_served_on_loopback_only(served: int) -> None:
    with urllib.request.urlopen(f"http://127.0.0.1:{served}/", timeout=TIMEOUT) as page:
        assert b"seqtui" in page.read()
    for line in Path("/proc/net/tcp").read_text().splitlines() if Path("/proc/net/tcp").exists() else []:
        found = re.match(rf"\s*\d+: ([0-9A-F]+):{served:04X} [0-9A-F]+:0000 0A", line)
        assert found is None or found[1] == "0100007F"


def free_port() -> int:
    """Return an unused port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


async def drawn(debugger: int, least: int) -> bytes:
    """Return a screenshot of the page in the browser, once it is larger than that of an empty page."""
    screenshot = b""
    async with aiohttp.ClientSession() as session:
        for _ in range(300):
            await asyncio.sleep(0.2)
            try:
                async with session.get(f"http://127.0.0.1:{debugger}/json") as answer:
                    pages = [page for page in await answer.json() if page["type"] == "page"]
                async with session.ws_connect(pages[0]["webSocketDebuggerUrl"], max_msg_size=0) as page:
                    await page.send_json({"id": 1, "method": "Page.captureScreenshot"})
                    screenshot = base64.b64decode((await page.receive_json())["result"]["data"])
            except (aiohttp.ClientError, IndexError, KeyError, TypeError):
                continue
            if len(screenshot) > least:
                break
    return screenshot


@pytest.mark.skipif(BROWSER is None, reason="Chromium is not installed")
async def test_a_browser_shows_the_app(served: int, tmp_path: Path) -> None:
    assert BROWSER
    debugger = free_port()
    with subprocess.Popen(
        [
            BROWSER, *FLAGS, "--window-size=1280,800",
            f"--user-data-dir={tmp_path / 'profile'}", f"--remote-debugging-port={debugger}",
            f"http://127.0.0.1:{served}/",
        ],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "HOME": str(tmp_path)},
    ) as browser:  # fmt: skip
        screenshot = await drawn(debugger, 40_000)  # an empty page has 11,000 bytes
        browser.terminate()
    output = os.environ.get("SEQTUI_BROWSER_PICTURE")
    if output:
        Path(output).write_bytes(screenshot)
    assert len(screenshot) > 40_000
