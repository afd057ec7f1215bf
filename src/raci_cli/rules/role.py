"""RACI201 to RACI205: what one role carries over all activities."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.model import Problem, Severity
from raci_cli.rules.rule import Origin, on_role, rule
from raci_cli.rules.tally import Tally
from raci_cli.rules.wording import counted


@rule("RACI201", Severity.WARNING, Origin.LINT)
def role_unused(tally: Tally) -> Iterator[Problem]:
    """A role has no letter on any activity.

    ## Why
    Either its part was forgotten, or the column is not needed.

    ## Example
        Activity | Project Manager | Trainer | Legal
        Training | A               | R       |

    ## Instead
        Activity | Project Manager | Trainer
        Training | A               | R

    ## Limits
    Silent while no activity is filled in. Placeholders are left to RACI007.
    """
    if not tally.rows:
        return
    for column, name in zip(tally.columns, tally.role_names, strict=True):
        if name and not column.involved:
            yield on_role(
                column.role,
                f"{column.role.label} has no part in any activity.",
                "Give the role the letters it lacks, or take it out.",
            )


@rule("RACI202", Severity.WARNING, Origin.TRACK_PLUS, Origin.SMITH_ERWIN)
def role_owns_too_much(tally: Tally) -> Iterator[Problem]:
    """One role answers for more than half of the activities.

    ## Why
    Who answers for everything becomes the place where everything waits, and a single absence stops it all.

    ## Example
        Activity | Lead | Trainer | CSM | Support
        Kickoff  | A    | R       |     |
        Plan     | A    | R       |     |
        Set up   | A    | R       |     |
        Train    | A    | R       |     |
        Go live  | A    | R       |     |
        Check    | A    |         | R   |
        Report   |      |         | R/A |
        Help     |      |         |     | R/A
        Renew    |      |         | R/A |
        Review   |      |         | R/A |

    ## Instead
        Activity | Lead | Trainer | CSM | Support
        Kickoff  | A    | R       |     |
        Plan     | A    | R       |     |
        Set up   | A    | R       |     |
        Train    |      | R/A     |     |
        Go live  | A    | R       |     |
        Check    |      |         | R/A |
        Report   |      |         | R/A |
        Help     |      |         |     | R/A
        Renew    |      |         | R/A |
        Review   |      |         | R/A |

    ## Limits
    More than `owns-share` (half) of the filled-in activities; silent below `load-activities` (10) of them or
    `load-roles` (4) roles.
    """
    total = len(tally.rows)
    for column in tally.columns if tally.shows_load else ():
        if column.accountable > tally.thresholds.owns_share * total:
            yield on_role(
                column.role,
                f"{column.role.label} is {tally.part(tally.matrix.scheme.accountable)}"
                f" for {column.accountable} of {total} activities.",
                "Hand some of them to the roles that are closest to the work.",
            )


@rule("RACI203", Severity.WARNING, Origin.TRACK_PLUS)
def role_does_too_much(tally: Tally) -> Iterator[Problem]:
    """One role does most of the work.

    ## Why
    There are only so many hours in a day: what does it leave undone? Software is left out, it does not tire.

    ## Example
        Activity | Lead | Trainer | CSM | Support
        Kickoff  | A    |         | R   |
        Plan     | A    |         | R   |
        Set up   | A    |         | R   |
        Train    |      | A       | R   |
        Go live  | A    |         | R   |
        Check    |      |         | R/A |
        Report   |      |         | R/A |
        Help     |      |         |     | R/A
        Renew    |      |         | R/A |
        Review   |      |         |     | R/A

    ## Instead
        Activity | Lead | Trainer | CSM | Support
        Kickoff  | A    |         | R   |
        Plan     | R/A  |         |     |
        Set up   | R/A  |         |     |
        Train    |      | R/A     |     |
        Go live  | A    | R       |     |
        Check    |      |         | R/A |
        Report   |      |         | R/A |
        Help     |      |         |     | R/A
        Renew    |      |         | R/A |
        Review   |      |         |     | R/A

    ## Limits
    More than `does-share` (70 %) of the filled-in activities; silent below `load-activities` (10) of them or
    `load-roles` (4) roles.
    """
    total = len(tally.rows)
    for column in tally.columns if tally.shows_load else ():
        if column.responsible > tally.thresholds.does_share * total and not column.role.automated:
            yield on_role(
                column.role,
                f"{column.role.label} is {tally.part(tally.matrix.scheme.responsible)}"
                f" for {column.responsible} of {total} activities.",
                "Check whether one role can do all that, and share it out if not.",
            )


@rule("RACI204", Severity.WARNING, Origin.TRACK_PLUS)
def role_in_everything(tally: Tally) -> Iterator[Problem]:
    """One role takes part in every activity.

    ## Why
    A role without an empty cell is asked, told or needed everywhere. Mostly it could let go of something.

    ## Example
        Activity | Lead | Trainer | CSM | Support
        Kickoff  | A    |         | R   |
        Plan     | I    |         | R/A |
        Set up   | A    | R       |     |
        Train    | I    | R/A     |     |
        Go live  | A    | R       |     |
        Check    | I    |         | R/A |
        Report   | I    |         | R/A |
        Help     | I    |         |     | R/A
        Renew    | C    |         | R/A |
        Review   | I    |         |     | R/A

    ## Instead
        Activity | Lead | Trainer | CSM | Support
        Kickoff  | A    |         | R   |
        Plan     |      |         | R/A |
        Set up   | A    | R       |     |
        Train    |      | R/A     |     |
        Go live  | A    | R       |     |
        Check    |      |         | R/A |
        Report   | I    |         | R/A |
        Help     |      |         |     | R/A
        Renew    | C    |         | R/A |
        Review   | I    |         |     | R/A

    ## Limits
    Silent below `load-activities` (10) filled-in activities or `load-roles` (4) roles.
    """
    total = len(tally.rows)
    for column in tally.columns if tally.shows_load else ():
        if column.involved == total:
            yield on_role(
                column.role,
                f"{column.role.label} has a part in each of the {total} activities.",
                "Look for activities that can do without.",
            )


@rule("RACI205", Severity.INFO, Origin.TRACK_PLUS, Origin.SMITH_ERWIN)
def role_only_watches(tally: Tally) -> Iterator[Problem]:
    """A role is asked and told, but neither does nor decides anything.

    ## Why
    It may be right: some have to know. It may also be that the role's own work is missing from the list.

    ## Example
        Activity | Project Manager | Trainer | Support
        Training | A               | R       | C
        Go-live  | R/A             |         | I

    ## Instead
        Activity | Project Manager | Trainer | Support
        Training | A               | R       | C
        Go-live  | A               |         | R
    """
    scheme = tally.matrix.scheme
    parts = " or ".join(tally.part(letter) for letter in (scheme.consulted, scheme.informed) if letter)
    for column in tally.columns:
        if column.involved and column.involved == column.watching:
            yield on_role(
                column.role,
                f"{column.role.label} is only ever {parts}, on {counted(column.involved, 'activity', 'activities')}.",
                "Check whether work of this role is missing, or whether it has to be here.",
            )
