"""The Score screen: score a typed review with an exported model, or a whole file."""

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Button, Input, Label, Select, Static, TextArea
from textual.worker import get_current_worker

from seqtui.errors import InputError, SeqtuiError
from seqtui.runs import Run
from seqtui.scoring.decision import DecisionRule
from seqtui.scoring.explain import Influence, attended, explain, explained_label
from seqtui.scoring.files import ScoringProgress, score_file
from seqtui.scoring.scorer import Score, Scorer
from seqtui.tables.formats import OUTPUT_FORMATS
from seqtui.terminal.sanitize import printable
from seqtui.tui.screens.base import BaseScreen
from seqtui.tui.screens.confirm import ConfirmScreen
from seqtui.tui.screens.file_picker import browse
from seqtui.tui.widgets.bars import bar, padded_names
from seqtui.tui.widgets.path_field import PathField
from seqtui.tui.widgets.words import highlight_attention, highlight_words

_PAUSE = 0.15  # seconds without a key before the review is scored
_MAX_LABELS = 8  # the most probable ones are shown
_SCORES = "scores: .csv, .jsonl, .parquet"


class _CancelledError(Exception):
    """The screen was closed while a file was being scored."""


class ScoreScreen(BaseScreen):
    """Form for a review, a model and a file of reviews."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "score_file", "Score file", priority=True),
        Binding("ctrl+o", "browse", "Open"),
        Binding("f6", "attention", "Attention", priority=True, show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._scorer: Scorer | None = None
        self._pause: Timer | None = None
        self._wanted: Path | None = None
        self._shows_attention = False

    def compose_body(self) -> ComposeResult:
        """Yield the model on top, the review on the left, its scores on the right, the file below."""
        with Horizontal(classes="field", id="model-line"):
            yield Label("ONNX file")
            yield Select[str]([], id="model", prompt="no exported run yet")
        with Container(id="scoring"):
            with Vertical(classes="panel", id="review-panel"):
                yield TextArea(id="review", soft_wrap=True, tab_behavior="focus")
            with VerticalScroll(classes="panel", id="result-panel"):
                yield Static(id="result")
                yield Static(id="words")
        with Vertical(classes="panel", id="file-panel"):
            with Horizontal():
                yield PathField(id="source", placeholder="reviews: .csv, .jsonl, .parquet, .txt")
                yield PathField(id="scores", placeholder=_SCORES)
                yield Button("Score", id="score-file")
            yield Static(id="file-progress")

    def set_up(self) -> None:
        """Find the exported models."""
        self.set_title("score")
        for panel, title in (("#review-panel", "Review"),
                             ("#result-panel", "Scores"),
                             ("#file-panel", "Score a file")):  # fmt: skip
            self.query_one(panel).border_title = Content(title)
        self.query_one("#review", TextArea).focus()
        self._show_hint()
        self._find_models()

    def on_screen_resume(self) -> None:
        """Find the models again, because a run may have been exported."""
        if self.is_ready:
            self._find_models()

    def select_model(self, model: Path) -> None:
        """Select an exported model."""
        self._wanted = model
        if self.is_ready:
            self._find_models()

    def _find_models(self) -> None:
        options = [
            (Content(printable(f"{run.name}/{path.name}", 70)), str(path))
            for run in Run.all(self.seqtui.runs_dir)
            for path in (run.onnx_path, run.int8_path)
            if path.exists()
        ]
        paths = [path for _, path in options]
        select = self.query_one("#model", Select)
        before = select.value
        wanted = str(self._wanted) if self._wanted else before if before in paths else None
        if wanted is not None and wanted not in paths:
            options.insert(0, (Content(printable(str(wanted), 70)), str(wanted)))
        with self.prevent(Select.Changed):
            select.set_options(options)
            if options:
                select.value = wanted or paths[0]
        self._wanted = None
        if options and (self._scorer is None or str(self._scorer.path) != select.value):
            self._scorer = None
            self._rescore()

    @on(Select.Changed, "#model")
    def _on_model(self) -> None:
        self._scorer = None
        self._rescore()

    @on(TextArea.Changed)
    def _on_review(self) -> None:
        if self._pause:
            self._pause.stop()
        self._pause = self.set_timer(_PAUSE, self._rescore)

    def _model(self) -> str | None:
        value = self.query_one("#model", Select).value
        return value if isinstance(value, str) else None

    def _rescore(self) -> None:
        text, model = self.query_one("#review", TextArea).text, self._model()
        if model is None or not text.strip():
            self._show_hint()
            return
        self._score(model, text)

    @work(thread=True, exclusive=True, group="score", exit_on_error=False)
    def _score(self, model: str, text: str) -> None:
        worker = get_current_worker()
        try:
            scorer = self._load(model)
            score, influences = explain(scorer, text)
            attention = attended(scorer, text) if self._shows_attention and scorer.has_attention else None
        except (SeqtuiError, OSError) as error:
            if not worker.is_cancelled:
                self.call_later(self._show_problem, str(error))
            return
        if not worker.is_cancelled:
            self.call_later(self._show, scorer.rule, score, text, influences, attention)

    def _load(self, model: str) -> Scorer:
        scorer = self._scorer
        if scorer is None or str(scorer.path) != model:
            scorer = self._scorer = Scorer(model)
        return scorer

    def _show_hint(self) -> None:
        hint = "Type or paste a review." if self._model() else "Export a run first: Runs (F3), then x."
        self.query_one("#result", Static).update(Content.styled(hint, "$text-muted"))
        self.query_one("#words", Static).update(Content(""))

    def _show_problem(self, problem: str) -> None:
        self.query_one("#result", Static).update(Content.styled(printable(problem, 300), "$error"))
        self.query_one("#words", Static).update(Content(""))

    def action_attention(self) -> None:
        """Show what the network attends to instead of what occlusion finds, or the other way round."""
        scorer = self._scorer  # None while it is loaded: whether it has attention is not known yet
        if self._model() is None or (scorer is not None and not scorer.has_attention):
            self.seqtui.notify("This network has no attention; train one with --pooling attention.")
            return
        self._shows_attention = not self._shows_attention
        self._rescore()

    def _show(
        self,
        rule: DecisionRule,
        score: Score,
        text: str,
        influences: list[Influence],
        attention: list[Influence] | None,
    ) -> None:
        if not self.is_attached:
            return
        lines = []
        class_names = rule.class_names
        most_probable = sorted(class_names, key=lambda label: -score.probabilities[label])[:_MAX_LABELS]
        explained, name = explained_label(score), padded_names(class_names)
        for label in reversed(class_names) if len(class_names) == 2 else most_probable:
            probability = score.probabilities[label]
            colour = "$success" if label == explained else "$error" if len(class_names) == 2 else "$primary"
            lines.append(
                Content.assemble(
                    f"{name[label]} ",
                    *bar(probability, 16, colour, self.seqtui.ascii_only),
                    (f" {probability:.1%}", "bold" if label == score.label else ""),
                )
            )
        if rule.threshold is not None:
            lines.append(Content.assemble("label: ", (printable(score.label, 24), "bold")))
        legend = Content.assemble(
            "\nwords that ",
            ("raise", "$success bold"),
            " and ",
            ("lower", "$error bold"),
            f" '{printable(explained, 20)}'",
        )
        if attention is not None:
            legend = Content.assemble("\nwords with ", ("much attention", "$warning bold"))
        if self._scorer and self._scorer.has_attention:
            other = "attention" if attention is None else "influence"
            legend = Content.assemble(legend, (f" (F6: {other})", "$text-muted"))
        self.query_one("#result", Static).update(Content("\n").join([*lines, legend + Content(":\n")]))
        self.query_one("#words", Static).update(
            highlight_words(text, influences) if attention is None else highlight_attention(text, attention)
        )

    @on(Button.Pressed, "#score-file")
    def _on_button(self) -> None:
        self.action_score_file()

    @on(Input.Submitted)
    def _on_submit(self) -> None:
        self.action_score_file()

    def action_score_file(self) -> None:
        """Score the file of reviews."""
        model = self._model()
        try:
            source, output = self._source.path, self._scores.path
        except InputError as error:
            self._show_file(Content.styled(printable(str(error), 300), "$error"))
            return
        if model is None or not source:
            self._source.input.focus()
            self._show_file(Content("Choose an ONNX file above and a file of reviews here."))
            return
        target = Path(output) if output else default_scores_path(Path(source))
        if not target.is_file():
            self._score_file(model, Path(source), target)
            return

        def on_choice(answer: str | None) -> None:
            if answer:
                self._score_file(model, Path(source), target)

        self.app.push_screen(ConfirmScreen(f"{target} exists. Overwrite it?", {"o": "Overwrite"}), on_choice)

    @property
    def _source(self) -> PathField:
        return self.query(PathField).first()

    @property
    def _scores(self) -> PathField:
        return self.query(PathField).last()

    def action_browse(self) -> None:
        """Choose a file from a tree: for the scores if their field has the focus, else for the reviews."""
        browse(self, self._scores if self._scores.has_focus_within else self._source, folders=False)

    @on(Input.Changed, "#source")
    def _show_default(self) -> None:
        """Show the default path of the scores as a placeholder."""
        try:
            path = self._source.path
        except InputError:
            path = ""
        self._scores.input.placeholder = (
            printable(str(default_scores_path(Path(path))), 200) if path else _SCORES
        )

    @work(thread=True, exclusive=True, group="file", exit_on_error=False)
    def _score_file(self, model: str, source: Path, output: Path) -> None:
        worker = get_current_worker()

        def on_progress(progress: ScoringProgress) -> None:
            if worker.is_cancelled:
                raise _CancelledError
            self.call_later(self._show_progress, progress)

        try:
            summary = score_file(self._load(model), source, output, on_progress=on_progress)
        except _CancelledError:
            return
        except (SeqtuiError, OSError) as error:
            self.call_later(self._show_file, Content.styled(printable(str(error), 300), "$error"))
            return
        message = "; ".join([f"{output}: {summary.reviews:,} reviews scored", *summary.notes])
        self.seqtui.exit_messages.append(message)
        self.call_later(self._show_file, Content.styled(printable(message), "$success"))

    def _show_progress(self, progress: ScoringProgress) -> None:
        drawn = bar(progress.share or 0.0, 30, "$primary", self.seqtui.ascii_only)
        rate = progress.reviews / progress.seconds
        self._show_file(Content.assemble(*drawn, f" {progress.reviews:,} reviews, {rate:,.0f} reviews/s"))

    def _show_file(self, content: Content) -> None:
        if self.is_attached:
            self.query_one("#file-progress", Static).update(content)


def default_scores_path(source: Path) -> Path:
    """Return the default path of a file's scores: in the same folder and format, or CSV for text lines.

    Args:
        source: File of reviews: ``a/reviews.jsonl.gz`` gives ``a/reviews.scores.jsonl.gz``.
    """
    compressed = source.suffix if source.suffix.lower() in (".gz", ".zst") else ""
    name = Path(source.name.removesuffix(compressed))
    suffix = name.suffix.lower()
    kind = "jsonl" if suffix == ".json" else OUTPUT_FORMATS.get(suffix, "")
    suffix = {"": ".csv", "parquet": ".parquet"}.get(kind, f".{kind}{compressed}")
    return source.parent / f"{name.stem}.scores{suffix}"
