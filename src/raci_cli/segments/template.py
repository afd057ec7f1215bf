"""What a template is, once its layers are put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import NamedTuple

from raci_cli.model import Activity, Matrix


class Setting(NamedTuple):
    """One thing that a layer says about an activity."""

    layer: str
    """The layer's name."""
    what: str
    """`name`, `due` and the like, as the model calls them; `letters` for those of a role."""
    value: str
    """Empty where the layer takes something away."""
    role: str = ""
    """The label of the role whose letters these are."""


@dataclass(frozen=True, slots=True)
class Template:
    """A matrix to start from, and what is told about it beside the matrix."""

    name: str
    matrix: Matrix
    for_whom: str = ""
    """Whom it is made for, in one line."""
    duties: Mapping[str, str] = field(default_factory=dict)
    """What roles do in this segment, by their labels."""
    abstract: bool = False
    """Whether it is no matrix by itself, only for others to extend."""
    settings: tuple[tuple[Setting, ...], ...] = ()
    """For each activity of the matrix: what the layers set, in the order in which they did."""


def of_matrix(matrix: Matrix) -> Template:
    """Any matrix as a template, named after its file, which set all of it."""
    name = PurePath(matrix.source.path).stem
    return Template(
        name, matrix, settings=tuple(tuple(_said(name, activity, matrix)) for activity in matrix.activities)
    )


def _said(name: str, activity: Activity, matrix: Matrix) -> Iterator[Setting]:
    yield Setting(name, "name", activity.name)
    for cell in activity.assignments:
        yield Setting(name, "letters", cell.letters, matrix.roles[cell.role].label)
