"""The rows below the headings that say anything, with their labels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from raci_cli.layouts import legend
from raci_cli.layouts.columns import LabelColumns
from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.sheet import Sheet
from raci_cli.layouts.texts import is_code, number_of, starts_like, words
from raci_cli.layouts.vocabulary import ACTIVITY
from raci_cli.model import Span

LETTERS = bytes([Kind.LETTER, Kind.NOTHING])
"""What makes a row of a grid an activity."""
NAMES = bytes(range(Kind.BLANK + 1, Kind.REMARK + 1))
"""What makes a row an activity where names stand under letters."""
_SPACES = " \u00a0\t"
_DEEPEST = 7
"""Rows of headings above the first activity."""
_SAYS_NOTHING = bytes([Kind.BLANK, Kind.NOTHING])


class Line(NamedTuple):
    """One row that is not blank. Indexes count from zero."""

    row: int
    column: int
    """Where its label stands."""
    text: str
    lettered: bool
    band: bool
    """Its label is merged across the letters."""
    after_gap: bool
    """A blank row stands above it."""
    indent: int
    """Spaces before its label."""
    number: tuple[int, ...]
    """Its outline number: (1, 2) for 1.2."""


def read(
    sheet: Sheet, body: range, columns: Sequence[int], labels: LabelColumns, content: bytes = LETTERS
) -> list[Line]:
    """The rows of a block that say anything, with their labels. Rows of counts and repeated headings are left out."""
    result: list[Line] = []
    gap = False
    named, spans = labels.activity, sheet.spans
    for row, kinds in zip(body, sheet.kinds_in(columns, body), strict=True):
        lettered = len(kinds.translate(None, content)) < len(kinds)
        column = named if sheet.texts[row][named] else _other_label(sheet, row, columns, labels)
        place = named if column is None else column
        span = spans.get((row, place)) if spans else None
        if sheet.kinds[row][named] == Kind.NOTHING and not kinds.strip(_SAYS_NOTHING):
            continue  # nothing in every cell, its name included
        if not lettered and (column is None or _explains(sheet, row, column)):
            gap = True
        elif span and column is not None and span.top < body.start:
            continue  # the heading over the activities, merged down
        elif row == body.start and _is_second_heading(sheet, row, column, kinds, labels):
            continue
        elif lettered or not _is_summary(kinds):
            result.append(_line(sheet, row, place, columns, labels, span=span, lettered=lettered, after_gap=gap))
            gap = False
        elif content == LETTERS and _is_put_off(sheet, row, body, columns):
            result.append(_line(sheet, row, place, columns, labels, span=span, lettered=True, after_gap=gap))
            gap = False
    return result


def _explains(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a label is part of a legend: its letter, the meaning beside one, or a sentence with both."""
    if legend.explains(sheet.texts[row][column]):
        return True
    return any((row, column + step) in sheet.legend_cells for step in (-1, 0, 1))


def _line(  # noqa: PLR0913 - what is known about a row
    sheet: Sheet,
    row: int,
    place: int,
    columns: Sequence[int],
    labels: LabelColumns,
    *,
    span: Span | None,
    lettered: bool,
    after_gap: bool,
) -> Line:
    """A row whose label stands in column `place`, perhaps in a merged range."""
    texts = sheet.texts[row]
    text = texts[place]
    column = span.left if span else place
    band = span is not None and _is_band(span, columns)
    raw = sheet.rows[row][column]
    indent = len(raw) - len(raw.lstrip(_SPACES)) if raw[:1] in _SPACES else 0
    number = number_of(text if labels.numbers is None else texts[labels.numbers])
    return Line(row, column, text, lettered, band, after_gap, indent, number)


def _is_band(span: Span, columns: Sequence[int]) -> bool:
    """Whether a merged range covers several of the columns, and at least half of them."""
    covered = sum(span.left <= column <= span.right for column in columns)
    return covered > 1 and covered * 2 >= len(columns)


def _other_label(sheet: Sheet, row: int, columns: Sequence[int], labels: LabelColumns) -> int | None:
    """Where the activity cell says nothing: the first cell beside the letters, else a band over them."""
    texts = sheet.texts[row]
    beside = (c for c in range(labels.left, min(columns)) if sheet.rows[row][c] and not is_code(texts[c]))
    bands = (c for c in columns if (row, c) in sheet.spans and sheet.kinds[row][c] == Kind.TEXT)
    return next(chain(beside, bands), None)


def _is_second_heading(sheet: Sheet, row: int, column: int | None, kinds: bytes, labels: LabelColumns) -> bool:
    """Right below the headings: the word over the activities, or one letter over each of a role's columns."""
    if column is None:
        return len(kinds) > 3 and len(set(kinds)) == 1 and kinds[0] in (Kind.LETTER, Kind.TEXT)
    alone = not any(kinds) and not sheet.text(row - 1, labels.activity)
    return alone and len(words(sheet.text(row, column))) <= 3 and starts_like(sheet.text(row, column), ACTIVITY)


def _is_summary(kinds: bytes) -> bool:
    """A row of counts, or of headings, that stands among or below the activities."""
    headings = kinds.count(Kind.TEXT)
    return Kind.NUMBER in kinds or (headings > 1 and headings * 2 >= len(kinds))


def _is_put_off(sheet: Sheet, row: int, body: range, columns: Sequence[int]) -> bool:
    """Whether a row among those with letters says something else in their place, such as `tbd`, and no headings."""
    headings = chain.from_iterable(sheet.texts[max(0, body.start - _DEEPEST) : body.start])
    kinds = {sheet.texts[row][column]: sheet.kinds[row][column] for column in columns}
    if Kind.NUMBER in kinds.values() or not {text for text in kinds if text}.isdisjoint(headings):
        return False
    own = [sheet.columns[column] for column in columns]
    above = any(kinds.find(Kind.LETTER, body.start, row) >= 0 for kinds in own)
    return above and any(kinds.find(Kind.LETTER, row + 1, body.stop) >= 0 for kinds in own)


def is_outline(found: Sequence[Line]) -> bool:
    """Outline numbers through all levels: most lines have one, and some number continues another."""
    numbers = {line.number for line in found if line.number}
    if len(numbers) * 10 < len(found) * 6:
        return False
    return any(number[:-1] in numbers for number in numbers if len(number) > 1)
