"""What several leaders' copies of one matrix have in common, and where they differ: frozen values.

Everything is known by position, as in Matrix: a copy by its index in `Comparison.copies`, a role by its index in
`Comparison.roles`, an activity by its index in `Comparison.rows`. The positions of copies are those in which they were
given; roles, phases and rows stand in the order of the base, else of the copy with most activities.

Not part of `raci_cli.model` itself: most calls compare nothing, and these definitions take milliseconds to import.
"""

from __future__ import annotations

import json
from enum import StrEnum
from typing import NamedTuple

from raci_cli.model.matrix import NOTHING, Activity, Matrix, Scheme

Letters = tuple[tuple[int, str], ...]
"""The letters in one row: (role, letters in the scheme's order), by role, without blank cells and explicit nothings."""


class Copy(NamedTuple):
    """One independently filled matrix, and who filled it in."""

    leader: str
    """A person or a function; no two copies of a comparison have the same."""
    matrix: Matrix


class Step(StrEnum):
    """How it was found out that copies mean the same thing, the surest first."""

    ID = "id"
    """The same id, which templates give their activities."""
    NAME = "name"
    """The same name in the same phase (of roles: in the same group)."""
    MOVED = "moved"
    """The same name in another phase (group)."""
    ALIAS = "alias"
    """An alias in raci.yaml says so."""
    SIMILAR = "similar"
    """Almost the same name, in the same phase (group)."""
    SIMILAR_MOVED = "similar, moved"
    """Almost the same name, in another phase (group)."""


class Aligned(NamedTuple):
    """One role, phase or activity, and where each copy has it. At least one copy (or the base) does."""

    name: str
    """As the base writes it, else the copy with most activities, else the first that has it."""
    indexes: tuple[int | None, ...]
    """By copy: the index into that copy's roles, phases or activities; None where the copy has no such thing."""
    base: int | None = None
    """The same for the base."""
    label: str = ""
    """The name, or where several share it the name and a number: no two roles have the same, and no two phases."""
    place: str = ""
    """The phase (label) an activity stands under in the result; the group of a role."""
    section: str = ""
    step: Step = Step.NAME
    """The least sure step that was needed to join the copies."""
    score: float = 100.0
    """The least likeness of names that were joined as similar, in percent."""

    @property
    def copies(self) -> tuple[int, ...]:
        """The copies that have it."""
        return tuple(copy for copy, index in enumerate(self.indexes) if index is not None)

    @property
    def missing(self) -> tuple[int, ...]:
        """The copies that lack it."""
        return tuple(copy for copy, index in enumerate(self.indexes) if index is None)


class Doubtful(NamedTuple):
    """Two names that may mean the same, but not surely enough: they were not joined."""

    kind: str
    """`roles` or `activities`, as the key in raci.yaml."""
    name: str
    """The name that the result would keep."""
    other: str
    copies: tuple[int, ...]
    """The copies that have the first name; empty when only the base does."""
    other_copies: tuple[int, ...]
    score: float
    """Likeness in percent."""
    reason: str
    """A sentence."""

    @property
    def pin(self) -> str:
        """The lines for raci.yaml that say that both are the same."""
        other, name = (json.dumps(text, ensure_ascii=False) for text in (self.other, self.name))
        return f"aliases:\n  {self.kind}:\n    {other}: {name}"


class Alignment(NamedTuple):
    """Which roles, phases and activities of the copies are the same. One-to-one: each is in exactly one place."""

    roles: tuple[Aligned, ...]
    phases: tuple[Aligned, ...]
    activities: tuple[Aligned, ...]
    doubtful: tuple[Doubtful, ...]
    """The likeliest first."""


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
        return tuple(role for role, letters in self.letters if letter in letters) if letter else ()

    @property
    def pairs(self) -> tuple[tuple[int, str], ...]:
        """Each letter with its role: what two votes have in common is counted in these."""
        return tuple((role, letter) for role, letters in self.letters for letter in letters)


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

    def who(self, letter: str) -> tuple[Version, ...]:
        """The distinct answers to who holds a letter, the one that most copies give first, then by role."""
        answers: dict[tuple[int, ...], list[int]] = {}
        for vote in self.votes:
            answers.setdefault(vote.holders(letter), []).append(vote.copy)
        versions = (Version(roles, tuple(copies)) for roles, copies in answers.items())
        return tuple(sorted(versions, key=lambda version: (-len(version.copies), version.roles)))

    @property
    def comparable(self) -> bool:
        """Whether at least two copies have filled in the row."""
        return self.agreement is not None


class Band(StrEnum):
    """What an alpha means for the work ahead, after Krippendorff's usual limits."""

    AGREED = "agreed"
    """At least .800."""
    TENTATIVE = "tentative"
    """At least .667."""
    WORKSHOP = "workshop"
    """Below."""


class Alpha(NamedTuple):
    """One of Krippendorff's alphas: 1 is full agreement, 0 what chance gives."""

    value: float | None
    """None where it is not defined."""
    units: int
    """Activities (or cells) with at least two values."""
    undefined: str = ""
    """Why there is no value, as a clause without a full stop; empty where there is one."""
    interval: tuple[float, float] | None = None
    """95 % of the values when units are drawn anew with replacement (fixed seed); None where that says nothing."""

    @property
    def band(self) -> Band | None:
        """What the value means; None without one."""
        if self.value is None:
            return None
        if self.value >= 0.8:
            return Band.AGREED
        return Band.TENTATIVE if self.value >= 0.667 else Band.WORKSHOP


class PhaseAgreement(NamedTuple):
    """How far the copies agree in one phase."""

    phase: str
    """The label of the aligned phase; empty for activities outside phases."""
    comparable: int
    """Activities that at least two copies have filled in."""
    agreed: int
    """Those of them on which all votes name the same Accountable roles."""
    accountable: Alpha | None
    """None where fewer than five activities can be compared: counts say more then."""


class Agreement(NamedTuple):
    """How far the copies agree as a whole."""

    accountable: Alpha
    """On who is Accountable: the headline."""
    responsible: Alpha
    consulted: Alpha
    informed: Alpha
    cells: Alpha
    """On the cells (multi-valued alpha); never the headline, because most cells of a matrix are empty."""
    comparable: int
    """Activities that at least two copies have filled in."""
    agreed: int
    """Those of them on which all votes name the same Accountable roles."""
    blank_cells: int
    """Cells of comparable activities that hold no letter in any vote; `cells` leaves them out."""
    phases: tuple[PhaseAgreement, ...]
    """Phases with at least one comparable activity, in order."""


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


class Comparison(NamedTuple):
    """Everything that comparing copies brings to light. Picklable; equal input gives equal values."""

    copies: tuple[Copy, ...]
    base: Matrix | None
    scheme: Scheme
    roles: tuple[Aligned, ...]
    phases: tuple[Aligned, ...]
    rows: tuple[RowComparison, ...]
    """In the order of the result; with `ranking`, in the order of a workshop."""
    ranking: tuple[int, ...]
    """The rows in dispute: A before R before the rest; then least agreement, moment of truth, handoff."""
    agreement: Agreement
    standings: tuple[Standing, ...]
    """By copy."""
    contested: tuple[ContestedRole, ...]
    """Roles with any dispute, the most contested first."""
    doubtful: tuple[Doubtful, ...]

    @property
    def leaders(self) -> tuple[str, ...]:
        """Who filled in each copy."""
        return tuple(copy.leader for copy in self.copies)

    def activity(self, row: int, copy: int) -> Activity | None:
        """The activity as one copy has it; None where the copy lacks it."""
        index = self.rows[row].activity.indexes[copy]
        return None if index is None else self.copies[copy].matrix.activities[index]

    def cell(self, row: int, role: int, copy: int) -> Cell:
        """What one copy says in one cell."""
        return self.cells(row, copy)[role]

    def cells(self, row: int, copy: int) -> tuple[Cell, ...]:
        """What one copy says in one row, by role."""
        activity = self.activity(row, copy)
        return _cells(activity, [role.indexes[copy] for role in self.roles])

    def base_cells(self, row: int) -> tuple[Cell, ...]:
        """What the base says in one row, by role; all ABSENT without a base."""
        index = self.rows[row].activity.base
        activity = None if self.base is None or index is None else self.base.activities[index]
        return _cells(activity, [role.base for role in self.roles])


_ABSENT, _BLANK, _NONE = Cell(CellState.ABSENT), Cell(CellState.BLANK), Cell(CellState.NONE)


def _cells(activity: Activity | None, indexes: list[int | None]) -> tuple[Cell, ...]:
    """The cells of one row; `indexes` gives each role's place in the row's matrix."""
    if activity is None:
        return (_ABSENT,) * len(indexes)
    cells: dict[int | None, Cell] = {None: _ABSENT}
    for assignment in activity.assignments:
        letters = assignment.letters
        cells[assignment.role] = _NONE if letters == NOTHING else Cell(CellState.VALUE, letters)
    return tuple(cells.get(index, _BLANK) for index in indexes)
