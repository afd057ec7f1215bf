"""Who says nothing about an activity, and why: a copy that lacks it was never asked, one that left it blank was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from raci_cli.model.comparison import Comparison
from raci_cli.model.decision import Option
from raci_cli.rules.wording import listed


def silence(comparison: Comparison, row: int, options: Sequence[Option]) -> str:
    """Sentences about the copies that left it blank, lack it, or lack a role that others make its owner."""
    return " ".join((*_of_copies(comparison, row), *_about_roles(comparison, row, options)))


def lacking(comparison: Comparison, row: int, options: Iterable[Option]) -> dict[int, tuple[int, ...]]:
    """Of the owners in some options, those that are no role in every copy that has filled in the row, and where not."""
    owners = {role for option in options for role in (*option.accountable, *option.responsible)}
    voters = {vote.copy for vote in comparison.rows[row].votes}
    found = {role: tuple(sorted(voters.intersection(comparison.roles[role].missing))) for role in sorted(owners)}
    return {role: copies for role, copies in found.items() if copies}


def _of_copies(comparison: Comparison, number: int) -> Iterator[str]:
    row = comparison.rows[number]
    if row.blank and (row.votes or row.activity.missing):
        yield f"Left blank by {_leaders(comparison, row.blank)}."
    if row.activity.missing:
        yield f"No such activity in {_copies(comparison, row.activity.missing)}."


def _about_roles(comparison: Comparison, row: int, options: Sequence[Option]) -> Iterator[str]:
    by_copies: dict[tuple[int, ...], list[str]] = {}
    for role, copies in lacking(comparison, row, options).items():
        by_copies.setdefault(copies, []).append(comparison.roles[role].label)
    for copies, roles in by_copies.items():
        yield f"No such role as {listed(roles)} in {_copies(comparison, copies)}."


def _copies(comparison: Comparison, copies: Sequence[int]) -> str:
    return f"the {'copy' if len(copies) == 1 else 'copies'} of {_leaders(comparison, copies)}"


def _leaders(comparison: Comparison, copies: Iterable[int]) -> str:
    return listed([comparison.leaders[copy] for copy in copies])
