"""What the legend tells people, in plain words and for the scheme at hand."""

from __future__ import annotations

from raci_cli.model import NOTHING, Scheme
from raci_cli.workbook.checks import IN_ORDER, NOT_FILLED_IN, UNCLEAR

_BY_PART = {
    "responsible": "The role that does the work itself. One is best; several only if each knows its share.",
    "accountable": "The role that answers for the result and may decide. Exactly one, near the work; never software.",
    "consulted": "A role whose knowledge changes the result. It is asked beforehand, and it answers.",
    "informed": "A role that needs the outcome for its own work. It is told afterwards; nobody waits for it.",
}
_BY_MEANING = {
    "support": "A role that lends hands or tools to the one that does the work.",
    "driver": "The role that keeps the work moving and gathers what a decision needs.",
    "omitted": "A role that people might expect here and that has no part on purpose.",
    "verifier": "A role that checks the result against what was agreed, and did not make it.",
    "signatory": "The role that signs the checked result off, so that it can go out.",
}


_NEW_ROLE = (
    "A new role: copy the counts at the foot of the role beside it. Where it stays yellow, the check does not see it: "
    "move it between two other roles."
)


def parts_of(letter: str, scheme: Scheme) -> list[str]:
    """Which parts of the rules a letter plays."""
    return [part for part in _BY_PART if getattr(scheme, part) == letter]


def candidate(letter: str, scheme: Scheme) -> str:
    """Who is a good candidate for a letter; empty where nothing is known about it."""
    parts = parts_of(letter, scheme)
    if parts:
        return " ".join(_BY_PART[part] for part in parts)
    meaning = scheme.meaning(letter).casefold()
    return next((text for word, text in _BY_MEANING.items() if meaning.startswith(word)), "")


def steps(scheme: Scheme) -> list[str]:
    """The method in five steps."""
    answers, does = scheme.accountable, scheme.responsible
    both = "/".join(scheme.ordered(does + answers)) if answers and does and answers != does else ""
    others = ", ".join(letter for letter in scheme.alphabet if letter not in (answers, does))
    return [
        "Read the activities from top to bottom before you write any letter. Add what is missing, on a new row.",
        f"Decide for each activity which one role answers for the result, and give it the {answers}."
        if answers
        else "Agree on who decides when opinions differ: these letters do not say it.",
        f"Give the {does or 'first letter'} to the role that does the work."
        + (f" If the same role also answers for it, write {both}." if both else ""),
        (f"Add the other letters ({others}) where they change something; fewer is better. " if others else "")
        + f"Write {NOTHING} where a role has no part on purpose, and leave open what you do not know.",
        "Fill in your copy on your own, compare it with those of other leaders, and settle the differences together.",
    ]


def checking(scheme: Scheme) -> list[tuple[str, str]]:
    """What the check column says, and what it means."""
    told = [(IN_ORDER, "The activity is in order."), (NOT_FILLED_IN, "No role has a letter yet.")]
    if scheme.accountable:
        told.append((f"no {scheme.accountable}", "Nobody answers for the result."))
        told.append((f"2 {scheme.accountable}", "Two roles answer for it, and each can wait for the other: keep one."))
    if scheme.responsible:
        told.append((f"no {scheme.responsible}", "Nobody does the work."))
    told += [
        (UNCLEAR, "A red cell holds something else than letters: choose from its list, or leave it empty."),
        ("(yellow row)", "A new activity: copy the check into it, from the next row that has one."),
        ("(yellow role)", _NEW_ROLE),
    ]
    return told
