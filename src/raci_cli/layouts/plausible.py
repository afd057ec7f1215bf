"""Whether the letters of a table are responsibilities, and not grades, attendance, rights or a colour of the day."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from raci_cli.layouts.draft import Draft
from raci_cli.layouts.letters import Alphabet, parse
from raci_cli.layouts.texts import fold, is_number, starts_like
from raci_cli.layouts.transposed import sounds_like_a_role
from raci_cli.layouts.vocabulary import ACTIVITY, DAYS, HEALTH, LETTERS_HEADING, SIDE
from raci_cli.model import Scheme

_LEAST_LETTERS = 3
_MOST_FOREIGN, _MOST_BESIDE_BOTH = 0.3, 0.45
"""Share of the cells under roles that may hold something else than letters; more where both R and A stand."""
_MOST_UNEXPLAINED = 0.1
"""Share of the cells that may hold a letter of no scheme."""
_SHORTEST_ROLE = 2
_PAIR = 2
"""Two different letters are soon found."""

Readings = Counter[str]
"""The letters of cells, sorted (empty for an explicit nothing), and how many cells hold them."""


def readings(draft: Draft, alphabet: Alphabet) -> Readings:
    """The cells of a draft as letters; those that hold anything else are left out."""
    found: Readings = Counter()
    for text, count in draft.cells.texts.items():
        reading = parse(text, alphabet)
        if reading:
            found["".join(sorted(reading.letters))] += count
    return found


def used_letters(found: Readings) -> Counter[str]:
    """Each letter, and how many cells hold it."""
    used: Counter[str] = Counter()
    for letters, count in found.items():
        used.update(dict.fromkeys(letters, count))
    return used


def are_responsibilities(draft: Draft, found: Readings, alphabet: Alphabet, scheme: Scheme) -> bool:
    """Enough letters, nearly all of one scheme, not all the same, beside named activities; somebody does the work."""
    used = used_letters(found)
    total = used.total()
    if total < (1 if draft.layout == "names" else _LEAST_LETTERS) or _are_foreign(draft, found, alphabet):
        return False
    if sum(bool(activity.name) for activity in draft.activities) * 2 < len(draft.activities):
        return False
    fitting = sum(used[letter] for letter in scheme.alphabet)
    if fitting * 5 < total * 4 or not (
        used[scheme.responsible] or scheme.name == "legend" or _does_nobody(draft, used)
    ):
        return False
    return len(found) > 1 or set(used) == {"R", "A"}


def _does_nobody(draft: Draft, used: Counter[str]) -> bool:
    """Whether a small table names who answers, is asked and is told, and nobody who does the work."""
    return draft.layout == "grid" and set(used) == set("ACI") and starts_like(draft.corner, ACTIVITY)


def is_doubtful(draft: Draft, found: Readings, alphabet: Alphabet) -> bool:
    """Whether the file should say that it is about responsibilities: other tables look like this one, too."""
    used = set[str]().union(*found)
    if are_rights(found) or (used <= set("RCI") and not _has_roles(draft)):
        return True
    if _are_no_roles([role.name for role in draft.roles]):
        return True
    if draft.layout == "transposed" and _are_no_roles([activity.name for activity in draft.activities]):
        return True
    if used <= {"R", "A"} and (_are_colours(draft) or not _is_mostly_answered(draft, alphabet)):
        return True
    if len(draft.roles) == 1:
        return not _is_one_role(draft, used)
    return draft.layout == "grid" and not _is_told(draft) and not _is_telling(draft, used, alphabet)


def _is_told(draft: Draft) -> bool:
    """Whether the headings are words for activities or roles."""
    return starts_like(draft.corner, ACTIVITY) or _has_roles(draft)


def _has_roles(draft: Draft) -> bool:
    return any(sounds_like_a_role(role.name) for role in draft.roles)


def _is_telling(draft: Draft, used: set[str], alphabet: Alphabet) -> bool:
    """Whether the letters alone say enough: R and A with one more of RACI, and no code of a column's own."""
    columns: dict[int, set[str]] = {}
    for role, text, _, _ in chain.from_iterable(draft.cells):
        reading = parse(text, alphabet)
        columns.setdefault(role, set()).update(reading.letters if reading else "")
    shared = Counter(letter for letters in columns.values() for letter in letters)
    return {"R", "A"} <= used and len(used & set("RACI")) > _PAIR and max(shared.values()) > 1


def _is_mostly_answered(draft: Draft, alphabet: Alphabet) -> bool:
    """Whether at least every other activity has an A: among rights, `A` is for the administrator."""
    readings_of = ([parse(cell.letters, alphabet) for cell in own] for own in draft.cells)
    answered = sum(any(reading and "A" in reading.letters for reading in own) for own in readings_of)
    return answered * 2 >= len(draft.activities)


def are_rights(found: Readings) -> bool:
    """Nothing but R and C: read and create, rather, unless the file says otherwise and holds no better matrix."""
    return set[str]().union(*found) <= {"R", "C"}


def _is_one_role(draft: Draft, used: set[str]) -> bool:
    """Whether a single column of letters is headed by a role, beside activities that are headed as such."""
    headed = starts_like(draft.corner, ACTIVITY) and not starts_like(draft.roles[0].name, SIDE, LETTERS_HEADING)
    return headed and {"R", "A"} <= used <= set("RACI")


def _are_colours(draft: Draft) -> bool:
    """Whether R and A may be red and amber: columns are headed by what is going well or not, and none by a role."""
    return any(starts_like(role.name, HEALTH, SIDE) for role in draft.roles) and not _has_roles(draft)


def _are_no_roles(headings: list[str]) -> bool:
    return sum(map(_is_no_role, headings)) * 2 > len(headings)


def _is_no_role(name: str) -> bool:
    """Numbers, dates, days, single letters: so are other tables headed."""
    return len(name) < _SHORTEST_ROLE or is_number(name) or fold(name).rstrip(".") in DAYS


def _are_foreign(draft: Draft, found: Readings, alphabet: Alphabet) -> bool:
    """Whether too many cells hold neither letters nor explicitly nothing, or letters that nothing explains."""
    said = draft.cells.texts
    cells = max(1, said.total())
    both = all(any(letter in letters for letters in found) for letter in "RA")
    if 1 - found.total() / cells > (_MOST_BESIDE_BOTH if both else _MOST_FOREIGN):
        return True
    other = sum(n for text, n in said.items() if len(text) == 1 and text.isalpha() and not parse(text, alphabet))
    return draft.layout == "grid" and other > _MOST_UNEXPLAINED * cells
