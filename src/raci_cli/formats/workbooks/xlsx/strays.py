"""Stray cells of an .xlsx sheet, far away from everything else, are emptied; each cell is looked at for that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.limits import MANY_ROWS, MAX_TAGS, check_extent
from raci_cli.formats.workbooks.xlsx.addresses import PREFIX, address
from raci_cli.formats.workbooks.xlsx.extent import Fitted
from raci_cli.model import Location

_ATTRIBUTES = rb"""((?:[^<>"'/]++|"[^"]*+"|'[^']*+'|/(?!>))*+)"""
_TAG = re.compile(rb"</" + PREFIX + rb"row\s*>|<" + PREFIX + rb"(row|c)(?=[\s/>])" + _ATTRIBUTES + rb"(/?)>")
_CELL_END = re.compile(rb"</" + PREFIX + rb"c\s*>")
_HEAD = 4096
_GAP = 100
"""Cells beyond so many empty rows or columns are strays; looked for only in a sheet that is very large as it stands."""
_STARTS = (b"<c", b":c", b"<row", b":row")


def without_strays(xml: bytes, path: str, sheet: str | None, left: int) -> Fitted:
    """The sheet with its stray cells emptied; `left` is how many cells all sheets may still have.

    Strays are the cells beyond a wide gap; they are looked for only where the sheet as a whole is very large.

    Raises:
        UnreadableFileError: it is too large without any strays, or an address in it is none.
    """
    if b"<!" in xml or b"<?" in xml[_HEAD:]:
        raise UnreadableFileError(f"{path} has comments in the XML of a sheet, which no spreadsheet program writes.")
    if sum(map(xml.count, _STARTS)) > MAX_TAGS:
        raise UnreadableFileError(f"{path}: a sheet of more than {MAX_TAGS:,} cells and rows; no matrix is that large.")
    rows, columns = _filled(xml, path)
    if not rows:
        return Fitted(xml, left)
    size = (max(rows) + 1) * (max(columns) + 1)
    if size <= left and max(rows) < MANY_ROWS:
        return Fitted(xml, left - size)
    near = _before_gap(rows), _before_gap(columns)
    left = check_extent(path, sheet, *near, left)
    if near == (max(rows) + 1, max(columns) + 1):
        return Fitted(xml, left)
    emptied, strays = _emptied(xml, *near, path)
    return Fitted(emptied, left, _note(strays))


def _filled(xml: bytes, path: str) -> tuple[set[int], set[int]]:
    """The rows and the columns in which anything stands."""
    rows, columns = set[int](), set[int]()
    for row, column, _, filled in _cells(xml, path):
        if filled:
            rows.add(row)
            columns.add(column)
    return rows, columns


def _before_gap(used: set[int]) -> int:
    """How many rows or columns reach to the first wide gap after the first filled one."""
    last = min(used)
    for index in sorted(used):
        if index - last > _GAP:
            break
        last = index
    return last + 1


def _emptied(xml: bytes, rows: int, columns: int, path: str) -> tuple[bytes, list[tuple[int, int]]]:
    """Every cell outside of the first rows and columns without its content, and where they are.

    The place of such a cell stays, for those that follow.
    """
    pieces, strays, done = list[bytes](), list[tuple[int, int]](), 0
    for row, column, tag, filled in _cells(xml, path):
        if filled and (row >= rows or column >= columns):
            end = _CELL_END.search(xml, tag.end())
            strays.append((row, column))
            pieces += [xml[done : tag.end() - 1], b"/>"]
            done = end.end() if end else len(xml)
    return b"".join([*pieces, xml[done:]]), strays


def _note(strays: Sequence[tuple[int, int]]) -> str:
    """`1 cell far away from all others was left out: XFD1048576.`; nothing where there is none."""
    if not strays:
        return ""
    first = Location("", row=strays[0][0] + 1, column=strays[0][1] + 1).a1
    if len(strays) == 1:
        return f"1 cell far away from all others was left out: {first}."
    return f"{len(strays):,} cells far away from all others were left out, the first in {first}."


def _cells(xml: bytes, path: str) -> Iterator[tuple[int, int, re.Match[bytes], bool]]:
    """Every cell's row and column from 0, its tag and whether it holds anything.

    The place is where calamine puts it: at its address, if it has one, else in the next column of its row.
    """
    row = column = 0
    for tag in _TAG.finditer(xml):
        kind, attributes, empty = tag.groups()
        named = _named(attributes, path) if kind else None
        if kind == b"c":
            at_row, column = named or (row, column)
            yield at_row, column, tag, not empty
            column += 1
            continue
        row = named[0] if named else row
        if empty or not kind:  # the row ends here
            row, column = row + 1, 0


def _named(attributes: bytes, path: str) -> tuple[int, int] | None:
    try:
        return address(attributes)
    except ValueError as error:
        raise UnreadableFileError(f"{path} is damaged: a cell in it has an address that is none.") from error
