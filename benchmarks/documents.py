"""The parts of the docs that are generated: help texts, and tables of benchmark results.

``make docs`` writes them and ``make lint`` fails when they are stale. The results are the JSON files that the
benchmarks write with ``--output``; those in ``benchmarks/results`` are the ones that the docs show.
"""

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from statistics import mean
from typing import Any

import click

from seqtui.architectures.catalogue import CATALOGUE, complete_recipe
from seqtui.recipe import as_text

RESULTS = Path(__file__).parent / "results"


def results(benchmark: str) -> Any:
    """Return the stored results of a benchmark."""
    return json.loads((RESULTS / f"{benchmark}.json").read_text(encoding="utf-8"))


def table(benchmark: str) -> None:
    """Print the table of a benchmark, from its stored results."""
    print(import_module(f"benchmarks.{benchmark}").table(results(benchmark)))


def readme() -> None:
    """Print the networks that the README shows, the most accurate first."""
    networks = results("networks")
    print("| network | test accuracy | of seeds 1, 2, 3 | ONNX file | ONNX against Keras |")
    print("|---|---|---|---|---|")
    for network in sorted(SHOWN, key=lambda name: -mean(networks[name]["accuracies"])):
        row, parity = networks[network], networks[network]["parity"]
        cells = (
            f"`{network}`",
            f"{mean(row['accuracies']):.2%}",
            ", ".join(f"{accuracy:.2%}" for accuracy in row["accuracies"]),
            f"{parity['megabytes']:.1f} MB",
            f"{parity['max_abs_difference']:.0e}, {parity['label_agreement']:.0%} same label",
        )
        print(f"| {' | '.join(cells)} |")


def networks() -> None:
    """Print every network with its layers and number of parameters, then the settings of each."""
    print("| network | source | layers | parameters |")
    print("|---|---|---|---|")
    for name, network in CATALOGUE.items():
        recipe = complete_recipe({"architecture": name})
        layers = " → ".join(layer.text for layer in network.describe(recipe))
        at_most = "up to " if network.max_ngrams(recipe) else ""
        print(f"| `{name}` | {network.source} | {layers} | {at_most}{network.parameters(recipe):,} |")
    for family in dict.fromkeys(network.module for network in CATALOGUE.values()):
        networks = {name: network for name, network in CATALOGUE.items() if network.module == family}
        first = next(iter(networks.values()))
        print(f"\n### {', '.join(f'`{name}`' for name in networks)}\n")
        print("| setting | default | values | | a search draws from |\n|---|---|---|---|---|")
        for setting in first.declared.values():
            default = as_text(setting.default)
            drawn = "; ".join(map(as_text, setting.search)) or "–"
            print(f"| `{setting.name}` | {default} | {setting.values} | {setting.help} | {drawn} |")


SHOWN = ("nb-ngrams", "cnn-lstm", "lstm")


def commands() -> None:
    """Print the help text of every command, as Markdown."""
    from seqtui.cli import cli

    for context in _contexts(click.Context(cli, info_name="seqtui", terminal_width=100)):
        print(f"## {context.command_path}\n\n```text\n{context.get_help()}\n```\n")


def _contexts(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            if command and not command.hidden:
                yield from _contexts(
                    click.Context(command, info_name=name, parent=context, terminal_width=100)
                )
