"""One small table for each activity."""

from __future__ import annotations

import pytest
from sheets import read, sheet, table

from raci_cli.errors import NoMatrixError
from raci_cli.model import Grid

PLAIN = table("""
    raci            | Robin | Kim | Alex | Sam
    Kickoff meeting | R     | A   | C    | I
    Data import     | A     | R   |      | C
""")


def card(heading: str, drawing: str, number: int) -> Grid:
    return sheet(drawing, name=f"table {number}")._replace(heading=heading)


@pytest.mark.parametrize("headings", ["", "Role | Who\n", "RACI | Name\n", " | \n"])
def test_tables_in_a_text(headings: str) -> None:
    first = "R | Robin\nA | Kim\nC | Alex\nI | Sam"
    second = "Responsible | Kim\nAccountable | Robin\nConsulted | Sam"
    found = read(card("Kickoff meeting", headings + first, 1), card("Data import", headings + second, 2), path="a.md")
    assert found == PLAIN


def test_letters_above_the_names() -> None:
    first = "R | A | C | I\nRobin | Kim | Alex | Sam"
    second = "R | A | C | I\nKim | Robin | Sam |"
    assert read(card("Kickoff meeting", first, 1), card("Data import", second, 2), path="a.md") == PLAIN


def test_below_one_another_on_a_sheet() -> None:
    assert (
        read("""
        Kickoff meeting
        Responsible | Robin
        Accountable | Kim
        Consulted   | Alex
        Informed    | Sam

        Data import
        Responsible | Kim
        Accountable | Robin
        Consulted   | Sam
    """)
        == PLAIN
    )


def test_the_legend_of_the_cards_is_none_of_them() -> None:
    legend = (
        "R | Does the work, from the first day to the last one\nA | Answers for it, signs it and pays for all of it"
    )
    first = "R | Robin\nA | Kim\nC | Alex\nI | Sam"
    second = "R | Kim\nA | Robin\nC | Sam"
    tables = [card("What it means", legend, 1), card("Kickoff meeting", first, 2), card("Data import", second, 3)]
    assert read(*tables, path="a.md") == PLAIN


def test_beside_a_matrix() -> None:
    matrix = "Task | Lead | Desk\nHealth check | A | R\nRenewal | R | C\nSurvey | A | I"
    first = "R | Robin\nA | Kim\nC | Alex\nI | Sam"
    second = "R | Kim\nA | Robin\nC | Sam"
    tables = [card("Kickoff meeting", first, 1), card("Data import", second, 2), card("All", matrix, 3)]
    assert read(*tables, path="a.md") == [
        *PLAIN,
        "",
        *table("""
            raci         | Lead | Desk
            Health check | A    | R
            Renewal      | R    | C
            Survey       | A    | I
        """),
    ]


def test_refused_where_nothing_says_for_what() -> None:
    one = "Role | Who\nResponsible | Kim\nAccountable | Kim\nConsulted | Robin"
    with pytest.raises(NoMatrixError):
        read(card("RACI", one, 1), path="raci.md")
    with pytest.raises(NoMatrixError):
        read(card("RACI", one, 1), card("RACI", one, 2), path="raci.md")
