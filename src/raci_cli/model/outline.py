"""The activities of a matrix under their phases and sections, in the order in which every form of ours writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from raci_cli.model.matrix import Activity, Matrix

Run = tuple[str, list[Activity]]
"""Activities that follow each other under one name."""


class Line(NamedTuple):
    """One line of a matrix that is written row by row: a phase, a section of the phase above, or an activity."""

    depth: int
    """How many levels it stands under."""
    phase: str
    section: str
    activity: Activity | None = None


def lines(matrix: Matrix) -> Iterator[Line]:
    """Every phase and section where its activities begin, and each activity.

    A nameless phase ends the one above. What is read line by line gives the phases and sections in their order.
    """
    first, runs = opening(matrix.activities)
    yield from (Line(0, "", "", activity) for activity in first)
    sections = {phase.name: [section.name for section in phase.sections] for phase in matrix.phases}
    for phase, activities in with_empty([phase.name for phase in matrix.phases], runs):
        yield Line(0, phase, "")
        direct, below = parted(activities)
        yield from (Line(1, phase, "", activity) for activity in direct)
        for section, own in with_empty(sections.pop(phase, []), below):
            yield Line(1, phase, section)
            yield from (Line(2, phase, section, activity) for activity in own)


def opening(activities: Iterable[Activity]) -> tuple[list[Activity], list[Run]]:
    """The activities that stand before any phase, and the runs of the rest."""
    found = list(runs(activities))
    outside = bool(found) and not any(activity.phase or activity.section for activity in found[0][1])
    return (found[0][1], found[1:]) if outside else ([], found)


def runs(activities: Iterable[Activity]) -> Iterator[Run]:
    """By phase; activities directly under a phase that follow one of its sections begin a new run."""
    for phase, group in groupby(activities, key=lambda activity: activity.phase):
        run: list[Activity] = []
        for activity in group:
            if run and run[-1].section and not activity.section:
                yield phase, run
                run = []
            run.append(activity)
        yield phase, run


def parted(activities: Sequence[Activity]) -> tuple[list[Activity], list[Run]]:
    """Those that stand directly under the phase of a run, and those of its sections."""
    direct = [activity for activity in activities if not activity.section]
    below = groupby((activity for activity in activities if activity.section), key=lambda activity: activity.section)
    return direct, [(section, list(group)) for section, group in below]


def with_empty(names: Iterable[str], runs: Iterable[Run]) -> Iterator[Run]:
    """The runs, and between them the names without any, so that each name first comes up in the order given."""
    waiting = list(names)
    for name, activities in runs:
        if name in waiting:
            index = waiting.index(name)
            yield from ((empty, []) for empty in waiting[:index])
            del waiting[: index + 1]
        yield name, activities
    yield from ((empty, []) for empty in waiting)
