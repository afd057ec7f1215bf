"""The sheet with what people can accept without discussion: C and I on activities whose owners are agreed."""

from __future__ import annotations

from raci_cli.model.agenda import Agenda
from raci_cli.workbook import form
from raci_cli.workbook.book import Book
from raci_cli.workbook.live import entries
from raci_cli.workbook.merged import hidden
from raci_cli.workbook.merged import minor_sheet as merged
from raci_cli.workbook.merged.table import Column, Table
from raci_cli.workbook.workshop.notes import ZOOM

_NOTHING = "There is nothing to accept."
_SHOWN = [
    column._replace(heading=form.PROPOSED) if number == merged.SETTLED_AT else column
    for number, column in enumerate(merged.COLUMNS)
]
_COLUMNS = (*_SHOWN, Column(form.INSTEAD, 11, "input letter", "number heading"), *hidden.COLUMNS)
_INSTEAD = len(_SHOWN)
_FOR_ALL, _ANSWER = 3, 2
"""The row and column of the one cell that accepts everything."""


def add(book: Book, agenda: Agenda) -> None:
    """Add every proposal, a cell to accept all of them, and for each a cell to say otherwise."""
    comparison = agenda.comparison
    introduction = f"{merged.INTRODUCTION} Where you want something else, write it under {form.INSTEAD}."
    table = Table(book, book.add_sheet("Minor", form.MINOR), "Consulted and informed", introduction, _COLUMNS)
    table.headings(20, frozen=2)
    table.sheet.set_zoom(ZOOM)
    own = comparison.scheme.accountable + comparison.scheme.responsible
    choices = [entry for entry in entries(comparison.scheme) if not set(entry) & set(own)]
    source = hidden.add_choices(table, choices)
    first = table.next_row
    fingerprints = {each.outcome.row: each.fingerprint for each in agenda.proposals}
    for outcome, _, texts in merged.settled(comparison, [each.outcome for each in agenda.proposals]):
        keys = hidden.keys(comparison, form.PROPOSAL, outcome.row, fingerprints[outcome.row], outcome.letters)
        table.row([*texts, "", *keys])
    if table.next_row == first:
        table.row(["", _NOTHING, *[""] * (len(_COLUMNS) - 2)], ["table cell"] * len(_COLUMNS))
        return
    rule = {"validate": "list", "source": source, "error_title": "No letter for this", "error_type": "warning"}
    table.sheet.data_validation(first, _INSTEAD, table.next_row - 1, _INSTEAD, rule)
    table.colour_letters(comparison.scheme, merged.SETTLED_AT, merged.SETTLED_AT)
    _ask(table)


def _ask(table: Table) -> None:
    """The one cell that accepts everything."""
    table.sheet.set_row(_FOR_ALL, 22)
    table.sheet.put(_FOR_ALL, _ANSWER - 1, form.ACCEPT, "input label")
    table.sheet.put(_FOR_ALL, _ANSWER, "", "input letter")
    answers = [form.ACCEPTED, form.NOT_ACCEPTED]
    table.sheet.data_validation(_FOR_ALL, _ANSWER, _FOR_ALL, _ANSWER, {"validate": "list", "source": answers})
    table.sheet.print_area(0, 0, table.next_row - 1, _INSTEAD)
