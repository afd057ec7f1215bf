"""The responsibility matrix and its parts: frozen values that hold no file and no terminal.

They are named tuples, and dataclasses where they are few and the place on a sheet is no part of the identity; not
pydantic models: importing pydantic costs as much as reading a whole workbook, and most calls need neither validation
nor a schema (docs/decisions.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, NamedTuple

from raci_cli.model.location import Location, Placed
from raci_cli.model.source import Source

NOTHING = "-"
"""The letters of a cell that says explicitly that the role has no part (`-`, `n/a`)."""

LAYER = "layer"
"""The layout of a template that others extend and that is no matrix by itself."""


class Scheme(NamedTuple):
    """A set of letters, what each means, and which of them plays which part in the rules.

    A part that no letter plays is the empty string: the rules about it do not apply. `letters` are in writing order.
    """

    name: str
    letters: tuple[tuple[str, str], ...]
    responsible: str = ""
    accountable: str = ""
    consulted: str = ""
    informed: str = ""
    note: str = ""
    """Why the rules do not apply as usual, in one sentence; empty when they do."""

    @property
    def alphabet(self) -> str:
        """The letters alone, in writing order."""
        return "".join(letter for letter, _ in self.letters)

    def meaning(self, letter: str) -> str:
        """What a letter of this scheme stands for; the letter itself if it has no meaning on record."""
        return dict(self.letters).get(letter, letter)

    def ordered(self, letters: str) -> str:
        """The distinct letters of a cell in writing order: `AR` becomes `RA` in RACI."""
        return "".join(letter for letter in self.alphabet if letter in letters)


@dataclass(frozen=True, slots=True)
class Role:
    """A column of the matrix, whatever way round the sheet has it."""

    name: str
    group: str = ""
    automated: bool = False
    key: str = ""
    """Tells roles of equal name apart (`Developer (2)`); empty where the name does."""
    row: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)

    @property
    def label(self) -> str:
        """What this role is called in messages and files; no two roles of a matrix share it."""
        return self.key or self.name


class Assignment(NamedTuple):
    """The letters one role holds for one activity, and the cell they came from.

    Equal ones are one value wherever they stand in the row of their activity, so that a large matrix, which has a
    hundred thousand of them, needs to make, keep and hand over only a few hundred.
    """

    role: int
    """Index into `Matrix.roles`."""
    letters: str
    """In the scheme's order without separator (`RA`); NOTHING for an explicit "no part"."""
    row: int = 0
    """0 where it is the activity's, as nearly always: `Activity.at` tells."""
    column: int = 0

    def __eq__(self, other: object) -> bool:
        """Whether both say the same, wherever they stand."""
        return isinstance(other, Assignment) and (self.role, self.letters) == (other.role, other.letters)

    def __ne__(self, other: object) -> bool:
        """The opposite; a tuple has one of its own."""
        return not self == other

    def __hash__(self) -> int:
        """Equal assignments have equal hashes."""
        return hash((self.role, self.letters))


assignment_of = lru_cache(maxsize=16_384)(Assignment)
"""The assignment with these values, made only once for many equal ones."""


class Activity(NamedTuple):
    """A row of the matrix, whatever way round the sheet has it.

    `assignments` holds one entry per role whose cell is not blank, ordered by role. A named tuple, because a large
    matrix holds ten thousand of them.
    """

    name: str
    assignments: tuple[Assignment, ...] = ()
    phase: str = ""
    section: str = ""
    id: str = ""
    description: str = ""
    due: str = ""
    moment_of_truth: str = ""
    """Why this is one of the few activities that decide the relationship; empty when it is not."""
    four_eyes: bool = False
    system: str = ""
    automated: bool = False
    row: int = 0
    column: int = 0

    def __eq__(self, other: object) -> bool:
        """Whether both say the same, wherever they stand."""
        return isinstance(other, Activity) and self[:-2] == other[:-2]

    def __ne__(self, other: object) -> bool:
        """The opposite; a tuple has one of its own."""
        return not self == other

    def __hash__(self) -> int:
        """Equal activities have equal hashes."""
        return hash(self[:-2])

    @property
    def filled_in(self) -> bool:
        """Whether any cell says something, if only "no part"."""
        return bool(self.assignments)

    def at(self, assignment: Assignment) -> Assignment:
        """One of the assignments with the row in which it stands."""
        return assignment if assignment.row else assignment._replace(row=self.row)

    def holders(self, letter: str) -> list[int]:
        """Indexes of the roles that hold the letter; none for the empty letter."""
        if not letter:
            return []
        return [role for role, letters, _, _ in self.assignments if letter in letters]


_activity_of: Callable[[tuple[Any, ...]], Activity] = partial(tuple.__new__, Activity)


@dataclass(frozen=True, slots=True)
class Section:
    """The second level below a phase."""

    name: str
    row: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Phase:
    """A stage of the journey; it is listed even when it holds no activity."""

    name: str
    sections: tuple[Section, ...] = ()
    row: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Matrix:
    """One responsibility matrix.

    Promises: role labels are distinct; every assignment's role index is in range and its letters are the scheme's,
    in the scheme's order, or NOTHING; every phase and section an activity names is listed in `phases`, in order of
    first appearance. `source` takes no part in comparisons.
    """

    roles: tuple[Role, ...]
    activities: tuple[Activity, ...]
    scheme: Scheme
    phases: tuple[Phase, ...] = ()
    title: str = ""
    segment: str = ""
    strategy: str = ""
    leader: str = ""
    """Who filled in this copy."""
    date: str = ""
    version: str = ""
    source: Source = field(default=Source(), compare=False)

    def locate(self, item: Placed | None = None) -> Location:
        """The address of one of its parts, or of the matrix itself."""
        if item is None:
            return Location(self.source.path, self.source.sheet)
        return Location(self.source.path, self.source.sheet, item.row, item.column)

    def role_labels(self, indexes: list[int]) -> list[str]:
        """The labels of some roles, in the order given."""
        return [self.roles[index].label for index in indexes]

    def __reduce__(self) -> tuple[Any, ...]:
        """Activities go from process to process column by column: one by one they take twice as long."""
        return _restored, (list(zip(*self.activities, strict=True)), *_OTHER_FIELDS(self))


_OTHER_FIELDS = attrgetter(*(name for name in Matrix.__slots__ if name != "activities"))


def _restored(columns: Iterable[Sequence[Any]], roles: tuple[Role, ...], *fields: Any) -> Matrix:
    return Matrix(roles, tuple(map(_activity_of, zip(*columns, strict=True))), *fields)
