"""Damaged archives with the official layout."""

import bz2
import gzip
import io
import lzma
import tarfile
from collections.abc import Iterator
from functools import partial

from tests.hostile.damage import Content
from tests.hostile.tables import ROWS, bomb

_TYPES = {
    "a hard link": tarfile.LNKTYPE,
    "a link": tarfile.SYMTYPE,
    "a character device": tarfile.CHRTYPE,
    "a block device": tarfile.BLKTYPE,
    "a pipe": tarfile.FIFOTYPE,
    "a folder": tarfile.DIRTYPE,
    "an unknown kind": b"Z",
}


def files(count: int = 24) -> dict[str, bytes]:
    """Return reviews by their official names."""
    contents = {}
    for number in range(count):
        part, ending = ("train", "test")[number % 3 == 0], ("neg/{}_2", "pos/{}_9")[number % 2].format(number)
        contents[f"aclImdb/{part}/{ending}.txt"] = ROWS[number % len(ROWS)]["text"].encode()
    return contents


def member(name: str, size: int, kind: bytes = tarfile.REGTYPE, link: str = "") -> bytes:
    """Return the header of one member."""
    info = tarfile.TarInfo(name)
    info.size, info.type, info.linkname = size, kind, link
    return info.tobuf(tarfile.GNU_FORMAT)


def padded(content: bytes) -> bytes:
    return content + b"\0" * (-len(content) % 512)


def plain(contents: dict[str, bytes]) -> bytes:
    """Return an uncompressed archive, without its end."""
    return b"".join(member(name, len(content)) + padded(content) for name, content in contents.items())


_END = b"\0" * 1024


def archive() -> bytes:
    """Return a valid archive."""
    return gzip.compress(plain(files()) + _END)


def crafted() -> Iterator[tuple[str, Content]]:
    """Yield a description of the damage and the file."""
    good = plain(files())
    evil = "aclImdb/train/pos/77_9.txt"
    for name in (
        "../../evil.txt",
        "/evil.txt",
        "aclImdb/train/pos/../../../../evil.txt",
        "aclImdb/train/pos/1_9.txt/../x",
        "\x1b[2J[/].txt",
        "a" * 250,
        "C:\\evil.txt",
        "",
    ):
        yield f"a member {name[:30]!r}", gzip.compress(good + member(name, 4) + padded(b"evil") + _END)
    for how, kind in _TYPES.items():
        for link in ("/etc/passwd", "../../../etc/passwd", evil):
            yield f"{how} to {link[-14:]}", gzip.compress(good + member(evil, 0, kind, link) + _END)
    yield "a review that is not UTF-8", gzip.compress(good + member(evil, 2) + padded(b"\xff\xfe") + _END)
    yield "a review of 2 MB", gzip.compress(good + member(evil, 2 << 20) + b"a" * (2 << 20) + _END)
    yield "a member longer than the archive", gzip.compress(good + member("aclImdb/x", 1 << 40))
    yield "a review longer than the archive", gzip.compress(good + member(evil, 1 << 19) + b"a")
    yield "the same member twice", gzip.compress(good + good + _END)
    yield "no reviews", gzip.compress(_END)
    yield "one label alone", gzip.compress(plain({k: v for k, v in files().items() if "/neg/" in k}) + _END)
    yield "one half alone", gzip.compress(plain({k: v for k, v in files().items() if "/train/" in k}) + _END)
    for size in (
        b"-0000000010\0",
        b"\xff" * 12,
        b"\xff" + b"\xff" * 10 + b"\x00",
        b"\x80" + b"\xff" * 11,
        b"99999999999\0",
        b"\0" * 12,
    ):
        yield (
            f"a size of {size!r}",
            gzip.compress(good + _with_size(member(evil, 4), size) + padded(b"evil") + _END),
        )
        yield (
            f"another member's size of {size!r}",
            gzip.compress(good + _with_size(member("aclImdb/x", 4), size) + padded(b"x") + _END),
        )
    for how, kind in (
        ("pax header", b"x"),
        ("long name", b"L"),
        ("long link", b"K"),
        ("global header", b"g"),
    ):
        yield f"a {how} of 4 GB", partial(_header_bomb, kind)
        yield f"a {how} of garbage", gzip.compress(member("h", 512, kind) + b"\xff" * 512 + good + _END)
    yield (
        "a thousand long names in a row",
        gzip.compress((member("h", 512, b"L") + b"a" * 512) * 1000 + good + _END),
    )
    yield (
        "5,000 pax headers in a row",
        gzip.compress((member("h", 12, b"x") + padded(b"12 path=abc\n")) * 5000 + good + _END),
    )
    yield "a sparse member", gzip.compress(good + _sparse() + _END)
    for packing in ("gzip", "Zstandard"):
        yield f"a {packing} bomb of zeros", partial(bomb, packing, good, b"\0")
    yield (
        "a gzip bomb in a member",
        lambda: gzip.compress(good + member("aclImdb/x", 6 << 30)) + bomb("gzip", b"", b"a"),
    )
    yield "a bzip2 bomb", lambda: bz2.compress(good) + bz2.compress(bytes(256 << 20)) * 24
    yield "an xz bomb", lambda: lzma.compress(bytes(256 << 20), preset=0) * 24
    yield (
        "an xz dictionary of 4 GB",
        lzma.compress(good, filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 30}]),
    )
    yield "a zip file", _zip()


def _header_bomb(kind: bytes) -> bytes:
    return gzip.compress(member("h", 4 << 30, kind)) + bomb("gzip", b"", b"a", 4 << 30)


def _with_size(header: bytes, size: bytes) -> bytes:
    changed = header[:124] + size + header[136:]
    blank = changed[:148] + b" " * 8 + changed[156:]
    return changed[:148] + b"%06o\0 " % sum(blank) + changed[156:]


def _sparse() -> bytes:
    header = bytearray(member("aclImdb/train/pos/78_9.txt", 512, tarfile.GNUTYPE_SPARSE))
    header[386:398], header[398:410] = b"00000000000\0", b"00000001000\0"
    header[483:495] = b"77777777777\0"
    return _with_size(bytes(header), b"00000001000\0") + b"a" * 512


def _zip() -> bytes:
    import zipfile

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("../evil.txt", "evil")
    return file.getvalue()
