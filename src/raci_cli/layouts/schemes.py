"""Which scheme the letters of a sheet belong to: its legend says, or the letters themselves do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from raci_cli.layouts.legend import Legend, redefined
from raci_cli.layouts.texts import Stems, starts_like, words
from raci_cli.layouts.vocabulary import ACCOUNTABLE, CONSULTED, DOES_THE_WORK, INFORMED, RESPONSIBLE
from raci_cli.model import Scheme
from raci_cli.model.schemes import RACI, SCHEMES

_KNOWN = 0.6
"""Share of the letters on the sheet that a legend must explain to count as this sheet's legend."""

_STRAYS = 0.05
"""Share of the letters that may be of no scheme: a word that happens to be made of letters."""


_WITHOUT_R = tuple(scheme for scheme in SCHEMES.values() if "R" not in scheme.alphabet)


def choose(
    used: Counter[str], legend: Legend, own: Sequence[Scheme] = (), heading: str = "", *, certain: bool = False
) -> tuple[Scheme, str]:
    """The scheme for the letters `used` on a sheet (letter -> how often), and why.

    The heading over the activities may name one (`Activity (DARSCI)`, as raci writes), else the legend says, else the
    letters do: with little evidence only when it is `certain` that they are responsibilities.
    """
    total = sum(used.values())
    known = [*own, *SCHEMES.values()] if "(" in heading else []
    named = [scheme for scheme in known if f"({scheme.name})" in heading.casefold()]
    if named and set(used) <= set(named[0].alphabet):
        return named[0], "The heading over the activities says so."
    explained = sum(count for letter, count in used.items() if letter in legend.letters)
    if legend.letters and explained >= _KNOWN * total and not _is_of_another(used, legend):
        meant = (letter for letter, count in used.items() if letter in legend.letters or count > _STRAYS * total)
        return _by_legend(frozenset(meant), legend, tuple(own))
    return _by_letters(used, [*own, *SCHEMES.values()], certain=certain)


def _is_of_another(used: Counter[str], legend: Legend) -> bool:
    """Whether a legend is that of another table: nobody is R here, a letter that it lacks takes its place."""
    foreign = any(letter not in legend.letters for letter in used)
    return foreign and "R" in legend.letters and not used["R"] and any(set(used) <= set(s.alphabet) for s in _WITHOUT_R)


def _by_letters(used: Counter[str], known: Sequence[Scheme], *, certain: bool) -> tuple[Scheme, str]:
    """RACI if it has all letters, else the smallest scheme that has most of them."""
    schemes = [scheme for scheme in known if certain or _is_backed(scheme, used)]
    if set(used) <= set(RACI.alphabet):
        return RACI, "The letters are those of RACI." if used else "No letters yet: taken for RACI."
    best = max(schemes, key=lambda s: (sum(used[letter] for letter in s.alphabet), -len(s.alphabet)))
    return best, f"The letters {', '.join(sorted(used))} fit {best.name} best."


def _is_backed(scheme: Scheme, used: Counter[str]) -> bool:
    """Whether enough different letters speak for a scheme: one letter of it alone (an O, a D) is no evidence."""
    return len(scheme.letters) <= len(RACI.letters) or sum(letter in used for letter in scheme.alphabet) > 2


@lru_cache(maxsize=64)
def _by_legend(used: frozenset[str], legend: Legend, own: tuple[Scheme, ...]) -> tuple[Scheme, str]:
    why = f"The legend ({legend.place}) explains {', '.join(legend.letters)}."
    meanings = dict(legend.meanings)
    strange = redefined(meanings)
    needed = used | set(legend.letters)
    if not strange:
        fitting = [s for s in (*own, *SCHEMES.values()) if needed <= set(s.alphabet) and _agrees(s, meanings)]
        if fitting:
            return min(fitting, key=lambda s: len(s.alphabet)), why
    return _own_scheme(legend, strange), why


def _agrees(scheme: Scheme, meanings: dict[str, str]) -> bool:
    """Whether no letter that is known to differ between schemes is explained differently (D, S, P, O, V)."""
    known = dict(scheme.letters)
    special = [letter for letter in meanings if letter in "DSPOV" and letter in known]
    return all(meanings[letter][:2].casefold() == known[letter][:2].casefold() for letter in special)


def _own_scheme(legend: Legend, strange: str) -> Scheme:
    """A scheme of the sheet's own, with the parts its letters plainly play."""
    letters = tuple((letter, _short(meaning)) for letter, meaning in legend.meanings)
    parts = {"consulted": _part(legend, "C", CONSULTED), "informed": _part(legend, "I", INFORMED)}
    does = _part(legend, "R", DOES_THE_WORK) or _part(legend, "", RESPONSIBLE)
    answers = _part(legend, "A", ACCOUNTABLE, but=does)
    parts |= {"responsible": "" if does in strange else does, "accountable": "" if answers in strange else answers}
    return Scheme("legend", letters, **parts, note=_note(letters, strange, parts))


def _part(legend: Legend, usual: str, stems: Stems, but: str = "") -> str:
    """The letter that plays a part: the usual one if the legend has it, else the one that means it."""
    if usual and usual in legend.letters:
        return usual
    matching = (letter for letter, meaning in legend.meanings if starts_like(" ".join(words(meaning)[:2]), stems))
    return next((letter for letter in matching if letter != but), "")


def _note(letters: Sequence[tuple[str, str]], strange: str, parts: dict[str, str]) -> str:
    meanings = dict(letters)
    if strange:
        said = " and ".join(f"{letter} means {meanings[letter]!r}" for letter in strange)
        return (
            f"The legend says that {said}: the rules about {'it' if len(strange) == 1 else 'them'} do not apply here."
        )
    missing = [part for part in ("accountable", "responsible") if not parts[part]]
    if missing:
        return f"No letter of the legend means {' or '.join(missing)}: the rules about it do not apply here."
    return ""


def _short(meaning: str) -> str:
    """The first words of a legend's sentence."""
    head = meaning
    for end in (" - ", " – ", " — ", ":", "(", ".", ","):
        head = head.split(end)[0]
    return " ".join(head.split()[:4])
