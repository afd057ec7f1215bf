"""Writing workbooks: an ordinary one as a whole process, and a very large one with all its styling."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from pathlib import Path

from benchmarks.inputs import ENTERPRISE
from benchmarks.process import RACI, in_turns, python
from benchmarks.ratio import Ratio

_PLAIN = "openpyxl, plain"
_OURS = "raci"
_COPY = """
import sys, openpyxl, python_calamine
book = openpyxl.Workbook()
for row in python_calamine.load_workbook(sys.argv[1]).get_sheet_by_index(0).to_python():
    book.active.append(row)
book.save(sys.argv[2])
"""
"""Reads the example as fast as can be, and writes its cells without any styling."""
_CELLS = """
import random, sys
dice = random.Random(1)
rows = [dict(zip(sorted(dice.sample(range(50), 10)), "ARCCCCIIII")) for _ in range(10_000)]
"""
_LARGE_PLAIN = f"""{_CELLS}
import openpyxl
book = openpyxl.Workbook()
book.active.append(["Activity", *(f"Role number {{n}}" for n in range(50))])
for number, row in enumerate(rows):
    book.active.append([f"Activity number {{number}}", *(row.get(role) for role in range(50))])
book.save(sys.argv[1])
"""
_LARGE_OURS = f"""{_CELLS}
import raci_cli as raci
from raci_cli.model.schemes import RACI
activities = tuple(
    raci.Activity(f"Activity number {{number}}", tuple(raci.Assignment(*cell) for cell in row.items()))
    for number, row in enumerate(rows)
)
roles = tuple(raci.Role(f"Role number {{n}}") for n in range(50))
raci.save(raci.Matrix(roles, activities, RACI), sys.argv[1], force=True)
"""


def measure(folder: Path) -> Iterator[Ratio]:
    """Against processes that write the same cells with openpyxl, without any styling, checks or other sheets."""
    plain, ours = str(folder / "plain.xlsx"), str(folder / "ours.xlsx")
    commands = {
        "new --segment enterprise": [RACI, "new", "--segment", "enterprise", "-o", ours, "--force"],
        "convert to .xlsx": [RACI, "convert", str(ENTERPRISE), "-o", ours, "--force"],
    }
    usage = in_turns({_PLAIN: python(_COPY, str(ENTERPRISE), plain), **commands}, rounds=15)
    for what in commands:
        yield Ratio(what, usage[what].seconds * 1000, _PLAIN, usage[_PLAIN].seconds * 1000, 1.2)
    large = in_turns({_PLAIN: python(_LARGE_PLAIN, plain), _OURS: python(_LARGE_OURS, ours)}, rounds=3)
    mine, theirs = large[_OURS], large[_PLAIN]
    yield Ratio("write 10,000 x 50", mine.seconds * 1000, _PLAIN, theirs.seconds * 1000, 0.6)
    yield Ratio("its memory at most", mine.megabytes, _PLAIN, theirs.megabytes, inf, "MB")
