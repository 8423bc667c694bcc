"""Classify the outcome of a command on a damaged file."""

import json
import math
import re

from tests.hostile.cases import Case
from tests.hostile.runner import Outcome

CATEGORIES = (
    "refused",
    "read, harmless",
    "traceback",
    "hang",
    "memory",
    "crash",
    "unclear",
    "partial file",
    "leak",
)
"""The first two are correct outcomes."""

_TRACEBACK = re.compile(r"Traceback \(most recent call last\)|a bug in seqtui|^Exception ", re.MULTILINE)
_ESCAPES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def classify(case: Case, outcome: Outcome) -> tuple[str, str]:
    """Return one of :data:`CATEGORIES` and the reason."""
    message = outcome.stderr.strip().rpartition("\n")[2]
    if outcome.killed:
        return (
            "hang" if outcome.killed == "time" else "memory"
        ), f"{outcome.seconds:.1f} s, {outcome.megabytes:.0f} MB"
    if outcome.code < 0:
        return "crash", f"signal {-outcome.code}"
    if found := _TRACEBACK.search(outcome.stdout + outcome.stderr):
        return "traceback", outcome.stderr[-1500:] if found else message
    if case.arguments[0] != "app" and (found := _ESCAPES.search(outcome.stdout + outcome.stderr)):
        return "leak", repr(found[0])
    if (case.folder / "executed").exists() or (case.folder.parent / "evil.txt").exists():
        return "leak", "it was executed"
    remaining = [path.name for path in case.folder.rglob(".*") if path.name not in (".stdout", ".stderr")]
    if remaining or (outcome.code and any(case.folder.glob("out.*"))):
        return "partial file", str(remaining)
    if outcome.code == 0:
        problem = _invalid_output(case, outcome)
        return ("unclear", problem) if problem else ("read, harmless", "")
    if case.kind == "recipe" and "nowhere" in message:
        return "read, harmless", ""
    expected = (2,) if case.arguments[0] not in ("watch", "train") else (1, 2)
    if outcome.code not in expected:
        return "unclear", f"exit code {outcome.code}: {message}"
    if case.file_name not in message and not (case.arguments[0] == "watch" and outcome.code == 1):
        return "unclear", f"does not name {case.file_name}: {message}"
    if len(message) > 1000:
        return "unclear", f"a line of {len(message)} characters"
    lines = outcome.stderr.strip().splitlines()
    if case.arguments[0] in ("score", "data", "runs") and len(lines) != 1:
        return "unclear", f"{len(lines)} lines on stderr"
    return "refused", message


def _invalid_output(case: Case, outcome: Outcome) -> str:
    """Return what is wrong with the output of a successful command, or an empty text."""
    if case.arguments[0] == "score" and "--json" in case.arguments:
        for line in outcome.stdout.splitlines()[:50]:
            probabilities = json.loads(line)["probabilities"].values()
            if not all(value is not None and 0 <= value <= 1 for value in probabilities):
                return f"probabilities {list(probabilities)}"
            if not math.isclose(sum(probabilities), 1, abs_tol=1e-3):
                return f"probabilities {list(probabilities)}"
    if "--json" in case.arguments and len(outcome.stdout) < 20_000:
        for line in outcome.stdout.splitlines():
            json.loads(line)
    return ""
