"""What a workbook must pass before calamine sees it: calamine trusts its input with the memory of the machine.

calamine keeps a dense table for each sheet, so one stray cell in XFD1048576 asks for more memory than there is, and the
process is aborted, which no `except` catches (docs/decisions.md).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.content import COMPOUND
from raci_cli.formats.limits import MAX_CELLS
from raci_cli.formats.workbooks.archive import Archive, open_archive
from raci_cli.formats.workbooks.xlsx.extent import Fitted, fits
from raci_cli.formats.workbooks.xlsx.shared_texts import check_shared_texts

_CELLS, _MERGE, _SPANNED = b"sheetData", b"mergeCell ", b"-spanned"
_MOST_MERGES = 200_000
_FORMULA = re.compile(rb"f(?<=[<:]f)")
Cells = tuple[tuple[int, int], ...]
Ranges = Sequence[tuple[tuple[int, int], tuple[int, int]]]
"""Merged ranges as calamine gives them: the first and the last (row, column) of each, from 0."""
_Known = TypeVar("_Known")
_OTHER_ARCHIVES = (
    ("word/", "a Word document: copy its table into a workbook"),
    ("ppt/", "a PowerPoint presentation: copy its table into a workbook"),
    ("Index/", "an Apple Numbers or Pages file: export it as .xlsx"),
    ("mimetype", "an OpenDocument file, but no spreadsheet: copy its table into a workbook"),
)


class Checked(NamedTuple):
    """A workbook that calamine may read, and what it would not tell."""

    data: bytes
    uncalculated: dict[str, Cells]
    """By sheet: row and column, from 0, of formulas that were saved without their result."""
    notes: dict[str, tuple[str, ...]]
    """By sheet: what was left out of it."""
    merged: Mapping[str, Ranges]
    """By sheet: its merged ranges, where calamine does not give them."""
    binary: bool = False
    """Whether it is an .xls or .xlsb: calamine panics over some damaged ones."""


def check(data: bytes, path: str) -> Checked:
    """The workbook, safe to read; stray cells far away from everything else may have been emptied.

    Raises:
        UnreadableFileError: damaged, protected, too large or no workbook at all.
    """
    if data.startswith(COMPOUND):
        _check_compound(data, path)
        return Checked(data, {}, {}, {}, binary=True)
    return _check_archive(data, path)


def _check_compound(data: bytes, path: str) -> None:
    from raci_cli.formats.workbooks.compound import Compound  # noqa: PLC0415 - only .xls needs it
    from raci_cli.formats.workbooks.xls import check_xls  # noqa: PLC0415

    try:
        container = Compound(data)
        if "EncryptedPackage" in container:
            raise UnreadableFileError(f"{path} is password-protected: save a copy without the password.")
        name = next((name for name in ("Workbook", "Book") if name in container), None)
        if not name:
            raise UnreadableFileError(f"{path} is an old Office file, but no workbook.")
        check_xls(container.stream(name), path)
    except (ValueError, struct.error) as error:
        raise _damaged(path) from error


def _damaged(path: str) -> UnreadableFileError:
    return UnreadableFileError(f"{path} is damaged: open it in Excel or LibreOffice and save it as .xlsx.")


def _check_archive(data: bytes, path: str) -> Checked:
    archive = open_archive(data, path)
    if b"opendocument.spreadsheet" in archive.part("mimetype"):
        return Checked(data, {}, {}, _check_opendocument(archive))
    if not any(name.lower().startswith("xl") for name in archive.members):
        raise UnreadableFileError(f"{path} is {_kind(archive)}.")
    return _check_sheets(archive)


def _kind(archive: Archive) -> str:
    for start, kind in _OTHER_ARCHIVES:
        if any(name.startswith(start) for name in archive.members):
            return kind
    return "a zip archive without a workbook in it: unpack it and give the workbook that is meant"


def _check_opendocument(archive: Archive) -> Mapping[str, Ranges]:
    """The merged ranges of each sheet."""
    from raci_cli.formats.workbooks.ods import check_tables, merged_ranges  # noqa: PLC0415 - only .ods needs it

    if b"encryption-data" in archive.part("META-INF/manifest.xml") or "encrypted-package" in archive.members:
        raise UnreadableFileError(f"{archive.path} is password-protected: save a copy without the password.")
    content = archive.part("content.xml")
    check_tables(content, archive.path)
    if content.count(_SPANNED) > 2 * _MOST_MERGES:  # down and to the right
        raise _too_many_merges(archive)
    return merged_ranges(content, archive.path)


def _check_sheets(archive: Archive) -> Checked:
    left = MAX_CELLS
    emptied, notes = dict[str, bytes](), dict[str, tuple[str, ...]]()
    formulas, sizes = dict[str, Cells](), dict[str, int]()
    for name, part in archive.parts():
        if _CELLS in part:
            xml, left, note = _near(archive, name, part, left)
            if note:
                emptied[name], notes[name] = xml, (note,)
            formulas[name], sizes[name] = _uncalculated(xml), len(xml)
    binary = "xl/workbook.bin" in archive.members
    if binary:
        _check_binary_sheets(archive, left)
    check_shared_texts(archive, sizes)
    return Checked(archive.with_parts(emptied), _by_sheet(formulas, archive), _by_sheet(notes, archive), {}, binary)


def _near(archive: Archive, name: str, part: bytes, left: int) -> Fitted:
    """A sheet without stray cells."""
    if len(part) > _MOST_MERGES * len(_MERGE) and part.count(_MERGE) > _MOST_MERGES:
        raise _too_many_merges(archive)
    size = fits(part, left)
    if size:
        return Fitted(part, left - size)
    from raci_cli.formats.workbooks.xlsx.strays import without_strays  # noqa: PLC0415 - few sheets need it

    return without_strays(part, archive.path, _names(archive).get(name), left)


def _too_many_merges(archive: Archive) -> UnreadableFileError:
    return UnreadableFileError(f"{archive.path} has more than {_MOST_MERGES:,} merged cells; no matrix has so many.")


def _uncalculated(part: bytes) -> Cells:
    start, end = part.find(_CELLS), part.rfind(_CELLS)
    if part.find(b"f", start, end) < 0 or not _FORMULA.search(part, start, end):  # one byte is found at once
        return ()
    from raci_cli.formats.workbooks.xlsx.formulas import uncalculated  # noqa: PLC0415 - few sheets need it

    return tuple(uncalculated(part))


def _check_binary_sheets(archive: Archive, left: int) -> None:
    from raci_cli.formats.workbooks.xlsb import Left, check_xlsb, shared_sizes  # noqa: PLC0415 - only .xlsb needs it

    names = _names(archive)
    try:
        texts = shared_sizes(archive.part("xl/sharedStrings.bin"))
        allowance = Left(left)
        for name in archive.members:
            if name in names or name.startswith("xl/worksheets/"):
                allowance = check_xlsb(archive.part(name), archive.path, names.get(name), allowance, texts)
    except struct.error as error:
        raise _damaged(archive.path) from error


def _by_sheet(known: dict[str, _Known], archive: Archive) -> dict[str, _Known]:
    """What is known of some parts under the names of their sheets, which are only looked up if there is anything."""
    if not any(known.values()):
        return {}
    names = _names(archive)
    return {names[part]: value for part, value in known.items() if value and part in names}


def _names(archive: Archive) -> dict[str, str]:
    from raci_cli.formats.workbooks.sheet_names import sheet_names  # noqa: PLC0415 - needs an XML parser, and is rarely called

    return sheet_names(archive)
