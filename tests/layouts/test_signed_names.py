"""Names in cells, each with its letters."""

from __future__ import annotations

import pytest
from sheets import addresses, matrices, read, table

from raci_cli.errors import NoMatrixError

PLAIN = table("""
    raci            | Kim | Robin | Alex
    Kickoff meeting | A   | R     | C
    Data import     | I   | RA    |
    Go-live         | A   | C     | R
""")


def test_letters_in_brackets_behind_the_names() -> None:
    assert (
        read("""
        Task            | Owner       | Others
        Kickoff meeting | Kim (A)     | Robin (R), Alex (C)
        Data import     | Robin (A/R) | Kim(I)
        Go-live         | Kim [A]     | Robin (C); Alex (R)
    """)
        == PLAIN
    )


@pytest.mark.parametrize("between", ["⏎", ", ", "; ", " / "])
def test_letters_before_the_names(between: str) -> None:
    assert read(f"""
        Task            | RACI
        Kickoff meeting | A: Kim{between}R: Robin{between}C: Alex
        Data import     | R/A: Robin{between}I: Kim
        Go-live         | A = Kim{between}C = Robin{between}R = Alex
    """) == table("""
        raci            | Kim | Robin | Alex
        Kickoff meeting | A   | R     | C
        Data import     | I   | RA    |
        Go-live         | A   | C     | R
    """)


def test_one_mark_holds_for_several_names() -> None:
    assert read("""
        Task            | Who
        Kickoff meeting | Responsible: Robin, Alex; Accountable: Kim
        Go-live         | Responsible: Kim; Informed: Robin
    """) == table("""
        raci            | Robin | Alex | Kim
        Kickoff meeting | R     | R    | A
        Go-live         | I     |      | R
    """)


def test_tasks_that_are_codes() -> None:
    found = read(
        """
        Requirement | Owner   | Helper
        FR-01       | Kim (A) | Robin (R)
        FR-02       | Kim (A) | N/A
        FR-03       | Kim (C) | Robin (A, R)
        """,
        path="raci.xlsx",
    )
    assert found == table("""
        raci  | Kim | Robin
        FR-01 | A   | R
        FR-02 | A   |
        FR-03 | C   | RA
    """)


def test_addresses() -> None:
    (matrix,) = matrices("""
        Task            | Owner       | Others
        Kickoff meeting | Kim (A)     | Robin (R), Alex (C)
        Data import     | Robin (A/R) | Kim (I)
    """)
    assert addresses(matrix) == ["B2 C2 C2", "A2: B2 C2 C2", "A3: C3 B3"]


@pytest.mark.parametrize(
    "drawing",
    [
        """
        Position | Clerk        | Deputy
        North    | Kim (lead)   | Robin (part-time)
        South    | Alex (lead)  | Sam (part-time)
        """,
        """
        Word        | In short
        Receivables | Accounts (A), Cash (C)
        Payables    | Invoices (I), Credit (C)
        Salaries    | Advance (A), Cash (C)
        """,
        """
        Term     | What it is
        The four | R: Responsible, A: Accountable
        The rest | C: Consulted, I: Informed
        """,
    ],
    ids=["remarks on names", "codes of an account", "legend"],
)
def test_refused(drawing: str) -> None:
    with pytest.raises(NoMatrixError):
        read(drawing, path="raci.xlsx")
