"""Rows without letters among rows with letters: phases, or activities not filled in yet?"""

from __future__ import annotations

import pytest
from sheets import matrices, read, table


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
    assert read("""
        merged: A2:D2 A5:D5
        Activity        | Lead | Trainer | Desk
        Onboarding
        Kickoff meeting | A    | R       | I
        Data import     |      |         |
        Running
        Health check    | A    | C       | R
        Renewal talk    |      |         |
    """) == table("""
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


def test_half_of_a_phased_copy_is_filled_in() -> None:
    assert read("""
        merged: A2:A4 A5:A6
        Phase      | Activity        | Lead | Trainer | Desk
        Onboarding | Kickoff meeting | A    | R       | I
                   | Data import     | A    | R       |
                   | Go-live         | A    | C       | R
        Running    | Health check    |      |         |
                   | Renewal talk    |      |         |
    """) == table("""
        raci            | Lead | Trainer | Desk
        # Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | A    | R       |
        Go-live         | A    | C       | R
        # Running
        Health check    |      |         |
        Renewal talk    |      |         |
    """)


def test_half_of_a_copy_with_bands_is_filled_in() -> None:
    assert read("""
        merged: A2:D2 A6:D6
        Activity        | Lead | Trainer | Desk
        Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | A    | R       |
        Go-live         | A    | C       | R
        Running
        Health check    |      |         |
        Renewal talk    |      |         |
    """) == table("""
        raci            | Lead | Trainer | Desk
        # Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | A    | R       |
        Go-live         | A    | C       | R
        # Running
        Health check    |      |         |
        Renewal talk    |      |         |
    """)


def test_half_of_a_copy_with_numbered_phases_is_filled_in() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        1. Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | A    | R       |
        Go-live         | A    | C       | R
        2. Running
        Health check    |      |         |
        Renewal talk    |      |         |
    """) == table("""
        raci            | Lead | Trainer | Desk
        # 1. Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | A    | R       |
        Go-live         | A    | C       | R
        # 2. Running
        Health check    |      |         |
        Renewal talk    |      |         |
    """)


def test_half_of_a_copy_with_phases_in_capitals_is_filled_in() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        ONBOARDING
        Kickoff meeting | A    | R       | I
        Data import     | A    | R       |
        Go-live         | A    | C       | R
        RUNNING
        Health check    |      |         |
        Renewal talk    |      |         |
    """) == table("""
        raci            | Lead | Trainer | Desk
        # ONBOARDING
        Kickoff meeting | A    | R       | I
        Data import     | A    | R       |
        Go-live         | A    | C       | R
        # RUNNING
        Health check    |      |         |
        Renewal talk    |      |         |
    """)


def test_half_of_a_copy_with_phases_called_phase_is_filled_in() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        Phase 1: Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | A    | R       |
        Go-live         | A    | C       | R
        Phase 2: Running
        Health check    |      |         |
        Renewal talk    |      |         |
    """) == table("""
        raci            | Lead | Trainer | Desk
        # Phase 1: Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | A    | R       |
        Go-live         | A    | C       | R
        # Phase 2: Running
        Health check    |      |         |
        Renewal talk    |      |         |
    """)


@pytest.mark.parametrize("said", [["tbd", "tbd", "tbd"], ["tbd", "", "tbd"], ["Kim", "", "Ann"]], ids=" ".join)
def test_a_row_with_other_things_than_letters_is_an_activity(said: list[str]) -> None:
    """It was dropped without a word, or taken for the headings of another table."""
    (found,) = matrices(f"""
        No | Activity        | Lead | Trainer | Desk
        1  | Kickoff meeting | A    | R       | I
        2  | Data import     | A    | R       | C
        3  | Training        | {" | ".join(said)}
        4  | Health check    | A    | C       | R
        5  | Renewal talk    | R    | I       | A
        6  | Upgrade         | A    | R       |
    """)
    names = ["Kickoff meeting", "Data import", "Training", "Health check", "Renewal talk", "Upgrade"]
    assert [activity.name for activity in found.activities] == names
    assert [role.name for role in found.roles] == ["Lead", "Trainer", "Desk"]
    assert [remark.text for remark in found.source.remarks] == [text for text in said if text]


def test_a_row_put_off_between_blank_rows() -> None:
    """No other table begins there."""
    (found,) = matrices("""
        Activity        | Lead | Trainer | Desk

        Kickoff meeting | A    | R       | I

        Training        | tbd  | tbd     | tbd

        Health check    | A    | C       | R

        Renewal talk    | R    | I       | A
    """)
    assert [activity.name for activity in found.activities] == [
        *("Kickoff meeting", "Training", "Health check", "Renewal talk")
    ]


def test_a_matrix_of_one_role_has_blank_cells_and_no_phases() -> None:
    """A leader's own part of a matrix."""
    found = read(
        """
        Activity        | Trainer
        Kickoff meeting |
        Data import     | R
        Training        | A
        Health check    |
        Renewal talk    | C
        Upgrade         | R
        """,
        path="raci.xlsx",
    )
    assert not any(line.startswith("#") for line in found)
    assert len(found) == 7
