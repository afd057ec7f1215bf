"""Blocks with the same headings, one below the other, are one matrix; what stands above each block is its phase."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import reduce

from raci_cli.layouts.draft import ActivityDraft, Cells, Draft, RoleDraft
from raci_cli.layouts.texts import fold, starts_like
from raci_cli.layouts.vocabulary import ACTIVITY


def stacked(drafts: Sequence[Draft], is_matrix: Callable[[Draft], bool]) -> list[Draft]:
    """Unites the blocks of one sheet (or of one text file) that repeat their headings; other tables drop out.

    Where several blocks are left, what stands above each is the phase of its activities.
    """
    groups: list[list[Draft]] = []
    for draft in drafts:
        if groups and not draft.certain and _same_roles(reduce(_joined, groups[-1]), draft):
            groups[-1].append(draft)
        else:
            groups.append([draft])
    kept = [group for group in groups if is_matrix(reduce(_joined, group))]
    kept = [_named_by_corners(group) for group in kept]
    banners = {draft.banner for group in kept for draft in group}
    if len(banners) > 1:
        kept = [[_under_banner(draft) if draft.banner else draft for draft in group] for group in kept]
    return [reduce(_joined, group) for group in kept]


def _named_by_corners(blocks: list[Draft]) -> list[Draft]:
    """Where every block of a matrix has another heading over its activities, the blocks are called so."""
    corners = {draft.corner for draft in blocks if draft.corner and not starts_like(draft.corner, ACTIVITY)}
    return [draft._replace(banner=draft.corner) for draft in blocks] if len(corners) == len(blocks) > 1 else blocks


def _under_banner(draft: Draft) -> Draft:
    """The banner becomes the outermost level."""
    levels = tuple(level._replace(levels=(draft.banner, *level.levels)) for level in draft.levels)
    activities = tuple(activity._replace(levels=(draft.banner, *activity.levels)) for activity in draft.activities)
    return draft._replace(activities=activities, levels=levels)


def _same_roles(first: Draft, second: Draft) -> bool:
    """Whether most of the smaller set of roles stands in the other."""
    ours = {fold(role.name) for role in first.roles}
    theirs = {fold(role.name) for role in second.roles}
    return first.layout == second.layout and len(ours & theirs) * 2 > min(len(ours), len(theirs))


def _joined(first: Draft, second: Draft) -> Draft:
    """Both as one: roles by name (the second of two equal names by its turn), activities one below the other."""
    roles = list(first.roles)
    index_of = {key: index for index, key in enumerate(_keys(roles))}
    places = []
    for role, key in zip(second.roles, _keys(second.roles), strict=True):
        if key not in index_of:
            index_of[key] = len(roles)
            roles.append(role)
        places.append(index_of[key])
    moved = [tuple(cell._replace(role=places[cell.role]) for cell in own) for own in second.cells]
    activities: tuple[ActivityDraft, ...] = first.activities + second.activities
    return first._replace(
        roles=tuple(roles),
        activities=activities,
        cells=Cells((*first.cells, *moved)),
        score=first.score + second.score,
        levels=first.levels + second.levels,
        unnamed=first.unnamed + second.unnamed,
        explanation=(*first.explanation, f"The same headings stand again above {len(second.activities)} more rows."),
    )


def _keys(roles: Sequence[RoleDraft]) -> list[tuple[str, int]]:
    """Each role's folded name and how often it occurred before."""
    seen: Counter[str] = Counter()
    keys = []
    for role in roles:
        name = fold(role.name)
        keys.append((name, seen[name]))
        seen[name] += 1
    return keys
