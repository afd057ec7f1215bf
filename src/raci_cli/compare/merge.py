"""Copies -> one matrix: decide, then apply."""

# ruff: noqa: PLC0415 - who only compares does not wait for what decides
from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from raci_cli.errors import UsageError
from raci_cli.model.comparison import Comparison
from raci_cli.suggest import did_you_mean, quoted

if TYPE_CHECKING:
    from raci_cli.model.decision import Decision, MergeResult, Policy
    from raci_cli.rules.settings import Settings


def merge(
    comparison: Comparison,
    policy: Policy | None = None,
    *,
    decisions: Iterable[Decision] = (),
    settings: Settings | None = None,
) -> MergeResult:
    """Make one matrix of compared copies.

    Every row that any copy has is in it, with the letters that the votes settle under the policy or that people have
    decided; a row that neither settles, or that breaks a rule, is a conflict and shows what is agreed. Without
    conflicts the result passes the rules about single activities. The order of copies decides nothing.

    Raises:
        UsageError: the policy prefers a leader who has no copy, or asks for a base where there is none.
        ComparisonError: the decisions are about another matrix.
    """
    from raci_cli.compare.apply import Frame
    from raci_cli.compare.decide import decide
    from raci_cli.compare.replay import replay
    from raci_cli.model.decision import MergeResult, Policy
    from raci_cli.rules.settings import Settings

    policy = policy or Policy()
    _check(policy, comparison)
    decided = decide(comparison, policy, replay(comparison, decisions), settings or Settings())
    matrix = Frame(comparison).matrix(outcome.letters for outcome in decided.outcomes)
    return MergeResult(comparison, policy, matrix, *decided)


def _check(policy: Policy, comparison: Comparison) -> None:
    from raci_cli.model.decision import Strategy

    if not 50 < policy.threshold <= 100:
        raise UsageError(
            f"The threshold must be more than 50 and at most 100 percent, not {policy.threshold}: "
            "with half of the votes, two owners could both reach it."
        )
    if policy.strategy is Strategy.PREFER and policy.preferred not in comparison.leaders:
        near = did_you_mean(policy.preferred, comparison.leaders)
        known = ", ".join(map(quoted, comparison.leaders))
        raise UsageError(f"No copy is by {quoted(policy.preferred)}.{near} There are: {known}.")
    if policy.strategy is Strategy.BASE and comparison.base is None:
        raise UsageError("The strategy base keeps what the base says: name it with --base.")
