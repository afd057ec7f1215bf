"""Names of roles in cells, under columns that are headed R, A, C, I (or with the whole words)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, compress

from raci_cli.layouts import activities, columns
from raci_cli.layouts.activities import Found
from raci_cli.layouts.columns import LabelColumns
from raci_cli.layouts.draft import Draft, PlacedDraft, RoleDraft, by_activity
from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.letters import Alphabet, parse, remarked
from raci_cli.layouts.lines import NAMES
from raci_cli.layouts.overrides import Overrides
from raci_cli.layouts.sheet import Sheet
from raci_cli.layouts.texts import REMEMBERED, fold, is_number, tidy, words
from raci_cli.layouts.vocabulary import CHECK_MARKS, NOTHING_MARKS

_LEAST_HEADINGS = 3
_LONGEST_HEADING, _LONGEST_CODE = 40, 4
_MOST_WORDS, _DEEPEST = 4, 60
"""Words in such a heading; rows in which headings are looked for."""
_LONGEST_NAMES = 150
"""Characters in a cell; more is a paragraph."""
_LETTER_IN_WORD = re.compile(r"^\(([A-Z])\)([a-z])")
"""`(R)esponsible`."""
_LETTER_BEHIND = re.compile(r"^[^\W\d_][\w'’-]{2,}(?:\s+[\w'’-]+){0,4}\s*\??\s*\(([^\W\d_])\)$")
"""`Sign-off (A)`, `Who signs it? (A)`, whatever language the words are in."""
_AMOUNT = re.compile(r"^[<>~≤≥±]?\s?\d[\d.,]*\s?\S{1,3}$")
"""A number with its unit: `12 mA`."""
_SPLIT = re.compile(r"\s*[,;\n]\s*(?![^()]*\))")
"""Between names; not inside brackets."""
_JOINT = re.compile(r"\s*[/&+|]\s*|\s+(?:and|und|et|y|e|en|и|dan)\s+")
"""Between names, or inside one."""


def propose(sheet: Sheet, alphabet: Alphabet, overrides: Overrides) -> list[Draft]:
    """The matrix of this layout on a sheet, if there is one."""
    letters = heading_letters(alphabet)
    rows = [overrides.header_row - 1] if overrides.header_row else range(min(sheet.height, _DEEPEST))
    for row in rows:
        if row >= sheet.height or _is_within_letters(sheet, row):
            continue
        headed = _letter_headings(sheet, row, letters)
        if headed and _say_enough(sheet, row, headed) and _are_headings(sheet, row, headed, alphabet):
            draft = _draft(sheet, row, headed, overrides)
            if draft is not None:
                return [draft]
    return []


def _say_enough(sheet: Sheet, row: int, headed: dict[int, str]) -> bool:
    """Three letters with R or A among them; or just `Responsible` and `Accountable`, written out."""
    said = set(headed.values())
    written_out = all(len(sheet.text(row, column)) > _LONGEST_CODE for column in headed)
    return bool(said & {"R", "A"}) and (len(said) >= _LEAST_HEADINGS or (said == {"R", "A"} and written_out))


def _are_headings(sheet: Sheet, row: int, headed: dict[int, str], alphabet: Alphabet) -> bool:
    """Whether letters in brackets head columns here: one stands behind its word, and none stands in the row below."""
    texts = [tidy(sheet.rows[row][column]) for column in headed]
    if not any(map(_LETTER_BEHIND.match, texts)):
        return True
    below = [tidy(sheet.rows[row + 1][column]) for column in headed] if row + 1 < sheet.height else []
    spelled = any(alphabet.word(word) for text in texts for word in words(text))
    return spelled and sum(map(bool, map(heading_letters(alphabet).__getitem__, below))) * 2 < len(headed)


def _is_within_letters(sheet: Sheet, row: int) -> bool:
    """Whether letters stand in the row above, too: then this is a row of a grid."""
    return row > 0 and sheet.kinds[row - 1].count(Kind.LETTER) > 1


def _letter_headings(sheet: Sheet, row: int, letters: HeadingLetters) -> dict[int, str]:
    """Column -> letter, for the headings of a row that name one letter each; empty when a letter comes back later.

    Side by side it may stand twice, in words: `Responsible | Responsible (deputy)`.
    """
    found: dict[int, str] = {}
    for column in compress(range(sheet.width), sheet.kinds[row]):
        text = sheet.rows[row][column]
        letter = letters[text]
        if letter:
            again = letter in found.values()
            if again and (found.get(column - 1) != letter or len(text) <= _LONGEST_CODE):
                return {}
            found[column] = letter
    return found


class HeadingLetters(dict[str, str]):
    """The letter that a heading such as `R`, `Responsible`, `Accountable (A)`, `C - Consulted` stands for, if any."""

    def __init__(self, alphabet: Alphabet) -> None:
        super().__init__()
        self._alphabet = alphabet

    def __missing__(self, text: str) -> str:
        letter = self._letter(tidy(text)) if len(text) <= _LONGEST_HEADING else ""
        if len(self) < REMEMBERED:
            self[text] = letter
        return letter

    def _letter(self, text: str) -> str:
        joined = _LETTER_IN_WORD.sub(r"\1\2", text)
        bracketed = _LETTER_BEHIND.match(joined)
        reading = parse(bracketed[1] if bracketed else joined, self._alphabet, remarks=False)
        if reading and len(reading.letters) == 1:
            return reading.letters
        if len(explained := remarked(joined, self._alphabet)) == 1:
            return explained
        said = [letter for word in words(joined) if (letter := self._alphabet.word(word))]
        singles = [token for token in re.findall(r"\b[A-Z]\b", joined) if token in self._alphabet.letters]
        plain = len(words(joined)) <= _MOST_WORDS and len(set(said)) == 1
        return said[0] if plain and (not singles or singles == said[:1]) else ""


@lru_cache(maxsize=8)
def heading_letters(alphabet: Alphabet) -> HeadingLetters:
    """What headings say in an alphabet; shared by sheets, since files repeat their headings."""
    return HeadingLetters(alphabet)


def _draft(sheet: Sheet, header: int, headed: dict[int, str], overrides: Overrides) -> Draft | None:
    said = [text for row in sheet.rows[header + 1 :] for column in headed if (text := row[column])]
    texts = Counter(filter(None, map(tidy, said)))
    if not _are_names(texts):
        return None
    body = [row for row in range(header + 1, sheet.height) if any(sheet.kinds[row])]
    filled = [row for row in body if any(sheet.kinds[row][column] for column in headed)]
    labels = _labels(sheet, header, headed, filled or body, overrides)
    if labels is None:
        return None
    found = activities.read(sheet, range(header + 1, sheet.height), sorted(headed), labels, NAMES)
    return _collected(sheet, header, headed, labels, found)


def _are_names(texts: Counter[str]) -> bool:
    """Words that could name somebody: not numbers, marks, single letters or paragraphs."""
    said = {text: count for text, count in texts.items() if fold(text) not in NOTHING_MARKS}
    odd = sum(count for text, count in said.items() if _is_no_name(text))
    return odd * 5 <= sum(said.values())


def _is_no_name(text: str) -> bool:
    if not 2 <= len(text) <= _LONGEST_NAMES or fold(text) in CHECK_MARKS or is_number(text) or _AMOUNT.match(text):
        return True
    return all(len(name) == 1 for name in names_in(text))  # `A, R`


def _labels(
    sheet: Sheet, header: int, headed: dict[int, str], rows: Sequence[int], overrides: Overrides
) -> LabelColumns | None:
    others = [column for column in range(sheet.width) if column not in headed]
    if overrides.activity_column:
        column = columns.index(overrides.activity_column)
        return LabelColumns(column, (), None) if column < sheet.width else None
    left = [column for column in others if column < min(headed)]
    chosen = columns.choose(sheet, left, rows, [header]) or columns.choose(sheet, others, rows, [header])
    return chosen or columns.codes(sheet, left, rows)


def _collected(sheet: Sheet, header: int, headed: dict[int, str], labels: LabelColumns, found: Found) -> Draft:
    """Reads the names row by row: each is one letter of a role; roles stand in order of first mention."""
    alone = _standing_alone(text for row in sheet.rows[header + 1 :] for text in map(row.__getitem__, headed))
    roles: dict[str, RoleDraft] = {}
    index: dict[str, int] = {}
    cells: list[PlacedDraft] = []
    for activity, (_, rows) in enumerate(found.activities):
        for row in rows:
            for column, letter in headed.items():
                for name in chain.from_iterable(_parted(each, alone) for each in names_in(sheet.rows[row][column])):
                    role = index.setdefault(fold(name), len(index))
                    roles.setdefault(fold(name), RoleDraft(name, "", row + 1, column + 1))
                    cells.append((activity, role, letter, row + 1, column + 1))
    where = ", ".join(f"{letter} in column {columns.name(column)}" for column, letter in headed.items())
    return Draft(
        layout="names",
        sheet=sheet.grid.name,
        roles=tuple(roles.values()),
        activities=tuple(activity for activity, _ in found.activities),
        cells=by_activity(sorted(cells), len(found.activities)),
        score=len(cells),
        explanation=(
            f"Names of roles stand under letters in row {header + 1}: {where}.",
            f"Activities: column {columns.name(labels.activity)}.",
        ),
        levels=found.levels,
        banner=sheet.grid.heading,
        corner=sheet.text(header, labels.activity),
        hidden=sheet.grid.hidden,
    )


def _standing_alone(texts: Iterable[str]) -> frozenset[str]:
    """The folded names that have a cell, or a place between commas, of their own."""
    return frozenset(fold(name) for text in set(texts) for name in names_in(text))


def _parted(name: str, alone: frozenset[str]) -> list[str]:
    """`Ann & Bob`, `Ann / Bob` as two names where each of them stands alone elsewhere; `Sales & Service` stays one."""
    parts = _JOINT.split(name)
    return parts if len(parts) > 1 and all(fold(part) in alone for part in parts) else [name]


def names_in(text: str) -> list[str]:
    """The names in a cell, split at commas, semicolons and line breaks outside brackets; marks for nothing left out."""
    return [name for part in _SPLIT.split(text) if (name := tidy(part)) and fold(name) not in NOTHING_MARKS]
