"""Ways to settle a dispute that somebody asked for. None of them ever breaks a tie about who is Accountable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from raci_cli.compare.ballot import Ballot
from raci_cli.compare.options import answers
from raci_cli.errors import UsageError
from raci_cli.model.comparison import Letters, Side
from raci_cli.model.decision import How, Minor, Strategy
from raci_cli.suggest import did_you_mean, quoted

Answer = TypeVar("Answer", bound=Hashable)


class Settled(NamedTuple):
    """A dispute that a strategy ended."""

    how: How
    letters: Letters
    minor: tuple[Minor, ...]
    """What halves had to settle beside it."""


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
    """The one answer about A that most of those give who have a say, and of those with it the one answer about R."""
    voters = {voice.copy for voice in ballot.voices}
    votes = {option: len(voters.intersection(option.copies)) for option in answers(ballot)}
    accountable = _winner((option.accountable, count) for option, count in votes.items())
    won = _winner((option, count) for option, count in votes.items() if option.accountable == accountable)
    return won and Settled(How.PLURALITY, won.letters, ballot.minor(won.letters))


def _winner(votes: Iterable[tuple[Answer, int]]) -> Answer | None:
    """The answer with most votes; None where another has as many."""
    counts: Counter[Answer] = Counter()
    for answer, count in votes:
        counts[answer] += count
    first = counts.most_common(2)
    tied = len({count for _, count in first}) < len(first)
    return None if tied or not first else first[0][0]


def _preferred(ballot: Ballot, leaders: Sequence[str]) -> Settled | None:
    preferred = leaders.index(ballot.policy.preferred)
    said = next((vote.letters for vote in ballot.row.votes if vote.copy == preferred), None)
    return _word(ballot, How.PREFERRED, preferred, said)


def _base(ballot: Ballot, _leaders: Sequence[str]) -> Settled | None:
    return _word(ballot, How.BASE, None, ballot.row.base)


def _word(ballot: Ballot, how: How, side: Side, said: Letters | None) -> Settled | None:
    """The word of one side; about a role that it does not have, it has no say."""
    if said is None:
        return None
    letters = ballot.word_of(side, said)
    return Settled(how, letters, ballot.minor(letters, ballot.unknown_to(side)))


_STRATEGIES: Mapping[Strategy, Callable[[Ballot, Sequence[str]], Settled | None]] = MappingProxyType(
    {
        Strategy.AGREE: _leave_open,
        Strategy.PLURALITY: _plurality,
        Strategy.PREFER: _preferred,
        Strategy.BASE: _base,
    }
)
