"""Letters and leaders of a merge as texts of its sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from raci_cli.model.comparison import Comparison, Letters, RowComparison
from raci_cli.workbook.merged.table import Column
from raci_cli.workbook.sizes import TURNED_FROM, heading_height, role_width


def role_columns(comparison: Comparison) -> list[Column]:
    """A column for each role, headed by its label."""
    labels = [role.label for role in comparison.roles]
    width = role_width(labels)
    turned = "turned role in no group" if len(labels) >= TURNED_FROM else "role in no group"
    return [Column(label, width, "table letter", turned) for label in labels]


def roles_height(columns: Sequence[Column]) -> float:
    """Of the row with the headings of roles."""
    return heading_height([column.heading for column in columns], columns[0].width) if columns else 20.0


def by_role(comparison: Comparison, letters: Letters) -> list[str]:
    """What each role holds, `R/A`."""
    held = dict(letters)
    return ["/".join(held.get(role, "")) for role in range(len(comparison.roles))]


def holders(comparison: Comparison, letters: Letters, letter: str) -> str:
    """The roles that hold a letter."""
    return ", ".join(comparison.roles[role].label for role, held in letters if letter in held)


def silent(comparison: Comparison, row: RowComparison) -> list[str]:
    """The copies without a vote on a row, told apart: `left blank: Ann` and `no such activity: Ben`."""
    reasons = (("left blank", row.blank), ("no such activity", row.activity.missing))
    return [f"{reason}: {leaders(comparison, copies)}" for reason, copies in reasons if copies]


def leaders(comparison: Comparison, copies: Iterable[int]) -> str:
    """Who filled in some copies."""
    return ", ".join(comparison.leaders[copy] for copy in copies)
