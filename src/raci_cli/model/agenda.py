"""What a workshop takes up, in which order and for how long: frozen values."""

from __future__ import annotations

from typing import NamedTuple

from raci_cli.model.comparison import Comparison, RowComparison
from raci_cli.model.decision import Conflict, Outcome


class Item(NamedTuple):
    """One activity that the leaders have to decide about together."""

    conflict: Conflict
    """What is open about it, and the answers that leaders give."""
    note: str
    """Why it is on the agenda, and why it matters, in sentences."""
    silence: str
    """Which copies say nothing about it, or cannot because they lack the activity or a role; empty where none."""
    minutes: int
    """Suggested."""
    total: int
    """Minutes from the beginning of the workshop to the end of this item."""


class Proposal(NamedTuple):
    """An activity whose owners everybody agrees about, with what its other letters should be."""

    outcome: Outcome
    fingerprint: str
    """Of the votes, for the decision."""


class Agenda(NamedTuple):
    """What copies leave open, the weightiest first."""

    comparison: Comparison
    title: str
    """Of the matrix; may be empty."""
    items: tuple[Item, ...]
    """What the workshop is for."""
    later: tuple[Item, ...]
    """What there is no time for; to be taken up if some remains."""
    proposals: tuple[Proposal, ...]
    """What people can accept without discussion."""
    agreed: tuple[Outcome, ...]
    """What needs no discussion at all."""
    threshold: int | None = None
    """Percent of the votes that took a dispute off the agenda; None where every dispute is on it."""
    strict: bool = False
    """Whether what differs in C and I only is on it, too."""
    outvoted: int = 0
    """Items that a merge would settle by itself, because enough votes name the same owners."""

    @property
    def all_items(self) -> tuple[Item, ...]:
        """What is to be decided, whether there is time for it or not."""
        return self.items + self.later

    @property
    def minutes(self) -> int:
        """How long the workshop should take, without what comes if time remains."""
        return self.items[-1].total if self.items else 0

    def row(self, item: Item) -> RowComparison:
        """The activity of an item, over all copies."""
        return self.comparison.rows[item.conflict.row]
