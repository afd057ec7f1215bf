"""Activities that copies have in different phases: who has them where."""

from __future__ import annotations

from collections.abc import Mapping

from raci_cli.model.comparison import Comparison
from raci_cli.reports.comparison import words


def moved(comparison: Comparison) -> dict[str, str]:
    """By activity, where it stands: `Run (Ann); Start (Ben, Cy)`."""
    labels = {
        (copy, comparison.copies[copy].matrix.phases[index].name): phase.label
        for phase in comparison.phases
        for copy, index in enumerate(phase.indexes)
        if index is not None
    }
    rows = [number for number, row in enumerate(comparison.rows) if row.moved]
    found = {comparison.rows[row].activity.label: _places(comparison, row, labels) for row in rows}
    return {label: said for label, said in found.items() if said}


def _places(comparison: Comparison, row: int, labels: Mapping[tuple[int, str], str]) -> str:
    """Empty where the base alone has it elsewhere. A copy without any phase does not say where anything stands."""
    places: dict[str, list[int]] = {}
    for copy in range(len(comparison.copies)):
        activity = comparison.activity(row, copy)
        if activity and comparison.copies[copy].matrix.phases:
            places.setdefault(labels.get((copy, activity.phase), activity.phase), []).append(copy)
    said = (f"{phase or 'no phase'} ({words.leader_names(comparison, copies)})" for phase, copies in places.items())
    return "; ".join(said) if len(places) > 1 else ""
