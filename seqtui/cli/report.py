"""``seqtui report``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from seqtui.cli.root import complete_run_or_file, json_option, named_or_newest, runs_dir_option, shell_command
from seqtui.cli.table_options import given_table_options, table_options, table_settings
from seqtui.errors import InputError
from seqtui.reporting import check_page, require_extra
from seqtui.runs import Run, newest_exported
from seqtui.terminal.sanitize import printable, printable_json

if TYPE_CHECKING:
    from seqtui.reporting.report import Report


@click.command("report", short_help="Write an HTML report with metrics and errors.")
@click.argument("target", metavar="[RUN|MODEL.onnx]", required=False, shell_complete=complete_run_or_file)
@click.option(
    "--input", "source", metavar="FILE|-", help="With MODEL.onnx: labelled reviews, as for score --input."
)
@click.option(
    "--text-column",
    metavar="C",
    help="Column of the texts.  [default: text if it exists, otherwise detected]",
)
@click.option("--label-column", metavar="C", help="Column of the true labels.")
@table_options
@click.option(
    "--output", metavar="FILE.html", type=click.Path(path_type=Path, dir_okay=False),
    help="HTML file; its figures are also written as .json.  [default: RUN/report.html, MODEL.report.html]",
)  # fmt: skip
@runs_dir_option
@json_option
def report_command(
    target: str | None, source: str | None, text_column: str | None, label_column: str | None,
    output: Path | None, runs_dir: Path, as_json: bool, **reading: Any,
) -> None:  # fmt: skip
    """Evaluate an exported run on its test reviews, or MODEL.onnx on a file of labelled reviews.

    Without RUN or MODEL.onnx: the run that was exported last.

    The report shows accuracy with its interval, precision, recall and F1 of each label, confusion matrix, ROC
    and precision-recall curves, calibration, accuracy by length, learning curves, and the most confident
    mistakes with the words that influenced them. It is one HTML file that loads nothing from the network.
    """
    is_model = target is not None and target.endswith(".onnx")
    given: dict[str, object] = {
        "--input": source,
        "--text-column": text_column,
        "--label-column": label_column,
        **dict.fromkeys(given_table_options(reading), True),
    }
    required = {"--input": "FILE", "--label-column": "C"}
    missing = [f"{option} {value}" for option, value in required.items() if given[option] is None]
    if is_model and missing:
        raise InputError(f"{target}: give {' and '.join(missing)}: labelled reviews to evaluate it on")
    for option, value in given.items():
        if value is not None and not is_model:
            raise InputError(f"{option} requires MODEL.onnx; a run is evaluated on its own test reviews")
    if target and not is_model and Path(target).is_file():
        raise InputError(
            f"{target}: neither a run nor a .onnx file; give a file of reviews after MODEL.onnx, as in "
            f"{shell_command('report', 'MODEL.onnx', '--input', target, '--label-column', 'C')}"
        )
    evaluated = (
        Path(target)
        if target and is_model
        else named_or_newest(target, runs_dir, newest_exported, which="exported run", made_by="export")
    )
    page = (
        evaluated.path / "report.html"
        if isinstance(evaluated, Run)
        else evaluated.with_suffix(".report.html")
    )
    output = output or page
    check_page(output, "--output")
    require_extra("a report")
    from seqtui.reporting.evaluate import evaluate
    from seqtui.reporting.page import write_report

    def report_step(step: str) -> None:
        click.echo(printable(step), err=True)

    report = evaluate(
        evaluated,
        source,
        label_column=label_column,
        text_column=text_column,
        options=table_settings(reading),
        normalize_labels=bool(reading["normalize_labels"]),
        errors=reading["errors"],
        on_step=report_step,
    )
    report_step("drawing")
    write_report(report, output)
    _conclude(report, output, as_json)


def _conclude(report: "Report", output: Path, as_json: bool) -> None:
    figures = report.figures
    summary = {
        "report": str(output), "figures": str(output.with_suffix(".json")),
        "reviews": figures.overall.reviews,
        "accuracy": figures.overall.accuracy, "low": figures.overall.low, "high": figures.overall.high,
        "macro_f1": figures.macro_f1, "calibration_error": figures.calibration_error,
        **({} if figures.uncalibrated_error is None else {"uncalibrated_error": figures.uncalibrated_error}),
        **({} if figures.unsure is None else {"unsure": figures.unsure}),
    }  # fmt: skip
    if as_json:
        click.echo(printable_json(summary))
        return
    error = f"calibration error {figures.calibration_error:.2%}"
    if figures.uncalibrated_error is not None:
        error += f" ({figures.uncalibrated_error:.2%} before calibration)"
    click.echo(
        f"accuracy {figures.overall.accuracy:.2%} (95 % interval {figures.overall.low:.2%} to "
        f"{figures.overall.high:.2%}), macro-F1 {figures.macro_f1:.2%}, {error}, "
        f"{figures.overall.reviews:,} reviews"
        + (f", without {figures.unsure:,} unsure ones" if figures.unsure else "")
    )
    if report.decision:
        click.echo(printable(report.decision))
    click.echo(printable(f"{output}: open it in a browser; the figures are in {summary['figures']}"))
