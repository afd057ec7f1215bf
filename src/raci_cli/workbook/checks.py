"""The check of an activity and the counts, each twice: as a formula that lives in the sheet, and as its value now.

All formulas together use COUNTIF, COUNTA, SUMPRODUCT, IF, AND, CHOOSE, MIN, MID and text joined with &: what Excel,
LibreOffice and Google Sheets all have and calculate alike. COUNTIF heeds no case, so that `ar` counts as A and R.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import translate
from functools import lru_cache
from re import IGNORECASE, Pattern
from re import compile as regex

from raci_cli.model import Scheme

IN_ORDER, NOT_FILLED_IN = "ok", "not filled in"
"""What the check says of an activity without a fault, and of one without letters."""


def check_formula(cells: str, scheme: Scheme) -> str:
    """The check of one activity, given the range of its letters."""
    tests, faults = [], []
    if scheme.accountable:
        holders = letters_formula(cells, scheme.accountable, scheme)
        tests.append(f"{holders}=1")
        name = literal(f" {scheme.accountable}")
        faults.append(f'CHOOSE(1+MIN(2,{holders}),", no"&{name},"",", "&({holders})&{name})')
    if scheme.responsible:
        holders = letters_formula(cells, scheme.responsible, scheme)
        tests.append(f"{holders}>0")
        faults.append(f'IF({holders}>0,"",{literal(f", no {scheme.responsible}")})')
    filled = f'IF(AND({",".join(tests)}),"{IN_ORDER}",MID({"&".join(faults)},3,40))' if tests else f'"{IN_ORDER}"'
    return f'=IF(COUNTA({cells})=0,"{NOT_FILLED_IN}",{filled})'


class Checker:
    """Works out what the formulas of one scheme give; each different text is looked at once."""

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
        """The letters that COUNTIF finds in a cell."""
        if text not in self._known:
            self._known[text] = frozenset(filter(lambda letter: self._holds(text, letter), self._scheme.alphabet))
        return self._known[text]

    def _holds(self, text: str, letter: str) -> bool:
        own, not_own = letters_patterns(letter, self._scheme)
        return matching([text], own) > (matching([text], not_own) if not_own else 0)


def letters_formula(cells: str, letter: str, scheme: Scheme) -> str:
    """How many of the cells hold a letter, alone or with others."""
    own, not_own = letters_patterns(letter, scheme)
    without = f"-COUNTIF({cells},{literal(not_own)})" if not_own else ""
    return f"COUNTIF({cells},{literal(own)}){without}"


def letters_patterns(letter: str, scheme: Scheme) -> tuple[str, str]:
    """Which cells hold the letter, and which of these only say "nothing" with a word that has it (`n/a`).

    Words for nothing are all that begins with `n` in such a cell, unless the scheme has a letter N.
    """
    sign = escaped(letter)
    return f"*{sign}*", "" if "N" in scheme.alphabet.upper() else f"n*{sign}*"


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
