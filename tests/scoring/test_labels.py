"""True labels of a scored file: by name, as numbers, or as indices."""

from pathlib import Path

import numpy as np
import pytest

from seqtui.errors import InputError
from seqtui.scoring import Scorer, score_file
from seqtui.tables.rows import UNLABELLED
from seqtui.tables.selection import ColumnSelection, label_name


def write(path: Path, labels: list[str]) -> Path:
    path.write_text("text,mark\n" + "".join(f"A fine film,{label}\n" for label in labels))
    return path


@pytest.mark.parametrize(
    ("labels", "values", "indices"),
    [
        (["1", "2", "3"], ["1.0", "2", 3, 3.0, " 1"], [0, 1, 2, 2, 0]),
        (["1.0", "2.0"], ["1", 2.0, "2.00"], [0, 1, 1]),
        (["0", "1"], [True, False, "1"], [1, 0, 1]),
        (["negative", "positive"], ["positive", "0", 1, 1.0, None, ""], [1, 0, 1, 1, UNLABELLED, UNLABELLED]),
        (["false", "true"], [True, "false"], [1, 0]),
    ],
)
def test_labels_compare_by_value(labels: list[str], values: list[object], indices: list[int]) -> None:
    selection = ColumnSelection("text", "label", labels)
    assert [selection.label_index(value) for value in values] == indices
    assert selection.used_indices == ("negative" in labels)


def test_numbers_are_not_read_as_indices_if_class_names_are_numbers() -> None:
    selection = ColumnSelection("text", "label", ["1", "5"])
    with pytest.raises(ValueError, match=r"its label '0' is none of 1, 5$"):
        selection.label_index("0")
    with pytest.raises(ValueError, match="its label 'Positive' is none of negative, positive"):
        ColumnSelection("text", "label", ["negative", "positive"]).label_index("Positive")
    assert (
        ColumnSelection("text", "label", ["negative", "positive"], normalize=True).label_index(" POSITIVE ")
        == 1
    )


def test_a_list_of_one_label_is_that_label() -> None:
    assert label_name(["good"]) == "good"
    with pytest.raises(ValueError, match=r"it has 2 labels \(a, b\)"):
        label_name(["a", "b"])


def test_indices_are_reported(tmp_path: Path, scorer: Scorer) -> None:
    notes: list[str] = []
    source = write(tmp_path / "indices.csv", ["1", "0", "1.0"])
    done = score_file(scorer, source, tmp_path / "o.csv", label_column="mark", on_note=notes.append)
    assert done.evaluation is not None
    assert np.array_equal(done.evaluation.counts.sum(axis=1), [1, 2])
    assert notes == [
        f"{source}: true labels are read as indices of the network's labels: 0 is 'negative', 1 is 'positive'"
    ]
    notes.clear()
    names = write(tmp_path / "names.csv", ["positive", "negative"])
    score_file(scorer, names, tmp_path / "o.csv", label_column="mark", on_note=notes.append)
    assert notes == []
    with pytest.raises(InputError, match="its label 'Positive' is none of"):
        score_file(scorer, write(names, ["Positive"]), tmp_path / "o.csv", label_column="mark")
    score_file(scorer, names, tmp_path / "o.csv", label_column="mark", normalize_labels=True)


def test_score_detects_and_reports_the_layout_as_train_does(tmp_path: Path, scorer: Scorer) -> None:
    notes: list[str] = []
    source = tmp_path / "cyrillic.csv"
    rows = "".join(f"Отличный фильм, смотрел два раза {n};{n % 2}\n".replace(",", " ") for n in range(30))
    source.write_bytes(f"review;mark\n{rows}".encode("cp1251"))
    score_file(scorer, source, tmp_path / "o.csv", on_note=notes.append)
    assert notes[0].startswith(f"{source}: CSV, separator ';', encoding cp1251 (as in 'Отличный")
    assert notes[0].endswith("text column 'review'")
    assert "Отличный фильм  смотрел два раза 7" in (tmp_path / "o.csv").read_text(encoding="utf-8")
    empty = tmp_path / "codes.csv"
    empty.write_text("text\n" + "---\n" * 9 + "good\n")
    notes.clear()
    score_file(scorer, empty, tmp_path / "o.csv", on_note=notes.append)
    assert notes == [
        f"warning: {empty}: 9 of 10 texts contain no word; is 'text' the right column (--text-column)?"
    ]
