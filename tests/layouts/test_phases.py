"""Phases and sections: rows, bands, columns, numbers, and activities that are not filled in among them."""

from __future__ import annotations

import pytest
from sheets import matrices, read, sheet, table

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
    assert read(sheet("""
        Activity        | Lead | Trainer | Desk
        Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """, merged="A2:D2 A5:D5")) == PHASED


def test_plain_rows_without_letters() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """) == PHASED


def test_plain_rows_set_off_by_blank_rows() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk

        Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C

        Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """) == PHASED


def test_phase_rows_one_column_left_of_the_activities() -> None:
    assert read("""
                   | Activity        | Lead | Trainer | Desk
        Onboarding
                   | Kickoff meeting | A    | R       | I
                   | Data import     | R/A  |         | C
        Running
                   | Health check    | A    | C       | R
                   | Renewal talk    | A    | I       | R
    """) == PHASED


def test_bands_whose_text_stands_over_the_letters() -> None:
    assert read(sheet("""
        Activity        | Lead | Trainer | Desk
                        | Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
                        | Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """, merged="B2:D2 B5:D5")) == PHASED


def test_column_repeated() -> None:
    assert read("""
        Phase      | Activity        | Lead | Trainer | Desk
        Onboarding | Kickoff meeting | A    | R       | I
        Onboarding | Data import     | R/A  |         | C
        Running    | Health check    | A    | C       | R
        Running    | Renewal talk    | A    | I       | R
    """) == PHASED


def test_column_carried_down() -> None:
    assert read("""
        Phase      | Activity        | Lead | Trainer | Desk
        Onboarding | Kickoff meeting | A    | R       | I
                   | Data import     | R/A  |         | C
        Running    | Health check    | A    | C       | R
                   | Renewal talk    | A    | I       | R
    """) == PHASED


def test_column_merged() -> None:
    assert read(sheet("""
        Stage      | Activity        | Lead | Trainer | Desk
        Onboarding | Kickoff meeting | A    | R       | I
                   | Data import     | R/A  |         | C
        Running    | Health check    | A    | C       | R
                   | Renewal talk    | A    | I       | R
    """, merged="A2:A3 A4:A5")) == PHASED


def test_column_without_a_heading() -> None:
    assert read("""
                   | Activity        | Lead | Trainer | Desk
        Onboarding | Kickoff meeting | A    | R       | I
                   | Data import     | R/A  |         | C
        Running    | Health check    | A    | C       | R
                   | Renewal talk    | A    | I       | R
    """) == PHASED


def test_column_after_the_id() -> None:
    assert read("""
        ID | Phase      | Activity        | Lead | Trainer | Desk
        1  | Onboarding | Kickoff meeting | A    | R       | I
        2  |            | Data import     | R/A  |         | C
        3  | Running    | Health check    | A    | C       | R
        4  |            | Renewal talk    | A    | I       | R
    """) == PHASED


def test_column_to_the_right_of_the_activity() -> None:
    assert read("""
        Activity        | Phase      | Lead | Trainer | Desk
        Kickoff meeting | Onboarding | A    | R       | I
        Data import     | Onboarding | R/A  |         | C
        Health check    | Running    | A    | C       | R
        Renewal talk    | Running    | A    | I       | R
    """) == PHASED


def test_column_that_changes_with_every_row() -> None:
    assert read("""
        Phase      | Activity        | Lead | Trainer | Desk
        Sales      | Kickoff meeting | A    | R       | I
        Onboarding | Data import     | R/A  |         | C
        Running    | Health check    | A    | C       | R
        Renewal    | Renewal talk    | A    | I       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        # Sales
        Kickoff meeting | A    | R       | I
        # Onboarding
        Data import     | RA   |         | C
        # Running
        Health check    | A    | C       | R
        # Renewal
        Renewal talk    | A    | I       | R
    """)


def test_two_columns_phase_and_section() -> None:
    assert read("""
        Phase      | Section   | Activity        | Lead | Trainer | Desk
        Onboarding | Start     | Kickoff meeting | A    | R       | I
                   |           | Data import     | R/A  |         | C
                   | Handover  | Go-live         | A    | C       | R
        Running    | Proactive | Health check    | A    | C       | R
                   | Reactive  | Support call    | I    |         | R/A
                   |           | Escalation      | A    |         | R
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
        ## Reactive
        Support call    | I    |         | RA
        Escalation      | A    |         | R
    """)


def test_bands_with_a_section_column() -> None:
    assert read(sheet("""
        Section   | Activity        | Lead | Trainer | Desk
        ONBOARDING
        Start     | Kickoff meeting | A    | R       | I
                  | Data import     | R/A  |         | C
        Handover  | Go-live         | A    | C       | R
        RUNNING
        Proactive | Health check    | A    | C       | R
        Reactive  | Support call    | I    |         | R/A
                  | Escalation      | A    |         | R
    """, merged="A2:E2 A6:E6")) == table("""
        raci            | Lead | Trainer | Desk
        # ONBOARDING
        ## Start
        Kickoff meeting | A    | R       | I
        Data import     | RA   |         | C
        ## Handover
        Go-live         | A    | C       | R
        # RUNNING
        ## Proactive
        Health check    | A    | C       | R
        ## Reactive
        Support call    | I    |         | RA
        Escalation      | A    |         | R
    """)


def test_nested_bands() -> None:
    assert read(sheet("""
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
    """, merged="A2:E2 B3:E3 B6:E6 A8:E8 B9:E9")) == table("""
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


def test_numbered_rows_with_numbers_in_the_names() -> None:
    assert read("""
        Activity            | Lead | Trainer | Desk
        1. Onboarding
        1.1 Kickoff meeting | A    | R       | I
        1.2 Data import     | R/A  |         | C
        2. Running
        2.1 Health check    | A    | C       | R
        2.2 Renewal talk    | A    | I       | R
    """) == table("""
        raci                | Lead | Trainer | Desk
        # 1. Onboarding
        1.1 Kickoff meeting | A    | R       | I
        1.2 Data import     | RA   |         | C
        # 2. Running
        2.1 Health check    | A    | C       | R
        2.2 Renewal talk    | A    | I       | R
    """)


def test_numbered_rows_over_plain_activities() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        1. Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        2. Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        # 1. Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | RA   |         | C
        # 2. Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)


def test_numbered_phases_beside_a_column_of_running_numbers() -> None:
    assert read("""
        No | Activity        | Lead | Trainer | Desk
           | 1. Onboarding
        1  | Kickoff meeting | A    | R       | I
        2  | Data import     | R/A  |         | C
           | 2. Running
        3  | Health check    | A    | C       | R
        4  | Renewal talk    | A    | I       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        # 1. Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | RA   |         | C
        # 2. Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)


def test_outline_numbers_in_their_own_column() -> None:
    assert read("""
        WBS | Activity        | Lead | Trainer | Desk
        1   | Onboarding
        1.1 | Kickoff meeting | A    | R       | I
        1.2 | Data import     | R/A  |         | C
        2   | Running
        2.1 | Health check    | A    | C       | R
        2.2 | Renewal talk    | A    | I       | R
    """) == PHASED


def test_outline_numbers_three_levels() -> None:
    assert read("""
        WBS   | Activity        | Lead | Trainer | Desk
        1     | Onboarding
        1.1   | Start
        1.1.1 | Kickoff meeting | A    | R       | I
        1.1.2 | Data import     | R/A  |         | C
        1.2   | Handover
        1.2.1 | Go-live         | A    | C       | R
        2     | Running
        2.1   | Proactive
        2.1.1 | Health check    | A    | C       | R
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


def test_section_rows_that_carry_letters_are_activities() -> None:
    assert read("""
        WBS | Activity        | Lead | Trainer | Desk
        1   | Onboarding      | A    |         |
        1.1 | Kickoff meeting | A    | R       | I
        1.2 | Data import     | R/A  |         | C
        2   | Running         | A    |         | I
        2.1 | Health check    | A    | C       | R
        2.2 | Renewal talk    | A    | I       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        Onboarding      | A    |         |
        # Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | RA   |         | C
        #
        Running         | A    |         | I
        # Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
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


def test_capitals_and_a_row_that_is_not_filled_in() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        ONBOARDING
        Kickoff meeting | A    | R       | I
        Data import     |      |         |
        RUNNING
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        # ONBOARDING
        Kickoff meeting | A    | R       | I
        Data import     |      |         |
        # RUNNING
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)


def test_called_phase_and_a_row_that_is_not_filled_in() -> None:
    assert read("""
        Activity            | Lead | Trainer | Desk
        Phase 1: Onboarding
        Kickoff meeting     | A    | R       | I
        Data import         |      |         |
        Phase 2: Running
        Health check        | A    | C       | R
        Renewal talk        | A    | I       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        # Phase 1: Onboarding
        Kickoff meeting | A    | R       | I
        Data import     |      |         |
        # Phase 2: Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)


def test_bands_and_a_row_that_is_not_filled_in() -> None:
    assert read(sheet("""
        Activity        | Lead | Trainer | Desk
        Onboarding
        Kickoff meeting | A    | R       | I
        Data import     |      |         |
        Running
        Health check    | A    | C       | R
        Renewal talk    |      |         |
    """, merged="A2:D2 A5:D5")) == table("""
        raci            | Lead | Trainer | Desk
        # Onboarding
        Kickoff meeting | A    | R       | I
        Data import     |      |         |
        # Running
        Health check    | A    | C       | R
        Renewal talk    |      |         |
    """)


def test_phase_column_and_rows_that_are_not_filled_in() -> None:
    assert read("""
        Phase      | Activity        | Lead | Trainer | Desk
        Onboarding | Kickoff meeting |      |         |
        Onboarding | Data import     | R/A  |         | C
        Running    | Health check    |      |         |
        Running    | Renewal talk    | A    | I       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        # Onboarding
        Kickoff meeting |      |         |
        Data import     | RA   |         | C
        # Running
        Health check    |      |         |
        Renewal talk    | A    | I       | R
    """)


def test_phase_column_carried_down_and_rows_that_are_not_filled_in() -> None:
    assert read("""
        Phase      | Activity        | Lead | Trainer | Desk
        Onboarding | Kickoff meeting |      |         |
                   | Data import     | R/A  |         | C
                   | Go-live         | A    | C       | R
        Running    | Health check    | A    |         | R
                   | Renewal talk    |      |         |
                   | Escalation      | A    | I       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        # Onboarding
        Kickoff meeting |      |         |
        Data import     | RA   |         | C
        Go-live         | A    | C       | R
        # Running
        Health check    | A    |         | R
        Renewal talk    |      |         |
        Escalation      | A    | I       | R
    """)


def test_one_row_not_filled_in_and_no_phases() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     |      |         |
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     |      |         |
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)


def test_several_rows_not_filled_in_and_no_phases() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     |      |         |
        Training        |      |         |
        Go-live         | A    | C       | R
        Health check    | A    | C       | R
        Escalation      |      |         |
        Renewal talk    | A    | I       | R
        Offboarding     |      |         |
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     |      |         |
        Training        |      |         |
        Go-live         | A    | C       | R
        Health check    | A    | C       | R
        Escalation      |      |         |
        Renewal talk    | A    | I       | R
        Offboarding     |      |         |
    """)


def test_numbered_rows_that_are_not_filled_in_are_no_phases() -> None:
    assert read("""
        No | Activity        | Lead | Trainer | Desk
        1  | Kickoff meeting |      |         |
        2  | Data import     | R/A  |         | C
        3  | Training        |      |         |
        4  | Go-live         | A    | C       | R
        5  | Health check    |      |         |
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting |      |         |
        Data import     | RA   |         | C
        Training        |      |         |
        Go-live         | A    | C       | R
        Health check    |      |         |
    """)


def test_a_row_marked_as_nothing_for_everybody_is_an_activity() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | -    | -       | -
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | -    | -       | -
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)


def test_an_empty_phase_is_listed() -> None:
    assert read(sheet("""
        Activity        | Lead | Trainer | Desk
        Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Expansion
        Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """, merged="A2:D2 A5:D5 A6:D6")) == table("""
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
    (matrix,) = matrices(sheet("""
        Activity        | Lead | Trainer | Desk
        Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Expansion
    """, merged="A2:D2 A5:D5"))
    assert [(phase.name, phase.row) for phase in matrix.phases] == [("Onboarding", 2), ("Expansion", 5)]


def test_header_repeated_for_each_phase_in_the_activity_heading() -> None:
    assert read("""
        Onboarding      | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Running         | Lead | Trainer | Desk
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """) == PHASED


def test_header_repeated_for_each_phase_below_its_name() -> None:
    assert read("""
        Onboarding
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C

        Running
        Activity        | Lead | Trainer | Desk
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """) == PHASED


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


def test_the_same_activity_under_two_phases() -> None:
    assert read("""
        Phase      | Activity       | Lead | Trainer | Desk
        Onboarding | Review meeting | A    | R       | I
                   | Data import    | R/A  |         | C
        Running    | Review meeting | A    | C       | R
                   | Renewal talk   | A    | I       | R
    """) == table("""
        raci           | Lead | Trainer | Desk
        # Onboarding
        Review meeting | A    | R       | I
        Data import    | RA   |         | C
        # Running
        Review meeting | A    | C       | R
        Renewal talk   | A    | I       | R
    """)


def test_activity_text_that_wraps_into_a_second_row() -> None:
    assert read(sheet("""
        Activity                 | Lead | Trainer | Desk
        Kickoff meeting          | A    | R       | I
        Import of contracts      | R/A  |         | C
        and contacts
        Health check             | A    | C       | R
    """, merged="B3:B4 C3:C4 D3:D4")) == table("""
        raci                             | Lead | Trainer | Desk
        Kickoff meeting                  | A    | R       | I
        Import of contracts and contacts | RA   |         | C
        Health check                     | A    | C       | R
    """)


def test_one_activity_over_several_rows_of_letters() -> None:
    assert read(sheet("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    |         | I
                        |      | R       |
        Data import     | R/A  |         | C
        Health check    | A    | C       | R
    """, merged="A2:A3")) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | RA   |         | C
        Health check    | A    | C       | R
    """)


def test_letters_without_an_activity_name_are_kept() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
                        | R/A  |         | C
        Health check    | A    | C       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
                        | RA   |         | C
        Health check    | A    | C       | R
    """)


@pytest.mark.parametrize("name", ["R&D", "A/B testing", "C", "IA", "I", "Responsible disclosure", "5 Whys", "2025"])
def test_activities_with_names_like_letters(name: str) -> None:
    assert read(f"""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        {name}          | R/A  |         | C
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """) == table(f"""
        raci            | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        {name}          | RA   |         | C
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)


def test_activities_called_after_phases_words() -> None:
    assert read("""
        Activity             | Lead | Trainer | Desk
        Stage the data       | A    | R       | I
        Status meeting       | R/A  |         | C
        Total cost review    | A    | C       | R
        Summary for sponsors | A    | I       | R
    """) == table("""
        raci                 | Lead | Trainer | Desk
        Stage the data       | A    | R       | I
        Status meeting       | RA   |         | C
        Total cost review    | A    | C       | R
        Summary for sponsors | A    | I       | R
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
