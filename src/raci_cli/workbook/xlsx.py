"""What XlsxWriter lacks: named cell styles, and formulas that go into the file as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.styles import Styles, XFormatType
from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.worksheet import CellBlankTuple, CellStringTuple, Worksheet

from raci_cli.errors import OutputError
from raci_cli.suggest import quoted

if TYPE_CHECKING:
    from raci_cli.workbook.book import Book


MOST_ROWS = 1_048_576
"""Of a worksheet, by the file format."""
_LONGEST_TEXT = 32_767
"""Characters of a cell, likewise."""


ROW = "\0"
"""Stands for the number of its row in a formula that is filled down."""

_HALVES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def whole(text: str) -> str:
    """The text without halves of characters, which no file can hold."""
    return text if text.isascii() else _HALVES.sub("\ufffd", text)


def plain(text: str) -> str:
    """The text without control characters, which XlsxWriter escapes in cells and nowhere else."""
    return _CONTROLS.sub("", whole(text))


class _Copy(NamedTuple):
    """A cell with a formula that stands in other rows as well."""

    pieces: Sequence[str]
    """Of the formula as the file holds it; the number of the row belongs between them."""
    format: Format
    result: str


class Columns(NamedTuple):
    """A run of columns, counted from zero, both ends included."""

    first: int
    last: int


class Sheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A worksheet that writes texts and formulas by shortcuts; a large matrix takes half the time (benchmarks/)."""

    book: Book
    """Where the styles come from."""

    def put(self, row: int, column: int, text: str, style: str) -> None:
        """Write a text, never a formula; an empty one only gives the cell its style.

        Raises:
            OutputError: no cell can hold so much.
        """
        if not text:  # both without the look for addresses such as "A1", which are never given here
            self._write_blank(row, column, None, self.book.style(style))
        elif self._write_string(row, column, whole(text), self.book.style_of(text, style)):
            raise OutputError(
                f"A workbook cannot hold the text {quoted(text[:40] + '...')}: it has {len(text):,} characters, and a "
                f"cell has room for {_LONGEST_TEXT:,}. Shorten it, or write YAML or JSON."
            )

    def put_line(self, row: int, texts: Sequence[str], styles: Sequence[str]) -> None:
        """Write texts from the first column on. What stands in other rows as well is made and kept once.

        Raises:
            OutputError: no cell can hold so much.
        """
        cells = self.table[row]
        for column, key in enumerate(zip(texts, styles, strict=True)):
            if key in self._made:
                cells[column] = self._made[key]
                self.str_table.count += bool(key[0])
            else:
                self.put(row, column, *key)
                self._made[key] = cells[column]
        self._check_dimensions(row, len(texts) - 1)

    @cached_property
    def _made(self) -> dict[tuple[str, str], Any]:
        """Cells by text and style."""
        return {}

    def put_across(self, row: int, columns: Columns, text: str, style: str) -> None:
        """Write a text into a cell that covers some columns."""
        if columns.last > columns.first:
            self.merge_range(row, columns.first, row, columns.last, "", self.book.style(style))
        self.put(row, columns.first, text, style)

    def shade(self, row: int, columns: Columns, style: str) -> None:
        """Give blank cells a style."""
        for column in range(columns.first, columns.last + 1):
            self.write_blank(row, column, None, self.book.style(style))

    def write_letters(self, row: int, texts: Iterable[tuple[int, str]]) -> None:
        """Write short texts in the formats of their columns, between other cells of the row."""
        cells, index_of = self.table[row], self.str_table._get_shared_string_index  # noqa: SLF001 - as in Worksheet
        for column, text in texts:
            cells[column] = CellStringTuple(index_of(text), None)

    def fill_down(self, column: int, formula: str, style: str, results: Iterable[tuple[int, str]]) -> None:
        """Write a formula into some rows, each with its result; ROW in it stands for the number of the row.

        Not as a shared formula: LibreOffice shifts those wrongly when a column is inserted.
        """
        pieces = escape(formula.removeprefix("="), quote=False).split(ROW)
        for row, result in results:
            self.table[row][column] = _Copy(pieces, self.book.style(style), result)

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        """A shared string or a blank in one piece; XlsxWriter escapes the parts of each, and no part needs it."""
        if cell.__class__ is _Copy:
            self._write_copy(row, col, cell)
            return
        is_text = cell.__class__ is CellStringTuple
        known = is_text or (cell.__class__ is CellBlankTuple and cell.format)
        if not known or (row in self.row_info and self.row_info[row].row_format):
            super()._write_cell(row, col, cell)
            return
        style = cell.format or (self.col_info[col].column_format if col in self.col_info else None)
        styled = f' s="{style._get_xf_index()}"' if style else ""  # noqa: SLF001 - as in Worksheet
        content = f' t="s"><v>{cell.string}</v></c>' if is_text else "/>"
        self.fh.write(f'<c r="{xl_rowcol_to_cell_fast(row, col)}"{styled}{content}')

    def _write_copy(self, row: int, column: int, copy: _Copy) -> None:
        style = copy.format._get_xf_index()  # noqa: SLF001 - as in Worksheet
        kind = ' t="str"' if copy.result else ""
        result = escape(copy.result, quote=False)
        place, formula = xl_rowcol_to_cell_fast(row, column), str(row + 1).join(copy.pieces)
        self.fh.write(f'<c r="{place}" s="{style}"{kind}><f>{formula}</f><v>{result}</v></c>')

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 - as in Worksheet
        """As it is: no formula of ours has a function newer than Excel 2007, and looking for all of them takes long."""
        return formula.removeprefix("=")


class StyledWorkbook(Workbook):  # type: ignore[misc]  # XlsxWriter has no types
    """A workbook that lists the formats it was given a name for among its cell styles."""

    def __init__(self, *arguments: Any) -> None:
        self.named: dict[str, Format] = {}
        super().__init__(*arguments)

    def add_style(self, name: str, properties: dict[str, Any]) -> Format:
        """A format that is a cell style of this name."""
        style = self.named[name] = self.add_format(properties)
        return style

    def _get_packager(self) -> Packager:
        for number, style in enumerate(self.named.values(), start=1):
            style._get_xf_index()  # noqa: SLF001 - a style counts even if no cell has it
            style.xf_id = number
        return _Packager(self.named)


class _Packager(Packager):  # type: ignore[misc]  # XlsxWriter has no types
    def __init__(self, named: dict[str, Format]) -> None:
        super().__init__()
        self._named = named

    def _write_styles_file(self) -> None:
        book = self.workbook
        styles = _Styles(self._named)
        styles._set_style_properties(  # noqa: SLF001 - the part of XlsxWriter that is replaced
            [
                book.xf_formats,
                book.palette,
                book.font_count,
                book.num_formats,
                book.border_count,
                book.fill_count,
                book.custom_colors,
                book.dxf_formats,
                book.has_comments,
            ]
        )
        styles._set_xml_writer(self._filename("xl/styles.xml"))  # noqa: SLF001 - see above
        styles._assemble_xml_file()  # noqa: SLF001 - see above


class _Styles(Styles):  # type: ignore[misc]  # XlsxWriter has no types
    def __init__(self, named: dict[str, Format]) -> None:
        super().__init__()
        self._named = named

    def _write_cell_style_xfs(self) -> None:
        styles: Sequence[Format] = [self.xf_formats[0], *self._named.values()]
        self._xml_start_tag("cellStyleXfs", [("count", len(styles))])
        for style in styles:
            self._write_xf(style, XFormatType.STYLE)
        self._xml_end_tag("cellStyleXfs")

    def _write_cell_styles(self) -> None:
        self._xml_start_tag("cellStyles", [("count", 1 + len(self._named))])
        self._write_cell_style()
        for number, name in enumerate(self._named, start=1):
            self._xml_empty_tag("cellStyle", [("name", f"raci {name}"), ("xfId", number)])
        self._xml_end_tag("cellStyles")
