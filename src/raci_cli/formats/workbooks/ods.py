"""What calamine does not tell of an .ods workbook: how far its cells reach, and which of them are merged.

One cell or row may stand for a million repeated ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from operator import mul
from typing import NamedTuple

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.limits import MAX_CELLS, check_extent

_TABLE_NAME = re.compile(rb"""[^>]*?\btable:name\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REPEATED = rb"""\btable:number-%s-repeated\s*=\s*["']\+?0*([0-9]{1,10})["']"""
_ROWS = re.compile(_REPEATED % b"rows")
_COLUMNS = re.compile(_REPEATED % b"columns")
_ANY_REPEAT = re.compile(rb"-repeated\s*=")
_SPANNED = re.compile(rb"""\btable:number-(columns|rows)-spanned\s*=\s*["']\+?0*([0-9]{1,7})["']""")
_TABLE = re.compile(rb"<table:table(?=[\s>])")
_ROW = re.compile(rb"<table:table-row(?=[\s/>])")
_CELL = re.compile(rb"<table:(?:covered-)?table-cell(?=[\s/>])")
_CONTENT = re.compile(rb"office:(?:value|string-value|date-value|time-value|boolean-value)|table:formula")
_Range = tuple[tuple[int, int], tuple[int, int]]
_MOST_TEXT = 500_000_000
_SPACES = re.compile(rb"""\btext:c\s*=\s*["']\+?0*[0-9]{5,}""")


class _Extent(NamedTuple):
    rows: int
    """Down to the last filled cell, and at least as many as are written."""
    columns: int
    """Of the widest row."""
    written: int
    """Bytes of all filled cells, each as often as it is repeated."""


def check_tables(xml: bytes, path: str) -> None:
    """Whether content.xml may be given to calamine, which writes every repetition out.

    Raises:
        UnreadableFileError: its tables are too large; the message names the first that is.
    """
    if _SPACES.search(xml):
        raise UnreadableFileError(f"{path}: a cell in it holds more than 10,000 spaces in a row. Delete that cell.")
    left, written = MAX_CELLS, 0
    for table in _TABLE.split(xml)[1:]:
        extent = _extent(table, path)
        left = check_extent(path, _name(table), extent.rows, extent.columns, left)
        written += extent.written
    if written > _MOST_TEXT:
        raise UnreadableFileError(f"{path} repeats a long text so often that it cannot be read. Delete that text.")


def merged_ranges(xml: bytes, path: str) -> dict[str, list[_Range]]:
    """By the name of its table in content.xml, the merged ranges; of a repeated row only those of its first turn."""
    return {_name(table) or "": list(_ranges(table, path)) for table in _TABLE.split(xml)[1:]}


def _ranges(table: bytes, path: str) -> Iterator[_Range]:
    top = 0
    for row in _ROW.split(table)[1:] if b"-spanned" in table else ():
        tag, *cells = _CELL.split(row)
        left = 0
        for cell in cells if b"-spanned" in row else ():
            attributes = cell.partition(b">")[0]
            sizes = {side: int(size) for side, size in _SPANNED.findall(attributes)}
            down, right = sizes.get(b"rows", 1), sizes.get(b"columns", 1)
            if down > 1 or right > 1:
                yield (top, left), (top + down - 1, left + right - 1)
            left += _repeats(attributes, _COLUMNS, path)
        top += _repeats(tag, _ROWS, path)


def _name(table: bytes) -> str | None:
    match = _TABLE_NAME.match(table)
    return unescape((match[1] or match[2] or b"").decode(errors="replace")) if match else None


def _extent(table: bytes, path: str) -> _Extent:
    tags = rows = filled_rows = widest = written = 0
    for row in _ROW.split(table)[1:]:
        tag, *cells = _CELL.split(row)
        repeats = _repeats(tag, _ROWS, path)
        tags, rows = tags + 1, rows + repeats
        if not cells or not _CONTENT.search(cells[-1]):
            cells = cells[:-1]  # calamine drops the empty cells of the last tag, and keeps all others
        widths = [_repeats(cell, _COLUMNS, path) for cell in cells]
        widest = max(widest, sum(widths))
        if any(map(_CONTENT.search, cells)):
            filled_rows = rows
            written += repeats * sum(map(mul, widths, map(len, cells)))
    return _Extent(max(filled_rows, tags), widest, written)


def _repeats(tag: bytes, pattern: re.Pattern[bytes], path: str) -> int:
    if not _ANY_REPEAT.search(tag):
        return 1
    match = pattern.search(tag)
    if not match:
        raise UnreadableFileError(f"{path} is damaged: a cell in it is repeated an unknown number of times.")
    return int(match[1])
