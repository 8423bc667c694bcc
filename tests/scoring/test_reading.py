import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqtui.errors import InputError
from seqtui.scoring import read_reviews


def test_text_lines(tmp_path: Path) -> None:
    path = tmp_path / "reviews.txt"
    path.write_bytes("\ufeffgood\r\n\nbad \u2028 still bad\nlast".encode())
    assert list(read_reviews(str(path))) == ["good", "", "bad \u2028 still bad", "last"]


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), st.text("ab\n,\"'")
        )
    )
)
def test_csv_as_written_is_csv_as_read(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([("id", "review"), *rows])
    path = tmp_path_factory.mktemp("csv") / "reviews.csv"
    path.write_bytes(buffer.getvalue().encode())
    assert list(read_reviews(str(path), "review")) == [review for _, review in rows]


def test_a_csv_file_has_a_text_column_unless_told_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "reviews.CSV"
    path.write_text("text,label\ngood,1\n")
    assert list(read_reviews(str(path))) == ["good"]
    assert list(read_reviews(str(path), "label")) == ["1"]


def test_a_review_longer_than_csvs_own_limit(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("text\n" + "a" * 300_000 + "\n")
    assert len(next(read_reviews(str(path)))) == 300_000


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (
            b"review,label\ngood,1\n",
            r"line 1: no column 'text'; use --text-column with one of: review, label",
        ),
        (b"", r"line 1: no column 'text'.*one of: none"),
        (b"text,label\ngood,1\nbad\n", r"line 3: 1 fields, the header has 2"),
        (b'text\n"open\n', r"line \d: unexpected end of data"),
        (b"text\ngood\n\xff\n", r"not UTF-8"),
    ],
)
def test_a_bad_csv_names_the_line(tmp_path: Path, content: bytes, complaint: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=rf"bad\.csv.*{complaint}"):
        list(read_reviews(str(path)))


def test_a_line_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(b"good\nb\xe4d\n")
    with pytest.raises(InputError, match=r"bad\.txt, line 2: not UTF-8"):
        list(read_reviews(str(path)))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"--input .*none\.txt: No such file"):
        list(read_reviews(str(tmp_path / "none.txt")))
    with pytest.raises(InputError, match="Is a directory"):
        list(read_reviews(str(tmp_path)))
