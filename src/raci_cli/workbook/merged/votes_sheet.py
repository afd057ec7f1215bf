"""The sheet with every vote of every copy."""

from __future__ import annotations

from raci_cli.model import NOTHING
from raci_cli.model.comparison import Cell, CellState, Comparison
from raci_cli.workbook import form
from raci_cli.workbook.book import Book
from raci_cli.workbook.merged.letters import role_columns, roles_height
from raci_cli.workbook.merged.table import Column, Table

_INTRODUCTION = "One line for each copy that has filled in the activity. A grey cell: the copy has no such role."
_LEFT = (Column("Phase", 22), Column("Section", 16), Column("Activity", 40, "table name"), Column("Copy of", 24))


def add(book: Book, comparison: Comparison) -> None:
    """Add what each copy says about each activity that it has filled in."""
    roles = role_columns(comparison)
    table = Table(book, book.add_sheet("Votes", form.VOTES), "Votes", _INTRODUCTION, [*_LEFT, *roles])
    table.headings(roles_height(roles), frozen=4)
    for number, row in enumerate(comparison.rows):
        activity = row.activity
        for vote in row.votes:
            cells = comparison.cells(number, vote.copy)
            told = [activity.place, activity.section, activity.name, comparison.leaders[vote.copy]]
            styles = [column.style for column in _LEFT]
            styles += ["absent" if cell.state is CellState.ABSENT else "table letter" for cell in cells]
            table.row([*told, *map(_text, cells)], styles)
    table.colour_letters(comparison.scheme, len(_LEFT), len(_LEFT) + len(roles) - 1)
    if comparison.rows:
        table.sheet.autofilter(4, 0, max(5, table.next_row - 1), len(_LEFT) - 1)


def _text(cell: Cell) -> str:
    return NOTHING if cell.state is CellState.NONE else "/".join(cell.letters)
