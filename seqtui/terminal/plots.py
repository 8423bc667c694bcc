"""Draw curves as text, with braille dots or plain ASCII."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Line = list[tuple[str, str]]
"""One line of a terminal: pieces of text, each with its colour."""

MUTED = "$text-muted"
"""The colour of axes."""

_DOTS = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]])  # a braille cell's bits
_AXIS = 6  # columns of the y axis' labels
_MARGIN, _MIN_MARGIN = 0.05, 1e-9  # above and below the curves
_COLUMNS_PER_TICK = 8
_ROWS_PER_TICK = 2
_MIN_TICKS = 5  # with fewer, some ranges would contain a single round number
_LARGEST = 1e300  # larger values are not drawn: their differences may overflow
_ROUNDING = 1e-9  # of a step; a tick at the end of the axis is shown


@dataclass(frozen=True)
class Curve:
    """A curve of a plot.

    Args:
        name: Name in the legend; empty if the curve is not in it.
        x: x values in ascending order. Shape (points,).
        y: y values, shape (points,). Values that are not finite are not drawn.
        colour: Style of the line, such as ``$primary`` or ``cyan``.
        marker: Character drawn at each point. Default: none, a line only.
    """

    name: str
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    colour: str
    marker: str = ""


@dataclass
class _Cell:
    character: str = " "
    colour: str = ""


def draw(curves: list[Curve], width: int, height: int, *, log: bool, ascii_only: bool) -> list[Line]:
    """Draw curves with axes and a legend.

    Args:
        curves: Curves to draw; a later one covers an earlier one.
        width: Width in columns.
        height: Height in lines; the last two are the x axis and the legend.
        log: Use a logarithmic y axis. Values that are not positive are not drawn.
        ascii_only: Use ASCII characters only.

    Returns:
        At most ``height`` lines. None if the size is too small for a plot.
    """
    columns, rows = width - _AXIS - 1, height - 2
    shown = [_finite(curve, log) for curve in curves]
    if columns < 4 or rows < 2:
        return []
    if not any(len(curve.x) for curve in shown):
        return [*([[]] * (height // 2)), [("nothing to draw yet".center(width), "")]]
    all_x, all_y = (np.concatenate([getattr(curve, axis) for curve in shown]) for axis in "xy")
    x_range, y_range = _x_range(all_x), _y_range(all_y)
    grid = [[_Cell() for _ in range(columns)] for _ in range(rows)]
    for curve in shown:
        _draw(grid, curve, x_range, y_range, ascii_only)
    return [
        *_lines(grid, y_range, log, ascii_only),
        _x_axis(x_range, columns),
        _legend(curves, width, ascii_only),
    ]


def _finite(curve: Curve, log: bool) -> Curve:
    good = (np.abs(curve.x) < _LARGEST) & (np.abs(curve.y) < _LARGEST) & ((curve.y > 0) | (not log))
    y = np.log10(curve.y[good]) if log else curve.y[good]
    return Curve(curve.name, curve.x[good], y, curve.colour, curve.marker)


def _x_range(values: NDArray[np.float64]) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    return (low, high) if high > low else (low - 1, high + 1)


def _y_range(values: NDArray[np.float64]) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    space = max((high - low) * _MARGIN, _MIN_MARGIN if high > low else abs(high) * 0.1 + 0.01)
    return low - space, high + space


def _draw(
    grid: list[list[_Cell]],
    curve: Curve,
    x_range: tuple[float, float],
    y_range: tuple[float, float],
    ascii_only: bool,
) -> None:
    across, down = (1, 1) if ascii_only else (2, 4)
    last_column, last_row = len(grid[0]) * across - 1, len(grid) * down - 1
    columns = (curve.x - x_range[0]) / (x_range[1] - x_range[0]) * last_column
    heights = (y_range[1] - curve.y) / (y_range[1] - y_range[0]) * last_row
    if len(columns) > 1:
        every = np.arange(int(columns[0].round()), int(columns[-1].round()) + 1)
        path = np.interp(every, columns, heights).round().astype(int).tolist()
        for column, row, row_before in zip(every.tolist(), path, [path[0], *path[:-1]], strict=True):
            step = 1 if row >= row_before else -1
            for between in range(row_before + (step if row != row_before else 0), row + step, step):
                _dot(grid, column, between, curve, ascii_only)
    if len(columns) == 1 or curve.marker:
        marker = curve.marker or ("*" if ascii_only else "●")
        for column, row in zip(columns.round().astype(int), heights.round().astype(int), strict=True):
            cell = grid[row // down][column // across]
            cell.character, cell.colour = marker, curve.colour


def _dot(grid: list[list[_Cell]], column: int, row: int, curve: Curve, ascii_only: bool) -> None:
    if ascii_only:
        cell = grid[row][column]
        cell.character = "-" if curve.marker else "."
    else:
        cell = grid[row // 4][column // 2]
        bits = ord(cell.character) - 0x2800 if 0x2800 <= ord(cell.character) < 0x2900 else 0
        cell.character = chr(0x2800 + (bits | int(_DOTS[row % 4, column % 2])))
    cell.colour = curve.colour


def _lines(grid: list[list[_Cell]], y_range: tuple[float, float], log: bool, ascii_only: bool) -> list[Line]:
    labels = _y_labels(y_range, len(grid), log, ascii_only)
    tick, edge = ("|", "|") if ascii_only else ("┤", "│")
    lines = []
    for row, cells in enumerate(grid):
        parts: Line = [(f"{labels.get(row, ''):>{_AXIS}}{tick if row in labels else edge}", MUTED)]
        for cell in cells:
            if parts[-1][1] == cell.colour and len(parts) > 1:
                parts[-1] = (parts[-1][0] + cell.character, cell.colour)
            else:
                parts.append((cell.character, cell.colour))
        lines.append(parts)
    return lines


def _y_labels(y_range: tuple[float, float], rows: int, log: bool, ascii_only: bool) -> dict[int, str]:
    """Return the labels of the y axis by row."""
    low, high = y_range
    dots = 1 if ascii_only else 4
    labels: dict[int, str] = {}
    for value, text in (_log_ticks if log else ticks)(low, high, max(_MIN_TICKS, rows // _ROWS_PER_TICK)):
        row = round((high - value) / (high - low) * (rows * dots - 1)) // dots
        if text not in labels.values():
            labels.setdefault(row, text)
    return labels


def ticks(low: float, high: float, at_most: int) -> list[tuple[float, str]]:
    """Return round axis ticks: multiples of 1, 2 or 5 times a power of ten.

    Args:
        low: Lower end of the axis.
        high: Upper end of the axis, above ``low``.
        at_most: Largest number of ticks; from 5 on, there are at least two.

    Returns:
        Values in ascending order and their labels.

    Example:
        >>> [label for _, label in ticks(0.446, 0.956, 6)]
        ['0.5', '0.6', '0.7', '0.8', '0.9']
    """
    exponent = math.floor(math.log10((high - low) / at_most))
    for factor in (1, 2, 5, 10, 20, 50):
        step = factor * 10.0**exponent
        first, last = math.ceil(low / step - _ROUNDING), math.floor(high / step + _ROUNDING)
        if last - first < at_most:
            decimals = max(0, -exponent - (factor >= 10))
            return [(index * step, _label(index * step, decimals)) for index in range(first, last + 1)]
    return []


def _log_ticks(low: float, high: float, at_most: int) -> list[tuple[float, str]]:
    """Return ticks of a logarithmic axis; its ends and the values of the ticks are decimal logarithms."""
    if high - low < 1:
        linear = [
            (math.log10(value), label) for value, label in ticks(10**low, 10**high, at_most) if value > 0
        ]
        return [(value, label) for value, label in linear if low <= value <= high]
    exponents = range(math.floor(low), math.floor(high) + 1)
    for factors in ((1, 2, 5), (1, 3), (1,)):
        numbers = [(factor, exponent) for exponent in exponents for factor in factors]
        shown = [
            (value, _label(factor * 10.0**exponent, max(0, -exponent)))
            for factor, exponent in numbers
            if low <= (value := math.log10(factor) + exponent) <= high
        ]
        if len(shown) <= at_most:
            return shown
    return [(value, _label(10.0**value, max(0, -round(value)))) for value, _ in ticks(low, high, at_most)]


def _label(value: float, decimals: int) -> str:
    """Return a number as text that fits the width of the y axis."""
    value += 0.0  # no "-0"
    texts = (
        f"{value:.{decimals}f}" if decimals < _AXIS else "",
        *(f"{value:.{digits}g}" for digits in (3, 2)),
    )
    return next((text for text in texts if 0 < len(text) <= _AXIS), f"{value:.1g}")


def _x_axis(x_range: tuple[float, float], columns: int) -> Line:
    low, high = x_range
    at_most = max(_MIN_TICKS, columns // _COLUMNS_PER_TICK)
    shown = ticks(low, high, at_most)
    if high - low >= 2:  # epochs are whole numbers
        shown = [
            (value, f"{value:.0f}") for value, _ in shown if math.isclose(value, round(value), abs_tol=1e-9)
        ]
    text = ""
    for value, label in shown:
        column = round((value - low) / (high - low) * (columns - 1)) - len(label) // 2
        column = max(0, min(column, columns - len(label)))
        if not text or column > len(text):
            text = f"{text:<{column}}{label}"
    return [(" " * (_AXIS + 1) + f"{text:<{columns}}", MUTED)]


def _legend(curves: list[Curve], width: int, ascii_only: bool) -> Line:
    """Return the legend, below the x axis if it fits there, otherwise further left."""
    line = "-" if ascii_only else "─"
    parts: Line = []
    for curve in filter(lambda curve: curve.name, curves):
        parts += [(f"{line}{curve.marker or line}{line} ", curve.colour), (f"{curve.name}  ", "")]
    free = width - len("".join(text for text, _ in parts).rstrip())
    return [(" " * max(0, min(_AXIS + 1, free)), ""), *parts]
