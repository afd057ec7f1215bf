"""What a person may say about a sheet where recognition would go wrong."""

from __future__ import annotations

from typing import NamedTuple

from raci_cli.model import Scheme

LAYOUTS = ("grid", "transposed", "names", "long")
"""The names `--layout` takes."""


class Overrides(NamedTuple):
    """Empty values mean "find it out"."""

    sheet: str = ""
    """Read only this sheet (or `table 2` of a text file)."""
    layout: str = ""
    """One of LAYOUTS."""
    header_row: int = 0
    """The row of the sheet that holds the role headings, counted from 1."""
    activity_column: str = ""
    """The column that holds the activities, as a spreadsheet names it: `B`."""
    scheme: str = ""
    """The name of a known scheme, instead of the one found out."""
    schemes: tuple[Scheme, ...] = ()
    """Schemes of one's own, beside the known ones."""

    @property
    def by_hand(self) -> bool:
        """Whether it says where things stand on the sheet."""
        return bool(self.layout or self.header_row or self.activity_column)
