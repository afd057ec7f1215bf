"""Draws an example as a styled sheet, the way a consultant would hand it over."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tools.examples.look import GROUPS, formats
from tools.examples.source import Example, Line

HEADER_ROWS = 2
FIRST_ROLE = 1
MANY_ROLES = 10
"""Beyond this many, role headings are turned so that the sheet stays narrow."""
INDENT = "   "
"""What people type before the name of a section, so that it stands below its phase."""
MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""A fixed date, so that the same script gives the same file."""


def draw(example: Example, path: Path) -> None:
    """Write the example as a workbook; the same example always gives the same bytes."""
    with Workbook(str(path)) as book:
        book.set_properties({"title": example.sheet, "created": MADE})
        styles = formats(book)
        sheet = book.add_worksheet(example.sheet)
        _set_up_page(sheet, example)
        _draw_header(sheet, example, styles)
        for row, line in enumerate(example.lines, start=HEADER_ROWS):
            _draw_line(sheet, row, line, example, styles)
        _draw_legend(sheet, example, styles)
        _draw_notes(sheet, example, styles)


def _set_up_page(sheet: Worksheet, example: Example) -> None:
    beside = _beside(example)
    sheet.hide_gridlines(2)
    sheet.freeze_panes(HEADER_ROWS, FIRST_ROLE)
    sheet.set_column(0, 0, 44)
    sheet.set_column(FIRST_ROLE, len(example.roles), 5.6 if _many_roles(example) else 13)
    sheet.set_column(beside - 2, beside - 2, 17 if _has_systems(example) else 3)
    sheet.set_column(beside - 1, beside, 4)
    if not example.legend_below:
        sheet.set_column(beside + 1, beside + 1, 72)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 1)


def _draw_header(sheet: Worksheet, example: Example, styles: dict[str, Format]) -> None:
    groups, roles = (0, 1) if example.groups_above else (1, 0)
    title, heading = example.corner
    sheet.write_string(0, 0, title, styles["title"])
    sheet.write_string(1, 0, heading, styles["heading" if example.groups_above else "remark"])
    sheet.set_row(groups, 22)
    sheet.set_row(roles, 150 if _many_roles(example) else 36)
    style = styles["turned role" if _many_roles(example) else "role"]
    for column, (name, _) in enumerate(example.roles, start=FIRST_ROLE):
        sheet.write_string(roles, column, name, style)
    _draw_groups(sheet, groups, example, styles)
    if _has_systems(example):
        sheet.write_string(roles, len(example.roles) + 1, "System", styles["system heading"])


def _draw_groups(sheet: Worksheet, row: int, example: Example, styles: dict[str, Format]) -> None:
    column, number = FIRST_ROLE, 0
    for group, members in groupby(example.roles, key=lambda role: role[1]):
        last = column + len(list(members)) - 1
        if group:
            style = styles[f"group {number % len(GROUPS)}"]
            if last > column:
                sheet.merge_range(row, column, row, last, group, style)
            else:
                sheet.write_string(row, column, group, style)
            number += 1
        column = last + 1


def _draw_line(sheet: Worksheet, row: int, line: Line, example: Example, styles: dict[str, Format]) -> None:
    sheet.set_row(row, 18)
    sheet.write_string(row, 0, INDENT + line.name if line.kind == "section" else line.name, styles[line.kind])
    for column, (role, _) in enumerate(example.roles, start=FIRST_ROLE):
        letters = line.letters.get(role, "")
        if letters:
            sheet.write_string(row, column, letters, styles[letters[0]])
        else:
            sheet.write_blank(row, column, None, styles["blank" if line.kind == "activity" else line.kind])
    if line.system:
        sheet.write_string(row, len(example.roles) + 1, line.system, styles["system"])


def _draw_legend(sheet: Worksheet, example: Example, styles: dict[str, Format]) -> None:
    if example.legend_below:
        row, column = HEADER_ROWS + len(example.lines) + 1, 0
        for number, (letter, meaning) in enumerate(example.legend.items()):
            sheet.write_string(row + number, column, f"{letter} = {meaning}", styles["text"])
        return
    row, column = HEADER_ROWS, _beside(example)
    _draw_heading(sheet, row, column, "What the letters mean", styles)
    for number, (letter, meaning) in enumerate(example.legend.items(), start=1):
        sheet.write_string(row + number, column, letter, styles[letter])
        sheet.write_string(row + number, column + 1, meaning, styles["text"])


def _draw_notes(sheet: Worksheet, example: Example, styles: dict[str, Format]) -> None:
    row, column = HEADER_ROWS + len(example.legend) + 2, _beside(example)
    for note in example.notes:
        _draw_heading(sheet, row, column, note.heading, styles)
        for number, item in enumerate(note.items, start=1):
            sheet.write_string(row + number, column, f"{number}." if note.numbered else "☐", styles["number"])
            sheet.write_string(row + number, column + 1, item, styles["text"])
        row += len(note.items) + 2


def _draw_heading(sheet: Worksheet, row: int, column: int, text: str, styles: dict[str, Format]) -> None:
    sheet.write_string(row, column, text, styles["beside"])
    sheet.write_blank(row, column + 1, None, styles["beside"])


def _beside(example: Example) -> int:
    """The column where the legend and the lists start: after the roles, their systems and a gap."""
    return FIRST_ROLE + len(example.roles) + 2


def _many_roles(example: Example) -> bool:
    return len(example.roles) > MANY_ROLES


def _has_systems(example: Example) -> bool:
    return any(line.system for line in example.lines)
