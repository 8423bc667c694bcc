"""Ways to damage any file."""

import pickle
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

Content = bytes | Callable[[], bytes]
"""Content of a file, or a function that creates it: gigabytes are created only when needed."""


def build(content: Content) -> bytes:
    """Return the content, created if it is a function."""
    return content if isinstance(content, bytes) else content()


Damage = Callable[[bytes, Random], bytes]


class Executes:
    """Object that creates the file ``executed`` when it is unpickled."""

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return Path.write_text, (Path("executed"), "")


PICKLE = pickle.dumps(Executes())


def _cut(content: bytes, rng: Random) -> bytes:
    return content[: rng.randrange(len(content))]


def _start_removed(content: bytes, rng: Random) -> bytes:
    return content[rng.randrange(1, len(content)) :]


def _bits(content: bytes, rng: Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(rng.choice([1, 1, 4, 64])):
        damaged[rng.randrange(len(damaged))] ^= 1 << rng.randrange(8)
    return bytes(damaged)


def _early_bits(content: bytes, rng: Random) -> bytes:
    return _bits(content[:200], rng) + content[200:]


def _late_bits(content: bytes, rng: Random) -> bytes:
    return content[:-400] + _bits(content[-400:], rng)


def _noise(content: bytes, rng: Random) -> bytes:
    first, length = rng.randrange(len(content)), rng.choice([1, 8, 300])
    return content[:first] + rng.randbytes(length) + content[first + length :]


def _inserted(content: bytes, rng: Random) -> bytes:
    index = rng.randrange(len(content))
    piece = rng.choice(
        [b"\0", b"\0" * 5000, b'"', b"\x1b[2J", b"\xff", b"\xed\xa0\x80", b"\r", b"{[", b"\xe2\x80\xae"]
    )
    return content[:index] + piece + content[index:]


def _zeroed(content: bytes, rng: Random) -> bytes:
    first, length = rng.randrange(len(content)), rng.choice([4, 512, 1 << 20])
    return content[:first] + b"\0" * len(content[first : first + length]) + content[first + length :]


def _repeated(content: bytes, rng: Random) -> bytes:
    first = rng.randrange(len(content))
    last = rng.randrange(first, len(content)) + 1
    return content[:last] + content[first:last] * rng.choice([1, 20]) + content[last:]


def _dropped(content: bytes, rng: Random) -> bytes:
    first = rng.randrange(len(content))
    return content[:first] + content[first + rng.choice([1, 17, 2000]) :]


ANY: dict[str, Damage] = {
    "cut off": _cut,
    "start removed": _start_removed,
    "bits flipped": _bits,
    "bits flipped at the start": _early_bits,
    "bits flipped at the end": _late_bits,
    "noise": _noise,
    "bytes inserted": _inserted,
    "zeroed": _zeroed,
    "a part repeated": _repeated,
    "a part removed": _dropped,
}
"""Random damage to any file."""

OTHER_CONTENTS: dict[str, bytes] = {
    "empty": b"",
    "one byte": b"\0",
    "a megabyte of zeros": b"\0" * (1 << 20),
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)),
    "a pickle": PICKLE,
    "a web page": b"<!DOCTYPE html><html><body>404 Not Found</body></html>\n",
    "escapes": b"\x1b[2J\x1b]0;owned\x07\x1b]52;c;aGk=\x07\x9b31m[/][bold]\n",
}
"""Contents of other kinds of files."""


def texts(content: bytes) -> dict[str, bytes]:
    """Return a text file in other encodings and line ends."""
    text = content.decode()
    return {
        "UTF-16, little-endian": text.encode("utf-16"),
        "UTF-16, big-endian": b"\xfe\xff" + text.encode("utf-16-be"),
        "UTF-16 without a byte order mark": text.encode("utf-16-le"),
        "UTF-32": text.encode("utf-32"),
        "Latin-1": text.encode("latin-1", "replace"),
        "a byte order mark": b"\xef\xbb\xbf" + content,
        "two byte order marks": b"\xef\xbb\xbf" * 2 + content,
        "carriage returns": content.replace(b"\n", b"\r"),
        "NUL after every byte": b"\0".join(content[index : index + 1] for index in range(len(content))),
    }
