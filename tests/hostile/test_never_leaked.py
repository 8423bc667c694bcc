"""Text of reviews, labels, names and logs never reaches the terminal as an escape sequence or markup."""

import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from seqtui.cli import cli, main
from seqtui.runs import Run
from seqtui.terminal.sanitize import escaped, printable, printable_json, printable_lines
from tests.conftest import TIMEOUT
from tests.hostile.folders import HOSTILE
from tests.hostile.models import relabelled

_ESCAPES = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_ARGUMENT = HOSTILE.replace("\0", "") + "\udcff"  # as a shell can pass it
_SKIPPED = {"demo", "serve", "completion"}  # they take no text, or would start to work


def commands(group: click.Group, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)
        elif name not in _SKIPPED:
            yield (*path, name), command


def harmless(output: str) -> str:
    """Return the output, after checking that it contains no control characters."""
    assert not _ESCAPES.search(output), repr(output)
    return output


@pytest.mark.parametrize(("path", "command"), commands(cli), ids=lambda value: str(value)[:20])
def test_every_option_value_is_printed_as_text(
    path: tuple[str, ...],
    command: click.Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    flags = ["--onnx"] if path == ("export",) else []
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.is_flag:
            continue
        given = [parameter.opts[0], _ARGUMENT] if isinstance(parameter, click.Option) else [_ARGUMENT]
        missing = [
            "nowhere" for other in command.params
            if isinstance(other, click.Argument) and other.required and other is not parameter
        ]  # fmt: skip
        data = ["--data", "nowhere"] if path[0] in ("train", "search") and given[0] != "--data" else []
        code = main([*path, *missing, *given, *data, *flags, "--debug"])
        output = capfd.readouterr()
        assert code in (1, 2) or path == ("runs", "list"), (path, given, output)
        harmless(output.out + output.err)
        assert "a bug in seqtui" not in output.err


@pytest.fixture
def hostile_runs(trained: Run, tmp_path: Path) -> Path:
    """A folder of runs in which every text of every file is hostile."""
    runs = tmp_path / "runs"
    name = HOSTILE.replace("\0", "").replace("/", "|").replace("\n", " ")
    for state, last in (("finished", "finished"), ("failed", "failed"), ("died", "epoch")):
        folder = runs / f"{state}{name}"
        shutil.copytree(trained.path, folder)
        recipe = trained.recipe_path.read_text().replace('"imdb-25k"', json.dumps(HOSTILE))
        (folder / "recipe.toml").write_text(recipe)
        lines = [json.loads(line) for line in (folder / "events.jsonl").read_bytes().splitlines()]
        for line in lines:
            line |= {field: HOSTILE for field in ("run", "fingerprint", "version") if field in line}
            line |= {"labels": [HOSTILE, "[/]"]} if line["event"] == "data" else {}
            for example in line.get("examples", []):
                example |= {"text": HOSTILE, "label": HOSTILE}
        if last == "failed":
            lines[-1] = {"event": "failed", "time": 1.0, "run": HOSTILE, "reason": HOSTILE, "request": False}
        elif last == "epoch":
            del lines[-1]
        (folder / "events.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
        (folder / "trainer.log").write_text(HOSTILE * 3, encoding="utf-8")
    damaged = runs / f"damaged{name}"
    damaged.mkdir()
    (damaged / "recipe.toml").write_text(f"{json.dumps(HOSTILE)} = 1\n")
    return runs


def test_the_contents_of_runs_are_printed_as_text(
    hostile_runs: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    names = [path.name for path in hostile_runs.iterdir()]
    verbs = [
        ("watch", "--once"),
        ("runs", "show"),
        ("runs", "delete"),
        ("export", "--onnx"),
        ("train", "--resume"),
    ]
    lines = [
        ["runs"],
        ["runs", "--json"],
        ["runs", "compare", *names[:2]],
        ["runs", "compare", *names[:2], "--json"],
    ]
    for name in names:
        # The order matters: --resume takes the name.
        lines += [[*verb, name] for verb in verbs if "damaged" in name or verb[0] not in ("export", "train")]
        lines += [["watch", name, "--once", "--json"], ["runs", "show", name, "--json"], ["report", name]]
    for line in lines:
        main(["--debug", *line, "--runs-dir", str(hostile_runs)])
        output = capfd.readouterr()
        harmless(output.out + output.err)
        assert output.out + output.err
        if "--json" in line and output.out:
            assert HOSTILE[:9] in "".join(
                map(str, _texts([json.loads(one) for one in output.out.splitlines()]))
            )


def _texts(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from _texts(list(value.values()))
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    else:
        yield value


@pytest.fixture
def hostile_model(trained: Run, tmp_path: Path) -> Path:
    """An exported file with a hostile label."""
    labels = ["negative", HOSTILE.replace("\0", "")]
    return relabelled(trained.onnx_path, labels, tmp_path / "model.onnx")


def test_scored_reviews_and_labels_are_printed_as_text(
    hostile_model: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for options in ([], ["--json"], ["--explain"], ["--explain", "--json"]):
        assert main(["score", str(hostile_model), f"wonderful excellent {_ARGUMENT}", *options]) == 0
        assert "[bold]x[/bold]" in harmless(capfd.readouterr().out)
    source = hostile_model.with_suffix(".csv")
    source.write_text(f'"{HOSTILE}",text,label\na,good,{json.dumps(HOSTILE)[1:-1]}\na,"{HOSTILE}",negative\n')
    for more in ([], ["--label-column", "label"], ["--text-column", HOSTILE], ["--text-column", "none"]):
        main(["--debug", "score", str(hostile_model), "--input", str(source), *more])
        output = capfd.readouterr()
        harmless(output.out + output.err)


def on_a_terminal(*arguments: object, keys: tuple[tuple[bytes, bytes], ...] = ()) -> bytes:
    """Return all bytes that a command sends to its terminal.

    Args:
        arguments: Arguments of the command.
        keys: Keys to press, each with an output to wait for. A second passes between two keys.
    """
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(LINES="40", COLUMNS="120", TERM="xterm-256color")
        os.execv(sys.executable, [sys.executable, "-m", "seqtui", *map(str, arguments)])  # noqa: S606
    output, remaining, end = b"", list(keys), time.monotonic() + TIMEOUT
    pressed = time.monotonic()
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                output += os.read(terminal, 1 << 16)
            except OSError:  # the command has ended
                break
        if remaining and remaining[0][0] in output and time.monotonic() - pressed > 1:
            os.write(terminal, remaining.pop(0)[1])
            pressed = time.monotonic()
    else:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(terminal)
    return output


def test_control_characters_in_scores_are_escaped_on_a_terminal(trained: Run, tmp_path: Path) -> None:
    source = tmp_path / "reviews.csv"
    source.write_text(f'text,"{HOSTILE}"\n"{HOSTILE}",1\n')
    output = on_a_terminal("score", trained.onnx_path, "--input", source, "--output", "-")
    assert b"\\u001b]52;c;aGk=\\u0007" in output
    for line in output.splitlines():  # only the progress bar is a control sequence
        harmless(line.decode().replace("\x1b[?25h", ""))
    piped = subprocess.run(
        [sys.executable, "-m", "seqtui", "score", trained.onnx_path, "--input", source, "--output", "-"],
        check=True, capture_output=True,
    )  # fmt: skip
    assert b"\x1b]52;c;aGk=" in piped.stdout  # files and pipes get the original text


def test_the_app_sends_no_hostile_sequence_to_the_terminal(hostile_runs: Path) -> None:
    keys = (
        (b"\x1b[?1049h", b"\x1bOR"),  # F3
        (b"damaged", b"\x1b[B"),  # down, past the damaged run in the list
        (b"damaged", b"\r"),  # Enter
        (b"Back", b"l"),  # log, on the screen of a run
        (b"gnp.exe", b"\x1b"),  # back
        (b"gnp.exe", b"\x11"),  # quit
    )
    output = on_a_terminal("--runs-dir", hostile_runs, keys=keys)
    assert b"gnp.exe" in output
    text = output.decode(errors="replace")
    for payload in ("\x1b]52", "\x1b]0;", "\x9b", "\x9d", "\x9c", "\u202e"):
        assert payload not in text
    assert "[/]" in text


@pytest.mark.parametrize("debug", [[], ["--debug"]])
def test_an_error_and_its_traceback_are_printed_as_text(
    debug: list[str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError(HOSTILE)

    monkeypatch.setattr(Run, "all", broken)
    assert main(["runs", *debug]) == 1
    output = harmless(capfd.readouterr().err)
    assert ("Traceback" in output) == bool(debug)
    assert "    raise RuntimeError(HOSTILE)" in output or not debug
    assert "a bug in seqtui" in output


def test_only_control_characters_are_replaced() -> None:
    assert printable(HOSTILE).startswith("[2J ]0;owned ]52;c;aGk= 31m 8;;evil [/][bold]x[/bold]")
    assert printable_lines("  a\x1b[0m\n\tb \n") == "  a [0m\n b\n"
    assert escaped("a\tb\r\n\x1bé\u202e") == "a\tb\r\n\\u001bé\\u202e"
    assert json.loads(printable_json({"a": HOSTILE})) == {"a": HOSTILE}
    assert not _ESCAPES.search(printable_json([HOSTILE, "\x7f\u0085\u2028"]))
