"""The page of ``seqtui data doctor``: counts, order, cut texts, and hostile text that stays text."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from seqtui.corpora.corrections import Corrections
from seqtui.curation.suspects import Diagnosis, Suspect
from seqtui.errors import InputError
from seqtui.reporting.diagnosis import MAX_SUSPECTS, diagnosis_page, write_diagnosis
from tests.reporting.pages import read
from tests.reporting.test_report import HOSTILE


def suspect(row: int, **values: Any) -> Suspect:
    default: dict[str, Any] = {
        "row": row, "set": "train", "where": f"/home/me/films.csv, line {row + 2}", "text": f"Film {row}.",
        "label": "negative", "suggested": "positive", "score": 0.01, "kind": "label",
        "reason": "predicted 'positive' with 99.0%",
    }  # fmt: skip
    return Suspect(**(default | values))


def diagnosis(suspects: Sequence[Suspect], **values: Any) -> Diagnosis:
    default: dict[str, Any] = {
        "source": "/home/me/films.csv", "class_names": ("negative", "positive"), "examined": 25_000,
        "accuracy": 0.912, "suspects": list(suspects), "notes": ["not examined: 7 test reviews"],
        "corrections": Corrections(Path("/home/me/films.csv.corrections.jsonl")),
    }  # fmt: skip
    return Diagnosis(**(default | values))


def test_the_page_counts_reasons_and_cuts_texts() -> None:
    long = "".join(f"{number:05}" for number in range(5000))
    found = diagnosis(
        [
            suspect(0, text=long, corrected="positive", note="irony"),
            suspect(1, kind="leak", suggested=None, reason="93% the same as /home/me/films.csv, line 9"),
            suspect(2, corrected="negative"),
        ]
    )
    page = read(diagnosis_page(found))
    text = " ".join("".join(page.text).split())
    assert page.elements["article"] == 3
    assert page.elements["details"] == 1
    assert "labels that are probably wrong2" in text
    assert "2 decided in the corrections file" in text
    assert "negative → positive, corrected to positive label 0.010 · films.csv, line 2" in text
    assert "note: irony" in text
    assert f"{long[:300]} … 25,000 characters" in text
    assert f"… {long[300:20_000]} … 5,000 more characters" in text
    assert "negative leak 0.010 · films.csv, line 3 93% the same as films.csv, line 9" in text
    assert "label kept" in text
    assert "/home/me" not in text  # pages are passed on


def test_of_many_suspects_the_first_are_listed() -> None:
    found = diagnosis([suspect(row, text=f"Film {row}. " * 200) for row in range(10_000)])
    text = diagnosis_page(found)
    page = read(text)
    assert page.elements["article"] == MAX_SUSPECTS == 1000
    assert "The first 1,000 of 10,000" in "".join(page.text)
    assert len(text) < 3_500_000
    assert read(diagnosis_page(found, 10_000)).elements["article"] == 10_000


def test_hostile_texts_stay_text() -> None:
    hostile = suspect(
        0, text=HOSTILE * 9, label=HOSTILE, suggested=HOSTILE, corrected=HOSTILE, note=HOSTILE,
        reason=HOSTILE, where=HOSTILE,
    )  # fmt: skip
    found = diagnosis(
        [hostile], source=HOSTILE, notes=[HOSTILE], corrections=Corrections(Path("a" + HOSTILE))
    )
    page = diagnosis_page(found)
    assert "".join(read(page).text).count('<img src=x onerror="a()"> {{ 7 * 7 }} $x_$ & \ufffd[31m') >= 16
    assert "default-src 'none'" in page


def test_an_empty_page_and_pages_that_cannot_be_written(tmp_path: Path) -> None:
    write_diagnosis(diagnosis([]), tmp_path / "page.html")
    assert "None." in (tmp_path / "page.html").read_text(encoding="utf-8")
    (tmp_path / "folder.html").mkdir()
    with pytest.raises(InputError, match=r"folder\.html: a folder; name a file"):
        write_diagnosis(diagnosis([]), tmp_path / "folder.html")
    with pytest.raises(InputError, match=r"must end in \.html"):
        write_diagnosis(diagnosis([]), tmp_path / "page.json")
