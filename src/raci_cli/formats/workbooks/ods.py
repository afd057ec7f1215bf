"""How far the cells of an .ods workbook reach: one cell or row may stand for a million repeated ones."""

from __future__ import annotations

import re
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
_ROW = re.compile(rb"<table:table-row(?=[\s/>])")
_CELL = re.compile(rb"<table:(?:covered-)?table-cell(?=[\s/>])")
_CONTENT = re.compile(rb"office:(?:value|string-value|date-value|time-value|boolean-value)|table:formula")
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
    for table in re.split(rb"<table:table(?=[\s>])", xml)[1:]:
        extent = _extent(table, path)
        left = check_extent(path, _name(table), extent.rows, extent.columns, left)
        written += extent.written
    if written > _MOST_TEXT:
        raise UnreadableFileError(f"{path} repeats a long text so often that it cannot be read. Delete that text.")


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
