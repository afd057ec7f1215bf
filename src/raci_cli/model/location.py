"""Where something stands: a file, a sheet, a cell."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, Protocol


class Placed(Protocol):
    """Anything that knows the cell it was read from; rows and columns count from 1, and 0 is "not known"."""

    @property
    def row(self) -> int:
        """The row, from 1."""

    @property
    def column(self) -> int:
        """The column, from 1."""


@lru_cache(maxsize=1024)
def column_name(column: int) -> str:
    """The letters a spreadsheet shows over a column: 1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


class Location(NamedTuple):
    """A place in a file, as precise as is known.

    Rows and columns count from 1; 0 is "not known". A text file of ours (YAML, JSON) has lines and no columns.
    """

    path: str
    sheet: str | None = None
    row: int = 0
    column: int = 0

    @property
    def a1(self) -> str:
        """The cell as a spreadsheet names it (`C7`), or the empty string."""
        return f"{column_name(self.column)}{self.row}" if self.row and self.column else ""

    @property
    def within(self) -> str:
        """The place inside the file: `RACI!C7`, `C7`, `31` (a line), or the empty string."""
        cell = self.a1 or (str(self.row) if self.row else "")
        return f"{self.sheet}!{cell}" if self.sheet and cell else self.sheet or cell

    def __str__(self) -> str:
        """`plan.xlsx:RACI!C7`, `plan.csv:C7`, `notes.md:table 2!C7`, `plan.yaml:31`."""
        return f"{self.path}:{self.within}" if self.within else self.path
