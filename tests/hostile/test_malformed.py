"""A few inputs of each kind of benchmarks/malformed.py."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from seqtui.runs import Run
from tests.hostile.cases import CaseFactory
from tests.hostile.outcomes import classify
from tests.hostile.runner import CommandRunner

_EACH = 6
_KINDS = [
    "CSV", "TSV", "JSON lines", "Parquet", "text lines", "gzip, Zstandard", "TOML", "corrections",
    "predictions", "tar.gz", "ONNX", "recipe of a run", "events.jsonl", "metrics.json", "trainer.log",
]  # fmt: skip


@pytest.fixture(scope="module")
def runner() -> Iterator[CommandRunner]:
    with CommandRunner("seqtui.scoring.files", "seqtui.tables.parquet", "seqtui.corpora.describe") as runner:
        yield runner


@pytest.fixture(scope="module")
def factory(trained: Run, tmp_path_factory: pytest.TempPathFactory) -> CaseFactory:
    return CaseFactory(trained, tmp_path_factory.mktemp("cases"), heavy=False)


@pytest.mark.parametrize("kind", _KINDS)
def test_malformed_input_is_refused_in_one_line_or_harmless(
    runner: CommandRunner, factory: CaseFactory, kind: str
) -> None:
    for case in factory.cases(kind, _EACH, seed=2):
        category, reason = classify(case, runner.run(case.folder, case.arguments))
        assert category in ("refused", "read, harmless"), (category, case.how, case.arguments, reason)


def test_files_of_a_newer_version_are_reported(trained: Run, tmp_path: Path, runner: CommandRunner) -> None:
    newer = tmp_path / "runs" / "newer"
    newer.mkdir(parents=True)
    recipe = trained.recipe_path.read_text()
    (newer / "recipe.toml").write_text(recipe)
    (newer / "events.jsonl").write_text(
        '{"event": "started", "time": 1, "run": "r", "process_id": 1, "version": "99.1", "gpu": 1}\n'
        '{"event": "energy", "joules": 3}\n'
        '{"event": "finished", "run": "r", "held_out_accuracy": 0.9, "best_epoch": 1, "seconds": 2}\n'
    )
    outcome = runner.run(tmp_path, ("watch", "newer", "--once"))
    assert outcome.code == 0
    assert "trained by a newer version of seqtui (99.1)" in outcome.stderr
    assert "finished after 2 s, test accuracy 90.00%" in outcome.stdout
    (newer / "recipe.toml").write_text(recipe + 'precision = "bfloat16"\n')
    outcome = runner.run(tmp_path, ("watch", "newer", "--once"))
    assert outcome.code == 2
    assert "unknown setting 'precision'" in outcome.stderr
    assert "it may be from a newer version of seqtui" in outcome.stderr
