"""A file of reviews to a file of scores."""

import csv
from collections.abc import Callable
from pathlib import Path

from seqtui.errors import InputError
from seqtui.files import replacing
from seqtui.scoring.reading import read_reviews
from seqtui.scoring.scorer import Scorer


def score_file(
    scorer: Scorer,
    source: Path,
    output: Path,
    text_column: str | None = None,
    on_progress: Callable[[int, int], None] = lambda *_: None,
) -> int:
    """Score a file of reviews and write label, probability and review as CSV, in order.

    Args:
        scorer: The exported file.
        source: Reviews: one a line, or CSV.
        output: The CSV file to write; there only when it is whole.
        text_column: As for :func:`read_reviews`.
        on_progress: Told how many of how many reviews are scored; what it raises ends the work.

    Returns:
        How many reviews were scored.

    Raises:
        InputError: If the reviews cannot be read or the scores not be written.
    """
    if output.exists() and output.samefile(source):
        raise InputError(f"{output}: these are the reviews themselves; choose another file for the scores")
    count = sum(1 for _ in read_reviews(str(source), text_column))
    try:
        with replacing(output) as beside, beside.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["label", "probability", "text"])
            done = 0
            for text, score in scorer.stream(read_reviews(str(source), text_column)):
                writer.writerow([score.label, f"{score.probability:.6f}", text])
                done += 1
                if done % 64 == 0 or done == count:
                    on_progress(done, count)
            file.flush()
    except OSError as error:
        raise InputError(f"{output}: cannot be written: {error.strerror}") from error
    return done
