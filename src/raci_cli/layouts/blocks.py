"""Finds where letters stand under headings: the header rows, role columns and body rows of each block of a sheet."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from raci_cli.layouts import tops
from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.sheet import Sheet
from raci_cli.layouts.texts import starts_like
from raci_cli.layouts.vocabulary import ACTIVITY, PHASE, ROLE, SIDE

_FOREIGN = bytes([Kind.TEXT, Kind.NUMBER, Kind.MARK])
_HEADS = {Kind.TEXT, Kind.NUMBER}
_NEAR = 6
"""Rows with letters that a heading is compared with."""
_LEAST_IN_ONE_COLUMN = 3
"""Letters; fewer in a single column prove nothing."""
_PLENTY = 8
"""Headings over letters in one row: these are headings, however many columns go without."""
_LEAST_OF_HALF = 3
"""Headings over half of the letters: the other half may belong to a table beside."""
_SHORT = 3
"""Characters of a mark that may be meant as a letter."""
_MOST_SPREAD = 6
"""Columns under one heading."""


class Block(NamedTuple):
    """A run of rows under one set of headings. All indexes count from zero."""

    header_rows: tuple[int, ...]
    """From top to bottom; role headings, and perhaps groups, persons, descriptions."""
    columns: tuple[int, ...]
    """The columns that hold letters, or have a heading among those that do."""
    body: range
    letters: int
    """How many cells of the block hold letters."""
    left: int = 0
    """Where the block begins: further right for the second of two tables beside each other."""
    beside: bool = False
    """Another table stands beside it."""


def find(sheet: Sheet, header_row: int | None = None) -> list[Block]:
    """All blocks of a sheet, from top to bottom; with `header_row`, only the one under that row."""
    starts = tops.find(sheet)
    if header_row is not None and header_row >= sheet.height:
        return []
    rows = [header_row] if header_row is not None else _header_rows(sheet, starts)
    blocks = []
    for index, row in enumerate(rows):
        end = _first_header(sheet, rows[index + 1], starts, row) if index + 1 < len(rows) else sheet.height
        under = starts.get(row, frozenset())
        body = range(row + 1, _end_of_table(sheet, under, range(row + 1, end)))
        block = _block(sheet, row, under, body, header_row is not None)
        if block:
            blocks += _beside_each_other(sheet, block, starts)
    return blocks


def _end_of_table(sheet: Sheet, columns: Collection[int], body: range) -> int:
    """Where another table begins below: after a blank row, headings stand where the letters would go on."""
    gap = False
    for row, inside in zip(body, sheet.kinds_in(columns, body), strict=True):
        kinds = sheet.kinds[row]
        if not any(kinds):
            gap = True
            continue
        headings = gap and _are_letters_over_columns(sheet, row, columns)
        if (Kind.LETTER in inside and not headings) or _says_one_thing(sheet, row, columns):
            gap = False
        elif gap and (headings or (not _HEADS.isdisjoint(inside) and sum(map(kinds.count, _HEADS)) > 1)):
            return row
    return body.stop


def _are_letters_over_columns(sheet: Sheet, row: int, columns: Collection[int]) -> bool:
    """Whether a row of single letters, all different, is the heading of another table: its label is a heading."""
    texts = [text for column in range(sheet.width) if (text := sheet.text(row, column))]
    letters = [text for text in texts if len(text) == 1]
    heading = bool(texts) and starts_like(texts[0], ACTIVITY, ROLE) and len(texts[0].split()) == 1
    return heading and len(letters) == len(texts) - 1 >= len(columns) and len(set(letters)) == len(letters)


def _beside_each_other(sheet: Sheet, block: Block, starts: dict[int, frozenset[int]]) -> list[Block]:
    """Splits at columns between the letters that name activities of their own."""
    inner = range(min(block.columns, default=0) + 1, max(block.columns, default=0))
    named = (column for column in inner if column not in block.columns and _names_activities(sheet, block, column))
    cuts = sorted({_first_beside(sheet, block, column) for column in named})
    result = []
    for left, right in pairwise([block.left, *cuts, sheet.width]):
        columns = tuple(column for column in block.columns if left <= column < right)
        letters = sum(sheet.columns[c].count(Kind.LETTER, block.body.start, block.body.stop) for c in columns)
        part = Block(block.header_rows, columns, block.body, letters, left, beside=bool(cuts))
        headed = not cuts or any(sheet.text(row, column) for row in part.header_rows for column in columns)
        result.append(part if headed else _with_own_headings(sheet, part, starts))
    return result


def _with_own_headings(sheet: Sheet, block: Block, starts: dict[int, frozenset[int]]) -> Block:
    """A table beside another one that begins in another row."""
    row = max(starts, key=lambda r: (len(starts[r].intersection(block.columns)), -r), default=block.body.start - 1)
    body = range(row + 1, block.body.stop)
    letters = sum(sheet.columns[c].count(Kind.LETTER, body.start, body.stop) for c in block.columns)
    return block._replace(header_rows=(row,), body=body, letters=letters)


def _first_beside(sheet: Sheet, block: Block, column: int) -> int:
    """The first of the columns that stand together with this one, to the right of letters or of a blank column."""
    while column - 1 not in block.columns and any(sheet.columns[column - 1][block.body.start : block.body.stop]):
        column -= 1
    return column


def _names_activities(sheet: Sheet, block: Block, column: int) -> bool:
    """A column of different texts behind a blank one (or headed as activities), filled wherever letters follow."""
    texts = [sheet.text(row, column) for row in block.body if sheet.kinds[row][column] == Kind.TEXT]
    filled = len(texts) >= _LEAST_IN_ONE_COLUMN and len(set(texts)) * 10 >= len(texts) * 8
    headings = [text for row in block.header_rows if (text := sheet.text(row, column))]
    headed = any(starts_like(text, ACTIVITY) for text in headings)
    gap = _first_beside(sheet, block, column) - 1 not in block.columns
    return filled and (headed or (gap and not any(starts_like(text, SIDE) for text in headings)))


def _header_rows(sheet: Sheet, starts: dict[int, frozenset[int]]) -> list[int]:
    """The rows whose headings cover the letters right below them; stray texts between letters are none."""
    kept: list[int] = []
    for row in sorted(starts):
        near = _near_letters(sheet, row)
        if _cover_letters(sheet, row, starts[row], near) and not (kept and _goes_on(sheet, row, kept[-1], near)):
            kept.append(row)
    return kept


def _cover_letters(sheet: Sheet, row: int, heads: frozenset[int], near: dict[int, int]) -> bool:
    """Whether the headings of a row stand over most of the letters below, and hardly a letter beside them."""
    spread = _may_cover_several(sheet, heads, near)
    covered = heads if spread else heads & near.keys()
    kinds = sheet.kinds[row]
    single = len(near) == 1 and sum(near.values()) >= _LEAST_IN_ONE_COLUMN and Kind.LETTER not in kinds
    own_letters = sum(kinds[column] == Kind.LETTER for column in near if column not in heads)
    half = len(covered) * 2 == len(near) and len(covered) >= _LEAST_OF_HALF and not own_letters
    most = len(covered) * 2 > len(near) or len(covered) >= _PLENTY or spread or half
    return most and (len(covered) > 1 or single) and own_letters < len(covered)


def _goes_on(sheet: Sheet, row: int, heads: int, near: Collection[int]) -> bool:
    """Whether a row belongs to the table under the headings in row `heads`: a band, or texts in the place of letters.

    Such texts are all the same (`tbd`), or stand right below letters and leave blanks between them.
    """
    texts = [text for column in near if (text := sheet.text(row, column))]
    if len(near) > 1 and (tops.is_alone(sheet, row) or _says_one_thing(sheet, row, near)):
        return True
    amid = Kind.LETTER in sheet.kinds[row - 1] and len(texts) < len(near)
    is_headed = starts_like(sheet.texts_in(row)[0], ACTIVITY, ROLE, PHASE)
    return amid and not is_headed and set(texts).isdisjoint(sheet.texts_in(heads))


def _says_one_thing(sheet: Sheet, row: int, columns: Collection[int]) -> bool:
    """Whether several cells of a row hold one and the same text, such as `tbd`; merged, they are one."""
    texts = [sheet.text(row, column) for column in columns if sheet.kinds[row][column]]
    return len(texts) > 1 and len(set(texts)) == 1


def _may_cover_several(sheet: Sheet, heads: Collection[int], near: Collection[int]) -> bool:
    """Where no merged ranges tell, a heading may stand for the columns up to the next one."""
    spread = not sheet.grid.merged and len(heads) > 1 and len(near) <= _MOST_SPREAD * len(heads)
    return spread and min(heads) == min(near, default=-1)


def _near_letters(sheet: Sheet, row: int) -> dict[int, int]:
    """Column -> letters in the next few rows below that hold any; columns that hold more of other things left out."""
    below = (r for r in range(row + 1, sheet.height) if Kind.LETTER in sheet.kinds[r])
    return _mostly_letters(sheet, [sheet.kinds[r] for r in islice(below, _NEAR)])


def _letter_columns(sheet: Sheet, body: range, under: Collection[int]) -> tuple[frozenset[int], int]:
    """Columns that hold mostly letters in the rows that have one under a heading, and how many letters they hold."""
    headed = sheet.kinds_in(under or range(sheet.width), body)
    found = _mostly_letters(
        sheet, [sheet.kinds[row] for row, kinds in zip(body, headed, strict=True) if Kind.LETTER in kinds]
    )
    return frozenset(found), sum(found.values())


def _mostly_letters(sheet: Sheet, rows: Sequence[bytes]) -> dict[int, int]:
    """Column -> letters in some rows, for the columns that hold at least as many of them as of other things."""
    flat = b"".join(rows)
    counts = {}
    for column in range(sheet.width):
        kinds = flat[column :: sheet.width]
        letters = kinds.count(Kind.LETTER)
        if letters and letters >= len(kinds) - len(kinds.translate(None, _FOREIGN)):
            counts[column] = letters
    return counts


def _first_header(sheet: Sheet, row: int, starts: dict[int, frozenset[int]], floor: int) -> int:
    """The topmost of the header rows that end in `row`: group rows above the role headings."""
    columns = starts[row]
    top = row
    for above in range(row - 1, floor, -1):
        kinds = sheet.kinds[above]
        if Kind.LETTER in kinds or row - above > 6:
            break
        if above in sheet.legend_rows:
            continue
        if any(kinds[column] in _FOREIGN for column in columns):
            top = above
        elif any(kinds) and above < top - 1:
            break
    return top


def _block(sheet: Sheet, row: int, starts: frozenset[int], body: range, forced: bool) -> Block | None:  # noqa: FBT001
    lettered, letters = _letter_columns(sheet, body, starts)
    if not lettered and not forced:
        return None
    first = max(0, row - 7)
    top = _first_header(sheet, row, {row: starts or lettered}, first - 1)
    header_rows = tuple(
        r for r in range(top, row + 1) if any(sheet.kinds[r]) and (r == row or r not in sheet.legend_rows)
    )
    columns = _with_neighbours(sheet, header_rows, lettered, body)
    return Block(header_rows, columns, body, letters)


def _with_neighbours(
    sheet: Sheet, header_rows: Sequence[int], lettered: frozenset[int], body: range
) -> tuple[int, ...]:
    """Adds columns without letters that stand between or right beside the lettered ones under a heading."""
    if not lettered:
        return ()
    columns = set(lettered)
    inside = [column for column in range(min(lettered), max(lettered)) if column not in lettered]
    columns.update(column for column in inside if _is_open(sheet, header_rows, column, body))
    for outside in (range(max(lettered) + 1, sheet.width), range(min(lettered) - 1, -1, -1)):
        columns.update(takewhile(lambda column: _is_open(sheet, header_rows, column, body), outside))
    return tuple(sorted(columns))


def _is_its_own(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a heading is not that of the activities, merged across the columns up to the letters."""
    span = sheet.spans.get((row, column))
    return span is None or span.left == column or Kind.LETTER in sheet.columns[span.left]


def _is_open(sheet: Sheet, header_rows: Sequence[int], column: int, body: range) -> bool:
    """A heading in the lowest header rows over nothing at all, or over marks that were meant as letters (`?`, `Q`)."""
    kinds = sheet.columns[column]
    has_heading = any(sheet.text(row, column) and _is_its_own(sheet, row, column) for row in header_rows[-2:])
    foreign = [row for row in body if kinds[row] in _FOREIGN]
    meant = Kind.LETTER in kinds[body.start : body.stop] and all(len(sheet.text(r, column)) <= _SHORT for r in foreign)
    return has_heading and (not foreign or meant)
