"""Activities that copies have in different phases: who has them where."""

from __future__ import annotations

from collections.abc import Mapping

from raci_cli.model.comparison import Comparison
from raci_cli.reports.comparison import words


def moved(comparison: Comparison) -> list[tuple[str, str]]:
    """Each with where it stands: `Run (Ann); Start (Ben, Cy)`."""
    labels = {
        (copy, comparison.copies[copy].matrix.phases[index].name): phase.label
        for phase in comparison.phases
        for copy, index in enumerate(phase.indexes)
        if index is not None
    }
    return [
        (row.activity.label, said)
        for number, row in enumerate(comparison.rows)
        if row.moved and (said := _places(comparison, number, labels))
    ]


def _places(comparison: Comparison, row: int, labels: Mapping[tuple[int, str], str]) -> str:
    """Empty where the base alone has it elsewhere. A copy without any phase does not say where anything stands."""
    places: dict[str, list[int]] = {}
    for copy in range(len(comparison.copies)):
        activity = comparison.activity(row, copy)
        if activity and comparison.copies[copy].matrix.phases:
            places.setdefault(labels.get((copy, activity.phase), activity.phase), []).append(copy)
    said = (f"{phase or 'no phase'} ({words.leader_names(comparison, copies)})" for phase, copies in places.items())
    return "; ".join(said) if len(places) > 1 else ""
