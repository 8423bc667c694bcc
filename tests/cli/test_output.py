"""Terminals with limited encodings, and terminals that can only print lines."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from seqtui.runs import Run

TEXT = "“Grüße” – 好电影 😀"


def run(*arguments: object, cwd: Path, **variables: str) -> "subprocess.CompletedProcess[bytes]":
    done = subprocess.run(
        [sys.executable, "-m", "seqtui", *map(str, arguments)],
        cwd=cwd, env={**os.environ, **variables}, capture_output=True, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    assert b"UnicodeEncodeError" not in done.stderr
    return done


def test_output_in_latin_1_replaces_missing_characters(tmp_path: Path, trained: Run) -> None:
    def printed(*arguments: object) -> str:
        done = run(*arguments, cwd=tmp_path, PYTHONIOENCODING="latin-1")
        assert done.returncode == 0, done.stderr
        return (done.stdout + done.stderr).decode("latin-1")

    labels = ("gut", "schlecht")
    rows = [f"{TEXT} … word{n} {n % 7},{labels[n % 2]}" for n in range(60)]
    (tmp_path / "übung.csv").write_text("\n".join(["text,label", *rows, ""]), encoding="utf-8")
    shown = printed("data", "show", "übung.csv")
    assert '"Grüße" - ??? ?' in shown
    assert "####" in shown
    assert '"Grüße" - ??? ?' in printed("score", trained.onnx_path, TEXT)
    assert "Embedding 32 > " in printed("runs", "show", trained.path)
    for command in (["--help"], ["train", "--help"], ["runs", "--runs-dir", trained.path.parent]):
        assert printed(*command)
    for command in (["watch", trained.path], ["runs", "compare", trained.path, trained.path]):
        run(*command, cwd=tmp_path, PYTHONIOENCODING="latin-1")


def test_json_and_data_are_complete_in_latin_1(tmp_path: Path, trained: Run) -> None:
    (tmp_path / "texts.txt").write_text(f"{TEXT}\n", encoding="utf-8")
    score = ("score", trained.onnx_path, "--input", "texts.txt")
    explained = run(*score, "--json", "--explain", cwd=tmp_path, PYTHONIOENCODING="latin-1")
    words = json.loads(explained.stdout.decode("ascii"))["words"]
    assert [word["text"] for word in words][:1] == ["Grüße"]
    data = run(*score, "--output", "-", cwd=tmp_path, PYTHONIOENCODING="latin-1")
    assert TEXT in data.stdout.decode("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="arguments as bytes")
def test_arguments_outside_the_encoding_of_the_terminal(tmp_path: Path, trained: Run) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "utf-8"}
    done = run("score", trained.onnx_path, "café", cwd=tmp_path, **ascii_only)
    assert done.stdout.decode().endswith("\tcafé\n")
    done = run("score", trained.onnx_path, os.fsdecode(b"caf\xe9"), cwd=tmp_path)
    assert done.returncode == 0
    assert b"not in the terminal's encoding" in done.stderr
    name = os.fsdecode(b"caf\xe9.csv")
    (tmp_path / name).write_text("text,label\n" + "".join(f"word{n} a b,{n % 2}\n" for n in range(60)))
    done = run("train", "--data", name, "--name", "mine", cwd=tmp_path)
    assert done.returncode == 2
    assert b"rename the file" in done.stderr
    assert not (tmp_path / "runs" / "mine").exists()


@pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal")
@pytest.mark.parametrize("kind", ["dumb", ""])
def test_a_dumb_terminal_gets_lines(tmp_path: Path, trained: Run, kind: str) -> None:
    def on_a_terminal(*arguments: object) -> tuple[int, bytes]:
        child, terminal = pty.fork()
        if child == 0:
            os.environ["TERM"] = kind
            os.chdir(tmp_path)
            os.execv(sys.executable, [sys.executable, "-m", "seqtui", *map(str, arguments)])  # noqa: S606
        output = b""
        try:
            while part := os.read(terminal, 1 << 16):
                output += part
        except OSError:  # the command has ended
            pass
        os.close(terminal)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), output

    code, output = on_a_terminal()
    assert code == 2
    assert output.count(b"\n") == 1
    assert f"TERM={kind}: the app needs a terminal".encode() in output
    code, output = on_a_terminal("watch", trained.path)
    assert code == 0
    assert b"epoch 3/3" in output
    assert b"\x1b" not in output
