"""Role headings: groups, persons, descriptions, odd names, repeated names."""

from __future__ import annotations

import pytest
from sheets import addresses, matrices, read, sheet, table

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
    assert read(sheet("""
                        | Sales | Services |
        Activity        | Lead  | Trainer  | Desk
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """, merged="C1:D1")) == GROUPED


def test_group_row_above_not_merged() -> None:
    assert read("""
                        | Sales | Services |
        Activity        | Lead  | Trainer  | Desk
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """) == GROUPED


def test_group_row_above_repeated_in_every_column() -> None:
    assert read("""
        Department      | Sales | Services | Services
        Activity        | Lead  | Trainer  | Desk
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """) == GROUPED


def test_group_row_below_merged() -> None:
    assert read(sheet("""
        Activity        | Lead  | Trainer  | Desk
                        | Sales | Services |
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """, merged="C2:D2")) == GROUPED


def test_title_group_row_and_roles() -> None:
    assert read(sheet("""
        Onboarding responsibilities
                        | Sales | Services |
        Activity        | Lead  | Trainer  | Desk
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """, merged="A1:D1 C2:D2")) == GROUPED


def test_activity_heading_merged_down_over_both_header_rows() -> None:
    assert read(sheet("""
        Activity        | Sales | Services |
                        | Lead  | Trainer  | Desk
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """, merged="A1:A2 C1:D1")) == GROUPED


def test_one_role_merged_down_beside_groups() -> None:
    assert read(sheet("""
        Activity        | Lead  | Services |
                        |       | Trainer  | Desk
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """, merged="A1:A2 B1:B2 C1:D1")) == table("""
        raci            | Lead | Services: Trainer | Services: Desk
        Kickoff meeting | A    | R                 | I
        Data import     | RA   |                   | C
        Go-live         | A    | C                 | R
    """)


def test_a_single_group_over_all_roles_is_no_group() -> None:
    assert read(sheet("""
                        | Roles
        Activity        | Lead  | Trainer  | Desk
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """, merged="B1:D1")) == PLAIN


def test_a_single_group_over_all_roles_without_merging() -> None:
    assert read("""
                        | Roles |          |
        Activity        | Lead  | Trainer  | Desk
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """) == PLAIN


def test_the_band_says_the_groups_of_customer_and_supplier() -> None:
    assert read(sheet("""
        Task            | Supplier |         |       | Customer |
                        | Lead     | Trainer | Desk  | Sponsor  | Key user
        Kickoff meeting | A        | R       | I     | C        | C
        Data import     | R/A      |         | C     | I        | R
        Go-live         | A        | C       | R     | I        |
    """, merged="A1:A2 B1:D1 E1:F1")) == table("""
        raci            | Supplier: Lead | Supplier: Trainer | Supplier: Desk | Customer: Sponsor | Customer: Key user
        Kickoff meeting | A              | R                 | I              | C                 | C
        Data import     | RA             |                   | C              | I                 | R
        Go-live         | A              | C                 | R              | I                 |
    """)


def test_person_row_below_the_roles() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Name            | Kim  | Robin   | Alex
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """) == PLAIN


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
    assert read(sheet("""
                        | Sales | Services |
        Activity        | Lead  | Trainer  | Desk
                        | Kim   | Robin    | Alex
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """, merged="C1:D1")) == GROUPED


def test_mail_addresses_below_the_roles() -> None:
    assert read("""
        Activity        | Lead             | Trainer              | Desk
                        | lead@example.org | training@example.org | desk@example.org
        Kickoff meeting | A                | R                    | I
        Data import     | R/A              |                      | C
        Go-live         | A                | C                    | R
    """) == PLAIN


def test_a_blank_row_between_roles_and_letters() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
                        |      |         |

        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """) == PLAIN


def test_roles_one_row_below_the_activity_heading() -> None:
    assert read("""
        Activity        |      |         |
                        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """) == PLAIN


def test_roles_one_row_above_the_activity_heading() -> None:
    assert read("""
                        | Lead | Trainer | Desk
        Activity
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """) == PLAIN


@pytest.mark.parametrize(
    "heading",
    ["", "/", "RACI", "RACI matrix", "Onboarding", "Tasks / Roles", "Activity \\ Role", "Roles", "R A C I", "1", "⏎",
     "R = Responsible, A = Accountable, C = Consulted, I = Informed", "Tâches", "Aufgabe", "Задача", "Actividad"],
)  # fmt: skip
def test_whatever_stands_over_the_activities(heading: str) -> None:
    assert read(f"""
        {heading}       | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """) == PLAIN


def test_headings_with_line_breaks_padding_and_hard_spaces() -> None:
    assert read("""
        Activity          | Success⏎Manager | \u00a0Trainer\u00a0 | Support  Desk⏎
        Kickoff⏎meeting   | A               | R                   | I
        \u00a0Data import | R/A             |                     | C
        Go-live⏎          | A               | C                   | R
    """) == table("""
        raci            | Success Manager | Trainer | Support Desk
        Kickoff meeting | A               | R       | I
        Data import     | RA              |         | C
        Go-live         | A               | C       | R
    """)


def test_footnote_stars_on_role_names_stay() -> None:
    assert read("""
        Activity        | Lead | Trainer* | Desk**
        Kickoff meeting | A    | R        | I
        Data import     | R/A  |          | C
        Go-live         | A    | C        | R
    """) == table("""
        raci            | Lead | Trainer* | Desk**
        Kickoff meeting | A    | R        | I
        Data import     | RA   |          | C
        Go-live         | A    | C        | R
    """)


def test_descriptions_inside_role_headings() -> None:
    assert read("""
        Activity        | Lead⏎(answers to the customer for the result)     | Trainer⏎(teaches)
        Kickoff meeting | A                                                 | R
        Data import     | R/A                                               |
        Go-live         | A                                                 | C
    """) == table("""
        raci            | Lead (answers to the customer for the result) | Trainer (teaches)
        Kickoff meeting | A                                             | R
        Data import     | RA                                            |
        Go-live         | A                                             | C
    """)


def test_a_row_of_descriptions_below_the_roles() -> None:
    assert read("""
        Activity        | Lead                                        | Trainer                         | Desk
                        | Answers to the customer for the whole result | Teaches users and administrators | Takes all calls
        Kickoff meeting | A                                           | R                               | I
        Data import     | R/A                                         |                                 | C
        Go-live         | A                                           | C                               | R
    """) == PLAIN


def test_the_same_role_twice_under_two_groups() -> None:
    sheet_ = sheet("""
                        | Supplier |         | Customer |
        Activity        | Lead     | Analyst | Lead     | Analyst
        Kickoff meeting | A        | R       | I        |
        Data import     | R/A      |         | C        | C
        Go-live         | A        | C       | R        | I
    """, merged="B1:C1 D1:E1")
    (matrix,) = matrices(sheet_)
    assert [(role.group, role.name, role.label) for role in matrix.roles] == [
        ("Supplier", "Lead", "Lead"),
        ("Supplier", "Analyst", "Analyst"),
        ("Customer", "Lead", "Lead (2)"),
        ("Customer", "Analyst", "Analyst (2)"),
    ]


def test_placeholder_headings_are_kept_apart() -> None:
    assert read("""
        Activity        | Lead | Name or Role | Name or Role | [Person 1]
        Kickoff meeting | A    | R            | I            |
        Data import     | R/A  |              | C            |
        Go-live         | A    | C            | R            |
    """) == table("""
        raci            | Lead | Name or Role | Name or Role (2) | [Person 1]
        Kickoff meeting | A    | R            | I                |
        Data import     | RA   |              | C                |
        Go-live         | A    | C            | R                |
    """)


def test_a_role_without_any_letter_at_the_right_end_and_in_between() -> None:
    assert read("""
        Activity        | Lead | Legal | Trainer | Desk | Finance
        Kickoff meeting | A    |       | R       | I    |
        Data import     | R/A  |       |         | C    |
        Go-live         | A    |       | C       | R    |
    """) == table("""
        raci            | Lead | Legal | Trainer | Desk | Finance
        Kickoff meeting | A    |       | R       | I    |
        Data import     | RA   |       |         | C    |
        Go-live         | A    |       | C       | R    |
    """)


def test_a_role_without_any_letter_at_the_left_end() -> None:
    assert read("""
        Activity        | Sponsor | Lead | Trainer | Desk
        Kickoff meeting |         | A    | R       | I
        Data import     |         | R/A  |         | C
        Go-live         |         | A    | C       | R
    """) == table("""
        raci            | Sponsor | Lead | Trainer | Desk
        Kickoff meeting |         | A    | R       | I
        Data import     |         | RA   |         | C
        Go-live         |         | A    | C       | R
    """)


def test_unused_notes_columns_are_no_roles() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | Notes | Due date | Comments
        Kickoff meeting | A    | R       | I    |       |          |
        Data import     | R/A  |         | C    |       |          |
        Go-live         | A    | C       | R    |       |          |
    """) == PLAIN


@pytest.mark.parametrize("name", ["AR", "CI", "IA", "R&D", "RA", "S", "IS", "Support", "Consultant", "Informatics", "A"])
def test_roles_with_names_like_letters(name: str) -> None:
    assert read(f"""
        Activity        | Lead | {name} | Desk
        Kickoff meeting | A    | R      | I
        Data import     | R/A  |        | C
        Go-live         | A    | C      | R
    """) == table(f"""
        raci            | Lead | {name} | Desk
        Kickoff meeting | A    | R      | I
        Data import     | RA   |        | C
        Go-live         | A    | C      | R
    """)


def test_all_roles_are_short_codes() -> None:
    assert read("""
        Activity        | PM | AR | IS | CS | R&D | SD
        Kickoff meeting | A  | R  | I  |    | C   |
        Data import     |    | A  | C  | R  |     | I
        Go-live         | A  | C  | R  | I  |     |
        Health check    | I  |    |    | A  | C   | R
    """) == table("""
        raci            | PM | AR | IS | CS | R&D | SD
        Kickoff meeting | A  | R  | I  |    | C   |
        Data import     |    | A  | C  | R  |     | I
        Go-live         | A  | C  | R  | I  |     |
        Health check    | I  |    |    | A  | C   | R
    """)


def test_initials_as_roles() -> None:
    assert read("""
        Activity        | KM | AC | RS | IR
        Kickoff meeting | A  | R  | I  |
        Data import     | C  | A  |    | R
        Go-live         | A  | C  | R  | I
    """) == table("""
        raci            | KM | AC | RS | IR
        Kickoff meeting | A  | R  | I  |
        Data import     | C  | A  |    | R
        Go-live         | A  | C  | R  | I
    """)


def test_numbers_as_role_headings() -> None:
    assert read("""
        Activity        | Tier 1 | Tier 2 | Tier 3
        Kickoff meeting | A      | R      | I
        Data import     | R/A    |        | C
        Go-live         | A      | C      | R
    """) == table("""
        raci            | Tier 1 | Tier 2 | Tier 3
        Kickoff meeting | A      | R      | I
        Data import     | RA     |        | C
        Go-live         | A      | C      | R
    """)


def test_dates_as_headings() -> None:
    assert read("""
        Activity        | 2025-01-06 | 2025-01-13 | 2025-01-20
        Kickoff meeting | A          | R          | I
        Data import     | R/A        |            | C
        Go-live         | A          | C          | R
    """, path="raci.xlsx") == table("""
        raci            | 2025-01-06 | 2025-01-13 | 2025-01-20
        Kickoff meeting | A          | R          | I
        Data import     | RA         |            | C
        Go-live         | A          | C          | R
    """)


def test_a_single_role() -> None:
    assert read("""
        Activity        | Lead
        Kickoff meeting | A
        Data import     | R/A
        Go-live         | I
        Health check    | C
    """, path="raci.xlsx") == table("""
        raci            | Lead
        Kickoff meeting | A
        Data import     | RA
        Go-live         | I
        Health check    | C
    """)


def test_one_role_column_called_role() -> None:
    assert read("""
        Activity        | Role
        Kickoff meeting | A
        Data import     | R/A
        Go-live         | I
        Health check    | C
    """, path="raci.xlsx") == table("""
        raci            | Role
        Kickoff meeting | A
        Data import     | RA
        Go-live         | I
        Health check    | C
    """)


def test_two_roles_only() -> None:
    assert read("""
        Activity        | We  | Customer
        Kickoff meeting | A/R | C
        Data import     | R   | A
        Go-live         | A/R | I
    """) == table("""
        raci            | We  | Customer
        Kickoff meeting | RA  | C
        Data import     | R   | A
        Go-live         | RA  | I
    """)


def test_a_single_activity() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | Legal
        Kickoff meeting | A    | R       | I    | C
    """, path="raci.xlsx") == table("""
        raci            | Lead | Trainer | Desk | Legal
        Kickoff meeting | A    | R       | I    | C
    """)


def test_one_role_over_several_merged_columns_one_per_letter() -> None:
    assert read(sheet("""
        Activity        | Lead |   |   |   | Desk |   |   |
        Kickoff meeting | R    | A |   |   |      |   |   | I
        Data import     |      | A |   |   | R    |   |   |
        Go-live         |      | A | C |   | R    |   |   |
        Health check    |      |   |   | I | R    | A |   |
    """, merged="B1:E1 F1:I1")) == table("""
        raci            | Lead | Desk
        Kickoff meeting | RA   | I
        Data import     | A    | R
        Go-live         | AC   | R
        Health check    | I    | RA
    """)


def test_one_role_over_four_columns_headed_r_a_c_i_each() -> None:
    assert read(sheet("""
        Activity        | Lead |   |   |   | Desk |   |   |
                        | R    | A | C | I | R    | A | C | I
        Kickoff meeting | R    | A |   |   |      |   |   | I
        Data import     |      | A |   |   | R    |   |   |
        Go-live         |      | A | C |   | R    |   |   |
    """, merged="B1:E1 F1:I1")) == table("""
        raci            | Lead | Desk
        Kickoff meeting | RA   | I
        Data import     | A    | R
        Go-live         | AC   | R
    """)


def test_a_merged_letter_holds_for_the_roles_it_covers() -> None:
    (matrix,) = matrices(sheet("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       |
        Data import     | A    | R       | C
        Go-live         | A    | C       | R
    """, merged="C2:D2"))
    assert addresses(matrix)[1] == "A2: B2 C2"


def test_group_of_two_columns_with_a_merged_activity_pair_left() -> None:
    assert read(sheet("""
        Phase      | Activity        | Sales | Services |
                   |                 | Lead  | Trainer  | Desk
        Onboarding | Kickoff meeting | A     | R        | I
                   | Data import     | R/A   |          | C
        Running    | Health check    | A     | C        | R
                   | Renewal talk    | A     | I        | R
    """, merged="A1:A2 B1:B2 D1:E1 A3:A4 A5:A6")) == table("""
        raci            | Sales: Lead | Services: Trainer | Services: Desk
        # Onboarding
        Kickoff meeting | A           | R                 | I
        Data import     | RA          |                   | C
        # Running
        Health check    | A           | C                 | R
        Renewal talk    | A           | I                 | R
    """)
