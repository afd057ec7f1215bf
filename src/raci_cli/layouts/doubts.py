"""Cells that are letters only among letters: whole words (`Responsible`), and letters with a remark (`A/R shared`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import chain

from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.letters import Alphabet, parse, remarked_among_letters
from raci_cli.layouts.page import Page
from raci_cli.layouts.texts import tidy

_BLANK, _LETTER, _WORD = bytes([Kind.BLANK]), bytes([Kind.LETTER]), bytes([Kind.WORD])
_TEXT, _DOUBT = bytes([Kind.TEXT]), bytes([Kind.DOUBT])
_USUAL_ORDER = "RASCI"
"""Of the letters in a legend."""
_MANY_WORDS, _LONGEST_LEGEND = 8, 4
"""Words in a column of their own: a long list of them; and words that a legend explains."""


def decided(flat: bytes, page: Page, alphabet: Alphabet) -> bytes:
    """The kinds of a page without WORD and DOUBT: each such cell is a letter, a remark or a text."""
    words = flat.count(Kind.WORD)
    if words and _are_the_letters(flat, page, words):
        flat = flat.replace(_WORD, _LETTER)
    elif words:
        flat = _among_letters(flat, page, alphabet).replace(_WORD, _DOUBT)
    return _without_doubts(flat, page, alphabet)


def _are_the_letters(flat: bytes, page: Page, words: int) -> bool:
    """Whether a sheet holds words where others have letters."""
    return words > flat.count(Kind.LETTER) and (
        words >= _MANY_WORDS or _in_several_rows(flat, page.width) or _are_repeated(flat, page)
    )


def _are_repeated(flat: bytes, page: Page) -> bool:
    """Whether the same words stand in more cells than a legend and the headings have."""
    texts = [text for kind, text in zip(flat, chain.from_iterable(page.rows), strict=True) if kind == Kind.WORD]
    return len(texts) > _LONGEST_LEGEND and len(set(texts)) < len(texts)


def _in_several_rows(flat: bytes, width: int) -> bool:
    """Headings R, A, C, I in words fill a single row."""
    return sum(flat.count(Kind.WORD, start, start + width) > 1 for start in range(0, len(flat), width)) > 1


def _among_letters(flat: bytes, page: Page, alphabet: Alphabet) -> bytes:
    """With letters for the words below a heading, in the columns and rows that hold letters."""
    width = page.width
    by_index = ((column, flat[column::width]) for column in range(width))
    columns = {column: kinds for column, kinds in by_index if _is_of_letters(kinds, page, column)}
    headings = {column: len(kinds) - len(kinds.lstrip(_BLANK)) for column, kinds in columns.items()}
    changed = bytearray(flat)
    for row in _rows_of_letters(flat, page, columns, alphabet):
        for column, kinds in columns.items():
            if kinds[row] == Kind.WORD and row > headings[column]:
                changed[row * width + column] = Kind.LETTER
    return bytes(changed)


def _rows_of_letters(flat: bytes, page: Page, columns: Collection[int], alphabet: Alphabet) -> list[int]:
    """The rows that hold words and hardly a text: with letters in them, or above and below, or several words.

    A single row of words above or below all letters may explain their colours, if they stand in the usual order.
    """
    width = page.width
    wordy = dict.fromkeys(match.start() // width for match in re.finditer(_WORD, flat))
    inside = {row: bytes(flat[row * width + column] for column in columns) for row in wordy}
    rows = {row: kinds for row, kinds in inside.items() if Kind.WORD in kinds and _holds_hardly_a_text(kinds)}
    first, last = flat.find(Kind.LETTER) // width, flat.rfind(Kind.LETTER) // width
    apart = {row: kinds for row, kinds in rows.items() if Kind.LETTER not in kinds and not first < row < last}
    among = [row for row in rows if row not in apart]
    alone = [row for row, kinds in apart.items() if kinds.count(Kind.WORD) > 1]
    words = [page.rows[row][column] for row in alone for column in columns if flat[row * width + column] == Kind.WORD]
    if len(alone) == 1 and _are_in_order(words, alphabet):
        return among
    return among + alone


def _are_in_order(words: Sequence[str], alphabet: Alphabet) -> bool:
    """Whether words stand for R, A, C, I and the like, each for one and as a legend lists them."""
    said = [reading.letters for word in words if (reading := parse(word, alphabet))]
    return said == [letter for letter in _USUAL_ORDER if letter in said]


def _holds_hardly_a_text(kinds: bytes) -> bool:
    return kinds.count(Kind.TEXT) * 2 <= kinds.count(Kind.WORD) + kinds.count(Kind.LETTER)


def _is_of_letters(kinds: bytes, page: Page, column: int) -> bool:
    """Whether a column holds no more texts than letters and words; several words alone are repeated."""
    words, letters = kinds.count(Kind.WORD), kinds.count(Kind.LETTER)
    if letters or not words:
        return letters > 0 and words + letters >= kinds.count(Kind.TEXT)
    texts = [page.rows[row][column] for row, kind in enumerate(kinds) if kind == Kind.WORD]
    return words >= kinds.count(Kind.TEXT) and (words == 1 or len(set(texts)) < len(texts))


def _without_doubts(flat: bytes, page: Page, alphabet: Alphabet) -> bytes:
    """Cells such as `A/R shared` or `R2` are remarks in rows with letters and columns with half as many of them."""
    if Kind.DOUBT not in flat:
        return flat
    places = [divmod(match.start(), page.width) for match in re.finditer(_DOUBT, flat)]
    found = [(row, column) for row, column in places if remarked_among_letters(tidy(page.rows[row][column]), alphabet)]
    columns = Counter(column for _, column in found)
    down = {column: flat[column :: page.width].count(Kind.LETTER) for column in columns}
    across = {row for row, _ in found if Kind.LETTER in flat[row * page.width : (row + 1) * page.width]}
    kinds = bytearray(flat.replace(_DOUBT, _TEXT))
    for row, column in found:
        if row in across and down[column] * 2 >= columns[column]:
            kinds[row * page.width + column] = Kind.REMARK
    return bytes(kinds)
