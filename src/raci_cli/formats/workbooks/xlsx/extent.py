"""How far the cells of an .xlsx sheet really reach, found in its XML at a fraction of what reading it costs.

`<dimension>` may be missing, stale or a lie, so the cells themselves are looked at. Nearly every program writes them as
`<c r="B7" ...>`, and then one search settles that none lies outside a window of bearable size. Only a sheet that
does not pass is walked through, cell by cell (`strays`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from raci_cli.formats.limits import MANY_ROWS
from raci_cli.formats.workbooks.xlsx.addresses import column_number
from raci_cli.model import column_name

_ROOT = re.compile(rb"<(?:([\w.-]+):)?sheetData[\s/>]")
_LAST_ROW = re.compile(rb'[^>]*?\br="([0-9]{1,7})"')
_DIMENSION = re.compile(rb'<dimension ref="[A-Z]{1,3}[0-9]{1,7}:([A-Z]{1,3})[0-9]{1,7}"')

_HEAD = 4096
_SMALL = 100_000
_USUAL_COLUMNS = 100
_ALL_COLUMNS = 16_384


class Fitted(NamedTuple):
    """The XML of a sheet that may be read."""

    xml: bytes
    left: int
    """How many cells are then left of the allowance."""
    note: str = ""
    """What was left out, as a sentence."""


def fits(xml: bytes, most: int) -> int:
    """The size of a window from A1 that surely holds all cells and is no larger than `most`; 0 if in doubt."""
    root = _ROOT.search(xml)
    prefix = root[1] + b":" if root and root[1] else b""
    if _other_cells(prefix).search(xml):
        return 0
    most = min(most, max(_SMALL, len(xml) // 4))  # a larger window is mostly empty, and then a walk costs little
    match = _LAST_ROW.match(xml, max(xml.rfind(b"<" + prefix + b"row "), 0))
    rows = max(int(match[1]), 1) if match else 1
    if rows > MANY_ROWS:
        return 0
    for columns in (_declared_columns(xml), _USUAL_COLUMNS, min(most // rows, _ALL_COLUMNS)):
        if 0 < rows * columns <= most and not _outside(columns, rows, prefix).search(xml):
            return rows * columns
    return 0


def _declared_columns(xml: bytes) -> int:
    """What the sheet says about its width; only a first guess."""
    match = _DIMENSION.search(xml, 0, _HEAD)
    return column_number(match[1].decode()) if match else 0


def _other_cells(prefix: bytes) -> re.Pattern[bytes]:
    """A cell whose tag has another namespace prefix than the sheet itself."""
    if not prefix:
        return re.compile(rb":c[\s/>]")
    own = re.escape(prefix) + b"c"
    return re.compile(rb"<c[\s/>]|:c(?<!<" + own + rb")(?<!</" + own + rb")[\s/>]")


def _outside(columns: int, rows: int, prefix: bytes = b"") -> re.Pattern[bytes]:
    """A cell that has no address, or one that is not within the first rows and columns."""
    letters = _up_to(column_name(columns), "A", "Z").encode()
    digits = _up_to(str(rows), "0", "9", "1").encode()
    window = rb'(?! r="(?:' + letters + rb")(?:" + digits + rb')")'
    return re.compile(b"<" + re.escape(prefix) + b"c" + window + rb"(?![A-Za-z])")


def _up_to(last: str, low: str, high: str, first: str = "") -> str:
    """A pattern for the words up to `last`, by length and then by alphabet: for 47 `[1-3][0-9]|4[0-7]|[1-9]`."""
    every = f"[{low}-{high}]"
    options = []
    for index, character in enumerate(last):
        lowest = (first or low) if index == 0 else low
        rest = len(last) - index - 1
        highest = chr(ord(character) - 1) if rest else character
        if highest >= lowest:
            options.append(f"{last[:index]}[{lowest}-{highest}]" + every * rest)
    shorter = [f"[{first or low}-{high}]" + every * (length - 1) for length in range(len(last) - 1, 0, -1)]
    return "|".join([*options, *shorter])
