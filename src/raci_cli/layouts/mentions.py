"""Names in cells as roles: each stands where it is mentioned first."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from raci_cli.layouts.draft import Cells, PlacedDraft, RoleDraft, by_activity
from raci_cli.layouts.texts import fold


class Mention(NamedTuple):
    """A name with letters for one activity (an index), and its cell, counted from 1."""

    activity: int
    name: str
    letters: str
    row: int
    column: int


def as_roles(mentions: Iterable[Mention], activities: int) -> tuple[tuple[RoleDraft, ...], Cells]:
    """The roles in order of first mention, whatever their case and spacing, and the cells of so many activities."""
    roles: dict[str, RoleDraft] = {}
    index: dict[str, int] = {}
    cells: list[PlacedDraft] = []
    for activity, name, letters, row, column in mentions:
        role = index.setdefault(fold(name), len(index))
        roles.setdefault(fold(name), RoleDraft(name, "", row, column))
        cells.append((activity, role, letters, row, column))
    return tuple(roles.values()), by_activity(sorted(cells, key=itemgetter(0, 1, 3, 4)), activities)
