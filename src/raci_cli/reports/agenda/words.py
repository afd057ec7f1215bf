"""The sentences about an agenda that several output formats share."""

from __future__ import annotations

from raci_cli.model.agenda import Agenda, Item
from raci_cli.model.comparison import Comparison
from raci_cli.model.decision import Option
from raci_cli.reports.comparison.words import role_names
from raci_cli.rules.wording import counted

_ACTIVITY = ("activity", "activities")


def title(agenda: Agenda) -> str:
    """What the workshop is about."""
    return f"Workshop: {agenda.title}" if agenda.title else "Workshop"


def headline(agenda: Agenda) -> str:
    """The whole agenda in one line: `14 activities to decide in about 56 minutes, 20 to accept, 31 agreed`."""
    if not agenda.items and not agenda.later:
        to_decide = "Nothing to decide"
    else:
        to_decide = f"{counted(len(agenda.items), *_ACTIVITY)} to decide in about {agenda.minutes} minutes"
    parts = [f"{len(agenda.later)} more if time remains"] if agenda.later else []
    parts += [f"{len(agenda.proposals)} to accept"] if agenda.proposals else []
    return ", ".join([to_decide, *parts, f"{len(agenda.agreed)} agreed"])


def place(agenda: Agenda, item: Item) -> str:
    """The phase and section of an item."""
    activity = agenda.row(item).activity
    return " / ".join(filter(None, [activity.place, activity.section]))


def answer(comparison: Comparison, option: Option) -> str:
    """One option: `A Trainer, R Developer`."""
    scheme = comparison.scheme
    owners = ((scheme.accountable, option.accountable), (scheme.responsible, option.responsible))
    return ", ".join(f"{letter} {role_names(comparison, roles)}" for letter, roles in owners if letter)
