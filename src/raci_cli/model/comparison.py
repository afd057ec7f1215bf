"""What several leaders' copies of one matrix have in common, and where they differ: frozen values.

Everything is known by position, as in Matrix: a copy by its index in `Comparison.copies`, a role by its index in
`Comparison.roles`, an activity by its index in `Comparison.rows`. The positions of copies are those in which they were
given; roles, phases and rows stand in the order of the base, else of the copy with most activities.

Not part of `raci_cli.model` itself: most calls compare nothing, and these definitions take milliseconds to import.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from raci_cli.model.agreement import Agreement, Alpha, Band, PhaseAgreement
from raci_cli.model.alignment import Aligned, Alignment, Doubtful, Kind, Side, Step
from raci_cli.model.matrix import NOTHING, Activity, Matrix, Scheme

__all__ = [
    "STATES",
    "Agreement",
    "Aligned",
    "Alignment",
    "Alpha",
    "Band",
    "Cell",
    "CellState",
    "Comparison",
    "ContestedRole",
    "Copy",
    "Doubtful",
    "Kind",
    "Letters",
    "PhaseAgreement",
    "RowComparison",
    "RowKind",
    "Side",
    "Standing",
    "Step",
    "Summary",
    "Version",
    "Vote",
]

Letters = tuple[tuple[int, str], ...]
"""The letters in one row: (role, letters in the scheme's order), by role, without blank cells and explicit nothings."""


class Copy(NamedTuple):
    """One independently filled matrix, and who filled it in."""

    leader: str
    """A person or a function; no two copies of a comparison have the same."""
    matrix: Matrix


class CellState(StrEnum):
    """What a copy says in one cell."""

    VALUE = "value"
    """Letters."""
    NONE = "none"
    """Explicitly no part (`-`, `n/a`)."""
    BLANK = "blank"
    """The cell is empty."""
    ABSENT = "absent"
    """The copy has no such row or no such role; never a deletion."""


STATES = {CellState.NONE: "no part", CellState.BLANK: "blank", CellState.ABSENT: "no such role"}
"""The states of cells without letters, for people."""


class Cell(NamedTuple):
    """One cell of one copy."""

    state: CellState
    letters: str = ""
    """In the scheme's order; empty unless the state is VALUE."""


class Vote(NamedTuple):
    """What one copy says about one activity that it has filled in."""

    copy: int
    letters: Letters

    def holders(self, letter: str) -> tuple[int, ...]:
        """The roles that hold a letter, ascending; none for the empty letter."""
        return tuple([role for role, letters in self.letters if letter in letters]) if letter else ()

    @property
    def pairs(self) -> tuple[tuple[int, str], ...]:
        """Each letter with its role: what two votes have in common is counted in these."""
        return tuple([(role, letter) for role, letters in self.letters for letter in letters])


class Version(NamedTuple):
    """One answer to the question who holds a letter, and the copies that give it."""

    roles: tuple[int, ...]
    """Ascending; empty for "nobody"."""
    copies: tuple[int, ...]
    """Ascending."""


class RowKind(StrEnum):
    """What the copies disagree about in one row, the weightiest first."""

    ACCOUNTABLE = "accountable"
    """They name different roles as Accountable."""
    RESPONSIBLE = "responsible"
    """They agree who is Accountable, but not who is Responsible."""
    MINOR = "minor"
    """They agree about both; other letters differ (Consulted, Informed)."""
    AGREED = "agreed"
    """All who have filled in the row say the same, and there are at least two."""
    LONE = "lone"
    """Only one copy has filled in the row."""
    EMPTY = "empty"
    """Nobody has."""


class RowComparison(NamedTuple):
    """One activity over all copies."""

    activity: Aligned
    kind: RowKind
    votes: tuple[Vote, ...]
    """Of the copies that have filled in the row, in their order. A blank or absent row is no vote."""
    agreement: float | None
    """1 - mean Dice distance between two votes, over their (role, letter) pairs; None below two votes."""
    base: Letters | None = None
    """What the base says; None without a base, or where it lacks the row or has not filled it in."""
    renamed: bool = False
    """Whether copies (or base) write names that differ in more than case, punctuation and numbering."""
    moved: bool = False
    """Whether copies (or base) have it in different phases."""
    moment_of_truth: str = ""
    """As in Activity; the first reason that the base or a copy gives."""
    handoff: bool = False
    """Whether work changes hands here: most votes name another Responsible than on the phase's activity before."""

    def answers(self, letter: str) -> tuple[tuple[int, ...], ...]:
        """The roles that hold a letter, vote by vote."""
        if self.kind is RowKind.AGREED:
            return (self.votes[0].holders(letter),) * len(self.votes)
        return tuple([vote.holders(letter) for vote in self.votes])

    def who(self, letter: str) -> tuple[Version, ...]:
        """The distinct answers to who holds a letter, the one that most copies give first, then by role."""
        answers: dict[tuple[int, ...], list[int]] = {}
        for vote, holders in zip(self.votes, self.answers(letter), strict=True):
            answers.setdefault(holders, []).append(vote.copy)
        versions = (Version(roles, tuple(copies)) for roles, copies in answers.items())
        return tuple(sorted(versions, key=lambda version: (-len(version.copies), version.roles)))

    def naming(self, owners: Letters, letters: str) -> tuple[int, ...]:
        """The copies whose votes give some of the letters (R and A) to the same roles as `owners` does."""
        held = {letter: tuple(role for role, own in owners if letter in own) for letter in letters}
        return tuple(
            vote.copy for vote in self.votes if all(vote.holders(letter) == roles for letter, roles in held.items())
        )

    @property
    def blank(self) -> tuple[int, ...]:
        """The copies that have the activity and have not filled it in; `activity.missing` are those that lack it."""
        voters = {vote.copy for vote in self.votes}
        return tuple(copy for copy in self.activity.copies if copy not in voters)

    @property
    def in_dispute(self) -> bool:
        """Whether copies name different owners."""
        return self.kind in (RowKind.ACCOUNTABLE, RowKind.RESPONSIBLE)

    @property
    def comparable(self) -> bool:
        """Whether at least two copies have filled in the row."""
        return self.agreement is not None


class Standing(NamedTuple):
    """How one copy stands beside the others."""

    activities: int
    """Rows of the comparison that the copy has."""
    filled_in: int
    """Rows that it has filled in."""
    completeness: float
    """The filled-in rows as a share of all rows of the comparison, from 0 to 1."""
    distance: float | None
    """Mean Dice distance of its votes from those of the others, from 0 to 1; None where nobody else has voted."""


class ContestedRole(NamedTuple):
    """How often copies disagree about one role."""

    role: int
    accountable: int
    """Rows in which some votes make it Accountable and others do not."""
    responsible: int


class Summary(NamedTuple):
    """What the rows of a comparison add up to."""

    agreement: Agreement
    standings: tuple[Standing, ...]
    """By copy."""
    contested: tuple[ContestedRole, ...]
    """Roles with any dispute, the most contested first."""


@dataclass(frozen=True)
class Comparison:
    """Everything that comparing copies brings to light. Picklable; equal input gives equal values."""

    copies: tuple[Copy, ...]
    base: Matrix | None
    scheme: Scheme
    roles: tuple[Aligned, ...]
    phases: tuple[Aligned, ...]
    rows: tuple[RowComparison, ...]
    """In the order of the result; with `ranking`, in the order of a workshop."""
    ranking: tuple[int, ...]
    """The rows in dispute: A before R before the rest; then moments of truth, handoffs, and the widest splits."""
    doubtful: tuple[Doubtful, ...]
    add_up: Callable[[Comparison], Summary] = field(compare=False, repr=False)
    """How a summary is made: only when somebody asks, for merging takes none, nor does the headline of a diff."""

    @cached_property
    def summary(self) -> Summary:
        """What the rows add up to."""
        return self.add_up(self)

    @property
    def agreement(self) -> Agreement:
        """How far the copies agree, in numbers."""
        return self.summary.agreement

    @property
    def standings(self) -> tuple[Standing, ...]:
        """How each copy stands beside the others, by copy."""
        return self.summary.standings

    @property
    def contested(self) -> tuple[ContestedRole, ...]:
        """Roles with any dispute, the most contested first."""
        return self.summary.contested

    @property
    def title(self) -> str:
        """What is compared; empty where copies that have a title have different ones."""
        titles = {copy.matrix.title for copy in self.copies if copy.matrix.title}
        return titles.pop() if len(titles) == 1 else ""

    @property
    def leaders(self) -> tuple[str, ...]:
        """Who filled in each copy."""
        return tuple(copy.leader for copy in self.copies)

    def matrix(self, side: Side) -> Matrix | None:
        """The matrix on one side; None for the base where there is none."""
        return self.base if side is None else self.copies[side].matrix

    def activity(self, row: int, side: Side) -> Activity | None:
        """The activity as one side has it; None where that lacks it."""
        matrix, index = self.matrix(side), self.rows[row].activity.at(side)
        return None if matrix is None or index is None else matrix.activities[index]

    def cells(self, row: int, side: Side) -> tuple[Cell, ...]:
        """What one side says in one row, by role; all ABSENT where it lacks the activity."""
        return _cells(self.activity(row, side), self._places[side])

    @cached_property
    def _places(self) -> dict[Side, tuple[int | None, ...]]:
        """For each side, where it has each role."""
        sides: tuple[Side, ...] = (None, *range(len(self.copies)))
        return {side: tuple([role.at(side) for role in self.roles]) for side in sides}


_ABSENT, _BLANK, _NONE = Cell(CellState.ABSENT), Cell(CellState.BLANK), Cell(CellState.NONE)


def _cells(activity: Activity | None, indexes: Sequence[int | None]) -> tuple[Cell, ...]:
    """The cells of one row; `indexes` gives each role's place in the row's matrix."""
    if activity is None:
        return (_ABSENT,) * len(indexes)
    cells: dict[int | None, Cell] = {role: _cell(letters) for role, letters, _, _ in activity.assignments}
    cells[None] = _ABSENT
    return tuple([cells.get(index, _BLANK) for index in indexes])


@lru_cache
def _cell(letters: str) -> Cell:
    """One value for all equal cells: large matrices hold a million."""
    return _NONE if letters == NOTHING else Cell(CellState.VALUE, letters)
