"""What `raci diff` found, for every output format."""

from __future__ import annotations

from typing import NamedTuple

from raci_cli.model.comparison import Comparison


class Result(NamedTuple):
    """A comparison and what was asked about it."""

    comparison: Comparison
    everything: bool = False
    """Whether to show what is agreed too, and long lists whole."""
    two_way: bool = False
    """Whether there are two copies and the question is what changed from the first to the second."""
