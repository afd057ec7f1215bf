"""What a merge came to, in sentences."""

from __future__ import annotations

from collections import Counter

from raci_cli.model.decision import How, MergeResult, Outcome, Strategy
from raci_cli.reports.comparison import words
from raci_cli.rules.wording import counted

_PARTS = {
    How.AGREED: "{} agreed",
    How.MINOR: "{} settled on C and I",
    How.THRESHOLD: "{} by enough votes",
    How.CHANGED: "{} changed from the base",
    How.UNCHANGED: "{} as in the base",
    How.PLURALITY: "{} by most votes",
    How.PREFERRED: "{} as {preferred} says",
    How.BASE: "{} left to the base",
    How.LONE: "{} by one copy only",
    How.DECIDED: "{} decided by people",
    How.EMPTY: "{} not filled in yet",
    How.OPEN: "{} open",
}


def headline(result: MergeResult) -> str:
    """What a leader wants to know: `58 activities: 41 agreed, 9 settled on C and I, 8 open`."""
    counts = Counter(outcome.how for outcome in result.outcomes)
    parts = [text.format(counts[how], preferred=result.policy.preferred) for how, text in _PARTS.items() if counts[how]]
    return f"{counted(len(result.outcomes), 'activity', 'activities')}: {', '.join(parts) or 'nothing to merge'}"


def titles(result: MergeResult) -> dict[How, str]:
    """What stands over each list of settled activities, in the order in which they matter."""
    policy, leader = result.policy, result.policy.preferred
    return {
        How.PLURALITY: "settled by most votes, because you asked for --strategy plurality",
        How.PREFERRED: f"settled as {leader} says, because you asked for --strategy prefer:{leader}",
        How.BASE: "left as in the base, because you asked for --strategy base",
        How.DECIDED: "decided by people",
        How.THRESHOLD: f"settled by at least {policy.threshold} % of the votes",
        How.CHANGED: "changed from the base by some, and against nobody",
        How.LONE: "filled in by one copy only, and taken from it",
        How.UNCHANGED: "filled in by nobody, and left as in the base",
    }


def asked_for(how: How) -> bool:
    """Whether a strategy settled it: such activities are always listed."""
    return how in (How.PLURALITY, How.PREFERRED, How.BASE)


def owners(result: MergeResult, outcome: Outcome) -> str:
    """Who owns a settled activity."""
    scheme = result.comparison.scheme
    accountable, responsible = (
        [role for role, letters in outcome.letters if letter in letters]
        for letter in (scheme.accountable, scheme.responsible)
    )
    return words.owners(result.comparison, accountable, responsible)


def because(result: MergeResult, outcome: Outcome) -> str:
    """Who settled it: leaders, or the people who decided."""
    if outcome.decision:
        decision = outcome.decision
        return ", ".join(filter(None, (decision.decided_by, decision.when, decision.why)))
    scheme = result.comparison.scheme
    same = result.comparison.rows[outcome.row].naming(outcome.letters, scheme.accountable + scheme.responsible)
    return words.leader_names(result.comparison, same)


def policy(result: MergeResult) -> str:
    """How this merge settles what is not agreed."""
    said = f"An owner counts as agreed with {result.policy.threshold} % of the votes"
    said += ", other letters too (strict)" if result.policy.strict else ""
    strategy = result.policy.strategy
    named = f"prefer:{result.policy.preferred}" if strategy is Strategy.PREFER else strategy.value
    return said if strategy is Strategy.AGREE else f"{said}; strategy {named}"
