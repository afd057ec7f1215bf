"""What names give away: equal ones, almost equal ones, placeholders, and words that name nobody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

_SEPARATORS = re.compile(
    r"""[\s.,;:!?'"`*()\[\]{}/\\|_\u00ab\u00b4\u00b7\u00bb\u2010-\u2015\u2018-\u201f\u2022\u2026-]+"""
)

_WORD_LENGTHS = range(5, 33)
_MOST_WORDS = 15

_BRACKETED = re.compile(r"\[[^\[\]]+\]|<[^<>]+>|\{\{?[^{}]+\}?\}")
_LEFT_OPEN = re.compile(
    r"\[(?:define|insert|enter|add|your|tb[acd])\b[^\[\]]*\]|\[[^\[\]]*\b(?:name|here)\]", re.IGNORECASE
)
_MARKER = re.compile(r"\b(?:TBD|TBA|TBC|TODO|XXX+)\b")
_DOTS = re.compile(r"[?._…]+|x{3,}", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:role|person|name|activity|task) (?:\d+|[a-z])")
_UNWRITTEN = frozenset(
    {
        *("tbd", "tba", "tbc", "to be defined", "to be determined", "to be decided", "to be confirmed", "to be added"),
        *("name", "role", "role name", "name or role", "role or name", "name role", "role title", "your name"),
        *("activity", "activity name", "task", "task name", "insert name", "enter name", "insert role", "lorem ipsum"),
        *("à définir", "zu definieren", "noch offen", "por definir", "a definir", "da definire", "nader te bepalen"),
    }
)

_GENERIC = frozenset(
    {
        *("team", "the team", "teams", "whole team", "entire team", "all teams", "everyone", "everybody", "anyone"),
        *("anybody", "all", "all staff", "all roles", "all employees", "management", "the management", "staff"),
        *("employees", "people", "personnel", "others", "other", "various", "several", "stakeholders", "department"),
        *("all stakeholders", "company", "organisation", "organization", "members", "team members", "workforce"),
        *("équipe", "l équipe", "toute l équipe", "tous", "toutes", "tout le monde", "personnel", "autres", "divers"),
        *("alle", "das team", "jeder", "mitarbeiter", "mitarbeitende", "belegschaft", "personal", "andere", "diverse"),
        *("equipo", "todo el equipo", "todos", "todas", "dirección", "empleados", "otros", "varios"),
        *("equipe", "equipa", "toda a equipe", "gestão", "funcionários", "outros", "vários"),
        *("tutti", "squadra", "il team", "personale", "dipendenti", "altri", "iedereen", "allen", "personeel"),
        *("команда", "вся команда", "все", "руководство", "сотрудники", "персонал", "усі", "всі", "керівництво"),  # noqa: RUF001 - these words are Cyrillic
        *("tim", "svi", "тим", "сви", "zespół", "wszyscy", "semua", "manajemen", "seluruh tim"),
    }
)

_REMEMBERED, _LISTS_REMEMBERED = 16_384, 256
"""Names that are remembered, and lists of names: the copies in a folder repeat them."""


@lru_cache(maxsize=_REMEMBERED)
def folded(name: str) -> str:
    """A name without regard to case, white space and punctuation. Two that fold alike are the same name.

    Signs that carry meaning stay: `C#`, `C++`, `> 5 days`.
    """
    if name.isascii() and name.replace(" ", "").isalnum():  # as most names, and told in a third of the time
        return " ".join(name.lower().split())
    text = _SEPARATORS.sub(" ", unicodedata.normalize("NFKC", name).casefold()).strip()
    return text or name.strip()


@lru_cache(maxsize=_REMEMBERED)
def is_placeholder(name: str) -> bool:
    """Whether a text is, or still holds, what a template's author left to be filled in."""
    text = name.strip()
    return bool(
        _BRACKETED.fullmatch(text)
        or _LEFT_OPEN.search(text)
        or _MARKER.search(text)
        or _DOTS.fullmatch(text)
        or folded(text) in _UNWRITTEN
        or _NUMBERED.fullmatch(folded(text))
    )


def is_generic(name: str) -> bool:
    """Whether a heading, as a whole, is a word that names nobody in particular."""
    return folded(name) in _GENERIC


def known_names(names: Iterable[str]) -> tuple[str, ...]:
    """Each name folded; the empty string for those that are still placeholders."""
    return tuple("" if is_placeholder(name) else folded(name) for name in names)


def repeats(keys: Iterable[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """(first, later) positions of equal keys, a folded name last; placeholders are never equal."""
    seen: dict[tuple[str, ...], int] = {}
    for position, key in enumerate(keys):
        first = seen.setdefault(key, position)
        if first != position and key[-1]:
            yield first, position


def near_repeats(names: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """(earlier, later) positions of folded names that differ by one edit inside a word of at least five letters.

    An edit is one letter more, one letter fewer, another letter, or two neighbours swapped; never a digit. Linear
    time: words are compared only where all words around them are equal, and there by the patterns they share, never
    in pairs. Each later name is given once. Words over 32 letters and names over 15 words are left alone.
    """
    positions: dict[str, int] = {}
    for position, name in names:
        positions.setdefault(name, position)
    places = tuple(positions.values())
    for earlier, later in _near_names(tuple(positions)):
        yield places[earlier], places[later]


@lru_cache(maxsize=_LISTS_REMEMBERED)
def _near_names(names: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """(earlier, later) positions among distinct names; remembered, since the copies in a folder share most phases."""
    words_by_context: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for position, name in enumerate(names):
        words = name.split(" ", _MOST_WORDS)
        start = 0
        for word in words if len(words) <= _MOST_WORDS else ():
            end = start + len(word)
            if len(word) in _WORD_LENGTHS and word.isalpha():
                words_by_context.setdefault((name[:start], name[end:]), []).append((word, position))
            start = end + 1
    earliest: dict[int, int] = {}
    for candidates in words_by_context.values():
        for earlier, later in _near_words(candidates) if len(candidates) > 1 else ():
            earliest[later] = min(earlier, earliest.get(later, earlier))
    return tuple((earlier, later) for later, earlier in sorted(earliest.items()))


def _near_words(candidates: Iterable[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    """(earlier, later) positions of words that share a pattern, given in order of position."""
    seen: dict[str, int] = {}
    for word, position in candidates:
        for pattern in _patterns(word):
            first = seen.setdefault(pattern, position)
            if first != position:
                yield first, position


def _patterns(word: str) -> set[str]:
    """Two words share one of these exactly when they are one edit apart."""
    another = {f"{word[:i]}*{word[i + 1 :]}" for i in range(len(word))}
    one_more = {f"{word[:i]}*{word[i:]}" for i in range(len(word) + 1)}
    swapped = {f"{word[:i]}({min(word[i : i + 2])}{max(word[i : i + 2])}){word[i + 2 :]}" for i in range(len(word) - 1)}
    return another | one_more | swapped
