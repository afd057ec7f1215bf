"""Workbooks -> one grid a worksheet, by way of calamine."""

from __future__ import annotations

import datetime as dt
import io
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.workbooks.guard import Checked, Ranges, check
from raci_cli.model import Grid, Span

if TYPE_CHECKING:  # the library itself is imported when there is something to read
    from python_calamine import CalamineSheet

_TEXT_ALONE = frozenset([str])
_WHOLE_NUMBERS = 1e15
"""Up to here a spreadsheet shows every digit of a whole number."""


def read(data: bytes, path: str) -> tuple[Grid, ...]:
    """The worksheets of an .xlsx, .xlsm, .xlsb, .xls or .ods workbook, hidden ones too; charts are left out.

    Raises:
        UnreadableFileError: damaged, protected, too large or no workbook at all.
    """
    checked = check(data, path)
    try:
        with _panics_unheard() if checked.binary else nullcontext():
            return _grids(checked)
    except Exception as error:
        raise _unreadable(path, error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what Rust calls a panic is no Exception in Python
            raise
        raise _unreadable(path, error) from error


def _unreadable(path: str, error: BaseException) -> UnreadableFileError:
    if type(error).__name__ == "PasswordError":
        return UnreadableFileError(f"{path} is password-protected: save a copy without the password.")
    return UnreadableFileError(f"{path} is damaged: open it in Excel or LibreOffice and save it as .xlsx.")


@contextmanager
def _panics_unheard() -> Iterator[None]:
    """Nothing reaches the terminal meanwhile: a panic prints a report about Rust before it becomes an exception."""
    terminal, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(terminal, 2)
        os.close(terminal)
        os.close(nowhere)


def _grids(checked: Checked) -> tuple[Grid, ...]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 - see formats

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(checked.data))
    return tuple(
        _grid(workbook.get_sheet_by_index(index), checked, hidden=sheet.visible != SheetVisibleEnum.Visible)
        for index, sheet in enumerate(workbook.sheets_metadata)
        if sheet.typ == SheetTypeEnum.WorkSheet
    )


def _grid(sheet: CalamineSheet, checked: Checked, *, hidden: bool) -> Grid:
    rows: list[list[Any]] = list(sheet.to_python(skip_empty_area=False))
    for row in rows:  # in place, or a large sheet would stand in memory twice
        if not _TEXT_ALONE.issuperset(map(type, row)):
            row[:] = [value if type(value) is str else _text(value) for value in row]
    return Grid(
        name=sheet.name,
        rows=rows,
        merged=_spans(checked.merged.get(sheet.name, sheet.merged_cell_ranges), rows),
        hidden=hidden,
        uncalculated=checked.uncalculated.get(sheet.name, ()),
        notes=checked.notes.get(sheet.name, ()),
    )


def _spans(ranges: Ranges | None, rows: Sequence[Sequence[str]]) -> tuple[Span, ...] | None:
    """The merged ranges as far as they lie on filled rows and columns: some merge a title over the whole sheet."""
    if ranges is None:
        return None
    height, width = len(rows), max(map(len, rows), default=0)
    return tuple(
        Span(top, left, min(bottom, height - 1), min(right, width - 1))
        for (top, left), (bottom, right) in ranges
        if top < height and left < width
    )


def _text(value: object) -> str:
    """A cell that holds no text, as people see it in the sheet."""
    return _WRITERS[type(value)](value)


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < _WHOLE_NUMBERS:
        return str(int(value))
    return f"{value:.15g}"


def _duration(value: dt.timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def _moment(value: dt.datetime) -> str:
    return value.isoformat(sep=" ", timespec="seconds")


_WRITERS: dict[type, Callable[[Any], str]] = {
    float: _number,
    int: str,
    bool: lambda value: str(value).upper(),
    dt.datetime: _moment,
    dt.date: dt.date.isoformat,
    dt.time: lambda value: value.isoformat(timespec="seconds"),
    dt.timedelta: _duration,
}
