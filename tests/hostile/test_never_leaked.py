"""Nothing that a review, a label, a name or a log says reaches the terminal as an escape or as markup."""

import json
import os
import pty
import re
import select
import shutil
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
from tests.conftest import PATIENCE
from tests.hostile.folders import HOSTILE
from tests.hostile.models import relabelled

_ESCAPES = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_ARGUMENT = HOSTILE.replace("\0", "") + "\udcff"  # as a shell can give it
_KEEPS_GOING = {"demo", "serve", "completion"}  # they take no words, or would begin to work


def commands(group: click.Group, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)
        elif name not in _KEEPS_GOING:
            yield (*path, name), command


def harmless(said: str) -> str:
    """What was said, once it has been seen to hold nothing that a terminal obeys."""
    assert not _ESCAPES.search(said), repr(said)
    return said


@pytest.mark.parametrize(("path", "command"), commands(cli), ids=lambda value: str(value)[:20])
def test_every_option_of_every_command_is_told_as_text(
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
        said = capfd.readouterr()
        assert code in (1, 2) or path == ("runs", "list"), (path, given, said)
        harmless(said.out + said.err)
        assert "a defect of seqtui" not in said.err


@pytest.fixture
def hostile_runs(trained: Run, tmp_path: Path) -> Path:
    """A folder of runs in which every text that a file can hold is hostile."""
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


def test_what_runs_contain_is_told_as_text(hostile_runs: Path, capfd: pytest.CaptureFixture[str]) -> None:
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
        said = capfd.readouterr()
        harmless(said.out + said.err)
        assert said.out + said.err
        if "--json" in line and said.out:
            assert HOSTILE[:9] in "".join(
                map(str, _texts([json.loads(one) for one in said.out.splitlines()]))
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


def test_what_is_scored_is_told_as_text(hostile_model: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for how in ([], ["--json"], ["--explain"], ["--explain", "--json"]):
        assert main(["score", str(hostile_model), f"wonderful excellent {_ARGUMENT}", *how]) == 0
        assert "[bold]x[/bold]" in harmless(capfd.readouterr().out)
    source = hostile_model.with_suffix(".csv")
    source.write_text(f'"{HOSTILE}",text,label\na,good,{json.dumps(HOSTILE)[1:-1]}\na,"{HOSTILE}",negative\n')
    for more in ([], ["--label-column", "label"], ["--text-column", HOSTILE], ["--text-column", "none"]):
        main(["--debug", "score", str(hostile_model), "--input", str(source), *more])
        said = capfd.readouterr()
        harmless(said.out + said.err)


def on_a_terminal(*arguments: object, until: bytes = b"", keys: tuple[bytes, ...] = ()) -> bytes:
    """All bytes that a command sends to its terminal."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(LINES="40", COLUMNS="120", TERM="xterm-256color")
        os.execv(sys.executable, [sys.executable, "-m", "seqtui", *map(str, arguments)])  # noqa: S606
    said, waiting, end = b"", list(keys), time.monotonic() + PATIENCE
    pressed = time.monotonic()
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                said += os.read(terminal, 1 << 16)
            except OSError:  # it has ended
                break
        if waiting and until in said and time.monotonic() - pressed > 1:
            os.write(terminal, waiting.pop(0))
            pressed = time.monotonic()
    os.waitpid(child, 0)
    os.close(terminal)
    return said


def test_scores_on_a_terminal_are_shown_not_obeyed(trained: Run, tmp_path: Path) -> None:
    source = tmp_path / "reviews.csv"
    source.write_text(f'text,"{HOSTILE}"\n"{HOSTILE}",1\n')
    said = on_a_terminal("score", trained.onnx_path, "--input", source, "--output", "-")
    assert b"\\u001b]52;c;aGk=\\u0007" in said
    for line in said.splitlines():  # but for the bar of progress there is nothing
        harmless(line.decode().replace("\x1b[?25h", ""))
    piped = subprocess.run(
        [sys.executable, "-m", "seqtui", "score", trained.onnx_path, "--input", source, "--output", "-"],
        check=True, capture_output=True,
    )  # fmt: skip
    assert b"\x1b]52;c;aGk=" in piped.stdout  # a file gets what was there


def test_the_app_sends_nothing_of_it_to_the_terminal(hostile_runs: Path) -> None:
    said = on_a_terminal(
        "--runs-dir", hostile_runs, until=b"\x1b[?1049h", keys=(b"\x1bOR", b"\r", b"l", b"\x1b", b"\x11")
    )  # F3, Enter, log, back, quit
    assert b"gnp.exe" in said
    text = said.decode(errors="replace")
    for payload in ("\x1b]52", "\x1b]0;", "\x9b", "\x9d", "\x9c", "\u202e"):
        assert payload not in text
    assert "[/]" in text


@pytest.mark.parametrize("debug", [[], ["--debug"]])
def test_an_error_and_its_traceback_are_text(
    debug: list[str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError(HOSTILE)

    monkeypatch.setattr(Run, "all", broken)
    assert main(["runs", *debug]) == 1
    said = harmless(capfd.readouterr().err)
    assert ("Traceback" in said) == bool(debug)
    assert "    raise RuntimeError(HOSTILE)" in said or not debug
    assert "a defect of seqtui" in said


def test_texts_are_made_harmless_and_no_more() -> None:
    assert printable(HOSTILE).startswith("[2J ]0;owned ]52;c;aGk= 31m 8;;evil [/][bold]x[/bold]")
    assert printable_lines("  a\x1b[0m\n\tb \n") == "  a [0m\n b\n"
    assert escaped("a\tb\r\n\x1bé\u202e") == "a\tb\r\n\\u001bé\\u202e"
    assert json.loads(printable_json({"a": HOSTILE})) == {"a": HOSTILE}
    assert not _ESCAPES.search(printable_json([HOSTILE, "\x7f\u0085\u2028"]))
