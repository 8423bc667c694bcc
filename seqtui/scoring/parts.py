"""One part: from rows of a file to a file of scores."""

from pathlib import Path
from typing import Any

import msgspec

from seqtui.errors import SeqtuiError
from seqtui.scoring import Scorer, score_file
from seqtui.scoring.plan import Job, Part


class Outcome(msgspec.Struct):
    """What became of a part.

    Args:
        reviews: Scored and written.
        set_aside: Rows that could not be read.
        confusion: How often the first label was taken for the second, if true labels were asked for.
        unlabelled: Rows that do not tell theirs.
        attempts: How often it was attempts: more than once where a worker was lost on the way.
        error: Why there is none.
        exit_code: What that is to the command.
    """

    reviews: int = 0
    set_aside: int = 0
    confusion: list[list[int]] = msgspec.field(default_factory=list)
    unlabelled: int = 0
    attempts: int = 1
    error: str | None = None
    exit_code: int = 0


def errors_path(folder: Path, part: Part) -> Path:
    """Where a part's rows that cannot be read are set aside."""
    return folder / f".{part.name}.errors"


def score_part(scorer: Scorer, job: Job, part: Part, folder: Path) -> Outcome:
    """Score one part and write its file, which is there only when it is whole.

    Args:
        scorer: The exported file.
        job: What is asked for.
        part: Which rows.
        folder: Where to write.

    Returns:
        Counts, or the error: raised in a worker it would reach nobody in one piece.
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
            errors=errors_path(folder, part) if job.set_aside else None,
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
        done.set_aside,
        counts.counts.tolist() if counts else [],
        counts.unlabelled if counts else 0,
    )


def _schema(written: bytes | None) -> Any:
    if written is None:
        return None
    import pyarrow

    return pyarrow.ipc.read_schema(pyarrow.py_buffer(written))
