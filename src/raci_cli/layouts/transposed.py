"""Roles as rows, activities as columns: a grid turned round."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from raci_cli.layouts.draft import ActivityDraft, CellDraft, Draft, RoleDraft, by_activity
from raci_cli.layouts.texts import REMEMBERED, starts_like, words
from raci_cli.layouts.vocabulary import ACTIVITY, ROLE, ROLE_STARTS, ROLE_WORDS
from raci_cli.model import Unnamed

_CLEARLY = 0.35
_MOST_BY_LETTERS = 0.5
"""What the letters alone can add."""
_BY_PERSONS = 0.3
_PERSON = re.compile(r"^[^\W\d_a-z][^\W\d_]+\.?(?:[ -][^\W\d_a-z][^\W\d_]*\.?){0,2}$")
_MOST_ROLES = 300
"""Longer lists are activities."""


def is_turned(draft: Draft) -> bool:
    """Whether the rows of a grid are the roles: they are named like roles and the columns are not.

    Where the names do not tell, one A per column and not per row speaks for it, and so do the names of people if the
    letters do not speak against it.
    """
    rows = [activity.name for activity in draft.activities if activity.name]
    columns = [role.name for role in draft.roles]
    if min(len(rows), len(columns)) < 2 or len(rows) > _MOST_ROLES:  # a single line has no direction
        return False
    evidence = _share_of_roles(rows) - _share_of_roles(columns)
    brief = len(words(draft.corner)) <= 2
    evidence += 0.3 * starts_like(draft.corner, ROLE) - 0.6 * (brief and starts_like(draft.corner, ACTIVITY))
    by_name = _BY_PERSONS * max(0.0, _share_of_persons(rows) - _share_of_persons(columns))
    if evidence + by_name <= _CLEARLY - _MOST_BY_LETTERS:
        return False
    by_letters = _share_with_one_accountable(draft, 1) - _share_with_one_accountable(draft, 0)
    return evidence + _MOST_BY_LETTERS * by_letters + (by_name if by_letters >= 0 else 0) > _CLEARLY


def holds_deliverables(draft: Draft) -> bool:
    """Whether names under R, A, C, I are what the roles in the rows have to do with, and not who has to."""
    rows = [activity.name for activity in draft.activities if activity.name]
    names = [role.name for role in draft.roles]
    if not rows or not names or not starts_like(draft.corner, ROLE) or starts_like(draft.corner, ACTIVITY):
        return False
    return _share_of_roles(rows) - _share_of_roles(names) > _CLEARLY and _share_of_persons(names) <= _share_of_persons(
        rows
    )


def _share_of_persons(names: list[str]) -> float:
    """Share of the names that could be people's: a word or three, each with a capital and nothing else."""
    return sum(map(_is_person, names)) / len(names)


@lru_cache(maxsize=REMEMBERED)
def _is_person(name: str) -> bool:
    return bool(_PERSON.match(name))


def _share_of_roles(names: list[str]) -> float:
    return sum(map(sounds_like_a_role, names)) / len(names)


@lru_cache(maxsize=REMEMBERED)
def sounds_like_a_role(name: str) -> bool:
    """`Product owner` is a role, `Product launch` is none; `Chef de projet` is one as well."""
    said = words(name.split("(", maxsplit=1)[0])
    return bool(said) and (starts_like(said[-1], ROLE_WORDS) or starts_like(said[0], ROLE_STARTS))


def _share_with_one_accountable(draft: Draft, side: int) -> float:
    """Share of the rows (side 0) or columns (side 1) that hold exactly one cell with an A."""
    counts = Counter(
        cell.role if side else activity
        for activity, own in enumerate(draft.cells)
        for cell in own
        if "A" in cell.letters.upper().split("(")[0][:5]
    )
    lines = len(draft.roles) if side else len(draft.activities)
    return sum(count == 1 for count in counts.values()) / lines


def _says_a_letter(cell: CellDraft) -> bool:
    return any(map(str.isalpha, cell.letters))


def turn(draft: Draft) -> Draft:
    """The same cells with roles and activities exchanged; groups become phases, phases groups.

    A row without a name is left out, as a column without a heading is.
    """
    named = [each for each in zip(draft.activities, draft.cells, strict=True) if each[0].name]
    bare = [each for each in zip(draft.activities, draft.cells, strict=True) if not each[0].name]
    roles = tuple(
        RoleDraft(activity.name, activity.levels[-1] if activity.levels else "", activity.row, activity.column)
        for activity, _ in named
    )
    activities = tuple(
        ActivityDraft(role.name, (role.group,) if role.group else (), role.row, role.column) for role in draft.roles
    )
    cells = sorted(
        (role, activity, text, row or named[activity][0].row, column)
        for activity, (_, own) in enumerate(named)
        for role, text, row, column in own
    )
    unnamed = (Unnamed(row.row, row.column, sum(map(_says_a_letter, own)), is_row=True) for row, own in bare)
    said = ("The rows are named like roles and the columns like activities: read turned round.",)
    return draft._replace(
        layout="transposed",
        roles=roles,
        activities=activities,
        cells=by_activity(cells, len(activities)),
        levels=(),
        unnamed=(*draft.unnamed, *unnamed),
        explanation=draft.explanation + said,
    )
