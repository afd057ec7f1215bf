"""Items of several columns joined into groups with at most one item of each column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from raci_cli.model.comparison import Step


class Item(NamedTuple):
    """A role, phase or activity of one column; a column is one of the matrices being compared."""

    column: int
    position: int
    """Its place in that matrix."""
    name: str
    place: int = 0
    """What it stands under (phase, group), equal where columns mean the same."""
    section: str = ""
    id: str = ""


@dataclass(slots=True, eq=False)
class Group:
    """Items that mean the same, by column."""

    items: dict[int, Item]
    first: Item
    """That of the first column that has one."""
    step: Step = Step.ID
    score: float = 100.0


class Groups:
    """A partition of items that only ever grows coarser.

    At first, items that are equal in all but where they stand are together, unless a column has two of them: that
    goes for most items of copies. All others are alone.
    """

    def __init__(self, columns: Sequence[Sequence[Item]]) -> None:
        """Take the items of each column, each at the index that is its position."""
        self.columns = columns
        self._of: list[dict[int, Group]] = [{} for _ in columns]
        self._pending: list[Item] = []
        for group in _equal(chain.from_iterable(columns)):
            self._put(group, group.items.values())
            if len(group.items) < len(columns):
                self._pending += group.items.values()
        self._pending.sort()

    def of(self, item: Item) -> Group:
        """The group an item is in."""
        return self._of[item.column][item.position]

    def at(self, column: int, position: int) -> Group:
        """The group of the item at a position of a column."""
        return self._of[column][position]

    def all(self) -> Iterable[Group]:
        """The groups, in the order of their first items."""
        return dict.fromkeys(map(self.of, chain.from_iterable(self.columns)))

    def pending(self) -> Sequence[Item]:
        """The items whose group lacks a column."""
        self._pending = [item for item in self._pending if len(self.of(item).items) < len(self.columns)]
        return self._pending

    def lacks(self, item: Item, column: int) -> bool:
        """Whether an item's group has nothing of a column."""
        return column not in self.of(item).items

    def join(self, one: Item, other: Item, step: Step, score: float = 100.0) -> None:
        """Make two groups one, unless both have an item of the same column."""
        target, source = self.of(one), self.of(other)
        if target.items.keys() & source.items.keys():
            return
        if len(target.items) < len(source.items):
            target, source = source, target
        target.items.update(source.items)
        target.first = min(target.first, source.first)
        target.step = max(step, target.step, source.step, key=_STEPS.index)
        target.score = min(score, target.score, source.score)
        self._put(target, source.items.values())

    def join_equal(self, key: Callable[[Item], Hashable], step: Step, *, counts_differ: bool = True) -> None:
        """Join pending items of equal key, repeated ones by their order; an empty key is equal to none.

        Unless `counts_differ` may be, two columns must have the same number of items that are still to be joined:
        then the first of one is the first of the other. Otherwise nobody can tell which of them is missing.
        """
        for bucket in buckets(self.pending(), key):
            for lefts, rights in self.facing(bucket):
                if counts_differ or len(lefts) == len(rights):
                    for left, right in zip(lefts, rights, strict=False):
                        self.join(left, right, step)

    def join_beside(self, key: Callable[[Item], Hashable], step: Step) -> None:
        """Join pending items of equal key that stand next to the same thing, where columns have not as many of them.

        Which of the repeated ones is missing, their order does not tell, but their neighbours may.
        """
        counts = Counter((item.column, key(item)) for item in self.pending())
        repeated = {known for (_, known), count in counts.items() if count > 1}
        items = [item for item in self._pending if key(item) in repeated] if repeated else []
        for side, ordered in ((-1, items), (1, items[::-1])):
            for item in ordered:
                for other in self._beside(item, side):
                    known = key(item)
                    if known == key(other) and counts[item.column, known] != counts[other.column, known]:
                        self.join(item, other, step)

    def _beside(self, item: Item, side: int) -> list[Item]:
        """What stands on the other side of an item's neighbour, in the columns that have this neighbour too."""
        neighbour = self._neighbour(item, side)
        others = (self._neighbour(each, -side) for each in self.of(neighbour).items.values()) if neighbour else ()
        return [other for other in others if other and self.lacks(other, item.column)]

    def _neighbour(self, item: Item, side: int) -> Item | None:
        column = self.columns[item.column]
        position = item.position + side
        return column[position] if 0 <= position < len(column) else None

    def facing(self, items: Iterable[Item]) -> Iterator[tuple[list[Item], list[Item]]]:
        """For each two columns, the items of each that could still be joined with an item of the other."""
        columns: dict[int, list[Item]] = {}
        for item in items:
            columns.setdefault(item.column, []).append(item)
        names = sorted(columns)
        for position, left in enumerate(names):
            for right in names[position + 1 :]:
                lefts = [item for item in columns[left] if self.lacks(item, right)]
                rights = [item for item in columns[right] if self.lacks(item, left)]
                if lefts and rights:
                    yield lefts, rights

    def _put(self, group: Group, items: Iterable[Item]) -> None:
        for item in items:
            self._of[item.column][item.position] = group


_STEPS = list(Step)


def _equal(items: Iterable[Item]) -> Iterator[Group]:
    """Groups of items that say the same of themselves, where each is the only one of its column; else each alone."""
    alike: dict[tuple[object, ...], list[Item]] = {}
    for item in items:
        alike.setdefault(item[2:], []).append(item)
    for equal in alike.values():
        by_column = {item.column: item for item in equal}
        if len(by_column) == len(equal):
            yield Group(by_column, equal[0], Step.ID if equal[0].id else Step.NAME)
        else:
            yield from (Group({item.column: item}, item) for item in equal)


def buckets(items: Iterable[Item], key: Callable[[Item], Hashable]) -> Iterator[list[Item]]:
    """The items of each key that occurs more than once, in the order of first occurrence; not of empty keys."""
    found: dict[Hashable, list[Item]] = {}
    for item in items:
        if known := key(item):
            found.setdefault(known, []).append(item)
    return (bucket for bucket in found.values() if len(bucket) > 1)
