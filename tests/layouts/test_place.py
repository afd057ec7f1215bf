"""Where the matrix stands on its sheet: rows above it, blank rows and columns, what comes after it."""

from __future__ import annotations

import pytest
from sheets import addresses as addresses_of
from sheets import matrices, read, sheet, table

from raci_cli.model import Stated

PLAIN = table("""
    raci            | Lead | Trainer | Desk
    Kickoff meeting | A    | R       | I
    Data import     | RA   |         | C
    Go-live         | A    | C       | R
""")


def test_textbook() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_addresses_are_those_of_the_sheet() -> None:
    (matrix,) = matrices("""
        Onboarding plan

        | No | Activity        | Lead | Trainer | Desk
        | 1  | Kickoff meeting | A    | R       | I
        | 2  | Data import     | R/A  |         | C

        | 3  | Go-live         | A    | C       | R
    """)
    assert addresses_of(matrix) == ["D3 E3 F3", "C4: D4 E4 F4", "C5: D5 F5", "C7: D7 E7 F7"]
    second = matrix.activities[1]
    assert str(matrix.locate(second.at(second.assignments[1]))) == "plan.xlsx:Sheet1!F5"


def test_header_below_a_title() -> None:
    found = read("""
        Who does what in onboarding

        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_title_merged_over_all_columns() -> None:
    found = read("""
        merged: A1:D1
        Who does what in onboarding
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_title_merged_over_the_letters_only() -> None:
    found = read("""
        merged: B1:D1
                        | RACI matrix
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_header_in_row_9_below_an_info_block() -> None:
    found = read("""
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
    """)
    assert found == PLAIN


def test_info_block_directly_above_the_header() -> None:
    found = read("""
        Project         | Harbour
        Owner           | Success team
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_wide_info_block_directly_above_the_header() -> None:
    found = read("""
        Project:        | Harbour      |         | Version: | 1.2
        Owner:          | Success team |         | Date:    | 2025-03-01
        Activity        | Lead         | Trainer | Desk
        Kickoff meeting | A            | R       | I
        Data import     | R/A          |         | C
        Go-live         | A            | C       | R
    """)
    assert found == PLAIN


def test_instructions_of_several_lines_above() -> None:
    found = read("""
        How to use this sheet
        1. Go through the activities one by one.
        2. Choose a letter for every role that has a part in it.
        3. There must be exactly one A in every row.
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_header_in_row_16() -> None:
    drawing = "\n" * 16 + "Activity|Lead|Trainer|Desk\nKickoff meeting|A|R|I\nData import|RA||C\nGo-live|A|C|R"
    assert read(sheet("Plan" + drawing)) == PLAIN


def test_column_a_empty_and_header_in_b5() -> None:
    found = read("""
        |
        | Onboarding
        |
        |
        | Activity        | Lead | Trainer | Desk
        | Kickoff meeting | A    | R       | I
        | Data import     | R/A  |         | C
        | Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_matrix_at_column_ab() -> None:
    indent = "|" * 27
    lines = ["Activity|Lead|Trainer|Desk", "Kickoff meeting|A|R|I", "Data import|RA||C", "Go-live|A|C|R"]
    (matrix,) = matrices("\n".join(["Plan", "", *(indent + line for line in lines)]))
    assert addresses_of(matrix)[:2] == ["AC3 AD3 AE3", "AB4: AC4 AD4 AE4"]


def test_one_blank_column_between_activities_and_roles() -> None:
    found = read("""
        Activity        | | Lead | Trainer | Desk
        Kickoff meeting | | A    | R       | I
        Data import     | | R/A  |         | C
        Go-live         | | A    | C       | R
    """)
    assert found == PLAIN


def test_one_blank_column_between_the_roles() -> None:
    found = read("""
        Activity        | Lead | | Trainer | Desk
        Kickoff meeting | A    | | R       | I
        Data import     | R/A  | |         | C
        Go-live         | A    | | C       | R
    """)
    assert found == PLAIN


def test_a_blank_row_below_the_header_and_between_activities() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk

        Kickoff meeting | A    | R       | I

        Data import     | R/A  |         | C

        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_activities_to_the_right_of_the_roles() -> None:
    found = read("""
        Lead | Trainer | Desk | Activity
        A    | R       | I    | Kickoff meeting
        R/A  |         | C    | Data import
        A    | C       | R    | Go-live
    """)
    assert found == PLAIN


def test_blank_formatted_tail() -> None:
    body = "Activity|Lead|Trainer|Desk\nKickoff meeting|A|R|I\nData import|RA||C\nGo-live|A|C|R\n"
    assert read(sheet(body + "|||||||||\n" * 990)) == PLAIN


def test_ragged_rows() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | | |
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C    |
        Go-live         | A    | C       | R    | | | |
    """)
    assert found == PLAIN


def test_totals_notes_signatures_and_copyright_below() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
        Total           | 3    | 2       | 3

        Insert new rows above this line
        Note: the desk is reached by mail only.
        Approved by: ____________ | | Date: ________
        © 2025 Example Ltd. All rights reserved.
    """)
    assert found == PLAIN


def test_insert_rows_above_directly_below_the_last_activity() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
        Insert new rows above this line
    """)
    assert found == PLAIN


def test_a_note_directly_below_the_last_activity() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
        * to be agreed with the customer before the kickoff takes place
    """)
    assert found == PLAIN


def test_counts_of_each_letter_below() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
        R               | 1    | 1       | 1
        A               | 3    | 0       | 0
        C               | 0    | 1       | 1
        I               | 0    | 0       | 1
    """)
    assert found == PLAIN


def test_counts_below_after_a_gap_with_headings() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R

        Workload          | Lead | Trainer | Desk
        Responsible       | 1    | 1       | 1
        Accountable       | 3    | 0       | 0
        Consulted         | 0    | 1       | 1
        Informed          | 0    | 0       | 1
    """)
    assert found == PLAIN


def test_a_check_row_below_the_header() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Number of rows  | 3    | 2       | 3
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_a_placeholder_row_of_dots_below() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
        ...
    """)
    assert found == PLAIN


def test_a_revision_table_above() -> None:
    found = read("""
        Version | Date       | Author | Change
        0.1     | 2025-01-10 | Kim    | First draft
        1.0     | 2025-02-03 | Robin  | Agreed

        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_another_table_below() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R

        Contacts | Mail             | Phone
        Lead     | lead@example.org | 100
        Desk     | desk@example.org | 200
    """)
    assert found == PLAIN


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


def test_counts_of_each_letter_below_a_blank_row() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R

        R               | 1    | 1       | 1
        A               | 3    | 0       | 0
        C               | 0    | 1       | 1
        I               | 0    | 0       | 1
    """)
    assert found == PLAIN


@pytest.mark.parametrize(
    "line", ["R = Responsible", "A - Accountable", "© 2018 Harbour Ltd", "(c) Harbour Ltd", "Legend"]
)
def test_a_line_about_the_letters_or_the_author_is_no_title(line: str) -> None:
    plan = "Activity | Lead | Trainer\nKickoff | A | R\nImport | R | A\nGo-live | A | R"
    (matrix,) = matrices(f"{line}\n{plan}")
    assert matrix.title == ""
    (matrix,) = matrices(f"{line}\nHarbour rollout\n{plan}")
    assert matrix.title == "Harbour rollout"


@pytest.mark.parametrize("heading", ["Activity", "Task", "Step"])
def test_a_matrix_with_one_role(heading: str) -> None:
    found = read(f"""
        file: plan.csv
        {heading}       | Lead
        Kickoff meeting | A
        Data import     | R
        Go-live         | R/A
    """)
    assert found == ["raci | Lead", "Kickoff meeting | A", "Data import | R", "Go-live | RA"]


def test_what_the_sheet_says_about_itself_has_a_place() -> None:
    (matrix,) = matrices("""
        Segment: Enterprise |         |      |
        Strategy:           | by hand |      |
        Activity            | Lead    | Desk | Legal
        Kickoff meeting     | A       | R    | I
        Data import         | R/A     |      | C
    """)
    assert matrix.source.stated == (Stated("segment", 1, 1), Stated("strategy", 2, 2))


@pytest.mark.parametrize("line", ["Version: 1.2", "Version: | 1.2", "Version | 1.2", "Owner: Anna | Version: 1.2"])
def test_the_version_is_read_wherever_it_stands_above(line: str) -> None:
    (matrix,) = matrices(f"{line}\nActivity | Lead | Desk\nKickoff meeting | A | R\nData import | R/A | C")
    assert matrix.version == "1.2"
    assert "version" in {stated.field for stated in matrix.source.stated}


def test_phases_by_number_stand_where_they_are_written() -> None:
    (matrix,) = matrices("""
        Activity       | Lead | Desk | Legal
        1 Onboarding   |      |      |
        1.1 Kickoff    | A    | R    | I
        1.2 Training   | A    | R    | C
        2 Renewal      |      |      |
        2.1 Offer      | R    | A    | C
        2.2 Contract   | A    | R    |
    """)
    assert [(phase.name, phase.row, phase.column) for phase in matrix.phases] == [
        ("1 Onboarding", 2, 1),
        ("2 Renewal", 5, 1),
    ]


def test_labels_of_facts_may_do_without_a_colon_where_they_stand_alone_with_their_value() -> None:
    (matrix,) = matrices("""
        Who does what
        Filled in by | Anna Berg
        Date | 2026-03-01
        Segment | Sales | Services
        Activity | Lead | Desk
        Kickoff | A | R
        Training | R | A
        Renewal | A | C/R
    """)
    assert (matrix.leader, matrix.date, matrix.segment) == ("Anna Berg", "2026-03-01", "")
