"""Ask on the terminal before the code of a network file runs for the first time."""

import sys

import click

from seqtui.architectures.network_file import NetworkFile, NetworkFileError, question
from seqtui.terminal.sanitize import printable
from seqtui.training.own_networks import Ask, always

trust_option = click.option(
    "--trust-network",
    is_flag=True,
    help="Own network: run its file without asking, the first time too.",
)


def asking(trust: bool) -> Ask:
    """Return how to ask: not at all with --trust-network, else on the terminal if there is one.

    Args:
        trust: Whether --trust-network was given.
    """
    return always if trust else _ask


def _ask(file: NetworkFile) -> bool:
    if not sys.stdin.isatty():
        return False
    if not click.confirm(question(file), err=True):
        raise NetworkFileError(f"{printable(str(file.path))}: not run")
    return True
