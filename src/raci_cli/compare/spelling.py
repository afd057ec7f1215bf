"""Names that differ in nothing but how their words are spelt."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Collection
from functools import cache
from itertools import chain

from raci_cli.compare.names import bare

_SIGNS = {"&", "+"}
_AND = _SIGNS | {"and", "und", "et", "e", "y", "en", "og", "och", "и", "та"}
"""What stands between two words that belong together."""
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "æ": "ae", "ø": "oe", "œ": "oe"})
_ACCENT = 200
"""The combining class from which on a mark is an accent; those below tell letters apart, as in Japanese."""
_SHORTEST_WORD = 5
_PLURALS = (("", "s"), ("", "es"), ("y", "ies"))
"""What words end in, and what the same end in for several."""


def misspelt(names: Collection[str]) -> Callable[[str, str], bool]:
    """A test for two bare names: whether they differ in nothing but the spelling of words.

    `names` are all names there are. Two words that both occur in more than one of them are two words, however
    much they look alike: `contact` and `contract`.
    """

    @cache
    def occurrences() -> Counter[str]:
        return Counter(chain.from_iterable(map(set, map(str.split, set(map(bare, names))))))

    def rare_slip(one: str, other: str) -> bool:
        return _one_slip_apart(one, other) and min(occurrences()[one], occurrences()[other]) <= 1

    def same_word(one: str, other: str) -> bool:
        return one == other or _same_but_for_writing(one, other) or rare_slip(one, other)

    def same(one: str, other: str) -> bool:
        words, others = one.split(), other.split()
        return len(words) == len(others) and all(map(same_word, words, others))

    return same


def _same_but_for_writing(one: str, other: str) -> bool:
    """`règle` and `regle`, `prüfen` and `prufen` or `pruefen`, `&` and `and`."""
    if one in _SIGNS or other in _SIGNS:
        return {one, other} <= _AND
    if one.isascii() and other.isascii():
        return False
    return _without_accents(one) == _without_accents(other) or spelt_out(one) == spelt_out(other)


def spelt_out(text: str) -> str:
    """A folded text without umlauts and accents."""
    return text if text.isascii() else _without_accents(text.translate(_SPELT_OUT))


def _without_accents(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if unicodedata.combining(letter) < _ACCENT)


def _one_slip_apart(one: str, other: str) -> bool:
    """A plural, or one letter more, fewer, different or swapped inside the word.

    The first two letters and the kind of ending are kept: `upload` and `unload`, `trainer` and `trainee` differ. Where
    letters have no small and capital form, one of them may be a word of its own.
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only where names differ

    if _is_plural(one, other) or _is_plural(other, one):
        return True
    if min(len(one), len(other)) < _SHORTEST_WORD or any(each.lower() == each.upper() for each in one + other):
        return False
    alike = one[:2] == other[:2] or sorted(one[:3]) == sorted(other[:3])
    return alike and one[-1] == other[-1] and OSA.distance(one, other, score_cutoff=1) <= 1


def _is_plural(word: str, one: str) -> bool:
    return any(one.endswith(end) and word == one.removesuffix(end) + plural for end, plural in _PLURALS)
