"""Panel of an evaluated review: labels, decision, and words coloured by their influence."""

from textual import work
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import get_current_worker

from seqtui.curation.mistakes import EvaluatedReview
from seqtui.errors import SeqtuiError
from seqtui.runs import Run
from seqtui.scoring.explain import Influence, explain, explained_label
from seqtui.scoring.exported import scorer_of
from seqtui.scoring.scorer import Score, Scorer
from seqtui.terminal.sanitize import printable
from seqtui.tui.widgets.review import MAX_LABEL, ReviewPanel
from seqtui.tui.widgets.words import highlight_words

_PAUSE = 0.2  # seconds without a key before a review is explained


class EvaluatedPanel(ReviewPanel):
    """Panel with one review, whose words are coloured after a pause.

    Args:
        run: Run whose exported file explains the review.
    """

    def __init__(self, run: Run, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._run = run
        self._review: EvaluatedReview | None = None
        self._scorer: Scorer | None = None
        self._timer: Timer | None = None

    def show(self, review: EvaluatedReview | None, class_names: tuple[str, ...]) -> None:
        """Show a review, and explain it after a pause.

        Args:
            review: The review; None if none fits.
            class_names: The labels, in the order of their keys.
        """
        is_new = review is None or self._review is None or review.text != self._review.text
        self._review = review
        if review is None:
            self.show_nothing()
            return
        about = Content.assemble(
            "label ", (printable(review.label, MAX_LABEL), "bold"),
            ", predicted ", (printable(review.predicted, MAX_LABEL), "bold"),
            f" {review.probability:.1%}, {review.tokens:,} tokens",
        )  # fmt: skip
        self.show_decision(review, [about], class_names)
        if is_new:
            self.show_text(review.text)
            self.explain()

    def explain(self) -> None:
        """Explain the review after a pause."""
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self._start)

    def _start(self) -> None:
        if self._review is not None:
            self._explain(self._review.text)

    @work(thread=True, exclusive=True, group="explain", exit_on_error=False)
    def _explain(self, text: str) -> None:
        worker = get_current_worker()
        try:
            scorer = self._scorer = self._scorer or scorer_of(self._run)
            score, influences = explain(scorer, text)
        except (SeqtuiError, OSError) as error:
            if not worker.is_cancelled:
                self.call_later(self._show_words, text, str(error), [])
            return
        if not worker.is_cancelled:
            self.call_later(self._show_words, text, score, influences)

    def _show_words(self, text: str, score: Score | str, influences: list[Influence]) -> None:
        if not self.is_attached or self._review is None or self._review.text != text:
            return
        if isinstance(score, str):
            how = f"{printable(score, 300)}\nx: export it, to see what its words do"
            legend = Content.styled(how, "$text-muted")
        else:
            legend = Content.assemble(
                "words that ", ("raise", "$success bold"), " and ", ("lower", "$error bold"),
                f" '{printable(explained_label(score), 20)}':",
            )  # fmt: skip
        words = highlight_words(text, influences)
        self.query_one("#words", Static).update(Content.assemble("\n", legend, "\n\n", words))
