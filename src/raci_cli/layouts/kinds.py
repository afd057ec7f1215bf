"""What a cell looks like before anything is known about its place."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from raci_cli.layouts.letters import LONGEST_CELL, Alphabet, is_name, parse, remarked, remarked_among_letters
from raci_cli.layouts.texts import REMEMBERED, fold, is_number, tidy, words
from raci_cli.layouts.vocabulary import CHECK_MARKS

_LONGEST_MARK = max(map(len, CHECK_MARKS))


class Kind:
    """What a cell looks like before anything is known about its place.

    Bytes, and no enumeration: looking up and counting its members takes four times as long, and is done all the time.
    """

    BLANK: Final = 0
    NOTHING: Final = 1
    LETTER: Final = 2
    WORD: Final = 3
    """A whole word such as "Responsible": a letter in some sheets, a heading in others."""
    TEXT: Final = 4
    NUMBER: Final = 5
    MARK: Final = 6
    """A cross or check mark."""
    REMARK: Final = 7
    """A letter with a condition or remark: `I * if at hand`."""
    DOUBT: Final = 8
    """A letter with a remark where letters stand around it, else text: `A/R shared`, `R2`. No sheet keeps this kind."""


class Kinds(dict[str, int]):
    """Cell text -> Kind, worked out once per distinct text."""

    def __init__(self, alphabet: Alphabet) -> None:
        super().__init__({"": Kind.BLANK})
        self._alphabet = alphabet

    def __missing__(self, text: str) -> int:
        kind = self._kind(tidy(text))
        if len(self) < REMEMBERED:
            self[text] = kind
        return kind

    def _kind(self, text: str) -> int:
        if not text:
            return Kind.BLANK
        if is_name(text, self._alphabet):
            return Kind.TEXT
        if is_number(text):
            return Kind.NUMBER
        reading = parse(text, self._alphabet, remarks=False)
        if reading is None:
            return self._foreign(text)
        if not reading.letters:
            return Kind.NOTHING
        is_word = any(len(word) > 2 and self._alphabet.word(word) for word in words(text))
        return Kind.WORD if is_word else Kind.LETTER

    def _foreign(self, text: str) -> int:
        if len(text) <= _LONGEST_MARK and fold(text) in CHECK_MARKS:
            return Kind.MARK
        if len(text) > LONGEST_CELL:
            return Kind.TEXT
        if remarked(text, self._alphabet):
            return Kind.REMARK
        return Kind.DOUBT if remarked_among_letters(text, self._alphabet) else Kind.TEXT


@lru_cache(maxsize=8)
def kinds_of(alphabet: Alphabet) -> Kinds:
    """Sheets with the same alphabet share what was worked out: a folder of copies repeats its texts."""
    return Kinds(alphabet)
