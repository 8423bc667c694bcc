import os
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seqtui.errors import InputError
from seqtui.terminal.sanitize import has_controls
from seqtui.tui.completion import complete
from seqtui.tui.paths import parse_path, read_path
from tests.tui.conftest import HOSTILE

NAMES = st.text(st.characters(exclude_categories=["C"], exclude_characters="/\x00\u2028\u2029"), min_size=1)
PATHS = st.lists(NAMES.filter(lambda name: not has_controls(name)), min_size=1, max_size=3).map(
    lambda names: "/" + "/".join(names)
)
no_deadline = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def dropped_by_a_terminal(path: str) -> str:
    return re.sub(r"([^\w/.,:+-])", r"\\\1", path)


def in_double_quotes(path: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", path) + '"'


@pytest.mark.parametrize(
    "notation",
    [
        shlex.quote,
        in_double_quotes,
        dropped_by_a_terminal,
        lambda path: f"file://{quote(path)}",
        lambda path: f"FILE://localhost{quote(path)}",
        lambda path: f"'file://{quote(path)}'",
        lambda path: f"  {shlex.quote(path)} ",
    ],
)
@no_deadline
@given(path=PATHS)
def test_a_pasted_path_is_parsed_in_every_notation(notation: Callable[[str], str], path: str) -> None:
    assert parse_path(notation(path)) == path


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("~/reviews.csv", "/home/ann/reviews.csv"),
        ("'~/my reviews.csv'", "/home/ann/my reviews.csv"),
        (r"~/my\ reviews.csv", "/home/ann/my reviews.csv"),
        ("~unknown-user/a.csv", "~unknown-user/a.csv"),
        ("my reviews.csv", "my reviews.csv"),
        ("it's mine.csv", "it's mine.csv"),
        ("'/a.csv' '/b.csv'", "'/a.csv' '/b.csv'"),  # two files are not one path
        ("data/*.csv", "data/*.csv"),
        ("file://other-machine/a.csv", "file://other-machine/a.csv"),
        ("file:///C%C3%B4te%20d'Azur.csv", "/Côte d'Azur.csv"),
        ("imdb-25k", "imdb-25k"),
        ("", ""),
    ],
)
def test_typed_paths_are_parsed(text: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    assert parse_path(text) == path


@pytest.mark.parametrize("name", ["it's.csv", r"a\ b.csv", "'quoted'", " spaces ", "~tilde", '"', "file:"])
def test_the_name_of_an_existing_file_is_not_parsed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).touch()
    assert read_path(name) == name


def test_a_dash_is_a_file_and_not_standard_input() -> None:
    assert read_path("-") == "./-"


@pytest.mark.parametrize(
    "text", [HOSTILE, "a\x00b", "~\x00", "~\ud800", "file:///a%1b%5b2Jb", "file:///caf%e9.csv", "'\x07'"]
)
def test_paths_with_control_characters_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="characters that cannot be shown"):
        read_path(text)


@no_deadline
@given(st.text(max_size=40))
def test_every_text_gives_a_path_or_an_error(text: str) -> None:
    try:
        assert not has_controls(read_path(text))
    except InputError:
        assert has_controls(parse_path(text))
    for shown, value in complete(text, ["imdb"]):
        assert not has_controls(shown + value)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("Reviews.csv", "reviews two.csv", ".hidden.csv", "bad\x1b[2J.csv", "other.txt"):
        (tmp_path / name).touch()
    os.close(os.open(os.fsencode(tmp_path) + b"/caf\xe9.csv", os.O_CREAT))
    (tmp_path / "tree" / "pos").mkdir(parents=True)
    return tmp_path


def test_completions_end_folders_with_a_slash_and_ignore_case(folder: Path) -> None:
    def values(text: str, *known: str) -> list[str]:
        return [value for _, value in complete(text, known)]

    assert values("r") == ["reviews two.csv", "Reviews.csv"]
    assert values("t") == ["tree/"]
    assert values("tree/") == ["tree/pos/"]
    assert values("~/o") == ["~/other.txt"]
    assert values("~") == values("~/")
    assert values(f"{folder}/o") == [f"{folder}/other.txt"]
    assert values("'reviews t") == ["reviews two.csv"]
    assert values("reviews\\ t") == ["reviews two.csv"]
    assert values(f"file://{folder}/o") == [f"{folder}/other.txt"]
    assert values(".h") == [".hidden.csv"]
    assert values("no/such") == []
    assert values("b") == values("c") == []  # names that cannot be shown
    assert values("im", "imdb", "/runs/of/mine.csv") == ["imdb"]
    assert values("MINE", "imdb", "/runs/of/mine.csv") == ["/runs/of/mine.csv"]
    assert values("", "imdb")[:3] == ["imdb", "other.txt", "reviews two.csv"]
