"""A session of labelling with the light model, in this process and in its own."""

from pathlib import Path

import numpy as np
import pytest

from seqtui.corpora import Corpus
from seqtui.corpora.corrections import text_digest
from seqtui.curation.labelling import FIRST_ROUND, Labelling
from seqtui.curation.labels import Answer, Labels, is_sampled
from seqtui.curation.selection import TextModel
from seqtui.curation.suggestions import Request, Suggester, suggest
from seqtui.errors import SeqtuiError


@pytest.fixture(scope="module")
def known(corpus: Corpus) -> dict[str, str]:
    small = corpus.limited(600).train
    return {
        text[:400]: corpus.class_names[label] for text, label in zip(small.texts, small.labels, strict=True)
    }


def session_of(known: dict[str, str], folder: Path) -> Labelling:
    return Labelling(list(known), Labels.open(folder / "labels.jsonl", ["negative", "positive"]))


def sampled(session: Labelling, index: int) -> bool:
    return is_sampled(text_digest(session.texts[index]))


def test_a_session(known: dict[str, str], tmp_path: Path) -> None:
    session = session_of(known, tmp_path)
    model = TextModel(session.texts)
    order = list[int]()
    requests = list[Request]()
    while len(order) < 150:
        assert session.current is not None
        order.append(session.current)
        session.answer("label", known[session.texts[session.current]])
        if request := session.request():
            requests.append(request)
            session.take(suggest(model, request))
            assert not any(sampled(session, row) for row in request.candidates)
            assert set(request.rows) == set(order)
            assert not set(request.candidates) & {*order, session.current}
    assert len(set(order)) == session.labelled == 150
    assert all(sampled(session, index) for index in order[4::5])
    assert not any(sampled(session, index) for number, index in enumerate(order, 1) if number % 5)
    assert [len(request.rows) for request in requests][:3] == [
        FIRST_ROUND,
        FIRST_ROUND + 10,
        FIRST_ROUND + 20,
    ]
    guesses = [session.labels.of(session.texts[index]) for index in order[4::5]]
    made = [answer for answer in guesses if answer is not None and answer.guess is not None]
    assert len(made) == (150 - FIRST_ROUND) / 5
    estimates = session.estimates()
    assert (estimates[-1].answers, estimates[-1].texts) == (150, len(made))
    assert estimates[-1].correct == sum(answer.guess == answer.label for answer in made)
    assert session_of(known, tmp_path).estimates() == estimates
    probabilities = model.fit_predict(requests[-1].rows, requests[-1].labels, 2)
    uncertain = np.sort(probabilities, axis=1)[:, 1]
    chosen = suggest(model, requests[-1]).chosen
    assert len(chosen) == 50
    assert uncertain[chosen].max() <= np.sort(uncertain[requests[-1].candidates])[3 * 50]
    guess = session.guess
    assert guess is not None
    assert guess[0] in ("negative", "positive")


def test_undo_skip_and_resume(known: dict[str, str], tmp_path: Path) -> None:
    session = session_of(known, tmp_path)
    assert not session.undo()
    first = session.current
    session.answer("label", "positive")
    second = session.current
    session.answer("unsure")
    third = session.current
    session.answer("skip")
    assert len({first, second, third, session.current}) == 4
    assert session.undo()
    assert session.current == third
    session.answer("skip")
    after = session.current
    again = session_of(known, tmp_path)
    assert again.labelled == 1
    assert again.current == third != after  # skipped texts come again in the next session
    for expected in (third, second, first):
        assert again.undo()
        assert again.current == expected
    assert again.labelled == 0


def test_all_texts_are_shown_once(tmp_path: Path) -> None:
    known = {f"text number {number}": ("negative", "positive")[number % 2] for number in range(40)}
    session = session_of(known, tmp_path)
    seen = list[int]()
    while session.current is not None:
        seen.append(session.current)
        session.answer("label", known[session.texts[session.current]])
    assert sorted(seen) == list(range(40))
    session.answer("skip")
    assert session.labelled == 40
    assert session.guess is None


def test_nothing_is_recorded_that_could_not_be_written(known: dict[str, str], tmp_path: Path) -> None:
    session = session_of(known, tmp_path)
    session.answer("label", "positive")
    current = session.current

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    session.labels.append = full
    with pytest.raises(OSError, match="No space"):
        session.answer("label", "negative")
    with pytest.raises(OSError, match="No space"):
        session.undo()
    assert (session.current, session.labelled, len(session.labels.history)) == (current, 1, 1)


def test_the_process_suggests_the_same_as_the_model(known: dict[str, str]) -> None:
    texts = [*known, "lone \ud800 surrogate"]
    labels = [("negative", "positive").index(label) for label in known.values()]
    request = Request(
        rows=list(range(60)),
        labels=labels[:60],
        num_classes=3,
        candidates=list(range(60, len(texts))),
        count=10,
    )
    suggester = Suggester(texts)
    try:
        suggester.prepare()
        suggestions = suggester.suggest(request)
        assert suggestions == suggest(TextModel([*known, "lone ? surrogate"]), request)
        assert len(set(suggestions.chosen)) == 10
        assert suggester.suggest(request) == suggestions
    finally:
        suggester.close()
    with pytest.raises(SeqtuiError, match="has ended"):
        suggester.suggest(request)


def test_texts_without_common_words() -> None:
    texts = ["alpha", "beta", "...", "gamma delta"]
    model = TextModel(texts)
    probabilities = model.fit_predict([0, 1], [0, 2], 3)
    assert probabilities.shape == (4, 3)
    assert probabilities[:, 1].tolist() == [0] * 4
    assert sorted(model.choose(probabilities, [2, 3], 5)) == [2, 3]


def test_of_similar_texts_one_is_chosen() -> None:
    same = [f"the delivery was late, as always {number}" for number in range(8)]
    texts = [*same, "a fine film", "a bad film", "warm soup", "cold soup"]
    model = TextModel(texts)
    probabilities = np.full((len(texts), 2), 0.5, np.float32)
    chosen = model.choose(probabilities, range(len(texts)), 6)
    assert len(set(chosen) & set(range(8))) == 1
    assert {8, 9} & set(chosen)


def test_answers_after_the_guess_was_shown_are_not_part_of_the_estimate(tmp_path: Path) -> None:
    labels = Labels.open(tmp_path / "t.labels.jsonl", ["a", "b"])
    texts = [text for text in (f"text {number}" for number in range(60)) if is_sampled(text_digest(text))]
    labels.add(texts[0], Answer(kind="label", label="a", guess="a", shown=True))
    labels.add(texts[1], Answer(kind="label", label="a", guess="b"))
    (estimate,) = Labelling(texts, labels).estimates()
    assert (estimate.correct, estimate.texts) == (0, 1)
