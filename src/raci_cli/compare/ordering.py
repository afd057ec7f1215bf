"""The order of a result: that of the leading matrix, with what only others have put in where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from raci_cli.compare.groups import Group, Groups, Item

Position = tuple[int, ...]
"""An index in the leading matrix; what is put in after a position begins with it, then has its own column and index.

Tuples sort such that it stands after that position and before the next.
"""
_FRONT: Position = (-1,)


def in_order(groups: Groups, levels: Sequence[Callable[[Item], Hashable]] = ()) -> list[Group]:
    """All groups in order: those of the first column as they are there, then column by column what is new.

    Args:
        groups: Of the items, which are sorted by column and index.
        levels: Blocks an item belongs to, the smallest first (section, phase). Something new goes after the item
            before it of its smallest block that is known already; a new block after the block before it.
    """
    positions: dict[int, Position] = {}
    ends: dict[Hashable, Position] = {}
    before: dict[Hashable, Position] = {}
    column = -1
    end: Hashable = None
    for item in groups.items:
        if item.column != column:
            column, end, before = item.column, None, {}
        blocks: list[Hashable] = [(depth, level(item)) for depth, level in enumerate(levels)]
        group = id(groups.of(item))
        if group not in positions:
            anchors = (known[block] for block in blocks for known in (before, ends) if block in known)
            positions[group] = _after(next(anchors, ends.get(end, _FRONT) if end else _FRONT), item)
        position = positions[group]
        end = blocks[-1] if blocks else ("item", position)
        for block in blocks or [end]:
            before[block] = position
            ends[block] = max(position, ends.get(block, _FRONT))
    return sorted(groups.all(), key=lambda group: positions[id(group)])


def _after(anchor: Position, item: Item) -> Position:
    """A place after the anchor; items of one column after the same anchor stay in their order."""
    if item.column == 0:
        return (item.position,)
    if len(anchor) > 1 and anchor[-2] == item.column:
        anchor = anchor[:-2]
    return (*anchor, item.column, item.position)
