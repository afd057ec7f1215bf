"""The order of a result: that of the leading matrix, with what only others have put in where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from raci_cli.compare.groups import Group, Groups, Item

Position = tuple[int, ...]
"""An index in the leading matrix; what is put in after a position begins with it, then has its own column and index.

Tuples sort such that it stands after that position and before the next.
"""
_FRONT: Position = (-1,)


def in_order(groups: Groups, blocks: Callable[[Item], Sequence[Hashable]] = lambda _: ()) -> list[Group]:
    """All groups in order: those of the first column as they are there, then column by column what is new.

    Args:
        groups: Of all items.
        blocks: What an item belongs to by its place and section, the smallest first. Something new goes after the item
            before it of its smallest block that is known already; a new block after the largest block before it.
    """
    positions: dict[Group, Position] = {}
    ends: dict[Hashable, Position] = {}
    for column in groups.columns:
        before: dict[Hashable, Position] = {}
        end = _FRONT
        for _, run in groupby(column, attrgetter("place", "section")):
            items = list(run)
            around = blocks(items[0])
            anchors = (known[block] for block in around for known in (before, ends) if block in known)
            here = _run(items, next(anchors, end), groups, positions)
            before |= dict.fromkeys(around, here[-1])
            ends |= {block: max(*here, ends.get(block, _FRONT)) for block in around}
            end = ends[around[-1]] if around else here[-1]
    return sorted(positions, key=positions.__getitem__)


def _run(items: Iterable[Item], anchor: Position, groups: Groups, positions: dict[Group, Position]) -> list[Position]:
    """The positions of items that follow each other; new ones get theirs, after the anchor or the item before."""
    found = []
    for item in items:
        group = groups.of(item)
        if group not in positions:
            positions[group] = _after(anchor, item)
        anchor = positions[group]
        found.append(anchor)
    return found


def _after(anchor: Position, item: Item) -> Position:
    """A place after the anchor; items of one column after the same anchor stay in their order."""
    if item.column == 0:
        return (item.position,)
    if len(anchor) > 1 and anchor[-2] == item.column:
        anchor = anchor[:-2]
    return (*anchor, item.column, item.position)
