"""Leaders who fill in copies of one matrix, each with habits of their own: the worked sets in examples/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random

from raci_cli.model import Activity, Assignment, Matrix

SEED = 23
_DATE = "2026-11-02"


@dataclass(frozen=True)
class Leader:
    """Somebody who fills in a copy, and how."""

    name: str
    group: str
    """Whose roles are their own."""
    pull: float = 0.12
    """How often they see one of their own as the owner of what their people take part in."""
    grabs: float = 0.3
    """How often, when they do, they want to do the work as well."""
    yields: float = 1.0
    """How often, when they do, they see that the owner they know is none any longer."""
    strays: float = 0.12
    """How often they see C and I in another way, cell by cell."""
    filled_in: float = 1.0
    """The share of the activities that they come to, from the top."""
    renames: Mapping[str, str] = field(default_factory=dict)
    """What they call roles."""


_SALES = Leader("VP Sales", "Sales", pull=0.3)
_SUCCESS = Leader("Head of Customer Success", "Success")
_SERVICES = Leader(
    "Head of Services",
    "Services",
    renames={
        "Education Specialist / Trainer": "Education Specialist",
        "Implementation Consultant": "Implementation Consultant (IC)",
        "CSM/TAM - Named": "Named CSM/TAM",
    },
)
_SUPPORT = Leader("Head of Support", "Support", filled_in=0.5)
_MARKETING = Leader("VP Marketing", "Marketing", pull=0.9, grabs=0.5, yields=0.6, strays=0.2)

SETS = {
    "three-leaders": (_SALES, _SUCCESS, _SERVICES),
    "five-leaders": (_SALES, _SUCCESS, _SERVICES, _SUPPORT, _MARKETING),
}
"""By folder in examples/: those who agree mostly, one with other names for roles, one who comes only half way, and
one who claims everything."""


def copy_of(matrix: Matrix, leader: Leader) -> Matrix:
    """The matrix as a leader fills it in; the same leader always fills it in alike."""
    random = Random(f"{SEED} {leader.name}")  # noqa: S311 - an example, no secret
    reached = round(len(matrix.activities) * leader.filled_in)
    activities = [
        _filled_in(activity, matrix, leader, random) if number < reached else activity._replace(assignments=())
        for number, activity in enumerate(matrix.activities)
    ]
    roles = tuple(replace(role, name=leader.renames.get(role.name, role.name)) for role in matrix.roles)
    return replace(matrix, roles=roles, activities=tuple(activities), leader=leader.name, date=_DATE)


def _filled_in(activity: Activity, matrix: Matrix, leader: Leader, random: Random) -> Activity:
    cells = {cell.role: _seen(cell.letters, leader, random) for cell in activity.assignments}
    own = [role for role in cells if _is_own(matrix, role, leader)]
    if own and random.random() < leader.pull:
        cells = _claimed(cells, random.choice(own), leader, random)
    held = ((role, matrix.scheme.ordered(letters)) for role, letters in sorted(cells.items()))
    return activity._replace(assignments=tuple(Assignment(role, letters) for role, letters in held if letters))


def _is_own(matrix: Matrix, role: int, leader: Leader) -> bool:
    return matrix.roles[role].group == leader.group and not matrix.roles[role].automated


def _seen(letters: str, leader: Leader, random: Random) -> str:
    """A letter as this leader sees it: who owns an activity stays, who is asked or told may not."""
    if letters not in ("C", "I") or random.random() >= leader.strays:
        return letters
    return random.choice(["", "I" if letters == "C" else "C"])


def _claimed(cells: Mapping[int, str], owner: int, leader: Leader, random: Random) -> dict[int, str]:
    """The same row with another owner; who is no longer anything is asked."""
    taken = ("A" if random.random() < leader.yields else "") + ("R" if random.random() < leader.grabs else "")
    left = {role: "".join(letter for letter in letters if letter not in taken) for role, letters in cells.items()}
    left = {role: letters or "C" if cells[role] else "" for role, letters in left.items()}
    own = "".join(letter for letter in left[owner] + taken if letter in "RA")
    return left | {owner: "".join(dict.fromkeys(own + "A"))}
