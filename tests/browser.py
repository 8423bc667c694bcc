"""The installed Chromium, and a web server for the pages that tests open in it."""

import http.server
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

NODE_MODULES = Path(__file__).parents[1] / ".venv/node_modules"
"""Where 'make test' installs onnxruntime-node and onnxruntime-web."""

_NAMES = ("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome")

BROWSER = next((path for name in _NAMES if (path := shutil.which(name))), None)
"""Path of the browser, or None if none is installed."""

FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
    "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
"""Flags to run as root and in containers, without background requests."""


class _Server(http.server.ThreadingHTTPServer):
    """A web server for one folder.

    Args:
        folder: Folder to serve.
        headers: HTTP headers of every answer.
    """

    def __init__(self, folder: Path, headers: Mapping[str, str]) -> None:
        super().__init__(("127.0.0.1", 0), lambda *arguments: _Page(*arguments, directory=str(folder)))
        self.headers = headers
        self.posted: Any = None


class _Page(http.server.SimpleHTTPRequestHandler):
    """Serve a folder and store the data that its page posts."""

    server: _Server

    def end_headers(self) -> None:
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.posted = json.loads(body)
        self.send_response(204)
        self.end_headers()
        threading.Thread(target=self.server.shutdown).start()

    def log_message(self, *_: object) -> None:
        """Print nothing."""


def posted_by(folder: Path, headers: Mapping[str, str] | None = None) -> Any:
    """Serve a folder, open it in Chromium and return the JSON that its page posts to ``/``.

    Args:
        folder: Folder with an ``index.html``.
        headers: HTTP headers of every answer. Default: none.
    """
    with _Server(folder, headers or {}) as server:
        command = [str(BROWSER), *FLAGS, f"--user-data-dir={folder / 'profile'}"]
        with subprocess.Popen(
            [*command, f"http://127.0.0.1:{server.server_port}/"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "HOME": str(folder)},
        ) as browser:  # fmt: skip
            server.serve_forever()  # until the page has posted
            browser.terminate()
        return server.posted
