"""Ways to settle a dispute that somebody asked for. None of them ever breaks a tie about who is Accountable."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from raci_cli.compare.ballot import Ballot
from raci_cli.compare.options import answers
from raci_cli.errors import UsageError
from raci_cli.model.comparison import Letters
from raci_cli.model.decision import How, Strategy
from raci_cli.suggest import did_you_mean, quoted


class Settled(NamedTuple):
    """A dispute that a strategy ended."""

    how: How
    letters: Letters


def strategy_of(text: str) -> tuple[Strategy, str]:
    """What is meant by `agree`, `plurality`, `base` or `prefer:NAME`, and the name.

    Raises:
        UsageError: there is no such strategy, or a name too many or too few.
    """
    name, colon, leader = text.partition(":")
    known = [each.value for each in Strategy]
    if name in known and (name == Strategy.PREFER) == bool(leader.strip()) == bool(colon):
        return Strategy(name), leader.strip()
    forms = [f"{each}:NAME" if each == Strategy.PREFER else each for each in known]
    raise UsageError(f"The strategy is one of {', '.join(forms)}, not {quoted(text)}.{did_you_mean(text, forms)}")


def settle_dispute(ballot: Ballot, leaders: Sequence[str]) -> Settled | None:
    """What the policy's strategy says about a row; None leaves it open."""
    return _STRATEGIES[ballot.policy.strategy](ballot, leaders)


def _leave_open(_ballot: Ballot, _leaders: Sequence[str]) -> None:
    return None


def _plurality(ballot: Ballot, _leaders: Sequence[str]) -> Settled | None:
    """The one answer about A that most votes give, and of those with it the one answer about R."""
    accountable = ballot.row.who(ballot.scheme.accountable)
    if len(accountable) > 1 and len(accountable[0].copies) == len(accountable[1].copies):
        return None
    left = [option for option in answers(ballot) if option.accountable == accountable[0].roles]
    if len(left) > 1 and len(left[0].copies) == len(left[1].copies):
        return None
    return Settled(How.PLURALITY, left[0].letters)


def _preferred(ballot: Ballot, leaders: Sequence[str]) -> Settled | None:
    found = (vote.letters for vote in ballot.row.votes if leaders[vote.copy] == ballot.policy.preferred)
    return next((Settled(How.PREFERRED, letters) for letters in found), None)


def _base(ballot: Ballot, _leaders: Sequence[str]) -> Settled | None:
    return None if ballot.row.base is None else Settled(How.BASE, ballot.row.base)


_STRATEGIES: Mapping[Strategy, Callable[[Ballot, Sequence[str]], Settled | None]] = MappingProxyType(
    {
        Strategy.AGREE: _leave_open,
        Strategy.PLURALITY: _plurality,
        Strategy.PREFER: _preferred,
        Strategy.BASE: _base,
    }
)
