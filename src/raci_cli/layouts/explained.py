"""What `raci show --explain` says of the letters in a file that are no part of a matrix."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.layouts.draft import Draft
from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.sheet import Sheet
from raci_cli.model import column_name


def left_out(draft: Draft) -> Iterator[str]:
    """The columns and rows that were left out of a matrix, a sentence each."""
    for unnamed in draft.unnamed:
        place = f"row {unnamed.row}" if unnamed.is_row else f"column {column_name(unnamed.column)}"
        yield f"Left out for want of a name: {place}, {unnamed.letters} cells with letters."
    for rows in draft.outside:
        yield f"Rows {rows.row} to {rows.last} hold {rows.letters} more letters, but under no headings of a matrix."


def passed_over(sheet: Sheet) -> str:
    """Why another sheet of the file is not this matrix."""
    letters = sum(row.count(Kind.LETTER) for row in sheet.kinds)
    return f"Sheet {sheet.grid.name!r} was looked at, too: {letters or 'no'} cells with letters."
