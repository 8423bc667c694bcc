"""``seqtui watch``."""

import sys
from pathlib import Path

import click

from seqtui.cli.root import json_option, run_argument, runs_dir_option
from seqtui.runs import Run


@click.command("watch")
@run_argument
@click.option("--once", is_flag=True, help="Show what has happened so far and return.")
@runs_dir_option
@json_option
def watch_command(run_name: str, once: bool, runs_dir: Path, as_json: bool) -> int:
    """Attach to a run, live or past. Ctrl-C detaches and leaves it training."""
    from seqtui.cli.attend import conclude, show

    run = Run.find(run_name, runs_dir)
    show(run, lambda: not once and run.state == "running", as_json=as_json, is_terminal=sys.stderr.isatty())
    if run.state == "running":
        return 0
    return conclude(run, run.end(), as_json=as_json)
