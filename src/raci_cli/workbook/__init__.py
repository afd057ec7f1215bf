"""Matrix -> a styled .xlsx that checks itself in Excel, LibreOffice and Google Sheets; what it writes, raci reads back.

`form` tells what the sheets look like to a reader and imports nothing; all else waits for XlsxWriter until it writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from raci_cli.model import Matrix

if TYPE_CHECKING:  # reading asks this room what our sheets look like, and is not to wait for merges and agendas
    from raci_cli.model.agenda import Agenda
    from raci_cli.model.decision import MergeResult

NO_DUTIES: Mapping[str, str] = MappingProxyType({})


def write_matrix(matrix: Matrix, *, duties: Mapping[str, str] = NO_DUTIES) -> bytes:
    """A workbook with the matrix, a legend and a summary; the same matrix always gives the same bytes.

    `duties` says by role label what the role does; the legend shows it.

    Raises:
        OutputError: the matrix has a text, or a number of rows or columns, that no worksheet can hold.
    """
    from raci_cli.workbook.book import Book  # noqa: PLC0415 - imports XlsxWriter
    from raci_cli.workbook.sheets import add_matrix  # noqa: PLC0415 - imports XlsxWriter

    book = Book()
    add_matrix(book, matrix, duties=duties)
    return book.data()


def write_merge(result: MergeResult, *, duties: Mapping[str, str] = NO_DUTIES) -> bytes:
    """A workbook with the merged matrix, what is open in it, and how the rest was settled.

    Raises:
        OutputError: as `write_matrix`.
    """
    from raci_cli.workbook.book import Book  # noqa: PLC0415 - imports XlsxWriter
    from raci_cli.workbook.merged import add_merge  # noqa: PLC0415 - imports XlsxWriter

    book = Book()
    add_merge(book, result, duties=duties)
    return book.data()


def write_workshop(agenda: Agenda) -> bytes:
    """A workbook to hold a workshop with: what to decide, what to accept, what is agreed, and who said what.

    Raises:
        OutputError: a text is longer than a cell can hold.
    """
    from raci_cli.workbook.book import Book  # noqa: PLC0415 - imports XlsxWriter
    from raci_cli.workbook.workshop import add_workshop  # noqa: PLC0415 - imports XlsxWriter

    book = Book()
    add_workshop(book, agenda)
    return book.data()
