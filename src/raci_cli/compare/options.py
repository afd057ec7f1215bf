"""The answers that the votes of a row give to who owns it: what people choose from when they decide."""

from __future__ import annotations

from collections.abc import Sequence

from raci_cli.compare.apply import Frame
from raci_cli.compare.ballot import Ballot, Cells
from raci_cli.compare.legality import faults
from raci_cli.model.comparison import Comparison, Vote
from raci_cli.model.decision import Option, Policy
from raci_cli.rules.settings import Settings


def options(
    comparison: Comparison, rows: Sequence[int], policy: Policy, settings: Settings
) -> list[tuple[Option, ...]]:
    """For each of some rows the distinct pairs (who is A, who is R), the one that most copies hold first.

    Each with the rules it would break, under the settings given.
    """
    found = [answers(Ballot(comparison.rows[row], comparison.roles, comparison.scheme, policy)) for row in rows]
    flat = [(row, option.letters) for row, own in zip(rows, found, strict=True) for option in own]
    breaks = iter(faults(Frame(comparison), flat, settings))
    return [tuple(option._replace(breaks=next(breaks)) for option in own) for own in found]


def answers(ballot: Ballot) -> list[Option]:
    """The options of one row, before the rules are asked."""
    scheme = ballot.scheme
    found: dict[tuple[tuple[int, ...], tuple[int, ...]], list[Vote]] = {}
    for vote in ballot.row.votes:
        answer = (vote.holders(scheme.accountable), vote.holders(scheme.responsible))
        found.setdefault(answer, []).append(vote)
    options = (
        Option(accountable, responsible, tuple(vote.copy for vote in votes), ballot.letters(_owners(ballot, votes[0])))
        for (accountable, responsible), votes in found.items()
    )
    return sorted(options, key=_most_held_first)


def _most_held_first(option: Option) -> tuple[object, ...]:
    """Of equally many copies' options, those that name nobody come last."""
    vacant = not option.accountable, not option.responsible
    return (-len(option.copies), *vacant, option.accountable, option.responsible)


def _owners(ballot: Ballot, vote: Vote) -> Cells:
    """The R and A of one vote."""
    owning = ballot.scheme.accountable + ballot.scheme.responsible
    cells = ((role, "".join(letter for letter in letters if letter in owning)) for role, letters in vote.letters)
    return {role: letters for role, letters in cells if letters}
