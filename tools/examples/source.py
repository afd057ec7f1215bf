"""The facts of an example workbook, as its YAML file beside this module tells them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Line:
    """One row of the matrix: a phase, a section, or an activity with its letters by role."""

    kind: str
    name: str
    letters: dict[str, str]
    system: str = ""


@dataclass(frozen=True)
class Note:
    """A headed list beside the matrix."""

    heading: str
    items: tuple[str, ...]
    numbered: bool


@dataclass(frozen=True)
class Example:
    """One example workbook."""

    sheet: str
    corner: tuple[str, str]
    """The cells to the left of the two header rows."""
    roles: tuple[tuple[str, str], ...]
    """Name and group; the group may be empty."""
    lines: tuple[Line, ...]
    legend: dict[str, str]
    notes: tuple[Note, ...]
    groups_above: bool
    legend_below: bool


def names() -> list[str]:
    """The examples there are."""
    return sorted(path.stem for path in HERE.glob("*.yaml"))


def load(name: str) -> Example:
    """The facts of one example."""
    facts = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    title, heading = facts["corner"]
    return Example(
        sheet=facts["sheet"],
        corner=(title, heading),
        roles=tuple((role["name"], role.get("group", "")) for role in facts["columns"]),
        lines=tuple(line for phase in facts["phases"] for line in _lines(phase)),
        legend=facts["legend"],
        notes=tuple(_note(note) for note in facts.get("lists", [])),
        groups_above=facts["groups"] == "above",
        legend_below=facts["legend_at"] == "below",
    )


def _lines(block: dict[str, Any], kind: str = "phase") -> Iterator[Line]:
    yield Line(kind, block["name"], {})
    for activity in block.get("activities", []):
        yield Line("activity", activity["name"], activity["letters"], activity.get("system", ""))
    for section in block.get("sections", []):
        yield from _lines(section, "section")


def _note(facts: dict[str, Any]) -> Note:
    return Note(facts["heading"], tuple(facts["items"]), facts.get("numbered", False))
