"""A sheet that is one table under a title, written row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from raci_cli.model import Scheme
from raci_cli.workbook.book import Book
from raci_cli.workbook.page import set_up_page
from raci_cli.workbook.palette import LINE, letter_colours
from raci_cli.workbook.sizes import row_height
from raci_cli.workbook.xlsx import Sheet

_TITLE, _INTRODUCTION, _HEADINGS = 1, 2, 4


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
        """A row from the first column on, in the styles of the columns unless others are given."""
        styles = styles or [column.style for column in self.columns[: len(texts)]]
        told = zip(texts, self.columns, strict=False)
        self.sheet.set_row(self.next_row, row_height((text, it.width) for text, it in told if it.style != "mark"))
        for number, (text, style) in enumerate(zip(texts, styles, strict=True)):
            self.sheet.put(self.next_row, number, text, style)
        self.next_row += 1

    def colour_letters(self, scheme: Scheme, first: int, last: int, *, ruled: bool = False) -> None:
        """Give the cells of some columns the colours of the letters in them, also of those that people will type.

        Where cells are `ruled`, a line is drawn below each, also below those that nothing was written to.
        """
        if last < first or self.next_row == _HEADINGS + 1:
            return
        place = _HEADINGS + 1, first, self.next_row - 1, last
        line = {"bottom": 1, "bottom_color": LINE} if ruled else {}
        for letter, colour in letter_colours(scheme).items():
            look = self.book.format(bg_color=colour.fill, font_color=colour.ink, **line)
            rule = {"type": "text", "criteria": "containing", "value": letter, "format": look, "stop_if_true": True}
            self.sheet.conditional_format(*place, rule)
        if ruled:
            rule = {"type": "formula", "criteria": "=TRUE", "format": self.book.format(**line)}
            self.sheet.conditional_format(*place, rule)
