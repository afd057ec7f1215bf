"""Tables of a text as Grids: numbered, and with cells laid out that reach over several columns or rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from raci_cli.formats.limits import MAX_TABLE_CELLS, MAX_TABLES, too_large
from raci_cli.model import Grid, Span

_WIDEST = 1_000
"""What HTML allows a cell to span."""


class Cell(NamedTuple):
    """A cell as it is written: its text, and how many columns and rows it covers."""

    text: str
    across: int = 1
    down: int = 1


class Canvas:
    """Places cells one after the other, each in the first place that no earlier cell covers."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._rows: list[list[str]] = []
        self._spans: list[Span] = []
        self._covered: dict[int, int] = {}
        """Column -> the last row that a cell from above still covers there."""
        self._size = 0

    def start_row(self) -> None:
        """Let the cells that follow stand in a new row."""
        self._rows.append([])

    def add(self, cell: Cell) -> None:
        """Put a cell into the current row."""
        self._skip_covered()
        row, line = self._rows[-1], len(self._rows) - 1
        left, across = len(row), min(max(cell.across, 1), _WIDEST)
        row.append(cell.text)
        if across > 1:
            row.extend([""] * (across - 1))
        self._size += across
        if self._size > MAX_TABLE_CELLS:  # a few characters can declare as many
            raise too_large(self._path, f"{MAX_TABLE_CELLS:,} cells")
        if across > 1 or cell.down > 1:
            self._spans.append(Span(line, left, line + max(cell.down, 1) - 1, left + across - 1))
        if cell.down > 1:
            self._covered.update(dict.fromkeys(range(left, left + across), line + cell.down - 1))

    def is_full(self, columns: int) -> bool:
        """Whether the current row has no free place left of this many columns; so is a canvas without a row."""
        if not self._rows:
            return True
        self._skip_covered()
        return len(self._rows[-1]) >= columns

    def grid(self, heading: str) -> Grid:
        """Everything placed so far. Spans end with the table, as they do on screen."""
        last = len(self._rows) - 1
        spans = (span._replace(bottom=min(span.bottom, last)) for span in self._spans)
        merged = tuple(span for span in spans if span[:2] != span[2:])
        return Grid(name=None, rows=self._rows, merged=merged, heading=heading)

    def _skip_covered(self) -> None:
        if not self._covered:
            return
        row, line = self._rows[-1], len(self._rows) - 1
        while self._covered.get(len(row), -1) >= line:
            row.append("")


def numbered(grids: Sequence[Grid], path: str) -> tuple[Grid, ...]:
    """The tables of one text, named `table 1`, `table 2`, ...; a table that is alone has no name.

    Raises:
        NoMatrixError: there are more than anybody would look through.
    """
    if len(grids) > MAX_TABLES:
        raise too_large(path, f"{MAX_TABLES:,} tables")
    if len(grids) == 1:
        return tuple(grids)
    return tuple(grid._replace(name=f"table {number}") for number, grid in enumerate(grids, 1))
