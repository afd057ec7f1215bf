"""One very large workbook, and how time grows with the number of activities."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from benchmarks.inputs import large
from benchmarks.process import Usage, in_turns, python, validate
from benchmarks.ratio import Ratio

_READ = "calamine reads it"
_CALAMINE = """
import sys, python_calamine
book = python_calamine.load_workbook(sys.argv[1])
for name in book.sheet_names:
    book.get_sheet_by_name(name).to_python()
"""
_SIZES = (1_000, 10_000, 40_000)
_ROLES = 50


def measure(folder: Path) -> Iterator[Ratio]:
    """Time and memory against calamine alone on the same file, and time per activity from size to size."""
    paths = {size: large(folder / f"{size}.xlsx", size, _ROLES) for size in _SIZES}
    usage = {size: in_turns(_commands(path), rounds=3) for size, path in paths.items()}
    yield from _against_calamine(usage[10_000])
    yield from (_growth(smaller, larger, usage) for smaller, larger in pairwise(_SIZES))


def _commands(path: Path) -> dict[str, list[str]]:
    return {"validate": validate(path, "--output-format", "concise"), _READ: python(_CALAMINE, str(path))}


def _against_calamine(usage: dict[str, Usage]) -> Iterator[Ratio]:
    ours, theirs = usage["validate"], usage[_READ]
    yield Ratio("validate, 10,000 x 50", ours.seconds * 1000, _READ, theirs.seconds * 1000, 6.0)
    yield Ratio("its memory at most", ours.megabytes, _READ, theirs.megabytes, float("inf"), "MB")


def _growth(smaller: int, larger: int, usage: dict[int, dict[str, Usage]]) -> Ratio:
    """Time per activity: a ratio of 1 is linear growth. The tenth on top is for noise."""
    ours, theirs = (usage[size]["validate"].seconds * 1_000_000 / size for size in (larger, smaller))
    return Ratio(f"validate, {larger:,} x {_ROLES}", ours, f"{smaller:,} x {_ROLES}", theirs, 1.1, "µs each")
