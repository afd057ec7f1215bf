"""Where things stand on the agenda: what every part of the sheet needs to know."""

from __future__ import annotations

from typing import NamedTuple

from raci_cli.model.agenda import Agenda
from raci_cli.workbook.merged.table import Table

LABEL, OPTION, FIRST_LETTER = 0, 1, 2
"""The first columns."""
INTRODUCTION, FOR_ALL, FIRST_ROW = 2, 3, 5
"""The rows for what to do and for what holds for the whole sheet, and the first below the headings."""


class Page(NamedTuple):
    """The sheet, and what every part of it needs to know."""

    table: Table
    agenda: Agenda
    letters: str
    """In the order of their columns."""
    choices: str
    """Where the names of roles stand, as a formula."""

    @property
    def who(self) -> int:
        """The column behind the letters."""
        return FIRST_LETTER + len(self.letters)

    @property
    def why(self) -> int:
        """The last column that people see."""
        return self.who + 1

    @property
    def width(self) -> float:
        """Of all columns that people see."""
        return sum(column.width for column in self.table.columns[: self.why + 1])

    @property
    def kind(self) -> int:
        """The hidden column that tells what a row is."""
        return self.why + 1
