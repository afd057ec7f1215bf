"""What `raci diff` found, for every output format."""

from __future__ import annotations

from typing import NamedTuple

from raci_cli.model.comparison import Comparison
from raci_cli.reports.comparison.changes import changes


class Result(NamedTuple):
    """A comparison and what was asked about it."""

    comparison: Comparison
    everything: bool = False
    """Whether to show what is agreed too, and long lists whole."""
    two_way: bool = False
    """Whether there are two copies and the question is what changed from the first to the second."""

    @property
    def same(self) -> bool:
        """Whether all copies, and the base, have the same roles and activities with the same letters."""
        copies = range(1, len(self.comparison.copies))
        others = (
            ((0, copy) for copy in copies) if self.comparison.base is None else ((None, copy) for copy in (0, *copies))
        )
        return not self.comparison.ranking and all(changes(self.comparison, *pair).nothing for pair in others)
