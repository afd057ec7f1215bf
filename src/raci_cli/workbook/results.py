"""What the formulas on the sheet of a matrix give, worked out without a spreadsheet."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from raci_cli.model import NOTHING, Matrix
from raci_cli.workbook.checks import Checker


class Results(NamedTuple):
    """The results to be stored beside the formulas."""

    verdicts: tuple[str, ...]
    """What the check says, by activity."""
    counts: tuple[tuple[int, ...], ...]
    """By letter of the scheme and role: how often the role holds it."""


def results_of(matrix: Matrix) -> Results:
    """The results for the letters of a matrix."""
    checker = Checker(matrix.scheme)
    verdicts = (checker.check([written(given.letters) for given in each.assignments]) for each in matrix.activities)
    return Results(tuple(verdicts), _counts(matrix, checker))


@lru_cache(maxsize=1024)
def written(letters: str) -> str:
    """How the letters of an assignment stand in a cell: `R/A`."""
    return letters if letters == NOTHING else "/".join(letters)


def _counts(matrix: Matrix, checker: Checker) -> tuple[tuple[int, ...], ...]:
    cells = chain.from_iterable(activity.assignments for activity in matrix.activities)
    found = {letter: [0] * len(matrix.roles) for letter in matrix.scheme.alphabet}
    for (role, letters), count in Counter(map(itemgetter(0, 1), cells)).items():
        for letter in checker.letters(written(letters)):
            found[letter][role] += count
    return tuple(map(tuple, found.values()))
