"""A matrix that nobody has filled in yet: role headings over empty cells beside a list of activities."""

from __future__ import annotations

from raci_cli.layouts import activities, columns, names
from raci_cli.layouts.draft import Draft, RoleDraft
from raci_cli.layouts.letters import Alphabet
from raci_cli.layouts.overrides import Overrides
from raci_cli.layouts.sheet import Kind, Sheet
from raci_cli.layouts.texts import starts_like
from raci_cli.layouts.vocabulary import ACTIVITY, IDENTIFIER, PHASE, SIDE

_LEAST = 2
"""Roles, and activities: less is no matrix."""


def propose(sheet: Sheet, alphabet: Alphabet, overrides: Overrides) -> list[Draft]:
    """The empty matrix on a sheet, if there is one; only asked of files that say they are about responsibilities."""
    if found := names.propose(sheet, alphabet, overrides):
        return found
    rows = [overrides.header_row - 1] if overrides.header_row else range(min(sheet.height, 60))
    for row in rows:
        roles = _open_columns(sheet, row)
        if len(roles) >= _LEAST and (draft := _draft(sheet, row, roles)) is not None:
            return [draft]
    return []


def _open_columns(sheet: Sheet, row: int) -> list[int]:
    """Columns that are headed in this row, like a role, and empty from there on."""
    return [
        column
        for column, kinds in enumerate(sheet.columns)
        if kinds[row] == Kind.TEXT
        and not any(kinds[row + 1 :])
        and not starts_like(sheet.text(row, column), [*SIDE, *ACTIVITY, *PHASE, *IDENTIFIER])
    ]


def _draft(sheet: Sheet, row: int, roles: list[int]) -> Draft | None:
    body = range(row + 1, sheet.height)
    filled = [r for r in body if any(sheet.kinds[r][: roles[0]])]
    labels = columns.choose(sheet, range(roles[0]), filled, [row])
    if labels is None or len(filled) < _LEAST:
        return None
    found = activities.read(sheet, body, roles, labels)
    return Draft(
        layout="grid",
        sheet=sheet.grid.name,
        roles=tuple(RoleDraft(sheet.text(row, column), "", row + 1, column + 1) for column in roles),
        activities=tuple(activity for activity, _ in found.activities),
        cells=(),
        score=0,
        explanation=(
            f"Roles: row {row + 1}; nothing is filled in yet.",
            f"Activities: column {columns.name(labels.activity)}.",
        ),
        levels=found.levels,
        hidden=sheet.grid.hidden,
    )
