"""The activities of a matrix under their phases and sections, for every report that shows them so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci_cli.model import Activity, Matrix


class Part(NamedTuple):
    """The activities that stand directly under a phase, or under one of its sections."""

    phase: str
    section: str
    activities: Sequence[Activity]


def outline(matrix: Matrix) -> Iterator[Part]:
    """First what stands under no phase; then each phase, even an empty one, followed by its sections."""
    parts: dict[tuple[str, str], list[Activity]] = {}
    for activity in matrix.activities:
        parts.setdefault((activity.phase, activity.section), []).append(activity)
    if ("", "") in parts:
        yield Part("", "", parts.pop(("", "")))
    for phase in matrix.phases:
        for section in ("", *(section.name for section in phase.sections)):
            yield Part(phase.name, section, parts.pop((phase.name, section), []))
