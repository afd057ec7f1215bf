"""A sheet that is one table under a title, written row by row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from raci_cli.errors import OutputError
from raci_cli.model import Scheme
from raci_cli.workbook.book import Book
from raci_cli.workbook.page import set_up_page
from raci_cli.workbook.palette import letter_colours
from raci_cli.workbook.sizes import bold_width, row_height
from raci_cli.workbook.styles import STYLES
from raci_cli.workbook.xlsx import MOST_ROWS, Sheet

_TITLE, _INTRODUCTION, _HEADINGS = 1, 2, 4
_INDENT = 1.5
"""What each step to the right takes from a column."""


class Column(NamedTuple):
    """One column of a table."""

    heading: str
    width: float
    style: str = "table cell"
    heading_style: str = "table heading"


class Table:
    """Knows where the next row goes."""

    def __init__(self, book: Book, sheet: Sheet, title: str, introduction: str, columns: Sequence[Column]) -> None:
        self.book, self.sheet, self.columns, self.next_row = book, sheet, columns, _HEADINGS + 1
        for number, column in enumerate(columns):
            sheet.set_column(number, number, column.width)
            sheet.put(_HEADINGS, number, column.heading, column.heading_style)
        sheet.set_row(_TITLE, 30)
        sheet.put(_TITLE, 0, title, "title")
        for row, line in enumerate(introduction.split("\n"), start=_INTRODUCTION):
            sheet.put(row, 0, line, "subtitle")
        set_up_page(sheet)
        sheet.repeat_rows(_HEADINGS)

    def headings(self, height: float, frozen: int) -> None:
        """How high the headings are, and how many columns stay in sight."""
        self.sheet.set_row(_HEADINGS, height)
        self.sheet.freeze_panes(_HEADINGS + 1, frozen)

    def row(self, texts: Sequence[str], styles: Sequence[str] = ()) -> None:
        """A row from the first column on, as high as its texts need.

        Raises:
            OutputError: the sheet is full.
        """
        styles = styles or self._styles(texts)
        told = zip(texts, styles, self.columns, strict=False)
        heights = ((text, _room(style, column.width)) for text, style, column in told if style != "mark")
        self.sheet.set_row(self.next_row, row_height(heights))
        self.line(texts, styles)

    def line(self, texts: Sequence[str], styles: Sequence[str] = ()) -> None:
        """A row of the usual height, in the styles of the columns unless others are given.

        Raises:
            OutputError: the sheet is full.
        """
        if self.next_row >= MOST_ROWS:
            raise OutputError(
                f"Sheet {self.sheet.get_name()} would need more than {MOST_ROWS:,} rows, and no worksheet has more. "
                "Split the matrix, or choose another format."
            )
        self.sheet.put_line(self.next_row, texts, styles or self._styles(texts))
        self.next_row += 1

    def _styles(self, texts: Sequence[str]) -> list[str]:
        return [column.style for column in self.columns[: len(texts)]]

    def filtered(self) -> None:
        """Offer to filter the rows by any column."""
        self.sheet.autofilter(_HEADINGS, 0, max(_HEADINGS + 1, self.next_row - 1), len(self.columns) - 1)

    def colour_letters(self, scheme: Scheme, first: int, last: int) -> None:
        """Give the cells of some columns the colours of the letters in them, also of those that people will type."""
        if last < first or self.next_row == _HEADINGS + 1:
            return
        place = _HEADINGS + 1, first, self.next_row - 1, last
        for letter, colour in letter_colours(scheme).items():
            look = self.book.format(bg_color=colour.fill, font_color=colour.ink)
            rule = {"type": "text", "criteria": "containing", "value": letter, "format": look, "stop_if_true": True}
            self.sheet.conditional_format(*place, rule)


@cache
def _room(style: str, width: float) -> float:
    """Of the width of a column, what the letters of a style have."""
    width -= _INDENT * STYLES[style].get("indent", 0)
    return bold_width(width) if STYLES[style].get("bold") else width
