"""Crosses that have a meaning, since they stand under R, A, C, I for a role."""

from __future__ import annotations

import pytest
from sheets import addresses, matrices, read, table

from raci_cli.errors import NoMatrixError

PLAIN = table("""
    raci            | Lead | Trainer | Desk
    Kickoff meeting | A    | R       | I
    Data import     | RA   |         | C
""")


@pytest.mark.parametrize("mark", ["x", "X", "✓", "✔"])
def test_four_columns_for_each_role(mark: str) -> None:
    drawing = """
        merged: B1:E1 F1:I1 J1:M1
        Task            | Lead | | | | Trainer | | | | Desk | | |
                        | R | A | C | I | R | A | C | I | R | A | C | I
        Kickoff meeting |   | x |   |   | x |   |   |   |   |   |   | x
        Data import     | x | x |   |   |   |   |   |   |   |   | x |
    """
    assert read(drawing.replace("| x", f"| {mark}")) == PLAIN
    assert read(drawing.replace("merged: B1:E1 F1:I1 J1:M1", "merged: unknown")) == PLAIN


def test_a_row_for_each_role_of_a_task() -> None:
    assert (
        read("""
        Task            | Role    | R | A | C | I
        Kickoff meeting | Lead    |   | x |   |
                        | Trainer | x |   |   |
                        | Desk    |   |   |   | x
        Data import     | Lead    | x | x |   |
        Data import     | Desk    |   |   | x |
    """)
        == PLAIN
    )


def test_addresses() -> None:
    (matrix,) = matrices("""
        Task            | Role    | Responsible | Accountable | Consulted
        Kickoff meeting | Lead    |             | x           |
        Kickoff meeting | Trainer | x           |             |
        Data import     | Lead    | x           | x           |
    """)
    assert addresses(matrix) == ["D2 C3", "A2: D2 C3", "A4: C4"]


def test_phases() -> None:
    assert read("""
        merged: B1:C1 D1:E1
        Task            | Lead |   | Trainer |
                        | R | A | R | C
        Start
        Kickoff meeting |   | x | x |
        Use
        Health check    | x | x |   | x
    """) == table("""
        raci            | Lead | Trainer
        # Start
        Kickoff meeting | A    | R
        # Use
        Health check    | RA   | C
    """)


def test_crosses_without_roles_stay_crosses() -> None:
    with pytest.raises(NoMatrixError, match="crosses or check marks"):
        read(
            """
            Task            | R | A | C | I
            Kickoff meeting | x | x |   | x
            Data import     | x | x | x |
            """,
            path="raci.xlsx",
        )
