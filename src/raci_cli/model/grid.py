"""A sheet or table as plain texts: what `formats` gives and `layouts` reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A merged range, by zero-based indexes into `Grid.rows`, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


class Grid(NamedTuple):
    """The texts of one sheet (or of one table in a text file), in place.

    `rows[i][j]` is the cell in row i + 1 and column j + 1; an empty cell is the empty string. Rows may be of
    different lengths. Numbers are written as people see them (`1`, not `1.0`), dates in ISO form.
    """

    name: str | None
    """The sheet's name, `table 2` for the second table of a text file, None where a file is one table."""
    rows: Sequence[Sequence[str]]
    merged: tuple[Span, ...] | None = None
    """The merged ranges; None when the format does not tell (.csv)."""
    hidden: bool = False
    heading: str = ""
    """The heading above a table in a text file."""
    around: tuple[str, ...] = ()
    """Lines outside the tables of a text file that may say what letters mean; kept with the first table."""
    uncalculated: tuple[tuple[int, int], ...] = ()
    """Zero-based (row, column) of formulas that were saved without their result."""
    notes: tuple[str, ...] = ()
    """What was left out when the sheet was read, as sentences."""

    @property
    def is_text(self) -> bool:
        """Whether this is a table of a text file (.csv, .md) and not a sheet of a workbook."""
        return self.name is None or self.name.startswith("table ")
