"""The JSON form of a comparison, field by field. Types and their schema only: `json_` fills them in."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, TypeAdapter, with_config
from typing_extensions import TypedDict  # Python 3.11's own lacks what pydantic asks for

_documented = with_config(ConfigDict(use_attribute_docstrings=True, extra="forbid"))

Band = Literal["agreed", "tentative", "workshop"]
RowKind = Literal["accountable", "responsible", "minor", "agreed", "lone", "empty"]
Step = Literal["id", "name", "moved", "alias", "similar", "similar, moved"]


@_documented
class CopyDocument(TypedDict):
    """One copy."""

    leader: str
    """Who filled it in; every copy of a comparison has another."""
    path: str
    """The file, as it was given."""
    sheet: str | None
    """The sheet or table; null where a file is one table."""
    activities: int
    """How many activities of the comparison it has."""
    filled_in: int
    """How many of them it has filled in."""
    completeness: float
    """The filled-in activities as a share of all activities of the comparison, from 0 to 1."""
    distance: float | None
    """How far its rows are from those of the others on average, from 0 to 1; null where nobody else filled them in."""


@_documented
class SourceDocument(TypedDict):
    """Where the base was read from."""

    path: str
    """The file, as it was given."""
    sheet: str | None
    """The sheet or table; null where a file is one table."""


@_documented
class AlphaDocument(TypedDict):
    """One of Krippendorff's alphas."""

    alpha: float | None
    """1 is full agreement, 0 what chance gives; null where it is not defined."""
    units: int
    """Activities (or cells) with at least two values. Below five, counts say more than alpha."""
    undefined: str
    """Why there is no alpha; empty where there is one."""
    interval: tuple[float, float] | None
    """Where 95 % of the values lie when units are drawn anew; null where that says nothing."""
    band: Band | None
    """agreed from .800 on, tentative from .667 on, else workshop; null without alpha."""


@_documented
class PhaseAgreementDocument(TypedDict):
    """How far the copies agree in one phase."""

    phase: str
    """The phase; empty for activities outside phases."""
    comparable: int
    """Activities that at least two copies have filled in."""
    agreed: int
    """Those of them on which all name the same Accountable roles; Responsible ones where the scheme has no A."""
    accountable: AlphaDocument | None
    """On who is Accountable; null where fewer than five activities can be compared."""


@_documented
class AgreementDocument(TypedDict):
    """How far the copies agree as a whole."""

    comparable: int
    """Activities that at least two copies have filled in."""
    agreed: int
    """Those of them on which all name the same Accountable roles; Responsible ones where the scheme has no A."""
    accountable: AlphaDocument
    """On who is Accountable: the headline."""
    responsible: AlphaDocument
    """On who is Responsible."""
    consulted: AlphaDocument
    """On who is Consulted."""
    informed: AlphaDocument
    """On who is Informed."""
    cells: AlphaDocument
    """On the cells; high even where nobody agrees who owns what, because most cells of a matrix are empty."""
    blank_cells: int
    """Cells without a letter in any copy, which `cells` leaves out."""
    phases: list[PhaseAgreementDocument]
    """The same, phase by phase."""


@_documented
class RoleDocument(TypedDict):
    """One role over all copies."""

    name: str
    """What it is called here; no two roles have the same name."""
    group: str
    """The group it stands in; empty for none."""
    names: dict[str, str]
    """What each copy that has it calls it, by leader."""
    base: str | None
    """What the base calls it; null without one, or where it lacks the role."""
    missing: list[str]
    """The leaders whose copies lack it."""
    step: Step
    """The least sure step by which the names were joined."""
    score: float
    """The least likeness of names that were joined as similar, in percent."""


@_documented
class VersionDocument(TypedDict):
    """One answer to the question who holds a letter."""

    roles: list[str]
    """Who holds it; empty for nobody."""
    leaders: list[str]
    """Whose copies say so."""


@_documented
class ActivityDocument(TypedDict):
    """One activity over all copies."""

    name: str
    """What it is called here; no two activities of a phase have the same name."""
    phase: str
    """The phase it stands under here; empty for none."""
    section: str
    """The section below the phase; empty for none."""
    kind: RowKind
    """What is in dispute: who is accountable, else who is responsible, else only other letters (minor); or agreed,
    filled in by one copy only (lone), or by nobody (empty)."""
    agreement: float | None
    """1 - mean distance between two copies' rows, from 0 to 1; null where fewer than two have filled it in."""
    moment_of_truth: str
    """Why it is one of the few activities that decide the relationship; empty when it is not."""
    handoff: bool
    """Whether work changes hands here, after most copies."""
    renamed: bool
    """Whether copies write names that differ in more than case, punctuation and numbering."""
    moved: bool
    """Whether copies have it in different phases."""
    names: dict[str, str]
    """What each copy that has it calls it, by leader."""
    missing: list[str]
    """The leaders whose copies lack it; that is never a deletion."""
    step: Step
    """The least sure step by which the names were joined."""
    score: float
    """The least likeness of names that were joined as similar, in percent."""
    accountable: list[VersionDocument]
    """The answers to who is Accountable, the one that most copies give first."""
    responsible: list[VersionDocument]
    """The answers to who is Responsible, likewise."""
    cells: dict[str, dict[str, str]]
    """What each copy that has the activity says: by leader, by role, the letters (RA), or `-` for explicitly no part.
    A role that is not listed is blank, or absent where the role's `missing` names the leader."""
    base: dict[str, str] | None
    """The same for the base; null without one, or where it lacks the activity. A role whose own `base` is null is
    absent from it."""


@_documented
class ContestedDocument(TypedDict):
    """How often copies disagree about one role."""

    role: str
    """The role."""
    accountable: int
    """Activities for which some make it Accountable and others do not."""
    responsible: int
    """Activities for which some make it Responsible and others do not."""


@_documented
class DoubtfulDocument(TypedDict):
    """Two names that may mean the same, but not surely enough: they were not joined."""

    kind: Literal["roles", "activities", "phases"]
    """What they are names of."""
    name: str
    """The name that the result would keep."""
    other: str
    """The other name."""
    leaders: list[str]
    """Whose copies have the first name; empty when only the base has."""
    other_leaders: list[str]
    """Whose copies have the other name."""
    score: float
    """How alike they are, in percent."""
    reason: str
    """Why they were not joined."""
    pin: str
    """The lines for raci.yaml that say that both are the same."""


@_documented
class ClaimDocument(TypedDict):
    """An activity on which leaders' words about their own roles and the words of the others do not fit."""

    activity: int
    """Its position in `activities`, from 0."""
    kind: Literal["contested", "orphaned", "pushed away", "lone claim"]
    """Several leaders claim it; nobody does; others give it to a leader who does not; a leader claims it alone."""
    leaders: list[str]
    """The leaders it is about."""


@_documented
class MovementDocument(TypedDict):
    """How one leader answered in the second round."""

    leader: str
    """Who."""
    answered_twice: int
    """Activities filled in in both rounds."""
    changed: int
    """Those of them with any other letter than before."""
    accountable_changed: int
    """Those of them with others Accountable than before."""


@_documented
class RoundActivityDocument(TypedDict):
    """One activity over both rounds."""

    name: str
    """What it is called here."""
    phase: str
    """The phase it stands under; empty for none."""
    first: RowKind
    """What was in dispute in the first round."""
    second: RowKind
    """What is in the second."""
    stable: bool
    """Whether somebody answered twice, and nobody who did names others as Accountable than before."""


@_documented
class RoundsDocument(TypedDict):
    """Two rounds beside each other."""

    first: AgreementDocument
    """How far the copies of the first round agree."""
    second: AgreementDocument
    """How far those of the second do."""
    rise: float | None
    """By how much the alpha of who is Accountable rose; null where a round has none."""
    movements: list[MovementDocument]
    """The leaders who took part in both rounds."""
    activities: list[RoundActivityDocument]
    """The activities of both rounds together."""


@_documented
class ComparisonDocument(TypedDict):
    """What `raci diff --output-format json` prints."""

    schema_version: Literal[1]
    """Rises when a field changes its meaning or goes away."""
    same: bool
    """Whether all copies, and the base, say the same; the exit code is 0 then, else 1."""
    scheme: str
    """The name of the scheme of the letters, such as raci."""
    copies: list[CopyDocument]
    """The copies, in the order given; of two rounds, those of the second."""
    base: SourceDocument | None
    """The base; null without one."""
    agreement: AgreementDocument
    """How far the copies agree."""
    roles: list[RoleDocument]
    """All roles, in the order of the base, else of the copy with most activities."""
    activities: list[ActivityDocument]
    """All activities, in the same order."""
    ranking: list[int]
    """The activities in dispute in the order of a workshop, as positions in `activities`, from 0."""
    contested: list[ContestedDocument]
    """The roles with any dispute, the most contested first."""
    doubtful: list[DoubtfulDocument]
    """Names that may mean the same, the likeliest first."""
    claims: list[ClaimDocument]
    """Where leaders' words about their own roles and the words of the others do not fit."""
    rounds: RoundsDocument | None
    """The second round against the first; null where there are no rounds."""


def comparison_schema() -> dict[str, Any]:
    """The JSON Schema of a comparison."""
    return TypeAdapter(ComparisonDocument).json_schema()
