"""Where things stand on the sheet of a matrix. Rows and columns count from zero.

The activities stand in a frame: a thin row or column on each side belongs to every range that is counted or
formatted, so that what people insert at an edge counts as well.
"""

from __future__ import annotations

from typing import NamedTuple

from xlsxwriter.utility import xl_col_to_name

TITLE, CAPTIONS, FIELDS, GROUPS, HEADINGS, TOP = 1, 2, 3, 5, 6, 7
FIRST_LINE = TOP + 1
PHASE, SECTION, ACTIVITY, LEFT = 0, 1, 2, 3
FIRST_ROLE = LEFT + 1


class Geometry(NamedTuple):
    """The places that depend on the size of the matrix."""

    roles: int
    lines: int
    """Activities and bands."""
    details: int
    """Columns to the right of the check."""

    @property
    def right(self) -> int:
        """The thin column behind the last role."""
        return FIRST_ROLE + self.roles

    @property
    def check(self) -> int:
        """The column of the check."""
        return self.right + 1

    @property
    def first_detail(self) -> int:
        """The first column behind the check."""
        return self.check + 1

    @property
    def last_column(self) -> int:
        """The last column of all."""
        return self.check + self.details

    @property
    def end(self) -> int:
        """The thin row below the activities, with the line that ends them."""
        return FIRST_LINE + self.lines

    @property
    def first_count(self) -> int:
        """The row below that one, which counts the first letter of the scheme; the others follow."""
        return self.end + 1

    def letters_in_row(self, row: int | str) -> str:
        """The cells of all roles in a row: `$D8:$Y8`; a text stands for the number of the row."""
        return f"{cell(row, LEFT)}:{cell(row, self.right)}"

    def roles_in_row(self, row: int) -> str:
        """The same, fixed in both directions: `$D$8:$Y$8`."""
        return f"${xl_col_to_name(LEFT)}${row + 1}:${xl_col_to_name(self.right)}${row + 1}"

    def behind_frame(self, row: int) -> str:
        """From the frame's last cell in a row to the column of the check: `$Y$8:$Z$8`."""
        return f"${xl_col_to_name(self.right)}${row + 1}:${xl_col_to_name(self.check)}${row + 1}"

    def letters_in_column(self, column: int) -> str:
        """The cells of all activities in a column: `E$7:E$68`."""
        name = xl_col_to_name(column)
        return f"{name}${TOP + 1}:{name}${self.end + 1}"

    def column(self, column: int) -> str:
        """The cells of all activities, fixed in both directions: `$E$7:$E$68`."""
        name = xl_col_to_name(column)
        return f"${name}${TOP + 1}:${name}${self.end + 1}"


def cell(row: int | str, column: int) -> str:
    """A cell that stays in its column when a formula is copied: `$E7`; a text stands for the number of the row."""
    return f"${xl_col_to_name(column)}{row if isinstance(row, str) else row + 1}"
