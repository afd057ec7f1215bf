"""Measure everything: `python -m benchmarks` prints a table and writes benchmarks/results.json."""

from __future__ import annotations

import os
import platform
import tempfile
from pathlib import Path

from rich.console import Console

from benchmarks import comparing, large_file, many_files, one_file, starting, table, writing
from benchmarks.ratio import Ratio

WIDTH = 120


def main() -> None:
    """Run all topics, a few minutes in all."""
    ratios: list[Ratio] = []
    for topic in (starting, one_file, writing, many_files, large_file, comparing):
        with tempfile.TemporaryDirectory() as folder:
            ratios.extend(topic.measure(Path(folder)))
    machine = f"Python {platform.python_version()} on {platform.system()}, {os.cpu_count()} cores"
    table.save(machine, ratios)
    Console(width=WIDTH).print(table.terminal(machine, ratios))


if __name__ == "__main__":
    main()
