"""Settled rows -> one matrix that has every role, phase and activity of any copy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from raci_cli.model import NOTHING, Activity, Assignment, Matrix, Phase, Role, Section
from raci_cli.model.comparison import Aligned, Comparison, Letters, Side
from raci_cli.rules.names import folded

Part = TypeVar("Part")
_NO_ACTIVITY = Activity("")


class Frame:
    """All of the merged matrix but its letters.

    Names and order are those of the comparison. Of titles, descriptions and the like, what somebody changed wins over
    the base, then what most copies say, never the order of copies. Nobody has filled in the result: it has neither
    leader nor date, and no title that a leader gave to one copy alone.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._matrices = [copy.matrix for copy in comparison.copies]

    def matrix(self, rows: Iterable[Letters]) -> Matrix:
        """The whole matrix; `rows` gives the letters of each row of the comparison."""
        return self.matrix_of(self.activity(row, letters) for row, letters in enumerate(rows))

    def matrix_of(self, activities: Iterable[Activity]) -> Matrix:
        """A matrix of these activities."""
        return Matrix(
            roles=self._roles,
            activities=tuple(activities),
            scheme=self._comparison.scheme,
            phases=self._phases,
            title=self._field(lambda matrix: matrix.title),
            segment=self._field(lambda matrix: matrix.segment),
            strategy=self._field(lambda matrix: matrix.strategy),
            version=self._field(lambda matrix: matrix.version),
        )

    def activity(self, row: int, letters: Letters) -> Activity:
        """One activity with its letters; a role without any keeps an explicit "no part" that half of the votes give."""
        aligned = self._comparison.rows[row].activity
        before, found = self._each(aligned, lambda matrix: matrix.activities)
        before = before or _NO_ACTIVITY
        held = self._nothings(row) | dict(letters)

        def text(read: Callable[[Activity], str]) -> str:
            return _chosen(read(before), map(read, found))

        return Activity(
            name=aligned.name,
            assignments=tuple(Assignment(role, held[role]) for role in sorted(held)),
            phase=aligned.place,
            section=aligned.section,
            id=text(lambda activity: activity.id),
            description=text(lambda activity: activity.description),
            due=text(lambda activity: activity.due),
            moment_of_truth=text(lambda activity: activity.moment_of_truth),
            four_eyes=any(activity.four_eyes for activity in (before, *found)),
            system=text(lambda activity: activity.system),
            automated=any(activity.automated for activity in (before, *found)),
        )

    @cached_property
    def _roles(self) -> tuple[Role, ...]:
        return tuple(
            Role(
                name=aligned.name,
                group=aligned.place,
                automated=any(role.automated for role in self._all(aligned, lambda matrix: matrix.roles)),
                key=aligned.label if aligned.label != aligned.name else "",
            )
            for aligned in self._comparison.roles
        )

    @cached_property
    def _phases(self) -> tuple[Phase, ...]:
        used: dict[str, list[str]] = {}
        for row in self._comparison.rows:
            used.setdefault(row.activity.place, []).append(row.activity.section)
        return tuple(
            Phase(aligned.label, tuple(map(Section, self._sections(aligned, used.get(aligned.label, [])))))
            for aligned in self._comparison.phases
        )

    def _sections(self, phase: Aligned, used: list[str]) -> Iterable[str]:
        """Those of the matrix that has most, then those of others; each under the name that activities here have."""
        lists = [[section.name for section in each.sections] for each in self._all(phase, lambda matrix: matrix.phases)]
        longest_first = sorted(lists, key=lambda names: (-len(names), names))
        spelled = {folded(name): name for name in used}
        names = [name for names in longest_first for name in names]
        return dict.fromkeys(spelled.get(folded(name), name) for name in (*names, *used) if name)

    def _nothings(self, row: int) -> dict[int, str]:
        """The roles of which half of those who vote, and have the role, say explicitly that they have no part.

        Where no voter has the role, the base (None) is asked.
        """
        voters = [vote.copy for vote in self._comparison.rows[row].votes]
        said = {voter: set(self._said_nothing(row, voter)) for voter in (None, *voters)}
        found = {}
        for role in set().union(*said.values()):
            indexes = self._comparison.roles[role].indexes
            asked: list[Side] = [voter for voter in voters if indexes[voter] is not None]
            if 2 * sum(role in said[voter] for voter in asked or [None]) >= max(1, len(asked)):
                found[role] = NOTHING
        return found

    def _said_nothing(self, row: int, side: Side) -> Iterator[int]:
        activity = self._comparison.activity(row, side)
        for assignment in activity.assignments if activity else ():
            if assignment.letters == NOTHING:
                yield self._places[side][assignment.role]

    @cached_property
    def _places(self) -> dict[Side, dict[int | None, int]]:
        """For each side, where its roles stand in the result."""
        roles = self._comparison.roles
        sides = (None, *range(len(self._matrices)))
        return {side: {role.at(side): place for place, role in enumerate(roles)} for side in sides}

    def _field(self, read: Callable[[Matrix], str]) -> str:
        """What stands over the whole matrix: what most copies say there, if it does not tell whose copy it is."""
        base = self._comparison.base
        before = read(base) if base is not None else ""
        said = ((leader, read(matrix)) for leader, matrix in self._comparison.copies)
        counts = Counter(text for leader, text in said if text not in ("", before) and not _is_named(leader, text))
        (most, votes), *rivals = counts.most_common(2) or [(before, 0)]
        return before if any(count == votes for _, count in rivals) else most

    def _each(self, aligned: Aligned, parts: Callable[[Matrix], tuple[Part, ...]]) -> tuple[Part | None, list[Part]]:
        """(what the base has, what the copies have) of one aligned thing."""
        base = self._comparison.base
        before = None if base is None or aligned.base is None else parts(base)[aligned.base]
        pairs = zip(self._matrices, aligned.indexes, strict=True)
        return before, [parts(matrix)[index] for matrix, index in pairs if index is not None]

    def _all(self, aligned: Aligned, parts: Callable[[Matrix], tuple[Part, ...]]) -> list[Part]:
        before, found = self._each(aligned, parts)
        return found if before is None else [before, *found]


def _is_named(leader: str, text: str) -> bool:
    """Whether the name of a leader stands in a text."""
    return f" {folded(leader)} " in f" {folded(text)} "


def _chosen(before: str, said: Iterable[str]) -> str:
    """What most of those say who changed it; nobody deletes by leaving it out."""
    counts = Counter(text for text in said if text not in ("", before))
    return min(counts, key=lambda text: (-counts[text], text)) if counts else before
