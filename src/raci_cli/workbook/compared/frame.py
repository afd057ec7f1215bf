"""What the sheets of a comparison have in common: a title, phases as bands, limits, and how a page is printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from raci_cli.errors import OutputError
from raci_cli.model.comparison import Comparison, RowComparison, RowKind
from raci_cli.workbook.book import Book
from raci_cli.workbook.page import set_up_page
from raci_cli.workbook.xlsx import Columns, Sheet

TITLE, NOTE, HEADINGS, FIRST_LINE = 1, 2, 4, 5
"""Rows, counted from zero."""
NO_PHASE = "(no phase)"
DISPUTED, AGAINST = "#FFE08A", "#F9D2A0"
"""Fills: a cell in dispute, and an answer that is not the one most copies give."""
KINDS = {
    RowKind.ACCOUNTABLE: "who is Accountable",
    RowKind.RESPONSIBLE: "who is Responsible",
    RowKind.MINOR: "other letters",
    RowKind.AGREED: "",
    RowKind.LONE: "one copy only",
    RowKind.EMPTY: "not filled in",
}
"""What is in dispute, for a column that people can filter by."""
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384


class Line(NamedTuple):
    """A row of a sheet: a band for a phase, or an activity."""

    band: str
    number: int
    """Of the row in the comparison; -1 for a band."""
    row: RowComparison | None


def lines(comparison: Comparison) -> Iterator[Line]:
    """All activities in their order, with a band where a phase begins."""
    place = ""
    for index, row in enumerate(comparison.rows):
        if row.activity.place != place:
            place = row.activity.place
            yield Line(place or NO_PHASE, -1, None)
        yield Line("", index, row)


def start(book: Book, comparison: Comparison, name: str, note: str, columns: int) -> Sheet:
    """A sheet with its title and what it shows.

    Raises:
        OutputError: a worksheet is too small for it.
    """
    if columns > _MOST_COLUMNS or 2 * len(comparison.rows) + FIRST_LINE > _MOST_ROWS:
        raise OutputError(
            f"A worksheet cannot hold {len(comparison.rows):,} activities and {columns:,} columns: it ends at "
            f"{_MOST_ROWS:,} rows and {_MOST_COLUMNS:,} columns. Write JSON or CSV."
        )
    sheet = book.add_sheet(name, name.lower())
    sheet.set_row(TITLE, 30)
    sheet.put(TITLE, 0, name, "title")
    sheet.put(NOTE, 0, note, "subtitle")
    return sheet


def band(sheet: Sheet, row: int, text: str, columns: int) -> None:
    """A phase over the whole width."""
    sheet.set_row(row, 20)
    sheet.shade(row, Columns(0, columns - 1), "band")
    sheet.put(row, 0, text, "band")


def set_up(sheet: Sheet, frozen_row: int, frozen_column: int) -> None:
    """Headings that stay in sight, and a page that prints."""
    set_up_page(sheet)
    sheet.freeze_panes(frozen_row, frozen_column)
    sheet.repeat_rows(HEADINGS)
