"""Apply the corrections of labels to a corpus."""

from collections import Counter
from dataclasses import replace

import msgspec

from seqtui.corpora.corpus import Corpus, Reviews
from seqtui.corpora.corrections import Correction, Corrections, text_digest
from seqtui.errors import InputError, nearest

_SHOWN = 5  # line numbers in a warning


def corrected(corpus: Corpus, corrections: Corrections) -> Corpus:
    """Return a corpus with corrected labels.

    Each review stays in its set, so runs with and without corrections are evaluated on the same texts.

    Args:
        corpus: The corpus.
        corrections: The corrections. The last one of a text applies to all its reviews whose label was
            corrected; a review with another label keeps it, which is reported.

    Raises:
        InputError: If a new label is not one of the source, or all reviews of a label are corrected.
    """
    decisions = {digest: done for digest, done in corrections.by_text.items() if done}
    _check_labels(corpus, corrections, decisions)
    index = {name: number for number, name in enumerate(corpus.class_names)}
    found, changed, other = set[str](), Counter[tuple[str, str]](), dict[int, str]()

    def relabelled(reviews: Reviews) -> Reviews:
        labels = reviews.labels.copy()
        for row, text in enumerate(reviews.texts):
            digest = text_digest(text)
            done = decisions.get(digest)
            if done is None:
                continue
            found.add(digest)
            label, last = corpus.class_names[labels[row]], done[-1]
            if label == last.new:
                continue
            if all(label != correction.old for correction in done):
                other[last.line] = label
                continue
            labels[row] = index[last.new]
            changed[label, last.new] += 1
        return Reviews(reviews.texts, labels)

    train, test = relabelled(corpus.train), relabelled(corpus.test)
    validation = None if corpus.validation is None else relabelled(corpus.validation)
    missing = sorted(done[-1].line for digest, done in decisions.items() if digest not in found)
    findings = msgspec.structs.replace(
        corpus.findings,
        corrections=str(corrections.path),
        corrected=[(old, new, count) for (old, new), count in changed.most_common()],
        warnings=[
            *corpus.findings.warnings,
            *corrections.warnings,
            *_unmatched(corrections, missing, other, decisions),
        ],
    )
    try:
        return replace(corpus, train=train, test=test, findings=findings, validation=validation)
    except InputError as error:
        raise InputError(f"{error} after the corrections of {corrections.path}") from error


def _check_labels(corpus: Corpus, corrections: Corrections, decisions: dict[str, list[Correction]]) -> None:
    for done in decisions.values():
        if done[-1].new not in corpus.class_names:
            raise InputError(
                f"{corrections.path}, line {done[-1].line}: {done[-1].new[:80]!r} is not a label of "
                f"{corpus.source}{nearest(done[-1].new, list(corpus.class_names))}; remove the line, "
                "or undo it with seqtui.undo_correction"
            )


def _unmatched(
    corrections: Corrections,
    missing: list[int],
    other: dict[int, str],
    decisions: dict[str, list[Correction]],
) -> list[str]:
    """Report corrections that did not apply."""
    warnings = []
    if missing:
        warnings.append(
            f"{corrections.path}: corrected texts that are not among these reviews: {len(missing):,} "
            f"({_line_numbers(missing)})"
        )
    if other:
        old = next(done[-1].old for done in decisions.values() if done[-1].line == min(other))
        warnings.append(
            f"{corrections.path}: corrections of another label, not applied: {len(other):,} "
            f"({_line_numbers(sorted(other))}: '{old}', in the source '{other[min(other)]}')"
        )
    return warnings


def _line_numbers(lines: list[int]) -> str:
    more = ", …" if len(lines) > _SHOWN else ""
    return f"line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines[:_SHOWN]))}{more}"
