"""``seqtui export``."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TextIO

import click
import msgspec

from seqtui.cli.root import json_option, run_argument, runs_dir_option
from seqtui.errors import InputError
from seqtui.printable import printable
from seqtui.runs import Parity, Run


class _Reviews(click.ParamType[int | None]):
    name = "count"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | None:
        count = str(value)
        if count != "all" and not (count.isdecimal() and int(count) >= 2):
            self.fail(f"{count!r} is neither 'all' nor a whole number of 2 or more", param, ctx)
        return None if count == "all" else int(count)


@click.command("export", short_help="Write a run as one ONNX file, with proof.")
@run_argument
@click.option("--onnx", is_flag=True, required=True, help="The format; there is one.")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file.  [default: RUN/model.onnx]"
)
@click.option(
    "--reviews", type=_Reviews(), metavar="N|all", default=1000, show_default=True,
    help="Held-out reviews to verify with.",
)  # fmt: skip
@runs_dir_option
@json_option
def export_command(
    run_name: str, onnx: bool, output: Path | None, reviews: int | None, runs_dir: Path, as_json: bool
) -> None:
    """Write a run as one ONNX file and prove that it predicts the same.

    Held-out reviews go through Keras and through onnxruntime on the CPU. If a probability differs by more
    than 0.0001 the command exits with 1 and leaves no file.
    """
    del onnx
    run = Run.find(run_name, runs_dir)
    parity = export_run(run, output, reviews)
    if as_json:
        click.echo(msgspec.json.encode(parity))
    else:
        print_parity(parity)


def export_run(run: Run, output: Path | None, reviews: int | None) -> Parity:
    """Export with a line on stderr for each step. This is where TensorFlow is loaded.

    Raises:
        SeqtuiError: As ``exporters.onnx.export_onnx``.
    """
    if find_spec("tensorflow") is None or find_spec("tf2onnx") is None:
        raise InputError("exporting needs TensorFlow and tf2onnx; pip install 'seqtui[train]'")
    with _stderr_to(run.export_log_path) as terminal:

        def tell(step: str) -> None:
            print(step, file=terminal, flush=True)

        tell("loading TensorFlow")
        from exporters.onnx import export_onnx

        return export_onnx(run, output, reviews, on_step=tell)


@contextmanager
def _stderr_to(log: Path) -> Iterator[TextIO]:
    """Send what C++ libraries print to a file, whatever it is; yields the true stderr."""
    sys.stderr.flush()
    with os.fdopen(os.dup(2), "w") as terminal, log.open("wb") as file:
        os.dup2(file.fileno(), 2)
        try:
            yield terminal
        finally:
            sys.stderr.flush()
            os.dup2(terminal.fileno(), 2)


def print_parity(parity: Parity) -> None:
    """The parity report as a table on stdout."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for header in ("", "Keras", "onnxruntime"):
        table.add_column(header, justify="right" if header else "left")
    table.add_row("accuracy", f"{parity.accuracy_keras:.2%}", f"{parity.accuracy_onnx:.2%}")
    table.add_row(
        "one review, median", f"{parity.milliseconds_keras:.2f} ms", f"{parity.milliseconds_onnx:.2f} ms"
    )
    table.add_row("largest difference", "", f"{parity.max_abs_difference:.1e}")
    table.add_row("same label", "", f"{parity.label_agreement:.2%}")
    console = Console(highlight=False)
    console.print(table)
    console.print(
        Text(f"{printable(parity.model)}: verified on {parity.reviews:,} held-out reviews", style="bold"),
        soft_wrap=True,
    )
