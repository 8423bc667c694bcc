"""A session of labelling: which text comes next, what was answered, and how accurate the model is."""

from collections.abc import Sequence
from dataclasses import dataclass

from seqtui.corpora.corrections import text_digest
from seqtui.curation.labels import Answer, Kind, Labels, is_sampled
from seqtui.curation.suggestions import Request, Suggestions

FIRST_ROUND = 20
"""Number of labels before the model is trained for the first time."""

_ROUND = 10  # answers between two rounds, at least
_GROWTH = 20  # and one of so many labels
_CHOSEN = 50  # texts of a round
_LAST = 100  # guesses of an estimate
_EVERY = 5  # one of so many texts that are shown is drawn at random


@dataclass(frozen=True)
class Estimate:
    """Accuracy of the model's guesses about texts drawn at random, made before they were labelled.

    Args:
        answers: Number of answers so far.
        correct: Number of correct guesses.
        texts: Number of guesses.
    """

    answers: int
    correct: int
    texts: int


class Labelling:
    """A session of labelling.

    A fifth of the texts, chosen by their digests, is a random sample. Every fifth text that is shown comes
    from it. The model predicts these before their labels are known, so the share of correct guesses is an
    unbiased estimate of its accuracy. The others are chosen by the model; until there is one, they come in
    random order.

    Args:
        texts: The texts, all different.
        labels: The file of labels. Labels that the source has count like answers.
        relabel: Ask about texts with such a label, too. Default: False.

    Attributes:
        texts: The texts.
        labels: The file of labels.
        current: Index of the text to label, or None if all are done.
    """

    def __init__(self, texts: Sequence[str], labels: Labels, *, relabel: bool = False) -> None:
        self.texts = texts
        self.labels = labels
        self._digests = [text_digest(text) for text in texts]
        self._index = {digest: index for index, digest in enumerate(self._digests)}
        self._given = self._index.keys() & labels.given.keys()
        shuffled = sorted(
            (i for i, digest in enumerate(self._digests) if relabel or digest not in self._given),
            key=self._digests.__getitem__,
        )
        self._sample = [index for index in shuffled if is_sampled(self._digests[index])]
        self._others = [index for index in shuffled if not is_sampled(self._digests[index])]
        self._chosen: list[int] = []
        self._suggestions: Suggestions | None = None
        self._skipped: set[int] = set()  # in this session
        self._shown = 0
        self.current: int | None = None
        self.current = self._next()

    @property
    def labelled(self) -> int:
        """Number of texts with a label."""
        answers = self.labels.answers.items()
        answered = sum(answer.kind == "label" and digest in self._index for digest, answer in answers)
        changed = sum(answer.kind != "skip" and digest in self._given for digest, answer in answers)
        return answered + len(self._given) - changed

    @property
    def given(self) -> str | None:
        """Label that the current text has in the source, or None."""
        return None if self.current is None else self.labels.given.get(self._digests[self.current])

    @property
    def guess(self) -> tuple[str, float] | None:
        """Predicted label of the current text and its probability; None without a model."""
        if self._suggestions is None or self.current is None:
            return None
        predicted = self._suggestions.predicted[self.current]
        return self.labels.names[predicted], self._suggestions.probabilities[self.current]

    @property
    def skipped(self) -> int:
        """Number of texts that were skipped in this session."""
        return len(self._skipped)

    @property
    def next_round(self) -> int:
        """Number of labels that the model waits for before it is trained; 0 once it was."""
        return 0 if self._suggestions else max(0, FIRST_ROUND - self.labelled)

    def answer(self, kind: Kind, label: str | None = None, *, shown: bool = False) -> None:
        """Record an answer about the current text and go to the next one.

        Args:
            kind: Kind of answer.
            label: The label, if it is one.
            shown: Whether the guess was shown before.

        Raises:
            InputError: If the label is none of those to choose from.
            OSError: If the answer cannot be written. The text stays the current one.
        """
        if self.current is None:
            return
        guess = self.guess
        answer = Answer(kind=kind, label=label, guess=guess and guess[0], shown=shown)
        self.labels.add(self.texts[self.current], answer)
        if kind == "skip":
            self._skipped.add(self.current)
        self.current = self._next()

    def undo(self) -> bool:
        """Withdraw the last answer, also one of an earlier session, and go back to its text.

        Returns:
            Whether there was one.

        Raises:
            OSError: If this cannot be written.
        """
        digest = self.labels.undo()
        if digest is None:
            return False
        index = self._index.get(digest)
        if index is None:  # a text that is not in the source any more
            return True
        self._skipped.discard(index)
        self.current = index
        return True

    def request(self) -> Request | None:
        """Return what to ask the model, or None if a round would not pay yet."""
        labelled, before = self.labelled, self._suggestions.labels if self._suggestions else 0
        wanted = max(_ROUND, labelled // _GROWTH) if before else 1
        if labelled < FIRST_ROUND or abs(labelled - before) < wanted:
            return None
        names = {name: index for index, name in enumerate(self.labels.names)}
        found = [
            (index, names[label])
            for index, digest in enumerate(self._digests)
            if (label := self.labels.label_of(digest)) is not None
        ]
        if len({label for _, label in found}) < 2:
            return None
        return Request(
            rows=[index for index, _ in found],
            labels=[label for _, label in found],
            num_classes=len(names),
            candidates=[i for i in self._others if i != self.current and self._is_open(i)],
            count=_CHOSEN,
        )

    def reload(self) -> None:
        """Go back to what the file contains, after an answer could not be written.

        Raises:
            InputError: If the file cannot be read.
        """
        self.labels.reload()
        self.current = self._next()

    def take(self, suggestions: Suggestions) -> None:
        """Use the texts that the model has chosen, and its predictions."""
        self._suggestions = suggestions
        self._chosen = suggestions.chosen

    def estimates(self) -> list[Estimate]:
        """Return the accuracy of the guesses about the texts drawn at random, after each of them.

        Each estimate is that of the last 100 guesses at most, because the model gets better. Answers after
        the guess was shown do not count, because it may have influenced them.
        """
        correct: list[bool] = []
        found = []
        for answers, digest in enumerate(self.labels.history, 1):
            answer = self.labels.answers[digest]
            if answer.label and answer.guess and not answer.shown and is_sampled(digest):
                correct.append(answer.guess == answer.label)
                last = correct[-_LAST:]
                found.append(Estimate(answers, sum(last), len(last)))
        return found

    def _is_open(self, index: int) -> bool:
        answer = self.labels.answers.get(self._digests[index])
        return index not in self._skipped and (answer is None or answer.kind == "skip")

    def _next(self) -> int | None:
        """Return the next text: every fifth one from the sample, the others from the model's choice."""
        self._shown += 1
        queues = (self._chosen, self._others, self._sample)
        if self._shown % _EVERY == 0:
            queues = (self._sample, self._chosen, self._others)
        return next((index for queue in queues for index in queue if self._is_open(index)), None)
