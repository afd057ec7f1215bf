"""What makes the sheet of a matrix answer while people type: drop-downs and conditional formats."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_col_to_name

from raci_cli.model import NOTHING, Scheme
from raci_cli.workbook import form, geometry, palette
from raci_cli.workbook.checks import IN_ORDER, NOT_FILLED_IN, held_formula, literal, unclear_formula
from raci_cli.workbook.geometry import Geometry, cell
from raci_cli.workbook.xlsx import Sheet, plain

_LONGEST_MESSAGE = 225
"""Characters of the message about a wrong entry that Excel shows."""


def make_live(sheet: Sheet, scheme: Scheme, place: Geometry, opened: Sequence[int] = ()) -> None:
    """Everything covers the frame around the activities, and so the rows and columns that are inserted in it.

    `opened` are the rows of activities that are still to be decided about.
    """
    _offer_letters(sheet, scheme, place)
    _colour_check(sheet, place)
    _colour_letters(sheet, scheme, place)
    _mark_new_rows(sheet, place)
    _mark_new_roles(sheet, place)
    _mark_open_rows(sheet, place, opened)
    _shade_bands(sheet, place)
    _rule_rows(sheet, place)


def entries(scheme: Scheme) -> list[str]:
    """What a cell may hold: each letter, the pair of doing and answering, and `-` for no part."""
    pair = scheme.ordered(scheme.responsible + scheme.accountable)
    return [*scheme.alphabet, *(["/".join(pair)] if len(pair) > 1 else []), NOTHING]


def _offer_letters(sheet: Sheet, scheme: Scheme, place: Geometry) -> None:
    choice = [entry for entry in entries(scheme) if not set(entry) & set('",')]  # a list in a cell cannot hold these
    letters = ", ".join(f"{letter} ({meaning})" if meaning else letter for letter, meaning in scheme.letters)
    pair = next((f", {entry} for both" for entry in choice if "/" in entry), "")
    message = f"Choose {letters}{pair}, or {NOTHING} for no part. Leave the cell empty while it is open."
    short = f"Choose one of the letters: {', '.join(choice)}."
    sheet.data_validation(
        geometry.TOP,
        geometry.LEFT,
        place.end,
        place.right,
        {
            "validate": "list",
            "source": choice,
            "error_title": "No letter of this matrix",
            "error_message": plain(message if len(message) <= _LONGEST_MESSAGE else short)[:_LONGEST_MESSAGE],
        },
    )


def _colour_check(sheet: Sheet, place: Geometry) -> None:
    top = cell(geometry.TOP, place.check)
    shades = (
        (f'={top}="{IN_ORDER}"', {"font_color": palette.RIGHT_INK}),
        (f'={top}="{NOT_FILLED_IN}"', {"font_color": palette.OPEN_INK, "bg_color": palette.OPEN}),
        (f'={top}<>""', {"font_color": palette.PAPER, "bg_color": palette.WRONG, "bold": True}),
    )
    for formula, look in shades:
        rule = {"type": "formula", "criteria": formula, "format": sheet.book.format(**look), "stop_if_true": True}
        sheet.conditional_format(geometry.TOP, place.check, place.end, place.check, rule)


def _colour_letters(sheet: Sheet, scheme: Scheme, place: Geometry) -> None:
    """What is no letter first, in the colour of a wrong check; then each letter in its own."""
    name = cell(geometry.TOP, geometry.ACTIVITY)
    first = f"{xl_col_to_name(geometry.LEFT)}{geometry.TOP + 1}"
    looks = [(unclear_formula(first, scheme), palette.Colour(palette.WRONG, palette.PAPER))]
    looks += [
        (held_formula(first, letter, scheme), colour) for letter, colour in palette.letter_colours(scheme).items()
    ]
    for formula, colour in looks:
        rule = {
            "type": "formula",
            "criteria": f'=AND({name}<>"",{formula})',
            "format": sheet.book.format(
                bg_color=colour.fill, font_color=colour.ink, border=1, border_color=palette.PAPER
            ),
            "stop_if_true": True,
        }
        sheet.conditional_format(geometry.TOP, geometry.LEFT, place.end, place.right, rule)


def _mark_new_rows(sheet: Sheet, place: Geometry) -> None:
    """A row with a name or letters that nobody has copied the check to yet."""
    name, check = cell(geometry.TOP, geometry.ACTIVITY), cell(geometry.TOP, place.check)
    said = f'OR({name}<>"",COUNTA({place.letters_in_row(geometry.TOP)})>0)'
    rule = {
        "type": "formula",
        "criteria": f'=AND({check}="",{said})',
        "format": sheet.book.format(bg_color=palette.NEW),
        "stop_if_true": True,
    }
    sheet.conditional_format(geometry.TOP, geometry.PHASE, place.end, place.check, rule)


def _mark_new_roles(sheet: Sheet, place: Geometry) -> None:
    """A heading without counts at the foot of its column, or between the frame and the check, where nothing sees it."""
    column = xl_col_to_name(geometry.LEFT)
    heading, count = f"{column}${geometry.HEADINGS + 1}", f"{column}${place.first_count + 1}"
    behind = f"COLUMN({heading})>COLUMN({cell(geometry.HEADINGS, place.right)})"
    rule = {
        "type": "formula",
        "criteria": f'=AND({heading}<>"",{heading}<>"{form.CHECK}",OR({count}="",{behind}))',
        "format": sheet.book.format(bg_color=palette.NEW),
    }
    sheet.conditional_format(geometry.HEADINGS, geometry.LEFT, geometry.HEADINGS, place.check, rule)


def _mark_open_rows(sheet: Sheet, place: Geometry, opened: Sequence[int]) -> None:
    """Rows to decide about keep their fill: the shading of every other row would cover it."""
    if not opened:
        return
    first, last = xl_col_to_name(geometry.ACTIVITY), xl_col_to_name(place.right)
    rule = {
        "type": "formula",
        "criteria": "=TRUE",
        "format": sheet.book.format(bg_color=palette.OPEN, bottom=1, bottom_color=palette.LINE),
        "stop_if_true": True,
        "multi_range": " ".join(f"{first}{row + 1}:{last}{row + 1}" for row in opened),
    }
    sheet.conditional_format(opened[0], geometry.ACTIVITY, opened[0], place.right, rule)


def _shade_bands(sheet: Sheet, place: Geometry) -> None:
    """Phases and sections: a row that is inserted below one does not take its look over."""
    phase, section, name = (
        cell(geometry.TOP, column) for column in (geometry.PHASE, geometry.SECTION, geometry.ACTIVITY)
    )
    for formula, fill in (
        (f'=AND({phase}<>"",{phase}<>{literal(form.END)},{name}="")', palette.BAND),
        (f'=AND({section}<>"",{name}="")', palette.SECTION_BAND),
    ):
        rule = {"type": "formula", "criteria": formula, "format": sheet.book.format(bg_color=fill)}
        sheet.conditional_format(geometry.TOP, geometry.PHASE, place.end, place.check, rule)


def _rule_rows(sheet: Sheet, place: Geometry) -> None:
    """A thin line under each activity, and every other one shaded."""
    name = cell(geometry.TOP, geometry.ACTIVITY)
    line = {"bottom": 1, "bottom_color": palette.LINE}
    for formula, look in (
        (f'=AND({name}<>"",MOD(ROW(),2)=0)', line | {"bg_color": palette.ZEBRA}),
        (f'={name}<>""', line),
    ):
        rule = {"type": "formula", "criteria": formula, "format": sheet.book.format(**look)}
        sheet.conditional_format(geometry.TOP, geometry.PHASE, place.end, place.last_column, rule)
