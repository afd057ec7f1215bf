"""CellText into an existing workbook whose look is to stay: through openpyxl, which keeps most of a file, not all."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from raci_cli.workbook.palette import OPEN

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_LOST = {
    r"xl/media/": "pictures",
    r"xl/charts/": "charts",
    r"xl/(ctrlProps|activeX)/": "buttons and other controls",
    r"xl/embeddings/": "embedded objects",
    r"xl/threadedComments/": "conversations in comments",
    r"xl/slicers/": "slicers",
    r"xl/(connections|queryTables|model)": "connections to other data",
    r"xl/(metadata|richData)": "newer kinds of values and formulas",
}
"""Parts of a workbook that openpyxl leaves out when it saves, by the beginning of their names."""
_DRAWING = re.compile(r"xl/drawings/[^/]+\.xml")
_SHAPE = re.compile(rb"<(?:\w+:)?(?:sp|cxnSp|grpSp)\b")
"""In a drawing; Google Sheets writes an empty one for every sheet."""
_EXTENSIONS = "newer kinds of conditional formats, drop-downs or sparklines"
_FONT = re.compile(rb"<font>((?:<\w+[^<>]*/>)*)</font>")
_FONT_PART = re.compile(rb"(<(\w+)[^<>]*/>)")
_FONT_ORDER = b"b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split()
_DATES = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)
_STYLE_OF_IT = re.compile(rb' xfId="(\d+)"')
_LARGEST_SHEET = 200_000_000
"""Bytes of a sheet's XML that are looked through for extensions."""


class CellText(NamedTuple):
    """What a cell of the matrix is to hold; rows and columns count from 1."""

    row: int
    column: int
    text: str
    """Empty for a blank cell."""
    said: bool = False
    """Whether the cell says so already, in its own spelling."""


class Mark(NamedTuple):
    """A row of the matrix on which something is open."""

    row: int
    columns: tuple[int, ...]
    """Those that hold letters, from left to right."""
    comment: str


def would_lose(data: bytes) -> list[str]:
    """What of a workbook openpyxl cannot keep, in words for people."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        lost = [what for pattern, what in _LOST.items() if any(re.match(pattern, name) for name in names)]
        if any(_DRAWING.fullmatch(name) and _SHAPE.search(archive.read(name)) for name in names):
            lost.append("shapes")
        sheets = [info for info in archive.infolist() if re.match(r"xl/worksheets/[^/]+\.xml", info.filename)]
        if any(info.file_size < _LARGEST_SHEET and b"<extLst" in archive.read(info) for info in sheets):
            lost.append(_EXTENSIONS)
    return lost


def fill_in(
    data: bytes, sheet: str, letters: Iterable[CellText], marks: Iterable[Mark], *, macros: bool = False
) -> bytes:
    """The workbook with these cells filled in and marked, and all else as openpyxl keeps it.

    Equal input gives equal bytes.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - 150 ms, for --like only

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it cannot keep, `would_lose` has said
        book = load_workbook(io.BytesIO(data), keep_vba=macros, rich_text=True)
        with book.vba_archive or nullcontext():
            page = book[sheet]
            for row, column, text, said in letters:
                for cell in _writable(page, row, (column,)):
                    if not said or cell.data_type == "f":  # no result of a formula is kept
                        cell.value = text or None
            for mark in marks:
                _mark(_writable(page, mark.row, mark.columns), mark.comment)
            saved = io.BytesIO()
            book.save(saved)
    return _tidy(saved.getvalue())


def _writable(page: Worksheet, row: int, columns: Iterable[int]) -> list[Cell]:
    """Of some cells of a row those that can hold anything: of a merged range the first one."""
    from openpyxl.cell import Cell  # noqa: PLC0415 - see fill_in

    return [cell for column in columns if isinstance(cell := page.cell(row, column), Cell)]


def _mark(cells: Iterable[Cell], comment: str) -> None:
    """Fill the cells, and add a comment to the first; what was said there before stays."""
    from openpyxl.comments import Comment  # noqa: PLC0415 - see fill_in
    from openpyxl.styles import PatternFill  # noqa: PLC0415 - see fill_in

    for number, cell in enumerate(cells):
        cell.fill = PatternFill("solid", fgColor=OPEN.removeprefix("#"))
        if number == 0:
            before = f"{cell.comment.text}\n\n" if cell.comment else ""
            cell.comment = Comment(before + comment, "raci", height=120, width=320)


def _tidy(data: bytes) -> bytes:
    """The workbook with styles as the schema wants them, which openpyxl does not keep, and no time of its making."""
    tidy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(tidy, "w") as copy:
        for name in archive.namelist():
            copy.writestr(_undated(name), _MEND.get(name, bytes)(archive.read(name)))
    return tidy.getvalue()


def _undated(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _styles(part: bytes) -> bytes:
    """Fonts with their parts in order; cells that follow a style which openpyxl has dropped follow the first one."""
    known = len(re.findall(rb"<xf\b", part.partition(b"<cellStyleXfs")[2].partition(b"</cellStyleXfs>")[0]))
    part = _STYLE_OF_IT.sub(lambda found: found[0] if int(found[1]) < known else b' xfId="0"', part)
    return _FONT.sub(_font_in_order, part)


def _font_in_order(font: re.Match[bytes]) -> bytes:
    parts = sorted(_FONT_PART.findall(font[1]), key=lambda part: _FONT_ORDER.index(part[1]))
    return b"<font>" + b"".join(whole for whole, _ in parts) + b"</font>"


def _undated_properties(part: bytes) -> bytes:
    return _DATES.sub(b"", part)


_MEND: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {"xl/styles.xml": _styles, "docProps/core.xml": _undated_properties}
)
"""Parts that are not left as openpyxl writes them."""
