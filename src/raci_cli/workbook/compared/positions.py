"""Side by side: what each leader says about each activity, in a column of its own."""

from __future__ import annotations

from raci_cli.model.comparison import CellState, Comparison, RowComparison, Side
from raci_cli.workbook.book import Book
from raci_cli.workbook.compared import frame
from raci_cli.workbook.sizes import name_width, row_height
from raci_cli.workbook.xlsx import Sheet, whole

_LEAST_LEADER, _MOST_LEADER, _DISPUTE = 18, 30, 20
_BASE = "(the base)"
_NOTE = "What each copy says. A fill marks another answer to who is Accountable or Responsible than most copies give."


def add(book: Book, comparison: Comparison) -> None:
    """Add the sheet."""
    names = [_BASE if side is None else comparison.leaders[side] for side in _sides(comparison)]
    columns = 2 + len(names)
    sheet = frame.start(book, comparison, "Side by side", _NOTE, columns)
    widths = name_width(row.activity.label for row in comparison.rows), _leader_width(comparison)
    for column, width in enumerate((widths[0], _DISPUTE, *[widths[1]] * len(names))):
        sheet.set_column(column, column, width)
    sheet.set_row(frame.HEADINGS, row_height((text, widths[1]) for text in names) + 6)
    for column, text in enumerate(("Activity", "In dispute", *names)):
        sheet.put(frame.HEADINGS, column, text, "table heading")
    lines = list(frame.lines(comparison))
    for number, line in enumerate(lines, start=frame.FIRST_LINE):
        if line.row is None:
            frame.band(sheet, number, line.band, columns)
        else:
            _activity(sheet, number, comparison, line.number, widths)
    sheet.autofilter(frame.HEADINGS, 0, frame.HEADINGS + max(1, len(lines)), columns - 1)
    frame.set_up(sheet, frame.FIRST_LINE, 1)


def _leader_width(comparison: Comparison) -> int:
    """Room for the longest role behind its letter, within limits."""
    longest = max((len(role.label) for role in comparison.roles), default=0)
    return min(max(_LEAST_LEADER, longest + 4), _MOST_LEADER)


def _activity(sheet: Sheet, number: int, comparison: Comparison, index: int, widths: tuple[int, int]) -> None:
    name, leader = widths
    row = comparison.rows[index]
    sides = _sides(comparison)
    said = [says(comparison, index, side) for side in sides]
    sheet.set_row(number, row_height([(row.activity.label, name), *((text, leader) for text in said)]))
    sheet.put(number, 0, row.activity.label, "table name")
    sheet.put(number, 1, frame.KINDS[row.kind], "table cell")
    against = _against(comparison, row)
    for column, (side, text) in enumerate(zip(sides, said, strict=True), start=2):
        sheet.put(number, column, text, "table cell")
        if side in against:
            sheet.write_string(number, column, whole(text), sheet.book.variant("table cell", bg_color=frame.AGAINST))


def _sides(comparison: Comparison) -> list[Side]:
    """What stands side by side: the base, if there is one, and the copies."""
    return [*([None] if comparison.base else []), *range(len(comparison.copies))]


def says(comparison: Comparison, index: int, side: Side) -> str:
    """What one side says about an activity: a line for each letter, with the roles that hold it."""
    cells = comparison.cells(index, side)
    if all(cell.state is CellState.ABSENT for cell in cells):
        return "(no such activity)"
    labels = [role.label for role in comparison.roles]
    held = {
        letter: [label for label, cell in zip(labels, cells, strict=True) if letter in cell.letters]
        for letter in _weightiest_first(comparison)
    }
    nothing = [label for label, cell in zip(labels, cells, strict=True) if cell.state is CellState.NONE]
    said = [f"{letter}  {', '.join(holders)}" for letter, holders in held.items() if holders]
    said += [f"-  {', '.join(nothing)}"] if nothing else []
    return "\n".join(said) or "(blank)"


def _weightiest_first(comparison: Comparison) -> str:
    scheme = comparison.scheme
    first = scheme.accountable + scheme.responsible
    return first + "".join(letter for letter in scheme.alphabet if letter not in first)


def _against(comparison: Comparison, row: RowComparison) -> set[int]:
    """The copies that name others as Accountable or Responsible than most do; all, where no answer has most."""
    found: set[int] = set()
    for letter in (comparison.scheme.accountable, comparison.scheme.responsible):
        versions = row.who(letter) if letter else ()
        if len(versions) > 1:
            clear = len(versions[0].copies) > len(versions[1].copies)
            found.update(copy for version in versions[clear:] for copy in version.copies)
    return found
