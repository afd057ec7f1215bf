"""The rows below the headings that say anything, with their labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from raci_cli.layouts.columns import LabelColumns
from raci_cli.layouts.sheet import Kind, Sheet
from raci_cli.layouts.texts import is_code, number_of

Kinds = frozenset[Kind]
LETTERS: Kinds = frozenset({Kind.LETTER, Kind.NOTHING})
"""What makes a row of a grid an activity."""
NAMES: Kinds = frozenset(Kind) - {Kind.BLANK}
"""What makes a row an activity where names stand under letters."""


@dataclass(frozen=True, slots=True)
class Line:
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
    number: tuple[int, ...]
    """Its outline number: (1, 2) for 1.2."""


def read(
    sheet: Sheet, body: range, columns: Sequence[int], labels: LabelColumns, content: Kinds = LETTERS
) -> list[Line]:
    """The rows of a block that say anything, with their labels."""
    result = []
    gap = False
    first, last = min(columns), max(columns)
    beside = [c for c in range(sheet.width) if c < first or c == labels.activity]
    for row in body:
        kinds = sheet.kinds[row]
        lettered = any(kinds[column] in content for column in columns)
        column = _label_column(sheet, row, beside, labels)
        if column is None and not lettered:
            gap = True
            continue
        column = labels.activity if column is None else column
        text = sheet.text(row, column)
        span = sheet.spans.get((row, column))
        band = span is not None and span.left <= first <= last <= span.right and first < last
        numbered = sheet.text(row, labels.numbers) if labels.numbers is not None else ""
        number = number_of(numbered) or number_of(text)
        if not lettered and _is_summary(sheet, row, columns):
            continue
        result.append(Line(row, column, text, lettered, band, gap, number))
        gap = False
    return result


def _label_column(sheet: Sheet, row: int, beside: Sequence[int], labels: LabelColumns) -> int | None:
    """The activity cell when it says something, else the first cell beside the letters that does."""
    if sheet.text(row, labels.activity):
        span = sheet.spans.get((row, labels.activity))
        return labels.activity if span is None or span.left == labels.activity else span.left
    return next((c for c in beside if sheet.rows[row][c] and not is_code(sheet.text(row, c))), None)


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
