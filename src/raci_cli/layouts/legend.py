"""Finds the legend: letters with what they mean, beside, above or below the matrix, or on another sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, repeat
from typing import NamedTuple

from raci_cli.layouts.page import Page
from raci_cli.layouts.texts import REMEMBERED, Stems, is_number, starts_like, tidy, words
from raci_cli.layouts.vocabulary import (
    ACCOUNTABLE,
    CONSULTED,
    INFORMED,
    NOT_ACCOUNTABLE,
    NOT_RESPONSIBLE,
    RESPONSIBLE,
    SUPPORT,
)

_INLINE = re.compile(
    r"(?:^|[\s,;|(/•\-])([A-ZА-ЯІ]) ?(?:[=:–—]|-(?= )|\() ?"  # a letter of its own, then a sign
    r"([^\W\d_][^=|;\n]{2,80}?)"  # its meaning
    r"(?=[,;|)/\n•]|\s{2,}|\s+[A-ZА-ЯІ] ?[=:–—]|$)"  # up to the next letter or the end
)
_SIGNS = ("=", ":", "–", "—", "- ", "(")
"""One of these follows the letter: a sheet without any is told at one look."""
_ROW_END = ("\0",)
"""Stands behind every row, as a cell that no row has."""
_FAMILY = {"R": RESPONSIBLE, "A": ACCOUNTABLE, "C": CONSULTED, "I": INFORMED, "S": SUPPORT}
_MEANINGS = Stems(*(stems.text for stems in _FAMILY.values()))
_UNUSUAL = {"R": NOT_RESPONSIBLE, "A": NOT_ACCOUNTABLE}
_NOBODY = Stems("")
_LEAST, _LEAST_AROUND = 2, 3
"""Letters that a legend explains, on a sheet and in the text around tables."""
_AROUND = ":.-=() "
"""What may stand around a letter in a legend."""
_LONGEST_LETTER = 8
"""Characters of a letter with what may stand around it."""
_OPEN_RUNS, _STEP = 8, 2
_SENTENCE, _LONG = 6, 12
"""Characters: a shorter text explains no letter; a longer meaning is a description."""


class Legend(NamedTuple):
    """What a workbook itself says its letters mean."""

    meanings: tuple[tuple[str, str], ...] = ()
    """Capital letters and meanings in the order they were found."""
    place: str = ""
    """Where it stands: a sheet and cell, for the explanation."""

    @property
    def letters(self) -> str:
        """The letters alone."""
        return "".join(letter for letter, _ in self.meanings)


class Entry(NamedTuple):
    """One letter of a legend, its meaning and its zero-based cell."""

    letter: str
    meaning: str
    row: int
    column: int


def is_letter(text: str) -> bool:
    """A single letter of any alphabet, as legends show it."""
    return len(text) == 1 and text.isalpha()


class _Shapes(dict[str, int]):
    """Cell text -> B(lank), L(one letter), T(ext long enough to be a meaning) or O(ther), once per distinct text.

    The end of a row is E.
    """

    def __init__(self) -> None:
        super().__init__(dict.fromkeys(_ROW_END, ord("E")))

    def __missing__(self, text: str) -> int:
        plain = text if text[:4].isalpha() else tidy(text)
        if not plain:
            shape = "B"
        elif len(plain) <= _LONGEST_LETTER and is_letter(plain.strip(_AROUND)):
            shape = "L"
        else:
            shape = "O" if len(plain) < 4 or is_number(plain) else "T"
        if len(self) < REMEMBERED:
            self[text] = ord(shape)
        return ord(shape)


_SHAPES = _Shapes()


_LETTER_AND_MEANING = re.compile(rb"L(?:B{0,2}T|(?<=TL)(?:BBB|B{0,2}E))")


def runs(page: Page) -> list[list[Entry]]:
    """Legends written as a letter with its meaning in a cell beside it: below one another, in a row, or diagonally."""
    found: list[list[Entry]] = []
    texts = chain.from_iterable(chain.from_iterable(zip(page.rows, repeat(_ROW_END))))
    shapes = bytes(map(_SHAPES.__getitem__, texts))
    for match in _LETTER_AND_MEANING.finditer(shapes):
        row, column = divmod(match.start(), page.width + 1)
        meaning = _meaning_beside(page.rows[row], column)
        if meaning:
            entry = Entry(tidy(page.rows[row][column]).strip(_AROUND), meaning, row, column)
            followed = [run for run in reversed(found[-_OPEN_RUNS:]) if _follows(run[-1], entry)]
            run = min(followed, key=lambda run: run[-1].column != column, default=None)
            if run is None:
                found.append([entry])
            else:
                run.append(entry)
    return [run for run in found if _is_legend(run, page)]


def _follows(last: Entry, entry: Entry) -> bool:
    """Whether an entry stands where the next one of a legend would."""
    down, right = entry.row - last.row, entry.column - last.column
    return (0 < down <= _STEP and right in (0, 1)) or (down == 0 and 0 < right <= 2 * _STEP)


def _meaning_beside(texts: Sequence[str], column: int) -> str:
    """The text to the right of a letter (one empty cell between is allowed), else to its left."""
    for next_column in (column + 1, column + 2, column + 3):
        text = tidy(texts[next_column]) if next_column < len(texts) else ""
        if text:
            return "" if len(text) < 4 or is_number(text) else text
    left = tidy(texts[column - 1]) if column else ""
    return left if _MEANINGS[left] else ""


def _is_legend(run: list[Entry], page: Page) -> bool:
    """Distinct letters in a row, standing alone in their column, with meanings that differ."""
    letters = [entry.letter.upper() for entry in run]
    if len(run) < _LEAST or len(set(letters)) < len(letters):
        return False
    if len({entry.meaning for entry in run}) < len(run):
        return False
    stated = sum(starts_like(entry.meaning, _FAMILY.get(entry.letter.upper(), _NOBODY)) for entry in run)
    if stated * 2 > len(run) and len(run) > _LEAST:
        return True
    if any(entry.letter.islower() for entry in run):
        return False  # a), b), c) number a list
    if len({entry.column for entry in run}) > 1 or _touches_letters(run, page):
        return False
    familiar = sum(_is_familiar(entry.letter, entry.meaning) for entry in run)
    return familiar * 2 >= len(run) or (len(run) > _LEAST and all(len(entry.meaning) > _LONG for entry in run))


def _touches_letters(run: list[Entry], page: Page) -> bool:
    """Whether more letters stand right above, below or to the left: then these are assignments."""
    above, below = run[0], run[-1]
    around = [page.text(above.row - 1, above.column), page.text(below.row + 1, below.column)]
    around += [page.text(entry.row, entry.column - 1) for entry in run]
    return any(is_letter(tidy(text)) for text in around)


def _is_familiar(letter: str, meaning: str) -> bool:
    """Whether the meaning begins with its letter, or is what the letter often stands for."""
    known = _FAMILY.get(letter, _NOBODY), _UNUSUAL.get(letter, _NOBODY)
    return meaning[:1].upper() == letter or starts_like(meaning, *known)


def inline(page: Page) -> dict[str, str]:
    """Legends written in sentences: `R = Responsible, A = Accountable` gives letter -> meaning."""
    pairs: dict[str, str] = {}
    everything = "\n".join(page.texts)
    if not any(map(everything.__contains__, _SIGNS)):
        return pairs
    for text in page.texts:
        if len(text) > _SENTENCE:
            for letter, meaning in _sentences(text):
                pairs.setdefault(letter, meaning)
    return pairs


def around(page: Page) -> dict[str, str]:
    """The same of the text around tables: where prose has such sentences at all, several letters make a legend."""
    pairs: dict[str, str] = {}
    for line in page.grid.around:
        for letter, meaning in _sentences(line.lstrip("-*+•> ")):
            pairs.setdefault(letter, meaning)
    return pairs if len(pairs) >= _LEAST_AROUND else {}


def explains(text: str) -> bool:
    """Whether a text is a legend, or a line of one: `R = Responsible`; `A - Analysis` is the name of a phase."""
    found = _sentences(text) if len(text) > _SENTENCE else ()
    return len(found) > 1 or (bool(found) and "=" in text)


@lru_cache(maxsize=REMEMBERED)
def _sentences(text: str) -> tuple[tuple[str, str], ...]:
    found = ((letter, tidy(meaning)) for letter, meaning in _INLINE.findall(text))
    return tuple((letter, meaning) for letter, meaning in found if _is_familiar(letter, meaning))


def inline_rows(page: Page) -> frozenset[int]:
    """Rows that hold two or more such explanations and nothing of a matrix."""
    explaining = {text: len(_sentences(text)) for text in page.texts if "=" in text}
    if not explaining:
        return frozenset()
    return frozenset(
        row
        for row, texts in enumerate(page.rows)
        if not explaining.keys().isdisjoint(texts)
        and sum(explaining.get(text, 0) for text in texts) >= _LEAST
        and sum(not explaining.get(text, 0) for text in texts if text.strip()) <= 1
    )


def find(pages: Sequence[Page], runs_of: Sequence[list[list[Entry]]]) -> Legend:
    """The legend of a workbook: the one with most letters, the first of equals."""
    best = Legend()
    for page, found in zip(pages, runs_of, strict=True):
        name = page.grid.name or "this file"
        for run in found:
            legend = Legend(
                tuple((entry.letter.upper(), entry.meaning) for entry in run), f"{name}, row {run[0].row + 1}"
            )
            best = max(best, legend, key=_weight)
        pairs = inline(page)
        if len(pairs) >= _LEAST:
            best = max(best, Legend(tuple(pairs.items()), f"a sentence in {name}"), key=_weight)
        best = max(best, Legend(tuple(around(page).items()), "the text around the tables"), key=_weight)
    return best


@lru_cache(maxsize=64)
def _weight(legend: Legend) -> int:
    """How many letters a legend explains; 0 when it says nothing about doing the work, answering for it, or R and A."""
    speaks = any(starts_like(meaning, RESPONSIBLE, ACCOUNTABLE) for _, meaning in legend.meanings)
    plain = {"P", "S"} <= set(legend.letters) or redefined(dict(legend.meanings))
    return len(legend.letters) if speaks or plain else 0


def redefined(meanings: dict[str, str]) -> str:
    """The letters among R and A to which a legend gives another meaning than RACI does.

    One whose meaning is known to be another is enough to doubt the second: then it must plainly mean the usual.
    """
    beginnings = {letter: " ".join(words(meanings[letter])[:3]) for letter in "RA" if meanings.get(letter)}
    unusual = [letter for letter, said in beginnings.items() if not starts_like(said, _FAMILY[letter])]
    return "".join(unusual) if any(starts_like(beginnings[letter], _UNUSUAL[letter]) for letter in unusual) else ""
