"""A matrix with the sheets that go with it."""

from __future__ import annotations

from collections.abc import Mapping

from raci_cli.model import Matrix
from raci_cli.workbook import NO_DUTIES, legend_sheet, matrix_sheet, summary_sheet
from raci_cli.workbook.book import Book
from raci_cli.workbook.matrix_sheet import MatrixSheet


def add_matrix(book: Book, matrix: Matrix, *, duties: Mapping[str, str] = NO_DUTIES) -> MatrixSheet:
    """Add the matrix, its legend and its summary to a book, which may get other sheets before or after.

    Raises:
        OutputError: the matrix has a text, or a number of rows or columns, that no worksheet can hold.
    """
    known = matrix_sheet.add(book, matrix)
    legend_sheet.add(book, matrix, duties)
    summary_sheet.add(book, known)
    return known
