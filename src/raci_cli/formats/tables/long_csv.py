"""Long CSV, the interchange form: one line an assignment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from raci_cli.formats.tables.csv_ import csv_text
from raci_cli.model import Matrix, column_name

_HEADER = ("sheet", "phase", "section", "activity", "group", "role", "letters", "cell")

_column = lru_cache(maxsize=None)(column_name)


def write(matrices: Sequence[Matrix], delimiter: str = ",") -> str:
    """All assignments of some matrices: letters in the scheme's order (`RA`), `-` for an explicit no part.

    An activity without any assignment gives no line.
    """
    return csv_text([_HEADER, *(line for matrix in matrices for line in _assignments(matrix))], delimiter)


def _assignments(matrix: Matrix) -> Iterator[tuple[str, ...]]:
    sheet = matrix.source.sheet or ""
    roles = [(role.group, role.name) for role in matrix.roles]
    for activity in matrix.activities:
        start = (sheet, activity.phase, activity.section, activity.name)
        for index, letters, row, column in activity.assignments:
            cell = f"{_column(column)}{row or activity.row}" if column else ""
            yield (*start, *roles[index], letters, cell)
