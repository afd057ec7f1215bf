"""How this sheet tells a phase from an activity that nobody has filled in yet: both are rows without letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from raci_cli.layouts.columns import LabelColumns
from raci_cli.layouts.lines import Line, is_outline
from raci_cli.layouts.texts import starts_like
from raci_cli.layouts.vocabulary import PHASE

Test = Callable[[Line], bool]


Habit = Callable[[Sequence[Line], Sequence[Line], LabelColumns], Test | None]
"""A way of setting phases apart: given the lines without letters and those with letters, the test for it, or None
where the sheet does not have the habit."""


def test_for(found: Sequence[Line], labels: LabelColumns) -> Test:
    """The test by the first habit the sheet has; without any, every row without letters is a phase."""
    bare = [line for line in found if not line.lettered]
    lettered = [line for line in found if line.lettered]
    tests = (test for habit in HABITS if (test := habit(bare, lettered, labels)) is not None)
    return next(tests, lambda line: not line.lettered)


def _merged_bands(bare: Sequence[Line], _lettered: Sequence[Line], _labels: LabelColumns) -> Test | None:
    return (lambda line: line.band) if any(line.band for line in bare) else None


def _nothing_filled_in(_bare: Sequence[Line], lettered: Sequence[Line], _labels: LabelColumns) -> Test | None:
    return None if lettered else (lambda line: line.band)


def _outline_numbers(bare: Sequence[Line], lettered: Sequence[Line], _labels: LabelColumns) -> Test | None:
    found = [*bare, *lettered]
    if not is_outline(found):
        return None
    parents = {line.number[:depth] for line in found for depth in range(1, len(line.number))}
    return lambda line: line.number in parents or not line.number


def _left_of_the_activities(bare: Sequence[Line], _lettered: Sequence[Line], labels: LabelColumns) -> Test | None:
    is_left = any(line.column < labels.activity for line in bare)
    return (lambda line: line.column < labels.activity) if is_left else None


def _written_alike(bare: Sequence[Line], lettered: Sequence[Line], _labels: LabelColumns) -> Test | None:
    """Several rows without letters share a trait that rows with letters do not have."""
    for trait in (_is_numbered, _is_capitals, _is_called_phase, _ends_with_colon):
        if sum(map(trait, bare)) > 1 and sum(map(trait, lettered)) * 10 <= len(lettered):
            return trait
    return None


def _unnumbered(_bare: Sequence[Line], lettered: Sequence[Line], labels: LabelColumns) -> Test | None:
    numbered = labels.numbers is not None and sum(map(_is_numbered, lettered)) * 2 > len(lettered)
    return (lambda line: not line.number) if numbered else None


def _alone_after_a_gap(bare: Sequence[Line], lettered: Sequence[Line], _labels: LabelColumns) -> Test | None:
    """A single row among others: a phase only if a blank row sets it off, or if everything follows it."""
    if len(bare) != 1 or bare[0].row < lettered[0].row:
        return None
    return lambda line: line.after_gap


HABITS: tuple[Habit, ...] = (
    _merged_bands,
    _nothing_filled_in,
    _outline_numbers,
    _left_of_the_activities,
    _written_alike,
    _unnumbered,
    _alone_after_a_gap,
)


def _is_numbered(line: Line) -> bool:
    return bool(line.number)


def _is_capitals(line: Line) -> bool:
    return line.text.isupper() and len(line.text) > 3


def _is_called_phase(line: Line) -> bool:
    return starts_like(line.text, PHASE)


def _ends_with_colon(line: Line) -> bool:
    return line.text.endswith(":")
