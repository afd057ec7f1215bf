"""The pack that a facilitator opens on the screen of a workshop: what to decide, what to accept, what is agreed."""

from __future__ import annotations

from raci_cli.model.agenda import Agenda
from raci_cli.workbook.book import Book
from raci_cli.workbook.merged import votes_sheet
from raci_cli.workbook.workshop import agenda_sheet, agreed_sheet, minor_sheet, positions_sheet


def add_workshop(book: Book, agenda: Agenda) -> None:
    """Add the sheets of a workshop, of which none is a matrix.

    Raises:
        OutputError: a text is longer than a cell can hold.
    """
    agenda_sheet.add(book, agenda)
    minor_sheet.add(book, agenda)
    agreed_sheet.add(book, agenda)
    votes_sheet.add(book, agenda.comparison)
    positions_sheet.add(book, agenda)
