"""A path, or standard input, -> the matrices in it; what the file system says becomes a sentence."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from raci_cli.errors import NoMatrixError, RaciError, UnreadableFileError, UsageError
from raci_cli.files.find import STDIN
from raci_cli.formats import read as read_format
from raci_cli.layouts.overrides import Overrides
from raci_cli.model import Grid, Matrix, column_name
from raci_cli.suggest import did_you_mean, quoted

if TYPE_CHECKING:
    from raci_cli.formats.document.layer import Layer
    from raci_cli.segments import Template

_MANY_COLOURED = 10
"""Empty cells in two colours or more; a heading or two in colour are fewer, or of one colour."""

LARGEST = 200_000_000
"""Bytes; the largest workbooks people keep matrices in have a few million."""

_MOST_LISTED = 8
"""Sheets named in a message."""


def load(path: str, overrides: Overrides | None = None, *, stdin_name: str = "") -> tuple[Matrix, ...]:
    """All matrices of a file; `-` reads standard input, which `stdin_name` gives a name and so a format.

    Raises:
        UnreadableFileError: the file is missing, damaged, protected or too large.
        NoMatrixError: nothing in it is a matrix.
        UsageError: the overrides name a sheet, row or column that does not exist.
    """
    overrides = overrides or Overrides()
    if path != STDIN:
        return _matrices(file_bytes(path), path, overrides)
    try:
        return _matrices(_standard_input(), stdin_name or STDIN, overrides)
    except RaciError as error:
        if stdin_name or not str(error).startswith(STDIN):
            raise
        raise type(error)(f"standard input{str(error).removeprefix(STDIN)}") from error


def _matrices(data: bytes, name: str, overrides: Overrides) -> tuple[Matrix, ...]:
    content = read_format(data, name)
    if not isinstance(content, tuple):
        if overrides.sheet:
            raise UsageError(f"{name} holds one matrix and no sheets: leave out --sheet.")
        return (content if isinstance(content, Matrix) else _template_of(content).matrix,)
    from raci_cli.layouts.recognise import recognise  # noqa: PLC0415 - 10 ms that a template does not need

    _refuse_outside(content, name, overrides)
    try:
        return recognise(content, name, overrides)
    except NoMatrixError as error:
        coloured = _in_colours(data, content)
        if not coloured:
            raise
        if any(map(_holds_letters, content)):
            raise NoMatrixError(f"{error} {coloured[0].upper()}{coloured[1:]}") from error
        raise NoMatrixError(f"{name} holds no responsibility matrix that raci can read: {coloured}") from error


def _holds_letters(grid: Grid) -> bool:
    """Whether any cell is a single letter, so that there may be a matrix in other than colours."""
    return any(len(text) == 1 and text.isalpha() for row in grid.rows for text in row)


def load_template(path: str, overrides: Overrides | None = None) -> Template:
    """A file as a template: with the layers below it where it has any, else the one matrix it holds.

    Raises:
        UnreadableFileError: the file, or one that it extends, is missing, damaged or faulty.
        NoMatrixError: nothing in it is a matrix.
        UsageError: it holds several matrices, or the overrides name something that does not exist.
    """
    from raci_cli.formats.document.layer import LAYER_SUFFIXES, Layer  # noqa: PLC0415 - see _template_of
    from raci_cli.segments import of_matrix  # noqa: PLC0415 - see _template_of

    if PurePath(path).suffix.lower() in LAYER_SUFFIXES and not (overrides and overrides.sheet):
        content = read_format(file_bytes(path), path)
        if isinstance(content, Layer):
            return _template_of(content)
    return of_matrix(only(load(path, overrides), path))


def _template_of(layer: Layer) -> Template:
    from raci_cli.segments import composed  # noqa: PLC0415 - only templates have layers

    return composed(layer)


def _refuse_outside(grids: Sequence[Grid], path: str, overrides: Overrides) -> None:
    """A row or column that was asked for must be there, on one sheet at least."""
    height = max((len(grid.rows) for grid in grids), default=0)
    if overrides.header_row > height:
        raise UsageError(f"Row {overrides.header_row} cannot hold the headings: the last row of {path} is {height}.")
    last = column_name(max((len(row) for grid in grids for row in grid.rows), default=1))
    asked = overrides.activity_column.upper()
    if (len(asked), asked) > (len(last), last):
        raise UsageError(f"Column {asked} cannot hold the activities: the last column of {path} is {last}.")


def _in_colours(data: bytes, grids: Sequence[Grid]) -> str:
    """A sentence about a sheet that seems to say by colours what raci reads from letters."""
    from raci_cli.formats.workbooks.xlsx.colours import coloured_cells  # noqa: PLC0415 - only for this message
    from raci_cli.layouts.recognise import is_ours  # noqa: PLC0415 - see _matrices

    for grid in grids:
        if is_ours(grid):
            continue
        found = coloured_cells(data, grid.name or "")
        if found.cells >= _MANY_COLOURED and found.distinct > 1:
            return (
                f"on sheet {quoted(grid.name or '')}, {found.cells} empty cells are filled with {found.distinct} "
                "colours. If they say who does what, write letters into the cells: colours alone are not read."
            )
    return ""


def _standard_input() -> bytes:
    if sys.stdin is None or sys.stdin.closed or sys.stdin.isatty():  # None where the shell closed it
        raise UsageError("`-` reads a file from standard input, and none is coming: use `raci ... - < plan.xlsx`.")
    try:
        return _checked(sys.stdin.buffer.read(LARGEST + 1), STDIN)
    except OSError as error:
        raise UnreadableFileError(f"{STDIN} cannot be read: {error.strerror}.") from error


def file_bytes(path: str) -> bytes:
    """What a file holds.

    Raises:
        UnreadableFileError: it is missing, no file, may not be read or is too large.
        UsageError: it has no name.
    """
    if not path:
        raise UsageError("An empty name is no file: name a file or a folder.")
    try:
        with Path(path).open("rb") as file:
            known = os.fstat(file.fileno())
            if stat.S_ISCHR(known.st_mode):
                raise UnreadableFileError(f"{path} is a device, not a file.")
            most = min(known.st_size or LARGEST, LARGEST)  # Python sets aside what it is asked for, at a price
            return _checked(file.read(most + 1), path)
    except FileNotFoundError as error:
        raise UnreadableFileError(f"{path}: there is no such file.{_neighbour(path)}") from error
    except IsADirectoryError as error:
        raise UnreadableFileError(f"{path} is a folder: name one of the files in it.") from error
    except PermissionError as error:
        raise UnreadableFileError(
            f"{path}: you may not read this, or another program holds it. Close it there, or ask for the right."
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise UnreadableFileError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from error


def _checked(data: bytes, name: str) -> bytes:
    if len(data) > LARGEST:
        raise UnreadableFileError(f"{name} is larger than {LARGEST // 1_000_000} MB: no matrix needs that.")
    return data


def _neighbour(path: str) -> str:
    """A file of a similar name in the same folder."""
    wanted = Path(path)
    if not wanted.parent.is_dir():
        return f" There is no folder {wanted.parent} either."
    names = [entry.name for entry in wanted.parent.iterdir() if not entry.name.startswith((".", "~$"))]
    alike = [name for name in names if did_you_mean(wanted.stem, [Path(name).stem])]  # a common ending is not enough
    return did_you_mean(wanted.name, alike)


def only(matrices: tuple[Matrix, ...], path: str) -> Matrix:
    """The matrix of a file that must hold exactly one.

    Raises:
        UsageError: it holds several; the message lists the sheets.
    """
    if len(matrices) > 1:
        sheets = list(dict.fromkeys(quoted(matrix.source.sheet) for matrix in matrices if matrix.source.sheet))
        if len(sheets) < 2:
            raise UsageError(f"{path} holds {len(matrices)} matrices on one sheet: give each of them a sheet or file.")
        more = f" and {len(sheets) - _MOST_LISTED} more" if len(sheets) > _MOST_LISTED else ""
        on = f"{', '.join(sheets[:_MOST_LISTED])}{more}"
        raise UsageError(f"{path} holds {len(matrices)} matrices, on {on}: choose one with --sheet.")
    if not matrices:
        raise NoMatrixError(f"{path}: no matrix was found in it.")
    return matrices[0]
