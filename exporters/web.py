"""Write an exported file as a web page that scores texts in the browser."""

import json
import logging
import shutil
from pathlib import Path

import platformdirs

from seqtui.errors import InputError
from seqtui.scoring import Scorer
from seqtui.storage.atomic import make_folder, replacing

VERSION = "1.30.0"
"""Version of onnxruntime-web that is downloaded."""

RUNTIME = {
    "ort.wasm.min.mjs": "219e6a1fc8a9938268d18efca3c91d310bd2f4a59bbd13744df5b2b7fc6cee3b",
    "ort-wasm-simd-threaded.mjs": "e13f7f94fc51b4ca72b12faeb1ee95f4ace6dfbc8939bc718aabdc0a27c4299b",
    "ort-wasm-simd-threaded.wasm": "3398c10d07d229bd91b364548e130e0e51a8e5704b88c7c083ebbeb78842dee2",
}
"""The files of onnxruntime-web that the page needs, with the SHA-256 digests of that version."""

_URL = f"https://cdn.jsdelivr.net/npm/onnxruntime-web@{VERSION}/dist/"
_PAGE = Path(__file__).parent / "page"


def write_web_folder(folder: Path, name: str, model: Path, runtime: Path) -> None:
    """Write a verified export as a folder for a web server.

    Args:
        folder: Folder to write, created if missing.
        name: Title of the page.
        model: The exported file, which is copied.
        runtime: Folder with the files of onnxruntime-web, see :func:`find_runtime`.

    Raises:
        InputError: If the folder cannot be written.
    """
    rule = Scorer(model).rule
    about = {"name": name, "labels": rule.class_names, "unsure": rule.unsure}
    copies = {
        **{path.name: path for path in _PAGE.iterdir()},
        **{file: runtime / file for file in RUNTIME},
        "model.onnx": model,
    }
    try:
        make_folder(folder, exist_ok=True)
        for file, path in copies.items():
            with replacing(folder / file) as temporary:
                shutil.copyfile(path, temporary)
        with replacing(folder / "model.json") as temporary:
            temporary.write_text(json.dumps(about, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise InputError(f"--web {folder}: cannot be written: {error.strerror}") from error


def find_runtime(start: Path | None = None) -> Path:
    """Return a folder with the files of onnxruntime-web.

    They are those of the npm package onnxruntime-web in ``node_modules``, where Node.js would find it;
    without one, they are downloaded once and checked.

    Args:
        start: Folder to search from, upwards. Default: the current folder.

    Raises:
        InputError: If there is no such package, and the files cannot be downloaded.
    """
    start = start or Path.cwd()
    for folder in (start, *start.parents):
        package = folder / "node_modules" / "onnxruntime-web" / "dist"
        if all((package / name).is_file() for name in RUNTIME):
            return package
    return _download()


def _download() -> Path:
    import pooch

    pooch.get_logger().setLevel(logging.ERROR)
    cache = platformdirs.user_cache_path("seqtui") / f"onnxruntime-web-{VERSION}"
    try:
        for name, digest in RUNTIME.items():
            pooch.retrieve(
                _URL + name,
                known_hash=f"sha256:{digest}",
                fname=name,
                path=cache,
                downloader=pooch.HTTPDownloader(progressbar=True, timeout=30),
            )
    except (ValueError, OSError) as error:  # a wrong checksum; requests' exceptions are OSErrors
        reason = "wrong checksum" if isinstance(error, ValueError) else type(error).__name__
        raise InputError(
            f"--web: cannot download onnxruntime-web to {cache} ({reason}); run 'npm install "
            f"onnxruntime-web@{VERSION}' in this folder, then export again"
        ) from error
    return cache
