"""What the overview of a comparison's workbook tells besides the comparison itself: rounds, claims, the base."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.compare import Rounds, changes
from raci_cli.reports.comparison import words
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.comparison.text_claims import TITLES
from raci_cli.workbook.compared.overview import Table


def tables(result: Result) -> Iterator[Table]:
    """Tables for the overview; some have no lines."""
    if result.rounds:
        yield from _rounds(result.rounds)
    comparison = result.comparison
    claims = [
        (comparison.rows[claim.row].activity.label, None, None, None, f"{TITLES[claim.kind]}: {names}".rstrip(": "))
        for claim in result.claims
        for names in [words.leader_names(comparison, claim.copies)]
    ]
    yield Table(("Whose it is", "", "", "", "Claims"), claims)
    since = [
        (leader, None, None, None, words.changed(changes(comparison, copy)))
        for copy, leader in enumerate(comparison.leaders)
        if comparison.base
    ]
    yield Table(("Copy", "", "", "", "Changed from the base"), since)


def _rounds(rounds: Rounds) -> Iterator[Table]:
    """The headlines of both rounds, who moved, and what became of the activities."""
    headlines = [
        (name, each.agreed, each.comparable, each.accountable.value, words.verdict(each.accountable)[2])
        for name, each in (("Round 1", rounds.first), ("Round 2", rounds.second))
    ]
    yield Table(("Round", "Agreed", "Activities", "Alpha", "Meaning"), headlines)
    moved = [
        (each.leader, each.answered_twice, each.changed, each.accountable_changed, None) for each in rounds.movements
    ]
    yield Table(("Who moved", "Answered twice", "Changed", "Who is Accountable", ""), moved)
    kinds = (("settled since", rounds.settled), ("newly in dispute", rounds.reopened), ("stable", rounds.stable))
    became = [(row.second.activity.label, None, None, None, what) for what, rows in kinds for row in rows]
    yield Table(("Since round 1", "", "", "", "Is"), became)
