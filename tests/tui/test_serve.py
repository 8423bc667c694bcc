"""``seqtui serve``: over HTTP always, in a real browser where there is one."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[int]:
    """The port of a running ``seqtui serve``."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = [sys.executable, "-m", "seqtui", "serve", "--port", str(port), "--runs-dir", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port
        server.terminate()


def test_the_page_is_offered_on_loopback_alone(served: int) -> None:
    with urllib.request.urlopen(f"http://127.0.0.1:{served}/", timeout=20) as page:
        assert b"seqtui" in page.read()
    for line in Path("/proc/net/tcp").read_text().splitlines() if Path("/proc/net/tcp").exists() else []:
        found = re.match(rf"\s*\d+: ([0-9A-F]+):{served:04X} [0-9A-F]+:0000 0A", line)
        assert found is None or found[1] == "0100007F"


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here")
def test_a_browser_shows_the_app(served: int, tmp_path: Path) -> None:
    assert BROWSER
    picture = tmp_path / "app.png"
    browser = subprocess.run(
        [
            BROWSER, "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,800",
            f"--user-data-dir={tmp_path / 'profile'}", "--timeout=9000", f"--screenshot={picture}",
            f"http://127.0.0.1:{served}/",
        ],
        capture_output=True, text=True, timeout=90, env={**os.environ, "HOME": str(tmp_path)}, check=False,
    )  # fmt: skip
    assert picture.exists(), browser.stderr
    assert picture.stat().st_size > 20_000  # a page on which nothing was drawn is smaller
