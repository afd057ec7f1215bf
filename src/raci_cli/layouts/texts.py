"""Names and headings as text: tidied, folded, numbered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat

REMEMBERED = 16_384
"""Texts that are remembered at a time, so that no run of files fills the memory."""
_INVISIBLE = dict.fromkeys((0x200B, 0x2060, 0xFEFF), " ")
_WORD = re.compile(r"[^\W_]+|[#№]")
_NUMBERED = re.compile(
    r"^\s*(?:[A-Za-zА-Яа-я]{1,4}[-.]?)?(\d{1,3}(?:\.\d{1,3})*)\s*(?:[.):\-–—]|\s|$)\s*(.*)$", re.DOTALL
)
_LONGEST_PREFIX = 5
"""Characters of it with the dash or point behind."""
_NUMBER = re.compile(r"^[-+]?[\d\s.,:%€$£/]*\d[\d\s.,:%€$£/]*[hd]?$")
_WHOLE = 3
"""Characters of the longest stem that must be a whole word."""
_CODE = re.compile(r"^(?:[A-Za-zА-Яа-я]{0,4}[-_.]?\d+(?:[-_.]\d+)*[a-z]?[.)]?|[A-Z])$")


@lru_cache(maxsize=REMEMBERED)
def tidy(text: str) -> str:
    """One line, with single ordinary spaces: how names are kept."""
    return " ".join((text if text.isascii() else text.translate(_INVISIBLE)).split())


@lru_cache(maxsize=REMEMBERED)
def fold(text: str) -> str:
    """Lower case, without accents, single spaces: for looking words up, never for showing."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return tidy("".join(char for char in decomposed if not unicodedata.combining(char)))


@lru_cache(maxsize=REMEMBERED)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(_WORD.findall(text.lower() if text.isascii() else fold(text)))


class Stems(dict[str, bool]):
    """Beginnings of folded words; one of up to three letters stands for itself alone.

    `stems[text]` says whether any word of the text begins with one of them, and remembers the answer.
    """

    def __init__(self, *texts: str) -> None:
        super().__init__()
        stems = " ".join(texts).split()
        self.text = " ".join(stems)
        self._whole = frozenset(stem for stem in stems if len(stem) <= _WHOLE)
        self._beginnings = tuple(stem for stem in stems if len(stem) > _WHOLE)

    def __missing__(self, text: str) -> bool:
        said = words(text)
        found = not self._whole.isdisjoint(said) or any(map(str.startswith, said, repeat(self._beginnings)))
        if len(self) < REMEMBERED:
            self[text] = found
        return found

    def in_any(self, texts: Sequence[str]) -> bool:
        """Whether any of many texts has such a word: that none does, one look at all of them mostly tells."""
        plain = "\n".join(filter(str.isascii, texts)).lower()
        if any(map(plain.__contains__, self.text.split())):
            return any(map(self.__getitem__, texts))
        return any(self[text] for text in texts if not text.isascii())


def starts_like(text: str, *stems: Stems) -> bool:
    """Whether any word of the text begins with one of the stems."""
    for each in stems:  # noqa: SIM110 - any() takes three times as long, and this is asked all the time
        if each[text]:
            return True
    return False


def is_number(text: str) -> bool:
    """Digits with what belongs to numbers, times and amounts; no words."""
    return not text[:1].isalpha() and bool(_NUMBER.match(text))


@lru_cache(maxsize=REMEMBERED)
def is_code(text: str) -> bool:
    """A running number or short code (`7`, `1.2.3`, `T-04`, `2a`), not a name."""
    return bool(_CODE.match(text)) or is_number(text)


@lru_cache(maxsize=REMEMBERED)
def number_of(text: str) -> tuple[int, ...]:
    """The outline number a text starts with: `1.2 Plan` gives (1, 2); empty when there is none."""
    match = None if text[:_LONGEST_PREFIX].isalpha() else _NUMBERED.match(text)  # most texts are told by that
    return tuple(int(part) for part in match.group(1).split(".")) if match else ()
