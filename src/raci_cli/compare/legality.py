"""Whether rows pass the rules, before they are part of a matrix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from raci_cli.compare.apply import Frame
from raci_cli.model import Activity, Severity
from raci_cli.model.comparison import Letters
from raci_cli.rules.catalogue import selected
from raci_cli.rules.checking import check
from raci_cli.rules.settings import Settings

_ABOUT_ONE_ROW = ("RACI1", "RACI302")
"""The rules that need to see one activity only."""


def faults(frame: Frame, rows: Sequence[tuple[int, Letters]], settings: Settings) -> list[tuple[str, ...]]:
    """For each (row, letters) the errors it would have, as `RACI101 Nobody is Accountable ...`; mostly none."""
    found: list[list[str]] = [[] for _ in rows]
    codes = tuple(rule.code for rule in selected(settings) if rule.code.startswith(_ABOUT_ONE_ROW))
    if codes:
        settings = replace(settings, select=codes, ignore=(), baseline={})
        numbered = (_numbered(frame.activity(*row), number) for number, row in enumerate(rows, start=1))
        for finding in check(frame.matrix_of(numbered), settings).findings:
            if finding.severity is Severity.ERROR:
                found[finding.location.row - 1].append(f"{finding.code} {finding.message}")
    return [tuple(each) for each in found]


def _numbered(activity: Activity, row: int) -> Activity:
    """The activity in a row of its own, by which what is found can be told apart."""
    cells = tuple(cell._replace(row=row, column=2 + cell.role) for cell in activity.assignments)
    return activity._replace(assignments=cells, row=row, column=1)
