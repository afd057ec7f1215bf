"""What an .xlsx sheet says by colour alone; asked when no letters were found in it, to explain why."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree import ElementTree as ET

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.content import ZIP
from raci_cli.formats.workbooks.archive import Archive, open_archive
from raci_cli.formats.workbooks.sheet_names import sheet_names

_EMPTY_CELL = re.compile(rb"<(?:[\w.-]+:)?c\s([^<>]*?)(?:/>|>\s*</(?:[\w.-]+:)?c>)")
_STYLE = re.compile(rb"""\bs=["']([0-9]+)["']""")
_WHITES = frozenset({("rgb", "FFFFFF"), ("theme", "0"), ("indexed", "1"), ("indexed", "9")})

_Colour = tuple[str, str]


class Colours(NamedTuple):
    """The empty cells of a sheet that are filled with a colour other than white."""

    cells: int
    distinct: int
    """How many different colours they have."""


def coloured_cells(data: bytes, sheet: str) -> Colours:
    """The coloured empty cells of a sheet of an .xlsx or .xlsm workbook; none for any other file."""
    if not data.startswith(ZIP):
        return Colours(0, 0)
    try:
        archive = open_archive(data, "")
        part = next((part for part, name in sheet_names(archive).items() if name == sheet), "")
        fills = _fills_by_style(archive)
        found = [
            fills.get(int(style[1])) for style in map(_STYLE.search, _EMPTY_CELL.findall(archive.part(part))) if style
        ]
    except (UnreadableFileError, ET.ParseError):
        return Colours(0, 0)
    colours = [colour for colour in found if colour]
    return Colours(len(colours), len(set(colours)))


def _fills_by_style(archive: Archive) -> dict[int, _Colour | None]:
    """The fill of every cell style; None for no fill and for white."""
    styles = archive.part("xl/styles.xml")
    root = ET.fromstring(styles or b"<styleSheet/>")  # noqa: S314 - entities were refused before
    fills = [_colour(fill) for fill in root.iterfind("{*}fills/{*}fill")]
    chosen = [int(style.get("fillId") or 0) for style in root.iterfind("{*}cellXfs/{*}xf")]
    return {index: fills[fill] for index, fill in enumerate(chosen) if fill < len(fills)}


def _colour(fill: ET.Element) -> _Colour | None:
    pattern = fill.find("{*}patternFill")
    front = pattern.find("{*}fgColor") if pattern is not None and pattern.get("patternType") == "solid" else None
    if front is None:
        return None
    kind = next((kind for kind in ("rgb", "theme", "indexed") if front.get(kind)), "")
    tint = front.get("tint") or ""
    value = (front.get(kind) or "").upper()[-6:]
    return None if not kind or ((kind, value) in _WHITES and not tint) else (kind, value + tint)
