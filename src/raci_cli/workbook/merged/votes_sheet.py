"""The sheet with every vote of every copy, in long form: what filters and pivot tables are made from."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.model import NOTHING
from raci_cli.model.comparison import Cell, CellState, Comparison
from raci_cli.workbook import form
from raci_cli.workbook.book import Book
from raci_cli.workbook.merged.table import Column, Table

_INTRODUCTION = (
    f'One line for each role to which a copy gives letters, or "{NOTHING}" for no part. '
    "Filter it, or make a pivot table of it."
)
_COLUMNS = (
    Column("Phase", 22, "vote"),
    Column("Section", 16, "vote"),
    Column(form.ACTIVITY, 44, "vote"),
    Column("Copy of", 24, "vote"),
    Column("Group", 20, "vote"),
    Column(form.ROLE, 32, "vote"),
    Column("Letters", 11, "table letter", "number heading"),
)
_LETTERS = len(_COLUMNS) - 1
_SAID = (CellState.VALUE, CellState.NONE)


def add(book: Book, comparison: Comparison) -> None:
    """Add what each copy says about each activity that it has filled in.

    Raises:
        OutputError: there are more votes than a worksheet has rows.
    """
    table = Table(book, book.add_sheet("Votes", form.VOTES), "Votes", _INTRODUCTION, _COLUMNS)
    table.headings(20, frozen=3)
    for line in _lines(comparison):
        table.line(line)
    table.colour_letters(comparison.scheme, _LETTERS, _LETTERS)
    table.filtered()


def _lines(comparison: Comparison) -> Iterator[list[str]]:
    for number, row in enumerate(comparison.rows):
        activity = row.activity
        for vote in row.votes:
            by = [activity.place, activity.section, activity.name, comparison.leaders[vote.copy]]
            for role, cell in zip(comparison.roles, comparison.cells(number, vote.copy), strict=True):
                if cell.state in _SAID:
                    yield [*by, role.place, role.label, _text(cell)]


def _text(cell: Cell) -> str:
    return NOTHING if cell.state is CellState.NONE else "/".join(cell.letters)
