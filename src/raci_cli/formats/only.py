"""For formats that hold one matrix."""

from __future__ import annotations

from collections.abc import Sequence

from raci_cli.errors import UsageError
from raci_cli.formats.suggest import quoted
from raci_cli.model import Matrix


def the_only(matrices: Sequence[Matrix], kind: str) -> Matrix:
    """The one matrix to be written.

    Raises:
        UsageError: there is not exactly one; the message lists the sheets.
    """
    if len(matrices) == 1:
        return matrices[0]
    names = ", ".join(quoted(matrix.source.sheet or matrix.title or matrix.source.path) for matrix in matrices)
    raise UsageError(
        f"A {kind} file holds one matrix, and here are {len(matrices)}{': ' if names else ''}{names}. "
        "Choose one with --sheet."
    )
