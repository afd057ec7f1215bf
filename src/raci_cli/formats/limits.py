"""How much is read, and the sentences for more: the one place for the sizes that no matrix has.

Every limit leaves room for 40,000 activities x 50 roles: as a table 2 million cells (80 MB as XML), as a long list with
six letters an activity 240,000 lines. What is beyond is refused before it costs more than 5 seconds and 500 MB.
calamine keeps every cell between A1 and the last filled one: 32 bytes for an empty one, about 100 for a filled one, 8
more in Python (measured).
"""

from __future__ import annotations

from collections.abc import Collection

from raci_cli.errors import NoMatrixError, UnreadableFileError
from raci_cli.model import Grid, Location

MAX_CELLS = 8_000_000
"""Rows x columns of all sheets together, counted from A1 to the last filled cell."""

MANY_ROWS = 100_000
"""A sheet that reaches further down is looked through for stray cells, even if it is narrow."""

MAX_RECORDS = 4_000_000
"""Cells and other records of a binary sheet, which are looked at one by one."""

MAX_BYTES = 120_000_000
"""Everything in a workbook, unpacked."""

MAX_SHARED_TEXT = 200_000_000
"""Bytes of all texts when every cell has its own copy, as it has in calamine and then in Python: a workbook keeps each
different text once."""

MAX_TAGS = 2_200_000
"""Cells and rows of a sheet in XML that are looked at one by one, where a quick look leaves doubts."""

MAX_TEXT = 32_000_000
"""Bytes of a text file: CSV, Markdown, AsciiDoc, YAML, JSON."""

MAX_ROWS = 500_000
"""Rows of a sheet, or lines of a text file that holds tables."""

MAX_COLUMNS = 16_384
"""What Excel has."""

MAX_DIFFERENT_TEXTS = 300_000
"""In all sheets or tables of a file; recognising looks at each text once. A long list names the cell in every line."""

MAX_TABLE_CELLS = 2_200_000
"""Cells of all tables in a text file."""

MAX_HTML_TAGS = 1_000_000
"""Tags of the HTML tables in a text file, for which Python's parser takes 3 seconds."""

MAX_MARKS = 2_500_000
"""Marks of a text in Markdown or AsciiDoc, which are paired one by one."""

_MARKS = "*_`~[<&\\"

MAX_TABLES = 1_000
"""Tables of one text file."""

MAX_ENTRIES = 60_000
"""Entries of all lists in a YAML or JSON file: roles, phases, sections and activities."""

MAX_VALUES = 4_500_000
"""Keys and values of a YAML or JSON file; each letter of an activity is one of both."""


def check_extent(path: str, sheet: str | None, rows: int, columns: int, left: int = MAX_CELLS) -> int:
    """How many cells are left when a sheet of this size has been read.

    Raises:
        UnreadableFileError: fewer than none; the message names the sheet and its last cell.
    """
    if rows * columns <= left and rows <= MAX_ROWS:
        return left - rows * columns
    last = Location(path, sheet, rows, columns)
    raise UnreadableFileError(
        f"{last}: the sheet reaches down to row {rows:,} and across to column {columns:,}, and that is too large to be "
        "a matrix. Delete the empty rows below the matrix and the empty columns right of it, and save it again."
    )


def check_text_size(data: bytes, path: str) -> None:
    """Raises NoMatrixError for a text file of more than MAX_TEXT."""
    if len(data) > MAX_TEXT:
        raise too_large(path, f"{MAX_TEXT // 1_000_000} MB of text")


def check_tables(text: str, separator: str, path: str) -> None:
    """Raises NoMatrixError for a text with more lines, or more cells between separators, than any matrix has."""
    lines = text.count("\n")
    if lines > MAX_ROWS:
        raise too_large(path, f"{MAX_ROWS:,} lines")
    if lines + text.count(separator) > MAX_TABLE_CELLS:
        raise too_large(path, f"{MAX_TABLE_CELLS:,} cells")


def check_grids(grids: Collection[Grid], path: str) -> None:
    """Raises NoMatrixError for tables that are wider or hold more different texts than any matrix does."""
    if any(max(map(len, grid.rows), default=0) > MAX_COLUMNS for grid in grids):
        raise too_large(path, f"{MAX_COLUMNS:,} columns")
    if sum(len(row) for grid in grids for row in grid.rows) <= MAX_DIFFERENT_TEXTS:
        return
    texts = set[str]()
    for grid in grids:
        texts.update(*grid.rows)
        if len(texts) > MAX_DIFFERENT_TEXTS:
            raise too_large(path, f"{MAX_DIFFERENT_TEXTS:,} different texts")


def check_markup(text: str, path: str) -> None:
    """Raises NoMatrixError for a text in Markdown or AsciiDoc with more marks than any matrix has."""
    if sum(map(text.count, _MARKS)) > MAX_MARKS:
        raise too_large(path, f"{MAX_MARKS:,} marks such as * and _")


def too_large(path: str, most: str) -> NoMatrixError:
    """The error for a text file with more of something than any matrix has."""
    return NoMatrixError(
        f"{path} is too large to be a matrix: it has more than {most}. If a matrix is in it, copy that into a new file."
    )


def too_much_text(path: str) -> UnreadableFileError:
    """The error for more than MAX_SHARED_TEXT."""
    return UnreadableFileError(
        f"{path} repeats a long text so often that its cells hold more than {MAX_SHARED_TEXT // 1_000_000} MB. "
        "Copy the sheet with the matrix into a new workbook."
    )


def too_many_records(path: str) -> UnreadableFileError:
    """The error for more than MAX_RECORDS."""
    return UnreadableFileError(f"{path} holds more than {MAX_RECORDS:,} cells; no matrix is that large.")
