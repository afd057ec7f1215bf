"""What raci writes into CSV and Markdown is read back as exactly one matrix, whatever it is called and holds."""

from __future__ import annotations

import pytest

from raci_cli.formats import read as read_format
from raci_cli.formats.writers import WRITERS
from raci_cli.layouts.recognise import recognise
from raci_cli.model import Matrix
from tables import matrix

MATRICES = {
    "filled in": """
        Activity | Lead | Trainer
        # Onboarding
        Kickoff  | A    | R
        # Running
        Renewal  | R/A  | -
    """,
    "not filled in": """
        Activity | Lead | Trainer
        # Onboarding
        Kickoff  |      |
        # Running
        Renewal  |      |
    """,
    "one activity, not filled in": """
        Activity | Lead | Trainer
        Kickoff  |      |
    """,
    "one role": """
        Activity | Lead
        Kickoff  | R
    """,
    "one role, not filled in": """
        Activity | Lead
        Kickoff  |
        Renewal  |
    """,
    "nothing but no part": """
        Activity | Lead | Trainer
        Kickoff  | -    | -
    """,
    "names like letters": """
        Activity | A | R | PM
        I        | A | R | C
        C        | R | A | I
    """,
    "names like other columns": """
        Activity | Notes | Status | Total
        Total    | A     | R      |
        Sum      | R     | A      | I
        Notes    |       |        |
    """,
    "names like numbers": """
        Activity | Lead | Trainer
        1        | A    | R
        2        | R    | A
    """,
    "activities like roles": """
        Activity        | Kickoff | Import
        Project Manager | A       | R
        Sales Rep       | R       | A
        Trainer         | I       | I
    """,
}


def said(each: Matrix) -> object:
    return each.roles, [(a.name, a.phase, a.section, a.assignments) for a in each.activities], each.scheme


@pytest.mark.parametrize("drawing", MATRICES.values(), ids=list(MATRICES))
@pytest.mark.parametrize(("kind", "path"), [("csv", "plan.csv"), ("markdown", "plan.md")])
def test_tables(drawing: str, kind: str, path: str) -> None:
    written = matrix(drawing)
    content = read_format(WRITERS[kind]([written]).encode(), path)
    assert isinstance(content, tuple)
    (found,) = recognise(content, path)
    assert said(found) == said(written)


def test_lines_below_are_no_activities() -> None:
    text = WRITERS["csv"]([matrix(MATRICES["filled in"])]) + ",,,\n,R = Responsible,,\n"
    content = read_format(text.encode(), "plan.csv")
    assert isinstance(content, tuple)
    (found,) = recognise(content, "plan.csv")
    assert [activity.name for activity in found.activities] == ["Kickoff", "Renewal"]
