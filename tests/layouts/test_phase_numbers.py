"""Phases told by numbers: outlines, numbered rows, rows without a number."""

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
    found = read("""
        WBS | Activity        | Lead | Trainer | Desk
        1   | Onboarding
        1.1 | Kickoff meeting | A    | R       | I
        1.2 | Data import     | R/A  |         | C
        2   | Running
        2.1 | Health check    | A    | C       | R
        2.2 | Renewal talk    | A    | I       | R
    """)
    assert found == PHASED


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


def test_phase_rows_without_a_number_among_numbered_activities() -> None:
    found = read("""
        No | Activity        | Lead | Trainer | Desk
           | Onboarding
        1  | Kickoff meeting | A    | R       | I
        2  | Data import     | R/A  |         | C
           | Running
        3  | Health check    | A    | C       | R
        4  | Renewal talk    | A    | I       | R
    """)
    assert found == PHASED


def test_phases_with_letters_as_numbers() -> None:
    assert read("""
        Activity            | Lead | Trainer | Desk
        A. Onboarding
        A.1 Kickoff meeting | A    | R       | I
        A.2 Data import     | R/A  |         | C
        B. Running
        B.1 Health check    | A    | C       | R
        B.2 Renewal talk    | A    | I       | R
    """) == table("""
        raci                | Lead | Trainer | Desk
        # A. Onboarding
        A.1 Kickoff meeting | A    | R       | I
        A.2 Data import     | RA   |         | C
        # B. Running
        B.1 Health check    | A    | C       | R
        B.2 Renewal talk    | A    | I       | R
    """)


def test_phases_with_roman_numbers() -> None:
    assert read("""
        Activity        | Lead | Trainer | Desk
        I. Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        II. Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """) == table("""
        raci            | Lead | Trainer | Desk
        # I. Onboarding
        Kickoff meeting | A    | R       | I
        Data import     | RA   |         | C
        # II. Running
        Health check    | A    | C       | R
        Renewal talk    | A    | I       | R
    """)
