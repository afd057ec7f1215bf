"""The cell styles of every workbook by name; Excel lists them under "Cell Styles"."""

from __future__ import annotations

from typing import Any

from raci_cli.workbook.palette import (
    BAND,
    FIELD,
    GROUPS,
    HEAD,
    INK,
    LINE,
    MARK_INK,
    NO_GROUP,
    OPEN,
    OPEN_INK,
    PALE_INK,
    PAPER,
    SECTION_BAND,
    WRONG,
    GroupColour,
)

FONT = {"font_name": "Arial", "font_size": 10}
"""A font that every office program has, or has one of the same widths for."""

_CENTRE = {"align": "center", "valign": "vcenter"}
_LEFT = {"align": "left", "valign": "vcenter"}
_RIGHT = {"align": "right", "valign": "vcenter"}
_WRAPPED = {**_LEFT, "text_wrap": True}
_HEADING = {"bold": True, "font_color": HEAD, "bottom": 2, "bottom_color": HEAD}
_EDGE = {"left": 1, "right": 1, "left_color": PAPER, "right_color": PAPER}
_INPUT = {"bg_color": OPEN, "bottom": 1, "bottom_color": OPEN_INK, **_EDGE}
_BOX = {"bottom": 1, "bottom_color": LINE}


def _group_styles(name: str, colour: GroupColour) -> dict[str, dict[str, Any]]:
    role = {
        "bold": True,
        "text_wrap": True,
        "bg_color": colour.heading,
        "bottom": 2,
        "bottom_color": colour.band,
        **_EDGE,
    }
    return {
        name: {**_CENTRE, "bold": True, "font_color": PAPER, "bg_color": colour.band, "text_wrap": True, **_EDGE},
        f"role in {name}": {**role, **_CENTRE},
        f"turned role in {name}": {**role, "align": "center", "valign": "bottom", "rotation": 90},
    }


_PLAIN: dict[str, dict[str, Any]] = {
    "mark": {**_LEFT, "font_size": 6, "font_color": MARK_INK},
    "title": {**_LEFT, "bold": True, "font_size": 16, "font_color": HEAD},
    "wrapped title": {**_WRAPPED, "bold": True, "font_size": 16, "font_color": HEAD},
    "subtitle": {**_LEFT, "font_color": PALE_INK},
    "wrapped subtitle": {**_WRAPPED, "font_color": PALE_INK},
    "caption": {"font_size": 8, "font_color": PALE_INK, "align": "left", "valign": "bottom"},
    "field": {**_WRAPPED, "bold": True, "bg_color": FIELD, "bottom": 1, "bottom_color": PALE_INK, **_EDGE},
    "heading": {**_HEADING, "align": "left", "valign": "bottom", "text_wrap": True},
    "turned heading": {**_HEADING, "font_size": 7, "align": "center", "valign": "bottom", "rotation": 90},
    "phase": {**_LEFT, "bold": True, "font_color": HEAD},
    "section": {**_LEFT, "bold": True, "italic": True, "font_color": INK},
    "band": {**_LEFT, "bold": True, "font_color": HEAD, "bg_color": BAND},
    "activity": _WRAPPED,
    "sign": {**_CENTRE, "font_color": "#9A6A00", "font_size": 9},
    "letter": {**_CENTRE, "bold": True},
    "check": {**_LEFT, "font_size": 9, "indent": 1},
    "detail": {**_WRAPPED, "font_size": 9, "font_color": INK, "indent": 1},
    "place": {**_LEFT, "font_size": 9, "font_color": PALE_INK, "indent": 1},
    "detail heading": {**_HEADING, "align": "left", "valign": "bottom", "text_wrap": True, "indent": 1},
    "end": {"font_size": 7, "italic": True, "font_color": PALE_INK, "top": 2, "top_color": HEAD, "valign": "vcenter"},
    "count label": {**_LEFT, "font_size": 9, "font_color": PALE_INK},
    "count": {**_CENTRE, "font_size": 9, "font_color": PALE_INK, "num_format": "0;-0;"},
    "details band": {**_CENTRE, "bold": True, "font_size": 9, "font_color": PAPER, "bg_color": NO_GROUP.band},
    "text": _WRAPPED,
    "strong text": {**_WRAPPED, "bold": True},
    "table heading": {**_WRAPPED, **_HEADING, "valign": "bottom"},
    "number heading": {**_HEADING, "align": "center", "valign": "bottom"},
    "table cell": {**_WRAPPED, **_BOX},
    "table remark": {**_WRAPPED, **_BOX, "indent": 1},
    "table fault": {**_WRAPPED, **_BOX, "indent": 1, "font_color": WRONG},
    "table owner": {**_WRAPPED, **_BOX, "bold": True, "indent": 1},
    "table name": {**_WRAPPED, **_BOX, "bold": True},
    "table letter": {**_CENTRE, **_BOX, "bold": True},
    "table number": {**_CENTRE, **_BOX},
    "vote": {**_LEFT, **_BOX},
    "chapter": {"bold": True, "font_size": 12, "font_color": HEAD, "valign": "vcenter"},
    "figure name": {**_WRAPPED, **_BOX, "bold": True},
    "figure part": {**_WRAPPED, **_BOX, "indent": 2},
    "open activity": {**_WRAPPED, "bold": True, "bg_color": OPEN, "left": 5, "left_color": WRONG},
    "open letter": {**_CENTRE, "bold": True, "bg_color": OPEN},
    "absent": {**_LEFT, "font_color": PALE_INK, "italic": True, "bg_color": BAND},
    "input": {**_WRAPPED, **_INPUT, "indent": 1},
    "input letter": {**_CENTRE, **_INPUT, "bold": True},
    "input date": {**_LEFT, **_INPUT, "num_format": "yyyy-mm-dd"},
    "input name": {**_CENTRE, **_INPUT},
    "input label": {**_RIGHT, "font_size": 9, "font_color": PALE_INK, "indent": 1},
    "item": {**_WRAPPED, "bold": True, "font_size": 13, "font_color": HEAD, "bg_color": BAND},
    "item number": {**_CENTRE, "bold": True, "font_size": 13, "font_color": HEAD, "bg_color": BAND},
    "item minutes": {**_RIGHT, "font_color": HEAD, "bg_color": BAND, "num_format": '0" min"'},
    "item total": {**_RIGHT, "font_color": HEAD, "bg_color": BAND, "num_format": '"done after "0" min"'},
    "item note": {**_WRAPPED, "font_color": INK, "bg_color": SECTION_BAND, "indent": 1},
    "part": {"bold": True, "font_size": 13, "font_color": PAPER, "bg_color": HEAD, "valign": "vcenter", "indent": 1},
    "apart": {**_WRAPPED, **_BOX, "bg_color": OPEN},
    "silent": {**_LEFT, **_BOX, "font_color": PALE_INK, "italic": True},
    "figure": {**_CENTRE, **_BOX, "bold": True, "font_size": 12, "font_color": HEAD},
}

STYLES = (
    _PLAIN
    | {
        name: style
        for number, colour in enumerate(GROUPS, start=1)
        for name, style in _group_styles(f"group {number}", colour).items()
    }
    | _group_styles("no group", NO_GROUP)
)
