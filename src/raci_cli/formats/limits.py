"""How much of a workbook is read, and the sentence for more.

calamine keeps every cell between A1 and the last filled one: 32 bytes for an empty one, about 100 for a filled one, 8
more in Python (measured). With these limits a hostile file costs at most a few hundred megabytes, and 40,000
activities x 50 roles (2 million cells, 80 MB of XML) are read.
"""

from __future__ import annotations

from raci_cli.errors import UnreadableFileError
from raci_cli.model import Location

MAX_CELLS = 8_000_000
"""Rows x columns of all sheets together, counted from A1 to the last filled cell."""

MANY_ROWS = 100_000
"""A sheet that reaches further down is looked through for stray cells, even if it is narrow."""

MAX_RECORDS = 4_000_000
"""Cells and other records of a binary sheet, which are looked at one by one."""

MAX_BYTES = 120_000_000
"""Everything in a workbook, unpacked."""


def check_extent(path: str, sheet: str | None, rows: int, columns: int, left: int = MAX_CELLS) -> int:
    """How many cells are left when a sheet of this size has been read.

    Raises:
        UnreadableFileError: fewer than none; the message names the sheet and its last cell.
    """
    if rows * columns <= left:
        return left - rows * columns
    last = Location(path, sheet, rows, columns)
    raise UnreadableFileError(
        f"{last}: the sheet reaches down to row {rows:,} and across to column {columns:,}, and that is too large to be "
        "a matrix. Delete the empty rows below the matrix and the empty columns right of it, and save it again."
    )


def too_many_records(path: str) -> UnreadableFileError:
    """The error for more than MAX_RECORDS."""
    return UnreadableFileError(f"{path} holds more than {MAX_RECORDS:,} cells; no matrix is that large.")
