"""The sheet with what needs no discussion."""

from __future__ import annotations

from raci_cli.model.agenda import Agenda
from raci_cli.model.decision import How, Outcome
from raci_cli.workbook import form
from raci_cli.workbook.book import Book
from raci_cli.workbook.merged.letters import holders, leaders
from raci_cli.workbook.merged.table import Column, Table
from raci_cli.workbook.workshop.notes import ZOOM, owners_first

_INTRODUCTION = "Nobody has to talk about these activities, unless somebody wants to."
_LEFT = (Column("Phase", 22), Column(form.ACTIVITY, 40, "table name"))
_SAYS_SO = "Who says so"


def add(book: Book, agenda: Agenda) -> None:
    """Add every activity on which all say the same, or which only one copy has filled in."""
    scheme = agenda.comparison.scheme
    headings = [f"{scheme.meaning(letter)} ({letter})" for letter in owners_first(scheme)]
    columns = [*_LEFT, *(Column(heading, 27) for heading in headings), Column(_SAYS_SO, 22)]
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
    scheme = comparison.scheme
    same = row.naming(outcome.letters, scheme.accountable + scheme.responsible)
    said = leaders(comparison, same)
    if len(same) == len(comparison.copies):
        said = "All"
    elif outcome.how is How.LONE:
        said = f"Only {said}"
    elif len(same) < len(row.votes):
        said = f"{said} ({len(same)} of {len(row.votes)})"
    return [row.activity.place, row.activity.label, *held, said or "Nobody"]
