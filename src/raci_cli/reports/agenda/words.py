"""The sentences about an agenda that several output formats share."""

from __future__ import annotations

from collections import Counter

from raci_cli.model.agenda import Agenda, Item
from raci_cli.model.decision import How, Policy, Reason
from raci_cli.rules.wording import counted

_ACTIVITY = ("activity", "activities")


def title(agenda: Agenda) -> str:
    """What the workshop is about."""
    return f"Workshop: {agenda.title.rstrip(' :')}" if agenda.title else "Workshop"


def headline(agenda: Agenda) -> str:
    """The whole agenda in one line: `14 activities to decide in about 56 minutes, 20 to accept, 31 agreed`."""
    if agenda.items:
        to_decide = f"{counted(len(agenda.items), *_ACTIVITY)} to decide in about {agenda.minutes} minutes"
    else:
        to_decide = "Nothing to decide" + " in so little time" * bool(agenda.later)
    parts = [f"{len(agenda.later)} more if time remains"] if agenda.later else []
    parts += [f"{len(agenda.proposals)} to accept"] if agenda.proposals else []
    lone = sum(outcome.how is How.LONE for outcome in agenda.agreed)
    parts += [f"{len(agenda.agreed) - lone} agreed"]
    parts += [f"{lone} by one copy only"] if lone else []
    return ", ".join([to_decide, *parts])


def reasons(agenda: Agenda) -> str:
    """Why activities are on the agenda: `11 about who is Accountable, 2 break a rule.`; empty where none is."""
    scheme = agenda.comparison.scheme
    told = {
        Reason.ACCOUNTABLE: f"about who is {scheme.meaning(scheme.accountable)}",
        Reason.RESPONSIBLE: f"about who is {scheme.meaning(scheme.responsible)}",
        Reason.MINOR: "about other letters only",
        Reason.RULES: "because of a rule",
        Reason.EMPTY: "not filled in by anybody",
    }
    counts = Counter(item.conflict.reason for item in agenda.all_items)
    parts = [f"{counts[reason]} {text}" for reason, text in told.items() if counts[reason]]
    return f"{', '.join(parts)}." if parts else ""


def beside_merge(agenda: Agenda) -> str:
    """How this goes with what a merge leaves open; empty where it is the same without a word."""
    merge = "raci merge --strict" if agenda.strict else "raci merge"
    if agenda.threshold:
        return f"These are the activities that {merge} --threshold {agenda.threshold} leaves open."
    if not agenda.outvoted:
        return ""
    left, usual = len(agenda.all_items) - agenda.outvoted, Policy().threshold
    enough = f"enough votes ({usual} %) say the same"
    enough += ", or only some changed the base" if agenda.comparison.base else ""
    if not left:
        return f"{merge} by itself settles all of these, because {enough}."
    return (
        f"{merge} by itself leaves {left} of these open: on the others {enough}. "
        f"--threshold {usual} takes up only what it leaves open."
    )


def place(agenda: Agenda, item: Item) -> str:
    """The phase and section of an item."""
    activity = agenda.row(item).activity
    return " / ".join(filter(None, [activity.place, activity.section]))
