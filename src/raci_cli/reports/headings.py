"""Column headings for a matrix on a screen: names or short forms, and how much room their columns need."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, count, groupby
from typing import NamedTuple

from raci_cli.model import Role
from raci_cli.reports.escape import visible
from raci_cli.reports.screen import start, width, wrap

_ACRONYM = re.compile(r"\(([A-Z][A-Z0-9]{1,3})\)")
_BRACKETS = re.compile(r"\(.*?\)|\[.*?\]")
_WORD = re.compile(r"[^\W_]+")
_LINKING = frozenset({"and", "or", "of", "the", "for", "to", "in", "at"})
_LONGEST_SHORT = 4
_WIDEST_NAME = 14
_WIDEST_GROUP = 18
_MOST_LINES = 4


class Headings(NamedTuple):
    """The headings of some columns. Each column has a separator before it, of one cell."""

    lines: tuple[tuple[str, ...], ...]
    """From top to bottom, a text for each column."""
    cells: tuple[int, ...]
    """The room of each column, without its separator."""
    short: bool = True
    """The headings are short forms, which have to be explained."""
    staggered: bool = False
    """Each heading may reach over the next column, whose own heading stands on another line."""

    @property
    def room(self) -> int:
        """What all columns take together."""
        return sum(self.cells) + len(self.cells) + 2 * self.staggered

    def under(self, groups: Sequence[str], room: int) -> Headings:
        """With columns so wide that the names of their groups can be read, as far as there is room for that."""
        cells = list(self.cells)
        left = 0 if self.staggered else room - self.room
        first = 0
        for group, run in groupby(groups):
            columns = range(first, first := first + len(list(run)))
            wanted = min(width(group), _WIDEST_GROUP) - sum(cells[column] + 1 for column in columns) + 1
            for turn in range(max(0, min(wanted, left))):
                cells[columns[turn % len(columns)]] += 1
                left -= 1
        return self._replace(cells=tuple(cells))

    def spread(self, room: int) -> Headings:
        """With up to two more cells for each column, as far as there is room for them."""
        more = min(2, max(0, room - self.room) // max(1, len(self.cells)))
        return self._replace(cells=tuple(cells + more for cells in self.cells))


def short_forms(roles: Sequence[Role]) -> list[str]:
    """A short form for each role, all different: an acronym that the name itself gives, initials, or its beginning.

    A number tells apart what no letters can: roles of one name.
    """
    forms: dict[str, None] = {}
    for role in roles:
        name = visible(role.name)
        wanted = _short(name)
        longer = () if role.key else _longer(name)
        numbered = (start(wanted, _LONGEST_SHORT - len(str(number))) + str(number) for number in count(2))
        forms[next(form for form in chain((wanted,), longer, numbered) if form not in forms)] = None
    return list(forms)


def _short(name: str) -> str:
    if given := _ACRONYM.search(name):
        return given[1]
    words = _words(name)
    if len(words) > 1:
        name = "".join(map(_initial, words))
    return start(words[0] if len(words) == 1 else name, _LONGEST_SHORT) or "?"


def _longer(name: str) -> Iterator[str]:
    """Where another role has the initials: with more of the first word, `PrM` and `ProM` for Product Management."""
    words = _words(name)
    for letters in (2, 3) if len(words) > 1 else ():
        yield start(words[0][:letters].capitalize() + "".join(map(_initial, words[1:])), _LONGEST_SHORT)


def _initial(word: str) -> str:
    return word if word.isdigit() else word[0].upper()


def _words(name: str) -> list[str]:
    """The words that say something."""
    return [word for word in _WORD.findall(_BRACKETS.sub(" ", name)) if word.lower() not in _LINKING]


def names(roles: Sequence[Role], letters: int) -> Headings | None:
    """The names themselves, broken into lines; None where one would make its column too wide or the table too high."""
    columns = []
    for role in roles:
        room = max(letters, 6, *(width(word) for word in role.label.split(" ")))
        columns.append(wrap(role.label, room))
        if room > _WIDEST_NAME or len(columns[-1]) > _MOST_LINES:
            return None
    height = max((len(column) for column in columns), default=0)
    lines = tuple(tuple(line) for line in zip(*(("",) * (height - len(c)) + c for c in columns), strict=True))
    return Headings(lines, tuple(max(letters, *map(width, column)) + 1 for column in columns), short=False)


def shortened(forms: Sequence[str], letters: int) -> Headings:
    """Short forms, each over its own column."""
    return Headings((tuple(forms),), tuple(max(letters, width(form)) for form in forms))


def staggered(forms: Sequence[str], letters: int) -> Headings:
    """Short forms on two lines in turn, so that columns can be narrower than their headings."""
    lines = tuple(tuple(form if index % 2 == line else "" for index, form in enumerate(forms)) for line in (0, 1))
    return Headings(lines, (max(2, letters),) * len(forms), staggered=True)
