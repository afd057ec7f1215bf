"""The sheet that a workshop works through: each open activity with its options, and a row to decide in."""

from __future__ import annotations

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from raci_cli.model import Scheme
from raci_cli.model.agenda import Agenda
from raci_cli.workbook import form
from raci_cli.workbook.book import Book
from raci_cli.workbook.merged import hidden
from raci_cli.workbook.merged.table import Column, Table
from raci_cli.workbook.palette import DONE
from raci_cli.workbook.sizes import row_height
from raci_cli.workbook.workshop.agenda_item import write
from raci_cli.workbook.workshop.agenda_page import FIRST_ROW, FOR_ALL, INTRODUCTION, OPTION, Page
from raci_cli.workbook.workshop.notes import ZOOM, owners_first
from raci_cli.workbook.xlsx import Columns

_HOW_TO = (
    "In each yellow row choose an option by its number; or choose "
    f'"{form.OTHER}" and name the roles yourselves, several with "{form.BETWEEN_ROLES.strip()}" between them. '
    "An option with a rule in red does not count: the rule would be broken. "
    "Save the workbook, and merge the copies with --decisions and its name."
)
_NOTHING = "The copies leave nothing to decide here."
_NOTHING_BUT = f"{_NOTHING} Accept what the sheet Minor proposes, and merge the copies with --decisions and the name."


def add(book: Book, agenda: Agenda) -> None:
    """Add what is open, the weightiest first; what there is no time for follows under a heading of its own."""
    scheme = agenda.comparison.scheme
    letters = owners_first(scheme)
    columns = [*_visible(scheme, letters), *hidden.COLUMNS]
    table = Table(book, book.add_sheet("Agenda", form.AGENDA), _title(agenda), "", columns)
    table.headings(20, frozen=0)
    table.sheet.set_zoom(ZOOM)
    page = Page(table, agenda, letters, hidden.add_choices(table, _roles(agenda)))
    for number, item in enumerate(agenda.items, start=1):
        write(page, item, number)
    in_time = table.next_row - 1
    if agenda.later:
        table.sheet.set_row(table.next_row, 24)
        table.sheet.put_across(table.next_row, Columns(0, page.why), "If time remains", "part")
        table.next_row += 1
    for number, item in enumerate(agenda.later, start=len(agenda.items) + 1):
        write(page, item, number)
    _finish(page, in_time)


def _roles(agenda: Agenda) -> list[str]:
    return [role.label for role in agenda.comparison.roles]


def _title(agenda: Agenda) -> str:
    """Without minutes: people change them."""
    said = f"{len(agenda.items) or 'nothing'} to decide"
    more = f", {len(agenda.later)} more if time remains" if agenda.later else ""
    return f"{agenda.title.rstrip(' :') or form.UNTITLED.strip()}: {said}{more}"


def _how_to(agenda: Agenda) -> str:
    if agenda.all_items:
        return _HOW_TO
    return _NOTHING_BUT if agenda.proposals else f"{_NOTHING} Merge them as they are."


def _visible(scheme: Scheme, letters: str) -> list[Column]:
    owning = scheme.accountable + scheme.responsible
    return [
        Column("", 10, "table number"),
        Column(form.OPTION, 9, "table letter", "number heading"),
        *(
            Column(f"{scheme.meaning(letter)} ({letter})", *_look(letter in owning), "detail heading")
            for letter in letters
        ),
        Column(form.WHO, 27, "table remark", "detail heading"),
        Column(form.WHY, 34, "table fault", "detail heading"),
    ]


def _look(owning: bool) -> tuple[float, str]:  # noqa: FBT001 - a question with two answers
    """The width and style of a letter's column."""
    return (25, "table owner") if owning else (21, "table remark")


def _finish(page: Page, in_time: int) -> None:
    """What holds for the whole sheet: what to do, who decides and when, how far people are, and what is printed."""
    table, sheet = page.table, page.table.sheet
    last = max(table.next_row - 1, FIRST_ROW)
    sheet.put_across(INTRODUCTION, Columns(0, page.why), _how_to(page.agenda), "wrapped subtitle")
    sheet.set_row(INTRODUCTION, row_height([(_how_to(page.agenda), page.width)]))
    sheet.set_row(FOR_ALL, 22)
    for column, (label, style) in enumerate(((form.DATE, "input date"), (form.DECIDED_BY, "input"))):
        sheet.put(FOR_ALL, OPTION + 2 * column, label, "input label")
        sheet.put(FOR_ALL, OPTION + 2 * column + 1, "", style)
    if page.agenda.all_items:
        _tell_how_far(page, in_time, last)
    answer = "&".join(f"${xl_rowcol_to_cell(FIRST_ROW, column)}" for column in range(OPTION, page.who))
    rule = f'=AND({answer}<>"",${xl_rowcol_to_cell(FIRST_ROW, page.kind)}="{form.DECISION}")'
    look = table.book.format(bg_color=DONE)
    sheet.conditional_format(FIRST_ROW, 0, last, page.why, {"type": "formula", "criteria": rule, "format": look})
    sheet.print_area(0, 0, last, page.why)


def _tell_how_far(page: Page, in_time: int, last: int) -> None:
    """How long it takes, without what comes if time remains, and how much is decided; whatever people write."""
    items = len(page.agenda.all_items)
    minutes = xl_range_abs(FIRST_ROW, page.who, max(in_time, FIRST_ROW), page.who)
    answers = "&".join(xl_range_abs(FIRST_ROW, column, last, column) for column in range(OPTION, page.who))
    kinds = xl_range_abs(FIRST_ROW, page.kind, last, page.kind)
    decided = f'SUMPRODUCT(({kinds}="{form.DECISION}")*(({answers})<>""))'
    told = f'="About "&SUM({minutes})&" minutes, decided: "&{decided}&" of {items}"'
    now = f"About {page.agenda.minutes} minutes, decided: 0 of {items}"
    page.table.sheet.write_formula(FOR_ALL, page.why, told, page.table.book.style("input label"), now)
