"""A matrix that nobody has filled in yet, or hardly: role headings over open cells beside a list of activities."""

from __future__ import annotations

from raci_cli.layouts import grid
from raci_cli.layouts.blocks import Block
from raci_cli.layouts.draft import Draft
from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.overrides import Overrides
from raci_cli.layouts.sheet import Sheet
from raci_cli.layouts.texts import starts_like
from raci_cli.layouts.vocabulary import ACTIVITY, IDENTIFIER, PHASE, SIDE

_LEAST = 2
"""Roles, and activities: less is no matrix."""
_OPEN = bytes([Kind.BLANK, Kind.NOTHING, Kind.LETTER])
_CODE = 4
"""Characters; a list of shorter names is one of codes."""
_DEEPEST = 60
"""Rows in which headings are looked for."""


def propose(sheet: Sheet, overrides: Overrides) -> list[Draft]:
    """The open matrix on a sheet, if there is one; only asked of files that say they are about responsibilities."""
    rows = [overrides.header_row - 1] if overrides.header_row else range(min(sheet.height, _DEEPEST))
    for row in rows:
        roles = _open_columns(sheet, row) if row < sheet.height else ()
        if len(roles) < _LEAST:
            continue
        above = tuple(r for r in range(max(0, row - 1), row) if any(sheet.kinds[r][roles[0] :]))
        if _holds_marks(sheet, row):
            return []
        draft = grid.draft(sheet, Block((*above, row), roles, range(row + 1, sheet.height), 0), overrides)
        if draft is not None and len(draft.activities) >= _LEAST and _stands_beside(draft):
            return [draft]
    return []


def _open_columns(sheet: Sheet, row: int) -> tuple[int, ...]:
    """Columns that are headed in this row, like a role, and hold nothing but letters from there on."""
    return tuple(
        column
        for column, kinds in enumerate(sheet.columns)
        if kinds[row] == Kind.TEXT
        and not bytes(kind for r, kind in enumerate(kinds) if r > row and r not in sheet.legend_rows).strip(_OPEN)
        and not starts_like(sheet.text(row, column), SIDE, ACTIVITY, PHASE, IDENTIFIER)
    )


def _holds_marks(sheet: Sheet, row: int) -> bool:
    """Crosses or check marks: filled in, but with something else than letters."""
    return sum(kinds.count(Kind.MARK) for kinds in sheet.kinds[row + 1 :]) > _LEAST


def _stands_beside(draft: Draft) -> bool:
    """Activities with real names to the left of the roles, and no other column between the roles."""
    columns = [role.column for role in draft.roles]
    names = [activity.name for activity in draft.activities]
    together = max(columns) - min(columns) < 2 * len(columns)
    return together and draft.activities[0].column < min(columns) and any(len(name) > _CODE for name in names)
