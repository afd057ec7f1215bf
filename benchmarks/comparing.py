"""Copies of large matrices laid beside each other, from the files to the headline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.inputs import ROLES, filled_in
from benchmarks.process import RACI, Usage, in_turns
from benchmarks.ratio import Ratio

_DAFF = "daff, as CSV"
_DIFFERENT = (0, 1)
"""Both programs may say with their exit code that files differ."""
_PATIENCE = 20_000
"""Milliseconds a person would wait for the worst case."""
_ROWS = {"5 x 10,000": 50_000, "2 x 10,000": 20_000, "5 x 1,000": 5_000}


def measure(folder: Path) -> Iterator[Ratio]:
    """Two copies against daff, how time grows with activities and copies, and names that all differ."""
    yield _against_daff(folder / "two")
    yield from _growth(folder)
    yield from _worst_case(folder / "renamed")


def _against_daff(folder: Path) -> Ratio:
    workbooks = filled_in(folder, ".xlsx", 2, 10_000, renamed=0.02)
    tables = filled_in(folder, ".csv", 2, 10_000, renamed=0.02)
    daff = [str(Path(RACI).with_name("daff")), "--output", str(folder / "daff.csv"), *map(str, tables)]
    usage = in_turns({"diff": _diff(workbooks), _DAFF: daff}, rounds=3, fine=_DIFFERENT)
    ours, theirs = (usage[name].seconds * 1000 for name in ("diff", _DAFF))
    return Ratio(f"diff, 2 copies of 10,000 x {ROLES}", ours, _DAFF, theirs, 0.2)


def _growth(folder: Path) -> Iterator[Ratio]:
    """Time per activity and copy: a ratio of 1 is linear; n log n is 1.33 from 1,000 activities to 10,000."""
    large = filled_in(folder / "large", ".xlsx", 5, 10_000, renamed=0.02)
    small = filled_in(folder / "small", ".xlsx", 5, 1_000, renamed=0.02)
    usage = in_turns(
        {"5 x 10,000": _diff(large), "2 x 10,000": _diff(large[:2]), "5 x 1,000": _diff(small)},
        rounds=3,
        fine=_DIFFERENT,
    )
    share = {name: usage[name].seconds * 1_000_000 / rows for name, rows in _ROWS.items()}
    yield Ratio("diff, 5 copies x 10,000", share["5 x 10,000"], "5 x 1,000", share["5 x 1,000"], 1.33, "µs each")
    yield Ratio("diff, 5 copies x 10,000", share["5 x 10,000"], "2 x 10,000", share["2 x 10,000"], 1.33, "µs each")


def _worst_case(folder: Path) -> Iterator[Ratio]:
    """Every name differs in every copy, so that each has to be held against each."""
    workbooks = filled_in(folder, ".xlsx", 5, 2_000, renamed=1)
    usage: Usage = in_turns({"diff": _diff(workbooks)}, rounds=1, fine=_DIFFERENT)["diff"]
    yield Ratio("diff, 5 x 2,000, all renamed", usage.seconds * 1000, "20 s", _PATIENCE, 1)
    yield Ratio("its memory at most", usage.megabytes, "256 MB", 256, 1, "MB")


def _diff(workbooks: list[Path]) -> list[str]:
    return [RACI, "diff", "--quiet", *map(str, workbooks)]
