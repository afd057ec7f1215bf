"""What it costs to start raci at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.process import RACI, in_turns, python
from benchmarks.ratio import Ratio

_NOTHING = "python -c pass"


def measure(_folder: Path) -> Iterator[Ratio]:
    """`raci --version` and `raci --help` against a Python that does nothing."""
    usage = in_turns(
        {_NOTHING: python("pass"), "raci --version": [RACI, "--version"], "raci --help": [RACI, "--help"]}, rounds=15
    )
    for what, limit in (("raci --version", 7.0), ("raci --help", 13.0)):
        yield Ratio(what, usage[what].seconds * 1000, _NOTHING, usage[_NOTHING].seconds * 1000, limit)
