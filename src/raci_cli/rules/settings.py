"""What a run of the rules is told: which rules, how grave, with which limits, and what is excused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from raci_cli.model import Severity


class Profile(StrEnum):
    """How strictly a matrix is judged."""

    STANDARD = "standard"
    """Every activity is filled in, with exactly one A and at least one R."""
    STRICT = "strict"
    """Also exactly one R."""
    DRAFT = "draft"
    """Still being filled in: what is missing is only mentioned."""


class Thresholds(NamedTuple):
    """Where the rules with a limit draw the line. Shares are between 0 and 1."""

    most_responsible: int = 3
    """RACI105: more R than this on one activity are too many."""
    consulted_share: float = 1 / 3
    """RACI106: a larger share of the roles than this, consulted on one activity, is too much ..."""
    consulted_least: int = 5
    """... but never fewer than this many."""
    informed_share: float = 0.5
    """RACI107: a larger share of the roles than this, informed about one activity, is routine ..."""
    informed_least: int = 5
    """... but never fewer than this many."""
    everybody_roles: int = 6
    """RACI108 is silent on matrices with fewer roles."""
    owns_share: float = 0.5
    """RACI202: a role that holds the A of a larger share of the activities owns too much."""
    does_share: float = 0.7
    """RACI203: a role that holds the R of a larger share of the activities does too much."""
    load_activities: int = 10
    """RACI202, 203 and 204 are silent on matrices with fewer activities ..."""
    load_roles: int = 4
    """... or fewer roles."""


USUAL = Thresholds()


class Suppression(NamedTuple):
    """One excuse: findings of a code that stay silent, for a reason and perhaps until a day."""

    code: str
    reason: str
    activity: str = ""
    role: str = ""
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All that `check` needs to know beside the matrix. Codes may be whole (`RACI101`) or a family (`RACI1`)."""

    profile: Profile = Profile.STANDARD
    select: tuple[str, ...] = ()
    """Only these; empty for all."""
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """Overrides by code; they win over the profile's."""
    thresholds: Thresholds = USUAL
    suppressions: tuple[Suppression, ...] = ()
    baseline: Mapping[str, int] = field(default_factory=dict)
    """How often each fingerprint was known before, for this matrix."""
    today: dt.date = field(default_factory=dt.date.today)
