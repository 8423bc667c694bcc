"""Networks learn from every script and from emoji, and no score depends on the apostrophe that was typed."""

import csv
import unicodedata
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from seqtui.corpora import Corpus
from seqtui.runs import Run
from seqtui.scoring import Scorer
from tests.conftest import representatives, seqtui

SUBJECTS = ("the film", "the soup", "our train", "this phone", "the room", "her song", "the match", "my bank")
WHEN = (
    "today",
    "yesterday",
    "last week",
    "again",
    "this morning",
    "at noon",
    "in May",
    "of course",
    "as usual",
)
FACES = {"good": ("😍", "👍🏽", "❤️", ":-)", "👨‍👩‍👧"), "bad": ("😡", "👎", "💔", ":-(", "🤮")}
SENTENCES = {
    "chinese": (
        ("这家店", "这个房间", "早餐", "服务员", "菜", "电影"),
        ("非常好", "很舒服", "好吃"),
        ("太差了", "很糟糕", "讨厌"),
    ),
    "thai": (
        ("ร้านนี้", "อาหาร", "ห้อง", "หนัง", "พนักงาน", "กาแฟ"),
        ("ดีมาก", "อร่อย", "สะอาด"),
        ("แย่มาก", "ช้า", "สกปรก"),
    ),
    "hindi": (
        ("यह फ़िल्म", "खाना", "कमरा", "सेवा", "गाना", "होटल"),
        ("अच्छी थी", "स्वादिष्ट था", "साफ़ था"),
        ("बुरी थी", "गंदा था", "धीमी थी"),
    ),
    "arabic": (
        ("الفِيلْم", "الطَّعَام", "الغُرْفَة", "الخِدْمَة", "القَهْوَة", "الفُنْدُق"),
        ("رَائِع", "جَمِيل", "لَذِيذ"),
        ("سَيِّئ", "بَطِيء", "قَذِر"),
    ),
}


def train(folder: Path, rows: list[tuple[str, str]]) -> float:
    """Train nb-ngrams on labelled texts with one command; return the test accuracy."""
    with (folder / "texts.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("text", "label"), *rows])
    options = ("--data", "texts.csv", "--architecture", "nb-ngrams", "--epochs", 8, "--batch-size", 16)
    seqtui("train", *options, "--validation-split", 0, "--name", "scripts", cwd=folder)
    metrics = Run(folder / "runs" / "scripts").metrics
    assert metrics is not None
    assert metrics.test_accuracy is not None
    return metrics.test_accuracy


def test_emoji_alone_tell_the_label(tmp_path: Path) -> None:
    rows = [
        (f"{subject} {when} {face}", label)
        for label, faces in FACES.items()
        for subject, when, face in product(SUBJECTS, WHEN, faces)
    ]
    assert train(tmp_path, rows) >= 0.99


@pytest.mark.parametrize("language", representatives(*SENTENCES, often=["chinese", "hindi"]))
def test_sentences_of_a_script_are_learned(tmp_path: Path, language: str) -> None:
    subjects, good, bad = SENTENCES[language]
    joint = "" if language in ("chinese", "thai") else " "
    rows = [
        (f"{subject}{joint}{opinion}{joint}{number}", label)
        for label, opinions in (("good", good), ("bad", bad))
        for subject, opinion, number in product(subjects, opinions, range(12))
    ]
    assert train(tmp_path, rows) >= 0.99


def test_no_score_depends_on_the_apostrophe(trained: Run, corpus: Corpus) -> None:
    scorer = Scorer(trained.onnx_path)
    texts = [text for text in corpus.test.texts[:600] if "'" in text]
    assert len(texts) > 300
    expected = scorer.probabilities(texts)
    for mark in "\u2019\u02bc\uff07":
        scores = scorer.probabilities([text.replace("'", mark) for text in texts])
        np.testing.assert_allclose(scores, expected, atol=1e-6)


def test_no_score_depends_on_the_normalization_form(trained: Run, corpus: Corpus) -> None:
    scorer = Scorer(trained.onnx_path)
    texts = [unicodedata.normalize("NFC", text) for text in corpus.test.texts if not text.isascii()][:300]
    decomposed = [unicodedata.normalize("NFD", text) for text in texts]
    assert sum(one != other for one, other in zip(texts, decomposed, strict=True)) > 100
    np.testing.assert_allclose(scorer.probabilities(decomposed), scorer.probabilities(texts), atol=1e-6)
