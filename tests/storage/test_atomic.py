import os
import subprocess
import sys
from pathlib import Path

import pytest

from seqtui.errors import InputError
from seqtui.storage.atomic import check_writable, replacing


def test_the_destination_changes_only_when_the_new_file_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "model.keras"
    path.write_text("old")
    with replacing(path) as temporary:
        assert temporary.suffix == ".keras"
        temporary.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert [file.name for file in tmp_path.iterdir()] == ["model.keras"]


def test_a_failure_leaves_the_old_file_and_no_temporary_file(tmp_path: Path) -> None:
    path = tmp_path / "metrics.json"
    path.write_text("old")

    def fail_halfway() -> None:
        with replacing(path) as temporary:
            temporary.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_halfway()
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["metrics.json"]


def test_temporary_files_of_ended_processes_are_removed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "scores.csv"
    child = subprocess.Popen([sys.executable, "-c", "pass"])
    child.wait()
    temporary_files = [tmp_path / f".scores.{number}.csv" for number in (child.pid, os.getppid())]
    others = [tmp_path / ".scores.mine.csv", tmp_path / f".other.{child.pid}.csv"]
    for file in (*temporary_files, *others):
        file.touch()
    with replacing(path) as temporary:
        temporary.write_text("new")
    assert [file.exists() for file in (*temporary_files, *others)] == [False, True, True, True]


def test_an_error_names_the_destination(tmp_path: Path) -> None:
    path = tmp_path / "none" / "scores.csv"

    def write() -> None:
        with replacing(path) as temporary:
            temporary.write_text("new")

    with pytest.raises(FileNotFoundError) as raised:
        write()
    assert raised.value.filename == str(path)


def test_whether_a_file_can_be_written_is_known_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_writable(tmp_path / "scores.csv", "--output")
    with pytest.raises(InputError, match="a folder; name a file"):
        check_writable(tmp_path, "--output")
    with pytest.raises(InputError, match="no such folder"):
        check_writable(tmp_path / "none" / "scores.csv", "--output")
    monkeypatch.setattr(os, "access", lambda path, _: path != tmp_path)  # root may write everywhere
    with pytest.raises(InputError, match=r"--output .*scores\.csv: cannot be written: no permission"):
        check_writable(tmp_path / "scores.csv", "--output")
