"""Pairs that stand in the same place and hold the same letters, whatever they are called: perhaps renamed."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from raci_cli.compare.agreement import dice
from raci_cli.compare.groups import Group, Groups, Item
from raci_cli.compare.joining import Joined
from raci_cli.compare.names import numbers
from raci_cli.compare.similar import Candidate, unsure
from raci_cli.model import NOTHING, Matrix

_Letters = frozenset[tuple[Group, str]]
"""The letters in a row, each with its role; or in a column, each with its activity."""
_Gap = tuple[Group | None, Group | None]
"""What stands before and after; None at an end of the matrix."""
_MOST_APART = 0.5
"""The Dice distance beyond which letters are not mostly the same."""


class _Placed(NamedTuple):
    item: Item
    letters: _Letters
    """About what both columns have."""


def activities_in_place(columns: Sequence[Matrix], activities: Joined, roles: Groups) -> Iterator[Candidate]:
    """Activities between the same neighbours, of which mostly the same roles hold the same letters."""

    def letters(item: Item) -> _Letters:
        cells = columns[item.column].activities[item.position].assignments
        return frozenset((roles.at(item.column, cell.role), letter) for cell in cells for letter in _held(cell.letters))

    return _in_place(activities, letters)


def roles_in_place(columns: Sequence[Matrix], roles: Joined, activities: Groups) -> Iterator[Candidate]:
    """Roles between the same neighbours, with mostly the same letters for the same activities."""

    @cache
    def letters_by_role(column: int) -> list[set[tuple[Group, str]]]:
        held: list[set[tuple[Group, str]]] = [set() for _ in columns[column].roles]
        for row, activity in enumerate(columns[column].activities):
            for cell in activity.assignments:
                held[cell.role].update((activities.at(column, row), letter) for letter in _held(cell.letters))
        return held

    return _in_place(roles, lambda item: frozenset(letters_by_role(item.column)[item.position]))


def _in_place(joined: Joined, letters: Callable[[Item], _Letters]) -> Iterator[Candidate]:
    """The pairs that were perhaps renamed, so a person has to say.

    Without what by its name is much like something in the other's column.
    """
    named = {
        known
        for pair in joined.candidates
        for known in ((pair.left, pair.right.column), (pair.right, pair.left.column))
    }
    letters = cache(letters)
    for sides in _facing(joined.groups, named):
        columns = {items[0].column for items in sides}
        placed = ([_Placed(item, _about(columns, letters(item))) for item in items] for items in sides)
        for left, right in _opposite(*placed):
            if _perhaps_renamed(left, right):
                same = "the same" if left.letters == right.letters else "mostly the same"
                yield unsure(left.item, right.item, f"They stand in the same place, with {same} letters.")


def _held(letters: str) -> str:
    return "" if letters == NOTHING else letters


def _about(columns: set[int], letters: _Letters) -> _Letters:
    return frozenset((group, letter) for group, letter in letters if columns <= group.items.keys())


def _facing(groups: Groups, named: Container[tuple[Item, int]]) -> Iterator[tuple[list[Item], list[Item]]]:
    """What two columns have between the same neighbours, without what is known by name in the other."""
    for lefts, rights in groups.facing(groups.pending()):
        left, right = lefts[0].column, rights[0].column
        gaps = _gaps(groups, rights)
        for gap, items in _gaps(groups, lefts).items():
            ours = [item for item in items if (item, right) not in named]
            theirs = [item for item in gaps.get(gap, ()) if (item, left) not in named]
            if ours and theirs:
                yield ours, theirs


def _gaps(groups: Groups, items: Sequence[Item]) -> dict[_Gap, list[Item]]:
    """The items of one column, ascending, by the neighbours of each run."""
    column = groups.columns[items[0].column]
    gaps: dict[_Gap, list[Item]] = {}
    for _, numbered in groupby(enumerate(items), lambda each: each[1].position - each[0]):
        run = [item for _, item in numbered]
        before, after = run[0].position - 1, run[-1].position + 1
        gap = (
            groups.of(column[before]) if before >= 0 else None,
            groups.of(column[after]) if after < len(column) else None,
        )
        gaps[gap] = run
    return gaps


def _opposite(lefts: Sequence[_Placed], rights: Sequence[_Placed]) -> Iterator[tuple[_Placed, _Placed]]:
    """Who faces whom in a gap: those of equal letters, then the others, each if there are as many of them."""
    equal: dict[_Letters, tuple[list[_Placed], list[_Placed]]] = {}
    for side, placed in enumerate((lefts, rights)):
        for each in placed:
            equal.setdefault(each.letters, ([], []))[side].append(each)
    others: tuple[list[_Placed], list[_Placed]] = ([], [])
    for ours, theirs in equal.values():
        if len(ours) == len(theirs):
            yield from zip(ours, theirs, strict=True)
        else:
            others[0].extend(ours)
            others[1].extend(theirs)
    if len(others[0]) == len(others[1]):
        yield from zip(*map(sorted, others), strict=True)


def _perhaps_renamed(left: _Placed, right: _Placed) -> bool:
    """Not if either is blank, or both have numbers that differ."""
    if not (left.letters and right.letters and left.item.name and right.item.name):
        return False
    ours, theirs = numbers(left.item.name), numbers(right.item.name)
    differ = ours and theirs and ours != theirs
    return not differ and dice(tuple(left.letters), tuple(right.letters)) <= _MOST_APART
