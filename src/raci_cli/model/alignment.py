"""Which roles, phases and activities of several matrices are the same: frozen values."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Literal, NamedTuple

_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

Kind = Literal["roles", "activities", "phases"]
Side = int | None
"""One of the matrices being compared: a copy by its position, or None for the base."""


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
    """As the base writes it, else the copy with most activities, else the first that has it; of those that raci.yaml
    does not call something else."""
    indexes: tuple[int | None, ...]
    """By copy: the index into that copy's roles, phases or activities; None where the copy has no such thing."""
    base: int | None = None
    """The same for the base."""
    label: str = ""
    """The name, or where several share it the name and a number (`Review (2)`).

    No two roles have the same, no two phases, and no two activities of one phase.
    """
    place: str = ""
    """The phase (label) an activity stands under in the result; the group of a role."""
    section: str = ""
    step: Step = Step.NAME
    """The least sure step that was needed to join the copies."""
    score: float = 100.0
    """The least likeness of names that were joined as similar, in percent."""

    def at(self, side: Side) -> int | None:
        """Its index on one side; None where that side has no such thing."""
        return self.base if side is None else self.indexes[side]

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

    kind: Kind
    """What both are, as the key in raci.yaml."""
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
    def alias(self) -> str:
        """Both names, as raci.yaml has them under `aliases` and their kind."""
        return f"{_yaml(self.other)}: {_yaml(self.name)}"

    @property
    def pin(self) -> str:
        """The lines for raci.yaml that say that both are the same."""
        return f"aliases:\n  {self.kind}:\n    {self.alias}"


def _yaml(text: str) -> str:
    """A text in double quotes; a few characters that JSON leaves as they are, YAML takes for line ends or refuses."""
    import json  # noqa: PLC0415 - it takes a millisecond, and few names are in doubt

    quoted = json.dumps(text, ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


class Alignment(NamedTuple):
    """Which roles, phases and activities of the copies are the same. One-to-one: each is in exactly one place."""

    roles: tuple[Aligned, ...]
    phases: tuple[Aligned, ...]
    activities: tuple[Aligned, ...]
    doubtful: tuple[Doubtful, ...]
    """The likeliest first."""
