"""``seqtui watch``."""

from pathlib import Path

import click

from seqtui.cli.root import can_redraw, json_option, named_or_newest, optional_run_argument, runs_dir_option
from seqtui.runs import ALIVE, newest_to_watch
from seqtui.terminal.sanitize import printable


@click.command("watch")
@optional_run_argument
@click.option("--once", is_flag=True, help="Show what has happened so far and return.")
@runs_dir_option
@json_option
def watch_command(run_name: str | None, once: bool, runs_dir: Path, as_json: bool) -> int:
    """Attach to a run, live or past. Ctrl-C detaches and leaves it training.

    Without RUN: the newest that is training now, else the newest.
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
        click.echo(printable(f"{run.path}: detached; the run goes on"), err=True)
        return 130
    status = run.status()
    if status.state == "stalled":
        click.echo(printable(f"{run.path}: {status}"), err=True)
    if status.state in ALIVE:
        return 0
    conclude(run, as_json=as_json)
    return 0
