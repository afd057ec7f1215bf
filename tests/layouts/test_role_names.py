"""Which columns are roles, and what the roles are called."""

from __future__ import annotations

import pytest
from sheets import read, table

PLAIN = table("""
    raci            | Lead | Trainer | Desk
    Kickoff meeting | A    | R       | I
    Data import     | RA   |         | C
    Go-live         | A    | C       | R
""")


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
    found = read("""
        Activity        | Lead | Trainer | Desk | Notes | Due date | Comments
        Kickoff meeting | A    | R       | I    |       |          |
        Data import     | R/A  |         | C    |       |          |
        Go-live         | A    | C       | R    |       |          |
    """)
    assert found == PLAIN


@pytest.mark.parametrize(
    "name", ["AR", "CI", "IA", "R&D", "RA", "S", "IS", "Support", "Consultant", "Informatics", "A"]
)
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
        file: raci.xlsx
        Activity        | 2025-01-06 | 2025-01-13 | 2025-01-20
        Kickoff meeting | A          | R          | I
        Data import     | R/A        |            | C
        Go-live         | A          | C          | R
    """) == table("""
        raci            | 2025-01-06 | 2025-01-13 | 2025-01-20
        Kickoff meeting | A          | R          | I
        Data import     | RA         |            | C
        Go-live         | A          | C          | R
    """)


def test_a_single_role() -> None:
    assert read("""
        file: raci.xlsx
        Activity        | Lead
        Kickoff meeting | A
        Data import     | R/A
        Go-live         | I
        Health check    | C
    """) == table("""
        raci            | Lead
        Kickoff meeting | A
        Data import     | RA
        Go-live         | I
        Health check    | C
    """)


def test_one_role_column_called_role() -> None:
    assert read("""
        file: raci.xlsx
        Activity        | Role
        Kickoff meeting | A
        Data import     | R/A
        Go-live         | I
        Health check    | C
    """) == table("""
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
        file: raci.xlsx
        Activity        | Lead | Trainer | Desk | Legal
        Kickoff meeting | A    | R       | I    | C
    """) == table("""
        raci            | Lead | Trainer | Desk | Legal
        Kickoff meeting | A    | R       | I    | C
    """)


def test_letters_under_no_heading_belong_to_nobody() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk |
        Kickoff meeting | A    | R       | I    | C
        Data import     | R/A  |         | C    |
        Go-live         | A    | C       | R    | I
    """)
    assert found == PLAIN


def test_many_roles_and_few_letters() -> None:
    drawing = """
        Activity        | Lead | Trainer | Desk | Legal | Finance | Sales | Product | Sponsor
        Kickoff meeting | A    | R       |      |       |         |       |         | I
        Data import     | A    |         | R    |       |         |       |         |
        Go-live         | A    |         |      |       |         |       | R       |
        Health check    | R/A  |         |      |       |         |       |         |
        Invoice run     |      |         |      |       | R/A     |       |         |
        Contract change |      |         |      | R     |         | A     |         |
    """
    assert read(drawing) == table(drawing.replace("Activity", "raci").replace("R/A", "RA"))


def test_side_columns_that_hold_only_dashes_are_no_roles() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | Notes | Comment
        Kickoff meeting | A    | R       | I    | -     | n/a
        Data import     | R/A  |         | C    | -     | n/a
        Go-live         | A    | C       | R    | -     | n/a
    """)
    assert found == PLAIN


def test_numbered_roles() -> None:
    found = read("""
        Activity        | 1. Lead | 2. Trainer | 3. Desk
        Kickoff meeting | A       | R          | I
        Data import     | R/A     |            | C
        Go-live         | A       | C          | R
    """)
    assert found[0] == "raci | 1. Lead | 2. Trainer | 3. Desk"
