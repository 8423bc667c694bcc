"""Layout of a file of texts: user settings, and detected values."""

import codecs

import msgspec

from seqtui.errors import InputError
from seqtui.tables.formats import FORMATS

QUOTINGS: dict[str, str] = {
    "standard": "quotes in a quoted field are doubled",
    "none": "quotes are ordinary characters",
    "backslash": "a backslash escapes a quote",
}
"""Quoting styles of CSV, with a description."""

_SEPARATOR_NAMES = {
    "tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " ", "colon": ":",
}  # fmt: skip
_DISPLAYED = {"\t": "tab", " ": "space"}


class TableOptions(msgspec.Struct, frozen=True, kw_only=True):
    """User settings for reading a file; a setting of None is detected.

    Args:
        format: One of :data:`seqtui.tables.formats.FORMATS`. Default: from the extension and the first bytes.
        encoding: Text encoding, as Python names it. Default: detected.
        separator: Field separator of CSV: one character, or a name such as ``tab``. Default: detected.
        quoting: One of :data:`QUOTINGS`. Default: ``standard``, unless only another one fits.
        header: Whether the first row contains the column names; otherwise they are 1, 2, …
            Default: detected.
        skip_lines: Lines to skip before the header or first row. Default: 0.

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
        """Check that each value is valid, and return the options.

        Raises:
            InputError: If a value is invalid; the message names the option.
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
                f"--separator {separator!r}: give one character (not a quote or line end) or one of "
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
    """Layout of one file.

    Args:
        format: One of :data:`seqtui.tables.formats.FORMATS`.
        encoding: Text encoding. Default: ``utf-8``.
        separator: Field separator of CSV, one character. Default: a comma.
        quoting: One of :data:`QUOTINGS`. Default: ``standard``.
        header: Whether the first row contains the column names. Default: True.
        skip_lines: Lines to skip before the header or first row. Default: 0.
        cr_lines: Whether lines end in CR, as on old Macintosh computers. Default: False.
        array_key: Key of the JSON array of rows. Default: the file itself is an array or a sequence of
            objects.
        example: Some decoded text, if the encoding was guessed. Default: none.
        warnings: Uncertain detections, one line each. Default: none.
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
        """Whether rows have line numbers; rows of Parquet have row numbers."""
        return self.format != "parquet"

    @property
    def is_transcoded(self) -> bool:
        """Whether the file is converted to UTF-8 with LF line ends before rows are read."""
        return self.encoding not in ("utf-8", "utf-8-sig") or self.cr_lines

    def warned(self, warning: str) -> "Layout":
        """Return the layout with one more warning."""
        return msgspec.structs.replace(self, warnings=(*self.warnings, warning))

    def differences(self) -> list[str]:
        """Describe how the layout differs from a plain UTF-8 file of its format."""
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
        """Describe the layout in one line.

        Example:
            >>> Layout(format="csv", separator=";", header=False).describe()
            "CSV, separator ';', no header, columns named 1, 2, …"
        """
        return ", ".join([self.name, *self.differences()])

    @property
    def name(self) -> str:
        """Name of the format in messages."""
        return FORMATS[self.format].title


def shown_separator(separator: str) -> str:
    """Return a separator for messages, such as ``tab``."""
    return _DISPLAYED.get(separator, separator)


def check_encoding(name: str) -> str:
    """Check that Python has a text encoding, and return its name.

    Raises:
        InputError: If it has no such encoding.
    """
    try:
        codecs.getincrementaldecoder(name)
        b"a".decode(name)
    except UnicodeDecodeError:  # one byte is not a whole character
        return name
    except (LookupError, ValueError, AssertionError) as error:
        raise InputError(
            f"--encoding {name}: no such encoding; use, for example, utf-8, utf-16, cp1252, cp1251 or gb18030"
        ) from error
    return name
