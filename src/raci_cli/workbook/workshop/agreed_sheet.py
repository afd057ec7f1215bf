"""The sheet with what needs no discussion."""

from __future__ import annotations

from raci_cli.model.agenda import Agenda
from raci_cli.model.comparison import Comparison
from raci_cli.model.decision import How, Outcome
from raci_cli.workbook import form
from raci_cli.workbook.book import Book
from raci_cli.workbook.merged.letters import holders, leaders, silent
from raci_cli.workbook.merged.table import Column, Table
from raci_cli.workbook.workshop.notes import ZOOM, owners_first

_INTRODUCTION = "Nobody has to talk about these activities, unless somebody wants to."
_LEFT = (Column("Phase", 22), Column(form.ACTIVITY, 40, "table name"))
_SAYS_SO = "Who says so"


def add(book: Book, agenda: Agenda) -> None:
    """Add every activity on which all say the same, or which only one copy has filled in."""
    scheme = agenda.comparison.scheme
    headings = [f"{scheme.meaning(letter)} ({letter})" for letter in owners_first(scheme)]
    right = [*((heading, 27) for heading in headings), (_SAYS_SO, 40)]
    columns = [*_LEFT, *(Column(heading, width, "table remark", "detail heading") for heading, width in right)]
    table = Table(book, book.add_sheet("Agreed", form.AGREED), "Agreed", _INTRODUCTION, columns)
    table.headings(20, frozen=2)
    table.sheet.set_zoom(ZOOM)
    for outcome in agenda.agreed:
        table.row(_agreed(agenda, outcome))
    if not agenda.agreed:
        table.row(["", "Nothing is agreed yet.", *[""] * (len(columns) - 2)])


def _agreed(agenda: Agenda, outcome: Outcome) -> list[str]:
    comparison = agenda.comparison
    row = comparison.rows[outcome.row]
    held = [holders(comparison, outcome.letters, letter) for letter in owners_first(comparison.scheme)]
    said = "; ".join([_by(comparison, outcome), *silent(comparison, row)]) if row.votes else "Nobody"
    return [row.activity.place, row.activity.label, *held, said]


def _by(comparison: Comparison, outcome: Outcome) -> str:
    """The leaders who name these owners; how many of those who have filled it in, where others do not."""
    row, scheme = comparison.rows[outcome.row], comparison.scheme
    same = row.naming(outcome.letters, scheme.accountable + scheme.responsible)
    if len(same) == len(comparison.copies):
        return "All"
    if outcome.how is How.LONE:
        return f"Only {leaders(comparison, same)}"
    few = f" ({len(same)} of {len(row.votes)})" if len(same) < len(row.votes) else ""
    return f"{leaders(comparison, same) or 'Nobody alone'}{few}"
