"""Matrices that nobody, or hardly anybody, has filled in yet."""

from __future__ import annotations

import pytest
from sheets import matrices, read, sheet, table

from raci_cli.errors import NoMatrixError

EMPTY = table("""
    raci            | Lead | Trainer | Desk
    Kickoff meeting |      |         |
    Data import     |      |         |
    Go-live         |      |         |
""")


def test_a_template_with_a_title() -> None:
    found = read("""
        RACI matrix for onboarding

        Activity        | Lead | Trainer | Desk
        Kickoff meeting
        Data import
        Go-live
    """)
    assert found == EMPTY


@pytest.mark.parametrize(("path", "name"), [("raci.xlsx", "Sheet1"), ("plan.xlsx", "RACI"), ("RACI_v2.csv", None)])
def test_the_file_or_the_sheet_says_what_it_is(path: str, name: str | None) -> None:
    drawing = """
        Activity        | Lead | Trainer | Desk
        Kickoff meeting
        Data import
        Go-live
    """
    assert read(sheet(drawing, name=name), path=path) == EMPTY


def test_a_template_with_a_legend() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting
        Data import
        Go-live

        R | Responsible
        A | Accountable
        C | Consulted
        I | Informed
    """)
    assert found == EMPTY


def test_a_template_with_a_legend_above() -> None:
    found = read("""
        R = Responsible, A = Accountable, C = Consulted, I = Informed

        Activity        | Lead | Trainer | Desk
        Kickoff meeting
        Data import
        Go-live
    """)
    assert found == EMPTY


def test_a_template_with_groups_numbers_and_bands() -> None:
    assert read("""
        merged: A1:E1 D2:E2 A4:E4 A7:E7
        RACI matrix
             |                 | Sales | Services |
        No   | Activity        | Lead  | Trainer  | Desk
        Onboarding
        1    | Kickoff meeting |       |          |
        2    | Data import     |       |          |
        Running
        3    | Health check    |       |          |
        4    | Renewal talk    |       |          |
    """) == table("""
        raci            | Sales: Lead | Services: Trainer | Services: Desk
        # Onboarding
        Kickoff meeting |             |                   |
        Data import     |             |                   |
        # Running
        Health check    |             |                   |
        Renewal talk    |             |                   |
    """)


def test_a_template_with_a_phase_column() -> None:
    assert read("""
        RACI matrix
        Phase      | Activity        | Lead  | Trainer  | Desk
        Onboarding | Kickoff meeting |       |          |
        Onboarding | Data import     |       |          |
        Running    | Health check    |       |          |
        Running    | Renewal talk    |       |          |
    """) == table("""
        raci            | Lead | Trainer | Desk
        # Onboarding
        Kickoff meeting |      |         |
        Data import     |      |         |
        # Running
        Health check    |      |         |
        Renewal talk    |      |         |
    """)


def test_a_template_with_notes_columns() -> None:
    found = read("""
        RACI matrix
        Activity        | Lead | Trainer | Desk | Notes | Due date
        Kickoff meeting
        Data import
        Go-live
    """)
    assert found == EMPTY


def test_placeholder_roles() -> None:
    found = read("""
        RACI matrix
        Activity        | [Role 1] | [Role 2] | [Role 3]
        Kickoff meeting
        Data import
        Go-live
    """)
    assert found[0] == "raci | [Role 1] | [Role 2] | [Role 3]"


def test_columns_for_names_that_are_still_empty() -> None:
    (matrix,) = matrices("""
        file: raci.xlsx
        Activity        | Responsible | Accountable | Consulted | Informed
        Kickoff meeting |             |             |           |
        Data import     |             |             |           |
    """)
    assert (matrix.source.layout, matrix.roles) == ("names", ())
    assert [activity.name for activity in matrix.activities] == ["Kickoff meeting", "Data import"]


def test_only_the_first_row_is_filled_in() -> None:
    assert read("""
        RACI matrix
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import
        Go-live
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     |      |         |
        Go-live         |      |         |
    """)


def test_only_the_last_row_is_filled_in() -> None:
    assert read("""
        RACI matrix
        Activity        | Lead | Trainer | Desk
        Kickoff meeting |      |         |
        Data import     |      |         |
        Go-live         | A    | R       | I
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting |      |         |
        Data import     |      |         |
        Go-live         | A    | R       | I
    """)


def test_only_one_letter_so_far() -> None:
    assert read("""
        RACI matrix
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    |         |
        Data import     |      |         |
        Go-live         |      |         |
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    |         |
        Data import     |      |         |
        Go-live         |      |         |
    """)


def test_only_one_role_is_filled_in_so_far() -> None:
    assert read("""
        RACI matrix
        Activity        | Lead | Trainer | Desk
        Kickoff meeting |      | R       |
        Data import     |      | A       |
        Go-live         |      | C       |
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting |      | R       |
        Data import     |      | A       |
        Go-live         |      | C       |
    """)


def test_only_nothings_so_far() -> None:
    assert read("""
        RACI matrix
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | -    | -       | -
        Data import     | -    | -       | -
        Go-live         | -    | -       | -
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | -    | -       | -
        Data import     | -    | -       | -
        Go-live         | -    | -       | -
    """)


def test_the_last_rows_are_not_filled_in() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | A    | R       |
        Go-live         | A    | C       | R
        Health check    |      |         |
        Renewal talk    |      |         |

        Legend: R = Responsible, A = Accountable, C = Consulted, I = Informed
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | A    | R       |
        Go-live         | A    | C       | R
        Health check    |      |         |
        Renewal talk    |      |         |
    """)


def test_two_empty_templates_in_a_workbook() -> None:
    blank = """
        Activity        | Lead | Trainer | Desk
        Kickoff meeting
        Data import
        Go-live
    """
    found = matrices(sheet(blank, name="RACI small"), sheet(blank, name="RACI large"))
    assert [matrix.source.sheet for matrix in found] == ["RACI small", "RACI large"]


def test_roles_over_nothing_in_a_file_that_does_not_speak_of_raci() -> None:
    with pytest.raises(NoMatrixError):
        read("""
            Item   | North | South | West
            Apples
            Pears
            Plums
        """)
