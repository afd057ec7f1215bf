"""What a benchmark yields: a number of ours beside one to compare it with, and the limit for their ratio."""

from __future__ import annotations

from typing import NamedTuple


class Ratio(NamedTuple):
    """One line of the table."""

    what: str
    ours: float
    against: str
    theirs: float
    limit: float
    """The ratio may be at most this; at least this where `higher_is_better`."""
    unit: str = "ms"
    higher_is_better: bool = False

    @property
    def value(self) -> float:
        """Ours over theirs."""
        return self.ours / self.theirs

    @property
    def kept(self) -> bool:
        """Whether the limit is kept."""
        return self.value >= self.limit if self.higher_is_better else self.value <= self.limit
