"""Cells that are letters only among letters: whole words (`Responsible`), and letters with a remark (`A/R shared`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from raci_cli.layouts.kinds import Kind
from raci_cli.layouts.letters import Alphabet, remarked_among_letters
from raci_cli.layouts.page import Page
from raci_cli.layouts.texts import tidy

_LETTER, _WORD = bytes([Kind.LETTER]), bytes([Kind.WORD])
_TEXT, _DOUBT = bytes([Kind.TEXT]), bytes([Kind.DOUBT])
_MANY_WORDS, _LONGEST_LEGEND = 8, 4
"""Words in a column of their own: a long list of them; and words that a legend explains."""


def decided(flat: bytes, page: Page, alphabet: Alphabet) -> bytes:
    """The kinds of a page without WORD and DOUBT: each such cell is a letter, a remark or a text."""
    words = flat.count(Kind.WORD)
    if words and _are_the_letters(flat, page, words):
        flat = flat.replace(_WORD, _LETTER)
    elif words:
        among = frozenset(_among_letters(flat, page))
        flat = bytes(Kind.LETTER if place in among else kind for place, kind in enumerate(flat)) if among else flat
        flat = flat.replace(_WORD, _DOUBT)
    return _without_doubts(flat, page, alphabet)


def _are_the_letters(flat: bytes, page: Page, words: int) -> bool:
    """Whether a sheet holds words where others have letters."""
    many = words >= _MANY_WORDS or _in_several_rows(flat, page.width) or _are_repeated(flat, page)
    return words > flat.count(Kind.LETTER) and many


def _are_repeated(flat: bytes, page: Page) -> bool:
    """Whether the same words stand in more cells than a legend and the headings have."""
    texts = [text for kind, text in zip(flat, chain.from_iterable(page.rows), strict=True) if kind == Kind.WORD]
    return len(texts) > _LONGEST_LEGEND and len(set(texts)) < len(texts)


def _in_several_rows(flat: bytes, width: int) -> bool:
    """Headings R, A, C, I in words fill a single row."""
    return sum(flat.count(Kind.WORD, start, start + width) > 1 for start in range(0, len(flat), width)) > 1


def _among_letters(flat: bytes, page: Page) -> Iterator[int]:
    """The places of words below a heading, in the columns and rows that hold letters."""
    width = page.width
    by_index = ((column, flat[column::width]) for column in range(width))
    columns = {column: kinds for column, kinds in by_index if _is_of_letters(kinds, page, column)}
    for row in _rows_of_letters([bytes(kinds) for kinds in zip(*columns.values(), strict=True)]):
        for column, kinds in columns.items():
            if kinds[row] == Kind.WORD and any(kinds[:row]):
                yield row * width + column


def _rows_of_letters(rows: Sequence[bytes]) -> list[int]:
    """The rows that hold words and hardly a text: beside letters, or several words in rows among those with letters.

    A single row of words above or below the letters may explain their colours.
    """
    wordy = [row for row, kinds in enumerate(rows) if Kind.WORD in kinds and _holds_hardly_a_text(kinds)]
    lettered = [row for row, kinds in enumerate(rows) if Kind.LETTER in kinds]
    beside = [row for row in wordy if Kind.LETTER in rows[row]]
    alone = [row for row in wordy if Kind.LETTER not in rows[row] and rows[row].count(Kind.WORD) > 1]
    if len(alone) == 1 and not (lettered and lettered[0] < alone[0] < lettered[-1]):
        return beside
    return beside + alone


def _holds_hardly_a_text(kinds: bytes) -> bool:
    return kinds.count(Kind.TEXT) * 2 <= kinds.count(Kind.WORD) + kinds.count(Kind.LETTER)


def _is_of_letters(kinds: bytes, page: Page, column: int) -> bool:
    """Whether a column holds no more texts than letters and words; words alone are repeated."""
    words, letters = kinds.count(Kind.WORD), kinds.count(Kind.LETTER)
    texts = [page.rows[row][column] for row, kind in enumerate(kinds) if kind == Kind.WORD] if not letters else []
    return words + letters >= kinds.count(Kind.TEXT) and (letters > 0 or len(set(texts)) < len(texts))


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
