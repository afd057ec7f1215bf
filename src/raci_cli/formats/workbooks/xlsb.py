"""How far the cells of .xlsb sheets reach, and what the sheets are called: all of it is rows of binary records.

Source: [MS-XLSB] 2.1.4 and 2.3.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci_cli.formats.limits import MAX_RECORDS, MAX_SHARED_TEXT, check_extent, too_many_records, too_much_text

_ROW, _SHEET_END = 0x00, 0x92
_BUNDLED_SHEET = 0x9C
_CELLS = range(0x02, 0x0C)
_SHARED_CELL, _SHARED_TEXT = 0x07, 0x13
_PLACE = 8
"""Bytes at the start of a cell's content: its column and its style."""


class Left(NamedTuple):
    """How much the sheets that follow may still have."""

    cells: int
    text: int = MAX_SHARED_TEXT


def shared_sizes(part: bytes) -> list[int]:
    """The bytes of each shared text; cells name them by number."""
    return [size for kind, _, size in _records(part) if kind == _SHARED_TEXT]


def check_xlsb(part: bytes, path: str, sheet: str | None, left: Left, texts: Sequence[int]) -> Left:
    """How much is left when a sheet of an .xlsb has been read; `texts` are the sizes of its shared texts.

    Raises:
        UnreadableFileError: too little; or more records than can be looked at.
    """
    rows = columns = row = written = 0
    for count, (kind, at, size) in enumerate(_records(part)):
        if count > MAX_RECORDS:
            raise too_many_records(path)
        if kind == _ROW:
            row = _index(part, at, size)
        elif kind in _CELLS:
            rows, columns = max(rows, row + 1), max(columns, _index(part, at, size) + 1)
            written += texts[index] if kind == _SHARED_CELL and (index := _text(part, at)) < len(texts) else 0
        elif kind == _SHEET_END:
            break
    if written > left.text:
        raise too_much_text(path)
    return Left(check_extent(path, sheet, rows, columns, left.cells), left.text - written)


def _text(part: bytes, at: int) -> int:
    """The number of the shared text in a cell."""
    return int(struct.unpack_from("<I", part, at + _PLACE)[0])


def _index(part: bytes, at: int, size: int) -> int:
    """The row or column at the start of a record; calamine would take what is missing from the record before."""
    if size < 4:
        raise struct.error("a record without its place")
    return int(struct.unpack_from("<I", part, at)[0])


def bundled_sheets(part: bytes) -> dict[str, str]:
    """The names of an .xlsb's sheets by relation id, from its workbook.bin."""
    names = {}
    for kind, at, _ in _records(part):
        if kind == _BUNDLED_SHEET:
            relation, end = _wide_text(part, at + 8)
            names[relation] = _wide_text(part, end)[0]
    return names


def _wide_text(part: bytes, at: int) -> tuple[str, int]:
    end = at + 4 + 2 * int(struct.unpack_from("<I", part, at)[0])
    return part[at + 4 : end].decode("utf-16-le"), end


def _records(part: bytes) -> Iterator[tuple[int, int, int]]:
    """Kind, start and size of every record."""
    position = 0
    while position < len(part):
        kind, position = _number(part, position, 2)
        size, position = _number(part, position, 4)
        yield kind, position, size
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
