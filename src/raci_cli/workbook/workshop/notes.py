"""What the sheets of a workshop say in words."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.model import Scheme
from raci_cli.model.agenda import Agenda, Item
from raci_cli.model.comparison import Comparison, RowComparison
from raci_cli.model.decision import Reason
from raci_cli.workbook import form
from raci_cli.workbook.merged.letters import leaders

ZOOM = 130
"""Percent: to be read from the back of a room, and no wider than a small projector."""


def owners_first(scheme: Scheme) -> str:
    """The letters, A and R before those that follow from them."""
    return "".join(dict.fromkeys(scheme.accountable + scheme.responsible + scheme.alphabet))


def names(comparison: Comparison, roles: tuple[int, ...]) -> str:
    """Roles, as a cell holds several."""
    return form.BETWEEN_ROLES.join(comparison.roles[role].label for role in roles)


def place(row: RowComparison) -> str:
    """The phase and section of an activity."""
    return " / ".join(filter(None, [row.activity.place, row.activity.section]))


def silent(comparison: Comparison, row: RowComparison) -> str:
    """The leaders whose copies say nothing about an activity."""
    voted = {vote.copy for vote in row.votes}
    return leaders(comparison, (copy for copy in range(len(comparison.copies)) if copy not in voted))


def note(agenda: Agenda, item: Item) -> str:
    """Where an activity belongs, why it is on the agenda, and why it matters."""
    row = agenda.row(item)
    where = place(row)
    return " ".join([*([f"{where}."] if where else []), *_sentences(agenda, item)])


def _sentences(agenda: Agenda, item: Item) -> Iterator[str]:
    comparison, row = agenda.comparison, agenda.row(item)
    scheme = comparison.scheme
    owner = f"{scheme.meaning(scheme.accountable)} ({scheme.accountable})"
    doer = f"{scheme.meaning(scheme.responsible)} ({scheme.responsible})"
    reasons = {
        Reason.ACCOUNTABLE: f"The leaders name different roles as {owner}.",
        Reason.RESPONSIBLE: f"The leaders name different roles as {doer}.",
    }
    yield reasons.get(item.conflict.reason, item.conflict.explanation)
    if row.moment_of_truth:
        yield f"A moment of truth: {row.moment_of_truth.rstrip('.')}."
    if row.handoff:
        yield "Work changes hands here."
    if row.votes and (quiet := silent(comparison, row)):
        yield f"Not filled in by {quiet}."
