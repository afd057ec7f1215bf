"""Which roles and activities of several matrices are the same: the steps that join them, the surest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from raci_cli.compare.acronyms import acronyms
from raci_cli.compare.contained import contained
from raci_cli.compare.groups import Group, Groups, Item
from raci_cli.compare.names import short_forms, squeezed
from raci_cli.compare.similar import Candidate, join_similar
from raci_cli.model import Matrix
from raci_cli.model.comparison import Step
from raci_cli.rules.names import folded

_NONE: Mapping[str, str] = {}


class Aliases(NamedTuple):
    """Other names, and what they are called instead: how a person settles what is the same.

    A name that is called itself is thereby kept apart from all that are merely alike.
    """

    roles: Mapping[str, str] = _NONE
    activities: Mapping[str, str] = _NONE
    phases: Mapping[str, str] = _NONE


class Joined(NamedTuple):
    """The groups of one kind of thing, and what is left to a person."""

    groups: Groups
    candidates: list[Candidate]
    """Pairs that may mean the same by their names."""
    settled: Callable[[Item], bool]
    """Whether raci.yaml has decided about an item."""
    renamed: Callable[[Item], bool]
    """Whether raci.yaml has another name for it."""

    def named(self, group: Group) -> Item:
        """The item that names a group: the first that is not called something else."""
        if not self.renamed(group.first):
            return group.first
        items = (group.items[column] for column in sorted(group.items))
        return next((item for item in items if not self.renamed(item)), group.first)


def join_roles(columns: Sequence[Matrix], aliases: Mapping[str, str]) -> Joined:
    """The roles of all columns; equal names in different groups (departments) are different roles if need be."""
    places: dict[str, int] = {"": 0}
    items = [
        [
            Item(column, index, role.name, places.setdefault(squeezed(role.group), len(places)))
            for index, role in enumerate(matrix.roles)
        ]
        for column, matrix in enumerate(columns)
    ]
    return _join(Groups(items), aliases)


def join_activities(columns: Sequence[Matrix], phases: Groups, aliases: Mapping[str, str]) -> Joined:
    """The activities of all columns, once their phases are joined."""
    items = [
        [
            Item(column, index, activity.name, numbers.get(activity.phase, 0), activity.section, activity.id)
            for index, activity in enumerate(matrix.activities)
        ]
        for column, (matrix, numbers) in enumerate(zip(columns, place_numbers(phases), strict=True))
    ]
    return _join(Groups(items), aliases)


def place_numbers(phases: Groups) -> list[dict[str, int]]:
    """By column a number for each phase name: equal where phases mean the same, 0 for no phase."""
    numbers = [{"": 0} for _ in phases.columns]
    for number, group in enumerate(phases.all(), start=1):
        for item in group.items.values():
            numbers[item.column].setdefault(item.name, number)
    return numbers


def alias_of(aliases: Mapping[str, str]) -> Callable[[str], str]:
    """Gives what a name is called by alias, squeezed; the empty string for names that no alias is about."""
    known = {squeezed(other): squeezed(name) for other, name in aliases.items()}
    known = {name: name for name in known.values()} | known
    return lambda name: known.get(squeezed(name), "") if known else ""


def settled_by(aliases: Mapping[str, str]) -> Callable[[Item], bool]:
    """Tells whether raci.yaml has decided about an item: nothing that is merely alike is the same then."""
    known = {squeezed(other) for other in aliases}
    return lambda item: bool(known) and squeezed(item.name) in known


def renamed_by(aliases: Mapping[str, str]) -> Callable[[Item], bool]:
    """Tells whether raci.yaml calls an item something else."""
    known = {squeezed(other) for other, name in aliases.items() if squeezed(other) != squeezed(name)}
    return lambda item: bool(known) and squeezed(item.name) in known


def _join(groups: Groups, aliases: Mapping[str, str]) -> Joined:
    """Take all steps in turn; each joins what the ones before it left apart."""
    alias, settled = alias_of(aliases), settled_by(aliases)
    groups.join_equal(lambda item: item.id, Step.ID)
    groups.join_beside(lambda item: (item.place, folded(item.section), folded(item.name)), Step.NAME)
    groups.join_equal(lambda item: (item.place, folded(item.section), folded(item.name)), Step.NAME)
    groups.join_equal(lambda item: (item.place, folded(item.name)), Step.NAME)
    groups.join_equal(lambda item: (item.place, squeezed(item.name)), Step.NAME)
    _join_short_forms(groups, Step.NAME, lambda item: item.place)
    groups.join_equal(lambda item: (folded(item.name),), Step.MOVED, counts_differ=False)
    groups.join_equal(lambda item: (squeezed(item.name),), Step.MOVED, counts_differ=False)
    _join_short_forms(groups, Step.MOVED, lambda _: 0)
    groups.join_equal(lambda item: (item.place, known) if (known := alias(item.name)) else "", Step.ALIAS)
    groups.join_equal(lambda item: alias(item.name), Step.ALIAS)
    return Joined(groups, join_alike(groups, settled), settled, renamed_by(aliases))


def join_alike(groups: Groups, settled: Callable[[Item], bool]) -> list[Candidate]:
    """Join what is surely the same but for spelling; give the pairs of names that may mean the same."""
    return [*join_similar(groups, settled), *acronyms(groups), *contained(groups)]


def _join_short_forms(groups: Groups, step: Step, place: Callable[[Item], int]) -> None:
    """Join names without a short form to those that have it in brackets, where each is the only one of its column."""
    groups.join_equal(
        lambda item: (place(item), *forms) if (forms := short_forms(item.name)) else "", step, counts_differ=False
    )
    formed: dict[tuple[int, str], list[Item]] = {}
    plain: dict[tuple[int, str], list[Item]] = {}
    for item in groups.pending():
        forms = short_forms(item.name)
        for form in forms or (squeezed(item.name),):
            (formed if forms else plain).setdefault((place(item), form), []).append(item)
    for key, items in formed.items():
        for item in _only_ones(items):
            for other in _only_ones(plain.get(key, ())):
                groups.join(item, other, step)


def _only_ones(items: Sequence[Item]) -> list[Item]:
    """The items that are alone in their column."""
    counts = Counter(item.column for item in items)
    return [item for item in items if counts[item.column] == 1]
