"""What `raci diff` found, for every output format."""

from __future__ import annotations

from typing import NamedTuple

from raci_cli.compare import Claim, Rounds, changes
from raci_cli.model.comparison import Comparison

_MOST = 8


class Result(NamedTuple):
    """A comparison and what was asked about it."""

    comparison: Comparison
    """Where there are two rounds, of the second."""
    claims: tuple[Claim, ...] = ()
    rounds: Rounds | None = None
    everything: bool = False
    """Whether to show what is agreed too, and long lists whole."""
    workshop: str = ""
    """The command that goes on from here, where anything is in dispute."""

    @property
    def most(self) -> int | None:
        """How many items of a list that is not the main thing are shown; None for all."""
        return None if self.everything else _MOST

    @property
    def two_way(self) -> bool:
        """Whether the question is what changed from one copy to another."""
        return len(self.comparison.copies) == 2 and self.comparison.base is None and self.rounds is None

    @property
    def same(self) -> bool:
        """Whether all copies, and the base, have the same roles and activities with the same letters."""
        comparison = self.comparison
        first = 0 if comparison.base is None else None
        later = range(first is not None, len(comparison.copies))
        return not comparison.ranking and not any(changes(comparison, copy, first) for copy in later)
