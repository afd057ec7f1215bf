"""Comparison -> a workbook to look at together: overview, side by side, cell by cell, and where it is hot.

Every sheet is marked as ours, so that raci never takes one for a copy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from raci_cli.model.comparison import Comparison

if TYPE_CHECKING:
    from raci_cli.workbook.compared.overview import Table


def write_comparison(
    comparison: Comparison,
    heat: Mapping[tuple[str, int], float],
    headings: tuple[str, str] = ("", ""),
    more: Sequence[Table] = (),
) -> bytes:
    """A workbook with everything copies say; the same comparison always gives the same bytes.

    `heat` is the agreement from 0 to 1 by the label of a phase (empty for none) and a role. For the overview,
    `headings` are what is compared and how far the copies agree, and `more` tables that a comparison alone does not
    give.

    Raises:
        OutputError: the comparison has a text, or a number of rows or columns, that no worksheet can hold.
    """
    from raci_cli.workbook.book import Book  # noqa: PLC0415 - imports XlsxWriter
    from raci_cli.workbook.compared import cells, heat_map, overview, positions  # noqa: PLC0415 - imports XlsxWriter

    book = Book()
    overview.add(book, comparison, headings, more)
    positions.add(book, comparison)
    cells.add(book, comparison)
    heat_map.add(book, comparison, heat)
    return book.data()
