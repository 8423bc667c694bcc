"""What to think of how a command took a spoiled file."""

import json
import math
import re

from tests.hostile.house import Case
from tests.hostile.lab import Outcome

VERDICTS = (
    "refused",
    "read, harmless",
    "traceback",
    "hang",
    "memory",
    "crash",
    "unclear",
    "half file",
    "leak",
)
"""The first two are good."""

_TRACEBACK = re.compile(r"Traceback \(most recent call last\)|a defect of seqtui|^Exception ", re.MULTILINE)
_ESCAPES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def judge(case: Case, outcome: Outcome) -> tuple[str, str]:
    """A verdict of :data:`VERDICTS`, and what speaks for it."""
    said = outcome.stderr.strip().rpartition("\n")[2]
    if outcome.killed:
        return (
            "hang" if outcome.killed == "time" else "memory"
        ), f"{outcome.seconds:.1f} s, {outcome.megabytes:.0f} MB"
    if outcome.code < 0:
        return "crash", f"signal {-outcome.code}"
    if found := _TRACEBACK.search(outcome.stdout + outcome.stderr):
        return "traceback", outcome.stderr[-1500:] if found else said
    if case.arguments[0] != "app" and (found := _ESCAPES.search(outcome.stdout + outcome.stderr)):
        return "leak", repr(found[0])
    if (case.folder / "executed").exists() or (case.folder.parent / "evil.txt").exists():
        return "leak", "it was executed"
    left = [path.name for path in case.folder.rglob(".*") if path.name not in (".stdout", ".stderr")]
    if left or (outcome.code and list(case.folder.glob("out.*"))):
        return "half file", str(left)
    if outcome.code == 0:
        problem = _insane(case, outcome)
        return ("unclear", problem) if problem else ("read, harmless", "")
    if case.kind == "recipe" and "nowhere" in said:
        return "read, harmless", ""
    right = (2,) if case.arguments[0] not in ("watch", "train") else (1, 2)
    if outcome.code not in right:
        return "unclear", f"exit code {outcome.code}: {said}"
    if case.names not in said and not (case.arguments[0] == "watch" and outcome.code == 1):
        return "unclear", f"does not name {case.names}: {said}"
    if len(said) > 1000:
        return "unclear", f"a line of {len(said)} characters"
    lines = outcome.stderr.strip().splitlines()
    if case.arguments[0] in ("score", "data", "runs") and len(lines) != 1:
        return "unclear", f"{len(lines)} lines on stderr"
    return "refused", said


def _insane(case: Case, outcome: Outcome) -> str:
    """What is wrong with the result of a command that found nothing wrong."""
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
