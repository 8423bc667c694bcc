"""The corrections file, and the corpus that it corrects."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqtui.corpora import Corpus, load_corpus, read_corpus
from seqtui.corpora.corrected import corrected
from seqtui.corpora.corrections import (
    add_correction,
    read_corrections,
    read_corrections_if_any,
    text_digest,
    undo_correction,
)
from seqtui.errors import InputError
from seqtui.recipe import Recipe
from tests.corpora.test_own import write_csv

TEXTS = ("A fine film", "A dull film", "\x1b[2J[/b] \u202e \x00 \ud800 日本語")
LABELS = ("negative", "positive", '{"new": 1}\n')
TIME = '"time":"2026-11-27T12:00:00Z"'
DIGEST = f'"text":"{text_digest("A fine film")}"'
GOOD = f'{{{DIGEST},"old":"negative","new":"positive",{TIME}}}'


@given(st.lists(st.tuples(st.sampled_from(TEXTS), st.none() | st.sampled_from(LABELS)), max_size=12))
def test_decisions_are_read_back_in_order_and_undone_one_by_one(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str | None]]
) -> None:
    path = tmp_path_factory.mktemp("corrections") / "reviews.csv.corrections.jsonl"
    expected: dict[str, list[str]] = {text: [] for text in TEXTS}
    for text, label in steps:
        if label is not None:
            add_correction(path, text, "negative", label, note=f"{text} {label}")
            expected[text].append(label)
        elif expected[text]:
            left = undo_correction(path, text)
            expected[text].pop()
            assert (left and left.new) == (expected[text][-1] if expected[text] else None)
        else:
            with pytest.raises(InputError, match="no correction of this text to undo"):
                undo_correction(path, text)
    read = read_corrections_if_any(path)
    for text, labels in expected.items():
        assert [done.new for done in read.by_text.get(text_digest(text), [])] == labels
        last = read.of(text)
        assert (last and last.new) == (labels[-1] if labels else None)
    content = path.read_bytes() if path.exists() else b""
    assert not any(byte < 32 and byte != ord("\n") for byte in content)


def test_a_line_cut_off_at_any_byte_is_ignored_and_then_replaced(tmp_path: Path) -> None:
    path = tmp_path / "reviews.csv.corrections.jsonl"
    add_correction(path, TEXTS[0], "negative", "positive")
    first = path.read_bytes()
    add_correction(path, TEXTS[1], "positive", "negative", "été")
    both = path.read_bytes()
    for end in range(len(first) + 1, len(both) - 1):
        path.write_bytes(both[:end])
        read = read_corrections(path)
        assert read.warnings == [f"{path}, line 2: incomplete, ignored"]
        assert list(read.by_text) == [text_digest(TEXTS[0])]
        add_correction(path, TEXTS[2], "negative", "positive")
        read = read_corrections(path)
        assert (read.warnings, list(read.by_text)) == ([], [text_digest(TEXTS[0]), text_digest(TEXTS[2])])
    path.write_bytes(both[:-1])  # complete, only its line end is missing, as after an editor
    add_correction(path, TEXTS[2], "negative", "positive")
    assert len(read_corrections(path).by_text) == 3


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("text,label", "JSON is malformed"),
        ("[1, 2]", "Expected `object`, got `array`"),
        ("[" * 100_000, ""),
        (f"{{{DIGEST},{TIME}}}", "'old' and 'new' are needed"),
        (f'{{{DIGEST},"old":"negative","new":1,{TIME}}}', r"Expected `str \| null`, got `int`"),
        (f'{{{DIGEST},"old":"negative","new":"positive"}}', "missing required field `time`"),
        (f'{{"text":"{text_digest("another")}","undo":true,{TIME}}}', "there is nothing to undo"),
        ("\ufffd\x00\x1b[2J", "JSON is malformed"),
    ],
)  # fmt: skip
def test_a_line_that_is_not_a_correction_is_named(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text(f"{GOOD}\n\n{line}\n{GOOD}\n", encoding="utf-8")
    with pytest.raises(InputError, match=rf"mine\.jsonl, line 3: not a correction: .*{reason}"):
        read_corrections(path)
    assert path.read_text(encoding="utf-8").count(GOOD) == 2


def test_what_is_not_a_corrections_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"--corrections .*absent: no such file"):
        read_corrections(tmp_path / "absent")
    with pytest.raises(InputError, match=r"--corrections .*: not a file"):
        read_corrections(tmp_path)
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG without a line end")
    with pytest.raises(InputError, match=r"picture\.png, line 1: not a correction"):
        read_corrections(picture)
    with pytest.raises(InputError, match=r"picture\.png: not a file of JSON lines"):
        add_correction(picture, "text", "negative", "positive")
    assert picture.read_bytes() == b"\x89PNG without a line end"
    with pytest.raises(InputError, match="a note of 2,001 characters"):
        add_correction(tmp_path / "new", "text", "negative", "positive", "x" * 2001)
    assert not (tmp_path / "new").exists()


def test_several_processes_append_and_lose_nothing(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from seqtui.corpora.corrections import add_correction\n"
        "for number in range(40): add_correction(Path('a'), f'{sys.argv[1]} {number}', 'x', 'y')"
    )

    def run(name: str) -> int:
        return subprocess.run([sys.executable, "-c", script, name], cwd=tmp_path).returncode

    with ThreadPoolExecutor() as pool:
        assert set(pool.map(run, "ab")) == {0}
    read = read_corrections(tmp_path / "a")
    assert (len(read.by_text), read.warnings) == (80, [])


def test_after_a_kill_every_reported_correction_is_there(tmp_path: Path) -> None:
    script = (
        "import itertools; from pathlib import Path; from seqtui.corpora.corrections import add_correction\n"
        "for number in itertools.count():\n"
        "    add_correction(Path('a'), str(number), 'x', 'y'); print(number, flush=True)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=tmp_path, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        reported = [next(process.stdout) for _ in range(20)]
        process.kill()
        reported += list(process.stdout)
    read = read_corrections(tmp_path / "a")
    assert {text_digest(line.strip()) for line in reported if line.endswith("\n")} <= set(read.by_text)


def sentiment(folder: Path, count: int = 60) -> Path:
    rows = [{"text": f"film number {n}", "label": ("negative", "positive")[n % 2]} for n in range(count)]
    return write_csv(folder / "reviews.csv", rows)


def labels_by_text(corpus: Corpus) -> dict[str, tuple[str, str]]:
    return {
        text: (part, corpus.class_names[label])
        for part, reviews in corpus.parts.items()
        for text, label in zip(reviews.texts, reviews.labels, strict=True)
    }


def test_corrections_change_labels_but_no_sets(tmp_path: Path) -> None:
    recipe = Recipe(data=str(sentiment(tmp_path)))
    before, fingerprint = read_corpus(recipe)
    path = tmp_path / "mine.jsonl"
    chosen = [before.train.texts[0], before.test.texts[0], before.parts["validation"].texts[0]]
    sets = labels_by_text(before)
    for text in chosen:
        add_correction(path, text, sets[text][1], {"negative": "positive"}.get(sets[text][1], "negative"))
    recipe = Recipe(data=recipe.data, corrections=str(path))
    after, changed = read_corpus(recipe)
    for name, part in before.parts.items():
        assert after.parts[name].texts == part.texts
    now = labels_by_text(after)
    assert {text for text in sets if sets[text] != now[text]} == set(chosen)
    assert changed != fingerprint
    assert sum(count for *_, count in after.findings.corrected) == 3
    for text in chosen:
        undo_correction(path, text)
    assert read_corpus(recipe)[1] == fingerprint


def test_corrections_that_do_not_apply_are_reported(tmp_path: Path) -> None:
    corpus = load_corpus(str(sentiment(tmp_path)))
    path = tmp_path / "mine.jsonl"
    add_correction(path, "film number 0", "negative", "positive")
    add_correction(path, "film number 1", "positive", "positive", "surely")
    add_correction(path, "film number 3", "negative", "positive")  # is positive in the source already
    add_correction(path, "film number 5", "neutral", "negative")
    add_correction(path, "in no source", "negative", "positive")
    findings = corrected(corpus, read_corrections(path)).findings
    assert findings.corrected == [("negative", "positive", 1)]
    assert findings.lines()[-3:] == [
        "corrections: 1 applied (negative → positive 1)",
        f"warning: {path}: corrected texts that are not among these reviews: 1 (line 5)",
        f"warning: {path}: corrections of another label, not applied: 1 (line 4: 'neutral', in the source "
        "'positive')",
    ]


def test_repeated_texts_with_different_labels_get_one_label(tmp_path: Path) -> None:
    rows = [{"text": f"film number {n // 2}", "label": ("negative", "positive")[n % 2]} for n in range(60)]
    corpus = load_corpus(str(write_csv(tmp_path / "a.csv", rows)))
    path = tmp_path / "mine.jsonl"
    text = corpus.test.texts[0]
    add_correction(path, text, "negative", "positive")
    assert {label for _, label in pairs_of(corrected(corpus, read_corrections(path)), text)} == {"positive"}
    add_correction(path, text, "positive", "negative")
    assert {label for _, label in pairs_of(corrected(corpus, read_corrections(path)), text)} == {"negative"}
    undo_correction(path, text)
    assert {label for _, label in pairs_of(corrected(corpus, read_corrections(path)), text)} == {"positive"}


def pairs_of(corpus: Corpus, wanted: str) -> list[tuple[str, str]]:
    return [
        (text, corpus.class_names[label])
        for reviews in corpus.parts.values()
        for text, label in zip(reviews.texts, reviews.labels, strict=True)
        if text == wanted
    ]


def test_labels_that_a_source_does_not_have_are_refused(tmp_path: Path) -> None:
    corpus = load_corpus(str(sentiment(tmp_path)))
    path = tmp_path / "mine.jsonl"
    add_correction(path, "film number 0", "negative", "positve")
    with pytest.raises(
        InputError, match=r"mine\.jsonl, line 1: 'positve' is not .*did you mean 'positive'\?"
    ):
        corrected(corpus, read_corrections(path))
    undo_correction(path, "film number 0")
    for number in range(0, 60, 2):
        add_correction(path, f"film number {number}", "negative", "positive")
    with pytest.raises(InputError, match=r"none of the training reviews is 'negative' after the corrections"):
        corrected(corpus, read_corrections(path))


def test_a_pattern_does_not_match_the_corrections_beside_the_tables(tmp_path: Path) -> None:
    table = sentiment(tmp_path)
    add_correction(tmp_path / "reviews.corrections.jsonl", "film number 0", "negative", "positive")
    assert load_corpus(str(tmp_path / "*")).fingerprint() == load_corpus(str(table)).fingerprint()


@pytest.mark.parametrize("label", [None, "", " ", 1])
def test_what_is_not_a_label_is_not_written(tmp_path: Path, label: object) -> None:
    path = tmp_path / "c.jsonl"
    for labels in ((label, "positive"), ("positive", label)):
        with pytest.raises(InputError, match="is not a label"):
            add_correction(path, "a text", *labels)
    assert not path.exists()
