"""What the writer puts into a workbook, the reader takes out of it: nothing is lost, nothing is made up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from written import read_back

import needs
import raci_cli as raci
from raci_cli.formats.writers import WRITERS
from raci_cli.model import Activity, Matrix, Phase, Role
from raci_cli.model.schemes import RACI, SCHEMES
from raci_cli.shipped import shipped
from raci_cli.workbook import write_matrix
from strategies import matrices, names

visible = names.filter(lambda name: name.strip() or not name)
"""A name of blanks alone cannot be told from one that is empty."""

PHASES = (Phase("Number of R"), Phase("Last"))
TITLE = "Responsibility matrix"


@settings(max_examples=150, deadline=None)
@given(matrices(visible))
@example(Matrix((), (), RACI))
@example(
    Matrix(
        (Role("Check"), Role("Phase"), Role("ID"), Role("Check", key="Check (2)")), (Activity("Check"),), SCHEMES["rs"]
    )
)
@example(Matrix((Role("Bot (automated)", automated=True), Role("Bot", key="the other")), (Activity("A"),), RACI))
@example(
    Matrix((Role("One"),), (Activity("A", phase="Number of R"), Activity("B", phase="Last")), RACI, PHASES, title=TITLE)
)
def test_nothing_is_lost(matrix: Matrix) -> None:
    assert read_back(write_matrix(matrix)) == matrix


@settings(max_examples=25, deadline=None)
@given(matrices(visible))
def test_the_same_matrix_gives_the_same_bytes(matrix: Matrix) -> None:
    assert write_matrix(matrix) == write_matrix(matrix)


@pytest.mark.parametrize("path", sorted(shipped("examples").glob("*.xlsx")), ids=lambda path: path.stem)
def test_the_examples_survive(path: Path) -> None:
    matrix = raci.load(path)
    assert read_back(write_matrix(matrix)) == matrix


def test_real_matrices_survive() -> None:
    """Every matrix of the corpus gives the same long CSV after it was a workbook of ours."""
    compared = 0
    for path in sorted((needs.corpus() / "files").rglob("*")):
        for matrix in _matrices(path):
            again = read_back(write_matrix(matrix))
            there = replace(matrix, source=matrix.source._replace(sheet=again.source.sheet))
            assert _assignments(again) == _assignments(there), path.name
            assert again == matrix, path.name
            compared += 1
    assert compared > 50


def _matrices(path: Path) -> tuple[Matrix, ...]:
    try:
        return raci.load_all(path) if path.is_file() else ()
    except raci.RaciError:
        return ()


def _assignments(matrix: Matrix) -> list[str]:
    """The long CSV without the cells, which are others."""
    return [line.rpartition(",")[0] for line in WRITERS["long-csv"]((matrix,)).splitlines()]
