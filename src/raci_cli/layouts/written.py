"""A table as raci writes it into CSV and Markdown: whatever stands in it, it is read back as it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from raci_cli.layouts.draft import ActivityDraft, CellDraft, Cells, Draft, RoleDraft
from raci_cli.layouts.sheet import Sheet
from raci_cli.layouts.texts import starts_like
from raci_cli.layouts.title_block import TitleBlock
from raci_cli.layouts.vocabulary import AUTOMATION
from raci_cli.model import NOTHING, Scheme
from raci_cli.model.schemes import SCHEMES

_LEVELS = (("Phase", "Section"), ("Phase",), ())
_BY_HEADING = {f"Activity ({scheme.name.upper()})": scheme for scheme in SCHEMES.values()}


class _Heading(NamedTuple):
    """The row of headings (from zero), the column of the activities, and the scheme that it names."""

    row: int
    activity: int
    scheme: Scheme


def propose(sheet: Sheet) -> list[Draft]:
    """The matrix on a sheet, if every cell of it stands where raci would have put it."""
    heading = _heading(sheet)
    if heading is None:
        return []
    rows = range(heading.row + 1, sheet.height)
    roles = range(heading.activity + 1, sheet.width)
    if not (all(_is_ours(sheet.texts[row], heading) for row in rows) and all(sheet.texts[heading.row])):
        return []
    return [_draft(sheet, heading, rows, roles)]


def _heading(sheet: Sheet) -> _Heading | None:
    """In the first row, or below a row of groups."""
    for row, texts in enumerate(sheet.texts[:2]):
        for levels in _LEVELS:
            above = sheet.texts[0][: len(levels) + 1] if row else ()
            if tuple(texts[: len(levels)]) == levels and not any(above) and len(texts) > len(levels) + 1:
                scheme = _BY_HEADING.get(texts[len(levels)])
                if scheme:
                    return _Heading(row, len(levels), scheme)
    return None


def _is_ours(texts: Sequence[str], heading: _Heading) -> bool:
    """A row with every name, and cells like `R/A`, `-` or nothing."""
    cells = texts[heading.activity + 1 :]
    letters = (cell.split("/") for cell in cells if cell not in ("", NOTHING))
    return all(texts[: heading.activity + 1]) and all(
        len(letter) == 1 and letter in heading.scheme.alphabet for cell in letters for letter in cell
    )


def _draft(sheet: Sheet, heading: _Heading, rows: range, roles: range) -> Draft:
    groups = sheet.texts[0] if heading.row else [""] * sheet.width
    names = sheet.texts[heading.row]
    cells = Cells(
        tuple(CellDraft(role, texts[c], row + 1, c + 1) for role, c in enumerate(roles) if texts[c])
        for row, texts in ((row, sheet.texts[row]) for row in rows)
    )
    return Draft(
        layout="grid",
        sheet=sheet.grid.name,
        roles=tuple(
            RoleDraft(names[c], groups[c], heading.row + 1, c + 1, starts_like(names[c], AUTOMATION)) for c in roles
        ),
        activities=tuple(_activity(sheet.texts[row], row, heading.activity) for row in rows),
        cells=cells,
        score=sum(map(len, cells)),
        explanation=(f"A table as raci writes it, with its headings in row {heading.row + 1}.",),
        corner=names[heading.activity],
        about=TitleBlock(title=sheet.grid.heading),
        certain=True,
    )


def _activity(texts: Sequence[str], row: int, column: int) -> ActivityDraft:
    levels = tuple("" if text == NOTHING else text for text in texts[:column])
    return ActivityDraft(texts[column], levels, row + 1, column + 1)
