"""The check of an activity and the counts, each twice: as a formula that lives in the sheet, and as its value now.

All formulas together use COUNTA, COUNTIF, IF, SUBSTITUTE, SUMPRODUCT, TRIM, UPPER and text joined with &: what Excel,
LibreOffice and Google Sheets all have and calculate alike. What a cell says is found out by taking away from it what
may stand there: separators, and each letter once. Only a cell that says nothing else holds letters; `Anna` holds no A.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import translate
from functools import lru_cache
from re import IGNORECASE, Pattern
from re import compile as regex

from raci_cli.model import Scheme

IN_ORDER, NOT_FILLED_IN, UNCLEAR = "ok", "not filled in", "unclear"
"""What the check says of an activity without a fault, of one without letters, and where other texts stand in it."""
_SEPARATORS = " /,;()-"
"""A hyphen alone says that a role has no part; it is taken away like what stands between letters."""
_NO_PART = ("n/a", "none", "na", "n", "nil")
"""Words that say the same; raci understands some more, which are rare."""


def check_formula(cells: str, scheme: Scheme) -> str:
    """The check of one activity, given the range of its letters."""
    faults = f'"{IN_ORDER}"'
    if answers := scheme.accountable:
        counted = f'", "&{letters_formula(cells, answers, scheme)}&{literal(f" {answers}")}'
        one, none = literal(f", 1 {answers}"), literal(f", 0 {answers}")
        faults += f'&SUBSTITUTE(SUBSTITUTE({counted},{one},""),{none},{literal(f", no {answers}")})'
    if does := scheme.responsible:
        faults += f'&IF({letters_formula(cells, does, scheme)}>0,"",{literal(f", no {does}")})'
    rest = _left_formula(cells, scheme.alphabet)
    words = _words_formula(cells, scheme)
    understood = f'SUMPRODUCT((TRIM({cells})<>"")*({rest}=""))+{words}'
    unclear = f'IF(SUMPRODUCT(1*({rest}<>""))>{words},", {UNCLEAR}","")'
    return f'=SUBSTITUTE(IF({understood}=0,"{NOT_FILLED_IN}",{faults})&{unclear},"{IN_ORDER}, ","")'


class Checker:
    """Works out what the formulas of one scheme give for cells that raci has written; each text is looked at once."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._known: dict[str, frozenset[str]] = {}

    def check(self, texts: Sequence[str]) -> str:
        """What the check says, for the texts of the cells of an activity that are not blank."""
        if not texts:
            return NOT_FILLED_IN
        held = [self.letters(text) for text in texts]
        answers, does = self._scheme.accountable, self._scheme.responsible
        faults = []
        if answers and (holders := sum(answers in letters for letters in held)) != 1:
            faults.append(f"{holders or 'no'} {answers}")
        if does and not any(does in letters for letters in held):
            faults.append(f"no {does}")
        return ", ".join(faults) or IN_ORDER

    def letters(self, text: str) -> frozenset[str]:
        """The letters that the formulas find in a cell."""
        if text not in self._known:
            self._known[text] = frozenset(filter(lambda letter: self._holds(text, letter), self._scheme.alphabet))
        return self._known[text]

    def _holds(self, text: str, letter: str) -> bool:
        return _left(text, _others(letter, self._scheme)) == letter.upper()


def letters_formula(cells: str, letter: str, scheme: Scheme) -> str:
    """How many of the cells hold a letter, alone or with others."""
    return f"SUMPRODUCT(1*({held_formula(cells, letter, scheme)}))"


def held_formula(cells: str, letter: str, scheme: Scheme) -> str:
    """Whether a cell holds a letter; for several cells, whether each of them does."""
    return f"{_left_formula(cells, _others(letter, scheme))}={literal(letter.upper())}"


def unclear_formula(cell: str, scheme: Scheme) -> str:
    """Whether a cell holds something that is neither letters nor a word for no part."""
    words = "".join(f",{cell}<>{literal(word)}" for word in _words(scheme))
    return f'AND({_left_formula(cell, scheme.alphabet)}<>""{words})'


def _left_formula(cells: str, letters: str) -> str:
    """What is left of each cell, in capitals, without separators and without one of each of these letters."""
    left = f"UPPER({cells})"
    for sign in _separators(letters):
        left = f'SUBSTITUTE({left},{literal(sign)},"")'
    for letter in letters.upper():
        left = f'SUBSTITUTE({left},{literal(letter)},"",1)'
    return left


def _left(text: str, letters: str) -> str:
    """The same for one text."""
    left = text.upper()
    for sign in _separators(letters):
        left = left.replace(sign, "")
    for letter in letters.upper():
        left = left.replace(letter, "", 1)
    return left


def _separators(letters: str) -> str:
    return "".join(sign for sign in _SEPARATORS if sign not in letters)


def _others(letter: str, scheme: Scheme) -> str:
    return "".join(other for other in scheme.alphabet if other.upper() != letter.upper())


def _words(scheme: Scheme) -> tuple[str, ...]:
    """Words that say "no part" and do not consist of the scheme's letters."""
    return tuple(word for word in _NO_PART if _left(word, scheme.alphabet))


def _words_formula(cells: str, scheme: Scheme) -> str:
    """How many of the cells hold such a word."""
    return f"SUMPRODUCT(COUNTIF({cells},{{{','.join(map(literal, _words(scheme)))}}}))"


def escaped(letter: str) -> str:
    """A letter as it stands in a pattern, where some signs mean more than themselves."""
    return f"~{letter}" if letter in "*?~" else letter


def matching(texts: Iterable[str], pattern: str) -> int:
    """How many texts COUNTIF would count for a pattern with `*` and `?`."""
    test = _pattern(pattern)
    return sum(test.fullmatch(text) is not None for text in texts)


@lru_cache(maxsize=256)
def _pattern(pattern: str) -> Pattern[str]:
    plain = pattern.replace("[", "[[]")
    for sign in "*?~":
        plain = plain.replace(f"~{sign}", f"[{sign}]")
    return regex(translate(plain), IGNORECASE)


def literal(text: str) -> str:
    """A text as it stands in a formula."""
    return '"' + text.replace('"', '""') + '"'
