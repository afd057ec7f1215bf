"""How far the cells of .xls sheets reach: they are rows of binary records.

Source: [MS-XLS] 2.1.4 and 2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.limits import (
    MAX_CELLS,
    MAX_RECORDS,
    MAX_SHARED_TEXT,
    check_extent,
    too_many_records,
    too_much_text,
)
from raci_cli.formats.workbooks.xls_texts import shared_sizes

_END, _PROTECTED, _SHEET, _DIMENSIONS = 0x0A, 0x2F, 0x85, 0x0200
_MANY_NUMBERS = 0xBD
_SHARED_TEXTS, _CONTINUED, _SHARED_CELL = 0xFC, 0x3C, 0xFD
_PLACE = 6
"""Bytes at the start of a cell's content: its row, its column and its style."""
_WIDE_DIMENSIONS = 12
"""Bytes; shorter ones are of Excel 5 and 95."""
_CELLS = frozenset({0x06, 0xD6, 0xFD, 0x0203, 0x0204, 0x0205, 0x027E})
"""Formula, RString, LabelSst, Number, Label, BoolErr, RK; MulRk holds several cells."""


class _Record(NamedTuple):
    """One record: its kind, and where its content lies."""

    kind: int
    start: int
    size: int


class _Outline(NamedTuple):
    """What the start of a workbook tells of the rest."""

    sheets: list[tuple[int, str]]
    """Where each begins, and its name."""
    shared: list[bytes]
    """The records with the shared texts."""


class _Extent(NamedTuple):
    """How large a sheet is."""

    rows: int
    columns: int
    records: int
    text: int
    """Bytes of its shared texts when every cell has its own copy."""


def check_xls(stream: bytes, path: str) -> None:
    """Whether the stream `Workbook` of an .xls may be given to calamine.

    Raises:
        UnreadableFileError: it is password-protected, or its sheets are too large.
    """
    outline = _outline(stream, path)
    texts = list(shared_sizes(outline.shared)) if outline.shared else []
    left, seen, written = MAX_CELLS, 0, 0
    for start, name in outline.sheets:
        found = _extent(stream, start, texts)
        left = check_extent(path, name, found.rows, found.columns, left)
        seen, written = seen + found.records, written + found.text
        if seen > MAX_RECORDS:  # also where many sheets share their records
            raise too_many_records(path)
        if written > MAX_SHARED_TEXT:
            raise too_much_text(path)


def _outline(stream: bytes, path: str) -> _Outline:
    sheets, shared, last = [], list[bytes](), 0
    for record in _records(stream, 0):
        kind = last if record.kind == _CONTINUED else record.kind
        if kind == _PROTECTED:
            raise UnreadableFileError(f"{path} is password-protected: save a copy without the password.")
        if kind == _SHEET:
            sheets.append((struct.unpack_from("<I", stream, record.start)[0], _sheet_name(stream, record)))
        if kind == _SHARED_TEXTS:
            shared.append(stream[record.start : record.start + record.size])
        if kind == _END:
            break
        last = kind
    return _Outline(sheets, shared)


def _sheet_name(stream: bytes, record: _Record) -> str:
    length, wide = struct.unpack_from("<BB", stream, record.start + 6)
    name = stream[record.start + 8 : record.start + record.size]
    return name[: length * 2].decode("utf-16-le", "replace") if wide & 1 else name[:length].decode("latin-1")


def _extent(stream: bytes, start: int, texts: Sequence[int]) -> _Extent:
    """The size of a sheet by its cells, or by its own word where that is larger, for calamine believes it."""
    rows = columns = count = text = 0
    for record in islice(_records(stream, start), MAX_RECORDS + 1):
        if record.kind == _END:
            break
        row, column = _reach(stream, record)
        rows, columns = max(rows, row), max(columns, column)
        if record.kind == _SHARED_CELL:
            index = struct.unpack_from("<I", stream, record.start + _PLACE)[0]
            text += texts[index] if index < len(texts) else 0
        count += 1
    return _Extent(rows, columns, count, text)


def _reach(stream: bytes, record: _Record) -> tuple[int, int]:
    """The rows and columns from A1 that a record asks for."""
    kind, at, size = record
    if kind in _CELLS:
        row, column = struct.unpack_from("<HH", stream, at)
        return row + 1, column + 1
    if kind == _MANY_NUMBERS:
        row, column = struct.unpack_from("<H", stream, at)[0], struct.unpack_from("<H", stream, at + size - 2)[0]
        return row + 1, column + 1
    if kind == _DIMENSIONS:
        layout = "<IIHH" if size >= _WIDE_DIMENSIONS else "<HHHH"
        first_row, end_row, first_column, end_column = struct.unpack_from(layout, stream, at)
        if end_row < first_row or end_column < first_column:
            raise ValueError("a sheet that ends before it begins")
        return end_row - first_row, end_column - first_column
    return 0, 0


def _records(stream: bytes, position: int) -> Iterator[_Record]:
    while position + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, position)
        yield _Record(kind, position + 4, size)
        position += 4 + size
