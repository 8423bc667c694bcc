"""How a file of texts is laid out: what its user said, and what was detected."""

import codecs

import msgspec

from seqtui.errors import InputError
from seqtui.tables.formats import FORMATS

QUOTINGS: dict[str, str] = {
    "standard": "quotes in a quoted field are doubled",
    "none": "quotes are letters",
    "backslash": "a backslash escapes a quote",
}
"""The ways of quoting, and what each means."""

_SEPARATOR_NAMES = {
    "tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " ", "colon": ":",
}  # fmt: skip
_SHOWN = {"\t": "tab", " ": "space"}


class TableOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How the user says that a file is to be read. What is None is detected.

    Args:
        format: One of :data:`seqtui.tables.formats.FORMATS`. Default: by the file's ending and first bytes.
        encoding: A text encoding that Python knows. Default: detected.
        separator: What separates the fields of a row: one character, or a name such as ``tab``.
            Default: detected.
        quoting: One of :data:`QUOTINGS`. Default: ``standard``, unless another one certainly fits.
        header: Whether the first row holds the columns' names; without names they are 1, 2, …
            Default: detected.
        skip_lines: Lines before the header, or the first row, to leave out. Default: 0.

    Example:
        >>> TableOptions(separator="tab").separator_character
        '\\t'
    """

    format: str | None = None
    encoding: str | None = None
    separator: str | None = None
    quoting: str | None = None
    header: bool | None = None
    skip_lines: int | None = None

    def check(self) -> "TableOptions":
        """Check that each value is possible.

        Raises:
            InputError: If one is not; the message names the option.
        """
        for option, value, known in (
            ("format", self.format, FORMATS), ("quoting", self.quoting, QUOTINGS),
        ):  # fmt: skip
            if value is not None and value not in known:
                raise InputError(f"--{option} {value}: choose from {', '.join(known)}")
        if self.encoding is not None:
            check_encoding(self.encoding)
        separator = self.separator_character
        if separator is not None and (len(separator) != 1 or separator in '"\r\n\0'):
            raise InputError(
                f"--separator {separator!r}: give one character that is no quote and no line end, or one of "
                f"{', '.join(name for name in _SEPARATOR_NAMES if name[0] != chr(92))}"
            )
        if self.skip_lines is not None and self.skip_lines < 0:
            raise InputError(f"--skip-lines {self.skip_lines}: give 0 or more")
        return self

    @property
    def separator_character(self) -> str | None:
        """The separator as a character."""
        return None if self.separator is None else _SEPARATOR_NAMES.get(self.separator, self.separator)


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """How one file is read.

    Args:
        format: One of :data:`seqtui.tables.formats.FORMATS`.
        encoding: The encoding of its text. Default: ``utf-8``.
        separator: What separates the fields of a row, one character. Default: a comma.
        quoting: One of :data:`QUOTINGS`. Default: ``standard``.
        header: Whether the first row holds the columns' names. Default: True.
        skip_lines: Lines before that, which are left out. Default: 0.
        cr_lines: Whether lines end in CR alone, as on old Macintoshes. Default: False.
        array_key: Of JSON: the key that holds the array of rows. Default: the array, or a sequence of
            objects, is the whole file.
        example: Some decoded text, where the encoding was guessed. Default: none.
        warnings: What looks doubtful, a line each. Default: none.
    """

    format: str
    encoding: str = "utf-8"
    separator: str = ","
    quoting: str = "standard"
    header: bool = True
    skip_lines: int = 0
    cr_lines: bool = False
    array_key: str | None = None
    example: str | None = None
    warnings: tuple[str, ...] = ()

    @property
    def has_lines(self) -> bool:
        """Whether a row has a line number; of Parquet it has a row number."""
        return self.format != "parquet"

    @property
    def is_recoded(self) -> bool:
        """Whether the bytes that rows are read from are not those of the file."""
        return self.encoding not in ("utf-8", "utf-8-sig") or self.cr_lines

    def differences(self) -> list[str]:
        """What a reader of plain UTF-8 files would not expect, in words."""
        usual = "\t" if self.format == "tsv" else ","
        found = []
        if self.array_key is not None:
            found.append(f"rows under the key '{self.array_key}'")
        if self.separator != usual and self.format in ("csv", "tsv"):
            found.append(f"separator '{shown_separator(self.separator)}'")
        if self.quoting != "standard":
            found.append(f"quoting {self.quoting}: {QUOTINGS[self.quoting]}")
        if self.skip_lines:
            found.append(f"{self.skip_lines} line{'s' if self.skip_lines > 1 else ''} skipped")
        if not self.header and self.format in ("csv", "tsv"):
            found.append("no header, columns named 1, 2, …")
        if self.cr_lines:
            found.append("lines end in CR")
        if self.encoding not in ("utf-8", "utf-8-sig"):
            example = f" (as in '{self.example}')" if self.example else ""
            found.append(f"encoding {self.encoding}{example}")
        return found

    def describe(self) -> str:
        """The layout in one line.

        Example:
            >>> Layout(format="csv", separator=";", header=False).describe()
            "CSV, separator ';', no header, columns named 1, 2, …"
        """
        return ", ".join([self.name, *self.differences()])

    @property
    def name(self) -> str:
        """The format's name."""
        return FORMATS[self.format].title


def shown_separator(separator: str) -> str:
    """A separator for a message."""
    return _SHOWN.get(separator, separator)


def check_encoding(name: str) -> str:
    """Check that Python knows an encoding of text.

    Raises:
        InputError: If it does not.
    """
    try:
        codecs.getincrementaldecoder(name)
        b"a".decode(name)
    except UnicodeDecodeError:  # of more bytes
        return name
    except (LookupError, ValueError, AssertionError) as error:
        raise InputError(
            f"--encoding {name}: no such encoding; use utf-8, utf-16, cp1252, cp1251, gb18030 or the like"
        ) from error
    return name
