"""What the sheets of a workshop say in words."""

from __future__ import annotations

from raci_cli.model import Scheme
from raci_cli.model.comparison import Comparison, RowComparison
from raci_cli.workbook import form

ZOOM = 130
"""Percent: to be read from the back of a room, and an agenda fits into 1920 pixels."""


def owners_first(scheme: Scheme) -> str:
    """The letters, A and R before those that follow from them."""
    return "".join(dict.fromkeys(scheme.accountable + scheme.responsible + scheme.alphabet))


def names(comparison: Comparison, roles: tuple[int, ...]) -> str:
    """Roles, as a cell holds several."""
    return form.BETWEEN_ROLES.join(comparison.roles[role].label for role in roles)


def owners(comparison: Comparison, roles: tuple[int, ...]) -> str:
    """The same where somebody should be named."""
    return names(comparison, roles) or form.NOBODY


def place(row: RowComparison) -> str:
    """The phase and section of an activity."""
    return " / ".join(filter(None, [row.activity.place, row.activity.section]))
