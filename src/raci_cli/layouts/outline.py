"""What each row below the headings is: an activity, a phase, a section, or nothing of the matrix."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import takewhile

from raci_cli.layouts import phases
from raci_cli.layouts.columns import LabelColumns
from raci_cli.layouts.lines import Line
from raci_cli.layouts.sheet import Sheet
from raci_cli.layouts.texts import starts_like, words
from raci_cli.layouts.vocabulary import GENERIC_TITLES, INSTRUCTIONS, TOTALS

_LONGEST_NAME, _LONGEST_PHASE = 120, 60
_LEGEND_LIKE = re.compile(r"^[A-Z] ?[=:–—-] ?\w|\b[A-Z] ?= ?\w")


class Part(Enum):
    """What a row is."""

    ACTIVITY = "activity"
    PHASE = "phase"
    SECTION = "section"
    CONTINUED = "continued"
    """The second line of the activity above."""
    OTHER = "other"


def parts(sheet: Sheet, found: Sequence[Line], labels: LabelColumns, columns: Sequence[int]) -> list[Part]:
    """What each line is. Rows with letters are activities; the rest is told apart by the sheet's own habits."""
    if all(line.lettered for line in found):
        return [Part.ACTIVITY] * len(found)
    last = max((i for i, line in enumerate(found) if line.lettered), default=-1)
    filled = [*found[: last + 1], *_right_below(found[last + 1 :], labels)]
    is_phase = phases.test_for(filled, labels, len(columns))
    merged_down = {row for span in sheet.merged for row in range(span.top + 1, span.bottom + 1)}
    result: list[Part] = []
    for index, line in enumerate(found):
        if line.lettered:
            part = Part.ACTIVITY
        elif line.row in merged_down and _continues(sheet, line, result, columns):
            part = Part.CONTINUED
        elif index > last >= 0:
            below = _part_below(line, found[index - 1], labels, result[-1])
            goes_on = below is Part.ACTIVITY or _is_followed(found, index, labels, result[-1])
            part = Part.PHASE if goes_on and is_phase(line) else below
        else:
            part = Part.PHASE if is_phase(line) else Part.ACTIVITY
        result.append(part)
    return _sections(found, result)


def _right_below(rest: Sequence[Line], labels: LabelColumns) -> Iterable[Line]:
    """The lines that follow the last letters at once and stand where activities or bands do."""
    return takewhile(lambda line: not line.after_gap and (line.column == labels.activity or line.band), rest)


def has_numbered_headings(found: Sequence[Line], parts_of: Sequence[Part]) -> bool:
    """Activities numbered 1, 2, 3 among mostly unnumbered ones: headings that hold letters themselves."""
    if not any(line.number for line in found):
        return False
    activities = [line for line, part in zip(found, parts_of, strict=True) if part is Part.ACTIVITY]
    numbered = [line.number for line in activities if line.number]
    if len(numbered) < 2 or len(numbered) * 2 > len(activities) or not activities[0].number:
        return False
    return numbered == [(n,) for n in range(numbered[0][0], numbered[0][0] + len(numbered))]


def _continues(sheet: Sheet, line: Line, before: Sequence[Part], columns: Sequence[int]) -> bool:
    """Whether the letters above are merged down into this row: its text goes on from there."""
    if not before or before[-1] not in (Part.ACTIVITY, Part.CONTINUED):
        return False
    spans = [sheet.spans[line.row, column] for column in columns if (line.row, column) in sheet.spans]
    return any(span.top < line.row and sheet.rows[span.top][span.left] for span in spans)


def _part_below(line: Line, before: Line, labels: LabelColumns, part_before: Part) -> Part:
    """What a line after the last letters is: an activity only if it follows at once and is named like one."""
    if part_before is Part.OTHER or line.after_gap or before.row + 1 != line.row:
        return Part.OTHER
    if line.band and line.column <= labels.activity and part_before is not Part.CONTINUED and before.lettered:
        return Part.PHASE if len(line.text) < _LONGEST_PHASE else Part.OTHER
    if line.column != labels.activity:
        return Part.OTHER
    return Part.ACTIVITY if _is_name(line.text) or (line.number and before.number) else Part.OTHER


def _is_followed(found: Sequence[Line], index: int, labels: LabelColumns, part_before: Part) -> bool:
    """Whether a line left of the activities goes on from the one above, and an activity follows it at once."""
    line, after = found[index], found[index + 1 : index + 2]
    joined = not line.after_gap and part_before is not Part.OTHER and line.column < labels.activity
    return joined and any(each.column == labels.activity and not each.after_gap for each in after)


def _is_name(text: str) -> bool:
    """Not a total, a note, a legend or an instruction to whoever fills in the sheet."""
    first = words(text)[:1]
    if not first or first[0] in TOTALS or text.startswith(("*", "©", "(")) or text.endswith((".", ":", "!")):
        return False
    told = starts_like(first[0], INSTRUCTIONS) or starts_like(text, GENERIC_TITLES)
    return not told and len(text) < _LONGEST_NAME and not _LEGEND_LIKE.search(text)


def _is_deeper(line: Line, first: Line) -> bool:
    """Further right, or indented by more than a stray blank."""
    return line.column > first.column or (line.column == first.column and line.indent > first.indent + 1)


def _sections(found: Sequence[Line], result: list[Part]) -> list[Part]:
    """Phases that start further right than the first one, or are indented more, are sections below it."""
    first = next((line for line, part in zip(found, result, strict=True) if part is Part.PHASE), None)
    if first is None:
        return result
    return [
        Part.SECTION if part is Part.PHASE and _is_deeper(line, first) else part
        for line, part in zip(found, result, strict=True)
    ]
