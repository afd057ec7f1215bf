"""Matrix -> the rows of a plain grid, as people know it: for CSV and Markdown."""

from __future__ import annotations

from raci_cli.model import NOTHING, Activity, Matrix
from raci_cli.model.schemes import SCHEMES


def chart_header(matrix: Matrix) -> list[str]:
    """The headings: Phase and Section only where there are any, Activity with the scheme's name, then the roles."""
    activity = f"Activity ({matrix.scheme.name.upper()})" if matrix.scheme.name in SCHEMES else "Activity"
    return [*_levels(matrix), activity, *(role.name for role in matrix.roles)]


def chart_groups(matrix: Matrix) -> list[str]:
    """The row of groups above the headings; empty when no role has a group."""
    groups = [role.group for role in matrix.roles]
    return [""] * (len(_levels(matrix)) + 1) + groups if any(groups) else []


def chart_rows(matrix: Matrix) -> list[list[str]]:
    """One row an activity, letters as `R/A`. `-` is no phase or section: a blank would carry on the one above."""
    levels = [name.lower() for name in _levels(matrix)]
    return [_row(activity, levels, len(matrix.roles)) for activity in matrix.activities]


def _levels(matrix: Matrix) -> list[str]:
    has_phases = any(activity.phase for activity in matrix.activities)
    has_sections = any(activity.section for activity in matrix.activities)
    return ["Phase"] * has_phases + ["Section"] * has_sections


def _row(activity: Activity, levels: list[str], roles: int) -> list[str]:
    cells = [""] * roles
    for assignment in activity.assignments:
        cells[assignment.role] = assignment.letters if assignment.letters == NOTHING else "/".join(assignment.letters)
    return [*(getattr(activity, level) or NOTHING for level in levels), activity.name, *cells]
