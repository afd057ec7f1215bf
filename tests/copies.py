"""Copies for tests: pipe tables by leader, and random ones that share some names and not others."""

from __future__ import annotations

from hypothesis import strategies as st

from raci_cli.model import Activity, Assignment, Matrix, Phase, Role
from raci_cli.model.comparison import Comparison, Copy
from raci_cli.model.schemes import RACI
from tables import matrix

_ROLES = ("CSM", "Account Executive (AE)", "AE", "Account Executive", "Trainer", "Trainer", "Trainee", "Sales Lead")
_PHASES = ("Onboarding", "1. Onboarding", "Go-live", "Renewal", "Growth")
_SECTIONS = ("", "", "Planning")
_NAMES = (
    "Kickoff meeting",
    "Kick-off meeting",
    "1.2 Kickoff meeting",
    "Kickoff meetings",
    "Handle support request",
    "Handle suport request",
    "Handle advanced support request",
    "30-day check-in",
    "90-day check-in",
    "Review",
    "Review",
    "Contract review",
    "Contact review",
    "",
)


def copies(**tables: str) -> list[Copy]:
    """One copy per keyword: the leader's name and a pipe table."""
    return [Copy(leader, matrix(table)) for leader, table in tables.items()]


def named(comparison: Comparison, positions: tuple[int, ...]) -> list[str]:
    """The names of some rows."""
    return [comparison.rows[position].activity.name for position in positions]


@st.composite
def _matrices(draw: st.DrawFn) -> Matrix:
    names = draw(st.lists(st.sampled_from(_ROLES), min_size=1, max_size=5))
    roles = tuple(Role(name, key="" if name not in names[:i] else f"{name} ({i})") for i, name in enumerate(names))
    phases = draw(st.lists(st.sampled_from(_PHASES), max_size=3, unique=True))
    cell = st.sampled_from(["", "", "A", "R", "RA", "C", "I", "-"])
    activities = []
    for name in draw(st.lists(st.sampled_from(_NAMES), min_size=1, max_size=7)):
        cells = enumerate(draw(st.lists(cell, min_size=len(roles), max_size=len(roles))))
        letters = tuple(Assignment(role, held) for role, held in cells if held)
        phase = draw(st.sampled_from(["", *phases]))
        section = draw(st.sampled_from(_SECTIONS)) if phase else ""
        activities.append(Activity(name, letters, phase, section, id=draw(st.sampled_from(["", "", "", "a", "b"]))))
    return Matrix(roles, tuple(activities), RACI, tuple(map(Phase, phases)))


@st.composite
def random_copies(draw: st.DrawFn) -> list[Copy]:
    """Two to four copies of distinct leaders; some are alike to the last letter."""
    matrices = draw(st.lists(_matrices(), min_size=1, max_size=3))
    matrices.append(draw(st.sampled_from(matrices) | _matrices()))
    return [Copy(leader, each) for leader, each in zip("ABCDE", matrices, strict=False)]
