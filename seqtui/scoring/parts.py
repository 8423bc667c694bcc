"""Score one part of a file into one output file."""

from pathlib import Path
from typing import Any

import msgspec

from seqtui.errors import SeqtuiError
from seqtui.scoring import Scorer, score_file
from seqtui.scoring.plan import Job, Part


class Outcome(msgspec.Struct):
    """Result of scoring a part.

    Args:
        reviews: Reviews scored and written. Default: 0.
        rejected: Rows that could not be read. Default: 0.
        confusion: Counts of true (rows) and predicted (columns) classes, if there are labels. Default: empty.
        unlabelled: Rows without a label. Default: 0.
        attempts: Times that scoring was started: more than one if a worker was lost. Default: 1.
        error: Error message, if scoring failed. Default: None.
        exit_code: Exit code of the command after the error. Default: 0.
    """

    reviews: int = 0
    rejected: int = 0
    confusion: list[list[int]] = msgspec.field(default_factory=list)
    unlabelled: int = 0
    attempts: int = 1
    error: str | None = None
    exit_code: int = 0


def errors_path(folder: Path, part: Part) -> Path:
    """Return the path of the file for a part's rows that cannot be read."""
    return folder / f".{part.name}.errors"


def score_part(scorer: Scorer, job: Job, part: Part, folder: Path) -> Outcome:
    """Score one part and write its output file, which appears only when it is complete.

    Args:
        scorer: Scorer of the exported file.
        job: Settings of all parts.
        part: Rows to score.
        folder: Folder of the output file.

    Returns:
        Counts, or the error. Exceptions are not raised, because Ray would wrap them.
    """
    try:
        done = score_file(
            scorer,
            part.source,
            folder / part.name,
            text_column=job.text_column,
            label_column=job.label_column,
            normalize_labels=job.normalize_labels,
            layout=part.layout,
            errors=errors_path(folder, part) if job.skip_rejected else None,
            formulas=job.formulas,
            span=part.span,
            schema=_schema(job.schema),
        )
    except SeqtuiError as error:
        return Outcome(error=str(error), exit_code=error.exit_code)
    except OSError as error:  # a full disk
        return Outcome(error=f"{error.filename or folder}: {error.strerror or error}", exit_code=1)
    counts = done.evaluation
    return Outcome(
        done.reviews,
        done.rejected,
        counts.counts.tolist() if counts else [],
        counts.unlabelled if counts else 0,
    )


def _schema(serialized: bytes | None) -> Any:
    if serialized is None:
        return None
    import pyarrow

    return pyarrow.ipc.read_schema(pyarrow.py_buffer(serialized))
