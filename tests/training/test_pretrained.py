"""Training from pre-trained word vectors."""

from pathlib import Path

import numpy as np
import onnx
import pytest

from seqtui.runs import Run
from seqtui.runs.events import DataRead
from seqtui.scoring import Scorer
from tests.conftest import representatives, seqtui

SMALL = ("--limit", 60, "--epochs", 1, "--max-length", 40)


@pytest.fixture
def vectors(tmp_path: Path, trained: Run) -> Path:
    """A file with vectors of 8 dimensions, for every second word of the vocabulary."""
    words = trained.vocabulary_path.read_text(encoding="utf-8").splitlines()[2:400:2]
    values = np.random.default_rng(1).normal(size=(len(words), 8)).round(4)
    lines = [f"{word} {' '.join(map(str, row))}" for word, row in zip(words, values, strict=True)]
    (tmp_path / "vectors.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path / "vectors.txt"


def embedding_of(run: Run) -> np.ndarray:
    from seqtui.training.network import load_network

    return np.asarray(load_network(run).model.layers[0].get_weights()[0])


@pytest.mark.parametrize(
    "network", representatives("lstm", "textcnn", "transformer", "fasttext", often=["lstm"])
)
def test_frozen_vectors_are_those_of_the_file_and_are_exported(
    tmp_path: Path, vectors: Path, network: str
) -> None:
    options = ("--vectors", "vectors.txt", "--vectors-trainable", "no", "--name", "mine")
    seqtui("train", "--architecture", network, *SMALL, *options, cwd=tmp_path)
    run = Run(tmp_path / "runs" / "mine")
    assert run.recipe.network["embedding_dim"] == 8
    assert run.recipe.vectors == str(vectors)
    (data,) = (event for event in run.events() if isinstance(event, DataRead))
    assert any(note.startswith("word vectors: ") and "of 8 dimensions" in note for note in data.notes)
    in_file = {line.split()[0]: line.split()[1:] for line in vectors.read_text().splitlines()}
    words = run.vocabulary_path.read_text(encoding="utf-8").splitlines()
    embedding = embedding_of(run)
    known = [(index, word) for index, word in enumerate(words) if word in in_file]
    assert len(known) > 50
    for index, word in known:
        assert embedding[index] == pytest.approx(np.array(in_file[word], np.float32))
    vectors.unlink()
    seqtui("export", "mine", "--onnx", "--reviews", "all", cwd=tmp_path)
    assert len(Scorer(run.onnx_path).probabilities(["A fine film"])) == 1
    assert onnx.load(run.onnx_path)


@pytest.mark.parametrize("words_trainable", [True, False])
def test_pairs_of_words_are_trained_beside_frozen_words(words_trainable: bool) -> None:
    import tensorflow as tf

    from seqtui.architectures.word_pairs import MeanOfWordsAndPairs

    layer = MeanOfWordsAndPairs(vocabulary_size=5, buckets=7, size=2)
    layer.words_trainable = words_trainable
    ids = tf.constant([[2, 3, 4, 0]])
    with tf.GradientTape() as tape:
        total = tf.reduce_sum(layer(ids))
    rows = np.flatnonzero(tf.convert_to_tensor(tape.gradient(total, layer.vectors.value)).numpy().any(1))
    assert list(rows[rows < 5]) == ([2, 3, 4] if words_trainable else [])
    assert len(rows[rows >= 5])


def test_trainable_vectors_start_from_the_file_and_change(tmp_path: Path, vectors: Path) -> None:
    options = ("--epochs", 3, "--vectors", vectors, "--name", "mine")
    seqtui("train", "--architecture", "fasttext", *SMALL, *options, cwd=tmp_path)
    run = Run(tmp_path / "runs" / "mine")
    words = run.vocabulary_path.read_text(encoding="utf-8").splitlines()
    in_file = {line.split()[0]: line.split()[1:] for line in vectors.read_text().splitlines()}
    index, word = next((index, word) for index, word in enumerate(words) if word in in_file)
    start = np.array(in_file[word], np.float32)
    distance = float(np.abs(embedding_of(run)[index] - start).max())
    assert 0 < distance < 0.2


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (("--vectors", "none.txt"), "none.txt: No such file"),
        (("--vectors", "bad.txt"), "bad.txt, line 2: the number of values is 2, expected 3"),
        (("--vectors-trainable", "no"), "--vectors-trainable no: give the word vectors with --vectors FILE"),
        (("--vectors", "ok.txt", "--architecture", "nb-ngrams"), "--vectors: nb-ngrams has no word vectors"),
        (("--vectors", "ok.txt", "--set", "embedding_dim=5"), "ok.txt have 3 dimensions; leave it out"),
        (("--vectors", "foreign.txt"), "(0.0%) have a vector; is the file, of 2 rows, in another language?"),
    ],
)
def test_unsuitable_vectors_are_refused_in_one_line(
    tmp_path: Path, options: tuple[str, ...], line: str
) -> None:
    (tmp_path / "ok.txt").write_text("the 1 2 3\nfilm 1 2 3\n")
    (tmp_path / "bad.txt").write_text("the 1 2 3\nfilm 1 2\n")
    (tmp_path / "foreign.txt").write_text("xqxq 1 2 3\nzqzq 1 2 3\n")
    done = seqtui("train", *SMALL, *options, cwd=tmp_path, code=2)
    assert line in done.stderr.splitlines()[-1]
