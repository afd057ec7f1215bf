"""The results for people: in the terminal, and in docs/performance.md."""

from __future__ import annotations

import json
import math
from pathlib import Path

from rich.table import Table

from benchmarks.ratio import Ratio

RESULTS = Path(__file__).parent / "results.json"
HEADINGS = ("what", "ours", "against", "theirs", "ratio", "limit", "")


def save(machine: str, ratios: list[Ratio]) -> None:
    """Keep the results; docs/performance.md shows them."""
    lines = [ratio._asdict() | {"limit": None if math.isinf(ratio.limit) else ratio.limit} for ratio in ratios]
    RESULTS.write_text(json.dumps({"machine": machine, "ratios": lines}, indent=2) + "\n", encoding="utf-8")


def saved() -> tuple[str, list[Ratio]]:
    """What was measured last, and on which machine."""
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    lines = ({**line, "limit": line["limit"] or math.inf} for line in results["ratios"])
    return results["machine"], [Ratio(**line) for line in lines]


def terminal(machine: str, ratios: list[Ratio]) -> Table:
    """A table for the screen."""
    table = Table(*HEADINGS, title=machine)
    for ratio in ratios:
        table.add_row(*_cells(ratio))
    return table


def markdown() -> str:
    """The saved results as a Markdown table."""
    machine, ratios = saved()
    rows = [HEADINGS, ("---",) * len(HEADINGS), *map(_cells, ratios)]
    return f"Measured with {machine}.\n\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _cells(ratio: Ratio) -> tuple[str, ...]:
    ours, theirs = (f"{value:,.0f} {ratio.unit}" for value in (ratio.ours, ratio.theirs))
    return (ratio.what, ours, ratio.against, theirs, f"{ratio.value:.2f}", *_verdict(ratio))


def _verdict(ratio: Ratio) -> tuple[str, str]:
    """The limit and whether it is kept; nothing where a number is only stated."""
    if math.isinf(ratio.limit):
        return "", ""
    return f"{'≥' if ratio.higher_is_better else '≤'} {ratio.limit:g}", "kept" if ratio.kept else "missed"
