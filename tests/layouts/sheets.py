"""Sheets drawn as text and matrices shown as text, so that a test shows its whole input and its whole result.

Activity | Lead | Desk          a sheet: cells between bars, blank lines are blank rows;
Kickoff  | A    | R⏎(remote)    ⏎ is a line break inside a cell, ¦ a bar

raci     | Sales: Lead | Desk   a matrix: its scheme, its roles with their groups,
# Start                         phases, ## sections,
Kickoff  | A           | R      activities with their letters
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from raci_cli.layouts import Overrides
from raci_cli.layouts.recognise import recognise
from raci_cli.model import Activity, Grid, Matrix, Span
from raci_cli.model.location import column_name

_SETTING = re.compile(r"(merged|file): (.*)")
_RANGE = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")


def sheet(drawing: str, *, name: str | None = "Sheet1", hidden: bool = False) -> Grid:
    """The sheet a text shows. A .csv has no name and, like `merged: unknown`, tells no merged ranges."""
    settings, lines = _read(drawing)
    rows = [[_cell(text) for text in line.split("|")] if line.strip() else [] for line in lines]
    is_csv = settings.get("file", "").endswith(".csv")
    merged = "unknown" if is_csv else settings.get("merged", "")
    spans = None if merged == "unknown" else tuple(_span(text) for text in merged.split())
    return Grid(None if is_csv else name, rows, spans, hidden)


def matrices(*sheets: Grid | str, path: str = "plan.xlsx", overrides: Overrides = Overrides()) -> tuple[Matrix, ...]:  # noqa: B008 - frozen
    """What recognition makes of a file with these sheets."""
    grids = [sheet(each, name=f"Sheet{i}") if isinstance(each, str) else each for i, each in enumerate(sheets, 1)]
    named = (_read(each)[0].get("file", path) for each in sheets if isinstance(each, str))
    return recognise(grids, next(named, path), overrides)


def read(*sheets: Grid | str, path: str = "plan.xlsx", overrides: Overrides = Overrides()) -> list[str]:  # noqa: B008 - frozen
    """The lines of all matrices of a file, an empty line between them; compare with `table`."""
    lines: list[str] = []
    for matrix in matrices(*sheets, path=path, overrides=overrides):
        lines += [""] * bool(lines) + shown(matrix)
    return lines


def table(drawing: str) -> list[str]:
    """The lines that `read` gives for the matrices drawn."""
    lines: list[str] = []
    width = 0
    for line in textwrap.dedent(drawing).strip("\n").splitlines():
        cells = [cell.strip(" ") for cell in line.split("|")]
        is_heading = not lines or not lines[-1]
        width = len(cells) if is_heading else width
        is_plain = line.startswith("#") or not line.strip()
        lines.append(line.strip() if is_plain else " | ".join([*cells, *[""] * (width - len(cells))]))
    return lines


def shown(matrix: Matrix) -> list[str]:
    """A matrix as `table` draws it."""
    roles = [f"{role.group}: {role.label}" if role.group else role.label for role in matrix.roles]
    lines = [" | ".join([matrix.scheme.name, *roles])]
    levels = list(_levels(matrix))
    current = ("", "")
    for activity in matrix.activities:
        level = (activity.phase, activity.section)
        if level != current:
            ahead = levels.index(level) + 1 if level in levels else 0
            lines += [_heading(each) for each in levels[:ahead]] or [_heading(level)]
            levels, current = levels[ahead:], level
        lines.append(" | ".join([activity.name, *_letters(matrix, activity)]))
    return lines + [_heading(each) for each in levels]


def remarks(matrix: Matrix) -> list[str]:
    """What was noticed while reading, one line each: `C3 untidy 'r' R`."""
    return [
        f"{column_name(remark.column)}{remark.row} {remark.kind} {remark.text!r} {remark.letters}".rstrip()
        for remark in matrix.source.remarks
    ]


def addresses(matrix: Matrix) -> list[str]:
    """The cells of roles, then of activities with those of their letters: `B1 C1`, `A2: B2 C2`."""

    def cell(row: int, column: int) -> str:
        return f"{column_name(column)}{row}"

    return [" ".join(cell(role.row, role.column) for role in matrix.roles)] + [
        " ".join(
            [cell(each.row, each.column) + ":", *(cell(one.row, one.column) for one in map(each.at, each.assignments))]
        )
        for each in matrix.activities
    ]


def _read(drawing: str) -> tuple[dict[str, str], list[str]]:
    """The settings on top of a drawing, and the lines of the sheet."""
    lines = textwrap.dedent(drawing).strip("\n").splitlines()
    settings = {}
    while lines and (match := _SETTING.fullmatch(lines[0])):
        settings[match[1]] = match[2]
        lines.pop(0)
    return settings, lines


def _cell(text: str) -> str:
    return text.strip(" ").replace("⏎", "\n").replace("¦", "|")


def _span(text: str) -> Span:
    match = _RANGE.fullmatch(text)
    assert match, text
    left, top, right, bottom = match.groups()
    return Span(int(top) - 1, _column(left), int(bottom) - 1, _column(right))


def _column(name: str) -> int:
    number = 0
    for char in name:
        number = number * 26 + ord(char) - 64
    return number - 1


def _levels(matrix: Matrix) -> Iterator[tuple[str, str]]:
    for phase in matrix.phases:
        yield phase.name, ""
        for section in phase.sections:
            yield phase.name, section.name


def _heading(level: tuple[str, str]) -> str:
    phase, section = level
    return f"## {section}" if section else f"# {phase}".strip()


def _letters(matrix: Matrix, activity: Activity) -> list[str]:
    cells = [""] * len(matrix.roles)
    for assignment in activity.assignments:
        cells[assignment.role] += assignment.letters
    return cells
