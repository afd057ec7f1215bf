"""What the formats with several tables in a text share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from raci_cli.model import Grid


def numbered(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """The tables of one text, named `table 1`, `table 2`, ...; a table that is alone has no name."""
    if len(grids) == 1:
        return tuple(grids)
    return tuple(replace(grid, name=f"table {number}") for number, grid in enumerate(grids, 1))
