"""Where the matrix stands on its sheet: rows above it, columns beside it, what comes after it."""

from __future__ import annotations

from sheets import matrices, read, sheet, table
from sheets import addresses as addresses_of

PLAIN = table("""
    raci            | Lead | Trainer | Desk
    Kickoff meeting | A    | R       | I
    Data import     | R/A  |         | C
    Go-live         | A    | C       | R
""".replace("R/A", "RA"))


def test_textbook() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """) == PLAIN


def test_addresses_are_those_of_the_sheet() -> None:
    (matrix,) = matrices("""
        Onboarding plan

        | No | Activity        | Lead | Trainer | Desk
        | 1  | Kickoff meeting | A    | R       | I
        | 2  | Data import     | R/A  |         | C

        | 3  | Go-live         | A    | C       | R
    """)
    assert addresses_of(matrix) == ["D3 E3 F3", "C4: D4 E4 F4", "C5: D5 F5", "C7: D7 E7 F7"]
    assert str(matrix.locate(matrix.activities[1].assignments[1])) == "plan.xlsx:Sheet1!F5"


def test_header_below_a_title() -> None:
    assert read("""
        Who does what in onboarding

        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """) == PLAIN


def test_title_merged_over_all_columns() -> None:
    assert read(sheet("""
        Who does what in onboarding
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """, merged="A1:D1")) == PLAIN


def test_title_merged_over_the_letters_only() -> None:
    assert read(sheet("""
                        | RACI matrix
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """, merged="B1:D1")) == PLAIN


def test_header_in_row_9_below_an_info_block() -> None:
    assert read("""
        Responsibility chart
        Project:    | Harbour      |  | Version: | 1.2
        Owner:      | Success team |  | Date:    | 2025-03-01
        Status:     | Draft        |  | Approved | No
        Customer:   | Example Ltd


        Please fill in one letter per cell.
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """) == PLAIN


def test_info_block_directly_above_the_header() -> None:
    assert read("""
        Project         | Harbour
        Owner           | Success team
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """) == PLAIN


def test_wide_info_block_directly_above_the_header() -> None:
    assert read("""
        Project:        | Harbour      |         | Version: | 1.2
        Owner:          | Success team |         | Date:    | 2025-03-01
        Activity        | Lead         | Trainer | Desk
        Kickoff meeting | A            | R       | I
        Data import     | R/A          |         | C
        Go-live         | A            | C       | R
    """) == PLAIN


def test_instructions_of_several_lines_above() -> None:
    assert read("""
        How to use this sheet
        1. Go through the activities one by one.
        2. Choose a letter for every role that has a part in it.
        3. There must be exactly one A in every row.
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """) == PLAIN


def test_header_in_row_16() -> None:
    drawing = "\n" * 16 + "Activity|Lead|Trainer|Desk\nKickoff meeting|A|R|I\nData import|RA||C\nGo-live|A|C|R"
    assert read(sheet("Plan" + drawing)) == PLAIN


def test_column_a_empty_and_header_in_b5() -> None:
    assert read("""
        |
        | Onboarding
        |
        |
        | Activity        | Lead | Trainer | Desk
        | Kickoff meeting | A    | R       | I
        | Data import     | R/A  |         | C
        | Go-live         | A    | C       | R
    """) == PLAIN


def test_matrix_at_column_ab() -> None:
    indent = "|" * 27
    lines = ["Activity|Lead|Trainer|Desk", "Kickoff meeting|A|R|I", "Data import|RA||C", "Go-live|A|C|R"]
    (matrix,) = matrices("\n".join(["Plan", "", *(indent + line for line in lines)]))
    assert addresses_of(matrix)[:2] == ["AC3 AD3 AE3", "AB4: AC4 AD4 AE4"]


def test_one_blank_column_between_activities_and_roles() -> None:
    assert read("""
        Activity        | | Lead | Trainer | Desk
        Kickoff meeting | | A    | R       | I
        Data import     | | R/A  |         | C
        Go-live         | | A    | C       | R
    """) == PLAIN


def test_one_blank_column_between_the_roles() -> None:
    assert read("""
        Activity        | Lead | | Trainer | Desk
        Kickoff meeting | A    | | R       | I
        Data import     | R/A  | |         | C
        Go-live         | A    | | C       | R
    """) == PLAIN


def test_a_blank_row_below_the_header_and_between_activities() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk

        Kickoff meeting | A    | R       | I

        Data import     | R/A  |         | C

        Go-live         | A    | C       | R
    """) == PLAIN


def test_number_column_first() -> None:
    assert read("""
        #  | Activity        | Lead | Trainer | Desk
        1  | Kickoff meeting | A    | R       | I
        2  | Data import     | R/A  |         | C
        3  | Go-live         | A    | C       | R
    """) == PLAIN


def test_wbs_column_first() -> None:
    assert read("""
        WBS   | Activity        | Lead | Trainer | Desk
        1.1   | Kickoff meeting | A    | R       | I
        1.2   | Data import     | R/A  |         | C
        2.1.1 | Go-live         | A    | C       | R
    """) == PLAIN


def test_codes_as_ids() -> None:
    assert read("""
        Ref    | Activity        | Lead | Trainer | Desk
        ONB-01 | Kickoff meeting | A    | R       | I
        ONB-02 | Data import     | R/A  |         | C
        ONB-03 | Go-live         | A    | C       | R
    """) == PLAIN


def test_single_letters_as_ids() -> None:
    assert read("""
        ID | Activity        | Lead | Trainer | Desk
        A  | Kickoff meeting | A    | R       | I
        B  | Data import     | R/A  |         | C
        C  | Go-live         | A    | C       | R
    """) == PLAIN


def test_id_wbs_deliverable_priority_status_before_and_hours_notes_after() -> None:
    assert read("""
        ID | WBS | Activity        | Deliverable  | Priority | Status | Lead | Trainer | Desk | Hours | Notes
        1  | 1.1 | Kickoff meeting | Minutes      | High     | Done   | A    | R       | I    | 4     | by video
        2  | 1.2 | Data import     | Loaded data  | High     | Open   | R/A  |         | C    | 16    |
        3  | 1.3 | Go-live         | Running site | Medium   | Open   | A    | C       | R    | 8     | on a Monday
    """) == PLAIN


def test_priority_as_letters_before_the_roles() -> None:
    assert read("""
        Activity        | Priority | Lead | Trainer | Desk
        Kickoff meeting | H        | A    | R       | I
        Data import     | M        | R/A  |         | C
        Go-live         | L        | A    | C       | R
    """) == PLAIN


def test_moscow_letters_before_the_roles() -> None:
    assert read("""
        Activity        | MoSCoW | Lead | Trainer | Desk
        Kickoff meeting | M      | A    | R       | I
        Data import     | S      | R/A  |         | C
        Go-live         | C      | A    | C       | R
    """) == PLAIN


def test_sizes_after_the_roles() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | Effort
        Kickoff meeting | A    | R       | I    | S
        Data import     | R/A  |         | C    | M
        Go-live         | A    | C       | R    | L
    """) == PLAIN


def test_status_letters_open_and_closed_after_the_roles() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | Status
        Kickoff meeting | A    | R       | I    | C
        Data import     | R/A  |         | C    | O
        Go-live         | A    | C       | R    | O
    """) == PLAIN


def test_classes_a_b_c_before_the_roles() -> None:
    assert read("""
        Activity        | Class | Lead | Trainer | Desk
        Kickoff meeting | A     | A    | R       | I
        Data import     | C     | R/A  |         | C
        Go-live         | B     | A    | C       | R
    """) == PLAIN


def test_plan_do_check_act_column_before_the_activity() -> None:
    assert read("""
        PDCA | Activity        | Lead | Trainer | Desk
        P    | Kickoff meeting | A    | R       | I
        D    | Data import     | R/A  |         | C
        C    | Go-live         | A    | C       | R
    """) == PLAIN


def test_dates_and_a_long_description_before_the_roles() -> None:
    assert read("""
        Activity        | What it is about                                        | Due        | Lead | Trainer | Desk
        Kickoff meeting | First working session with all people of the customer   | 2025-04-01 | A    | R       | I
        Data import     | Moves contracts and contacts over, with a trial before  | 2025-05-01 | R/A  |         | C
        Go-live         | The customer starts to work with the product every day  | 2025-06-01 | A    | C       | R
    """) == PLAIN


def test_deliverable_beside_the_activity_is_no_phase() -> None:
    assert read("""
        Activity        | Deliverable | Lead | Trainer | Desk
        Kickoff meeting | Minutes     | A    | R       | I
        Data import     | Report      | R/A  |         | C
        Go-live         | Report      | A    | C       | R
    """) == PLAIN


def test_yes_no_flags_before_the_roles() -> None:
    assert read("""
        Activity        | Billable | On site | Lead | Trainer | Desk
        Kickoff meeting | Y        | N       | A    | R       | I
        Data import     | N        | N       | R/A  |         | C
        Go-live         | Y        | Y       | A    | C       | R
    """) == PLAIN


def test_yes_no_flags_after_the_roles() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | Billable? | On site?
        Kickoff meeting | A    | R       | I    | Yes       | No
        Data import     | R/A  |         | C    | No        | No
        Go-live         | A    | C       | R    | Yes       | Yes
    """) == PLAIN


def test_tick_column_after_the_roles() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | Agreed
        Kickoff meeting | A    | R       | I    | x
        Data import     | R/A  |         | C    |
        Go-live         | A    | C       | R    | x
    """) == PLAIN


def test_owner_names_beside_the_roles() -> None:
    assert read("""
        Activity        | Owner | Lead | Trainer | Desk
        Kickoff meeting | Kim   | A    | R       | I
        Data import     | Robin | R/A  |         | C
        Go-live         | Kim   | A    | C       | R
    """) == PLAIN


def test_activities_to_the_right_of_the_roles() -> None:
    assert read("""
        Lead | Trainer | Desk | Activity
        A    | R       | I    | Kickoff meeting
        R/A  |         | C    | Data import
        A    | C       | R    | Go-live
    """) == PLAIN


def test_blank_formatted_tail() -> None:
    body = "Activity|Lead|Trainer|Desk\nKickoff meeting|A|R|I\nData import|RA||C\nGo-live|A|C|R\n"
    assert read(sheet(body + "|||||||||\n" * 990)) == PLAIN


def test_ragged_rows() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | | |
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C    |
        Go-live         | A    | C       | R    | | | |
    """) == PLAIN


def test_totals_notes_signatures_and_copyright_below() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
        Total           | 3    | 2       | 3

        Insert new rows above this line
        Note: the desk is reached by mail only.
        Approved by: ____________ | | Date: ________
        © 2025 Example Ltd. All rights reserved.
    """) == PLAIN


def test_insert_rows_above_directly_below_the_last_activity() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
        Insert new rows above this line
    """) == PLAIN


def test_a_note_directly_below_the_last_activity() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
        * to be agreed with the customer before the kickoff takes place
    """) == PLAIN


def test_counts_of_each_letter_below() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
        R               | 1    | 1       | 1
        A               | 3    | 0       | 0
        C               | 0    | 1       | 1
        I               | 0    | 0       | 1
    """) == PLAIN


def test_counts_below_after_a_gap_with_headings() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R

        Workload          | Lead | Trainer | Desk
        Responsible       | 1    | 1       | 1
        Accountable       | 3    | 0       | 0
        Consulted         | 0    | 1       | 1
        Informed          | 0    | 0       | 1
    """) == PLAIN


def test_counts_at_the_right() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | | R | A | C | I
        Kickoff meeting | A    | R       | I    | | 1 | 1 | 0 | 1
        Data import     | R/A  |         | C    | | 1 | 1 | 1 | 0
        Go-live         | A    | C       | R    | | 1 | 1 | 1 | 0
    """) == PLAIN


def test_counts_right_beside_the_roles() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | # of R | # of A
        Kickoff meeting | A    | R       | I    | 1      | 1
        Data import     | R/A  |         | C    | 1      | 1
        Go-live         | A    | C       | R    | 1      | 1
    """) == PLAIN


def test_count_block_per_role_on_the_right() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | | Role    | R | A | C | I
        Kickoff meeting | A    | R       | I    | | Lead    | 1 | 3 | 0 | 0
        Data import     | R/A  |         | C    | | Trainer | 1 | 0 | 1 | 0
        Go-live         | A    | C       | R    | | Desk    | 1 | 0 | 1 | 1
    """) == PLAIN


def test_check_columns_with_words() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | Check
        Kickoff meeting | A    | R       | I    | OK
        Data import     | R/A  |         | C    | OK
        Go-live         | A    | C       | R    | no A
    """) == PLAIN


def test_check_columns_with_cached_errors() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | Check  | Link
        Kickoff meeting | A    | R       | I    | #REF!  | #N/A
        Data import     | R/A  |         | C    | #NAME? | #N/A
        Go-live         | A    | C       | R    | 1      | #N/A
    """) == PLAIN


def test_a_check_row_below_the_header() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Number of rows  | 3    | 2       | 3
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """) == PLAIN


def test_a_placeholder_row_of_dots_below() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
        ...
    """) == PLAIN


def test_a_revision_table_above() -> None:
    assert read("""
        Version | Date       | Author | Change
        0.1     | 2025-01-10 | Kim    | First draft
        1.0     | 2025-02-03 | Robin  | Agreed

        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """) == PLAIN


def test_another_table_below() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R

        Contacts | Mail             | Phone
        Lead     | lead@example.org | 100
        Desk     | desk@example.org | 200
    """) == PLAIN


def test_a_role_list_beside() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk | | Role    | Person
        Kickoff meeting | A    | R       | I    | | Lead    | Kim
        Data import     | R/A  |         | C    | | Trainer | Robin
        Go-live         | A    | C       | R    | | Desk    | Alex
    """) == PLAIN


def test_300_roles() -> None:
    letters = "ARCI"
    head = "Activity|" + "|".join(f"Team {i}" for i in range(300))
    rows = [f"Step {a}|" + "|".join(letters[(a + r) % 4] for r in range(300)) for a in range(12)]
    (matrix,) = matrices("\n".join([head, *rows]))
    assert len(matrix.roles) == 300
    assert [len(activity.assignments) for activity in matrix.activities] == [300] * 12


def test_3000_activities() -> None:
    rows = [f"{n}|Step number {n} of the plan|A|R|{'CI'[n % 2]}|" for n in range(1, 3001)]
    (matrix,) = matrices("\n".join(["No|Activity|Lead|Trainer|Desk|Legal", *rows]))
    assert len(matrix.activities) == 3000
    assert {len(activity.assignments) for activity in matrix.activities} == {3}
    assert matrix.activities[-1].name == "Step number 3000 of the plan"
