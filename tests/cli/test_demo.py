from functools import partial
from pathlib import Path

import pytest

from seqtui.cli import main
from seqtui.cli.demo import _REVIEWS
from seqtui.recipe import Recipe


def test_the_demo_does_it_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """On fewer reviews; ``make demo`` takes all of them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("seqtui.cli.demo.Recipe", partial(Recipe, limit=600, epochs=1))
    assert main(["demo"]) == 0
    told = capfd.readouterr().out
    assert "test accuracy" in told
    assert "verified on 198 test reviews" in told
    assert told.count("% ") >= len(_REVIEWS)
    assert "seqtui score runs/" in told
