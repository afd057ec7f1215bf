"""What merging leads to, as a workbook: the matrix, what is still open, and how the rest was settled."""

from __future__ import annotations

from collections.abc import Mapping

from raci_cli.model.decision import MergeResult
from raci_cli.workbook import NO_DUTIES, legend_sheet, matrix_sheet, summary_sheet
from raci_cli.workbook.book import Book
from raci_cli.workbook.merged import conflicts_sheet, decisions_sheet, minor_sheet, votes_sheet
from raci_cli.workbook.merged.marks import mark_open


def add_merge(book: Book, result: MergeResult, *, duties: Mapping[str, str] = NO_DUTIES) -> None:
    """Add the merged matrix to a book, with what is open and how the rest was settled on sheets of their own.

    Raises:
        OutputError: the matrix has a text, or a number of rows or columns, that no worksheet can hold.
    """
    known = matrix_sheet.add(book, result.matrix, [conflict.row for conflict in result.conflicts])
    mark_open(known, result)
    if result.conflicts:
        conflicts_sheet.add(book, result)
    minor_sheet.add(book, result)
    decisions_sheet.add(book, result)
    votes_sheet.add(book, result.comparison)
    legend_sheet.add(book, result.matrix, duties)
    summary_sheet.add(book, known)
