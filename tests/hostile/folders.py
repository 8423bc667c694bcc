"""Damaged recipes and damaged files of a run folder."""

import json
from collections.abc import Iterator
from typing import Any

from tests.hostile.damage import texts

HOSTILE = (
    "\x1b[2J\x1b]0;owned\x07\x1b]52;c;aGk=\x07\x9b31m\x9d8;;evil\x9c"
    "[/][bold]x[/bold] [@click=app.quit]x[/] \u202egnp.exe\nline\x00"
)
"""Control characters and markup that must not reach a terminal or a markup renderer."""

_NAN = "NaN"


def recipes() -> Iterator[tuple[str, bytes]]:
    """Yield a description of the damage and the recipe."""
    for how, text in {
        "an unknown setting": "epoch = 3",
        "hostile names": f"{json.dumps(HOSTILE)} = 1",
        "a hostile architecture": f"architecture = {json.dumps(HOSTILE)}",
        "a hostile source": f"data = {json.dumps(HOSTILE)}",
        "a source with NUL": 'data = "a\\u0000b"',
        "a long source": f'data = "{"a" * 100_000}"',
        "an empty source": 'data = ""',
        "a text for a number": 'epochs = "3"',
        "half a number": "epochs = 2.5",
        "a number below the minimum": "epochs = 0",
        "a number beyond 64 bits": f"epochs = {2**64}",
        "a number of 10,000 digits": f"epochs = {'9' * 10_000}",
        "a learning rate of NaN": "learning_rate = nan",
        "an infinite learning rate": "learning_rate = inf",
        "a clip norm of NaN": "clip_norm = nan",
        "a vocabulary beyond memory": "vocabulary_size = 1000000000000",
        "a batch beyond memory": "batch_size = 1000000000000",
        "a length beyond memory": "max_length = 1000000000000",
        "a quadrillion epochs": "epochs = 1000000000000000",
        "true for a number": "epochs = true",
        "a table for a number": "[epochs]\na = 1",
        "a list for a text": 'data = ["a"]',
        "a date": "seed = 1979-05-27",
        "nested lists": "seed = " + "[" * 50_000 + "]" * 50_000,
        "nested tables": "seed = " + "{a=" * 20_000 + "1" + "}" * 20_000,
        "a long dotted key": ".".join(["a"] * 20_000) + " = 1",
        "a setting twice": "epochs = 1\nepochs = 2",
        "an incomplete line": "epochs =",
        "a text never closed": 'data = "imdb-25k',
        "JSON": '{"epochs": 3}',
        "YAML": "epochs: 3",
        "100,000 settings": "\n".join(f"a{n} = 1" for n in range(100_000)),
        "20 MB of comment": "#" + "a" * (20 << 20),
        "20 MB of a name": "a" * (20 << 20) + " = 1",
        "a hostile fingerprint": 'data_fingerprint = "\\u001b[2J"',
    }.items():
        yield how, text.encode() + b"\n"
    yield from texts(b'architecture = "cnn-lstm"\nepochs = 3\n# \xc3\xa9lan\n').items()


CORRECTIONS = b"".join(
    add + b',"time":"2026-11-27T12:00:00Z"}\n'
    for add in (
        b'{"text":"sha256:00","old":"negative","new":"positive","note":"\xc3\xa9lan"',
        b'{"text":"sha256:01","old":"negative","new":"negative"',
        b'{"text":"sha256:00","undo":true',
    )
)


def corrections() -> Iterator[tuple[str, bytes]]:
    """Yield a description of the damage and the corrections file."""
    line = {"text": "sha256:02", "old": "negative", "new": "positive", "time": "2026-11-27T12:00:00Z"}
    changes: dict[str, dict[str, Any]] = {
        "hostile labels": {"old": HOSTILE, "new": HOSTILE},
        "a hostile note": {"note": HOSTILE},
        "a hostile digest": {"text": HOSTILE},
        "a number for a label": {"new": 1},
        "a label of a megabyte": {"new": "a" * (1 << 20)},
        "a time of a megabyte": {"time": "a" * (1 << 20)},
        "a year beyond all years": {"time": "99999-01-01T00:00:00Z"},
        "an undo of nothing": {"undo": True},
        "text for undo": {"undo": "yes"},
        "no new label": {"new": None},
        "a newer field": {"reviewer": {"name": HOSTILE}},
    }
    for how, changed in changes.items():
        yield how, json.dumps({**line, **changed}).encode() + b"\n" + CORRECTIONS
    yield "nested lists", b'{"text":' + b"[" * 100_000 + b"\n" + CORRECTIONS
    yield "a nested newer field", CORRECTIONS[:-2] + b',"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}\n"
    yield (
        "100,000 corrections",
        b"".join(json.dumps({**line, "text": f"sha256:{n}"}).encode() + b"\n" for n in range(100_000)),
    )
    yield "an incomplete last line", CORRECTIONS[:-9]
    yield "20 MB on one line", b'{"text":"' + b"a" * (20 << 20)
    yield from texts(CORRECTIONS).items()


def events(good: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a description of the damage and the events of a run."""
    lines = [json.loads(line) for line in good.splitlines()]
    kinds = {line["event"]: line for line in lines}
    for kind, event in kinds.items():
        for field, value in event.items():
            if field == "event":
                continue
            for wrong in _wrong(value):
                # Replaces the last event of its kind, so that the following events stay in order.
                changed = [line for line in lines if line is not event]
                changed.insert(lines.index(event), event | {field: wrong})
                yield f"{kind}: {field} is {str(wrong)[:20]!r}", _lines(changed)
        yield f"no {kind}", _lines([line for line in lines if line["event"] != kind])
        yield f"100 times {kind}", _lines([event] * 100 + lines)
        yield f"{kind} alone", _lines([event])
    newer = [{"event": "energy", "joules": 3, "time": 1.0}, *({**line, "gpu": [1]} for line in lines)]
    newer = [line | {"version": "99.1.0"} if line["event"] == "started" else line for line in newer]
    yield "a newer version's", _lines(newer)
    yield "a newer version's alone", _lines([newer[0]])
    yield "backwards", _lines(lines[::-1])
    yield "a line of 60 MB", good + b'{"event": "' + b"a" * (60 << 20) + b'"}\n' + good
    yield "60 MB without an end of line", good + b"a" * (60 << 20)
    yield "nested 100,000 deep", good + b"[" * 100_000 + b"]" * 100_000 + b"\n" + good
    yield "20,000 epochs", _lines([kinds["epoch"] | {"epoch": number} for number in range(20_000)])
    yield "a million blank lines", b"\n" * 1_000_000 + good


def _wrong(value: Any) -> list[Any]:
    if isinstance(value, bool):
        return ["yes", None]
    if isinstance(value, int | float):
        return [-1, 0, 10**18, 10**40, 1e308, -1e308, 0.5, None, _NAN]
    if isinstance(value, str):
        return [HOSTILE, "a" * 100_000, "", 1]
    return [[], [HOSTILE] * 3, [[HOSTILE, HOSTILE, 1e308]], 10_000 * ["x"], {}]


def _lines(events: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(event).encode() + b"\n" for event in events)


def small_json(good: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield metrics with each field wrong in each way."""
    fields = json.loads(good)
    for field, value in fields.items():
        for wrong in _wrong(value):
            yield f"{field} is {str(wrong)[:20]!r}", json.dumps(fields | {field: wrong}).encode()
        yield (
            f"no {field}",
            json.dumps({name: value for name, value in fields.items() if name != field}).encode(),
        )
    yield "a newer version's", json.dumps(fields | {"calibration": {"ece": 0.1}}).encode()
    yield "nested", b"[" * 100_000
    yield "a list", b"[]"
    yield "NaN for a number", good.replace(b": 0.", b": NaN, ", 1)
    yield from texts(good).items()


def vocabularies(good: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a description of the damage and the vocabulary."""
    words = good.decode().splitlines()
    for how, changed in {
        "a word twice": [*words, words[5]],
        "no reserved words": words[2:],
        "one reserved word": words[1:],
        "a word of the older text rule": [*words, "Film"],
        "hostile words": [*words, HOSTILE.replace("\n", " ")],
        "an empty word": [*words, ""],
        "two words in one": [*words, "two words"],
        "words missing": words[:10],
        "words in another order": words[:2] + words[:1:-1],
        "a word of 20 MB": [*words, "a" * (20 << 20)],
        "a million words": [*words, *(f"zz{n}" for n in range(1_000_000))],
        "NUL": [*words, "a\0b"],
    }.items():
        yield how, "\n".join(changed).encode() + b"\n"
    yield from texts(good).items()


def logs() -> Iterator[tuple[str, bytes]]:
    """Yield logs of a trainer that died."""
    yield "hostile", HOSTILE.encode() * 50
    yield "no text", bytes(range(256)) * 100
    yield "one line of 60 MB", b"a" * (60 << 20)
    yield "60 MB of blank lines", b"\n" * (60 << 20)
    yield "2 GB of zeros", b""  # the factory creates a sparse file
