"""Where headings stand right over letters: the first sign of a table."""

from __future__ import annotations

import re

from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.sheet import Sheet

_HEADING_OVER_LETTERS = re.compile(rb"\x04(?=[\x00\x05]*[\x01\x02\x07])")
"""A column's kinds: text, then blanks, then a letter or an explicit nothing."""
_FIRST_BELOW = re.compile(rb"[\x00\x05]*([^\x00\x05])")
_LEAST_IN_ALPHABET = 3
"""Letters that make one."""
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""How roles are headed that have no names."""


def find(sheet: Sheet) -> dict[int, frozenset[int]]:
    """Row -> the columns in which a heading of that row stands directly over letters, blank cells aside."""
    starts: dict[int, set[int]] = {}
    for column, kinds in enumerate(sheet.columns):
        for match in _HEADING_OVER_LETTERS.finditer(kinds):
            starts.setdefault(match.start(), set()).add(column)
    below = _Below(sheet)
    for span in sheet.merged:
        if span.left == span.right or sheet.kinds[span.top][span.left] != Kind.TEXT:
            continue
        under = span.bottom + 1
        if any(sheet.columns[span.left][under:]) and not below.are_letters(under, span.left):
            continue  # a band over the whole table
        covered = [column for column in range(span.left, span.right + 1) if below.are_letters(under, column)]
        if covered:
            starts.setdefault(span.top, set()).update(covered)
    for row, columns in _code_headings(sheet).items():
        starts.setdefault(row, set()).update(columns)
    return _gathered(sheet, starts)


def _gathered(sheet: Sheet, starts: dict[int, set[int]]) -> dict[int, frozenset[int]]:
    """Headings with nothing but blank rows between are headings of one table: they count for the lowest row."""
    gathered: dict[int, frozenset[int]] = {}
    for row in sorted(starts):
        columns = starts[row]
        before = next((above for above in range(row - 1, -1, -1) if any(sheet.kinds[above])), -1)
        above = gathered.get(before, frozenset())
        if above and not is_alone(sheet, row) and all(sheet.kinds[row][c] != Kind.LETTER for c in above):
            columns = columns | gathered.pop(before)
        gathered[row] = frozenset(columns)
    return gathered


def is_alone(sheet: Sheet, row: int) -> bool:
    """Whether a row holds a single cell, as a band over a table does."""
    return sum(map(bool, sheet.kinds[row])) == 1


def _code_headings(sheet: Sheet) -> dict[int, set[int]]:
    """Roles headed by codes that could be letters themselves (`AR`, `IC`): all different, on top of their columns."""
    tops: dict[int, set[int]] = {}
    below = _Below(sheet)
    for column, kinds in enumerate(sheet.columns):
        first = _FIRST_BELOW.match(kinds)
        if first and first.group(1)[0] == Kind.LETTER and below.are_letters(first.start(1) + 1, column):
            tops.setdefault(first.start(1), set()).add(column)
    return {row: columns for row, columns in tops.items() if _are_codes(sheet, row, columns)}


def _are_codes(sheet: Sheet, row: int, columns: set[int]) -> bool:
    texts = [sheet.text(row, column) for column in range(sheet.width) if sheet.text(row, column)]
    several = sum(len(sheet.text(row, column)) > 1 for column in columns) * 2 >= len(columns)
    letters = "".join(text for text in texts if len(text) == 1)
    alphabet = len(letters) >= _LEAST_IN_ALPHABET and _ALPHABET.startswith(letters)
    return (several or alphabet) and len(set(texts)) == len(texts) > len(columns)


class _Below:
    """What comes next in a column; where rows are asked for from top to bottom, each is looked at once."""

    def __init__(self, sheet: Sheet) -> None:
        self._columns = sheet.columns
        self._known: dict[int, tuple[range, bool]] = {}
        """By column: the rows asked about last, and the answer for all of them."""

    def are_letters(self, row: int, column: int) -> bool:
        """Whether the next cell that says anything, from this one down, is a letter."""
        rows, answer = self._known.get(column, (range(0), False))
        if row not in rows:
            match = _FIRST_BELOW.match(self._columns[column], row)
            rows = range(row, match.end() if match else len(self._columns[column]))
            answer = match is not None and match.group(1)[0] in (Kind.LETTER, Kind.NOTHING, Kind.REMARK)
            self._known[column] = rows, answer
        return answer
