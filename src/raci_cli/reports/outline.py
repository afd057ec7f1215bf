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
    """Each phase, even an empty one, followed by its sections; what stands outside of all phases, where it stands.

    A row that is a phase and an activity at once is the first activity of its phase.
    """
    phases = {phase.name for phase in matrix.phases}
    parts: dict[tuple[str, str], list[Activity]] = {}
    outside: dict[str, list[Activity]] = {}
    last = ""
    for activity in matrix.activities:
        phase = activity.phase or (activity.name if activity.name in phases else "")
        if phase or activity.section:
            parts.setdefault((phase, activity.section), []).append(activity)
            last = phase
        else:
            outside.setdefault(last, []).append(activity)
    if "" in outside:
        yield Part("", "", outside[""])
    for name, sections in ((phase.name, phase.sections) for phase in matrix.phases):
        for section in ("", *(section.name for section in sections)):
            if name or section:
                yield Part(name, section, parts.get((name, section), []))
        if name and name in outside:
            yield Part("", "", outside[name])
