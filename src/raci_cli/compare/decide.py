"""What a policy makes of each row, and which rows it leaves to people."""

from __future__ import annotations

from typing import NamedTuple

from raci_cli.compare.apply import Frame
from raci_cli.compare.ballot import Ballot
from raci_cli.compare.explain import explanation
from raci_cli.compare.fingerprint import fingerprint
from raci_cli.compare.legality import faults
from raci_cli.compare.options import options
from raci_cli.compare.ranking import agenda_order
from raci_cli.compare.replay import Replay
from raci_cli.compare.strategies import settle_dispute
from raci_cli.model.comparison import Comparison, RowKind
from raci_cli.model.decision import Conflict, How, Outcome, Policy, Reason, Refusal, Refused
from raci_cli.rules.settings import Settings


class Decided(NamedTuple):
    """What is settled and what is not."""

    outcomes: tuple[Outcome, ...]
    """By row."""
    conflicts: tuple[Conflict, ...]
    """In the order a workshop should take them."""
    refused: tuple[Refused, ...]


class _Open(NamedTuple):
    """Why a row is open, and what is wrong with it where it breaks rules."""

    reason: Reason
    faults: tuple[str, ...] = ()


def decide(comparison: Comparison, policy: Policy, earlier: Replay, settings: Settings) -> Decided:
    """Settle every row that votes, strategy or people settle and that passes the rules; the rest are conflicts."""
    outcomes: list[Outcome] = []
    opened: dict[int, _Open] = {}
    for row in range(len(comparison.rows)):
        outcome, reason = _outcome(comparison, row, policy, earlier)
        outcomes.append(outcome)
        if reason:
            opened[row] = _Open(reason)
    refused = list(earlier.refused)
    closed = [outcome for outcome in outcomes if outcome.row not in opened]
    found = faults(Frame(comparison), [(outcome.row, outcome.letters) for outcome in closed], settings)
    for outcome, broken in zip(closed, found, strict=True):
        if broken:
            opened[outcome.row] = _Open(_reason_of_fault(comparison, outcome), broken)
            outcomes[outcome.row] = Outcome(outcome.row, How.OPEN, outcome.letters)
            if outcome.decision:
                refused.append(Refused(outcome.decision, Refusal.BREAKS_RULES, " ".join(broken)))
    return Decided(tuple(outcomes), _conflicts(comparison, policy, settings, opened), tuple(refused))


def _outcome(comparison: Comparison, row: int, policy: Policy, earlier: Replay) -> tuple[Outcome, Reason | None]:
    """What becomes of a row before the rules are asked; with a reason, it is open."""
    votes, base = comparison.rows[row].votes, comparison.rows[row].base
    if replayed := earlier.by_row.get(row):
        return Outcome(row, How.DECIDED, replayed.letters, decision=replayed.decision), None
    if not votes:
        return Outcome(row, How.EMPTY if base is None else How.UNCHANGED, base or ()), None
    if base is None and all(vote.letters == votes[0].letters for vote in votes):
        return Outcome(row, How.AGREED if len(votes) > 1 else How.LONE, votes[0].letters), None
    ballot = Ballot(comparison.rows[row], comparison.roles, comparison.scheme, policy)
    if not ballot.disputed:
        return Outcome(row, _how(ballot), ballot.settled, ballot.minor(ballot.settled)), None
    if settled := settle_dispute(ballot, comparison.leaders):
        return Outcome(row, *settled), None
    return Outcome(row, How.OPEN, ballot.agreed), _reason(ballot)


def _how(ballot: Ballot) -> How:
    """How the votes settled a row that is not in dispute."""
    kind, voices = ballot.row.kind, ballot.voices
    if kind in (RowKind.AGREED, RowKind.LONE):
        return How(kind.value)
    if kind is RowKind.MINOR:
        return How.MINOR
    everybody = len(voices) == len(ballot.row.votes)
    unanimous = all(voice.owners == voices[0].owners for voice in voices)
    return How.CHANGED if unanimous and not everybody else How.THRESHOLD


def _reason(ballot: Ballot) -> Reason:
    scheme = ballot.scheme
    parts = {scheme.accountable: Reason.ACCOUNTABLE, scheme.responsible: Reason.RESPONSIBLE}
    found = {parts.get(letter, Reason.MINOR) for letter in ballot.disputed}
    return next(reason for reason in Reason if reason in found)


def _reason_of_fault(comparison: Comparison, outcome: Outcome) -> Reason:
    """Why a row that breaks rules is open: where every owner was outvoted, because the votes name different ones."""
    if outcome.how is How.EMPTY:
        return Reason.EMPTY
    held, row = {letter for _, letters in outcome.letters for letter in letters}, comparison.rows[outcome.row]
    if outcome.how is How.THRESHOLD and row.kind is RowKind.ACCOUNTABLE and comparison.scheme.accountable not in held:
        return Reason.ACCOUNTABLE
    if outcome.how is How.THRESHOLD and row.kind is RowKind.RESPONSIBLE and comparison.scheme.responsible not in held:
        return Reason.RESPONSIBLE
    return Reason.RULES


def _conflicts(
    comparison: Comparison, policy: Policy, settings: Settings, opened: dict[int, _Open]
) -> tuple[Conflict, ...]:
    order = agenda_order(comparison, {row: each.reason for row, each in opened.items()})
    found = options(comparison, order, policy, settings)
    return tuple(
        Conflict(
            row,
            opened[row].reason,
            explanation(comparison, row, opened[row].reason, opened[row].faults),
            own,
            fingerprint(comparison, row),
        )
        for row, own in zip(order, found, strict=True)
    )
