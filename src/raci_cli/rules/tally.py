"""A matrix counted once for all rules: who holds what on each activity, and how often each role holds it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
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
        return tuple([self._row(activity) for activity in self.matrix.activities if activity.filled_in])

    def _row(self, activity: Activity) -> Row:
        scheme = self.matrix.scheme
        held: defaultdict[str, list[int]] = defaultdict(list)
        for role, letters, _, _ in activity.assignments:
            for letter in letters:
                held[letter].append(role)
        return Row(
            activity,
            held[scheme.accountable],
            held[scheme.responsible],
            held[scheme.consulted],
            held[scheme.informed],
            len(activity.assignments) - len(held[NOTHING]),
        )

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The roles, in order."""
        held: list[dict[str, int]] = [{} for _ in self.matrix.roles]
        for (role, letters), count in self._cells.items():
            if letters != NOTHING:
                held[role][letters] = count
        return tuple(self._column(role, counts) for role, counts in zip(self.matrix.roles, held, strict=True))

    @cached_property
    def used_letters(self) -> frozenset[str]:
        """The different contents of the cells: `R`, `RA`, NOTHING."""
        return frozenset(letters for _, letters in self._cells)

    @cached_property
    def _cells(self) -> Counter[tuple[int, str]]:
        """How many cells of each role hold which letters."""
        cells = chain.from_iterable(activity.assignments for activity in self.matrix.activities)
        return Counter(map(itemgetter(0, 1), cells))

    def _column(self, role: Role, counts: dict[str, int]) -> Column:
        scheme = self.matrix.scheme
        held: Counter[str] = Counter()
        for letters, count in counts.items():
            for letter in letters:
                held[letter] += count
        watching = {scheme.consulted, scheme.informed}
        only_watching = sum([count for letters, count in counts.items() if watching.issuperset(letters)])
        return Column(role, held[scheme.accountable], held[scheme.responsible], only_watching, sum(counts.values()))

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
        return f"{self.matrix.scheme.meaning(letter)} ({letter})"

    def journeys(self) -> Iterable[list[Row]]:
        """The filled-in activities of each phase, and of each section of it, in order."""
        stretches: dict[tuple[str, str], list[Row]] = {}
        for row in self.rows:
            if row.activity.phase:
                stretches.setdefault((row.activity.phase, row.activity.section), []).append(row)
        return stretches.values()
