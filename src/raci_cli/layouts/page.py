"""A grid before anything is known about its letters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from raci_cli.model import Grid


class Page(NamedTuple):
    """A grid made rectangular, and what its cells hold, each text once: there are few, however large the grid."""

    grid: Grid
    rows: Sequence[Sequence[str]]
    """The texts as they stand, all rows of one width."""
    width: int
    texts: tuple[str, ...]
    """The different texts, in order of first appearance."""

    def text(self, row: int, column: int) -> str:
        """The text of a cell; empty outside the grid."""
        inside = 0 <= row < len(self.rows) and 0 <= column < self.width
        return self.rows[row][column] if inside else ""


def page(grid: Grid) -> Page:
    """A grid as a page."""
    width = max(map(len, grid.rows), default=0)
    rows = [row if len(row) == width else [*row, *[""] * (width - len(row))] for row in grid.rows]
    return Page(grid, rows, width, tuple(dict.fromkeys(chain.from_iterable(rows))))
