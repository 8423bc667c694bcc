"""``seqtui watch``."""

from pathlib import Path

import click

from seqtui.cli.root import can_redraw, json_option, named_or_newest, optional_run_argument, runs_dir_option
from seqtui.runs import ALIVE, newest_to_watch
from seqtui.terminal.sanitize import printable


@click.command("watch")
@optional_run_argument
@click.option("--once", is_flag=True, help="Show the progress so far and exit.")
@runs_dir_option
@json_option
def watch_command(run_name: str | None, once: bool, runs_dir: Path, as_json: bool) -> int:
    """Show the progress of a run. Ctrl-C detaches; the run continues.

    Without RUN: the newest run that is training, otherwise the newest run.
    """
    from seqtui.cli.follow import conclude, show

    run = named_or_newest(run_name, runs_dir, newest_to_watch, which="run")

    def is_alive() -> bool:
        return not once and run.is_alive

    try:
        show(
            run.follow(is_alive),
            run,
            as_json=as_json,
            is_terminal=can_redraw(),
            hint=lambda: "Ctrl-C detaches",
        )
    except KeyboardInterrupt:
        click.echo(printable(f"{run.path}: detached; the run continues"), err=True)
        return 130
    status = run.status()
    if status.state == "stalled":
        click.echo(printable(f"{run.path}: {status}"), err=True)
    if status.state in ALIVE:
        return 0
    conclude(run, as_json=as_json)
    return 0
