"""Draft -> Matrix: reads the cells as letters of one scheme and notes what was odd."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter, lt

from raci_cli.layouts.draft import ActivityDraft, CellDraft, Draft, LevelDraft, RoleDraft, text_of
from raci_cli.layouts.letters import Alphabet, parse
from raci_cli.layouts.texts import REMEMBERED, fold, tidy
from raci_cli.model import (
    NOTHING,
    Activity,
    Assignment,
    Matrix,
    Phase,
    Remark,
    RemarkKind,
    Role,
    Scheme,
    Section,
    Source,
    assignment_of,
)
from raci_cli.model.labels import usual_key


def matrix(draft: Draft, scheme: Scheme, alphabet: Alphabet, path: str, explanation: Sequence[str]) -> Matrix:
    """The matrix a draft describes, its cells read with a scheme and the words and marks of its workbook."""
    assignments, remarks = _assignments(draft, scheme, alphabet)
    return Matrix(
        roles=tuple(_roles(draft.roles)),
        activities=tuple(_activities(draft.activities, assignments)),
        scheme=scheme,
        phases=_phases(draft.activities, draft.levels),
        title=draft.about.title,
        segment=draft.about.segment,
        strategy=draft.about.strategy,
        leader=draft.about.leader,
        date=draft.about.date,
        version=draft.about.version,
        source=Source(
            path,
            draft.sheet,
            draft.layout,
            draft.hidden,
            tuple(remarks),
            tuple(explanation),
            draft.about.stated,
            unnamed=draft.unnamed,
            outside=draft.outside,
        ),
    )


def _roles(drafts: Iterable[RoleDraft]) -> Iterable[Role]:
    """Roles with a key where a name was there before."""
    used: Counter[str] = Counter()
    labels: set[str] = set()
    for draft in drafts:
        used[draft.name] += 1
        key = usual_key(draft.name, used[draft.name], labels)
        labels.add(key or draft.name)
        yield Role(draft.name, draft.group, draft.automated, key, draft.row, draft.column)


class Readings(dict[str, tuple[str, RemarkKind | None]]):
    """Cell text -> its letters in the scheme's order (empty for none) and what is odd about it; once per text."""

    def __init__(self, scheme: Scheme, alphabet: Alphabet) -> None:
        super().__init__()
        self._scheme = scheme
        words = tuple((fold(meaning), letter) for letter, meaning in scheme.letters)
        self._alphabet = alphabet._replace(letters=scheme.alphabet, words=(*alphabet.words, *words))

    def __missing__(self, text: str) -> tuple[str, RemarkKind | None]:
        result = self._read(text)
        if len(self) < REMEMBERED:
            self[text] = result
        return result

    def _read(self, text: str) -> tuple[str, RemarkKind | None]:
        if not tidy(text):
            return "", None
        reading = parse(text, self._alphabet)
        if reading is None:
            return "", RemarkKind.UNKNOWN
        letters = self._scheme.ordered(reading.letters) or NOTHING
        if reading.lookalike:
            return letters, RemarkKind.LOOKALIKE
        return letters, None if reading.tidy else RemarkKind.UNTIDY


@lru_cache(maxsize=8)
def _readings(scheme: Scheme, alphabet: Alphabet) -> Readings:
    """Sheets of one scheme share what was read: a folder of copies repeats its cells."""
    return Readings(scheme, alphabet)


def _assignments(draft: Draft, scheme: Scheme, alphabet: Alphabet) -> tuple[list[tuple[Assignment, ...]], list[Remark]]:
    """Per activity the assignments ordered by role, and a remark for each cell that was not simply letters."""
    readings = _readings(scheme, alphabet)
    known = {text: readings[text] for text in draft.cells.texts}
    letters_of = {text: letters for text, (letters, _) in known.items()}
    odd = {text: oddity for text, (_, oddity) in known.items() if oddity}
    plain = frozenset(text for text, letters in letters_of.items() if text == letters)
    result = [own if plain.issuperset(map(text_of, own)) else _read(own, letters_of) for own in draft.cells]
    remarks = [
        Remark(odd[text], tidy(text), letters_of[text], activity, role, row or draft.activities[activity].row, column)
        for activity, own in enumerate(draft.cells if odd else ())
        for role, text, row, column in own
        if text in odd
    ]
    return [_united(assignments, scheme) for assignments in result], remarks


def _read(cells: Sequence[CellDraft], letters_of: dict[str, str]) -> tuple[Assignment, ...]:
    """The cells that hold letters, with these in the place of their texts."""
    return tuple(assignment_of(r, letters, row, c) for r, text, row, c in cells if (letters := letters_of[text]))


def _united(assignments: tuple[Assignment, ...], scheme: Scheme) -> tuple[Assignment, ...]:
    """One assignment per role: several cells of one role (one column per letter) are one set of letters."""
    roles = [assignment[0] for assignment in assignments]
    if all(map(lt, roles, roles[1:])):
        return assignments
    by_role: dict[int, Assignment] = {}
    for assignment in assignments:
        before = by_role.get(assignment.role)
        if before is None or before.letters == NOTHING:
            by_role[assignment.role] = assignment
        elif assignment.letters != NOTHING:
            letters = scheme.ordered(before.letters + assignment.letters)
            by_role[assignment.role] = before._replace(letters=letters)
    return tuple(by_role[role] for role in sorted(by_role))


def _activities(drafts: Sequence[ActivityDraft], assignments: Sequence[tuple[Assignment, ...]]) -> Iterable[Activity]:
    for draft, own in zip(drafts, assignments, strict=True):
        phase, section = _two_levels(draft.levels)
        yield Activity(
            draft.name,
            own,
            phase,
            section,
            system=draft.system,
            description=draft.description,
            row=draft.row,
            column=draft.column,
        )


@lru_cache(maxsize=REMEMBERED)
def _two_levels(levels: tuple[str, ...]) -> tuple[str, str]:
    """Phase and section: the two innermost levels, a repeated name counting once."""
    distinct = list(dict.fromkeys(filter(None, levels)))
    if not distinct:
        return "", ""
    return (distinct[-2], distinct[-1]) if len(distinct) > 1 else (distinct[0], "")


def _phases(activities: Sequence[ActivityDraft], levels: Sequence[LevelDraft]) -> tuple[Phase, ...]:
    """All phases and sections in the order of the sheet, with those that hold no activity."""
    found: dict[str, Phase] = {}
    firsts = [next(run) for levels_of, run in groupby(activities, attrgetter("levels")) if levels_of]
    placed = [*levels, *(LevelDraft(first.levels, first.row, first.column) for first in firsts)]
    for level in sorted(placed, key=attrgetter("row")):
        name, section = _two_levels(level.levels)
        phase = found.get(name) or found.setdefault(name, Phase(name, (), level.row, level.column))
        if section and all(known.name != section for known in phase.sections):
            sections = (*phase.sections, Section(section, level.row, level.column))
            found[name] = Phase(name, sections, phase.row, phase.column)
    return tuple(found.values())
