"""Phases and sections that stand in columns of their own."""

from __future__ import annotations

from sheets import read, table

PHASED = table("""
    raci            | Lead | Trainer | Desk
    # Onboarding
    Kickoff meeting | A    | R       | I
    Data import     | RA   |         | C
    # Running
    Health check    | A    | C       | R
    Renewal talk    | A    | I       | R
""")


def test_column_repeated() -> None:
    found = read("""
        Phase      | Activity        | Lead | Trainer | Desk
        Onboarding | Kickoff meeting | A    | R       | I
        Onboarding | Data import     | R/A  |         | C
        Running    | Health check    | A    | C       | R
        Running    | Renewal talk    | A    | I       | R
    """)
    assert found == PHASED


def test_column_carried_down() -> None:
    found = read("""
        Phase      | Activity        | Lead | Trainer | Desk
        Onboarding | Kickoff meeting | A    | R       | I
                   | Data import     | R/A  |         | C
        Running    | Health check    | A    | C       | R
                   | Renewal talk    | A    | I       | R
    """)
    assert found == PHASED


def test_column_merged() -> None:
    found = read("""
        merged: A2:A3 A4:A5
        Stage      | Activity        | Lead | Trainer | Desk
        Onboarding | Kickoff meeting | A    | R       | I
                   | Data import     | R/A  |         | C
        Running    | Health check    | A    | C       | R
                   | Renewal talk    | A    | I       | R
    """)
    assert found == PHASED


def test_column_without_a_heading() -> None:
    found = read("""
                   | Activity        | Lead | Trainer | Desk
        Onboarding | Kickoff meeting | A    | R       | I
                   | Data import     | R/A  |         | C
        Running    | Health check    | A    | C       | R
                   | Renewal talk    | A    | I       | R
    """)
    assert found == PHASED


def test_column_after_the_id() -> None:
    found = read("""
        ID | Phase      | Activity        | Lead | Trainer | Desk
        1  | Onboarding | Kickoff meeting | A    | R       | I
        2  |            | Data import     | R/A  |         | C
        3  | Running    | Health check    | A    | C       | R
        4  |            | Renewal talk    | A    | I       | R
    """)
    assert found == PHASED


def test_column_to_the_right_of_the_activity() -> None:
    found = read("""
        Activity        | Phase      | Lead | Trainer | Desk
        Kickoff meeting | Onboarding | A    | R       | I
        Data import     | Onboarding | R/A  |         | C
        Health check    | Running    | A    | C       | R
        Renewal talk    | Running    | A    | I       | R
    """)
    assert found == PHASED


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
    assert read("""
        merged: A2:E2 A6:E6
        Section   | Activity        | Lead | Trainer | Desk
        ONBOARDING
        Start     | Kickoff meeting | A    | R       | I
                  | Data import     | R/A  |         | C
        Handover  | Go-live         | A    | C       | R
        RUNNING
        Proactive | Health check    | A    | C       | R
        Reactive  | Support call    | I    |         | R/A
                  | Escalation      | A    |         | R
    """) == table("""
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


def test_phase_column_of_numbers() -> None:
    assert read("""
        Phase | Activity        | Lead | Trainer | Desk
        1     | Kickoff meeting | A    | R       | I
        1     | Data import     | R/A  |         | C
        2     | Health check    | A    | C       | R
        2     | Renewal talk    | A    | I       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        # 1
        Kickoff meeting | A    | R       | I
        Data import     | RA   |         | C
        # 2
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)


def test_one_heading_over_phase_and_activity_columns() -> None:
    found = read("""
        merged: A1:B1 A2:A3 A4:A5
        Activities |                 | Lead | Trainer | Desk
        Onboarding | Kickoff meeting | A    | R       | I
                   | Data import     | R/A  |         | C
        Running    | Health check    | A    | C       | R
                   | Renewal talk    | A    | I       | R
    """)
    assert found == PHASED


def test_plan_and_do() -> None:
    found = read("""
        Phase | Activity        | Lead | Trainer | Desk
        Plan  | Kickoff meeting | A    | R       | I
              | Data import     | R/A  |         | C
        Do    | Go-live         | A    | C       | R
              | Health check    | A    | C       | R
    """)
    assert [line for line in found if line.startswith("#")] == ["# Plan", "# Do"]
