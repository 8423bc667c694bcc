"""``seqtui data doctor``."""

import shlex
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from seqtui.cli.recipes import corrections_option, network_options, own_data_options
from seqtui.cli.root import can_redraw, json_option, runs_dir_option
from seqtui.cli.trust import asking, trust_option
from seqtui.errors import InputError
from seqtui.terminal.sanitize import printable, printable_json
from seqtui.terminal.tables import output_console

if TYPE_CHECKING:
    from seqtui.curation.diagnosing import DiagnosisRequest
    from seqtui.curation.folds import Events
    from seqtui.curation.suspects import Diagnosis, Suspect
    from seqtui.runs import Run

_NAME = 24  # characters of a label
_INDENT = " " * 7


@click.command("doctor", short_help="Find wrong labels, duplicates, leaks and odd texts.")
@click.argument("source", default="imdb-25k")
@network_options
@corrections_option
@click.option("--with-test", is_flag=True, help="Examine the labels of the test reviews, too.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    help="Maximum number of suspects to list.  [default: 20; with --html: 1,000; with --json: all]",
)
@click.option("--app", is_flag=True, help="Examine in the app and correct the labels of the suspects there.")
@click.option(
    "--html", metavar="FILE.html", type=click.Path(path_type=Path, dir_okay=False),
    help="Also write an HTML page.",
)  # fmt: skip
@own_data_options
@trust_option
@runs_dir_option
@json_option
@click.pass_context
def doctor_command(
    ctx: click.Context,
    /,
    source: str,
    architecture: str | None,
    network: dict[str, str] | None,
    corrections: str | None,
    with_test: bool,
    limit: int | None,
    app: bool,
    html: Path | None,
    trust_network: bool,
    runs_dir: Path,
    as_json: bool,
    **choices: Any,
) -> int:
    """Find reviews whose label may be wrong, and reviews that may not belong in the data.

    Five networks are trained, each on four fifths of the reviews, and predict the others. Labels that are
    probably wrong are found from these probabilities by confident learning. Reviews with the same or nearly
    the same words but another label, training reviews that the test set has, too, reviews without words, and
    reviews of unusual words or length are listed as well.

    SOURCE is a name or a path, as for train --data. The most suspicious reviews come first: those with a
    suspicious label, then the others. Nothing is changed. With --app, one key
    corrects a label, in a file beside the source.

    Ctrl-C interrupts the training; the same command continues with the next network. The default network is
    nb-ngrams.
    """
    from seqtui.architectures.catalogue import complete_recipe
    from seqtui.corpora import Choices
    from seqtui.curation.diagnosing import DiagnosisRequest
    from seqtui.curation.doctor import DEFAULTS, diagnose, require_extra
    from seqtui.curation.folds import InterruptedFoldsError
    from seqtui.reporting import check_page_name
    from seqtui.reporting import require_extra as require_report
    from seqtui.training.own_networks import trust_recipe
    from seqtui.training.supervise import interruptions

    if app and (html is not None or as_json or limit):
        raise InputError("--app lists the suspects in the app; leave out --html, --json and --limit")
    require_extra()
    if html is not None:
        check_page_name(html, "--html")
        require_report("a page")
    settings: dict[str, Any] = {"architecture": architecture or DEFAULTS["architecture"]}
    if network:
        settings["network"] = network
    if digest := trust_recipe(complete_recipe(settings), asking(trust_network)).network_digest:
        settings["network_digest"] = digest
    if app:
        return _open_app(
            ctx,
            DiagnosisRequest(
                source=source,
                runs_dir=str(runs_dir),
                choices=Choices(**choices),
                corrections=corrections,
                settings=settings,
                with_test=with_test,
            ),
        )
    with interruptions() as interrupted:
        try:
            diagnosis = diagnose(
                source,
                choices=Choices(**choices),
                corrections=corrections,
                settings=settings,
                with_test=with_test,
                runs_dir=runs_dir,
                on_step=lambda step: click.echo(printable(step), err=True),
                interrupted=interrupted,
                display=_show_bars if can_redraw() and not as_json else _show_lines,
            )
        except InterruptedFoldsError as error:
            click.echo(f"seqtui: {printable(str(error))}", err=True)
            return error.exit_code
    if html is not None:
        from seqtui.reporting.diagnosis import MAX_SUSPECTS, write_diagnosis

        write_diagnosis(diagnosis, html, limit or MAX_SUSPECTS)
    if as_json:
        for suspect in diagnosis.suspects[:limit]:
            text = suspect.text.encode("utf-8", "replace").decode()  # JSON has no lone surrogates
            click.echo(printable_json(msgspec.structs.replace(suspect, text=text)))
        return 0
    _print(diagnosis, limit or 20)
    if html is not None:
        click.echo(printable(f"{html}: open it in a browser"))
    return 0


def _open_app(ctx: click.Context, request: "DiagnosisRequest") -> int:
    """Examine a source in the app."""
    from seqtui.cli.app import run_app
    from seqtui.tui.screens.doctor import DoctorScreen

    options = ctx.find_root().params
    return run_app(
        Path(request.runs_dir),
        options["theme"],
        options["ascii_only"],
        preload=False,
        first=lambda: DoctorScreen(request),
    )


def _show_bars(run: "Run", title: str, events: "Events") -> None:
    from seqtui.cli.live import show_as_bars

    show_as_bars(
        events, title, run.recipe, lambda: "Ctrl-C interrupts; finished folds are kept", transient=True
    )


def _show_lines(run: "Run", title: str, events: "Events") -> None:
    click.echo(printable(f"{title}: training {run.recipe.network_label}"), err=True)
    deque(events, maxlen=0)


def _print(diagnosis: "Diagnosis", limit: int) -> None:
    """Print what was found and the first suspects."""
    from seqtui.curation.suspects import KINDS

    for note in diagnosis.notes:
        click.echo(printable(note), err=True)
    click.echo(
        printable(
            f"{diagnosis.source}: {diagnosis.examined:,} reviews examined; networks that were not "
            f"trained on them predict {diagnosis.accuracy:.2%} of their labels"
        )
    )
    if not diagnosis.suspects:
        click.echo("nothing suspicious was found")
    for kind, count in diagnosis.counts.items():
        click.echo(f"  {count:>7,}  {KINDS[kind]}")
    shown = diagnosis.suspects[:limit]
    if shown:
        more = f"; {len(shown):,} of {len(diagnosis.suspects):,} shown, --limit N shows more"
        click.echo("\n--app shows them in the app, with a key for each label")
        click.echo(f"the most suspicious first{more if len(shown) < len(diagnosis.suspects) else ''}")
        _print_suspects(shown)
    if diagnosis.corrections.by_text:
        quoted = shlex.quote(str(diagnosis.corrections.path))
        click.echo(printable(f"corrections: {quoted}; train with --corrections {quoted}"))


def _print_suspects(suspects: "list[Suspect]") -> None:
    """Print suspects: score, labels and file on one line, then the reason and the beginning of the text."""
    width = output_console().width - len(_INDENT)
    for suspect in suspects:
        suggested = f" → {printable(suspect.suggested, _NAME)}" if suspect.suggested else ""
        corrected = f", corrected to {printable(suspect.corrected, _NAME)}" if suspect.corrected else ""
        labels = f"{printable(suspect.label, _NAME)}{suggested}{corrected}"
        click.echo(f"{suspect.score:.3f}  {labels}  {printable(suspect.where)}")
        click.echo(f"{_INDENT}{printable(suspect.reason)}")
        click.echo(f"{_INDENT}{printable(suspect.text[: 2 * width], width)}")
