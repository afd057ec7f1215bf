"""The sheet with every vote of every copy."""

from __future__ import annotations

from collections.abc import Sequence

from raci_cli.model import NOTHING
from raci_cli.model.comparison import Cell, CellState, Comparison
from raci_cli.workbook import form
from raci_cli.workbook.book import Book
from raci_cli.workbook.merged.letters import role_columns, roles_height
from raci_cli.workbook.merged.table import Column, Table

_INTRODUCTION = "One line for each copy that has filled in the activity. A grey cell: the copy has no such role."
_SAID = (CellState.VALUE, CellState.NONE)
_LEFT = (Column("Phase", 22), Column("Section", 16), Column("Activity", 40, "table name"), Column("Copy of", 24))


def add(book: Book, comparison: Comparison) -> None:
    """Add what each copy says about each activity that it has filled in."""
    roles = role_columns(comparison)
    table = Table(book, book.add_sheet("Votes", form.VOTES), "Votes", _INTRODUCTION, [*_LEFT, *roles])
    table.headings(roles_height(roles), frozen=4)
    if roles:  # most cells are blank, and none of those is written: in a large merge that is a million
        table.sheet.set_column(len(_LEFT), len(_LEFT) + len(roles) - 1, roles[0].width, book.style("letter"))
    for number, row in enumerate(comparison.rows):
        activity = row.activity
        for vote in row.votes:
            _write_letters(table, comparison.cells(number, vote.copy))
            table.row([activity.place, activity.section, activity.name, comparison.leaders[vote.copy]])
    table.colour_letters(comparison.scheme, len(_LEFT), len(_LEFT) + len(roles) - 1, ruled=True)
    if comparison.rows:
        table.sheet.autofilter(4, 0, max(5, table.next_row - 1), len(_LEFT) - 1)


def _write_letters(table: Table, cells: Sequence[Cell]) -> None:
    row, columns = table.next_row, list(enumerate(cells, start=len(_LEFT)))
    table.sheet.write_letters(row, [(column, _text(cell)) for column, cell in columns if cell.state in _SAID])
    for column, cell in columns:
        if cell.state is CellState.ABSENT:
            table.sheet.put(row, column, "", "absent")


def _text(cell: Cell) -> str:
    return NOTHING if cell.state is CellState.NONE else "/".join(cell.letters)
