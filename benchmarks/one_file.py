"""One ordinary workbook: the enterprise example, from the command typed to the report read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.inputs import ENTERPRISE
from benchmarks.process import in_turns, python, validate
from benchmarks.ratio import Ratio

_OPEN = "openpyxl.load_workbook"
_LIMITS = {"text": 1.1, "concise": 0.9, "json": 0.9}


def measure(_folder: Path) -> Iterator[Ratio]:
    """`raci validate` in three output formats against a process that only opens the workbook with openpyxl."""
    commands = {_OPEN: python("import sys, openpyxl; openpyxl.load_workbook(sys.argv[1])", str(ENTERPRISE))}
    for output_format in _LIMITS:
        commands[output_format] = validate(ENTERPRISE, "--output-format", output_format)
    usage = in_turns(commands, rounds=15)
    for output_format, limit in _LIMITS.items():
        ours, theirs = usage[output_format].seconds * 1000, usage[_OPEN].seconds * 1000
        yield Ratio(f"validate, {output_format}", ours, _OPEN, theirs, limit)
