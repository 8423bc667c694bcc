"""Ways to spoil any file."""

import pickle
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

Content = bytes | Callable[[], bytes]
"""What is in a file, or what makes it: gigabytes are not made for nothing."""


def made(content: Content) -> bytes:
    """The content itself."""
    return content if isinstance(content, bytes) else content()


Damage = Callable[[bytes, Random], bytes]


class Executes:
    """Leaves a file ``executed`` behind where somebody unpickles it."""

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return Path.write_text, (Path("executed"), "")


PICKLE = pickle.dumps(Executes())


def _cut(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _beheaded(content: bytes, chance: Random) -> bytes:
    return content[chance.randrange(1, len(content)) :]


def _bits(content: bytes, chance: Random) -> bytes:
    spoiled = bytearray(content)
    for _ in range(chance.choice([1, 1, 4, 64])):
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    return bytes(spoiled)


def _early_bits(content: bytes, chance: Random) -> bytes:
    return _bits(content[:200], chance) + content[200:]


def _late_bits(content: bytes, chance: Random) -> bytes:
    return content[:-400] + _bits(content[-400:], chance)


def _noise(content: bytes, chance: Random) -> bytes:
    first, length = chance.randrange(len(content)), chance.choice([1, 8, 300])
    return content[:first] + chance.randbytes(length) + content[first + length :]


def _inserted(content: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(content))
    piece = chance.choice(
        [b"\0", b"\0" * 5000, b'"', b"\x1b[2J", b"\xff", b"\xed\xa0\x80", b"\r", b"{[", b"\xe2\x80\xae"]
    )
    return content[:place] + piece + content[place:]


def _zeroed(content: bytes, chance: Random) -> bytes:
    first, length = chance.randrange(len(content)), chance.choice([4, 512, 1 << 20])
    return content[:first] + b"\0" * len(content[first : first + length]) + content[first + length :]


def _repeated(content: bytes, chance: Random) -> bytes:
    first = chance.randrange(len(content))
    last = chance.randrange(first, len(content)) + 1
    return content[:last] + content[first:last] * chance.choice([1, 20]) + content[last:]


def _dropped(content: bytes, chance: Random) -> bytes:
    first = chance.randrange(len(content))
    return content[:first] + content[first + chance.choice([1, 17, 2000]) :]


ANY: dict[str, Damage] = {
    "cut off": _cut,
    "beheaded": _beheaded,
    "bits flipped": _bits,
    "bits flipped in the beginning": _early_bits,
    "bits flipped in the end": _late_bits,
    "noise": _noise,
    "something in between": _inserted,
    "zeroed": _zeroed,
    "a part repeated": _repeated,
    "a part gone": _dropped,
}
"""What may happen to any file; never the same twice."""

STRANGERS: dict[str, bytes] = {
    "empty": b"",
    "one byte": b"\0",
    "a megabyte of zeros": b"\0" * (1 << 20),
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)),
    "a pickle": PICKLE,
    "a web page": b"<!DOCTYPE html><html><body>404 Not Found</body></html>\n",
    "escapes": b"\x1b[2J\x1b]0;owned\x07\x1b]52;c;aGk=\x07\x9b31m[/][bold]\n",
}
"""Other things under a file's name."""


def texts(content: bytes) -> dict[str, bytes]:
    """A text file as other programs would have saved it."""
    text = content.decode()
    return {
        "UTF-16, little end": text.encode("utf-16"),
        "UTF-16, big end": b"\xfe\xff" + text.encode("utf-16-be"),
        "UTF-16 without a mark": text.encode("utf-16-le"),
        "UTF-32": text.encode("utf-32"),
        "Latin-1": text.encode("latin-1", "replace"),
        "a byte order mark": b"\xef\xbb\xbf" + content,
        "two byte order marks": b"\xef\xbb\xbf" * 2 + content,
        "carriage returns": content.replace(b"\n", b"\r"),
        "NUL behind every byte": b"\0".join(content[place : place + 1] for place in range(len(content))),
    }
