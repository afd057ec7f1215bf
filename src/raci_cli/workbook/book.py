"""A workbook in memory with the house styles: the same calls always give the same bytes."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from typing import Any

from xlsxwriter.format import Format

from raci_cli.workbook.form import BESIDE_MARK, KINDS, MATRIX_MARK
from raci_cli.workbook.styles import FONT, STYLES
from raci_cli.workbook.xlsx import Sheet, StyledWorkbook

_MADE = datetime(2020, 1, 1, tzinfo=UTC)
"""A workbook tells neither when nor by whom it was made."""
_LONGEST_NAME = 31
_FORMULA_STARTS = ("=", "+", "-", "@")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]|^'|'$")


class Book:
    """Sheets are added one after the other; `data` ends it."""

    def __init__(self) -> None:
        self._file = io.BytesIO()
        options = {"in_memory": True, "default_format_properties": dict(FONT)}
        self._workbook = StyledWorkbook(self._file, options)
        self._workbook.set_properties({"created": _MADE})
        self._workbook.set_size(28_000, 16_000)
        self._variants: dict[tuple[str, tuple[tuple[str, object], ...]], Format] = {}
        for name, properties in STYLES.items():
            self._workbook.add_style(name, FONT | properties)

    def data(self) -> bytes:
        """The finished workbook."""
        self._workbook.close()
        return self._file.getvalue()

    def style(self, name: str) -> Format:
        """One of the named styles."""
        return self._workbook.named[name]

    def format(self, **properties: object) -> Format:
        """A format without a name, for conditional formats."""
        return self._workbook.add_format(properties)

    def chart(self, **options: str) -> Any:
        """A chart, to be put on a sheet."""
        return self._workbook.add_chart(options)

    def add_matrix_sheet(self, name: str) -> Sheet:
        """A sheet that holds a matrix."""
        return self._sheet(name, MATRIX_MARK)

    def add_sheet(self, name: str, kind: str) -> Sheet:
        """A sheet beside a matrix, which the reader passes over: `legend`, `votes`, ..."""
        if kind not in KINDS:
            raise AssertionError(f"{kind} is no kind of sheet that the reader would pass over")
        return self._sheet(name, BESIDE_MARK + kind)

    def style_of(self, text: str, style: str) -> Format:
        """The style; where the text looks like a formula, one that keeps it a text when somebody edits the cell."""
        if not text.startswith(_FORMULA_STARTS):
            return self.style(style)
        return self.variant(style, quote_prefix=True)

    def variant(self, style: str, **changes: object) -> Format:
        """A named style with some properties changed; the cell still counts as one of that style."""
        key = (style, tuple(changes.items()))
        if key not in self._variants:
            found = self._variants[key] = self._workbook.add_format(FONT | STYLES[style] | changes)
            found.xf_id = list(STYLES).index(style) + 1
        return self._variants[key]

    def _sheet(self, name: str, mark: str) -> Sheet:
        sheet: Sheet = self._workbook.add_worksheet(self._free_name(name), Sheet)
        sheet.book = self
        sheet.hide_gridlines(2)
        sheet.set_row(0, 9)
        sheet.put(0, 0, mark, "mark")
        return sheet

    def _free_name(self, wanted: str) -> str:
        """The name as far as sheets may have it, and no other sheet has."""
        name = _NOT_IN_NAMES.sub("_", wanted)[:_LONGEST_NAME].strip("'") or "Sheet"
        taken = {sheet.get_name().casefold() for sheet in self._workbook.worksheets()} | {"history"}
        number, free = 1, name
        while free.casefold() in taken:
            number += 1
            end = f" ({number})"
            free = name[: _LONGEST_NAME - len(end)] + end
        return free
