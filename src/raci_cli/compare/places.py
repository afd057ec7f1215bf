"""Phases of several columns that mean the same, by name, alias, or half of their activities in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations

from raci_cli.compare.groups import Groups, Item
from raci_cli.compare.names import bare, squeezed
from raci_cli.model import Matrix
from raci_cli.model.comparison import Step
from raci_cli.rules.names import folded


def join_phases(columns: Sequence[Matrix], alias: Callable[[str], str]) -> Groups:
    """The phases of all columns, joined."""
    groups = Groups([[Item(c, i, phase.name) for i, phase in enumerate(m.phases)] for c, m in enumerate(columns)])
    groups.join_equal(lambda item: folded(item.name), Step.NAME)
    groups.join_equal(lambda item: squeezed(item.name), Step.NAME)
    groups.join_equal(lambda item: alias(item.name), Step.ALIAS)
    _join_by_activities(groups, columns)
    return groups


def _join_by_activities(groups: Groups, columns: Sequence[Matrix]) -> None:
    """Join phases that share at least half of their activities (of the larger one), the likest first.

    Only activities whose name is unique among a column's phases in question say where they belong.
    """
    loose = {(item.column, item.name): item for item in groups.pending()}
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
    links = [(count / max(sizes[one], sizes[other]), one, other) for (one, other), count in shared.items()]
    for share, one, other in sorted(links, key=lambda link: (-link[0], link[1:])):
        if share >= 0.5:
            groups.join(one, other, Step.SIMILAR, 100 * share)
