"""Names in cells, each with its letters: `Ann (A), Ben (R)`, or `R: Ben`, one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise

from raci_cli.layouts import activities, columns
from raci_cli.layouts.activities import Found
from raci_cli.layouts.columns import LabelColumns
from raci_cli.layouts.draft import Draft
from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.letters import Alphabet, parse
from raci_cli.layouts.lines import NAMES
from raci_cli.layouts.mentions import Mention, as_roles
from raci_cli.layouts.names import names_in
from raci_cli.layouts.overrides import Overrides
from raci_cli.layouts.sheet import Sheet
from raci_cli.layouts.texts import starts_like
from raci_cli.layouts.vocabulary import ACTIVITY

_LEAST, _LEAST_ROWS = 3, 2
"""Names with letters on a sheet, and rows that hold some in a column."""
_SAMPLE, _MOST = 40, 5_000
"""Cells that tell what a column holds, and cells of a column of names: nobody fills in more."""
_LONGEST_NAME, _LONGEST_CELL = 60, 600
"""Characters."""
_BEFORE = re.compile(r"(?:^|(?<=[\s,;/|•]))(?P<letters>[^\W\d_](?:\s?[/&+]\s?[^\W\d_]){0,3}|[^\W\d_]{2,14})\s?[:=]\s?")
"""`R: `, `A/R: `, `Responsible: `."""

_Signed = tuple[str, str]
"""A name and its letters."""


def propose(sheet: Sheet, alphabet: Alphabet, overrides: Overrides, *, certain: bool) -> list[Draft]:
    """The matrix of this layout on a sheet, if there is one; it is `certain` that the file is about responsibilities.

    Where it is not, the heading over the activities has to say so: parts have letters in brackets, too.
    """
    found = _signed_columns(sheet, alphabet)
    if not found:
        return []
    first = min(row for cells in found.values() for row in cells)
    header = overrides.header_row - 1 if overrides.header_row else _header(sheet, first)
    rows = sorted({row for cells in found.values() for row in cells})
    labels = _labels(sheet, header, sorted(found), rows, overrides)
    if labels is None or header < 0 or not (certain or starts_like(sheet.text(header, labels.activity), ACTIVITY)):
        return []
    read = activities.read(sheet, range(header + 1, sheet.height), sorted(found), labels, NAMES)
    return _drafts(sheet, found, labels, read)


def signed(text: str, alphabet: Alphabet) -> list[_Signed]:
    """The names of a cell with their letters; empty when any part of it has none."""
    if len(text) > _LONGEST_CELL or not ("(" in text or "[" in text or ":" in text or "=" in text):
        return []
    said = _before(text, alphabet) or [_behind(part, alphabet) for part in names_in(text)]
    plain = all(name and letters and len(name) <= _LONGEST_NAME for name, letters in said)
    return said if plain and not any(alphabet.word(name) for name, _ in said) else []


def _behind(part: str, alphabet: Alphabet) -> _Signed:
    """`Ann (A)`, `Ann (back office) [A, R]`."""
    opening = max(part.rfind("("), part.rfind("["))
    if opening < 1 or part[-1] not in ")]" or ":" in part or "=" in part:
        return "", ""
    name = part[:opening].strip()
    inside = part[opening + 1 : -1]
    return (name, _letters(inside, alphabet)) if any(map(str.isalpha, name)) else ("", "")


def _before(text: str, alphabet: Alphabet) -> list[_Signed]:
    """Every name between one mark and the next has the letters of the first."""
    marks = [match for match in _BEFORE.finditer(text) if _letters(match["letters"], alphabet)]
    if not marks or text[: marks[0].start()].strip():
        return []
    ends = [later.start() for _, later in pairwise(marks)] + [len(text)]
    return [
        (name, _letters(mark["letters"], alphabet))
        for mark, end in zip(marks, ends, strict=True)
        for name in names_in(text[mark.end() : end].strip(" ,;/|•\n"))
    ]


def _letters(text: str, alphabet: Alphabet) -> str:
    reading = parse(text, alphabet, remarks=False)
    return reading.letters if reading else ""


def _signed_columns(sheet: Sheet, alphabet: Alphabet) -> dict[int, dict[int, list[_Signed]]]:
    """Column -> row -> names with letters, for the columns that hold little else; empty when there are too few."""
    found: dict[int, dict[int, list[_Signed]]] = {}
    for column, kinds in enumerate(sheet.columns):
        texts = {row: sheet.rows[row][column] for row, kind in enumerate(kinds) if kind in (Kind.TEXT, Kind.REMARK)}
        sample = list(islice(texts.values(), _SAMPLE))
        if sum(bool(signed(text, alphabet)) for text in sample) * 2 < len(sample) or len(texts) > _MOST:
            continue
        cells = {row: said for row, text in texts.items() if (said := signed(text, alphabet))}
        if len(cells) >= _LEAST_ROWS:
            found[column] = cells
    letters = [letters for cells in found.values() for _, letters in chain.from_iterable(cells.values())]
    both = {"A"} < set("".join(letters)) and set("RD") & set("".join(letters))
    return found if len(letters) >= _LEAST and both else {}


def _header(sheet: Sheet, first: int) -> int:
    """The row of headings above the first names; -1 when there is none."""
    return next((row for row in range(first - 1, -1, -1) if len(sheet.texts_in(row)) > 1), -1)


def _labels(
    sheet: Sheet, header: int, found: Sequence[int], rows: Sequence[int], overrides: Overrides
) -> LabelColumns | None:
    if overrides.activity_column:
        column = columns.index(overrides.activity_column)
        return LabelColumns(column, (), None) if column < sheet.width else None
    others = [column for column in range(sheet.width) if column not in found]
    chosen = columns.choose(sheet, others, rows, [max(header, 0)])
    return chosen or columns.codes(sheet, others, rows)


def _drafts(sheet: Sheet, found: dict[int, dict[int, list[_Signed]]], labels: LabelColumns, read: Found) -> list[Draft]:
    mentions = list(_mentions(found, read))
    roles, cells = as_roles(mentions, len(read.activities))
    where = ", ".join(map(columns.name, sorted(found)))
    draft = Draft(
        layout="names",
        sheet=sheet.grid.name,
        roles=roles,
        activities=tuple(activity for activity, _ in read.activities),
        cells=cells,
        score=len(mentions),
        explanation=(
            f"Names of roles stand with their letters in column {where}.",
            f"Activities: column {columns.name(labels.activity)}.",
        ),
        levels=read.levels,
        banner=sheet.grid.heading,
        hidden=sheet.grid.hidden,
    )
    return [draft] if mentions else []


def _mentions(found: dict[int, dict[int, list[_Signed]]], read: Found) -> Iterator[Mention]:
    for activity, (_, rows) in enumerate(read.activities):
        for row in rows:
            for column in sorted(found):
                for name, letters in found[column].get(row, ()):
                    yield Mention(activity, name, letters, row + 1, column + 1)
