"""The rows of a sheet of ours: bands begin in the first columns, activities in theirs; both may have moved about."""

from __future__ import annotations

from typing import Any, NamedTuple

from raci_cli.layouts.ours.frame import Frame, text
from raci_cli.layouts.ours.typed import Typed
from raci_cli.layouts.texts import tidy
from raci_cli.model import Activity, Assignment, Grid, Phase, Remark, Scheme, Section, assignment_of
from raci_cli.workbook import form

_NO = frozenset({"", "no", "-", "0", "false"})
"""What stands for no where a column says yes."""


class Body(NamedTuple):
    """Everything below the headings."""

    activities: tuple[Activity, ...]
    phases: tuple[Phase, ...]
    remarks: tuple[Remark, ...]


def read(grid: Grid, frame: Frame, roles: int, scheme: Scheme) -> Body:
    """The activities with the phases and sections they stand under, in the order of the sheet."""
    journey, typed = _Journey(), Typed(scheme)
    activities: list[Activity] = []
    remarks: list[Remark] = []
    for row in range(frame.headings + 1, frame.end):
        cells = [(role, said) for role in range(roles) if (said := text(grid, row, frame.roles[role])).strip()]
        name, phase, section = (text(grid, row, column) for column in (frame.activity, frame.phase, frame.section))
        if name.strip() or ((cells or text(grid, row, frame.check)) and not phase.strip()):
            places = [(frame.roles[role] + 1, role, said) for role, said in cells]
            held, odd = _held(typed, places, len(activities), row + 1)
            details = _details(grid, frame, row)
            under = journey.place(details.pop("phase", ""), details.pop("section", ""))
            remarks += odd
            activities.append(
                Activity(
                    "" if name == form.NO_NAME else name,
                    held,
                    *under,
                    **details,
                    row=row + 1,
                    column=frame.activity + 1,
                )
            )
        elif cells:
            continue  # counts, where the row that ends the activities is gone
        elif phase.strip():
            journey.enter("" if phase == form.NO_PHASE else phase, row + 1, frame.phase + 1)
        elif section.strip():
            journey.enter_section(section, row + 1, frame.section + 1)
    return Body(tuple(activities), journey.phases, tuple(remarks))


def _details(grid: Grid, frame: Frame, row: int) -> dict[str, Any]:
    said = {field: text(grid, row, column) for field, column in frame.details.items()}
    return {
        field: value.strip().casefold() not in _NO if field in form.FLAG_DETAILS else value
        for field, value in said.items()
    }


class _Journey:
    """The phases and sections as they come up."""

    def __init__(self) -> None:
        self._found: dict[str, Phase] = {}
        self._phase: str | None = None
        """None above all bands."""
        self._section = ""

    @property
    def phases(self) -> tuple[Phase, ...]:
        """All of them, each where it first came up."""
        return tuple(self._found.values())

    def enter(self, name: str, row: int, column: int) -> None:
        """A band: what follows stands under this phase."""
        self._phase, self._section = name, ""
        if name:
            self._found.setdefault(name, Phase(name, (), row, column))

    def enter_section(self, name: str, row: int, column: int) -> None:
        """A band of the second level."""
        self._phase, self._section = self._phase or "", name
        self._list(self._phase, name, row, column)

    def place(self, phase: str, section: str) -> tuple[str, str]:
        """Where an activity stands: under the bands above it; above all bands, where its own cells say."""
        if self._phase is not None:
            return self._phase, self._section
        if phase or section:
            self._list(phase, section)
        return phase, section

    def _list(self, name: str, section: str, row: int = 0, column: int = 0) -> None:
        phase = self._found.setdefault(name, Phase(name, (), row, column))
        if section and all(known.name != section for known in phase.sections):
            sections = (*phase.sections, Section(section, row, column))
            self._found[name] = Phase(name, sections, phase.row, phase.column)


def _held(
    typed: Typed, cells: list[tuple[int, int, str]], activity: int, row: int
) -> tuple[tuple[Assignment, ...], list[Remark]]:
    """The assignments of one activity, and what was odd, given column, role and text of each cell."""
    held: list[Assignment] = []
    odd: list[Remark] = []
    for column, role, said in cells:
        letters, oddity = typed[said]
        if letters:
            held.append(assignment_of(role, letters, 0, column))
        if oddity:
            odd.append(Remark(oddity, tidy(said), letters, activity, role, row, column))
    return tuple(held), odd
