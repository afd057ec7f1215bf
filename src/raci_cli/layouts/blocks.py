"""Finds where letters stand under headings: the header rows, role columns and body rows of each block of a sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from raci_cli.layouts.sheet import Kind, Sheet

_FOREIGN = frozenset({Kind.TEXT, Kind.NUMBER, Kind.MARK})
_HEADING_OVER_LETTERS = re.compile(rb"\x04(?=\x00*[\x01\x02])")
"""A column's kinds: text, then blanks, then a letter or an explicit nothing."""
_FIRST_BELOW = re.compile(rb"\x00*([^\x00])")


@dataclass(frozen=True, slots=True)
class Block:
    """A run of rows under one set of headings. All indexes count from zero."""

    header_rows: tuple[int, ...]
    """From top to bottom; role headings, and perhaps groups, persons, descriptions."""
    columns: tuple[int, ...]
    """The columns that hold letters, or have a heading among those that do."""
    body: range
    letters: int
    """How many cells of the block hold letters."""


def find(sheet: Sheet, header_row: int | None = None) -> list[Block]:
    """All blocks of a sheet, from top to bottom; with `header_row`, only the one under that row."""
    starts = _starts(sheet)
    rows = [header_row] if header_row is not None else _header_rows(sheet, starts)
    blocks = []
    for index, row in enumerate(rows):
        end = _first_header(sheet, rows[index + 1], starts, row) if index + 1 < len(rows) else sheet.height
        block = _block(sheet, row, starts.get(row, frozenset()), range(row + 1, end), header_row is not None)
        if block:
            blocks.append(block)
    return blocks


def _starts(sheet: Sheet) -> dict[int, frozenset[int]]:
    """Row -> the columns in which a heading of that row stands directly over letters, blank cells aside."""
    starts: dict[int, set[int]] = {}
    for column, kinds in enumerate(sheet.columns):
        for match in _HEADING_OVER_LETTERS.finditer(kinds):
            starts.setdefault(match.start(), set()).add(column)
    for span in set(sheet.spans.values()):
        if span.left == span.right or sheet.kinds[span.top][span.left] != Kind.TEXT:
            continue
        covered = [c for c in range(span.left, span.right + 1) if _over_letters(sheet, span.bottom + 1, c)]
        is_heading = _over_letters(sheet, span.bottom + 1, span.left, blank=True)  # else a band over the whole table
        if covered and is_heading:
            starts.setdefault(span.top, set()).update(covered)
    return {row: frozenset(columns) for row, columns in starts.items()}


def _over_letters(sheet: Sheet, row: int, column: int, *, blank: bool = False) -> bool:
    """Whether the next cell that is not blank, from this one down, is a letter; `blank` if an empty column will do."""
    match = _FIRST_BELOW.match(sheet.columns[column], row)
    return match.group(1)[0] in (Kind.LETTER, Kind.NOTHING) if match else blank


def _header_rows(sheet: Sheet, starts: dict[int, frozenset[int]]) -> list[int]:
    """The rows whose headings cover the letters below them; stray texts between letters drop out."""
    rows = sorted(starts)
    while True:
        kept = []
        for index, row in enumerate(rows):
            end = rows[index + 1] if index + 1 < len(rows) else sheet.height
            columns, letters = _letter_columns(sheet, range(row + 1, end))
            covered = len(starts[row] & columns)
            single = len(columns) == 1 and letters >= 3
            if covered and (covered * 2 > len(columns) or covered >= 8) and (covered > 1 or single):
                kept.append(row)
        if kept == rows:
            return rows
        rows = kept


def _letter_columns(sheet: Sheet, body: range) -> tuple[frozenset[int], int]:
    """Columns that hold mostly letters in the rows that hold any, and how many letters they hold."""
    mask = [Kind.LETTER in sheet.kinds[row] for row in body]
    found: dict[int, int] = {}
    for column, kinds in enumerate(sheet.columns):
        inside = bytes(compress(kinds[body.start : body.stop], mask))
        letters = inside.count(Kind.LETTER)
        if letters and letters >= sum(map(inside.count, _FOREIGN)):
            found[column] = letters
    return frozenset(found), sum(found.values())


def _first_header(sheet: Sheet, row: int, starts: dict[int, frozenset[int]], floor: int) -> int:
    """The topmost of the header rows that end in `row`: group rows above the role headings."""
    columns = starts[row]
    top = row
    for above in range(row - 1, floor, -1):
        kinds = sheet.kinds[above]
        if Kind.LETTER in kinds or row - above > 6:
            break
        if any(kinds[column] in _FOREIGN for column in columns):
            top = above
        elif any(kinds) and above < top - 1:
            break
    return top


def _block(sheet: Sheet, row: int, starts: frozenset[int], body: range, forced: bool) -> Block | None:  # noqa: FBT001
    lettered, letters = _letter_columns(sheet, body)
    if not lettered and not forced:
        return None
    first = max(0, row - 7)
    top = _first_header(sheet, row, {row: starts or lettered}, first - 1)
    header_rows = tuple(r for r in range(top, row + 1) if any(sheet.kinds[r]))
    columns = _with_neighbours(sheet, header_rows, lettered, body)
    return Block(header_rows, columns, body, letters)


def _with_neighbours(
    sheet: Sheet, header_rows: Sequence[int], lettered: frozenset[int], body: range
) -> tuple[int, ...]:
    """Adds columns without letters that stand between or right beside the lettered ones under a heading."""
    if not lettered:
        return ()
    columns = set(lettered)
    candidates = list(range(min(lettered), max(lettered))) + list(range(max(lettered) + 1, sheet.width))
    for column in candidates:
        kinds = sheet.columns[column]
        has_heading = any(sheet.text(row, column) for row in header_rows[-2:])
        if column in columns:
            continue
        if has_heading and not any(kinds.count(kind, body.start, body.stop) for kind in _FOREIGN):
            columns.add(column)
        elif column > max(lettered):
            break
    return tuple(sorted(columns))
