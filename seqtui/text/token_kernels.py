"""Compiled loops over UTF-8 texts: the tokens of ASCII words, and a table that numbers tokens.

The table has rows of a hash and a number, UNUSED in unused rows; its number of rows is a power of two, and at
least half of them stay unused. ``spellings`` contains the bytes of all tokens, ``ends`` the end of each.
"""

import string

import numpy as np
from numba import njit

from seqtui.storage.compiling import compiled

UNUSED = -1

_SPACE, _QUOTE, _SLASH, _THREE, _LESS, _GREATER = b" '/3<>"
_subroutine = njit(nogil=True, error_model="numpy", inline="always")


def _class_of(characters: str) -> np.ndarray:
    return np.isin(np.arange(256), list(characters.encode()))


_LETTER = _class_of(string.ascii_letters)
_ALPHANUMERIC = _class_of(string.ascii_letters + string.digits)
_WORD = _class_of(string.ascii_letters + string.digits + "_")
_APOSTROPHE = _class_of("'`")
_ONE = _class_of("!?")
_EYES = _class_of(":;=")
_NOSE = _class_of("-^")
_MOUTH = _class_of(r")(|/\][*")
_MOUTH_LETTER = _class_of("DPpOo")


@_subroutine
def _token_end(text, first, end):  # type: ignore[no-untyped-def]
    """Return the end of the token that starts at a byte of an ASCII text; ``first`` if there is none.

    This is :data:`seqtui.text.tokenizer.EXPRESSION`.
    """
    start = text[first]
    last = first + 1
    if _ALPHANUMERIC[start]:
        while last < end and _ALPHANUMERIC[text[last]]:
            last += 1
        while last + 1 < end and _APOSTROPHE[text[last]] and _ALPHANUMERIC[text[last + 1]]:
            last += 2
            while last < end and _ALPHANUMERIC[text[last]]:
                last += 1
        return last
    if _ONE[start]:
        return last
    if start == _LESS:
        if last < end and text[last] == _SLASH:
            last += 1
        if last < end and text[last] == _THREE:
            return last + 1
        name = last
        while last < end and _LETTER[text[last]]:
            last += 1
        if last > name:
            if last < end and text[last] == _SPACE:
                last += 1
            if last < end and text[last] == _SLASH:
                last += 1
            if last < end and text[last] == _GREATER:
                return last + 1
    if _EYES[start]:
        if last < end and text[last] == _QUOTE:
            last += 1
        if last < end and _NOSE[text[last]]:
            last += 1
        if last < end and _MOUTH[text[last]]:
            return last + 1
        if last < end and _MOUTH_LETTER[text[last]] and (last + 1 == end or not _WORD[text[last + 1]]):
            return last + 1
    return first


@_subroutine
def _number(text, first, end, table, spellings, ends, tokens):  # type: ignore[no-untyped-def]
    """Return the number of a token; ``tokens`` if it is new, and then it is added."""
    code = np.uint64(14695981039346656037)  # FNV-1a
    for index in range(first, end):
        code = (code ^ np.uint64(text[index])) * np.uint64(1099511628211)
    code ^= code >> np.uint64(32)
    mask = np.uint64(len(table) - 1)
    row = code & mask
    while table[row, 1] != UNUSED:
        if table[row, 0] == np.int64(code):
            number = table[row, 1]
            start = ends[number - 1] if number else 0
            if ends[number] - start == end - first:
                offset = 0
                while offset < end - first and spellings[start + offset] == text[first + offset]:
                    offset += 1
                if offset == end - first:
                    return number
        row = (row + np.uint64(1)) & mask
    start = ends[tokens - 1] if tokens else 0
    spellings[start : start + end - first] = text[first:end]
    ends[tokens] = start + end - first
    table[row, 0] = np.int64(code)
    table[row, 1] = tokens
    return tokens


@compiled()
def number_texts(text, text_ends, numbers, number_ends, others, table, spellings, ends, tokens):  # type: ignore[no-untyped-def]
    """Number the tokens of texts, except for words with bytes beyond ASCII and what is attached to them.

    A text is read in chunks that end at white space, but not within a tag such as ``<br />``. So no token
    extends over two chunks.

    Args:
        text: Concatenated texts, UTF-8.
        text_ends: End of each text.
        numbers: Output. Number of each token, int32.
        number_ends: Output. End of each text in ``numbers``.
        others: Output. For each run of chunks with bytes beyond ASCII: index of the text, where its tokens
            belong in ``numbers``, and its first byte and end.
        table: Hash table, changed.
        spellings: Bytes of all tokens, changed.
        ends: End of each token in them, changed.
        tokens: Number of different tokens so far.

    Returns:
        Length of ``numbers``, of ``others``, and number of different tokens.
    """
    length = count = start = 0
    for index in range(len(text_ends)):
        end = text_ends[index]
        while start < end and text[start] != 0:
            is_ascii = True
            chunk_end = start
            while chunk_end < end and text[chunk_end] != 0:
                byte = text[chunk_end]
                if byte <= _SPACE and (
                    chunk_end + 1 == end
                    or (text[chunk_end + 1] != _SLASH and text[chunk_end + 1] != _GREATER)
                ):
                    break
                is_ascii &= byte < 128
                chunk_end += 1
            if is_ascii:
                while start < chunk_end:
                    last = _token_end(text, start, chunk_end)
                    if last == start:
                        start += 1
                        continue
                    number = _number(text, start, last, table, spellings, ends, tokens)
                    tokens = max(tokens, number + 1)
                    numbers[length] = number
                    length += 1
                    start = last
            elif count and others[count - 1, 3] == start - 1 and others[count - 1, 0] == index:
                others[count - 1, 3] = chunk_end
            else:
                others[count, 0] = index
                others[count, 1] = length
                others[count, 2] = start
                others[count, 3] = chunk_end
                count += 1
            start = chunk_end
            if start < end and text[start] != 0:
                start += 1  # the white space
        start = end
        number_ends[index] = length
    return length, count, tokens


@compiled()
def number_tokens(text, token_ends, numbers, table, spellings, ends, tokens):  # type: ignore[no-untyped-def]
    """Number tokens.

    Args:
        text: Concatenated tokens, UTF-8.
        token_ends: End of each token.
        numbers: Output. Number of each token, int32.
        table: Hash table, changed.
        spellings: Bytes of all tokens, changed.
        ends: End of each token in them, changed.
        tokens: Number of different tokens so far.

    Returns:
        Number of different tokens.
    """
    start = 0
    for index in range(len(token_ends)):
        number = _number(text, start, token_ends[index], table, spellings, ends, tokens)
        tokens = max(tokens, number + 1)
        numbers[index] = number
        start = token_ends[index]
    return tokens


@compiled()
def rehash(table, larger):  # type: ignore[no-untyped-def]
    """Copy a hash table to a larger one, initially unused."""
    mask = np.uint64(len(larger) - 1)
    for index in range(len(table)):
        if table[index, 1] != UNUSED:
            row = np.uint64(table[index, 0]) & mask
            while larger[row, 1] != UNUSED:
                row = (row + np.uint64(1)) & mask
            larger[row] = table[index]
