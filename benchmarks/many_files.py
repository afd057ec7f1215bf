"""A folder of a thousand workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.inputs import copies
from benchmarks.process import in_turns, python, validate
from benchmarks.ratio import Ratio

_COUNT = 1000
_LOOP = "openpyxl loop"
_READ_ALL_CELLS = """
import pathlib, sys, openpyxl
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows(values_only=True):
            tuple(row)
"""


def measure(folder: Path) -> Iterator[Ratio]:
    """Files a second, against a plain loop that reads all cells of all files with openpyxl."""
    workbooks = copies(folder / "copies", _COUNT)
    usage = in_turns({"validate": validate(workbooks), _LOOP: python(_READ_ALL_CELLS, str(workbooks))}, rounds=2)
    ours, theirs = _COUNT / usage["validate"].seconds, _COUNT / usage[_LOOP].seconds
    yield Ratio("validate, 1,000 files", ours, _LOOP, theirs, 8.0, "files/s", higher_is_better=True)
