"""RACI302 to RACI304: how accountability moves through the phases, and where it must not be missing."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.model import Problem, Severity
from raci_cli.rules.rule import Origin, on_activity, rule
from raci_cli.rules.tally import Row, Tally
from raci_cli.rules.wording import listed, quoted


@rule("RACI302", Severity.ERROR, Origin.PRACTICE, draft=Severity.INFO, covers=("RACI101", "RACI102"))
def moment_of_truth_without_owner(tally: Tally) -> Iterator[Problem]:
    """A moment of truth does not have exactly one role that answers for it.

    ## Why
    A few moments decide whether the customer stays. Where nobody answers for such a moment, or two do, it is left to
    chance.

    ## Example
        Activity                         | CSM | Account Manager
        Renewal review (moment of truth) | R   | C

    ## Instead
        Activity                         | CSM | Account Manager
        Renewal review (moment of truth) | R/A | C

    ## Limits
    Takes the place of RACI101 and RACI102 on its row. Silent while the activity is not filled in, and in schemes
    without a letter for Accountable.
    """
    accountable = tally.matrix.scheme.accountable
    if not accountable:
        return
    for row in tally.rows:
        if row.activity.moment_of_truth and len(row.accountable) != 1:
            holders = tally.matrix.role_labels(row.accountable)
            who = f"{len(holders)} roles are" if holders else "nobody is"
            yield on_activity(
                row.activity,
                f"{quoted(row.activity.name)} is a moment of truth, and {who} {tally.part(accountable)} for it"
                f"{': ' + listed(holders) if holders else ''}.",
                "Settle on the one role that answers for this moment.",
                severity=Severity.ERROR if holders else None,
            )


@rule("RACI303", Severity.INFO, Origin.PRACTICE)
def accountability_ping_pong(tally: Tally) -> Iterator[Problem]:
    """Within a phase, accountability goes from one role to another and back.

    ## Why
    Every change of hands is a chance to drop something. If the first role is needed again so soon, perhaps it should
    have kept the activity in between.

    ## Example
        Activity | Project Manager | Trainer
        # Onboarding
        Kickoff  | R/A             |
        Training | R               | A
        Go-live  | R/A             |

    ## Instead
        Activity | Project Manager | Trainer
        # Onboarding
        Kickoff  | R/A             |
        Training | A               | R
        Go-live  | R/A             |

    ## Limits
    Looks at activities with exactly one Accountable role, in each phase (and each section of it) by itself. Silent on
    matrices without phases.
    """
    roles, accountable = tally.matrix.roles, tally.matrix.scheme.accountable
    for journey in tally.journeys():
        stretches = _stretches(journey)
        for before, between, after in zip(stretches, stretches[1:], stretches[2:], strict=False):
            owner, other = before.accountable[0], between.accountable[0]
            if after.accountable[0] == owner:
                yield on_activity(
                    between.activity,
                    f"{tally.part(accountable)} goes from {roles[owner].label} to {roles[other].label} with"
                    f" {quoted(between.activity.name)}, and back with {quoted(after.activity.name)}.",
                    f"Ask whether {roles[owner].label} should answer for it throughout.",
                )


@rule("RACI304", Severity.WARNING, Origin.PRACTICE)
def phase_without_owner(tally: Tally) -> Iterator[Problem]:
    """A whole phase has nobody who answers for a result.

    ## Why
    If no activity of a phase has an Accountable role, the customer is on their own for that part of the way.

    ## Example
        Activity     | CSM | Account Manager
        # Renewing
        Renewal call | R   | C
        New contract |     | R

    ## Instead
        Activity     | CSM | Account Manager
        # Renewing
        Renewal call | R   | A
        New contract |     | R/A

    ## Limits
    Silent on phases in which nothing is filled in yet.
    """
    accountable = tally.matrix.scheme.accountable
    if not accountable:
        return
    filled_in = {row.activity.phase for row in tally.rows}
    owned = {row.activity.phase for row in tally.rows if row.accountable}
    for phase in tally.matrix.phases:
        if phase.name in filled_in - owned:
            yield Problem(
                phase,
                f"Nobody is {tally.part(accountable)} anywhere in the phase {quoted(phase.name)}.",
                "Decide which role answers for what this phase is to achieve.",
                phase=phase.name,
            )


def _stretches(journey: list[Row]) -> list[Row]:
    """The first activity of each run with the same single accountable role."""
    stretches: list[Row] = []
    for row in journey:
        if len(row.accountable) == 1 and (not stretches or row.accountable != stretches[-1].accountable):
            stretches.append(row)
    return stretches
