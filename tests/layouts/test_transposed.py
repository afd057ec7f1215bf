"""Roles as rows, activities as columns."""

from __future__ import annotations

import pytest
from sheets import addresses, matrices, read, table

from raci_cli.layouts import Overrides

TURNED = """
    Role             | Kickoff meeting | Data import | Go-live | Health check
    Success Manager  | A               | R/A         | A       | A
    Product Trainer  | R               |             | C       |
    Support Team     | I               | C           | R       | R
"""
PLAIN = table("""
    raci            | Success Manager | Product Trainer | Support Team
    Kickoff meeting | A               | R               | I
    Data import     | RA              |                 | C
    Go-live         | A               | C               | R
    Health check    | A               |                 | R
""")


def test_roles_as_rows() -> None:
    assert read(TURNED) == PLAIN


def test_the_addresses_are_those_of_the_sheet() -> None:
    (matrix,) = matrices(TURNED)
    assert addresses(matrix) == ["A2 A3 A4", "B1: B2 B3 B4", "C1: C2 C4", "D1: D2 D3 D4", "E1: E2 E4"]
    assert matrix.source.layout == "transposed"


def test_below_a_title_with_a_number_column() -> None:
    found = read("""
        Customer success RACI

        | # | Role             | Kickoff meeting | Data import | Go-live | Health check
        | 1 | Success Manager  | A               | R/A         | A       | A
        | 2 | Product Trainer  | R               |             | C       |
        | 3 | Support Team     | I               | C           | R       | R
    """)
    assert found == PLAIN


def test_role_groups_in_a_column_at_the_left() -> None:
    assert read("""
        Department | Role         | Kickoff meeting | Data import | Go-live | Health check
        Success    | Manager      | A               | R/A         | A       | A
                   | Trainer      | R               |             | C       |
        Service    | Support Team | I               | C           | R       | R
                   | Engineer     |                 | C           |         | I
    """) == table("""
        raci            | Success: Manager | Success: Trainer | Service: Support Team | Service: Engineer
        Kickoff meeting | A                | R                | I                     |
        Data import     | RA               |                  | C                     | C
        Go-live         | A                | C                | R                     |
        Health check    | A                |                  | R                     | I
    """)


def test_phases_above_the_activities_merged() -> None:
    assert read("""
        merged: B1:C1 D1:E1
                         | Onboarding      |             | Running |
        Role             | Kickoff meeting | Data import | Go-live | Health check
        Success Manager  | A               | R/A         | A       | A
        Product Trainer  | R               |             | C       |
        Support Team     | I               | C           | R       | R
    """) == table("""
        raci            | Success Manager | Product Trainer | Support Team
        # Onboarding
        Kickoff meeting | A               | R               | I
        Data import     | RA              |                 | C
        # Running
        Go-live         | A               | C               | R
        Health check    | A               |                 | R
    """)


def test_phases_above_the_activities_not_merged() -> None:
    assert read("""
        Phase            | Onboarding      |             | Running |
        Role             | Kickoff meeting | Data import | Go-live | Health check
        Success Manager  | A               | R/A         | A       | A
        Product Trainer  | R               |             | C       |
        Support Team     | I               | C           | R       | R
    """) == table("""
        raci            | Success Manager | Product Trainer | Support Team
        # Onboarding
        Kickoff meeting | A               | R               | I
        Data import     | RA              |                 | C
        # Running
        Go-live         | A               | C               | R
        Health check    | A               |                 | R
    """)


def test_a_row_of_group_headings_among_the_roles() -> None:
    assert read("""
        merged: A2:E2 A5:E5
        Role             | Kickoff meeting | Data import | Go-live | Health check
        We
        Manager          | A               | R/A         | A       | A
        Trainer          | R               |             | C       |
        Customer
        Support Team     | I               | C           | R       | R
        Key user         | C               | C           | I       |
    """) == table("""
        raci            | We: Manager | We: Trainer | Customer: Support Team | Customer: Key user
        Kickoff meeting | A           | R           | I                      | C
        Data import     | RA          |             | C                      | C
        Go-live         | A           | C           | R                      | I
        Health check    | A           |             | R                      |
    """)


def test_names_that_do_not_tell_but_one_a_per_column_does() -> None:
    assert read("""
             | Prepare | Invite | Teach | Follow up | Report
        Kim  | A       | A      | C     | A         | A
        Robin| R       | I      | A     | R         |
        Alex | I       | R      | R     | C         | R
        Sam  | C       |        | I     |           | I
    """) == table("""
        raci      | Kim | Robin | Alex | Sam
        Prepare   | A   | R     | I    | C
        Invite    | A   | I     | R    |
        Teach     | C   | A     | R    | I
        Follow up | A   | R     | C    |
        Report    | A   |       | R    | I
    """)


def test_long_activity_names_with_line_breaks() -> None:
    assert read("""
        Role            | Kickoff⏎meeting | Import of all⏎contracts and contacts | Go-live⏎(first day)
        Success Manager | A               | R/A                                 | A
        Product Trainer | R               |                                     | C
        Support Team    | I               | C                                   | R
    """) == table("""
        raci                                | Success Manager | Product Trainer | Support Team
        Kickoff meeting                     | A               | R               | I
        Import of all contracts and contacts| RA              |                 | C
        Go-live (first day)                 | A               | C               | R
    """)


def test_a_legend_below() -> None:
    legend = """
    R | Responsible
    A | Accountable
    C | Consulted
    I | Informed
    """
    assert read(TURNED + legend) == PLAIN


def test_german_roles_as_rows() -> None:
    assert read("""
        Rolle          | Auftakt | Datenimport | Abnahme
        Projektleitung | A       | R/A         | A
        Schulungsteam  | R       |             | C
        Kunde          | I       | C           | R
    """) == table("""
        raci        | Projektleitung | Schulungsteam | Kunde
        Auftakt     | A              | R             | I
        Datenimport | RA             |               | C
        Abnahme     | A              | C             | R
    """)


def test_a_count_row_and_a_check_row_below() -> None:
    checks = """
    Number of A      | 1               | 1           | 1       | 1
    Check            | OK              | OK          | OK      | OK
    """
    assert read(TURNED.rstrip() + checks) == PLAIN


def test_roles_with_words_in_activities_are_not_turned() -> None:
    assert read("""
        Activity                       | Success Manager | Trainer | Support Team
        Introduce the support team     | A               | R       | I
        Report to the customer         | R/A             |         | C
        Hand over to the success team  | A               | C       | R
        Train the product managers     | A               | R       | I
    """) == table("""
        raci                           | Success Manager | Trainer | Support Team
        Introduce the support team     | A               | R       | I
        Report to the customer         | RA              |         | C
        Hand over to the success team  | A               | C       | R
        Train the product managers     | A               | R       | I
    """)


def test_deliverables_named_after_departments_are_not_turned() -> None:
    assert read("""
        Activity          | Kim | Robin | Alex | Sam
        Sales handover    | A   | R     | I    |
        Marketing plan    | A   | C     | R    | I
        Legal review      | A   |       | C    | R
        Finance approval  | R   | A     |      | I
    """) == table("""
        raci              | Kim | Robin | Alex | Sam
        Sales handover    | A   | R     | I    |
        Marketing plan    | A   | C     | R    | I
        Legal review      | A   |       | C    | R
        Finance approval  | R   | A     |      | I
    """)


def test_the_layout_can_be_said() -> None:
    drawing = """
             | Alpha | Beta | Gamma
        Uno  | A     | R    | C
        Due  | R     | A    | I
    """
    assert read(drawing, overrides=Overrides(layout="transposed")) == table("""
        raci  | Uno | Due
        Alpha | A   | R
        Beta  | R   | A
        Gamma | C   | I
    """)


def test_departments_left_of_the_roles() -> None:
    found = read("""
        Department | Role            | Kickoff meeting | Data import | Go-live
        Sales      | Account Manager | A               | A           | C
                   | Sales Rep       | R               |             | R/A
        Services   | Trainer         |                 | R           | I
    """)
    assert found == table("""
        raci            | Sales: Account Manager | Sales: Sales Rep | Services: Trainer
        Kickoff meeting | A                      | R                |
        Data import     | A                      |                  | R
        Go-live         | C                      | RA               | I
    """)


@pytest.mark.parametrize("corner", ["", "Name"])
def test_rows_that_are_people_are_roles(corner: str) -> None:
    assert read(f"""
        {corner}  | Hold the kickoff | Import the data | Go live
        Kim Lee   | A                | R               |
        Robin Ray | R                | A               | C
        Alex Ash  | I                | C               | A
        Sam Sun   | C                | I               | R
    """) == table("""
        raci             | Kim Lee | Robin Ray | Alex Ash | Sam Sun
        Hold the kickoff | A       | R         | I        | C
        Import the data  | R       | A         | C        | I
        Go live          |         | C         | A        | R
    """)


def test_activities_of_one_word_are_not_taken_for_people() -> None:
    assert read("""
        RACI     | Acme corp | our side
        Planning | A         | R
        Setup    | A         | R
        Testing  | R         | A
    """) == table("""
        raci     | Acme corp | our side
        Planning | A         | R
        Setup    | A         | R
        Testing  | R         | A
    """)
