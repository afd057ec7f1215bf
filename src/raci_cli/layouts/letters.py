"""The text of one cell -> letters. Never gives a letter that is not in the cell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from raci_cli.layouts.texts import REMEMBERED, Stems, fold, tidy
from raci_cli.layouts.vocabulary import NOTHING_MARKS, SHORT_WORDS, WORD_LETTERS

_LOOKALIKES = str.maketrans(
    "АВСЕНІКМОРЅТХаеосріѕхΑΒΕΖΗΙΚΜΝΟΡΤΧⅠⅭⅮ",
    "ABCEHIKMOPSTXaeocpisxABEZHIKMNOPTXICD",
)
_FULL_WIDTH = {0xFF01 + i: chr(0x21 + i) for i in range(94)}
_IN_CIRCLES = {first + i: chr(0x41 + i) for first in (0x24B6, 0x1F130, 0x1F150, 0x1F170) for i in range(26)}
"""Letters in circles and squares, as keyboards for emoji have them."""
_ALIKE = _LOOKALIKES | _FULL_WIDTH | _IN_CIRCLES
_PICTURES = re.compile(r"[\u2139\u2300-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u200d\U0001f000-\U0001faff]+")
"""Emoji and their like; beside letters they are an ornament."""
_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_SWITCH = re.compile(r"--?[a-z]")
"""How options of a command begin."""
_FIRST_WORD = re.compile(r"[A-Za-z]{2,}(?= )")
_OPENING = frozenset("([{")
_EMPHASIS = re.compile(r"[*_`~†‡¹²³⁴⁵⁰'\"“”?!]+")
_SEPARATORS = re.compile(r"[\s/,;+&|\\.\-–—:·•∙‧・、，；／]+")
_AND = frozenset(["and", "et", "und", "y", "e", "и", "en", "og", "och", "ed", "or", "ou", "oder", "o", "та", "і", "&"])
_REMARK = re.compile(
    r"^([^\W\d_](?:\s*[/,;+&]\s*[^\W\d_])*)\s*(?:[*:–—(-][*\s]*\s|=).+$"  # a sign and a remark
    r"|^([^\W\d_])\s+(?:if|when|for|only|si|wenn|falls)\b.*$",  # a condition
    re.DOTALL,
)
_CONDITIONS = (
    "until|from|by|in|on|at|as|where|cuando|para|por|pour|quand|per|se|quando|solo|für|bei|nur|"
    "при|для|если|когда|только"
)
_AMONG_LETTERS = re.compile(
    rf"^([^\W\d_])\s+(?:{_CONDITIONS})\b.*$"
    r"|^([^\W\d_](?:\s*[/,;]\s*[^\W\d_])+)\s+\w.*$"  # several letters and a remark: `A/R shared`
    r"|^([RCС])\s+[^\W\d_A-ZА-Я]\w+$"  # one word more
    r"|^([RACIАСІ])\s?/\s?[^\W\d_A-ZА-Я]{3,}\b.*$"  # a word after a slash: `C/approve`
    r"|^([RACIАСІ](?:\s?/\s?[RACIАСІ])?)\d{1,2}$",  # the number of a footnote
    re.DOTALL,
)
"""What is a remark only where letters stand around it: a role may be called `A/R clerk`, an activity `R training`."""
_SHORTEST_STEM = 5
"""Characters of words that are told by how they begin."""
_COMMON = frozenset("RACI")
_ANY_WORD = Stems(*(stems.text for _, stems in WORD_LETTERS))
"""Most words stand for no letter; this is known after one look instead of one for each letter."""
_LONGEST_RUN = 8
"""Letters side by side in one cell."""
_LONGEST_MARK, _LONGEST_PLAIN, LONGEST_CELL = 20, 40, 400
"""Characters: no mark for nothing is longer, nor are letters without remarks; a novel is no assignment."""


class Reading(NamedTuple):
    """What a cell says."""

    letters: str
    """Distinct letters in the order of the cell; empty for an explicit "no part"."""
    tidy: bool
    """Written as it should be: capital letters, side by side or with a slash or comma between."""
    lookalike: bool = False
    """A letter of another alphabet stood for one of ours."""


class Alphabet(NamedTuple):
    """The letters (capitals) a sheet may use, and words that stand for one of them (folded)."""

    letters: str
    words: tuple[tuple[str, str], ...] = ()
    nothing: frozenset[str] = NOTHING_MARKS

    def word(self, text: str) -> str:
        """The letter a whole word stands for, or the empty string."""
        folded = fold(text)
        for word, letter in self.words:
            if word == folded:
                return letter
        found = SHORT_WORDS.get(folded, "")
        if len(folded) >= _SHORTEST_STEM and _ANY_WORD[folded]:
            found = next((letter for letter, stems in WORD_LETTERS if stems[folded]), "")
        return found if found in self.letters else ""


def is_name(text: str, alphabet: Alphabet) -> bool:
    """Whether the first word of a long tidied text shows that it holds no letters, not even with a remark.

    It does for nearly all texts of a large sheet, at a fifth of what reading them costs; False says nothing.
    """
    first = _FIRST_WORD.match(text) if len(text) > _LONGEST_MARK else None
    return first is not None and not _token_letters(first[0], alphabet, alone=True)


@lru_cache(maxsize=REMEMBERED)
def parse(text: str, alphabet: Alphabet, *, remarks: bool = True) -> Reading | None:
    """The letters of a cell; None when it holds anything else.

    Understands pairs in any order and with any separator (`AR`, `A/R`, `R et A`), brackets around a letter or a
    remark (`R (A)`, `A (Forensics)`), words, lower case, emphasis and footnote marks, and letters of other alphabets
    that look the same. With `remarks`, also a letter followed by a condition (`I * if applicable`).
    """
    plain = tidy(text)
    if len(plain) <= _LONGEST_MARK and fold(plain) in alphabet.nothing:
        return Reading("", tidy=True)
    if _SWITCH.match(plain):
        return None
    if len(plain) > (LONGEST_CELL if "(" in plain or remarks else _LONGEST_PLAIN):
        return None
    swapped = plain if plain.isascii() else _PICTURES.sub(" ", plain.translate(_ALIKE)).strip()
    found = _letters(plain, alphabet) or (_letters(swapped, alphabet) if swapped != plain else "")
    if not found and remarks:
        found = remarked(plain, alphabet) or remarked_among_letters(plain, alphabet)
    if not found:
        return None
    return Reading(found, _is_tidy(plain, found), lookalike=not set(found) <= set(plain.upper()) and swapped != plain)


def _is_tidy(plain: str, found: str) -> bool:
    """Capitals only, each once, with at most a slash, comma or semicolon between."""
    said = [char for char in plain if char not in "/,; "]
    return plain.isupper() and len(said) == len(found) and all(map(str.isalpha, said))


def remarked(text: str, alphabet: Alphabet) -> str:
    """The letters that a condition or remark follows (`I * if applicable`); else the empty string."""
    match = _REMARK.match(text if text.isascii() else text.translate(_ALIKE))
    return _letters(match.group(1) or match.group(2), alphabet) if match else ""


def remarked_among_letters(text: str, alphabet: Alphabet) -> str:
    """The letters of a cell such as `A/R shared`, `R2` or `A para todo`; said of a cell of its own, it is a name."""
    match = _AMONG_LETTERS.match(text)
    return _letters(match[match.lastindex or 0].translate(_ALIKE), alphabet) if match else ""


def _letters(text: str, alphabet: Alphabet) -> str:
    """The letters of a text that holds nothing else, brackets apart; else the empty string."""
    if _OPENING.isdisjoint(text):
        return _plain_letters(text, alphabet)
    bracketed = "".join(_plain_letters(inside, alphabet) for inside in _BRACKETS.findall(text))
    outside = _EMPHASIS.sub("", _BRACKETS.sub(" ", text))
    if not outside.strip(" /,;&+-"):
        return "".join(dict.fromkeys(bracketed))
    letters = _plain_letters(outside, alphabet)
    return "".join(dict.fromkeys(letters + bracketed)) if letters else ""


def _plain_letters(text: str, alphabet: Alphabet) -> str:
    """The letters of a text without brackets, or the empty string when any of it is something else."""
    tokens = [token for token in _SEPARATORS.split(_EMPHASIS.sub("", text)) if token]
    found, letters = "", ""
    for token in tokens:
        letters = _token_letters(token, alphabet, alone=len(tokens) == 1)
        if letters:
            found += letters
        elif token.casefold() not in _AND or not found:
            return ""
    return "".join(dict.fromkeys(found)) if letters and not _stammers(tokens) else ""


def _stammers(tokens: list[str]) -> bool:
    """Whether a word cut short comes twice: then it is a word, and no letter."""
    short = [token.casefold() for token in tokens if len(token) > 1 and token.casefold() in SHORT_WORDS]
    return len(set(short)) < len(short)


@lru_cache(maxsize=REMEMBERED)
def _token_letters(token: str, alphabet: Alphabet, *, alone: bool) -> str:
    """The letters of one token: a letter, a run of capitals, or a word that stands for a letter."""
    upper = token.upper()
    if len(token) == 1:
        known = upper in alphabet.letters and not (token in _AND and not alone)
        return upper if known else ""
    small = alone and len(token) == 2 and (token.islower() or set(upper) <= _COMMON)  # `Do` begins a heading
    short = len(token) <= _LONGEST_RUN and (token == upper or small)
    if short and len(set(upper)) == len(upper) and all(char in alphabet.letters for char in upper):
        return upper
    return alphabet.word(token)
