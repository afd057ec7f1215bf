"""What stands above the activities: the title block, the groups, the roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil

from raci_cli.model import Matrix, Role
from raci_cli.model.labels import usual_key
from raci_cli.model.schemes import SCHEMES
from raci_cli.workbook import form, geometry
from raci_cli.workbook.details import Detail
from raci_cli.workbook.geometry import Geometry
from raci_cli.workbook.palette import GROUPS
from raci_cli.workbook.sizes import TURNED_FROM, bold_width, heading_height, row_height
from raci_cli.workbook.xlsx import Columns, Sheet

_LEAST_FIELD, _MOST_FIELD, _LEAST_COLUMN = 12.0, 26.0, 10.0
"""Characters that the value of a field has room for, and how narrow a column may be that it has to itself."""
_TITLE, _TITLE_LETTER, _MOST_LINES = 30.0, 1.7, 4
"""Points of a line of the title, how wide its letters are compared with others, and how many lines it may take."""
_GROUP, _TOP = 20.0, 15.0
"""Points. Office gives a row that is inserted below the frame's first one the height of that row."""


def write(sheet: Sheet, matrix: Matrix, place: Geometry, widths: Sequence[float], details: Sequence[Detail]) -> None:
    """Title block, groups, headings."""
    _write_title_block(sheet, matrix, widths)
    _write_groups(sheet, matrix.roles, widths)
    _write_headings(sheet, matrix, place, widths)
    sheet.set_row(geometry.TOP, _TOP)
    if details:
        across = Columns(place.first_detail, place.last_column)
        sheet.put_across(geometry.GROUPS, across, "Details", "details band")
    for column, detail in enumerate(details, start=place.first_detail):
        sheet.put(geometry.HEADINGS, column, detail.heading, "detail heading")


def role_headings(roles: Sequence[Role]) -> list[str]:
    """The heading of each role: its name, whether it is software, and its key where reading would give another."""
    headings = []
    seen: Counter[str] = Counter()
    labels: set[str] = set()
    for role in roles:
        seen[role.name] += 1
        key = usual_key(role.name, seen[role.name], labels)
        labels.add(role.label)
        known_as = "" if role.key == key else form.KNOWN_AS.format(role.label)
        says_so = not known_as and role.name.endswith(form.AUTOMATED.strip())
        headings.append(f"{form.shown(role.name)}{known_as}{form.AUTOMATED if role.automated and not says_so else ''}")
    return headings


def activity_heading(matrix: Matrix) -> str:
    """The word over the activities, with the scheme where its name says all."""
    name = matrix.scheme.name
    return f"{form.ACTIVITY} ({name.upper()})" if SCHEMES.get(name) == matrix.scheme else form.ACTIVITY


def _write_title_block(sheet: Sheet, matrix: Matrix, widths: Sequence[float]) -> None:
    _write_title(sheet, matrix.title or form.UNTITLED, widths)
    sheet.set_row(geometry.CAPTIONS, 14)
    sheet.set_row(geometry.FIELDS + 1, 6)
    room = []
    for (field, caption), span in zip(form.CAPTIONS.items(), _field_spans(widths), strict=True):
        sheet.put_across(geometry.CAPTIONS, span, caption, "caption")
        sheet.put_across(geometry.FIELDS, span, getattr(matrix, field), "field")
        room.append((getattr(matrix, field), bold_width(_across(widths, span))))
    sheet.set_row(geometry.FIELDS, row_height(room))


def _write_title(sheet: Sheet, title: str, widths: Sequence[float]) -> None:
    """On one line if it fits over the matrix, else on as many as it takes."""
    lines = min(ceil(len(title) * _TITLE_LETTER / sum(widths)), _MOST_LINES)
    sheet.set_row(geometry.TITLE, _TITLE * lines)
    if lines == 1:
        sheet.put(geometry.TITLE, geometry.PHASE, title, "title")
    else:
        sheet.put_across(geometry.TITLE, Columns(geometry.PHASE, len(widths) - 1), title, "wrapped title")


def _field_spans(widths: Sequence[float]) -> Iterator[Columns]:
    """Where the fields stand: the first over the activities, the others over the roles and as far as they need."""
    yield Columns(geometry.PHASE, geometry.ACTIVITY)
    others = len(form.CAPTIONS) - 1
    first, room = geometry.FIRST_ROLE, sum(widths[geometry.FIRST_ROLE :])
    wanted = min(max(room / others, _LEAST_FIELD), _MOST_FIELD)
    reached = 0.0
    for number in range(1, others + 1):
        last, own = first, _width(widths, first)
        while own < _LEAST_COLUMN or reached + own + _width(widths, last + 1) / 2 < number * wanted:
            last += 1
            own += _width(widths, last)
        yield Columns(first, last)
        first, reached = last + 1, reached + own


def _across(widths: Sequence[float], span: Columns) -> float:
    return sum(_width(widths, column) for column in range(span.first, span.last + 1))


def _width(widths: Sequence[float], column: int) -> float:
    return widths[column] if column < len(widths) else _LEAST_FIELD


def _write_groups(sheet: Sheet, roles: Sequence[Role], widths: Sequence[float]) -> None:
    room = [(group, bold_width(_across(widths, span))) for span, group, _ in _group_spans(roles)]
    sheet.set_row(geometry.GROUPS, max(_GROUP, row_height(room)))
    if not any(role.group for role in roles):
        return
    for span, group, style in _group_spans(roles):
        sheet.put_across(geometry.GROUPS, span, group or form.NO_GROUP, style)


def _group_spans(roles: Sequence[Role]) -> Iterator[tuple[Columns, str, str]]:
    """Each run of roles of one group, with its style."""
    styles: dict[str, str] = {"": "no group"}
    column = geometry.FIRST_ROLE
    for group, members in groupby(roles, key=lambda role: role.group):
        last = column + len(list(members)) - 1
        styles.setdefault(group, f"group {(len(styles) - 1) % len(GROUPS) + 1}")
        yield Columns(column, last), group, styles[group]
        column = last + 1


def _write_headings(sheet: Sheet, matrix: Matrix, place: Geometry, widths: Sequence[float]) -> None:
    headings = role_headings(matrix.roles)
    row, turned = geometry.HEADINGS, len(headings) >= TURNED_FROM
    sheet.set_row(row, heading_height(headings, widths[geometry.FIRST_ROLE]))
    sheet.put(row, geometry.PHASE, form.PHASE, "turned heading")
    sheet.put(row, geometry.SECTION, form.SECTION, "turned heading")
    sheet.put(row, geometry.ACTIVITY, activity_heading(matrix), "heading")
    sheet.put(row, place.check, form.CHECK, "heading")
    for span, _, style in _group_spans(matrix.roles):
        for column in range(span.first, span.last + 1):
            heading = headings[column - geometry.FIRST_ROLE]
            sheet.put(row, column, heading, f"{'turned role' if turned else 'role'} in {style}")
