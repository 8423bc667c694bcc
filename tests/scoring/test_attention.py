"""Attention of exported networks."""

import msgspec
import numpy as np
import pytest

from seqtui.errors import InputError
from seqtui.runs import Run
from seqtui.runs.parity import Parity
from seqtui.scoring.explain import attended
from seqtui.scoring.scorer import Scorer
from tests.conftest import seqtui

TEXT = "This is not a good film, it is a very good film indeed"


@pytest.fixture(scope="module")
def scorer(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Scorer:
    folder = tmp_path_factory.mktemp("attention")
    small = ("--limit", 100, "--epochs", 1, "--max-length", 10, "--name", "mine")
    seqtui("train", "--architecture", request.param, "--pooling", "attention", *small, cwd=folder)
    seqtui("export", "mine", "--onnx", "--reviews", "all", cwd=folder)
    return Scorer(Run(folder / "runs" / "mine").onnx_path)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("scorer", "positions"),
    [pytest.param("lstm", 10, marks=pytest.mark.thorough), ("cnn-lstm", 5)],
    indirect=["scorer"],
)
def test_the_weights_add_up_to_one_and_belong_to_the_words_that_are_read(
    scorer: Scorer, positions: int
) -> None:
    weights = scorer.attention(TEXT)
    assert weights.shape == (positions,)
    assert weights.sum() == pytest.approx(1, abs=1e-5)
    parts = attended(scorer, TEXT)
    read = " ".join(TEXT.split()[-10:])
    assert [TEXT[part.start : part.end] for part in parts] == (
        read.replace(",", "").split()
        if positions == 10
        else ["a good", "film, it", "is a", "very good", "film indeed"]
    )
    assert np.mean([part.push for part in parts]) == pytest.approx(1, abs=1e-4)
    assert attended(scorer, "") == []
    parity = msgspec.json.decode(scorer.metadata["parity"], type=Parity)
    assert parity.attention_difference is not None  # beside Keras, on an empty review and 50 others
    assert parity.attention_difference < 1e-5


def test_other_networks_have_none(trained: Run) -> None:
    with pytest.raises(InputError, match="this network has no attention"):
        attended(Scorer(trained.onnx_path), TEXT)
