"""Where the parts of a matrix stand on a sheet of ours, found by its headings: rows and columns may have moved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from raci_cli.layouts.ours.mark import near
from raci_cli.model import Grid, Role
from raci_cli.model.labels import usual_key
from raci_cli.model.location import column_name
from raci_cli.workbook import form

_DEEPEST = 60
"""Rows in which the headings are looked for."""
_HEADING = re.compile(
    f"(?P<name>.*?)(?:{re.escape(form.KNOWN_AS).replace(re.escape('{}'), '(?P<key>.*)')})?"
    f"(?P<automated>{re.escape(form.AUTOMATED)})?",
    re.DOTALL,
)
_DETAILS = {heading: field for field, heading in (form.TEXT_DETAILS | form.FLAG_DETAILS | form.PLACE_DETAILS).items()}


class Frame(NamedTuple):
    """Zero-based rows and columns."""

    headings: int
    phase: int
    section: int
    activity: int
    roles: tuple[int, ...]
    check: int
    details: dict[str, int]
    """By field of an activity."""
    end: int
    """The row that ends the activities: ours, else the first that counts letters, else the end of the sheet."""

    @property
    def read_columns(self) -> set[int]:
        """The columns that hold what people say, not what the workbook works out."""
        return {self.phase, self.activity, *self.roles, *self.details.values()}


def text(grid: Grid, row: int, column: int) -> str:
    """A cell, empty beyond the end of its row."""
    if not 0 <= row < len(grid.rows):
        return ""
    texts = grid.rows[row]
    return texts[column] if column < len(texts) else ""


def find(grid: Grid) -> Frame | None:
    """The parts of a sheet of ours; None for any other sheet, or where a heading that is needed is gone."""
    if form.MATRIX_MARK not in near(grid):
        return None
    frames = (_frame(grid, row) for row in range(min(len(grid.rows), _DEEPEST)))
    return next((frame for frame in frames if frame is not None), None)


def _frame(grid: Grid, row: int) -> Frame | None:
    texts = list(grid.rows[row])
    if form.CHECK not in texts or form.PHASE not in texts:
        return None
    check = len(texts) - 1 - texts[::-1].index(form.CHECK)
    phase = texts.index(form.PHASE)
    section = next((c for c in range(phase + 1, check) if texts[c] == form.SECTION), None)
    if section is None:
        return None
    activity = next((c for c in range(section + 1, check) if texts[c].startswith(form.ACTIVITY)), None)
    if activity is None:
        return None
    end = _end(grid, row, phase)
    roles = tuple(column for column in range(activity + 1, check) if any(_filled(grid, column, row, end)))
    details = {_DETAILS[heading]: c for c, heading in enumerate(texts) if c > check and heading in _DETAILS}
    return Frame(row, phase, section, activity, roles, check, details, end)


def _end(grid: Grid, headings: int, phase: int) -> int:
    labels = [text(grid, row, phase) for row in range(len(grid.rows))]
    if form.END in labels:
        return labels.index(form.END)
    counting = (row for row, label in enumerate(labels) if label.startswith(form.NUMBER_OF) and row > headings)
    return next(counting, len(labels))


def _filled(grid: Grid, column: int, headings: int, end: int) -> Iterator[bool]:
    """For the heading of a column and each cell below: whether it holds anything; people may forget a heading."""
    return (bool(text(grid, row, column).strip()) for row in range(headings, end))


def roles(grid: Grid, frame: Frame) -> tuple[Role, ...]:
    """The roles by their headings, with the groups above them."""
    groups = _groups(grid, frame)
    found: list[Role] = []
    seen: Counter[str] = Counter()
    labels: set[str] = set()
    for column in frame.roles:
        heading = text(grid, frame.headings, column)
        heading = heading if heading.strip() else f"(column {column_name(column + 1)})"
        match = _HEADING.fullmatch(heading)
        name, key = (match["name"], match["key"] or "") if match else (heading, "")
        name = "" if name == form.NO_NAME else name
        seen[name] += 1
        if (key or name) in labels:
            key = usual_key(name, seen[name], labels)
        labels.add(key or name)
        automated = heading.endswith(form.AUTOMATED.strip())
        found.append(Role(name, groups[column], automated, key, frame.headings + 1, column + 1))
    return tuple(found)


def _groups(grid: Grid, frame: Frame) -> dict[int, str]:
    """Column -> group; a name holds for the blank cells to its right, which it covers."""
    groups: dict[int, str] = {}
    current = ""
    for column in range(frame.activity + 1, frame.check):
        said = text(grid, frame.headings - 1, column)
        if said.strip():
            current = "" if said == form.NO_GROUP else said
        groups[column] = current
    return groups
