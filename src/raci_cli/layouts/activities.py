"""The rows of a block as activities, with the phases and sections they stand under."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci_cli.layouts import columns, lines, outline
from raci_cli.layouts.columns import LabelColumns
from raci_cli.layouts.draft import ActivityDraft, LevelDraft
from raci_cli.layouts.lines import LETTERS, Line
from raci_cli.layouts.outline import Part
from raci_cli.layouts.sheet import Sheet


class Found(NamedTuple):
    """Activities with the (zero-based) rows that hold their letters, and levels that have rows of their own."""

    activities: tuple[tuple[ActivityDraft, list[int]], ...]
    levels: tuple[LevelDraft, ...]


def read(
    sheet: Sheet, body: range, role_columns: Sequence[int], labels: LabelColumns, content: bytes = LETTERS
) -> Found:
    """The activities in the rows of `body`; a row that holds `content` in a role column is one for certain."""
    found = lines.read(sheet, body, role_columns, labels, content)
    parts = outline.parts(sheet, found, labels, role_columns)
    activities: list[tuple[ActivityDraft, list[int]]] = []
    levels: list[LevelDraft] = []
    by_number = _numbered_parents(found, parts)
    from_columns = columns.levels(sheet, [line.row for line in found], labels)
    bands_outside = _bands_stand_outside(found, parts, labels)
    own: tuple[str, ...] = ()
    for index, (line, part) in enumerate(zip(found, parts, strict=True)):
        if part is Part.ACTIVITY:
            if (line.row, labels.activity) in sheet.spans and _same_cell(sheet, activities, line, labels):
                activities[-1][1].append(line.row)
                continue
            name = "" if line.column != labels.activity and line.lettered else line.text
            rows_say = own if by_number is None else by_number[index]
            said = (*rows_say, *from_columns[index]) if bands_outside else (*from_columns[index], *rows_say)
            activities.append((ActivityDraft(name, said, line.row + 1, line.column + 1), [line.row]))
        elif part is Part.CONTINUED and activities:
            before, rows = activities[-1]
            activities[-1] = (before._replace(name=f"{before.name} {line.text}"), rows)
        elif part in (Part.PHASE, Part.SECTION) and by_number is None:
            own = (line.text,) if part is Part.PHASE else (*own[:1], line.text)
            levels.append(LevelDraft(own, line.row + 1, line.column + 1))
    if by_number is not None:
        levels += _numbered_levels(found, activities)
    return Found(tuple(activities), tuple(levels))


def _numbered_levels(
    found: Sequence[Line], activities: Sequence[tuple[ActivityDraft, list[int]]]
) -> Iterator[LevelDraft]:
    """The rows of the phases that activities have by their numbers, so that a phase is found where it stands."""
    phases = {draft.levels[-2:][0] for draft, _ in activities if draft.levels}
    for line in found:
        if line.text in phases:
            yield LevelDraft((line.text,), line.row + 1, line.column + 1)


def _bands_stand_outside(found: Sequence[Line], parts: Sequence[Part], labels: LabelColumns) -> bool:
    """Whether rows for phases start at the phase column or left of it, and so hold what the column says."""
    if not labels.phases:
        return False
    starts = [line.column for line, part in zip(found, parts, strict=True) if part is Part.PHASE]
    return bool(starts) and min(starts) <= labels.phases[0]


def _same_cell(
    sheet: Sheet, activities: Sequence[tuple[ActivityDraft, list[int]]], line: Line, labels: LabelColumns
) -> bool:
    """Whether this row's activity cell is merged with that of the row before."""
    span = sheet.spans.get((line.row, labels.activity))
    return bool(activities and span and span.top < line.row and activities[-1][1][0] >= span.top)


def _numbered_parents(found: Sequence[Line], parts: Sequence[Part]) -> list[tuple[str, ...]] | None:
    """For each line the names above it by outline number, or by numbered headings that hold letters themselves."""
    if lines.is_outline(found):
        names = {line.number: line.text for line in reversed(found) if line.number}
        roots = {line.number[:1] for line in found if line.number}
        skip = 1 if len(roots) == 1 and next(iter(roots)) in names else 0
        return [
            tuple(
                names[line.number[:depth]]
                for depth in range(1 + skip, len(line.number))
                if line.number[:depth] in names
            )
            for line in found
        ]
    if not outline.has_numbered_headings(found, parts):
        return None
    current: tuple[str, ...] = ()
    result = []
    for line in found:
        result.append(() if line.number else current)
        current = (line.text,) if line.number else current
    return result
