"""A matrix as it was found on a sheet, before its cells are read as letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from raci_cli.layouts.title_block import UNTITLED, TitleBlock
from raci_cli.model import Assignment, Outside, Unnamed


class RoleDraft(NamedTuple):
    """A role as headed on the sheet; rows and columns count from 1."""

    name: str
    group: str = ""
    row: int = 0
    column: int = 0
    automated: bool = False


class ActivityDraft(NamedTuple):
    """An activity as labelled on the sheet, with the levels it stands under, from the outer to the inner."""

    name: str
    levels: tuple[str, ...] = ()
    row: int = 0
    column: int = 0
    system: str = ""
    description: str = ""


class LevelDraft(NamedTuple):
    """A phase (one name) or section (two) that has a row of its own."""

    levels: tuple[str, ...]
    row: int = 0
    column: int = 0


CellDraft = Assignment
"""A cell that is not blank, with its text in place of the letters. Most say just what will be read from them: then
there is no need to make them again. Its row is 0 where that is its activity's."""

PlacedDraft = tuple[int, int, str, int, int]
"""Activity and role (as indexes), the text that stands for them, and its row and column, from 1."""


text_of = attrgetter("letters")
"""What a cell says."""


class Cells(tuple[tuple[CellDraft, ...], ...]):  # noqa: SLOT001 - it remembers its texts
    """The cells of each activity; one role can have several."""

    @cached_property
    def texts(self) -> Counter[str]:
        """What they say, and how many say it: few say something of their own, however many there are."""
        return Counter(map(text_of, chain.from_iterable(self)))


class Draft(NamedTuple):
    """Everything a layout found about one matrix. `score` counts the cells that plainly are letters."""

    layout: str
    sheet: str | None
    roles: tuple[RoleDraft, ...]
    activities: tuple[ActivityDraft, ...]
    cells: Cells
    score: int
    explanation: tuple[str, ...]
    levels: tuple[LevelDraft, ...] = ()
    banner: str = ""
    """What stands above it, or over its activities: a phase, if there are several such blocks."""
    corner: str = ""
    """The heading over the row labels."""
    about: TitleBlock = UNTITLED
    """What the sheet says about the whole matrix."""
    unnamed: tuple[Unnamed, ...] = ()
    outside: tuple[Outside, ...] = ()
    hidden: bool = False
    certain: bool = False
    """Its form alone says that it is a matrix."""


def by_activity(cells: Iterable[PlacedDraft], activities: int) -> Cells:
    """The cells of each of so many activities, in the order given."""
    found: list[list[CellDraft]] = [[] for _ in range(activities)]
    for activity, role, text, row, column in cells:
        found[activity].append(CellDraft(role, text, row, column))
    return Cells(map(tuple, found))
