"""The JSON form of an agenda, field by field. Types and their schema only: `json_` fills them in."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, TypeAdapter, with_config
from typing_extensions import TypedDict  # Python 3.11's own lacks what pydantic asks for

_documented = with_config(ConfigDict(use_attribute_docstrings=True, extra="forbid"))

Reason = Literal["accountable", "responsible", "minor", "rules", "empty"]


@_documented
class OptionDocument(TypedDict):
    """One answer to who is Accountable and who Responsible."""

    accountable: list[str]
    """The roles that are Accountable; empty for nobody."""
    responsible: list[str]
    """The roles that are Responsible; empty for nobody."""
    leaders: list[str]
    """Those who say so."""
    letters: dict[str, str]
    """The whole row if this is chosen, by role: `RA`. Roles without letters are left out."""
    breaks: list[str]
    """What speaks against it: a rule's code and a sentence. Empty when it passes the rules."""


@_documented
class ItemDocument(TypedDict):
    """One activity that the leaders have to decide about together."""

    activity: str
    phase: str
    """The phase; empty outside phases."""
    section: str
    reason: Reason
    """Why it is open: different roles as accountable or responsible, other letters, a broken rule, not filled in."""
    explanation: str
    """Who says what, or the rules that are broken, in sentences."""
    note: str
    """Why it is on the agenda and why it matters, for a facilitator."""
    blank: list[str]
    """The leaders who have the activity and have not filled it in."""
    missing: list[str]
    """The leaders whose copies lack it; they were never asked."""
    roles_missing: dict[str, list[str]]
    """Roles that own it in some option and that not all who filled it in have: by role, the leaders who lack it."""
    moment_of_truth: str
    """Why the activity is one of the few that decide the relationship; empty for others."""
    handoff: bool
    """Whether work changes hands here."""
    minutes: int
    """Suggested."""
    total: int
    """Minutes from the beginning of the workshop to the end of this item."""
    options: list[OptionDocument]
    """The answers that leaders give, the one that most hold first."""
    fingerprint: str
    """Of the votes; a decision that carries it is stale once they change."""


@_documented
class OpinionDocument(TypedDict):
    """What some leaders give a role beside R and A."""

    letters: str
    """Empty for nothing."""
    leaders: list[str]


@_documented
class MinorDocument(TypedDict):
    """One role about whose C or I the leaders differ."""

    role: str
    letters: str
    """Proposed; empty for nothing."""
    votes: list[OpinionDocument]


@_documented
class ProposalDocument(TypedDict):
    """An activity whose owners are settled, with what its other letters should be."""

    activity: str
    phase: str
    section: str
    letters: dict[str, str]
    """The whole row as proposed, by role."""
    minor: list[MinorDocument]
    blank: list[str]
    """The leaders who have the activity and have not filled it in."""
    missing: list[str]
    """The leaders whose copies lack it."""
    fingerprint: str
    """Of the votes; a decision that carries it is stale once they change."""


@_documented
class AgreedDocument(TypedDict):
    """An activity that needs no discussion."""

    activity: str
    phase: str
    section: str
    letters: dict[str, str]
    """The row, by role."""
    leaders: list[str]
    """Those who name these owners."""
    blank: list[str]
    """The leaders who have the activity and have not filled it in."""
    missing: list[str]
    """The leaders whose copies lack it."""


@_documented
class AgendaDocument(TypedDict):
    """What copies leave open, in the order in which a workshop should take it."""

    schema_version: Literal[1]
    title: str
    """Of the matrix; may be empty."""
    leaders: list[str]
    """Who filled in the copies."""
    threshold: int | None
    """Percent of the votes that took disputes off the agenda; null where every dispute is on it."""
    strict: bool
    """Whether what differs in C and I only is on it, too."""
    outvoted: int
    """Items that a merge would settle by itself, because enough votes name the same owners."""
    minutes: int
    """How long the workshop should take, without what comes if time remains."""
    items: list[ItemDocument]
    """What the workshop is for."""
    later: list[ItemDocument]
    """What there is no time for; to be taken up if some remains."""
    proposals: list[ProposalDocument]
    """What people can accept without discussion."""
    agreed: list[AgreedDocument]


def agenda_schema() -> dict[str, Any]:
    """The JSON Schema of what `raci workshop --output-format json` prints."""
    return TypeAdapter(AgendaDocument).json_schema()
