"""What the names of roles and activities say about whether two of them mean the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection
from functools import cache, lru_cache
from itertools import chain

from raci_cli.rules.names import folded

_OUTLINE_NUMBER = re.compile(
    r"""\s*(?:
        (?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3})+[.):]?(?:\s*[-\u2013\u2014])?\s+
      | [A-Z]\.\d{1,3}[.):]?\s+
      | \d{1,3}(?:[.):\u3001]\s*(?!\d)|\s+[-\u2013\u2014]\s+)
      | [(\uff08](?:\d{1,3}|[A-Za-z])[)\uff09]\s*
      | [A-Za-z]\)\s+
      )(?=\S)""",
    re.VERBOSE,
)
"""`1.2 `, `A.1 `, `3.`, `4)`, `(4)`, `a) `, `5 - `; not the number of `30-day check`, which carries meaning."""
_WITH_BRACKET = re.compile(r"(.*\S)\s*\(\s*([^()]*[^()\s])\s*\)\s*")
_SHORT = re.compile(r"[^\W\d_]{2,8}")
_DIGIT = re.compile(r"\d")
_SHORTEST_WORD = 5
_REMEMBERED = 16_384
"""Names: each step asks for the same again."""
LINKING = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with"})
"""Words that say little about what a name means."""
_SIGNS = {"&", "+"}
_AND = _SIGNS | {"and", "und", "et", "e", "y", "en", "og", "och", "и", "та"}
"""What stands between two words that belong together."""
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "æ": "ae", "ø": "oe", "œ": "oe"})
_ACCENT = 200
"""The combining class from which on a mark is an accent; those below tell letters apart, as in Japanese."""


@lru_cache(maxsize=_REMEMBERED)
def bare(name: str) -> str:
    """The folded name without its outline number."""
    number = _OUTLINE_NUMBER.match(name)
    return folded(name[number.end() :] if number else name)


def squeezed(name: str) -> str:
    """The bare name without spaces: names that differ in numbering, case, spaces, hyphens and punctuation are equal."""
    return bare(name).replace(" ", "").replace("\xad", "")


def spelt_differently(names: Collection[str]) -> bool:
    """Whether distinct names differ in more than numbering, case, spaces and punctuation."""
    return len(names) > 1 and len(set(map(squeezed, names))) > 1


def short_forms(name: str) -> tuple[str, ...]:
    """What a name with its own short form is called: `Account Executive (AE)` gives `accountexecutive` and `ae`.

    So does `AE (Account Executive)`. Letters are a short form only if they begin words of the name, in order and from
    the first one on.
    """
    match = _WITH_BRACKET.fullmatch(name)
    for full, short in ((match[1], match[2]), (match[2], match[1])) if match else ():
        known, letters = bare(full), short.casefold()
        initials = iter([word[0] for word in known.split()[1:]])
        if _SHORT.fullmatch(short) and known[:1] == letters[0] and all(each in initials for each in letters[1:]):
            return squeezed(full), letters
    return ()


def numbers(name: str) -> tuple[str, ...]:
    """The words with digits in a bare name, sorted. Names that differ in these never mean the same."""
    return tuple(sorted(word for word in bare(name).split() if _DIGIT.search(word)))


def misspelt(names: Collection[str]) -> Callable[[str, str], bool]:
    """A test for two bare names: whether they differ in nothing but the spelling of words.

    `names` are all names there are. Two words that both occur in more than one of them are two words, however
    much they look alike: `contact` and `contract`.
    """

    @cache
    def occurrences() -> Counter[str]:
        return Counter(chain.from_iterable(set(name.split()) for name in set(map(bare, names))))

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

    if other in _plurals(one) or one in _plurals(other):
        return True
    if min(len(one), len(other)) < _SHORTEST_WORD or any(each.lower() == each.upper() for each in one + other):
        return False
    alike = one[:2] == other[:2] or sorted(one[:3]) == sorted(other[:3])
    return alike and one[-1] == other[-1] and OSA.distance(one, other, score_cutoff=1) <= 1


def _plurals(word: str) -> tuple[str, ...]:
    return f"{word}s", f"{word}es", f"{word.removesuffix('y')}ies" if word.endswith("y") else ""
