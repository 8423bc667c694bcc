"""``seqtui completion``."""

import click
from click.shell_completion import get_completion_class


@click.command("completion", short_help="Print the shell's completion script.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion_command(shell: str) -> None:
    """Print a script for the shell that completes commands, options, networks and runs.

    \b
    bash, zsh:  eval "$(seqtui completion bash)"
    fish:       seqtui completion fish | source
    """
    kind = get_completion_class(shell)
    root = click.get_current_context().find_root().command
    if kind:
        click.echo(kind(root, {}, "seqtui", "_SEQTUI_COMPLETE").source())
