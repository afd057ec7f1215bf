"""Decisions taken earlier -> the rows and roles that they are about now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from raci_cli.compare.fingerprint import fingerprint
from raci_cli.errors import ComparisonError
from raci_cli.layouts.ours.typed import Typed
from raci_cli.model import NOTHING, Location, Matrix, RemarkKind
from raci_cli.model.comparison import Aligned, Comparison, Letters
from raci_cli.model.decision import Decision, Refusal, Refused
from raci_cli.rules.names import folded
from raci_cli.rules.wording import listed
from raci_cli.suggest import did_you_mean, quoted


class Replayed(NamedTuple):
    """A decision that counts, and its letters by role."""

    decision: Decision
    letters: Letters


class Replay(NamedTuple):
    """What became of earlier decisions."""

    by_row: dict[int, Replayed]
    refused: tuple[Refused, ...]


class _RefusedError(Exception):
    """A decision does not count."""

    def __init__(self, refusal: Refusal, explanation: str, place: Location | None = None) -> None:
        super().__init__(explanation)
        self.refusal = refusal
        self.place = place
        """Where it is not the decision as a whole that is at fault."""


def replay(comparison: Comparison, decisions: Iterable[Decision]) -> Replay:
    """Find out what decisions are about. Those without letters are not taken yet, and pass without a word.

    Raises:
        ComparisonError: a file holds several decisions, and none is about an activity of these copies.
    """
    taken = [decision for decision in decisions if decision.letters]
    places = _Places(comparison)
    _refuse_of_another_matrix(taken, places)
    claims: dict[int, list[Replayed]] = {}
    refused: list[Refused] = []
    for decision in taken:
        try:
            claim = Replayed(decision, places.letters(decision))
            claims.setdefault(places.row(decision, claims), []).append(claim)
        except _RefusedError as error:
            at_fault = decision._replace(location=error.place) if error.place else decision
            refused.append(Refused(at_fault, error.refusal, str(error)))
    refused += [each for claim in claims.values() for each in _contradictions(claim)]
    return Replay({row: claim[0] for row, claim in claims.items() if not _contradictions(claim)}, tuple(refused))


def _contradictions(claims: Sequence[Replayed]) -> list[Refused]:
    """Of several decisions about one row that differ, none counts."""
    if all(claim.letters == claims[0].letters for claim in claims):
        return []
    places = listed([str(claim.decision.location) or "one without a file" for claim in claims])
    sentence = f"Decisions about one activity contradict each other: those in {places}. Keep the one that counts."
    return [Refused(claim.decision, Refusal.CONTRADICTED, sentence) for claim in claims]


class _Places:
    """Where the names in decisions stand in a comparison: any name counts that any copy or the base uses."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._typed = Typed(comparison.scheme)
        self._matrices: list[Matrix | None] = [copy.matrix for copy in comparison.copies]
        self._matrices.append(comparison.base)
        self._rows: dict[str, list[int]] = {}
        for row, each in enumerate(comparison.rows):
            for name in dict.fromkeys(map(folded, self._activity_names(each.activity))):
                self._rows.setdefault(name, []).append(row)
        self._roles = {role.label: index for index, role in enumerate(comparison.roles)}
        for index, role in enumerate(comparison.roles):
            for name in self._role_names(role):
                self._roles.setdefault(folded(name), index)

    def known(self, decision: Decision) -> bool:
        """Whether any activity has the name."""
        return folded(decision.activity) in self._rows

    def row(self, decision: Decision, taken: Collection[int]) -> int:
        """The row a decision is about; of several with all its names, one with the votes it was taken on."""
        rows = self._rows.get(folded(decision.activity), [])
        if not rows:
            known = [row.activity.name for row in self._comparison.rows]
            raise _RefusedError(
                Refusal.UNKNOWN,
                f"No copy has an activity {quoted(decision.activity)}.{did_you_mean(decision.activity, known)}",
            )
        rows = [row for row in rows if self._in_phase(row, decision)] or rows
        rows = [row for row in rows if folded(self._section(row)) == folded(decision.section)] or rows
        if not decision.fingerprint:
            return next((row for row in rows if row not in taken), rows[0])
        fresh = [row for row in rows if fingerprint(self._comparison, row) == decision.fingerprint]
        if not fresh:
            raise _RefusedError(
                Refusal.STALE,
                "Read as they are read now, the copies say something else about it than when it was taken.",
            )
        return next((row for row in fresh if row not in taken), fresh[0])

    def letters(self, decision: Decision) -> Letters:
        """The letters by role."""
        scheme = self._comparison.scheme
        cells: dict[int, str] = {}
        for (name, text), place in zip_longest(decision.letters, decision.places):
            role, letters = self._role(name, place), self._read(name, text, place)
            cells[role] = scheme.ordered(cells.get(role, "") + letters.replace(NOTHING, ""))
        return tuple((role, cells[role]) for role in sorted(cells) if cells[role])

    def _role(self, name: str, place: Location | None) -> int:
        role = self._roles.get(name, self._roles.get(folded(name)))
        if role is None:
            near = did_you_mean(name, [role.label for role in self._comparison.roles])
            raise _RefusedError(Refusal.UNKNOWN, f"No copy has a role {quoted(name)}.{near}", place)
        return role

    def _read(self, name: str, text: str, place: Location | None) -> str:
        letters, oddity = self._typed[text]
        if oddity is RemarkKind.UNKNOWN:
            known = ", ".join(self._comparison.scheme.alphabet)
            sentence = f"It gives {quoted(name)} {quoted(text)}; the letters here are {known}."
            raise _RefusedError(Refusal.LETTERS, sentence, place)
        return letters

    def _section(self, row: int) -> str:
        return self._comparison.rows[row].activity.section

    def _in_phase(self, row: int, decision: Decision) -> bool:
        aligned = self._comparison.rows[row].activity
        own = [matrix.activities[index].phase for matrix, index in self._parts(aligned)]
        return folded(decision.phase) in map(folded, (aligned.place, *own))

    def _activity_names(self, aligned: Aligned) -> Iterator[str]:
        yield aligned.name
        yield from (matrix.activities[index].name for matrix, index in self._parts(aligned))

    def _role_names(self, aligned: Aligned) -> Iterator[str]:
        yield aligned.label
        yield from (matrix.roles[index].label for matrix, index in self._parts(aligned))

    def _parts(self, aligned: Aligned) -> Iterator[tuple[Matrix, int]]:
        for matrix, index in zip(self._matrices, (*aligned.indexes, aligned.base), strict=True):
            if matrix is not None and index is not None:
                yield matrix, index


def _refuse_of_another_matrix(decisions: Iterable[Decision], places: _Places) -> None:
    by_file: dict[str, list[Decision]] = {}
    for decision in decisions:
        by_file.setdefault(decision.location.path, []).append(decision)
    for path, found in by_file.items():
        if len(found) > 1 and not any(map(places.known, found)):
            title = f" ({quoted(found[0].matrix)})" if found[0].matrix else ""
            raise ComparisonError(
                f"{path or 'The decisions'}: these are decisions about another matrix{title}: none of their "
                f"{len(found)} activities is in the copies. Leave the file out, or name the right copies."
            )
