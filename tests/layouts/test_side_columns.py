"""Columns beside the roles that are no roles: numbers, codes, flags, counts, checks, notes."""

from __future__ import annotations

import pytest
from sheets import read, table

PLAIN = table("""
    raci            | Lead | Trainer | Desk
    Kickoff meeting | A    | R       | I
    Data import     | RA   |         | C
    Go-live         | A    | C       | R
""")


def test_number_column_first() -> None:
    found = read("""
        #  | Activity        | Lead | Trainer | Desk
        1  | Kickoff meeting | A    | R       | I
        2  | Data import     | R/A  |         | C
        3  | Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_wbs_column_first() -> None:
    found = read("""
        WBS   | Activity        | Lead | Trainer | Desk
        1.1   | Kickoff meeting | A    | R       | I
        1.2   | Data import     | R/A  |         | C
        2.1.1 | Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_codes_as_ids() -> None:
    found = read("""
        Ref    | Activity        | Lead | Trainer | Desk
        ONB-01 | Kickoff meeting | A    | R       | I
        ONB-02 | Data import     | R/A  |         | C
        ONB-03 | Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_single_letters_as_ids() -> None:
    found = read("""
        ID | Activity        | Lead | Trainer | Desk
        A  | Kickoff meeting | A    | R       | I
        B  | Data import     | R/A  |         | C
        C  | Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_id_wbs_deliverable_priority_status_before_and_hours_notes_after() -> None:
    found = read("""
        ID | WBS | Activity        | Deliverable  | Priority | Status | Lead | Trainer | Desk | Hours | Notes
        1  | 1.1 | Kickoff meeting | Minutes      | High     | Done   | A    | R       | I    | 4     | by video
        2  | 1.2 | Data import     | Loaded data  | High     | Open   | R/A  |         | C    | 16    |
        3  | 1.3 | Go-live         | Running site | Medium   | Open   | A    | C       | R    | 8     | on a Monday
    """)
    assert found == PLAIN


def test_priority_as_letters_before_the_roles() -> None:
    found = read("""
        Activity        | Priority | Lead | Trainer | Desk
        Kickoff meeting | H        | A    | R       | I
        Data import     | M        | R/A  |         | C
        Go-live         | L        | A    | C       | R
    """)
    assert found == PLAIN


def test_moscow_letters_before_the_roles() -> None:
    found = read("""
        Activity        | MoSCoW | Lead | Trainer | Desk
        Kickoff meeting | M      | A    | R       | I
        Data import     | S      | R/A  |         | C
        Go-live         | C      | A    | C       | R
    """)
    assert found == PLAIN


def test_sizes_after_the_roles() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | Effort
        Kickoff meeting | A    | R       | I    | S
        Data import     | R/A  |         | C    | M
        Go-live         | A    | C       | R    | L
    """)
    assert found == PLAIN


def test_status_letters_open_and_closed_after_the_roles() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | Status
        Kickoff meeting | A    | R       | I    | C
        Data import     | R/A  |         | C    | O
        Go-live         | A    | C       | R    | O
    """)
    assert found == PLAIN


def test_classes_a_b_c_before_the_roles() -> None:
    found = read("""
        Activity        | Class | Lead | Trainer | Desk
        Kickoff meeting | A     | A    | R       | I
        Data import     | C     | R/A  |         | C
        Go-live         | B     | A    | C       | R
    """)
    assert found == PLAIN


def test_plan_do_check_act_column_before_the_activity() -> None:
    found = read("""
        PDCA | Activity        | Lead | Trainer | Desk
        P    | Kickoff meeting | A    | R       | I
        D    | Data import     | R/A  |         | C
        C    | Go-live         | A    | C       | R
    """)
    assert found == PLAIN


@pytest.mark.parametrize("heading", ["Cat.", "Cat", "Kat.", "Prio."])
def test_letters_of_a_category_before_the_roles(heading: str) -> None:
    """A word cut short."""
    found = read(f"""
        Activity        | {heading} | Lead | Trainer | Desk
        Kickoff meeting | A | A    | R       | I
        Data import     | C | R/A  |         | C
        Go-live         | A | A    | C       | R
    """)
    assert found[0] == "raci | Lead | Trainer | Desk"


def test_dates_and_a_long_description_before_the_roles() -> None:
    found = read("""
        Activity        | What it is about                                        | Due        | Lead | Trainer | Desk
        Kickoff meeting | First working session with all people of the customer   | 2025-04-01 | A    | R       | I
        Data import     | Moves contracts and contacts over, with a trial before  | 2025-05-01 | R/A  |         | C
        Go-live         | The customer starts to work with the product every day  | 2025-06-01 | A    | C       | R
    """)
    assert found == PLAIN


def test_deliverable_beside_the_activity_is_no_phase() -> None:
    found = read("""
        Activity        | Deliverable | Lead | Trainer | Desk
        Kickoff meeting | Minutes     | A    | R       | I
        Data import     | Report      | R/A  |         | C
        Go-live         | Report      | A    | C       | R
    """)
    assert found == PLAIN


def test_yes_no_flags_before_the_roles() -> None:
    found = read("""
        Activity        | Billable | On site | Lead | Trainer | Desk
        Kickoff meeting | Y        | N       | A    | R       | I
        Data import     | N        | N       | R/A  |         | C
        Go-live         | Y        | Y       | A    | C       | R
    """)
    assert found == PLAIN


def test_yes_no_flags_after_the_roles() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | Billable? | On site?
        Kickoff meeting | A    | R       | I    | Yes       | No
        Data import     | R/A  |         | C    | No        | No
        Go-live         | A    | C       | R    | Yes       | Yes
    """)
    assert found == PLAIN


def test_tick_column_after_the_roles() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | Agreed
        Kickoff meeting | A    | R       | I    | x
        Data import     | R/A  |         | C    |
        Go-live         | A    | C       | R    | x
    """)
    assert found == PLAIN


def test_owner_names_beside_the_roles() -> None:
    found = read("""
        Activity        | Owner | Lead | Trainer | Desk
        Kickoff meeting | Kim   | A    | R       | I
        Data import     | Robin | R/A  |         | C
        Go-live         | Kim   | A    | C       | R
    """)
    assert found == PLAIN


def test_counts_at_the_right() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | | R | A | C | I
        Kickoff meeting | A    | R       | I    | | 1 | 1 | 0 | 1
        Data import     | R/A  |         | C    | | 1 | 1 | 1 | 0
        Go-live         | A    | C       | R    | | 1 | 1 | 1 | 0
    """)
    assert found == PLAIN


def test_counts_right_beside_the_roles() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | # of R | # of A
        Kickoff meeting | A    | R       | I    | 1      | 1
        Data import     | R/A  |         | C    | 1      | 1
        Go-live         | A    | C       | R    | 1      | 1
    """)
    assert found == PLAIN


def test_count_block_per_role_on_the_right() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | | Role    | R | A | C | I
        Kickoff meeting | A    | R       | I    | | Lead    | 1 | 3 | 0 | 0
        Data import     | R/A  |         | C    | | Trainer | 1 | 0 | 1 | 0
        Go-live         | A    | C       | R    | | Desk    | 1 | 0 | 1 | 1
    """)
    assert found == PLAIN


def test_check_columns_with_words() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | Check
        Kickoff meeting | A    | R       | I    | OK
        Data import     | R/A  |         | C    | OK
        Go-live         | A    | C       | R    | no A
    """)
    assert found == PLAIN


def test_check_columns_with_cached_errors() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | Check  | Link
        Kickoff meeting | A    | R       | I    | #REF!  | #N/A
        Data import     | R/A  |         | C    | #NAME? | #N/A
        Go-live         | A    | C       | R    | 1      | #N/A
    """)
    assert found == PLAIN


def test_a_role_list_beside() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | | Role    | Person
        Kickoff meeting | A    | R       | I    | | Lead    | Kim
        Data import     | R/A  |         | C    | | Trainer | Robin
        Go-live         | A    | C       | R    | | Desk    | Alex
    """)
    assert found == PLAIN


def test_a_letter_that_got_lost_among_the_notes() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | Notes
        Kickoff meeting | A    | R       | I    |
        Data import     | R/A  |         | C    | C
        Go-live         | A    | C       | R    |
    """)
    assert found == PLAIN


def test_red_amber_green() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | RAG
        Kickoff meeting | A    | R       | I    | R
        Data import     | R/A  |         | C    | A
        Go-live         | A    | C       | R    | G
    """)
    assert found == PLAIN
