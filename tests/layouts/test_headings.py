"""Header rows: groups, persons, descriptions, roles over several columns."""

from __future__ import annotations

import pytest
from sheets import addresses, matrices, read, table

from raci_cli.errors import NoMatrixError

GROUPED = table("""
    raci            | Sales: Lead | Services: Trainer | Services: Desk
    Kickoff meeting | A           | R                 | I
    Data import     | RA          |                   | C
    Go-live         | A           | C                 | R
""")
PLAIN = table("""
    raci            | Lead | Trainer | Desk
    Kickoff meeting | A    | R       | I
    Data import     | RA   |         | C
    Go-live         | A    | C       | R
""")


def test_group_row_above_merged() -> None:
    found = read("""
        merged: C1:D1
                        | Sales | Services |
        Activity        | Lead  | Trainer  | Desk
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """)
    assert found == GROUPED


def test_group_row_above_not_merged() -> None:
    found = read("""
                        | Sales | Services |
        Activity        | Lead  | Trainer  | Desk
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """)
    assert found == GROUPED


def test_group_row_above_repeated_in_every_column() -> None:
    found = read("""
        Department      | Sales | Services | Services
        Activity        | Lead  | Trainer  | Desk
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """)
    assert found == GROUPED


def test_group_row_below_merged() -> None:
    found = read("""
        merged: C2:D2
        Activity        | Lead  | Trainer  | Desk
                        | Sales | Services |
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """)
    assert found == GROUPED


def test_title_group_row_and_roles() -> None:
    found = read("""
        merged: A1:D1 C2:D2
        Onboarding responsibilities
                        | Sales | Services |
        Activity        | Lead  | Trainer  | Desk
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """)
    assert found == GROUPED


def test_activity_heading_merged_down_over_both_header_rows() -> None:
    found = read("""
        merged: A1:A2 C1:D1
        Activity        | Sales | Services |
                        | Lead  | Trainer  | Desk
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """)
    assert found == GROUPED


def test_one_role_merged_down_beside_groups() -> None:
    assert read("""
        merged: A1:A2 B1:B2 C1:D1
        Activity        | Lead  | Services |
                        |       | Trainer  | Desk
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """) == table("""
        raci            | Lead | Services: Trainer | Services: Desk
        Kickoff meeting | A    | R                 | I
        Data import     | RA   |                   | C
        Go-live         | A    | C                 | R
    """)


def test_a_single_group_over_all_roles_is_no_group() -> None:
    found = read("""
        merged: B1:D1
                        | Roles
        Activity        | Lead  | Trainer  | Desk
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """)
    assert found == PLAIN


def test_a_single_group_over_all_roles_without_merging() -> None:
    found = read("""
                        | Roles |          |
        Activity        | Lead  | Trainer  | Desk
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """)
    assert found == PLAIN


def test_the_band_says_the_groups_of_customer_and_supplier() -> None:
    assert read("""
        merged: A1:A2 B1:D1 E1:F1
        Task            | Supplier |         |       | Customer |
                        | Lead     | Trainer | Desk  | Sponsor  | Key user
        Kickoff meeting | A        | R       | I     | C        | C
        Data import     | R/A      |         | C     | I        | R
        Go-live         | A        | C       | R     | I        |
    """) == table("""
        raci            | Supplier: Lead | Supplier: Trainer | Supplier: Desk | Customer: Sponsor | Customer: Key user
        Kickoff meeting | A              | R                 | I              | C                 | C
        Data import     | RA             |                   | C              | I                 | R
        Go-live         | A              | C                 | R              | I                 |
    """)


def test_person_row_below_the_roles() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Name            | Kim  | Robin   | Alex
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_person_row_below_the_roles_without_a_label() -> None:
    assert read("""
        Activity        | Project Manager | Trainer | Support Team
                        | Kim             | Robin   | Alex
        Kickoff meeting | A               | R       | I
        Data import     | R/A             |         | C
        Go-live         | A               | C       | R
    """) == table("""
        raci            | Project Manager | Trainer | Support Team
        Kickoff meeting | A               | R       | I
        Data import     | RA              |         | C
        Go-live         | A               | C       | R
    """)


def test_three_header_rows_group_role_person() -> None:
    found = read("""
        merged: C1:D1
                        | Sales | Services |
        Activity        | Lead  | Trainer  | Desk
                        | Kim   | Robin    | Alex
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """)
    assert found == GROUPED


def test_mail_addresses_below_the_roles() -> None:
    found = read("""
        Activity        | Lead             | Trainer              | Desk
                        | lead@example.org | training@example.org | desk@example.org
        Kickoff meeting | A                | R                    | I
        Data import     | R/A              |                      | C
        Go-live         | A                | C                    | R
    """)
    assert found == PLAIN


def test_a_blank_row_between_roles_and_letters() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
                        |      |         |

        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_roles_one_row_below_the_activity_heading() -> None:
    found = read("""
        Activity        |      |         |
                        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_roles_one_row_above_the_activity_heading() -> None:
    found = read("""
                        | Lead | Trainer | Desk
        Activity
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


@pytest.mark.parametrize(
    "heading",
    ["", "/", "RACI", "RACI matrix", "Onboarding", "Tasks / Roles", "Activity \\ Role", "Roles", "R A C I", "1", "⏎",
     "R = Responsible, A = Accountable, C = Consulted, I = Informed", "Tâches", "Aufgabe", "Задача", "Actividad"],
)  # fmt: skip
def test_whatever_stands_over_the_activities(heading: str) -> None:
    found = read(f"""
        {heading}       | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_a_row_of_descriptions_below_the_roles() -> None:
    found = read("""
        Activity        | Lead                                         | Trainer           | Desk
                        | Answers to the customer for the whole result | Teaches all users | Takes all calls
        Kickoff meeting | A                                            | R                 | I
        Data import     | R/A                                          |                   | C
        Go-live         | A                                            | C                 | R
    """)
    assert found == PLAIN


def test_the_same_role_twice_under_two_groups() -> None:
    (matrix,) = matrices("""
        merged: B1:C1 D1:E1
                        | Supplier |         | Customer |
        Activity        | Lead     | Analyst | Lead     | Analyst
        Kickoff meeting | A        | R       | I        |
        Data import     | R/A      |         | C        | C
        Go-live         | A        | C       | R        | I
    """)
    assert [(role.group, role.name, role.label) for role in matrix.roles] == [
        ("Supplier", "Lead", "Lead"),
        ("Supplier", "Analyst", "Analyst"),
        ("Customer", "Lead", "Lead (2)"),
        ("Customer", "Analyst", "Analyst (2)"),
    ]


def test_one_role_over_several_merged_columns_one_per_letter() -> None:
    assert read("""
        merged: B1:E1 F1:I1
        Activity        | Lead |   |   |   | Desk |   |   |
        Kickoff meeting | R    | A |   |   |      |   |   | I
        Data import     |      | A |   |   | R    |   |   |
        Go-live         |      | A | C |   | R    |   |   |
        Health check    |      |   |   | I | R    | A |   |
    """) == table("""
        raci            | Lead | Desk
        Kickoff meeting | RA   | I
        Data import     | A    | R
        Go-live         | AC   | R
        Health check    | I    | RA
    """)


def test_one_role_over_four_columns_headed_r_a_c_i_each() -> None:
    assert read("""
        merged: B1:E1 F1:I1
        Activity        | Lead |   |   |   | Desk |   |   |
                        | R    | A | C | I | R    | A | C | I
        Kickoff meeting | R    | A |   |   |      |   |   | I
        Data import     |      | A |   |   | R    |   |   |
        Go-live         |      | A | C |   | R    |   |   |
    """) == table("""
        raci            | Lead | Desk
        Kickoff meeting | RA   | I
        Data import     | A    | R
        Go-live         | AC   | R
    """)


def test_a_merged_letter_holds_for_the_roles_it_covers() -> None:
    (matrix,) = matrices("""
        merged: C2:D2
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       |
        Data import     | A    | R       | C
        Go-live         | A    | C       | R
    """)
    assert addresses(matrix)[1] == "A2: B2 C2 D2"


def test_group_of_two_columns_with_a_merged_activity_pair_left() -> None:
    assert read("""
        merged: A1:A2 B1:B2 D1:E1 A3:A4 A5:A6
        Phase      | Activity        | Sales | Services |
                   |                 | Lead  | Trainer  | Desk
        Onboarding | Kickoff meeting | A     | R        | I
                   | Data import     | R/A   |          | C
        Running    | Health check    | A     | C        | R
                   | Renewal talk    | A     | I        | R
    """) == table("""
        raci            | Sales: Lead | Services: Trainer | Services: Desk
        # Onboarding
        Kickoff meeting | A           | R                 | I
        Data import     | RA          |                   | C
        # Running
        Health check    | A           | C                 | R
        Renewal talk    | A           | I                 | R
    """)


def test_one_role_over_several_columns_where_merged_ranges_are_not_known() -> None:
    assert read("""
        merged: unknown
        Activity        | Lead |   |   |   | Desk |   |   |
        Kickoff meeting | R    | A |   |   |      |   |   | I
        Data import     |      | A |   |   | R    |   |   |
        Go-live         |      | A | C |   | R    |   |   |
        Health check    |      |   |   | I | R    | A | C |
    """) == table("""
        raci            | Lead | Desk
        Kickoff meeting | RA   | I
        Data import     | A    | R
        Go-live         | AC   | R
        Health check    | I    | RAC
    """)


def test_abbreviations_below_the_full_names() -> None:
    assert read("""
        Activity        | Success Manager | Trainer | Support Desk
                        | SM              | TR      | SD
        Kickoff meeting | A               | R       | I
        Data import     | R/A             |         | C
        Go-live         | A               | C       | R
    """) == table("""
        raci            | Success Manager | Trainer | Support Desk
        Kickoff meeting | A               | R       | I
        Data import     | RA              |         | C
        Go-live         | A               | C       | R
    """)


def test_a_row_of_numbers_below_the_roles() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Days a week     | 0.5  | 1       | 2.5
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_two_rows_of_headings_with_a_blank_row_between() -> None:
    found = read("""
        Activity        | Lead  |          | Trainer  | Desk

                        | Sales | Partner  | Services | Services
        Kickoff meeting | A     |          | R        | I
        Data import     | R/A   |          |          | C
        Go-live         | A     |          | C        | R
    """)
    assert found[0].startswith("raci")
    assert "Kickoff meeting | A |  | R | I" in found


def test_counts_above_the_roles_are_no_groups() -> None:
    found = read("""
                        | 3    | 2       | 3
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


@pytest.mark.parametrize("merged", ["", "unknown"])
def test_headings_spread_over_columns_without_merging(merged: str) -> None:
    found = read(f"""
        merged: {merged}
        Activity        | Lead |   | Trainer |   | Desk |
        Kickoff meeting | R    | A |         |   | I    |
        Data import     |      | A | R       |   |      | C
        Go-live         | R    |   |         | A | I    |
    """)
    assert found == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | RA   |         | I
        Data import     | A    | R       | C
        Go-live         | R    | A       | I
    """)


def test_roles_that_have_letters_for_names() -> None:
    drawing = """
        Code | Task            | A | B | C | D
        t-1  | Kickoff meeting | A |   | C | I
        t-2  | Data import     | R | A | C | I
        t-3  | Go-live         | C | I | A | R
    """
    assert read(drawing, path="raci.xlsx") == table("""
        raci            | A | B | C | D
        Kickoff meeting | A |   | C | I
        Data import     | R | A | C | I
        Go-live         | C | I | A | R
    """)
    with pytest.raises(NoMatrixError):
        read(drawing.replace("Task", "Name"), path="plan.xlsx")


def test_a_heading_one_row_up_that_no_merged_range_takes_down() -> None:
    assert read("""
        merged: unknown
        Task            | Sponsor | IT   |         | Business |
                        |         | Lead | Trainer | Owner    | User
        Kickoff meeting | A       | R    | C       | I        |
        Data import     | I       | A    | R       |          | C
    """) == table("""
        raci            | Sponsor | IT: Lead | IT: Trainer | Business: Owner | Business: User
        Kickoff meeting | A       | R        | C           | I               |
        Data import     | I       | A        | R           |                 | C
    """)
