"""Crosses under R, A, C, I: four columns for each role, or one row for each role of an activity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from raci_cli.layouts import activities, columns
from raci_cli.layouts.columns import LabelColumns
from raci_cli.layouts.draft import ActivityDraft, Draft
from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.letters import Alphabet
from raci_cli.layouts.mentions import Mention, as_roles
from raci_cli.layouts.names import heading_letters
from raci_cli.layouts.sheet import Sheet
from raci_cli.layouts.texts import starts_like
from raci_cli.layouts.vocabulary import ACTIVITY, ROLE

_LEAST = 3
"""Crosses, and different letters above them."""
_ANSWERS = {"R", "A"}
"""Letters without which the others may mean anything."""
_DEEPEST = 60
"""Rows in which headings are looked for."""
_MARKS = bytes([Kind.MARK])


def propose(sheet: Sheet, alphabet: Alphabet) -> list[Draft]:
    """The matrix of this layout on a sheet, if there is one."""
    if sum(kinds.count(Kind.MARK) for kinds in sheet.kinds) < _LEAST:
        return []
    letters = heading_letters(alphabet)
    for row in range(min(sheet.height, _DEEPEST)):
        headed = {column: said for column in range(sheet.width) if (said := letters[sheet.rows[row][column]])}
        counts = Counter(headed.values())
        if len(counts) < _LEAST or not set(counts) >= _ANSWERS or not _are_over_marks(sheet, row, headed):
            continue
        found = _by_columns(sheet, row, headed) if max(counts.values()) > 1 else _by_rows(sheet, row, headed)
        if found:
            return [found]
    return []


def _are_over_marks(sheet: Sheet, row: int, headed: dict[int, str]) -> bool:
    """Whether crosses and nothing else stand below the letters, which are all that stand in the row: no C R U D."""
    if any(len(text) == 1 and column not in headed for column, text in enumerate(sheet.texts[row])):
        return False
    below = b"".join(sheet.columns[column][row + 1 :] for column in headed)
    return below.count(Kind.MARK) >= _LEAST and not below.strip(bytes([Kind.MARK, Kind.BLANK, Kind.NOTHING]))


def _by_columns(sheet: Sheet, row: int, headed: dict[int, str]) -> Draft | None:
    """Each role is headed above its letters; its heading holds until the next."""
    roles: dict[int, str] = {}
    current = ""
    for column in sorted(headed):
        current = (sheet.text(row - 1, column) if row else "") or current
        roles[column] = current
    body = range(row + 1, sheet.height)
    rows = [r for r in body if any(sheet.kinds[r][column] == Kind.MARK for column in headed)]
    labels = columns.choose(sheet, range(min(headed)), rows, [*range(max(row - 1, 0), row + 1)])
    if labels is None or not all(roles.values()):
        return None
    read = activities.read(sheet, body, sorted(headed), labels, _MARKS)
    mentions = [
        Mention(activity, roles[column], headed[column], r + 1, column + 1)
        for activity, (_, own) in enumerate(read.activities)
        for r in own
        for column in roles
        if sheet.kinds[r][column] == Kind.MARK
    ]
    found = tuple(activity for activity, _ in read.activities)
    return _draft(sheet, row, labels, found, mentions)._replace(levels=read.levels)


def _by_rows(sheet: Sheet, row: int, headed: dict[int, str]) -> Draft | None:
    """Each row names an activity (or stands below one) and a role."""
    heads = {column: sheet.text(row, column) for column in range(sheet.width) if column not in headed}
    of_roles = [column for column, head in heads.items() if starts_like(head, ROLE) and not starts_like(head, ACTIVITY)]
    of_activities = [column for column, head in heads.items() if starts_like(head, ACTIVITY)]
    if len(of_roles) != 1 or not of_activities:
        return None
    labels = LabelColumns(of_activities[0], (), None)
    found: list[ActivityDraft] = []
    mentions = list(_row_by_row(sheet, row, headed, (of_activities[0], of_roles[0]), found))
    return _draft(sheet, row, labels, tuple(found), mentions)


def _row_by_row(
    sheet: Sheet, row: int, headed: dict[int, str], labels: tuple[int, int], found: list[ActivityDraft]
) -> Iterator[Mention]:
    """The crosses of each row; `found` gets an activity whenever another name stands in its column."""
    for r in range(row + 1, sheet.height):
        name, role = sheet.text(r, labels[0]), sheet.text(r, labels[1])
        if name and (not found or found[-1].name != name):
            found.append(ActivityDraft(name, (), r + 1, labels[0] + 1))
        for column, letter in headed.items():
            if found and role and sheet.kinds[r][column] == Kind.MARK:
                yield Mention(len(found) - 1, role, letter, r + 1, column + 1)


def _draft(
    sheet: Sheet, row: int, labels: LabelColumns, found: tuple[ActivityDraft, ...], mentions: list[Mention]
) -> Draft:
    roles, cells = as_roles(mentions, len(found))
    return Draft(
        layout="grid",
        sheet=sheet.grid.name,
        roles=roles,
        activities=found,
        cells=cells,
        score=len(mentions),
        explanation=(
            f"Crosses stand under letters in row {row + 1}: each counts as the letter above it.",
            f"Activities: column {columns.name(labels.activity)}.",
        ),
        banner=sheet.grid.heading,
        corner=sheet.text(row, labels.activity),
        hidden=sheet.grid.hidden,
    )
