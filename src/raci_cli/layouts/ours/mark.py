"""The marks of our sheets, found again where people put rows or columns before them."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.model import Grid
from raci_cli.workbook.form import BESIDE_MARK, KINDS

_NEAR_TOP, _NEAR_LEFT = 10, 10


def near(grid: Grid) -> Iterator[str]:
    """The cells in which a mark is looked for."""
    return (cell for row in grid.rows[:_NEAR_TOP] for cell in row[:_NEAR_LEFT])


def kind(grid: Grid) -> str:
    """What a sheet of ours beside a matrix is, `votes` or the like; empty for any other sheet."""
    marks = (cell.removeprefix(BESIDE_MARK) for cell in near(grid) if cell.startswith(BESIDE_MARK))
    return next((mark for mark in marks if mark in KINDS), "")
