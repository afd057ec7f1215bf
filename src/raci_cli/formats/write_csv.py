"""Matrix -> CSV, long (one line an assignment) or as a grid. Texts stay as they are: CSV is for programs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from raci_cli.formats.chart import chart_groups, chart_header, chart_rows
from raci_cli.formats.only import the_only
from raci_cli.model import Matrix, column_name

LONG_HEADER = ("sheet", "phase", "section", "activity", "group", "role", "letters", "cell")

_column = lru_cache(maxsize=None)(column_name)


def write_long_csv(matrices: Sequence[Matrix]) -> str:
    """The interchange form: one line an assignment, letters in the scheme's order (`RA`), `-` for an explicit no part.

    An activity without any assignment gives no line.
    """
    return _csv([LONG_HEADER, *(line for matrix in matrices for line in _assignments(matrix))])


def write_grid_csv(matrices: Sequence[Matrix]) -> str:
    """One matrix as the grid people know, with a row of groups above the roles if there are any.

    Raises:
        UsageError: there is not exactly one matrix.
    """
    matrix = the_only(matrices, "CSV")
    groups = chart_groups(matrix)
    return _csv([*([groups] if groups else []), chart_header(matrix), *chart_rows(matrix)])


def _assignments(matrix: Matrix) -> Iterator[tuple[str, ...]]:
    sheet = matrix.source.sheet or ""
    roles = [(role.group, role.name) for role in matrix.roles]
    for activity in matrix.activities:
        start = (sheet, activity.phase, activity.section, activity.name)
        for index, letters, row, column in activity.assignments:
            cell = f"{_column(column)}{row}" if row and column else ""
            yield (*start, *roles[index], letters, cell)


def _csv(rows: Iterable[Sequence[str]]) -> str:
    lines = _Lines()
    csv.writer(lines).writerows(rows)
    return "".join(lines)


class _Lines(list[str]):
    """Takes a CSV writer's lines, which end in CR LF (so that texts with either are quoted), and ends them in LF."""

    def write(self, line: str) -> None:
        self.append(line.removesuffix("\r\n") + "\n")
