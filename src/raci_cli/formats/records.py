"""How far the cells of .xls and .xlsb sheets reach: both are rows of binary records.

Sources: [MS-XLS] 2.1.4 and 2.4, [MS-XLSB] 2.1.4 and 2.3.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.limits import MAX_CELLS, check_extent

_END, _PROTECTED, _SHEET, _DIMENSIONS = 0x0A, 0x2F, 0x85, 0x0200
_MANY_NUMBERS = 0xBD
_WIDE_DIMENSIONS = 12
"""Bytes; shorter ones are of Excel 5 and 95."""
_CELLS = frozenset({0x06, 0xD6, 0xFD, 0x0203, 0x0204, 0x0205, 0x027E})
"""Formula, RString, LabelSst, Number, Label, BoolErr, RK; MulRk holds several cells."""

_ROW, _SHEET_END = 0x00, 0x92
_BUNDLED_SHEET = 0x9C
_BINARY_CELLS = range(0x02, 0x0C)
_MOST_RECORDS = 4_000_000


class Record(NamedTuple):
    """One record: its kind, and where its content lies."""

    kind: int
    start: int
    size: int


def check_xls(stream: bytes, path: str) -> None:
    """Whether the stream `Workbook` of an .xls may be given to calamine.

    Raises:
        UnreadableFileError: it is password-protected, or its sheets are too large.
    """
    left = MAX_CELLS
    sheets = []
    for record in _xls_records(stream, 0):
        if record.kind == _PROTECTED:
            raise UnreadableFileError(f"{path} is password-protected: save a copy without the password.")
        if record.kind == _SHEET:
            sheets.append((struct.unpack_from("<I", stream, record.start)[0], _sheet_name(stream, record)))
        if record.kind == _END:
            break
    seen = 0
    for start, name in sheets:
        rows, columns, count = _xls_extent(stream, start)
        left = check_extent(path, name, rows, columns, left)
        seen += count
        if seen > _MOST_RECORDS:  # also where many sheets share their records
            raise _too_many(path)


def _sheet_name(stream: bytes, record: Record) -> str:
    length, wide = struct.unpack_from("<BB", stream, record.start + 6)
    name = stream[record.start + 8 : record.start + record.size]
    return name[: length * 2].decode("utf-16-le", "replace") if wide & 1 else name[:length].decode("latin-1")


def _xls_extent(stream: bytes, start: int) -> tuple[int, int, int]:
    """Rows and columns of a sheet by its cells, or by its own word where that is larger, for calamine believes it.

    The third number is how many records were looked at.
    """
    rows = columns = count = 0
    for record in islice(_xls_records(stream, start), _MOST_RECORDS + 1):
        if record.kind == _END:
            break
        row, column = _reach(stream, record)
        rows, columns = max(rows, row), max(columns, column)
        count += 1
    return rows, columns, count


def _reach(stream: bytes, record: Record) -> tuple[int, int]:
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


def _xls_records(stream: bytes, position: int) -> Iterator[Record]:
    while position + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, position)
        yield Record(kind, position + 4, size)
        position += 4 + size


def check_xlsb(part: bytes, path: str, sheet: str | None, left: int) -> int:
    """How many cells are left when a sheet of an .xlsb has been read.

    Raises:
        UnreadableFileError: too few; or more records than can be looked at.
    """
    rows = columns = row = 0
    for count, (kind, at, size) in enumerate(_xlsb_records(part)):
        if count > _MOST_RECORDS:
            raise _too_many(path)
        if kind == _ROW:
            row = _index(part, at, size)
        elif kind in _BINARY_CELLS:
            rows, columns = max(rows, row + 1), max(columns, _index(part, at, size) + 1)
        elif kind == _SHEET_END:
            break
    return check_extent(path, sheet, rows, columns, left)


def _index(part: bytes, at: int, size: int) -> int:
    """The row or column at the start of a record; calamine would take what is missing from the record before."""
    if size < 4:
        raise struct.error("a record without its place")
    return int(struct.unpack_from("<I", part, at)[0])


def bundled_sheets(part: bytes) -> dict[str, str]:
    """The names of an .xlsb's sheets by relation id, from its workbook.bin."""
    names = {}
    for kind, at, _ in _xlsb_records(part):
        if kind == _BUNDLED_SHEET:
            relation, end = _wide_text(part, at + 8)
            names[relation] = _wide_text(part, end)[0]
    return names


def _wide_text(part: bytes, at: int) -> tuple[str, int]:
    end = at + 4 + 2 * int(struct.unpack_from("<I", part, at)[0])
    return part[at + 4 : end].decode("utf-16-le"), end


def _too_many(path: str) -> UnreadableFileError:
    return UnreadableFileError(f"{path} holds more than {_MOST_RECORDS:,} cells; no matrix is that large.")


def _xlsb_records(part: bytes) -> Iterator[Record]:
    position = 0
    while position < len(part):
        kind, position = _number(part, position, 2)
        size, position = _number(part, position, 4)
        yield Record(kind, position, size)
        position += size


def _number(part: bytes, position: int, most: int) -> tuple[int, int]:
    """A number in bytes of seven bits, the lowest first, and the position behind it."""
    number = 0
    for shift in range(0, 7 * most, 7):
        byte = part[position] if position < len(part) else 0
        number |= (byte & 0x7F) << shift
        position += 1
        if byte < 0x80:
            break
    return number, position
