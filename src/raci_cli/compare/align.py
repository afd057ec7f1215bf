"""Copies -> Alignment: independent of the order in which they are given."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from raci_cli.compare.doubts import doubts
from raci_cli.compare.groups import Group
from raci_cli.compare.in_place import activities_in_place, roles_in_place
from raci_cli.compare.joining import Aliases, Joined, join_activities, join_roles, place_numbers
from raci_cli.compare.ordering import in_order
from raci_cli.compare.phases import join_phases
from raci_cli.compare.similar import Candidate
from raci_cli.model import Matrix
from raci_cli.model.comparison import Aligned, Alignment, Copy, Doubtful, Kind, Step
from raci_cli.rules.names import folded


class Columns(NamedTuple):
    """The matrices in an order of their own: the base, then copies by size, content and leader."""

    matrices: tuple[Matrix, ...]
    base: int | None
    """The column of the base, if there is one."""
    given: tuple[int, ...]
    """The columns of the copies, in the order in which they were given."""


def align(copies: Sequence[Copy], base: Matrix | None = None, aliases: Aliases | None = None) -> Alignment:
    """Find out which roles, phases and activities of the copies (and the base) are the same.

    Names and order of the result are the base's, else those of the copy with most activities, ties by content, then
    by leader; but what an alias renames does not name the result. Permuting the copies permutes the indexes of the
    result and nothing else.
    """
    aliases = aliases or Aliases()
    columns = _columns(copies, base)
    phases = join_phases(columns.matrices, aliases.phases)
    roles = join_roles(columns.matrices, aliases.roles)
    activities = join_activities(columns.matrices, phases.groups, aliases.activities)
    matrices = columns.matrices
    return Alignment(
        _roles(roles, columns),
        _phases(phases, columns),
        _activities(activities, phases, columns),
        (
            *_doubtful("roles", roles, roles_in_place(matrices, roles, activities.groups), columns),
            *_doubtful("activities", activities, activities_in_place(matrices, activities, roles.groups), columns),
            *_doubtful("phases", phases, (), columns),
        ),
    )


def _columns(copies: Sequence[Copy], base: Matrix | None) -> Columns:
    order = sorted(range(len(copies)), key=lambda copy: _rank(copies[copy]))
    first = [] if base is None else [base]
    return Columns(
        (*first, *(copies[copy].matrix for copy in order)),
        None if base is None else 0,
        tuple(len(first) + order.index(copy) for copy in range(len(copies))),
    )


def _rank(copy: Copy) -> tuple[object, ...]:
    """Sorts copies by what decides about names and order, and at last by leader, which no two share."""
    matrix = copy.matrix
    names = list(map(attrgetter("phase", "section", "name"), matrix.activities))
    roles = list(map(attrgetter("group", "label"), matrix.roles))
    return (-len(names), -len(roles), names, roles, copy.leader)


def _roles(joined: Joined, columns: Columns) -> tuple[Aligned, ...]:
    labels = _Labels()
    return tuple(
        _aligned(group, columns, (named.name, labels.give(named.name, role.label)), role.group)
        for group in in_order(joined.groups, lambda role: (role.place,))
        for named in [joined.named(group)]
        for role in [columns.matrices[named.column].roles[named.position]]
    )


def _phases(joined: Joined, columns: Columns) -> tuple[Aligned, ...]:
    labels = _Labels()
    return tuple(
        _aligned(group, columns, (name, labels.give(name, name)))
        for group in in_order(joined.groups)
        for name in [joined.named(group).name]
    )


def _activities(joined: Joined, phases: Joined, columns: Columns) -> tuple[Aligned, ...]:
    numbers = place_numbers(phases.groups)
    places = {0: ""}
    for group, phase in zip(in_order(phases.groups), _phases(phases, columns), strict=True):
        places.setdefault(numbers[group.first.column][group.first.name], phase.label)
    labels = {place: _Labels() for place in places.values()}
    return tuple(
        _aligned(group, columns, (name, labels[place].give(name, name)), place, first.section)
        for group in in_order(joined.groups, lambda item: ((item.place, folded(item.section)), item.place))
        for first, name in [(group.first, joined.named(group).name)]
        for place in [places[first.place]]
    )


class _Labels:
    """Gives distinct labels: the one that is wanted, else the name with the next free number."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._turns: dict[str, int] = {}

    def give(self, name: str, wanted: str) -> str:
        """A label that nothing has yet."""
        while wanted in self._given:
            self._turns[name] = self._turns.get(name, 1) + 1
            wanted = f"{name} ({self._turns[name]})"
        self._given.add(wanted)
        return wanted


def _aligned(group: Group, columns: Columns, names: tuple[str, str], place: str = "", section: str = "") -> Aligned:
    """`names` are its name and its label."""
    items, (name, label) = group.items, names
    return Aligned(
        name,
        tuple([items[column].position if column in items else None for column in columns.given]),
        items[columns.base].position if columns.base in items else None,
        label,
        place,
        section,
        group.step if len(items) > 1 else Step.NAME,
        group.score,
    )


def _doubtful(kind: Kind, joined: Joined, in_place: Iterable[Candidate], columns: Columns) -> Iterator[Doubtful]:
    """The base's name first, else the one that most copies have: it is what the others may be called."""
    for doubt in doubts(joined, in_place):
        groups = sorted(
            (doubt.one, doubt.other), key=lambda group: (columns.base not in group.items, -len(group.items))
        )
        one, other = (_copies(group.items, columns) for group in groups)
        name, other_name = (group.first.name for group in groups)
        yield Doubtful(kind, name, other_name, one, other, doubt.score, doubt.reason)


def _copies(members: Container[int], columns: Columns) -> tuple[int, ...]:
    return tuple(copy for copy, column in enumerate(columns.given) if column in members)
