"""Letters that are no part of a matrix: columns and rows that nothing names, and rows of other tables."""

from __future__ import annotations

import pytest
from sheets import matrices

from raci_cli.model import Unnamed

MATRIX = """
    Activity        | Lead | Trainer | Desk
    Kickoff meeting | A    | R       | I
    Data import     | R/A  |         | C
    Go-live         | A    | C       | R
"""


@pytest.mark.parametrize(
    ("headings", "left_out"),
    [(" | Desk | Trainer | Clerk", 2), ("Lead | | Trainer | Clerk", 3), ("Lead | Desk | Trainer", 5)],
    ids=["first", "inner", "last"],
)
@pytest.mark.parametrize("merged", ["merged: A9:B9", "merged: unknown"])
def test_a_column_of_letters_without_a_heading_is_left_out_and_told(headings: str, left_out: int, merged: str) -> None:
    """Nobody can tell whose letters they are."""
    (found,) = matrices(
        f"""
        {merged}
        Activity | {headings}
        Kickoff  | A | R | C | I
        Import   | R | A | C |
        Training | A | I | R | C
        """
    )
    assert [role.name for role in found.roles] == [name for each in headings.split("|") if (name := each.strip())]
    assert found.source.unnamed == (Unnamed(1, left_out, 2 if left_out == 5 else 3),)


def test_a_row_of_letters_without_a_role_is_left_out_and_told() -> None:
    """The same where roles stand in rows."""
    (found,) = matrices(
        """
        Role    | Kickoff | Import | Training
        Manager | A       | R      | A
                | R       | A      |
        Trainer | I       | C      | R
        Analyst | C       | -      | I
        """
    )
    assert [role.name for role in found.roles] == ["Manager", "Trainer", "Analyst"]
    assert found.source.unnamed == (Unnamed(3, 1, 2, is_row=True),)


@pytest.mark.parametrize(
    "beside",
    [["", "R", "A", "C", "I"], ["", "", "R", "", ""], ["Key", "R", "A", "C", "I"]],
    ids=["a key of colours", "a stray letter", "a headed key"],
)
def test_letters_apart_from_the_roles_are_no_column_without_a_name(beside: list[str]) -> None:
    """A list of the letters, each once, with a blank column between it and the roles."""
    lines = ["Activity | Lead | Desk", "Kickoff | A | R", "Import | R | A", "Training | A | R", "Review | A | I"]
    (found,) = matrices("\n".join(f"{line} | | {cell}" for line, cell in zip(lines, beside, strict=True)))
    assert [role.name for role in found.roles][:2] == ["Lead", "Desk"]
    assert found.source.unnamed == ()


def test_rows_of_letters_that_belong_to_no_matrix_are_told() -> None:
    """Another table, with letters of its own."""
    (found,) = matrices(
        MATRIX
        + """


    Attendance | Mon | Tue | Wed
    Kim        | A   | P   | A
    Lee        | P   | A   | A
    Ann        | A   | A   | P
    """,
        path="raci.xlsx",
    )
    assert [activity.name for activity in found.activities] == ["Kickoff meeting", "Data import", "Go-live"]
    assert [(rows.row, rows.last) for rows in found.source.outside] == [(9, 11)]


def test_all_letters_of_several_matrices_are_inside() -> None:
    second = MATRIX.replace("Activity", "Task").replace("Lead", "Pilot").replace("Desk", "Clerk").replace("Data", "Old")
    found = matrices(MATRIX + "\n\n" + second)
    assert len(found) == 2
    assert not any(matrix.source.outside or matrix.source.unnamed for matrix in found)
