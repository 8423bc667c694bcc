"""Write what ``seqtui data doctor`` has found as an HTML page."""

import os
from pathlib import Path
from typing import Any

from seqtui.curation.suspects import KINDS, Diagnosis, Suspect
from seqtui.errors import InputError
from seqtui.reporting import check_page_name
from seqtui.reporting.page import render
from seqtui.storage.atomic import replacing

MAX_SUSPECTS = 1000
"""Suspects on a page, so that a browser opens it at once."""

_MAX_EXCERPT = 300  # characters of a text that are always shown
_MAX_TEXT = 20_000  # characters of a text that can be shown


def write_diagnosis(diagnosis: Diagnosis, path: str | os.PathLike[str], limit: int = MAX_SUSPECTS) -> None:
    """Write the result of :func:`seqtui.diagnose` as an HTML page that loads no other files.

    The same result always gives the same bytes. Of paths, only names are written, as pages are passed on.

    Args:
        diagnosis: The result.
        path: The page to write, with the extension ``.html``.
        limit: Maximum number of suspects to list. Default: 1,000.

    Raises:
        InputError: If the page cannot be written.

    Example:
        >>> import seqtui
        >>> seqtui.write_diagnosis(seqtui.diagnose("reviews.csv"), "reviews.html")  # doctest: +SKIP
    """
    path = Path(path)
    check_page_name(path, "page")
    page = diagnosis_page(diagnosis, limit).encode()
    try:
        with replacing(path) as temporary:
            temporary.write_bytes(page)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error


def diagnosis_page(diagnosis: Diagnosis, limit: int = MAX_SUSPECTS) -> str:
    """Return the page of :func:`write_diagnosis`.

    Args:
        diagnosis: What was found.
        limit: Maximum number of suspects to list. Default: 1,000.
    """
    folder = f"{Path(diagnosis.source).parent}{os.sep}"
    folder = "" if folder == f".{os.sep}" else folder
    return render(
        "diagnosis.html",
        {},
        0,
        diagnosis=diagnosis,
        source=_without(folder, diagnosis.source),
        corrections=diagnosis.corrections.path.name,
        decided=sum(suspect.corrected is not None for suspect in diagnosis.suspects),
        notes=[_without(folder, note) for note in diagnosis.notes],
        kinds=KINDS,
        suspects=[_listed(suspect, folder) for suspect in diagnosis.suspects[:limit]],
    )


def _listed(suspect: Suspect, folder: str) -> dict[str, Any]:
    """Return what the page says about a suspect."""
    text = suspect.text
    return {
        "suspect": suspect,
        "where": _without(folder, suspect.where),
        "reason": _without(folder, suspect.reason),
        "excerpt": text[:_MAX_EXCERPT],
        "rest": text[_MAX_EXCERPT:_MAX_TEXT],
        "characters": len(text),
        "missing": max(0, len(text) - _MAX_TEXT),
    }


def _without(folder: str, text: str) -> str:
    return text.replace(folder, "") if folder else text
