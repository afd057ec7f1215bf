"""RACI106 to RACI109: who is asked and told about an activity."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.model import Problem, Severity
from raci_cli.rules.rule import Origin, on_activity, rule
from raci_cli.rules.tally import Tally
from raci_cli.rules.wording import listed, quoted


@rule("RACI106", Severity.WARNING, Origin.TRACK_PLUS, Origin.SMITH_ERWIN, Origin.PARADIGM)
def too_many_consulted(tally: Tally) -> Iterator[Problem]:
    """An activity asks so many roles for advice that it will be slow.

    ## Why
    Every role that is asked has to find time and to answer before the work goes on.

    ## Example
        Activity | Lead | Trainer | Sales | Support | Legal | Finance | Product
        Training | A    | R       | C     | C       | C     | C       | C

    ## Instead
        Activity | Lead | Trainer | Sales | Support | Legal | Finance | Product
        Training | A    | R       | I     | C       |       |         | C

    ## Limits
    More than `consulted-share` (a third) of the roles, and at least `consulted-least` (5) of them.
    """
    limits, roles = tally.thresholds, tally.matrix.roles
    consulted, informed = tally.matrix.scheme.consulted, tally.matrix.scheme.informed
    others = f"; the others can be {tally.part(informed)}" if informed else ""
    for row in tally.rows:
        if len(row.consulted) >= limits.consulted_least and len(row.consulted) > limits.consulted_share * len(roles):
            yield on_activity(
                row.activity,
                f"{len(row.consulted)} of {len(roles)} roles are {tally.part(consulted)}"
                f" for {quoted(row.activity.name)}: {listed(tally.matrix.role_labels(row.consulted))}.",
                f"Keep those without whose advice the work cannot go on{others}.",
            )


@rule("RACI107", Severity.INFO, Origin.TRACK_PLUS)
def too_many_informed(tally: Tally) -> Iterator[Problem]:
    """An activity informs nearly everybody.

    ## Why
    People who are told about everything stop reading. Who would act differently if they were not told?

    ## Example
        Activity | Lead | Trainer | Sales | Support | Legal | Finance | Product | Design
        Training | A    | R       | I     | I       | I     | I       | I       |

    ## Instead
        Activity | Lead | Trainer | Sales | Support | Legal | Finance | Product | Design
        Training | A    | R       | I     | I       |       |         |         |

    ## Limits
    More than `informed-share` (half) of the roles, and at least `informed-least` (5) of them.
    """
    limits, roles = tally.thresholds, tally.matrix.roles
    for row in tally.rows:
        if len(row.informed) >= limits.informed_least and len(row.informed) > limits.informed_share * len(roles):
            yield on_activity(
                row.activity,
                f"{len(row.informed)} of {len(roles)} roles are {tally.part(tally.matrix.scheme.informed)}"
                f" for {quoted(row.activity.name)}.",
                "Ask which of them would act differently if they were not told, and keep those.",
            )


@rule("RACI108", Severity.WARNING, Origin.SMITH_ERWIN, covers=("RACI107",))
def everybody_involved(tally: Tally) -> Iterator[Problem]:
    """An activity involves every role there is.

    ## Why
    If everybody takes part in some way, either the activity is too large or letters were given out of politeness.

    ## Example
        Activity | Lead | Trainer | Sales | Support | Legal | Finance
        Training | A    | R       | I     | C       | I     | I

    ## Instead
        Activity | Lead | Trainer | Sales | Support | Legal | Finance
        Training | A    | R       | I     | C       |       |

    ## Limits
    Silent on matrices of fewer than `everybody-roles` (6) roles. Takes the place of RACI107 on its row.
    """
    roles = len(tally.matrix.roles)
    if roles < max(tally.thresholds.everybody_roles, 1):
        return
    for row in tally.rows:
        if row.involved == roles:
            yield on_activity(
                row.activity,
                f"All {roles} roles take part in {quoted(row.activity.name)}.",
                "Split it into smaller activities, or take out the letters that change nothing.",
            )


@rule("RACI109", Severity.INFO, Origin.TRACK_PLUS)
def nobody_else_knows(tally: Tally) -> Iterator[Problem]:
    """An activity is neither discussed with anybody nor told to anybody.

    ## Why
    Work that nobody else hears of surprises those who build on it.

    ## Example
        Activity | Project Manager | Trainer | Support
        Training | A               | R       |

    ## Instead
        Activity | Project Manager | Trainer | Support
        Training | A               | R       | I

    ## Limits
    Silent where there is no other role to tell.
    """
    scheme, roles = tally.matrix.scheme, len(tally.matrix.roles)
    parts = [tally.part(letter) for letter in (scheme.consulted, scheme.informed) if letter]
    if not parts:
        return
    for row in tally.rows:
        at_work = row.accountable or row.responsible
        if at_work and not row.consulted and not row.informed and row.involved < roles:
            yield on_activity(
                row.activity,
                f"Nobody is {' or '.join(parts)} for {quoted(row.activity.name)}.",
                "Ask who needs to know about it or should have a say.",
            )
