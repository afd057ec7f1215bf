"""Legends wherever they stand and however they are written: the matrix beside them stays what it is."""

from __future__ import annotations

import pytest
from sheets import matrices, read, sheet, table

from raci_cli.model import Scheme

ROWS = """
    Kickoff meeting | A    | R       | I
    Data import     | R/A  |         | C
    Go-live         | A    | C       | R
"""
MATRIX = "    Activity        | Lead | Trainer | Desk" + ROWS
PLAIN = table(MATRIX.replace("Activity", "raci").replace("R/A", "RA"))


def scheme_of(*drawings: str) -> Scheme:
    found = matrices(*drawings)
    return found[0].scheme


def below(legend: str) -> str:
    """The matrix with these lines after its last row."""
    return MATRIX.rstrip(" ") + "\n".join(f"    {line.strip()}" for line in legend.splitlines())


LEGENDS = {
    "letter and word below": """

        R | Responsible
        A | Accountable
        C | Consulted
        I | Informed
    """,
    "letter and word directly below": """
        R | Responsible
        A | Accountable
        C | Consulted
        I | Informed
    """,
    "with a title and sentences": """

        Legend
        R | Responsible | the one who does the work
        A | Accountable | answers for the result, exactly one per row
        C | Consulted | is asked before
        I | Informed | is told after
    """,
    "one cell each": """

        R = Responsible
        A = Accountable
        C = Consulted
        I = Informed
    """,
    "one cell each, directly below": """
        R = Responsible
        A = Accountable
        C = Consulted
        I = Informed
    """,
    "one sentence": """

        R = Responsible, A = Accountable, C = Consulted, I = Informed
    """,
    "one sentence directly below": """
        Legend: R - Responsible; A - Accountable; C - Consulted; I - Informed
    """,
    "one cell with line breaks": """

        R: Responsible⏎A: Accountable⏎C: Consulted⏎I: Informed
    """,
    "one row of cells": """

        R = Responsible | A = Accountable | C = Consulted | I = Informed
    """,
    "one row of letters and words": """

        R | Responsible | A | Accountable | C | Consulted | I | Informed
    """,
    "word before letter": """

        Responsible | R
        Accountable | A
        Consulted   | C
        Informed    | I
    """,
    "under a role column": """

        | R | Responsible
        | A | Accountable
        | C | Consulted
        | I | Informed
    """,
    "in brackets": """

        (R) Responsible
        (A) Accountable
        (C) Consulted
        (I) Informed
    """,
    "as headings and sentences": """

        Responsible | Accountable | Consulted | Informed
        Does the work | Answers for it | Is asked | Is told
    """,
    "in German": """

        R | Verantwortlich für die Durchführung
        A | Rechenschaftspflichtig
        C | Konsultiert
        I | Informiert
    """,
    "in French": """

        R : Réalise
        A : Approuve
        C : Consulté
        I : Informé
    """,
    "in Spanish": """

        R | Responsable
        A | Aprobador
        C | Consultado
        I | Informado
    """,
    "in Russian": """

        R - исполнитель
        A - ответственный
        C - консультант
        I - информируемый
    """,
    "with a blank letter explained": """

        R | Responsible
        A | Accountable
        C | Consulted
        I | Informed
        - | Not involved
    """,
    "diagonally": """

        R | Responsible
          | A | Accountable
          |   | C | Consulted
          |   |   | I | Informed
    """,
}


@pytest.mark.parametrize("legend", LEGENDS.values(), ids=list(LEGENDS))
def test_legend_below(legend: str) -> None:
    assert read(below("\n".join(legend.splitlines()[1:-1]))) == PLAIN


@pytest.mark.parametrize("legend", LEGENDS.values(), ids=list(LEGENDS))
def test_legend_above(legend: str) -> None:
    lines = [line[8:] for line in legend.splitlines()[1:-1]]
    assert read("\n".join([*lines, "", *(line.strip() for line in MATRIX.splitlines())])) == PLAIN


@pytest.mark.parametrize("legend", LEGENDS.values(), ids=list(LEGENDS))
def test_legend_on_another_sheet(legend: str) -> None:
    lines = [line[8:] for line in legend.splitlines()[1:-1]]
    assert read(sheet(MATRIX, name="Matrix"), sheet("\n".join(lines), name="Legend")) == PLAIN
    assert read(sheet("\n".join(lines), name="Legend"), sheet(MATRIX, name="Matrix")) == PLAIN


def test_legend_directly_above_the_header() -> None:
    found = read("""
        R               | Responsible
        A               | Accountable
        C               | Consulted
        I               | Informed
        Activity        | Lead | Trainer | Desk
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_legend_above_over_the_roles() -> None:
    found = read("""
                        | R=Responsible | A=Accountable | C=Consulted | I=Informed
        Activity        | Lead          | Trainer       | Desk
        Kickoff meeting | A             | R             | I
        Data import     | R/A           |               | C
        Go-live         | A             | C             | R
    """)
    assert found == PLAIN


def test_legend_on_the_right_in_the_data_rows() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | | Legend
        Kickoff meeting | A    | R       | I    | | R | Responsible
        Data import     | R/A  |         | C    | | A | Accountable
        Go-live         | A    | C       | R    | | C | Consulted
                        |      |         |      | | I | Informed
    """)
    assert found == PLAIN


def test_legend_on_the_right_without_a_gap() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | R | Responsible
        Kickoff meeting | A    | R       | I    | A | Accountable
        Data import     | R/A  |         | C    | C | Consulted
        Go-live         | A    | C       | R    | I | Informed
    """)
    assert found == PLAIN


def test_legend_on_the_header_row_itself() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | | R = Responsible | A = Accountable | C = Consulted | I = Informed
        Kickoff meeting | A    | R       | I
        Data import     | R/A  |         | C
        Go-live         | A    | C       | R
    """)
    assert found == PLAIN


def test_legend_in_one_cell_per_row_on_the_right() -> None:
    found = read("""
        Activity        | Lead | Trainer | Desk | | Key
        Kickoff meeting | A    | R       | I    | | R: does the work
        Data import     | R/A  |         | C    | | A: answers for it
        Go-live         | A    | C       | R    | | C: is asked
                        |      |         |      | | I: is told
    """)
    assert found == PLAIN


def test_legend_as_a_long_heading_over_the_activities() -> None:
    found = read("""
        R - Responsible⏎A - Accountable⏎C - Consulted⏎I - Informed | Lead | Trainer | Desk
        Kickoff meeting                                            | A    | R       | I
        Data import                                                | R/A  |         | C
        Go-live                                                    | A    | C       | R
    """)
    assert found == PLAIN


def test_the_legend_of_another_sheet_does_not_rename_raci() -> None:
    risks = """
        Code | Meaning
        A    | Avoid the risk
        R    | Reduce the risk
        T    | Transfer the risk
        K    | Keep the risk
    """
    assert read(sheet(MATRIX, name="RACI"), sheet(risks, name="Risks")) == PLAIN
    scheme = matrices(sheet(MATRIX, name="RACI"), sheet(risks, name="Risks"))[0].scheme
    assert (scheme.name, scheme.note) == ("raci", "")


def test_a_marketing_sentence_is_no_legend() -> None:
    assert scheme_of(MATRIX + "\n    Plan A - Review of all contracts, Plan R - Assist the customer").name == "raci"


def test_a_legend_and_letters_in_lower_case() -> None:
    assert (
        read(
            below("""
        Legend
        r | responsible
        a | accountable
        c | consulted
        i | informed
    """)
            .replace("| A", "| a")
            .replace("| R", "| r")
            .replace("| C", "| c")
        )
        == PLAIN
    )


def test_a_numbered_list_is_no_legend() -> None:
    assert (
        scheme_of(
            below("""

        a) | Advise everybody who asks for help
        r) | Report to the board once a quarter
        c) | Count what has been done so far
    """)
        ).name
        == "raci"
    )


def test_the_text_around_a_table_explains_letters() -> None:
    drawing = """
        Work package | Lead | Developer | Customer
        Requirements | V    | M         | I
        Prototype    | I    | V         | M
        Acceptance   | V    | M         |
    """
    grid = sheet(drawing, name=None)._replace(around=("V = Verantwortung, M = Mitarbeit, I = Information",))
    assert read(grid, path="plan.md") == table("legend" + drawing.strip().removeprefix("Work package"))


def test_a_legend_around_several_tables_is_not_of_all_of_them() -> None:
    first = sheet("Task | Lead | Desk\nKickoff | A | R\nImport | C | R\nGo-live | A | I", name="table 1")
    drawing = "What | Driver | Approver | Contributors\nPick it | Lead | Sponsor | Desk\nDate it | Desk | Lead | Kim"
    second = sheet(drawing, name="table 2")
    legend = ("R = Responsible, A = Accountable, C = Consulted, I = Informed",)
    assert [matrix.scheme.name for matrix in matrices(first._replace(around=legend), second, path="plan.md")] == [
        "raci",
        "daci",
    ]


@pytest.mark.parametrize(
    "line",
    ["R = Responsible, A = Accountable, C = Consulted, I = Informed", "Legend: R = Responsible, A = Accountable"],
)
def test_a_legend_between_headings_and_activities_is_no_phase(line: str) -> None:
    """In one cell, below the word over the activities."""
    heading, *rows = MATRIX.splitlines()
    assert read("\n".join([heading, f"    {line}", *rows])) == PLAIN


def test_a_legend_between_two_pages_names_no_phase() -> None:
    """A line for each letter, and below it the headings once more."""
    drawing = MATRIX + "    R = Responsible\n    A = Accountable\n    C = Consulted\n    I = Informed\n"
    drawing += MATRIX.replace("Kickoff", "Second").replace("Data", "New").replace("Go-live", "Relaunch")
    lines = read(drawing)
    assert [line.split(" | ")[0] for line in lines[1:]] == [
        *("Kickoff meeting", "Data import", "Go-live", "Second meeting", "New import", "Relaunch")
    ]


def test_phases_called_after_letters_are_no_legend() -> None:
    """`A - Analysis` explains nothing."""
    found = read("""
        Activity     | Lead | Desk
        A - Analysis |      |
        Interview    | A    | R
        Report       | A    | C
        C - Closing  |      |
        Handover     | R    | A
    """)
    assert [line for line in found if line.startswith("#")] == ["# A - Analysis", "# C - Closing"]
