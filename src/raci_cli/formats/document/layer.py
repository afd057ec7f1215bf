"""What a template file says, as frozen values with their lines; `segments` puts the layers together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from raci_cli.model import Activity, Excuse, Phase, Role, Scheme

LAYER_SUFFIXES = frozenset({".yaml", ".yml", ".json"})
"""The files that can be layers; any file with a matrix can be a template."""


class Mention(NamedTuple):
    """The name of something, and the line where a layer mentions it."""

    name: str
    line: int = 0


class Renaming(NamedTuple):
    """Something that is called otherwise from this layer on."""

    old: Mention
    new: str


class Cell(NamedTuple):
    """The letters of one role as they are written; empty text takes them away."""

    role: str
    text: str
    line: int = 0


class Lettering(NamedTuple):
    """The letters that a layer changes on one activity."""

    activity: Mention
    cells: tuple[Cell, ...]


class Change(NamedTuple):
    """Fields of one activity that a layer sets; they are called as in the model."""

    activity: Mention
    fields: Mapping[str, Any]
    """Texts and flags."""


class Order(NamedTuple):
    """An activity, and the one of its phase that it is to stand before."""

    activity: Mention
    other: str


class Names(NamedTuple):
    """Roles, phases and activities that a layer takes out."""

    roles: tuple[Mention, ...] = ()
    phases: tuple[Mention, ...] = ()
    activities: tuple[Mention, ...] = ()


class Renamings(NamedTuple):
    """Roles, phases and activities that a layer calls otherwise."""

    roles: tuple[Renaming, ...] = ()
    phases: tuple[Renaming, ...] = ()
    activities: tuple[Renaming, ...] = ()


@dataclass(frozen=True, slots=True)
class Layer:
    """One template file: a whole template, or what is different from the one it extends."""

    path: str
    name: str
    """What messages and explanations call it."""
    extends: Mention | None = None
    abstract: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)
    """title, segment, strategy, leader, date, version and for_whom, as far as they are given."""
    scheme: Scheme | None = None
    scheme_line: int = 0
    roles: tuple[Role, ...] = ()
    phases: tuple[Phase, ...] = ()
    activities: tuple[tuple[Activity, tuple[Cell, ...]], ...] = ()
    """Those it adds, still without assignments, and the letters of each."""
    does: tuple[tuple[Mention, str], ...] = ()
    drop: Names = field(default_factory=Names)
    rename: Renamings = field(default_factory=Renamings)
    before: tuple[Order, ...] = ()
    change: tuple[Change, ...] = ()
    letters: tuple[Lettering, ...] = ()
    excused: tuple[Excuse, ...] = ()

    def at(self, line: int) -> str:
        """The beginning of a message: the file and the line, or the name of what has no lines."""
        return f"{self.path}:{line}: " if line else f"{self.path}: "
