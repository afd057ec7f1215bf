"""A matrix counted once for all rules: who holds what on each activity, and how often each role holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from raci_cli.model import NOTHING, Activity, Matrix, Role
from raci_cli.rules.names import known_names
from raci_cli.rules.settings import Thresholds


class Row(NamedTuple):
    """A filled-in activity with the indexes of the roles that play each part in it."""

    activity: Activity
    accountable: list[int]
    responsible: list[int]
    consulted: list[int]
    informed: list[int]
    involved: int
    """How many roles hold any letter."""


class Column(NamedTuple):
    """A role, and on how many activities it plays each part."""

    role: Role
    accountable: int
    responsible: int
    watching: int
    """Consulted or informed, and nothing else."""
    involved: int
    """Any letter."""


@dataclass(frozen=True)
class Tally:
    """What a rule is given: the matrix, the limits, and counts that are made when the first rule asks for them."""

    matrix: Matrix
    thresholds: Thresholds

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The filled-in activities, in order."""
        scheme = self.matrix.scheme
        parts = (scheme.accountable, scheme.responsible, scheme.consulted, scheme.informed, NOTHING)
        played = {
            letters: [part for part, letter in enumerate(parts) if letter and letter in letters]
            for letters in self.used_letters
        }
        return tuple([_row(activity, played) for activity in self.matrix.activities if activity.assignments])

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The roles, in order."""
        scheme, used = self.matrix.scheme, self.used_letters
        watching = {scheme.consulted, scheme.informed}
        counts = (
            self._times(_with(scheme.accountable, used)),
            self._times(_with(scheme.responsible, used)),
            self._times(frozenset(filter(watching.issuperset, used))),
            self._times(used - {NOTHING}),
        )
        return tuple(map(Column, self.matrix.roles, *counts))

    def _times(self, contents: frozenset[str]) -> list[int]:
        """How many cells of each role hold one of these contents."""
        times = [0] * len(self.matrix.roles)
        for (role, letters), count in self._cells.items():
            if letters in contents:
                times[role] += count
        return times

    @cached_property
    def used_letters(self) -> frozenset[str]:
        """The different contents of the cells: `R`, `RA`, NOTHING."""
        return frozenset(letters for _, letters in self._cells)

    @cached_property
    def _cells(self) -> Counter[tuple[int, str]]:
        """How many cells of each role hold which letters."""
        cells = chain.from_iterable(activity.assignments for activity in self.matrix.activities)
        return Counter(map(itemgetter(0, 1), cells))

    @cached_property
    def activity_names(self) -> tuple[str, ...]:
        """The folded name of each activity; empty where it is still a placeholder."""
        return known_names(activity.name for activity in self.matrix.activities)

    @cached_property
    def role_names(self) -> tuple[str, ...]:
        """The folded name of each role; empty where it is still a placeholder."""
        return known_names(role.name for role in self.matrix.roles)

    @property
    def shows_load(self) -> bool:
        """Whether enough is filled in for statements about a role's share."""
        limits = self.thresholds
        return len(self.rows) >= limits.load_activities and len(self.matrix.roles) >= limits.load_roles

    def part(self, letter: str) -> str:
        """A letter in the scheme's words: `Accountable (A)`."""
        return self._wordings.get(letter) or f"{letter} ({letter})"

    @cached_property
    def _wordings(self) -> dict[str, str]:
        return {letter: f"{meaning} ({letter})" for letter, meaning in self.matrix.scheme.letters}

    def journeys(self) -> Iterable[list[Row]]:
        """The filled-in activities of each phase, and of each section of it, in order."""
        stretches: dict[tuple[str, str], list[Row]] = {}
        for row in self.rows:
            if row.activity.phase:
                stretches.setdefault((row.activity.phase, row.activity.section), []).append(row)
        return stretches.values()


def _row(activity: Activity, played: Mapping[str, Sequence[int]]) -> Row:
    """`played` says for each content of a cell to which of the five lists below it adds a role."""
    holders: tuple[list[int], ...] = ([], [], [], [], [])
    for role, letters, _, _ in activity.assignments:
        for part in played[letters]:
            holders[part].append(role)
    accountable, responsible, consulted, informed, nothing = holders
    return Row(activity, accountable, responsible, consulted, informed, len(activity.assignments) - len(nothing))


def _with(letter: str, contents: frozenset[str]) -> frozenset[str]:
    """The contents that hold a letter; none for the empty letter."""
    return frozenset(letters for letters in contents if letter and letter in letters)
