"""What `raci diff` and `raci workshop` print about: three copies that differ in every way, two versions, two rounds."""

from __future__ import annotations

from raci_cli.compare import Aliases, claims, compare, compare_rounds
from raci_cli.compare.agenda import agenda as agenda_of
from raci_cli.model.agenda import Agenda
from raci_cli.model.comparison import Copy
from raci_cli.reports.comparison.result import Result
from tables import matrix

SALES = """
title: Customer success
Activity             | Sales: Account Executive | Success: CSM | Services: Trainer | Support: Agent
# Onboarding
Kickoff meeting      | A                        | R            | C                 |
Project plan         | I                        | R/A          | C                 |
Training             |                          | A            | R                 | I
Go-live              | A                        | R            |                   | I
# Adoption
30-day call          | I                        | R/A          |                   |
Usage report         | C                        | R/A          |                   | -
Health score         |                          | R/A          |                   |
Partner introduction | R/A                      |              |                   |
"""
SUCCESS = """
title: Customer success
Activity             | Sales: Account Executive | Success: CSM | Services: Trainer | Support: Agent
# Onboarding
Kick-off meeting     |                          | R/A          | C                 |
Project plan         | I                        | R/A          | C                 |
Training             |                          | C            | R/A               | I
Go-live              | I                        | R/A          |                   | I
# Adoption
30-day call          | I                        | R/A          |                   |
Usage report         | C                        | R/A          |                   |
Health score         |                          |              |                   |
"""
SERVICES = """
title: Customer success
Activity             | Sales: Account Executive | Success: CSM | Services: Trainers | Finance: Billing
# Onboarding
Kickoff meeting      |                          | A            | R                 |
Project plan         | I                        | R/A          | C                 |
Training             |                          | C            | R/A               |
Go-live              | I                        | R            | A                 |
# Adoption
30-day call          | I                        | A            | R                 |
Usage report         | I                        | R/A          |                   |
"""


def three(*, everything: bool = False) -> Result:
    """Three leaders' copies of one matrix."""
    comparison = compare(_copies(SALES, SUCCESS, SERVICES), aliases=Aliases(roles={"Trainers": "Trainer"}))
    return Result(comparison, claims(comparison), everything=everything)


def two() -> Result:
    """Two copies, as an older and a newer version."""
    return Result(compare(_copies(SALES, SUCCESS)))


def same() -> Result:
    """A copy beside itself."""
    return Result(compare(_copies(SALES, SALES)))


def with_base() -> Result:
    """The three, and what they began as."""
    copies = _copies(SALES, SUCCESS, SERVICES)
    return Result(
        compare(copies, base=matrix(SUCCESS, path="template.xlsx"), aliases=Aliases(roles={"Trainers": "Trainer"}))
    )


def agenda(*, threshold: int | None = None, minutes: int = 0) -> Agenda:
    """What the three have to decide."""
    return agenda_of(three().comparison, threshold=threshold, minutes=minutes)


def rounds() -> Result:
    """Two rounds, in the second of which two leaders follow the third."""
    first, second = _copies(SALES, SUCCESS), _copies(SUCCESS, SUCCESS)
    return Result(compare(second), rounds=compare_rounds(first, second))


def _copies(*tables: str) -> list[Copy]:
    leaders = ("Sales", "Success", "Services")
    return [Copy(leader, matrix(table, path=f"{leader}.xlsx")) for leader, table in zip(leaders, tables, strict=False)]
