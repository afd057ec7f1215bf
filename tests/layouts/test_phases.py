"""Phases and sections that stand in rows of their own."""

from __future__ import annotations

import pytest
from sheets import matrices, read, table

from raci_cli.model import Grid

PHASED = table("""
    raci            | Lead | Trainer | Desk
    # Onboarding
    Kickoff meeting | A    | R       | I
    Data import     | RA   |         | C
    # Running
    Health check    | A    | C       | R
    Renewal talk    | A    | I       | R
""")


def test_merged_bands() -> None:
    found = read("""
        merged: A2:D2 A5:D5
        Activity        | Lead | Trainer | Desk
        Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)
    assert found == PHASED


def test_plain_rows_without_letters() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)
    assert found == PHASED


def test_plain_rows_set_off_by_blank_rows() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk

        Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C

        Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)
    assert found == PHASED


def test_phase_rows_one_column_left_of_the_activities() -> None:
    found = read("""
                   | Activity        | Lead | Trainer | Desk
        Onboarding
                   | Kickoff meeting | A    | R       | I
                   | Data import     | R/A  |         | C
        Running
                   | Health check    | A    | C       | R
                   | Renewal talk    | A    | I       | R
    """)
    assert found == PHASED


def test_bands_whose_text_stands_over_the_letters() -> None:
    found = read("""
        merged: B2:D2 B5:D5
        Activity        | Lead | Trainer | Desk
                        | Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
                        | Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)
    assert found == PHASED


def test_nested_bands() -> None:
    assert read("""
        merged: A2:E2 B3:E3 B6:E6 A8:E8 B9:E9
                    | Activity        | Lead | Trainer | Desk
        Onboarding
                    | Start
                    | Kickoff meeting | A    | R       | I
                    | Data import     | R/A  |         | C
                    | Handover
                    | Go-live         | A    | C       | R
        Running
                    | Proactive
                    | Health check    | A    | C       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        # Onboarding
        ## Start
        Kickoff meeting | A    | R       | I
        Data import     | RA   |         | C
        ## Handover
        Go-live         | A    | C       | R
        # Running
        ## Proactive
        Health check    | A    | C       | R
    """)


def test_capitals() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        ONBOARDING
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        RUNNING
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        # ONBOARDING
        Kickoff meeting | A    | R       | I
        Data import     | RA   |         | C
        # RUNNING
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)


def test_an_empty_phase_is_listed() -> None:
    assert read("""
        merged: A2:D2 A5:D5 A6:D6
        Activity        | Lead | Trainer | Desk
        Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Expansion
        Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        # Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | RA   |         | C
        # Expansion
        # Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)


def test_an_empty_phase_at_the_end_is_listed() -> None:
    (matrix,) = matrices("""
        merged: A2:D2 A5:D5
        Activity        | Lead | Trainer | Desk
        Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Expansion
    """)
    assert [(phase.name, phase.row) for phase in matrix.phases] == [("Onboarding", 2), ("Expansion", 5)]


def test_header_repeated_for_each_phase_in_the_activity_heading() -> None:
    found = read("""
        Onboarding      | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Running         | Lead | Trainer | Desk
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)
    assert found == PHASED


def test_header_repeated_for_each_phase_below_its_name() -> None:
    found = read("""
        Onboarding
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C

        Running
        Activity        | Lead | Trainer | Desk
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)
    assert found == PHASED


def test_header_repeated_as_on_printed_pages_is_no_phase() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Activity        | Lead | Trainer | Desk
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | RA   |         | C
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)


def test_the_addresses_of_phases() -> None:
    (matrix,) = matrices("""
        Activity        | Lead | Trainer | Desk
        Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Running
        Health check    | A    | C       | R
    """)
    assert [str(matrix.locate(phase)) for phase in matrix.phases] == ["plan.xlsx:Sheet1!A2", "plan.xlsx:Sheet1!A5"]


def test_bands_merged_over_the_label_columns_only() -> None:
    found = read("""
        merged: A2:B2 A5:B5
        ID | Activity        | Lead | Trainer | Desk
        Onboarding
        1  | Kickoff meeting | A    | R       | I
        2  | Data import     | R/A  |         | C
        Running
        3  | Health check    | A    | C       | R
        4  | Renewal talk    | A    | I       | R
    """)
    assert found == PHASED


def test_phase_rows_with_progress_in_a_side_column() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | Progress
        Onboarding      |      |         |      | 80 %
        Kickoff meeting | A    | R       | I    | 100 %
        Data import     | R/A  |         | C    | 60 %
        Running         |      |         |      | 0 %
        Health check    | A    | C       | R    | 0 %
        Renewal talk    | A    | I       | R    | 0 %
    """)
    assert found == PHASED


def test_phase_rows_that_end_with_a_colon() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Onboarding:
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Running:
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)
    assert found == [line + ":" * line.startswith("#") for line in PHASED]


def test_a_phase_repeated_across_the_whole_row() -> None:
    found = read("""
        Activity        | Lead       | Trainer    | Desk
        Onboarding      | Onboarding | Onboarding | Onboarding
        Kickoff meeting | A          | R          | I
        Data import     | R/A        |            | C
        Running         | Running    | Running    | Running
        Health check    | A          | C          | R
        Renewal talk    | A          | I          | R
    """)
    assert found == PHASED


def test_a_phase_of_two_capitals_among_others_in_capitals() -> None:
    assert read("""
        Activity     | Lead | Trainer | Desk
        ONBOARDING
        Kickoff      | A    | R       | I
        QA
        Health check | A    | C       | R
        RENEWAL
        Renewal talk | A    | I       | R
    """) == table("""
        raci         | Lead | Trainer | Desk
        # ONBOARDING
        Kickoff      | A    | R       | I
        # QA
        Health check | A    | C       | R
        # RENEWAL
        Renewal talk | A    | I       | R
    """)


@pytest.mark.parametrize("title", ["", "Responsibilities"])
def test_headings_repeated_with_the_phase_over_the_activities(title: str) -> None:
    """The title above the first block is no phase."""
    found = read(f"""
        {title}
        Onboarding      | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | A    | R       | C
        Running         | Lead | Trainer | Desk
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)
    assert found == table("""
        raci            | Lead | Trainer | Desk
        # Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | A    | R       | C
        # Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)


def test_phases_and_sections_with_fewer_spaces_than_the_activities() -> None:
    drawn = """Activity | Lead | Desk
ONBOARDING
␣␣Start
␣␣␣␣Kickoff | A | R
␣␣␣␣Import | R | A
␣␣Learn
␣␣␣␣Training | A | R
RUNNING
␣␣Look
␣␣␣␣Review | A | R
␣␣␣␣Report
␣␣␣␣Upgrade | A | R"""
    found = matrices(Grid("RACI", [line.replace("␣", " ").split(" | ") for line in drawn.splitlines()], ()))
    levels = [(each.phase, each.section, each.name) for each in found[0].activities]
    assert levels == [
        ("ONBOARDING", "Start", "Kickoff"),
        ("ONBOARDING", "Start", "Import"),
        ("ONBOARDING", "Learn", "Training"),
        ("RUNNING", "Look", "Review"),
        ("RUNNING", "Look", "Report"),
        ("RUNNING", "Look", "Upgrade"),
    ]
