from functools import partial
from pathlib import Path

import pytest

from seqtui.cli import main
from seqtui.cli.demo import _REVIEWS
from seqtui.recipe import Recipe


def test_the_demo_trains_exports_and_scores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Use fewer reviews than ``make demo``."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("seqtui.cli.demo.Recipe", partial(Recipe, limit=600, epochs=1))
    assert main(["demo"]) == 0
    output = capfd.readouterr().out
    assert "test accuracy" in output
    assert "verified on 198 test reviews" in output
    assert output.count("% ") >= len(_REVIEWS)
    assert "seqtui score runs/" in output
