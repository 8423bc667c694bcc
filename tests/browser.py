"""The installed Chromium, and its flags for headless tests."""

import shutil

_NAMES = ("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome")

BROWSER = next((path for name in _NAMES if (path := shutil.which(name))), None)
"""Path of the browser, or None if none is installed."""

FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
    "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
"""Flags to run as root and in containers, without background requests."""
