"""Names of activities: odd ones, repeated ones, ones over several rows."""

from __future__ import annotations

import pytest
from sheets import read, table


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
    assert read("""
        merged: B3:B4 C3:C4 D3:D4
        Activity                 | Lead | Trainer | Desk
        Kickoff meeting          | A    | R       | I
        Import of contracts      | R/A  |         | C
        and contacts
        Health check             | A    | C       | R
    """) == table("""
        raci                             | Lead | Trainer | Desk
        Kickoff meeting                  | A    | R       | I
        Import of contracts and contacts | RA   |         | C
        Health check                     | A    | C       | R
    """)


def test_one_activity_over_several_rows_of_letters() -> None:
    assert read("""
        merged: A2:A3
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    |         | I
                        |      | R       |
        Data import     | R/A  |         | C
        Health check    | A    | C       | R
    """) == table("""
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


def test_names_that_begin_with_a_dash_stay_as_they_are() -> None:
    assert read("""
        Activity          | Lead | Trainer | Desk
        Onboarding
        - Kickoff meeting | A    | R       | I
        - Data import     | R/A  |         | C
        Running
        - Health check    | A    | C       | R
        - Renewal talk    | A    | I       | R
    """) == table("""
        raci              | Lead | Trainer | Desk
        # Onboarding
        - Kickoff meeting | A    | R       | I
        - Data import     | RA   |         | C
        # Running
        - Health check    | A    | C       | R
        - Renewal talk    | A    | I       | R
    """)


def test_an_activity_whose_text_is_a_cached_error() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        #REF!           | R/A  |         | C
        Health check    | A    | C       | R
    """)
    assert found[2] == "#REF! | RA |  | C"
