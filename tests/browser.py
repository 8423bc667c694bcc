"""A headless Chromium, where one is installed."""

import shutil

_NAMES = ("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome")

BROWSER = next((path for name in _NAMES if (path := shutil.which(name))), None)
"""Path of the browser; None if there is none."""

FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
    "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
"""It runs as root, in containers, and looks up no host of its maker."""
