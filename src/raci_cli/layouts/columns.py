"""Which column names the activities, and which columns say the phase they stand under."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.sheet import Sheet
from raci_cli.layouts.texts import fold, is_code, starts_like
from raci_cli.layouts.vocabulary import ACTIVITY, DETAILS, IDENTIFIER, PHASE, ROLE, SIDE
from raci_cli.model import column_name


class LabelColumns(NamedTuple):
    """The columns beside the letters that say what a row is."""

    activity: int
    phases: tuple[int, ...]
    """From the outer to the inner; at most two."""
    numbers: int | None
    """The column of outline numbers, if there is one."""
    left: int = 0
    """The first column that belongs to the table."""


class _Profile(NamedTuple):
    """What a column looks like in the rows that hold letters."""

    column: int
    heading: str
    filled: float
    distinct: float
    changing: float
    """Share of rows whose text differs from the row before."""
    coded: float
    length: float


def choose(
    sheet: Sheet, candidates: Sequence[int], rows: Sequence[int], header_rows: Sequence[int]
) -> LabelColumns | None:
    """Picks the columns among `candidates` by how they are filled in `rows`; None when none names anything."""
    profiles = [_profile(sheet, column, rows, header_rows) for column in candidates]
    named = [profile for profile in profiles if profile.filled > 0 and profile.coded < 0.8]
    if not named:
        return None
    best = max(named, key=lambda profile: (_activity_score(profile), -profile.column))
    phases = [
        p.column for p in profiles if (p.column < best.column and _is_phase(p)) or _is_phase_by_heading(p, best.column)
    ]
    left = [profile for profile in profiles if profile.column < best.column and profile.column not in phases]
    numbers = next((profile.column for profile in left if profile.coded > 0.6 and profile.filled > 0.5), None)
    return LabelColumns(best.column, tuple(phases[-2:]), numbers, min(candidates))


def codes(sheet: Sheet, left: Sequence[int], rows: Sequence[int]) -> LabelColumns | None:
    """The column whose codes (`A`, `US-1`), all different, must name the activities, since nothing else does."""
    texts = {column: [sheet.text(row, column) for row in rows] for column in left}
    named = (column for column, own in texts.items() if all(own) and len(set(own)) == len(own) > 1)
    return next((LabelColumns(column, (), None) for column in named), None)


def levels(sheet: Sheet, rows: Sequence[int], labels: LabelColumns) -> list[tuple[str, ...]]:
    """For each row the texts of the phase columns, outer first; a blank cell carries on the text above."""
    current = [""] * len(labels.phases)
    said: tuple[str, ...] = ()
    result = []
    for row in rows:
        for level, column in enumerate(labels.phases):
            text = sheet.texts[row][column]
            if text and text != current[level]:
                own = "" if sheet.kinds[row][column] == Kind.NOTHING else text
                current[level:] = [own, *[""] * (len(current) - level - 1)]
                said = tuple(filter(None, current))
        result.append(said)
    return result


def details(sheet: Sheet, header_rows: Sequence[int]) -> dict[str, int]:
    """Columns whose whole heading is the name of a field of an activity: field -> column."""
    headed = ((fold(sheet.text(row, column)), column) for row in header_rows for column in range(sheet.width))
    return {text: column for text, column in headed if text in DETAILS}


def index(name: str) -> int:
    """The zero-based index of a column by its spreadsheet name: `B` is 1."""
    number = 0
    for char in name.upper():
        number = number * 26 + ord(char) - 64
    return number - 1


def name(index: int) -> str:
    """The spreadsheet name of a column by its zero-based index: 1 is `B`."""
    return column_name(index + 1)


def _profile(sheet: Sheet, column: int, rows: Sequence[int], header_rows: Sequence[int]) -> _Profile:
    texts = [
        sheet.text(row, column) for row in rows if (row, column) not in sheet.spans or _starts_span(sheet, row, column)
    ]
    filled = [text for text in texts if text]
    heading = next((text for row in reversed(header_rows) if (text := sheet.text(row, column))), "")
    if not filled:
        return _Profile(column, heading, 0.0, 0.0, 0.0, 0.0, 0.0)
    changes = sum(one != other for one, other in pairwise(filled)) + 1
    return _Profile(
        column,
        heading,
        filled=len(filled) / len(rows),
        distinct=len(set(filled)) / len(filled),
        changing=changes / len(filled),
        coded=sum(map(is_code, filled)) / len(filled),
        length=sum(map(len, filled)) / len(filled),
    )


def _starts_span(sheet: Sheet, row: int, column: int) -> bool:
    """Whether the cell is the first row of its merged range: below it, the range is blank."""
    return sheet.spans[row, column].top == row


def _activity_score(profile: _Profile) -> float:
    """Filled in every row, each time something else, in words; a fitting heading helps, position breaks ties."""
    score = 2 * profile.filled + profile.changing + 0.5 * profile.distinct - 1.5 * profile.coded
    score -= 0.5 * (profile.length < 4) + 0.3 * (profile.length > 120)
    score += 0.6 * starts_like(profile.heading, ACTIVITY)
    score -= 0.5 * starts_like(profile.heading, PHASE) + 0.8 * starts_like(profile.heading, SIDE)
    score -= 0.8 * (starts_like(profile.heading, IDENTIFIER) and profile.length < 12)
    score -= 0.4 * starts_like(profile.heading, ROLE)
    return score - 0.08 * profile.column


def _is_phase_by_heading(profile: _Profile, activity: int) -> bool:
    """A phase column to the right of the activities has nothing but its heading to say so."""
    headed = starts_like(profile.heading, PHASE) and not starts_like(profile.heading, ACTIVITY)
    return profile.column > activity and headed and len(profile.heading) < 20 and profile.filled > 0


def _is_phase(profile: _Profile) -> bool:
    """A column of words that holds for several rows at a time: repeated, or blank until it changes."""
    headed = starts_like(profile.heading, PHASE)
    if (profile.coded > 0.5 and not headed) or not profile.filled:
        return False
    if starts_like(profile.heading, SIDE) or starts_like(profile.heading, IDENTIFIER):
        return False
    holds = profile.filled < 0.7 or profile.changing < 0.75
    return holds or (headed and profile.coded < 0.5)
