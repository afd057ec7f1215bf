"""A sheet of texts and small tables, written from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence

from raci_cli.workbook.sizes import row_height
from raci_cli.workbook.xlsx import Columns, Sheet

_A4 = 9


class Page:
    """Puts one row after the other on a sheet whose first cell holds its mark."""

    def __init__(self, sheet: Sheet, widths: Sequence[float]) -> None:
        self.sheet, self.next_row, self._widths = sheet, 1, widths
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        set_up_page(sheet)

    def title(self, text: str) -> None:
        """What the sheet is called."""
        self._line(text, "title", 30)

    def chapter(self, text: str) -> None:
        """A heading, with some room above it."""
        self.next_row += 1
        self._line(text, "chapter", 22)

    def headings(self, texts: Sequence[str]) -> None:
        """The headings of a table."""
        self._cells(texts, ["table heading"] * len(texts), 20)

    def row(self, texts: Sequence[str]) -> None:
        """A row of a table, its first cell in bold."""
        height = row_height(zip(texts, self._widths, strict=False))
        self._cells(texts, ["table name", *["table cell"] * (len(texts) - 1)], height)

    def told(self, name: str, text: str) -> None:
        """A name, and beside it a text over the rest of the width."""
        self.sheet.set_row(self.next_row, row_height([(name, self._widths[0]), (text, sum(self._widths[1:]))]))
        self.sheet.put(self.next_row, 0, name, "table name")
        self.sheet.put_across(self.next_row, Columns(1, len(self._widths) - 1), text, "table cell")
        self.next_row += 1

    def _line(self, text: str, style: str, height: float) -> None:
        self._cells([text], [style], height)

    def _cells(self, texts: Sequence[str], styles: Sequence[str], height: float) -> None:
        self.sheet.set_row(self.next_row, height)
        for column, (text, style) in enumerate(zip(texts, styles, strict=True)):
            self.sheet.put(self.next_row, column, text, style)
        self.next_row += 1


def set_up_page(sheet: Sheet, paper: int = _A4) -> None:
    """Print it in landscape, one page wide, with the sheet's name and the page numbers below."""
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&8&A&R&8Page &P of &N")
