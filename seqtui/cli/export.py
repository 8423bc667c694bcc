"""``seqtui export``."""

import shlex
from pathlib import Path
from typing import Literal

import click
import msgspec

from seqtui.cli.root import (
    abstain_option,
    json_option,
    named_or_newest,
    optional_run_argument,
    runs_dir_option,
)
from seqtui.cli.trust import asking, trust_option
from seqtui.runs import Run, newest_trained
from seqtui.runs.parity import Parity
from seqtui.storage.atomic import share_with_group
from seqtui.terminal.sanitize import printable, printable_json
from seqtui.terminal.stderr import redirect_stderr_descriptor
from seqtui.terminal.tables import output_console, print_table
from seqtui.training.own_networks import trust_run

ReviewCount = int | Literal["all"]


class _ReviewCount(click.ParamType[ReviewCount]):
    name = "count"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> ReviewCount:
        count = str(value)
        if count != "all" and not (count.isdecimal() and int(count) >= 2):
            self.fail(f"{count!r} is neither 'all' nor a whole number of 2 or more", param, ctx)
        return "all" if count == "all" else int(count)


@click.command("export", short_help="Export a run to one ONNX file and verify it.")
@optional_run_argument
@click.option("--onnx", is_flag=True, default=True, expose_value=False, help="Export to ONNX.  [default]")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Output file.  [default: RUN/model.onnx, with --int8 RUN/model.int8.onnx]",
)
@click.option(
    "--int8", is_flag=True, help="8-bit weights: a smaller file, faster if the network has an LSTM."
)
@click.option(
    "--reviews", type=_ReviewCount(), metavar="N|all",
    help="Test reviews to verify the file with.  [default: 1000, with --int8 all]",
)  # fmt: skip
@click.option(
    "--hub", metavar="DIR", type=click.Path(path_type=Path, file_okay=False),
    help="Also write a folder for the Hugging Face Hub, with a model card. Nothing is uploaded.",
)  # fmt: skip
@click.option(
    "--web", metavar="DIR", type=click.Path(path_type=Path, file_okay=False),
    help="Also write a web page that scores texts and CSV files in the browser.",
)  # fmt: skip
@click.option(
    "--threshold", type=float, metavar="P",
    help="Two labels: probability of the second one from which it is predicted.  [default: the most probable "
    "label; 0.5 with --abstain]",
)  # fmt: skip
@abstain_option
@click.option(
    "--calibration/--no-calibration", "calibrate", default=True, show_default=True,
    help="Divide the logits by a temperature fitted on the validation reviews.",
)  # fmt: skip
@trust_option
@runs_dir_option
@json_option
def export_command(
    run_name: str | None,
    output: Path | None,
    int8: bool,
    reviews: ReviewCount | None,
    hub: Path | None,
    web: Path | None,
    threshold: float | None,
    abstain: float | None,
    calibrate: bool,
    trust_network: bool,
    runs_dir: Path,
    as_json: bool,
) -> None:
    """Export a run to one ONNX file and verify it. Without RUN: the newest run with weights.

    Test reviews are scored with Keras and with onnxruntime on the CPU. If a probability differs by more than
    0.0001, the command exits with 1 and leaves no file. With --int8, the limit is a loss of 0.3 points of
    accuracy.

    The probabilities are calibrated: the logits are divided by a temperature that is fitted on the validation
    reviews, if that is significantly better on them. It does not change the most probable label.

    --threshold and --abstain change the label that the file returns, not its probabilities. Try them on the
    validation reviews first: seqtui mistakes RUN --threshold P.
    """
    run = named_or_newest(run_name, runs_dir, newest_trained, which="run with weights")
    trust_run(run, asking(trust_network))
    parity = export_run(
        run, output, reviews, int8=int8, hub=hub, web=web, threshold=threshold, abstain=abstain,
        calibrate=calibrate,
    )  # fmt: skip
    if as_json:
        folders = {name: str(folder) for name, folder in (("hub", hub), ("web", web)) if folder}
        click.echo(printable_json(msgspec.to_builtins(parity) | folders))
        return
    print_parity(parity)
    if parity.temperature is not None:
        click.echo(f"probabilities: calibrated with temperature {parity.temperature:g}")
    if run.metrics and parity.threshold is not None:
        from seqtui.scoring.decision import DecisionRule

        rule = DecisionRule.of(run.metrics.class_names, parity.threshold, parity.abstain)
        click.echo(rule.describe())
    if hub:
        click.echo(printable(f"{hub}: README.md, config.json, onnx/; add a licence before you upload it"))
    if web:
        click.echo(printable(f"{web}: try it with python -m http.server --directory {shlex.quote(str(web))}"))


def export_run(
    run: Run,
    output: Path | None = None,
    reviews: ReviewCount | None = None,
    *,
    int8: bool = False,
    hub: Path | None = None,
    web: Path | None = None,
    threshold: float | None = None,
    abstain: float | None = None,
    calibrate: bool = True,
) -> Parity:
    """Export a run with :func:`exporters.export_onnx`; print each step to stderr."""
    from exporters import export_onnx

    with redirect_stderr_descriptor(run.export_log_path) as terminal:
        share_with_group(run.export_log_path)

        def report(step: str) -> None:
            print(step, file=terminal, flush=True)

        return export_onnx(
            run, output, reviews, int8=int8, hub=hub, web=web, threshold=threshold, abstain=abstain,
            calibrate=calibrate, on_step=report,
        )  # fmt: skip


def print_parity(parity: Parity) -> None:
    """Print the parity report as a table on standard output."""
    from rich.text import Text

    headers, *rows = parity.rows()
    console = output_console()
    print_table(headers, rows, left=1, console=console)
    console.print(
        Text(f"{printable(parity.model)}: verified on {parity.reviews:,} test reviews", style="bold"),
        soft_wrap=True,
    )
