"""Draw curves as text, with braille dots or plain ASCII."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Line = list[tuple[str, str]]
"""One line of a terminal: pieces of text, each with its colour."""

MUTED = "$text-muted"
"""The colour of axes."""

_DOTS = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]])  # a braille cell's bits
_AXIS = 6  # columns of the numbers of the y axis
_EDGE = 1e-9


@dataclass(frozen=True)
class Curve:
    """One curve.

    Args:
        name: Name in the legend.
        x: Coordinates on the x axis. Shape (points,).
        y: Coordinates on the y axis. Shape (points,); values that are not finite are skipped.
        colour: Style of the theme, such as ``$primary``.
        marker: Character at each point. Default: none, only a line.
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
    """Draw curves.

    Args:
        curves: Curves to draw.
        width: Width in columns.
        height: Height in lines; the last two are the x axis and the legend.
        log: Use a logarithmic y axis.
        ascii_only: Use ASCII characters only.

    Returns:
        The lines; none if width or height is too small.
    """
    columns, rows = width - _AXIS - 1, height - 2
    shown = [_finite(curve, log) for curve in curves]
    if columns < 4 or rows < 2:
        return []
    if not any(len(curve.x) for curve in shown):
        return [*([[]] * (height // 2)), [("nothing to draw yet".center(width), "")]]
    all_x, all_y = (np.concatenate([getattr(curve, axis) for curve in shown]) for axis in "xy")
    x_range, y_range = _padded_range(all_x, 0.0), _padded_range(all_y, 0.05)
    grid = [[_Cell() for _ in range(columns)] for _ in range(rows)]
    for curve in shown:
        _draw(grid, curve, x_range, y_range, ascii_only)
    return [*_lines(grid, y_range, log, ascii_only), _x_axis(x_range, columns), _legend(curves, ascii_only)]


def _finite(curve: Curve, log: bool) -> Curve:
    good = np.isfinite(curve.x) & np.isfinite(curve.y) & ((curve.y > 0) | (not log))
    y = np.log10(curve.y[good]) if log else curve.y[good]
    return Curve(curve.name, curve.x[good], y, curve.colour, curve.marker)


def _padded_range(values: NDArray[np.float64], margin: float) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    space = max((high - low) * margin, _EDGE if high > low else abs(high) * 0.1 + 0.01)
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
    rows = len(grid)
    labelled = {0, rows // 2, rows - 1}
    axis_line = "|" if ascii_only else "┤"
    lines = []
    for number, cells in enumerate(grid):
        value = y_range[1] - (y_range[1] - y_range[0]) * number / (rows - 1)
        label = f"{_number(10**value if log else value):>{_AXIS}}" if number in labelled else " " * _AXIS
        parts: Line = [(label + axis_line, MUTED)]
        for cell in cells:
            if parts[-1][1] == cell.colour and len(parts) > 1:
                parts[-1] = (parts[-1][0] + cell.character, cell.colour)
            else:
                parts.append((cell.character, cell.colour))
        lines.append(parts)
    return lines


def _number(value: float) -> str:
    return f"{value:.3f}" if abs(value) < 100 else f"{value:.3g}"


def _x_axis(x_range: tuple[float, float], columns: int) -> Line:
    left, middle, right = (
        f"{x:.2f}".rstrip("0").rstrip(".") or "0"
        for x in (max(0.0, x_range[0]), sum(x_range) / 2, x_range[1])
    )
    half = columns // 2
    text = f"{left:<{half}}"[: half - len(middle) // 2] + middle
    return [(" " * (_AXIS + 1) + f"{text:<{columns - len(right)}}{right}", MUTED)]


def _legend(curves: list[Curve], ascii_only: bool) -> Line:
    line = "-" if ascii_only else "─"
    parts = [(" " * (_AXIS + 1), "")]
    for curve in curves:
        parts += [(f"{line}{curve.marker or line}{line} ", curve.colour), (f"{curve.name}  ", "")]
    return parts
