"""What the copies answer about one activity: a line for each version, with the leaders who hold it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from raci_cli.model.comparison import Comparison, RowComparison, RowKind
from raci_cli.reports.comparison import words


class Answer(NamedTuple):
    """A letter, what some copies say about it, and who they are."""

    letter: str
    """Empty where it is that of the answer before; a dot where the answer is about other letters than A and R."""
    said: str
    leaders: str


def answers(comparison: Comparison, index: int, *, everything: bool) -> list[Answer]:
    """What the copies say about A and R where that is in dispute; with `everything`, or else, about other letters."""
    scheme, row = comparison.scheme, comparison.rows[index]
    letters = [letter for letter in (scheme.accountable, scheme.responsible) if letter and len(row.who(letter)) > 1]
    found = [answer for letter in letters for answer in _versions(comparison, row, letter)]
    return [*found, *_other_letters(comparison, index)] if everything or row.kind is RowKind.MINOR else found


def owners(comparison: Comparison, row: RowComparison) -> str:
    """Who answers for an agreed activity and who does the work."""
    scheme, vote = comparison.scheme, row.votes[0]
    return words.owners(comparison, vote.holders(scheme.accountable), vote.holders(scheme.responsible))


def _versions(comparison: Comparison, row: RowComparison, letter: str) -> Iterator[Answer]:
    """One for each answer to who holds a letter; the base's own is marked."""
    base = row.base
    held = None if base is None else tuple(role for role, letters in base if letter in letters)
    for number, version in enumerate(row.who(letter)):
        said = words.role_names(comparison, version.roles) + (" (base)" if version.roles == held else "")
        yield Answer("" if number else letter, said, words.leader_names(comparison, version.copies))


def _other_letters(comparison: Comparison, index: int) -> Iterator[Answer]:
    """For each role about which the votes differ in a letter other than A and R, one for each of its versions."""
    grave = comparison.scheme.accountable + comparison.scheme.responsible
    cells = {vote.copy: comparison.cells(index, vote.copy) for vote in comparison.rows[index].votes}
    for role in range(len(comparison.roles)):
        said = {copy: cell[role] for copy, cell in cells.items()}
        if len({frozenset(cell.letters) - set(grave) for cell in said.values()}) > 1:
            texts: dict[str, list[int]] = {}
            for copy, cell in said.items():
                texts.setdefault(words.shown(cell), []).append(copy)
            versions = sorted(texts.items(), key=lambda version: -len(version[1]))
            for number, (text, copies) in enumerate(versions):
                name = words.role_names(comparison, [role])
                yield Answer("" if number else "·", f"{name}: {text}", words.leader_names(comparison, copies))
