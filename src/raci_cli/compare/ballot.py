"""The votes of one row as a policy counts them: who owns it, and what follows for the other letters.

A role that a copy does not have is never voted about by that copy, so an absent column takes nothing away from those
who have it. With a base only those who changed something have a say about it: the others left it to whoever knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from raci_cli.model import Scheme
from raci_cli.model.comparison import Aligned, Letters, RowComparison, Side
from raci_cli.model.decision import Minor, Policy

Cells = dict[int, str]
"""By role, letters that are not empty."""


class Voice(NamedTuple):
    """What one copy says about a row: R and A apart from the other letters."""

    copy: int
    owners: Cells
    others: Cells


class Count(NamedTuple):
    """The letters of a cell that the votes agree about, and those that they neither agree about nor can pass over."""

    reached: str
    disputed: str


@dataclass(frozen=True)
class Ballot:
    """One row to be counted."""

    row: RowComparison
    roles: Sequence[Aligned]
    scheme: Scheme
    policy: Policy

    @cached_property
    def owners(self) -> Cells:
        """The R and A that reach the threshold."""
        return {role: count.reached for role, count in self._owning.items() if count.reached}

    @cached_property
    def disputed(self) -> str:
        """The letters that miss the threshold and still have too many votes to be passed over."""
        disputed = "".join(count.disputed for count in self._owning.values())
        disputed += "".join(self.owners[role] for role in self._apart)
        if self.policy.strict:
            disputed += "".join(self._others(role, self.owners).disputed for role in self._involved)
        return self.scheme.ordered(disputed)

    @cached_property
    def agreed(self) -> Letters:
        """All that reaches the threshold: what an open row shows."""
        owners = {role: letters for role, letters in self.owners.items() if role not in self._apart}
        return self._row(owners, {role: self._others(role, owners).reached for role in self._involved})

    @cached_property
    def settled(self) -> Letters:
        """The row where nothing is disputed: if the policy is strict, no letter by halves."""
        return self.agreed if self.policy.strict else self.letters(self.owners)

    def letters(self, owners: Cells) -> Letters:
        """The row with these R and A, and the other letters as halves settle them."""
        return self._row(owners, {role: self._by_halves(self._pool(role, owners)) for role in self._involved})

    def word_of(self, side: Side, said: Letters) -> Letters:
        """What one side says, and beside R and A what halves say of roles that it does not have."""
        owners, others = self._split(said)
        for role in self.unknown_to(side):
            others[role] = self._by_halves(self._pool(role, owners))
        return self._row(owners, others)

    def unknown_to(self, side: Side) -> frozenset[int]:
        """The roles in the votes that one side does not have."""
        return frozenset(role for role in self._involved if not self._has(role, side))

    def minor(self, settled: Letters, among: Collection[int] | None = None) -> tuple[Minor, ...]:
        """The roles (of some) about whose letters beside R and A the votes differ."""
        others = self._split(settled)[1]
        views = ((role, self._views(role)) for role in self._involved if among is None or role in among)
        return tuple(Minor(role, others.get(role, ""), votes) for role, votes in views if len(votes) > 1)

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """Those that count for R and A: all, or with a base the ones that say something else about them."""
        if self._base is None:
            return self._voices
        before = self._base.owners
        return tuple(
            voice
            for voice in self._voices
            if any(voice.owners.get(role) != before.get(role) for role in self._involved if self._has(role, voice.copy))
        )

    @cached_property
    def _voices(self) -> tuple[Voice, ...]:
        return tuple(Voice(vote.copy, *self._split(vote.letters)) for vote in self.row.votes)

    @cached_property
    def _base(self) -> Voice | None:
        return None if self.row.base is None else Voice(-1, *self._split(self.row.base))

    @cached_property
    def _involved(self) -> tuple[int, ...]:
        rows = (*(vote.letters for vote in self.row.votes), self.row.base or ())
        return tuple(sorted({role for letters in rows for role, _ in letters}))

    @cached_property
    def _apart(self) -> frozenset[int]:
        """Owners that no copy has together, so that nobody can have meant them all: often one role under two names."""
        if self._base is not None or any(
            all(self._has(role, voice.copy) for role in self.owners) for voice in self.voices
        ):
            return frozenset()
        return frozenset(role for role in self.owners if not all(self._has(role, voice.copy) for voice in self.voices))

    @cached_property
    def _owning(self) -> dict[int, Count]:
        found = {}
        for role in self._involved:
            asked: list[Voice] = [voice for voice in self.voices if self._has(role, voice.copy)]
            if not asked and self._base is not None:
                asked = [self._base]
            found[role] = self._counted([voice.owners.get(role, "") for voice in asked])
        return found

    def _pool(self, role: int, owners: Cells) -> list[str]:
        """What is said about a role beside R and A; where it owns the row, by those only who say that it does."""
        owner = owners.get(role)
        pool = [
            voice.others.get(role, "")
            for voice in self._voices
            if self._has(role, voice.copy) and (not owner or voice.owners.get(role) == owner)
        ]
        if self._base is None:
            return pool
        before = self._base.others.get(role, "")
        return [others for others in pool if others != before] or [before]

    def _others(self, role: int, owners: Cells) -> Count:
        return self._counted(self._pool(role, owners))

    def _counted(self, pool: Sequence[str]) -> Count:
        reached = disputed = ""
        for letter, count in Counter("".join(pool)).items():
            if count * 100 >= self.policy.threshold * len(pool):
                reached += letter
            elif count * 100 > (100 - self.policy.threshold) * len(pool):
                disputed += letter
        return Count(reached, disputed)

    def _by_halves(self, pool: Sequence[str]) -> str:
        """The letters of at least half. C and I are one question: whether half say either, then whether half say C."""
        consulted, informed = self.scheme.consulted, self.scheme.informed
        either = consulted + informed
        kept = self._counted(pool).reached
        kept += "".join(
            letter for letter in self.scheme.alphabet if letter not in either + kept and _half(pool, letter)
        )
        if _half(pool, either) and not set(either).intersection(kept):
            kept += consulted if _half(pool, consulted) else informed
        return kept

    def _views(self, role: int) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """What the copies give a role beside R and A, and which do; most votes first."""
        found: dict[str, list[int]] = {}
        for voice in self._voices:
            if self._has(role, voice.copy):
                found.setdefault(voice.others.get(role, ""), []).append(voice.copy)
        return tuple((others, tuple(found[others])) for others in sorted(found, key=lambda it: (-len(found[it]), it)))

    def _row(self, owners: Cells, others: Cells) -> Letters:
        cells = ((role, owners.get(role, "") + others.get(role, "")) for role in self._involved)
        return tuple((role, self.scheme.ordered(letters)) for role, letters in cells if letters)

    def _split(self, letters: Letters) -> tuple[Cells, Cells]:
        """(R and A, the other letters)."""
        owning = self.scheme.accountable + self.scheme.responsible
        owners = {role: "".join(letter for letter in held if letter in owning) for role, held in letters}
        others = {role: "".join(letter for letter in held if letter not in owning) for role, held in letters}
        return _filled(owners), _filled(others)

    def _has(self, role: int, side: Side) -> bool:
        return self.roles[role].at(side) is not None


def _filled(cells: Cells) -> Cells:
    return {role: letters for role, letters in cells.items() if letters}


def _half(pool: Sequence[str], letters: str) -> bool:
    """Whether at least half of some cells hold one of these letters."""
    return bool(pool and letters) and 2 * sum(not set(letters).isdisjoint(cell) for cell in pool) >= len(pool)
