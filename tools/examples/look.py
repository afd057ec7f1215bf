"""The one look of our example workbooks: colours and cell formats by name."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

INK = "#22313F"
PALE = "#5E6C79"
LINE = "#C9D1D8"
HEAD = "#25435C"
BAND = "#DCE6EE"
GROUPS = ("#3E6C8F", "#4F7F6B", "#8A6D3B", "#6B5B95", "#A0564A", "#3F7F86")
LETTERS = {"R": "#CFE8D6", "A": "#F8D7A8", "C": "#D9E5F6", "I": "#ECEEF0"}

_CENTRE = {"align": "center", "valign": "vcenter"}
_GRID = {"border": 1, "border_color": LINE}
_ON_COLOUR = {"bold": True, "font_color": "#FFFFFF", "shrink": True, **_CENTRE, **_GRID}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14, "font_color": HEAD, "text_wrap": True, "valign": "vcenter"},
    "heading": {"bold": True, "font_color": PALE, "valign": "vcenter"},
    "remark": {"italic": True, "font_color": PALE, "valign": "vcenter"},
    "role": {"bold": True, "text_wrap": True, **_CENTRE, **_GRID, "bg_color": "#F4F7F9"},
    "turned role": {"bold": True, "rotation": 90, "text_wrap": True, **_CENTRE, **_GRID, "bg_color": "#F4F7F9"},
    "phase": {"bold": True, "font_color": HEAD, "bg_color": BAND, "valign": "vcenter"},
    "section": {
        "bold": True,
        "italic": True,
        "font_color": PALE,
        "bg_color": "#F0F4F7",
        "valign": "vcenter",
        "indent": 1,
    },
    "activity": {"indent": 1, "valign": "vcenter", **_GRID},
    "blank": {**_CENTRE, **_GRID},
    "system": {"font_color": PALE, "indent": 1, "valign": "vcenter"},
    "system heading": {"bold": True, "font_color": PALE, "indent": 1},
    "beside": {"bold": True, "font_color": HEAD, "bottom": 1, "bottom_color": HEAD},
    "number": {"font_color": PALE, **_CENTRE},
    "text": {"indent": 1, "valign": "vcenter"},
}


def formats(book: Workbook) -> dict[str, Format]:
    """Every format of the look: the named ones, one per letter (`R`), one per group (`group 0`)."""
    styles = dict(_STYLES)
    for letter, colour in LETTERS.items():
        styles[letter] = {"bold": letter in "RA", "bg_color": colour, **_CENTRE, **_GRID}
    for number, colour in enumerate(GROUPS):
        styles[f"group {number}"] = {"bg_color": colour, **_ON_COLOUR}
    return {name: book.add_format({"font_color": INK, **style}) for name, style in styles.items()}
