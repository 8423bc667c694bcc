# ruff: noqa: RUF001 - letters of all scripts
"""Detect the encoding of text from its byte order mark or its bytes."""

import codecs
import io
import re
from collections.abc import Callable
from typing import Any, BinaryIO, NamedTuple

BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\0\0": "utf-32",
    b"\0\0\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
"""Byte order marks and their encodings, longest first."""

_BLOCK = 1 << 20
_MIN_SAMPLE = 16  # bytes; fewer do not show a pattern of NUL bytes
_SAMPLE = 1 << 16  # bytes of words with a byte above 0x7F: enough to distinguish encodings
_MULTI_BYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NOT_LEADING = bytes({*range(256)} - {*range(0xC2, 0xF5)})  # bytes that cannot start a multi-byte character
_HIGH = re.compile(rb"[\x80-\xff]")
# In double-byte encodings the second byte is 0x40 or above, and may be an ASCII letter.
_HIGH_WORD = re.compile(rb"[^\x00-\x20\",;]*[\x80-\xff][^\x00-\x20\",;]*")
_C1 = re.compile(rb"[\x80-\x9f]")  # letters and quotes in cp1252, controls in latin-1
_NOT_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_RUN = re.compile(rb"[\x80-\xff]+")
_LATIN = {"cp1252", "cp1250", "iso8859-2", "cp1254", "cp1257"}
_DOUBLE_BYTE = {"gb18030", "big5", "cp932", "euc-jp", "cp949"}
_CLOSE = 0.05  # fractions of expected characters that differ by less are ties
_SURE = 0.8  # fraction of expected characters below which a guess is uncertain

_PUNCTUATION = "‘’“”„–—…•€£°«»·´™®©¿¡§\xa0"
_WESTERN = f"[àáâãäåæçèéêëìíîïñòóôõöøùúûüÿœßÀÁÂÄÅÇÈÉÊÍÎÑÓÔÖØÚÜŒ{_PUNCTUATION}]"
_CENTRAL = f"[áâăäćçčďđéëęěíîĺľłńňóôőöŕřśšşťţúůüűýźžżąßÁÄČĎÉĚÍŁÓÖŘŚŠŤÚÜÝŹŽŻ{_PUNCTUATION}]"
_TURKISH = f"[çğıöşüâîûÇİÖŞÜ{_PUNCTUATION}]"
_BALTIC = f"[āčēģīķļņšūžąęėįųõäöüĀČĒĪŠŪŽĄĘĖĮŲ{_PUNCTUATION}]"
_CYRILLIC = f"[а-яёіїєґў{_PUNCTUATION}]"
_JAPANESE = "[ぁ-ゖァ-ヺー、。一-龥！？「」]"


def _fraction_of(characters: str) -> Callable[[str], float]:
    return lambda text: len(re.findall(characters, text)) / max(1, len(text))  # compiled at the first call


def _frequent(encoding: str, first: int, last: int, punctuation: int) -> Callable[[str], float]:
    """Return a function for the fraction of frequent Han characters, the first level of the standard."""

    def share(text: str) -> float:
        leading = [character.encode(encoding, "replace")[0] for character in text]
        return sum(first <= byte <= last or byte == punctuation for byte in leading) / max(1, len(leading))

    return share


def _japanese(text: str) -> float:
    share = _fraction_of(_JAPANESE)(text)
    return share if _fraction_of("[ぁ-ゖァ-ヺ]")(text) > 0.1 else share / 2


def _thai(text: str) -> float:
    """Return the fraction of Thai letters, if a quarter are vowels and each mark follows a consonant.

    Letters alone are no evidence: all byte pairs of East Asian encodings are Thai letters.
    """
    misplaced = _fraction_of("(?<![ก-ฮ็-๎ัิ-ฺ])[ัิ-ฺ็-๎]|[เ-ไ](?![ก-ฮ])")(text)
    vowels = min(1.0, 4 * _fraction_of("[ะ-ฺเ-ๅ]")(text))
    return max(0.0, _fraction_of("[ก-๙]")(text) * vowels - 4 * misplaced)


# The fraction of non-ASCII text in the scripts of each encoding. Of similar ones, the most common is first.
_EXPECTED: dict[str, Callable[[str], float]] = {
    "cp1252": _fraction_of(_WESTERN), "cp1254": _fraction_of(_TURKISH), "cp1250": _fraction_of(_CENTRAL),
    "iso8859-2": _fraction_of(_CENTRAL), "cp1257": _fraction_of(_BALTIC), "cp1251": _fraction_of(_CYRILLIC),
    "koi8-r": _fraction_of(_CYRILLIC), "cp866": _fraction_of(_CYRILLIC),
    "cp1253": _fraction_of(f"[α-ωάέήίόύώ{_PUNCTUATION}]"), "cp1255": _fraction_of(f"[א-ת{_PUNCTUATION}]"),
    "cp1256": _fraction_of(f"[ء-ي،؟{_PUNCTUATION}]"), "cp874": _thai,
    "gb18030": _frequent("gb2312", 0xB0, 0xD7, 0xA3), "big5": _frequent("big5", 0xA4, 0xC6, 0xA1),
    "cp932": _japanese, "euc-jp": _japanese, "cp949": _fraction_of("[가-힣]"),
}  # fmt: skip


class Encoding(NamedTuple):
    """A detected encoding.

    Args:
        name: Name of the codec in Python.
        example: Some decoded text, if the encoding was guessed. Default: None.
        alternative: Another encoding that fits about as well. Default: None.
    """

    name: str
    example: str | None = None
    alternative: str | None = None


def marked_encoding(start: bytes) -> str | None:
    """Return the encoding that a byte order mark or the positions of NUL bytes indicate, if any."""
    for mark, name in BYTE_ORDER_MARKS.items():
        if start.startswith(mark):
            return name
    sample = start[: 1 << 12]
    if len(sample) >= _MIN_SAMPLE and sample.count(0) * 4 > len(sample):
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        if max(even, odd) > 10 * min(even, odd):
            return "utf-16-le" if odd > even else "utf-16-be"
    return None


def detect_encoding(file: BinaryIO) -> Encoding:
    """Detect the encoding of a file.

    A byte order mark decides. Otherwise valid UTF-8 is UTF-8, and so is text with more multi-byte characters
    than invalid bytes; the reader then reports the invalid lines. Everything else is guessed, with
    charset-normalizer and the fraction of characters that are common in the scripts of each encoding.

    Args:
        file: Binary file, read from its current position to its end.

    Returns:
        The encoding; ``utf-8`` for an empty file.

    Example:
        >>> detect_encoding(io.BytesIO("naïve".encode("utf-16"))).name
        'utf-16'
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8, multi_byte, invalid, c1, not_cp1252 = True, 0, 0, False, False
    words, size = list[bytes](), 0
    first = True
    while block := file.read(_BLOCK):
        if first and (marked := marked_encoding(block)):
            return Encoding(marked)
        first = False
        if is_utf8:
            try:
                decoder.decode(block)
            except UnicodeDecodeError:
                is_utf8 = False
        if not block.isascii():
            if is_utf8:  # counted without a regular expression: most files are UTF-8
                multi_byte += len(block.translate(None, _NOT_LEADING))
            else:
                rest, found = _MULTI_BYTE.subn(b"", block)
                multi_byte, invalid = multi_byte + found, invalid + len(_HIGH.findall(rest))
            c1 = c1 or _C1.search(block) is not None
            not_cp1252 = not_cp1252 or _NOT_CP1252.search(block) is not None
            if invalid and size < _SAMPLE:
                words += _HIGH_WORD.findall(block[: _SAMPLE - size])
                size += min(len(block), _SAMPLE)
    if is_utf8 or multi_byte >= invalid:
        return Encoding("utf-8")
    return _guess(words, c1 and not not_cp1252)


def _guess(words: list[bytes], is_cp1252: bool) -> Encoding:
    """Guess the encoding of words that contain bytes above 0x7F and are not UTF-8."""
    sample = b" ".join(words)
    western = "cp1252" if is_cp1252 else "latin-1"
    # Latin text has single non-ASCII letters, other scripts have whole words of them.
    runs = _RUN.findall(sample)
    in_words = sum(len(run) for run in runs if len(run) > 2) / max(1, sum(map(len, runs)))
    scores = dict[str, tuple[float, float]]()
    decoded = dict[str, str]()
    coherence = _coherence(sample)
    for name, share_of in _EXPECTED.items():
        if name == ("iso8859-2" if _C1.search(sample) else "cp1250"):  # cp1250 has š, ž and ť there
            continue
        try:
            text = sample.decode(western if name == "cp1252" else name)
        except UnicodeDecodeError:
            continue
        decoded[name] = text
        fit = 1 - in_words if name in _LATIN else 1.0 if name in _DOUBLE_BYTE else in_words
        share = fit * share_of("".join(filter(_is_non_ascii, text)))
        scores[name] = (share, coherence.get(name, 0.0))
    if not scores:
        return Encoding(western, _example(sample.decode("latin-1")), None)
    best = max(scores, key=lambda name: scores[name][0])
    close = [name for name in scores if scores[name][0] > scores[best][0] - _CLOSE]
    # Of close Latin encodings the first; otherwise the one that charset-normalizer prefers.
    if best not in _LATIN or not _LATIN.issuperset(close):
        best = max(close, key=lambda name: round(scores[name][1], 1))
    else:
        best = close[0]
    alternatives = [name for name in close if decoded[name] != decoded[best] and not {best, name} <= _LATIN]
    if scores[best][0] < _SURE and not alternatives:
        alternatives = [name for name in scores if decoded[name] != decoded[best]]
    name = western if best == "cp1252" else best
    return Encoding(name, _example(decoded[best]), max(alternatives, key=lambda n: scores[n], default=None))


def _coherence(sample: bytes) -> dict[str, float]:
    """Return charset-normalizer's coherence minus chaos of a sample, for each encoding."""
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=[_codec(name) for name in _EXPECTED])
    return {
        name: match.coherence - match.chaos
        for match in found
        for name in _EXPECTED
        if _codec(name) in match.could_be_from_charset
    }


def _codec(name: str) -> str:
    """Return the name that charset-normalizer uses."""
    return name.replace("-", "_")


def _is_non_ascii(character: str) -> bool:
    return character > "\x7f"


def _example(text: str) -> str:
    """Return the first non-ASCII words."""
    words = [word for word in text.split() if not word.isascii()]
    return " ".join(words[:4])[:40]


def is_mojibake(text: str) -> bool:
    """Return whether text looks like UTF-8 that was decoded with a Western encoding.

    Example:
        >>> is_mojibake("trÃ¨s"), is_mojibake("très")
        (True, False)
    """
    for encoding in ("cp1252", "latin-1"):
        try:
            decoded = text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if decoded != text:
            return True
    return False


class Transcoded(io.RawIOBase):
    """A file converted to UTF-8 while it is read. Invalid bytes raise UnicodeDecodeError.

    Args:
        file: Binary file.
        encoding: Encoding of the file.
        cr_lines: Convert CR line ends to LF. Default: False.
    """

    def __init__(self, file: Any, encoding: str, *, cr_lines: bool = False) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._cr_lines = cr_lines
        self._ready = b""

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read into a buffer and return the number of bytes."""
        while not self._ready:
            block = self._file.read(_BLOCK)
            text = self._decoder.decode(block, final=not block)
            self._ready = (text.replace("\r", "\n") if self._cr_lines else text).encode(
                "utf-8", "surrogatepass"
            )
            if not block:
                break
        count = min(len(buffer), len(self._ready))
        buffer[:count], self._ready = self._ready[:count], self._ready[count:]
        return count
