"""Several tables: on one sheet below or beside each other, on several sheets, some of them no matrices."""

from __future__ import annotations

from itertools import zip_longest

import pytest
from sheets import matrices, read, sheet, table

from raci_cli.layouts import Overrides

MATRIX = """
    Activity        | Lead | Trainer | Desk
    Kickoff meeting | A    | R       | I
    Data import     | R/A  |         | C
    Go-live         | A    | C       | R
"""
PLAIN = table(MATRIX.replace("Activity", "raci").replace("R/A", "RA"))


def test_small_matrices_with_different_roles_stacked() -> None:
    assert read("""
        Onboarding

        Activity        | Lead    | Trainer | Desk
        Kickoff meeting | A       | R       | I
        Data import     | R/A     |         | C

        Invoicing

        Activity        | Finance | Legal   | Sales
        Send invoice    | A/R     |         | I
        Dunning         | A       | C       | R
    """) == table("""
        raci            | Lead    | Trainer | Desk
        # Onboarding
        Kickoff meeting | A       | R       | I
        Data import     | RA      |         | C

        raci            | Finance | Legal   | Sales
        # Invoicing
        Send invoice    | RA      |         | I
        Dunning         | A       | C       | R
    """)


def test_stacked_with_some_roles_in_common_are_one_matrix() -> None:
    assert read("""
        Onboarding      | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C

        Running         | Lead | Trainer | Finance
        Health check    | A    | R       |
        Invoice run     | I    |         | R/A
    """) == table("""
        raci            | Lead | Trainer | Desk | Finance
        # Onboarding
        Kickoff meeting | A    | R       | I    |
        Data import     | RA   |         | C    |
        # Running
        Health check    | A    | R       |      |
        Invoice run     | I    |         |      | RA
    """)


def test_stacked_with_the_roles_in_another_order() -> None:
    assert read("""
        Onboarding      | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C

        Running         | Desk | Lead    | Trainer
        Health check    | A    | R       | I
        Invoice run     | I    |         | R/A
    """) == table("""
        raci            | Lead | Trainer | Desk
        # Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | RA   |         | C
        # Running
        Health check    | R    | I       | A
        Invoice run     |      | RA      | I
    """)


def test_side_by_side() -> None:
    assert read("""
        Onboarding      | Lead | Trainer | Desk | | Invoicing    | Finance | Legal | Sales
        Kickoff meeting | A    | R       | I    | | Send invoice | A/R     |       | I
        Data import     | R/A  |         | C    | | Dunning      | A       | C     | R
        Go-live         | A    | C       | R    | | Write-off    | A       | R     | I
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | RA   |         | C
        Go-live         | A    | C       | R

        raci            | Finance | Legal | Sales
        Send invoice    | RA      |       | I
        Dunning         | A       | C     | R
        Write-off       | A       | R     | I
    """)


@pytest.mark.parametrize("lower", [1, 2, 3, -2], ids=str)
def test_side_by_side_but_not_level(lower: int) -> None:
    """The second table begins in another row than the first: it was lost without a word."""
    first = """
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | RA   |         | C
        Go-live         | A    | C       | R
        Training        | I    | RA      |
        Review          | A    | R       | I
    """
    second = """
        Activity     | Finance | Legal | Sales
        Send invoice | RA      |       | I
        Dunning      | A       | C     | R
        Write-off    | A       | R     | I
    """
    left, right = first.strip("\n ").splitlines(), second.strip("\n ").splitlines()
    left, right = [""] * max(0, -lower) + left, [""] * max(0, lower) + right
    rows = zip_longest(left, right, fillvalue="")
    assert read("\n".join(f"{one or ' | | | '} | | {other or ' | | | '}" for one, other in rows)) == [
        *table(first.replace("Activity", "raci")),
        "",
        *table(second.replace("Activity", "raci")),
    ]


def test_two_sheets_two_matrices() -> None:
    found = matrices(
        sheet(MATRIX, name="Enterprise"),
        sheet(MATRIX.replace("Trainer", "Partner"), name="Small"),
    )
    assert [(matrix.source.sheet, matrix.roles[1].name) for matrix in found] == [
        ("Enterprise", "Trainer"),
        ("Small", "Partner"),
    ]


def test_a_sheet_can_be_chosen() -> None:
    sheets = [sheet(MATRIX, name="Enterprise"), sheet(MATRIX.replace("Trainer", "Partner"), name="Small")]
    (matrix,) = matrices(*sheets, overrides=Overrides(sheet="small"))
    assert matrix.source.sheet == "Small"


def test_a_matrix_on_the_eleventh_sheet() -> None:
    notes = [sheet(f"Notes {i}\nNothing to see here, only words", name=f"Notes {i}") for i in range(10)]
    assert read(*notes, sheet(MATRIX, name="Who does what"), "Thanks") == PLAIN


def test_a_hidden_sheet_is_read_and_says_so() -> None:
    (matrix,) = matrices("Welcome", sheet(MATRIX, hidden=True, name="Matrix"))
    assert (matrix.source.sheet, matrix.source.hidden) == ("Matrix", True)


def test_an_empty_copy_on_an_earlier_sheet_is_passed_over() -> None:
    blank = """
        Activity        | Lead | Trainer | Desk
        Kickoff meeting |      |         |
        Data import     |      |         |
        Go-live         |      |         |
    """
    (matrix,) = matrices(sheet(blank, name="RACI template"), sheet(MATRIX, name="RACI"))
    assert matrix.source.sheet == "RACI"


def test_a_sheet_that_counts_letters_per_role_is_passed_over() -> None:
    counts = """
        Role    | R | A | C | I | Total
        Lead    | 1 | 3 | 0 | 0 | 4
        Trainer | 1 | 0 | 1 | 0 | 2
        Desk    | 1 | 0 | 1 | 1 | 3
    """
    assert read(MATRIX, sheet(counts, name="RACI load")) == PLAIN
    assert read(sheet(counts, name="RACI load"), MATRIX) == PLAIN


def test_sheets_of_ours_are_skipped() -> None:
    votes = MATRIX.replace("Activity", "raci: votes").strip("\n")
    assert read(sheet(votes, name="Votes"), sheet(MATRIX, name="RACI")) == PLAIN


def test_a_raci_of_names_below_a_raci_of_letters_is_not_mixed_in() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R

        Role            | Name  | Mail              | Since
        Lead            | Kim   | kim@example.org   | 2024
        Trainer         | Robin | robin@example.org | 2025
    """)
    assert found == PLAIN


def test_a_glossary_of_roles_with_sentences_beside_is_no_matrix() -> None:
    glossary = """
        Role            | What the role does
        Lead            | Answers for the result and reports to the sponsor
        Trainer         | Teaches the users
    """
    assert read(sheet(glossary, name="Roles"), sheet(MATRIX, name="Matrix")) == PLAIN


def test_a_dashboard_with_numbers_beside_is_no_matrix() -> None:
    dashboard = """
        Month   | Tickets | Churn | NPS
        January | 120     | 2.1   | 43
        March   | 98      | 1.7   | 51
    """
    assert read(sheet(dashboard, name="Numbers"), sheet(MATRIX, name="Matrix")) == PLAIN


def test_tables_of_a_text_file_with_the_same_roles_are_one_matrix() -> None:
    first = sheet(MATRIX, name="table 1")
    second = sheet(
        """
        Activity     | Lead | Trainer | Desk
        Health check | A    | R       | C
        Renewal talk | A/R  |         | I
    """,
        name="table 2",
    )
    assert read(first, second, path="plan.md") == [*PLAIN, "Health check | A | R | C", "Renewal talk | RA |  | I"]


def test_the_header_row_can_be_said() -> None:
    drawing = """
        Group           | Sales | Services | Services
        Activity        | Lead  | Trainer  | Desk
        Person          | Kim   | Robin    | Alex
        Kickoff meeting | A     | R        | I
        Data import     | R/A   |          | C
        Go-live         | A     | C        | R
    """
    (matrix,) = matrices(drawing, overrides=Overrides(header_row=3))
    assert [role.name for role in matrix.roles] == ["Kim", "Robin", "Alex"]


def test_the_activity_column_can_be_said() -> None:
    drawing = """
        Activity        | In short | Lead | Trainer | Desk
        Kickoff meeting | Kick     | A    | R       | I
        Data import     | Data     | R/A  |         | C
        Go-live         | Live     | A    | C       | R
    """
    (matrix,) = matrices(drawing, overrides=Overrides(activity_column="B"))
    assert [activity.name for activity in matrix.activities] == ["Kick", "Data", "Live"]


def test_tables_of_a_text_file_with_other_roles_stay_apart() -> None:
    first = sheet(MATRIX, name="table 1")
    second = sheet(
        """
        Activity     | Finance | Legal | Sales
        Invoice run  | A       | R     | C
        Renewal      | A/R     |       | I
    """,
        name="table 2",
    )
    found = matrices(first, second, path="plan.md")
    assert [matrix.source.sheet for matrix in found] == ["table 1", "table 2"]


def test_headings_above_the_tables_of_a_text_file_are_phases() -> None:
    first = sheet(MATRIX, name="table 1")._replace(heading="Onboarding")
    second = sheet(MATRIX.replace("Go-live", "Renewal"), name="table 2")._replace(heading="Running")
    assert read(first, second, path="plan.md") == [
        PLAIN[0], "# Onboarding", *PLAIN[1:], "# Running", *(line.replace("Go-live", "Renewal") for line in PLAIN[1:])
    ]  # fmt: skip


def test_a_table_of_a_text_file_can_be_chosen() -> None:
    sheets = [sheet(MATRIX, name="table 1"), sheet(MATRIX.replace("Trainer", "Partner"), name="table 2")]
    (matrix,) = matrices(*sheets, path="plan.md", overrides=Overrides(sheet="table 2"))
    assert matrix.roles[1].name == "Partner"


def test_the_explanation_names_rows_and_columns() -> None:
    (matrix,) = matrices("Things to do\n\n\n|Activity|Lead|Trainer|Desk\n|Kickoff|A|R|I\n|Import|RA||C\n|Go-live|A|C|R")
    said = " ".join(matrix.source.explanation)
    assert "row 4" in said
    assert "columns C to E" in said
    assert "column B" in said


def test_a_small_table_in_which_nobody_does_the_work() -> None:
    assert read("""
        Activity         | Lead | Desk | Legal
        Choose a licence | I    | C    | A
        Sign the terms   | I    | I    | A
    """) == table("""
        raci             | Lead | Desk | Legal
        Choose a licence | I    | C    | A
        Sign the terms   | I    | I    | A
    """)
