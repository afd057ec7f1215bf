"""A sheet that raci wrote -> Matrix, exactly: by its marks and headings, whatever people did to it since."""

from __future__ import annotations

from collections.abc import Sequence

from raci_cli.errors import UnreadableFileError
from raci_cli.layouts.ours import about, frame, mark, rows, scheme
from raci_cli.layouts.ours.frame import Frame
from raci_cli.model import Grid, Location, Matrix, Scheme, Source


def is_matrix(grid: Grid) -> bool:
    """Whether a sheet still has what a matrix of ours is read by."""
    return frame.find(grid) is not None


def read(grid: Grid, workbook: Sequence[Grid], path: str, asked: Scheme | None = None) -> Matrix:
    """The matrix on such a sheet, whose legend stands on another sheet of the workbook.

    Raises:
        UnreadableFileError: a name or letter is a formula that was saved without its result.
    """
    found = frame.find(grid)
    if found is None:
        raise AssertionError(f"{path}: {grid.name} is no sheet of ours")
    _refuse_uncalculated(grid, found, path)
    known, why = (asked, "asked for.") if asked else scheme.of(grid, found, workbook)
    roles = frame.roles(grid, found)
    body = rows.read(grid, found, len(roles), known)
    title_block, stated = about.read(grid, found)
    said = (f"Sheet {grid.name!r} was written by raci.", f"Scheme {known.name}: {why}")
    return Matrix(
        roles=roles,
        activities=body.activities,
        scheme=known,
        phases=body.phases,
        source=Source(
            path, grid.name, "", grid.hidden, body.remarks, said + grid.notes, stated, beside=_beside(workbook)
        ),
        **title_block,
    )


def _beside(workbook: Sequence[Grid]) -> tuple[str, ...]:
    """What the marks of the other sheets say."""
    return tuple(filter(None, map(mark.kind, workbook)))


def _refuse_uncalculated(grid: Grid, found: Frame, path: str) -> None:
    """The check and the counts may be without results, but nothing that is read."""
    for row, column in grid.uncalculated:
        if row < found.end and column in found.read_columns:
            place = Location(path, grid.name, row + 1, column + 1)
            raise UnreadableFileError(
                f"{place} holds a formula that was saved without its result. "
                "Open the workbook in Excel or LibreOffice, save it once, and try again."
            )
