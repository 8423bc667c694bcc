"""``seqtui score``."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from seqtui.cli.root import can_redraw, complete_run_or_file, decode_argument, json_option, runs_dir_option
from seqtui.cli.score_arguments import ScoreCommand, find_model, model_and_texts
from seqtui.cli.table_options import given_table_options, table_options, table_settings
from seqtui.errors import InputError
from seqtui.terminal.sanitize import printable, printable_json
from seqtui.terminal.stderr import redirect_stderr_descriptor

if TYPE_CHECKING:
    from seqtui.scoring import Score, Scorer
    from seqtui.scoring.evaluation import Evaluation
    from seqtui.scoring.explain import Influence
    from seqtui.scoring.files import ScoringProgress, Summary

_MAX_WORDS = 8  # printed for an explanation without --json
_MIN_PUSH = 0.005  # absolute influence from which a word is printed
_SWITCH_SECONDS = 0.0002  # a tenth faster than Python's default of 5 ms


@click.command("score", cls=ScoreCommand, short_help="Score reviews with an exported file.")
@click.argument(
    "arguments", metavar="[MODEL.onnx|RUN] [TEXT ...]", nargs=-1, shell_complete=complete_run_or_file
)
@click.option(
    "--input", "source", metavar="FILE|FOLDER|-",
    help="Reviews: CSV, TSV, JSON, Parquet, fastText or one per line, also .gz, .zst, .bz2, .xz, .zip;"
    " a folder of files or a quoted pattern; - reads standard input.",
)  # fmt: skip
@click.option(
    "--output", metavar="FILE|FOLDER|-",
    help="All columns and the scores, as .csv, .tsv, .jsonl (.gz, .zst) or .parquet; several files are "
    "written to a new folder; - writes the format of the input to standard output.",
)  # fmt: skip
@click.option(
    "--text-column",
    metavar="C",
    help="Column of the texts.  [default: text if it exists, otherwise detected]",
)
@click.option(
    "--label-column", metavar="C", help="Column of the true labels: report accuracy and a confusion matrix."
)
@table_options
@click.option("--explain", "with_words", is_flag=True, help="Show the words that influence each score.")
@click.option(
    "--formulas", is_flag=True,
    help="CSV: keep cells that a spreadsheet would evaluate; by default an apostrophe is added in front.",
)  # fmt: skip
@click.option(
    "--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True,
    help="ray: score with Ray Data (extra 'ray') from files to a folder, one worker per core.",
)  # fmt: skip
@click.option(
    "--address", metavar="ADDRESS",
    help="Address of a Ray cluster, such as head:6379 or auto.  [default: a local one is started]",
)  # fmt: skip
@runs_dir_option
@json_option
def score_command(
    arguments: tuple[str, ...], source: str | None, output: str | None, with_words: bool,
    text_column: str | None, label_column: str | None, formulas: bool, engine: str, address: str | None,
    runs_dir: Path, as_json: bool, **reading: Any,
) -> None:  # fmt: skip
    """Score reviews with an exported file: label, probability, review, in input order.

    RUN means its exported file; without a model, the run that was exported last is used. All other arguments
    are texts; put -- before a text that begins with '-'.

    Needs no TensorFlow and no network. With --output FILE, only a summary is printed, and the file appears
    only when it is complete.
    """
    from seqtui.scoring import Scorer

    named, texts = model_and_texts(tuple(map(decode_argument, arguments)), source, runs_dir)
    needs_input = {
        "--text-column": text_column, "--label-column": label_column, "--output": output,
        "--engine ray": engine == "ray", **dict.fromkeys(given_table_options(reading), True),
    }  # fmt: skip
    if source is None and (given := [name for name, value in needs_input.items() if value]):
        raise InputError(f"{given[0]} requires --input FILE")
    if output is not None and with_words:
        raise InputError("--explain prints the words; leave out --output")
    if formulas and output is None:
        raise InputError("--formulas requires --output FILE")
    if output == "-" and as_json:
        raise InputError("--json and --output - would both write to standard output")
    if address is not None and engine != "ray":
        raise InputError("--address requires --engine ray")
    model = find_model(named, runs_dir)
    if source is not None:  # a thread that has scored a batch waits that long while rows are read or written
        sys.setswitchinterval(_SWITCH_SECONDS)
    errors = reading["errors"]
    settings = {
        "options": table_settings(reading), "normalize_labels": bool(reading["normalize_labels"]),
        "errors": errors,
    }  # fmt: skip
    if source is not None and (engine == "ray" or _is_many(source)):
        if output in (None, "-") or source == "-":
            several = "--engine ray" if engine == "ray" else "several files"
            raise InputError(f"{several}: from --input FILE or FOLDER to --output FOLDER")
        _score_folder(
            str(model), source, str(output), as_json, engine=engine, address=address, text_column=text_column,
            label_column=label_column, formulas=formulas, **settings,
        )  # fmt: skip
        return
    with redirect_stderr_descriptor():
        scorer = Scorer(model)
    printer = _Printer(scorer, as_json, with_words)
    if source is None:
        printer.show(texts, scorer.probabilities(texts))
        return

    from seqtui.scoring import score_file

    is_screen_free = output not in (None, "-") or not sys.stdout.isatty()
    with _progress(can_redraw() and is_screen_free) as on_progress:
        summary = score_file(
            scorer,
            source,
            printer if output is None else output,
            text_column=text_column,
            label_column=label_column,
            formulas=formulas,
            on_progress=on_progress,
            on_note=_note,
            **settings,
        )
    _report_row_errors(summary, errors)
    _conclude(summary, output, as_json)


def _is_many(source: str) -> bool:
    from seqtui.tables.inputs import is_many

    return is_many(source)


def _score_folder(model: str, source: str, output: str, as_json: bool, **options: Any) -> None:
    from seqtui.scoring.folders import score_folder

    with _progress(can_redraw()) as on_progress:
        summary = score_folder(model, source, output, on_progress=on_progress, on_note=_note, **options)
    _report_row_errors(summary, options["errors"])
    if summary.retried:
        retried = f"{summary.retried:,} part{'s' if summary.retried > 1 else ''}"
        click.echo(f"{retried} scored again: a worker was lost", err=True)
    _conclude(summary, output, as_json, {"parts": summary.parts, "parts_again": summary.retried})


def _note(line: str) -> None:
    click.echo(printable(line, 300), err=True)


def _report_row_errors(summary: "Summary", errors: str | None) -> None:
    for note in summary.notes:
        click.echo(printable(note), err=True)
    if errors and summary.rejected:
        rows = "row" if summary.rejected == 1 else "rows"
        click.echo(printable(f"{errors}: {summary.rejected:,} {rows} rejected"), err=True)


class _Printer:
    """Writer that prints scores, one line per review."""

    def __init__(self, scorer: "Scorer", as_json: bool, with_words: bool) -> None:
        self._scorer = scorer
        self._as_json = as_json
        self._with_words = with_words

    def write(self, chunk: Any, scores: Any) -> None:
        self.show(chunk.texts, scores)

    def show(self, texts: list[str], scores: Any) -> None:
        line = self._json if self._as_json else self._plain
        if self._with_words:
            from seqtui.scoring.explain import explain

            for text in texts:
                click.echo(line(text, *explain(self._scorer, text)))
        else:
            lines = [line(text, self._scorer.to_score(row)) for text, row in zip(texts, scores, strict=True)]
            click.echo("\n".join(lines))

    def _json(self, text: str, score: "Score", words: "list[Influence] | None" = None) -> str:
        result = msgspec.to_builtins(score)
        if words is not None:
            from seqtui.scoring.explain import explained_label

            result["explained"] = explained_label(score)
            clean = text.encode("utf-8", "replace").decode()  # of the same length, without lone surrogates
            result["words"] = [
                {
                    "text": clean[word.start : word.end],
                    "start": word.start,
                    "end": word.end,
                    "push": word.push,
                }
                for word in words
            ]
        return printable_json(result)

    def _plain(self, text: str, score: "Score", words: "list[Influence] | None" = None) -> str:
        line = f"{printable(score.label)}\t{score.probability:.4f}\t{printable(text, 200)}"
        if words is None:
            return line
        from seqtui.scoring.explain import explained_label

        strongest = sorted(words, key=lambda word: -abs(word.push))[:_MAX_WORDS]
        shown = [
            f"{printable(text[word.start : word.end], 40)} {word.push:+.3f}"
            for word in strongest
            if abs(word.push) >= _MIN_PUSH
        ]
        words_line = ", ".join(shown) or "no single word has an influence"
        return f"{line}\n\t{printable(explained_label(score))}:\t{words_line}"


@contextmanager
def _progress(shown: bool) -> "Iterator[Callable[[ScoringProgress], None]]":
    """Show a progress bar on stderr, with rate and remaining time."""
    if not shown:
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("reading", total=None)

        def show(progress: "ScoringProgress") -> None:
            rate = progress.reviews / progress.seconds
            bar.update(
                task, total=None if progress.share is None else 1, completed=progress.share or 0,
                description=f"{progress.reviews:,} reviews, {rate:,.0f} reviews/s", refresh=True,
            )  # fmt: skip

        yield show


def _conclude(
    summary: "Summary", output: str | None, as_json: bool, more: dict[str, int] | None = None
) -> None:
    """Print the summary: on stdout, unless the scores were printed there."""
    in_file = output is not None and output != "-"
    if as_json and in_file:
        result: dict[str, Any] = {
            "output": output, "reviews": summary.reviews, "set_aside": summary.rejected,
            "seconds": round(summary.seconds, 3), **(more or {}),
        }  # fmt: skip
        if found := summary.evaluation:
            result |= {
                "accuracy": found.accuracy, "labels": found.rule.class_names,
                "confusion": found.counts.tolist(), "unlabelled": found.unlabelled,
                **({"unsure": found.unsure} if found.rule.unsure else {}),
            }  # fmt: skip
        click.echo(printable_json(result))
        return
    if in_file:
        rate = summary.reviews / summary.seconds
        click.echo(
            printable(
                f"{output}: {summary.reviews:,} reviews in {summary.seconds:.1f} s, {rate:,.0f} reviews/s"
            )
        )
    if summary.evaluation:
        click.echo("\n".join(_confusion(summary.evaluation)), err=not in_file)


def _confusion(found: "Evaluation") -> list[str]:
    labels = [printable(label, 30) for label in found.rule.class_names]
    predicted = [printable(label, 30) for label in found.rule.label_names]
    width = max(9, *map(len, predicted)) + 2
    accuracy = f"accuracy {found.accuracy:.2%}" if found.accuracy is not None else "no accuracy"
    accuracy = accuracy if found.reviews else "no review has a label"
    without = f", {found.unlabelled:,} more without" if found.unlabelled else ""
    unsure = f", without {found.unsure:,} unsure ones" if found.unsure else ""
    return [
        f"{accuracy} ({found.reviews:,} reviews with a label{unsure}{without})",
        *([found.rule.describe()] if found.rule.threshold is not None else []),
        "".join(f"{cell:>{width}}" for cell in ("", *predicted)) + "  predicted",
        *(
            f"{label:>{width}}" + "".join(f"{count:>{width},}" for count in counts)
            for label, counts in zip(labels, found.counts.tolist(), strict=True)
        ),
        f"{'true':>{width}}",
    ]
