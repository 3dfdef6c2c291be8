"""A grid of cards on a sheet → a sketch of it to scale in a terminal's characters, each card with its position."""

from collections import Counter
from collections.abc import Iterator

from cardmaker.geometry import Rect
from cardmaker.press.grid import Grid

_UP, _RIGHT, _DOWN, _LEFT = 1, 2, 4, 8
_BOXES = " ╵╶└╷│┌├╴┘─┴┐┤┬┼"
_PLAIN = " |-+||++-+-+++++"
_TALL = 2.0
"""How much higher than wide a character is."""


def sketch(grid: Grid, height: int = 24, *, plain: bool = False) -> tuple[str, ...]:
    """The lines of a picture of the sheet, *height* + 1 of them; *plain* has ASCII characters only."""
    down = height / grid.sheet.height
    across = down * _TALL
    lines = Counter[tuple[int, int]]()
    for rect in (Rect(0, 0, *grid.sheet), *grid.cells()):
        for spot, arms in _outline(rect, across, down):
            lines[spot] |= arms
    width = round(grid.sheet.width * across)
    signs = _PLAIN if plain else _BOXES
    canvas = [[signs[lines[x, y]] for x in range(width + 1)] for y in range(height + 1)]
    for position, cell in enumerate(grid.positions(), 1):
        _write(canvas, str(position), (cell.x + cell.width / 2) * across, (cell.y + cell.height / 2) * down)
    return tuple("".join(row).rstrip() for row in canvas)


def _outline(rect: Rect, across: float, down: float) -> Iterator[tuple[tuple[int, int], int]]:
    """The arms that a rectangle's edges have at each character they go through."""
    left, right = round(rect.x * across), round(rect.right * across)
    top, bottom = round(rect.y * down), round(rect.bottom * down)
    for y in (top, bottom):
        for x in range(left, right):
            yield (x, y), _RIGHT
            yield (x + 1, y), _LEFT
    for x in (left, right):
        for y in range(top, bottom):
            yield (x, y), _DOWN
            yield (x, y + 1), _UP


def _write(canvas: list[list[str]], text: str, x: float, y: float) -> None:
    row, start = round(y), round(x - len(text) / 2 + 0.25)
    for offset, char in enumerate(text):
        column = start + offset
        if 0 <= column < len(canvas[row]) and canvas[row][column] == " ":
            canvas[row][column] = char
