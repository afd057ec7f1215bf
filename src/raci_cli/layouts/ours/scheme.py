"""The scheme of a sheet of ours: named over the activities, else written out on the legend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from raci_cli.layouts import schemes
from raci_cli.layouts.legend import Legend
from raci_cli.layouts.ours.frame import Frame, text
from raci_cli.layouts.ours.mark import kind
from raci_cli.model import Grid, Scheme
from raci_cli.model.schemes import SCHEMES
from raci_cli.workbook import form


def of(grid: Grid, frame: Frame, workbook: Sequence[Grid]) -> tuple[Scheme, str]:
    """The scheme, and why; where the legend is gone, the one that the letters fit best."""
    heading = text(grid, frame.headings, frame.activity)
    named = heading.removeprefix(form.ACTIVITY).strip(" ()").casefold()
    if named in SCHEMES:
        return SCHEMES[named], "The heading over the activities says so."
    for each in workbook:
        if kind(each) == form.LEGEND and (found := _written_out(each)):
            return found, f"Written out on sheet {each.name!r}."
    used = Counter(letter for row in grid.rows[frame.headings + 1 :] for letter in _letters(row, frame))
    return schemes.choose(used, Legend(), certain=True)


def _letters(row: Sequence[str], frame: Frame) -> str:
    return "".join(row[column] for column in frame.roles if column < len(row) and row[column].isupper())


def _written_out(grid: Grid) -> Scheme | None:
    """The table of letters, wherever it stands on the sheet."""
    first = form.LETTER_HEADINGS[0]
    for row, texts in enumerate(grid.rows):
        left = list(texts).index(first) if first in texts else 0
        if tuple(texts[left : left + len(form.LETTER_HEADINGS)]) == form.LETTER_HEADINGS:
            return _below(grid, row, left)
    return None


def _below(grid: Grid, top: int, left: int) -> Scheme | None:
    """The letters under the headings, with the name and the note of the scheme below them."""
    letters: list[tuple[str, str]] = []
    parts: dict[str, str] = {}
    for row in range(top + 1, len(grid.rows)):
        letter, meaning, said = (text(grid, row, left + column) for column in range(3))
        if letter == form.SCHEME:
            note = text(grid, row + 1, left + 1) if text(grid, row + 1, left) == form.NOTE else ""
            return Scheme(meaning, tuple(letters), **parts, note=note)
        letters.append((letter, meaning))
        parts |= {part: letter for part in said.split(", ") if part in form.PARTS}
    return None
