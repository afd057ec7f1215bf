"""Phases of several columns that mean the same, by name, alias, or half of their activities in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from raci_cli.compare.groups import Groups, Item
from raci_cli.compare.joining import Joined, alias_of, join_alike, renamed_by, settled_by
from raci_cli.compare.names import bare, squeezed
from raci_cli.model import Matrix
from raci_cli.model.comparison import Step
from raci_cli.rules.names import folded


def join_phases(columns: Sequence[Matrix], aliases: Mapping[str, str]) -> Joined:
    """The phases of all columns: what they are called says less than what stands under them."""
    alias, settled = alias_of(aliases), settled_by(aliases)
    groups = Groups([[Item(c, i, phase.name) for i, phase in enumerate(m.phases)] for c, m in enumerate(columns)])
    groups.join_equal(lambda item: folded(item.name), Step.NAME)
    groups.join_equal(lambda item: squeezed(item.name), Step.NAME)
    groups.join_equal(lambda item: alias(item.name), Step.ALIAS)
    _join_by_activities(groups, columns, settled)
    return Joined(groups, join_alike(groups, settled), settled, renamed_by(aliases))


def _join_by_activities(groups: Groups, columns: Sequence[Matrix], settled: Callable[[Item], bool]) -> None:
    """Join phases of which at least half of all activities are in both, the likest first.

    Only activities whose name is unique among a column's phases in question say where they belong.
    """
    loose = {(item.column, item.name): item for item in groups.pending() if not settled(item)}
    found: dict[str, list[Item]] = {}
    sizes: Counter[Item] = Counter()
    for column, matrix in enumerate(columns):
        for activity in matrix.activities:
            if item := loose.get((column, activity.phase)):
                found.setdefault(bare(activity.name), []).append(item)
                sizes[item] += 1
    shared: Counter[tuple[Item, Item]] = Counter()
    for items in found.values():
        if len({item.column for item in items}) == len(items):
            shared.update(combinations(items, 2))
    links = [(2 * count / (sizes[one] + sizes[other]), one, other) for (one, other), count in shared.items()]
    for share, one, other in sorted(links, key=lambda link: (-link[0], link[1:])):
        if share >= 0.5:
            groups.join(one, other, Step.SIMILAR, 100 * share)
