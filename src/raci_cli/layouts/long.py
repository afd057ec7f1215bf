"""The long list: one assignment a row, as databases and our own interchange form have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise, permutations
from typing import NamedTuple

from raci_cli.layouts import columns
from raci_cli.layouts.draft import ActivityDraft, Draft, PlacedDraft, RoleDraft, by_activity
from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.overrides import Overrides
from raci_cli.layouts.sheet import Sheet
from raci_cli.layouts.texts import fold, starts_like
from raci_cli.layouts.vocabulary import ACTIVITY, IDENTIFIER, LETTERS_HEADING, PHASE, ROLE, SIDE

_LEAST_ROWS = 2
_LONGEST_PAIR = 3
"""Characters of `R/A`."""
OUR_HEADER = ("sheet", "phase", "section", "activity", "group", "role", "letters", "cell")
"""The interchange form that `raci convert --to long-csv` writes."""


class _Columns(NamedTuple):
    """Where the parts of an assignment stand."""

    letters: int
    activity: int
    role: int
    phases: tuple[int, ...] = ()
    group: int | None = None
    table: int | None = None
    """Tells the sheets of a workbook apart that were written into one list."""


def propose(sheet: Sheet, overrides: Overrides) -> list[Draft]:
    """The matrices of this layout on a sheet: one, or one per sheet named in our interchange form."""
    header = overrides.header_row - 1 if overrides.header_row else _header(sheet)
    if header >= sheet.height:
        return []
    is_ours = tuple(sheet.text(header, column) for column in range(sheet.width)) == OUR_HEADER
    where = _Columns(6, 3, 5, (1, 2), 4, 0) if is_ours else _columns(sheet, header, forced=overrides.layout == "long")
    if where is None and (carried := _carried(sheet, header)):
        sheet, where = carried, _columns(carried, header, forced=False)
    if where is None:
        return []
    rows = _rows(sheet, header, where.letters)
    tables = dict.fromkeys(sheet.text(row, 0) for row in rows) if is_ours else [None]
    return [
        _draft(sheet, header, [r for r in rows if name in (None, sheet.text(r, 0))], where, name) for name in tables
    ]


def _carried(sheet: Sheet, header: int) -> Sheet | None:
    """The sheet with what is said once for several rows said in each, if its headings are those of a list."""
    heads = sheet.texts[header] if sheet.height else ()
    if not all(any(starts_like(head, stems) for head in heads) for stems in (ACTIVITY, ROLE, LETTERS_HEADING)):
        return None
    texts, kinds = [*map(list, sheet.texts)], [*map(bytearray, sheet.kinds)]
    for column in (column for column, head in enumerate(heads) if starts_like(head, ACTIVITY, PHASE)):
        for row in range(header + 2, sheet.height):
            if any(kinds[row]) and not kinds[row][column]:
                texts[row][column], kinds[row][column] = texts[row - 1][column], kinds[row - 1][column]
    flat = [bytes(row) for row in kinds]
    return sheet._replace(texts=texts, kinds=flat, columns=list(map(bytes, zip(*flat, strict=True))))


def _header(sheet: Sheet) -> int:
    """The first row with several headings."""
    return next((row for row, kinds in enumerate(sheet.kinds) if kinds.count(Kind.TEXT) > 1), 0)


def _rows(sheet: Sheet, header: int, letters: int) -> list[int]:
    return [row for row in range(header + 1, sheet.height) if sheet.kinds[row][letters] in (Kind.LETTER, Kind.NOTHING)]


def _columns(sheet: Sheet, header: int, *, forced: bool) -> _Columns | None:
    """Recognises the columns of somebody else's list, or that the sheet is none."""
    all_lettered = (
        c for c, kinds in enumerate(sheet.columns) if _is_letter_column(kinds) and not _is_constant(sheet, header, c)
    )
    lettered = list(islice(all_lettered, 2))  # a second one is enough to know
    if len(lettered) != 1 or Kind.NUMBER in sheet.columns[lettered[0]]:
        return None
    letters = lettered[0]
    rows = _rows(sheet, header, letters)
    beside = [c for c in range(sheet.width) if c != letters and not _is_constant(sheet, header, c)]
    if any(_holds_only_letters(sheet.columns[c][rows[0] :]) for c in beside if rows):
        return None
    if sum(any(sheet.kinds[row][c] == Kind.LETTER for c in beside) for row in rows) * 2 > len(rows):
        return None
    others = [c for c in range(sheet.width) if c != letters and _fills(sheet, c, rows)]
    pair = _best_pair(sheet, header, rows, others) if len(rows) >= _LEAST_ROWS else None
    if pair is None or not (forced or _is_list(sheet, rows, pair) or _is_headed_list(sheet, header, letters, pair)):
        return None
    activity, role = pair
    phases = _phase_columns(sheet, header, rows, pair)
    return _Columns(letters, activity, role, tuple(phases), _group_column(sheet, header, role))


def _is_constant(sheet: Sheet, header: int, column: int) -> bool:
    """Whether a column says one and the same thing in every row: the name of a sheet may be `RACI`."""
    first = sheet.text(header + 1, column) if header + 1 < sheet.height else ""
    return len(first) > _LONGEST_PAIR and all(
        sheet.text(row, column) == first for row in range(header + 1, sheet.height)
    )


def _is_letter_column(kinds: bytes) -> bool:
    letters = kinds.count(Kind.LETTER)
    return letters >= _LEAST_ROWS and letters >= kinds.count(Kind.TEXT)


def _holds_only_letters(kinds: bytes) -> bool:
    """A second column of letters, however few: then roles stand over them."""
    return Kind.LETTER in kinds and Kind.TEXT not in kinds


def _fills(sheet: Sheet, column: int, rows: Sequence[int]) -> bool:
    """Whether a column says something in nearly every row, and mostly more than letters and dashes."""
    kinds = [sheet.kinds[row][column] for row in rows]
    says = len(kinds) - kinds.count(Kind.BLANK)
    letters = kinds.count(Kind.LETTER) + kinds.count(Kind.NOTHING)
    return says * 10 >= len(rows) * 9 and letters * 2 < says


def _best_pair(sheet: Sheet, header: int, rows: Sequence[int], others: Sequence[int]) -> tuple[int, int] | None:
    """The activity and role columns that fit best; None when no two columns name the rows."""
    scores = {pair: _pair_score(sheet, header, rows, *pair) for pair in permutations(others, 2)}
    fitting = {pair: score for pair, score in scores.items() if score is not None}
    return max(fitting, key=lambda pair: fitting[pair]) if fitting else None


def _is_list(sheet: Sheet, rows: Sequence[int], pair: tuple[int, int]) -> bool:
    """Whether activities and roles both come again and again: only together they name a row."""
    counts = [len({fold(sheet.text(row, column)) for row in rows}) for column in pair]
    return all(count * 10 < len(rows) * 9 for count in counts)


def _is_headed_list(sheet: Sheet, header: int, letters: int, pair: tuple[int, int]) -> bool:
    """Whether the headings say that this is a list of roles and letters, and for what."""
    headed = starts_like(sheet.text(header, letters), LETTERS_HEADING) and starts_like(
        sheet.text(header, pair[1]), ROLE
    )
    return headed and starts_like(sheet.text(header, pair[0]), ACTIVITY, PHASE)


def _pair_score(sheet: Sheet, header: int, rows: Sequence[int], activity: int, role: int) -> float | None:
    """How well two columns would do; None when they name rows more than twice over, even phase by phase."""
    sample = rows[:2000]
    said = (activity, role, *(c for c in range(activity) if c != role and starts_like(sheet.text(header, c), PHASE)))
    pairs = {tuple(sheet.text(row, column) for column in said) for row in sample}
    if len(pairs) * 10 < len(sample) * 6:
        return None
    heads = sheet.text(header, activity), sheet.text(header, role)
    score = 1.0 * starts_like(heads[0], ACTIVITY) + 1.0 * starts_like(heads[1], ROLE)
    score -= 0.7 * starts_like(heads[0], ROLE) + 0.7 * starts_like(heads[1], ACTIVITY)
    for head, column in zip(heads, (activity, role), strict=True):
        score -= 0.5 * starts_like(head, SIDE) + 0.6 * starts_like(head, IDENTIFIER) + 0.5 * starts_like(head, PHASE)
        score += 0.4 * _is_human(sheet, column, sample)
    runs = sum(sheet.text(a, activity) != sheet.text(b, activity) for a, b in pairwise(sample)) + 1
    return score - 0.5 * runs / len(sample)


def _is_human(sheet: Sheet, column: int, rows: Sequence[int]) -> float:
    """Share of texts that look written for people: capitals or spaces, no slugs."""
    texts = [sheet.text(row, column) for row in rows[:200]]
    return sum(" " in text or text[:1].isupper() for text in texts) / len(texts)


def _draft(sheet: Sheet, header: int, rows: Sequence[int], where: _Columns, table: str | None) -> Draft:
    activities: dict[tuple[ActivityDraft, int], int] = {}
    turns: Counter[ActivityDraft] = Counter()
    taken: set[tuple[int, int]] = set()
    roles: dict[RoleDraft, int] = {}
    cells: list[PlacedDraft] = []
    for row in rows:
        levels = tuple(text for column in where.phases if (text := sheet.text(row, column)))
        group = sheet.text(row, where.group) if where.group is not None else ""
        draft = ActivityDraft(sheet.text(row, where.activity), levels)
        role = roles.setdefault(RoleDraft(sheet.text(row, where.role), group), row)
        if where.table is not None and (activities.get((draft, turns[draft]), -1), role) in taken:
            turns[draft] += 1  # in our form a role stands once for each activity: this is another of the same name
        activity = activities.setdefault((draft, turns[draft]), row)
        taken.add((activity, role))
        cells.append((activity, role, sheet.rows[row][where.letters], row + 1, where.letters + 1))
    order = {row: index for index, row in enumerate(activities.values())}
    place = {row: index for index, row in enumerate(roles.values())}
    return Draft(
        layout="long",
        sheet=table or sheet.grid.name,
        roles=tuple(role._replace(row=row + 1, column=where.role + 1) for role, row in roles.items()),
        activities=tuple(
            each._replace(row=row + 1, column=where.activity + 1) for (each, _), row in activities.items()
        ),
        cells=by_activity(
            sorted((order[a], place[r], text, row, column) for a, r, text, row, column in cells), len(activities)
        ),
        score=len(cells),
        explanation=_explain(header, where),
        hidden=sheet.grid.hidden,
        certain=where.table is not None,
    )


def _explain(header: int, where: _Columns) -> tuple[str, ...]:
    said = f"activity in column {columns.name(where.activity)}, role in column {columns.name(where.role)}"
    return (f"One assignment a row below row {header + 1}: {said}, letters in column {columns.name(where.letters)}.",)


def _phase_columns(sheet: Sheet, header: int, rows: Sequence[int], pair: tuple[int, int]) -> list[int]:
    """Columns left of the activity that hold for several activities and read like words."""
    activity = pair[0]
    names = len({sheet.text(row, activity) for row in rows})
    found = []
    for column in range(activity):
        if column in pair or not any(sheet.kinds[row][column] for row in rows):
            continue
        head = sheet.text(header, column)
        texts = {sheet.text(row, column) for row in rows}
        per_name = len({(sheet.text(row, column), sheet.text(row, activity)) for row in rows})
        headed = starts_like(head, PHASE) and len(texts) * 2 <= len(rows)
        holds = headed or (len(texts) < names and per_name <= names * 1.2)
        wordy = _is_human(sheet, column, [row for row in rows if sheet.kinds[row][column]]) > 0.5
        if holds and wordy and not starts_like(head, IDENTIFIER) and fold(head) not in ("sheet", "file"):
            found.append(column)
    return found[-2:]


def _group_column(sheet: Sheet, header: int, role: int) -> int | None:
    """The column right before the role that is headed as a group of roles."""
    before = role - 1
    is_group = before >= 0 and fold(sheet.text(header, before)) in ("group", "department", "team", "function", "unit")
    return before if is_group else None
