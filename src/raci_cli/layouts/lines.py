"""The rows below the headings that say anything, with their labels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from raci_cli.layouts.columns import LabelColumns
from raci_cli.layouts.sheet import Kind, Sheet
from raci_cli.layouts.texts import is_code, number_of, starts_like, words
from raci_cli.layouts.vocabulary import ACTIVITY

Kinds = frozenset[Kind]
LETTERS: Kinds = frozenset({Kind.LETTER, Kind.NOTHING})
"""What makes a row of a grid an activity."""
NAMES: Kinds = frozenset(Kind) - {Kind.BLANK}
"""What makes a row an activity where names stand under letters."""


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
    sheet: Sheet, body: range, columns: Sequence[int], labels: LabelColumns, content: Kinds = LETTERS
) -> list[Line]:
    """The rows of a block that say anything, with their labels. Rows of counts and repeated headings are left out."""
    result: list[Line] = []
    gap = False
    for row in body:
        lettered = any(sheet.kinds[row][column] in content for column in columns)
        column = _label_column(sheet, row, columns, labels)
        if _is_filler(sheet, row, columns, labels):
            continue
        if not lettered and (column is None or _explains(sheet, row, column)):
            gap = True
        elif column is not None and sheet.spans.get((row, column), (row,))[0] < body.start:
            continue  # the heading over the activities, merged down
        elif row == body.start and _is_second_heading(sheet, row, column, columns, labels):
            continue
        elif lettered or not _is_summary(sheet, row, columns):
            result.append(_line(sheet, row, column, columns, labels)._replace(lettered=lettered, after_gap=gap))
            gap = False
    return result


def _is_filler(sheet: Sheet, row: int, columns: Sequence[int], labels: LabelColumns) -> bool:
    """A row that says nothing in every cell, its name included."""
    nothing = sheet.kinds[row][labels.activity] == Kind.NOTHING
    return nothing and all(sheet.kinds[row][column] in (Kind.NOTHING, Kind.BLANK) for column in columns)


def _explains(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a label is part of a legend: its letter, or the meaning beside one."""
    return any((row, column + step) in sheet.legend_cells for step in (-1, 0, 1))


def _line(sheet: Sheet, row: int, column: int | None, columns: Sequence[int], labels: LabelColumns) -> Line:
    place = labels.activity if column is None else column
    text = sheet.text(row, place)
    span = sheet.spans.get((row, place))
    raw = sheet.rows[row][span.left if span else place]
    covered = [c for c in columns if span and span.left <= c <= span.right]
    return Line(
        row,
        span.left if span else place,
        text,
        lettered=False,
        band=len(covered) > 1 and len(covered) * 2 >= len(columns),
        after_gap=False,
        indent=len(raw) - len(raw.lstrip(" \u00a0\t")),
        number=number_of(text if labels.numbers is None else sheet.text(row, labels.numbers)),
    )


def _label_column(sheet: Sheet, row: int, columns: Sequence[int], labels: LabelColumns) -> int | None:
    """The activity cell when it says something, else the first cell beside the letters, else a band over them."""
    if sheet.text(row, labels.activity):
        return labels.activity
    beside = (c for c in range(labels.left, min(columns)) if sheet.rows[row][c] and not is_code(sheet.text(row, c)))
    bands = (c for c in columns if (row, c) in sheet.spans and sheet.kinds[row][c] == Kind.TEXT)
    return next(chain(beside, bands), None)


def _is_second_heading(
    sheet: Sheet, row: int, column: int | None, columns: Sequence[int], labels: LabelColumns
) -> bool:
    """Right below the headings: the word over the activities, or one letter over each of a role's columns."""
    kinds = [sheet.kinds[row][c] for c in columns]
    if column is None:
        return len(columns) > 3 and (all(k == Kind.LETTER for k in kinds) or all(k == Kind.TEXT for k in kinds))
    alone = not any(kinds) and not sheet.text(row - 1, labels.activity)
    return alone and len(words(sheet.text(row, column))) <= 3 and starts_like(sheet.text(row, column), ACTIVITY)


def _is_summary(sheet: Sheet, row: int, columns: Sequence[int]) -> bool:
    """A row of counts, or of headings, that stands among or below the activities."""
    kinds = [sheet.kinds[row][column] for column in columns]
    foreign = sum(kind in (Kind.TEXT, Kind.NUMBER) for kind in kinds)
    return Kind.NUMBER in kinds or (foreign > 1 and foreign * 2 >= len(columns))


def is_outline(found: Sequence[Line]) -> bool:
    """Outline numbers through all levels: most lines have one, and some number continues another."""
    numbers = {line.number for line in found if line.number}
    if len(numbers) * 10 < len(found) * 6:
        return False
    return any(number[:-1] in numbers for number in numbers if len(number) > 1)
