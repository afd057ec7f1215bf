"""Random matrices drawn onto sheets the way people draw them, with what must be read back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

from raci_cli.model import Grid, Span

ACTIVITIES = (
    "Kickoff meeting", "Data import", "Train the users", "Go-live", "Health check", "Renewal talk", "Escalation",
    "Monthly report", "Welcome mail", "Review of goals", "Contract change", "Handover", "Invoice run", "Exit interview",
)  # fmt: skip
ROLES = (
    "Success Manager", "Trainer", "Support Desk", "Account Executive", "Legal", "Finance", "Product Owner", "Analyst",
    "Key user", "Sponsor",
)  # fmt: skip
GROUPS = ("Success", "Services", "Customer")
PHASES = ("Onboarding", "Adoption", "Renewal")
LEGEND = (("R", "Responsible"), ("A", "Accountable"), ("C", "Consulted"), ("I", "Informed"))
SIDES = {
    "Status": ("open", "done", "planned"),
    "Due date": ("2025-03-01", "2025-04-01", "2025-05-01"),
    "Priority": ("High", "Medium", "Low"),
    "Hours": ("4", "8", "16"),
    "Notes": ("by video", "", "on site"),
    "Check": ("OK", "OK", "two A"),
}


@dataclass(frozen=True)
class Habits:
    """How somebody lays out a sheet."""

    offset: int
    above: str
    gap: int
    groups: str
    phases: str
    before: str
    between: tuple[str, ...]
    after: tuple[str, ...]
    separator: str
    nothing: str
    """What stands in cells without letters, in rows that are filled in."""
    below: str
    tells_merged: bool
    """Whether the format keeps merged ranges."""


HABITS = st.builds(
    Habits,
    offset=st.integers(0, 3),
    above=st.sampled_from(["", "title", "info", "legend"]),
    gap=st.integers(0, 3),
    groups=st.sampled_from(["", "merged", "repeated"]),
    phases=st.sampled_from(["", "repeated", "carried", "merged", "bands", "capitals", "numbered"]),
    before=st.sampled_from(["", "No", "WBS"]),
    between=st.sampled_from([(), ("Status",), ("Due date", "Priority")]),
    after=st.sampled_from([(), ("Hours",), ("Notes", "Check")]),
    separator=st.sampled_from(["", "/", ", ", " / ", "\n"]),
    nothing=st.sampled_from(["", "", "-", "n/a"]),
    below=st.sampled_from(["", "legend", "legend in cells", "note", "blank tail"]),
    tells_merged=st.booleans(),
)


@dataclass(frozen=True)
class Content:
    """What a sheet is to say: letters by activity and role, activities by phase, roles by group."""

    activities: Sequence[str]
    roles: Sequence[str]
    letters: Sequence[Sequence[str]]
    phase_of: Sequence[int]
    group_of: Sequence[int]


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """Matrices with one A and at least one R in every row, and a letter for every role; some rows not filled in."""
    activities = draw(st.permutations(ACTIVITIES))[: draw(st.integers(4, 9))]
    roles = draw(st.permutations(ROLES))[: draw(st.integers(3, 6))]
    letters = [_row(draw, len(roles)) for _ in activities]
    for role in range(len(roles)):
        if not any(row[role] for row in letters):
            letters[role % len(letters)][role] = "C"
    blank = draw(st.sets(st.integers(len(roles), len(letters) - 1), max_size=2)) if len(letters) > len(roles) else ()
    for index in blank:
        letters[index] = [""] * len(roles)
    return Content(activities, roles, letters, _runs(draw, len(activities)), _runs(draw, len(roles)))


def _row(draw: st.DrawFn, width: int) -> list[str]:
    cells = draw(st.lists(st.sampled_from(["", "", "C", "I", "R"]), min_size=width, max_size=width))
    owner, doer = draw(st.integers(0, width - 1)), draw(st.integers(0, width - 1))
    cells[owner] = "A"
    cells[doer] = "AR" if doer == owner else "R"
    return cells


def _runs(draw: st.DrawFn, size: int) -> list[int]:
    """0, 1, 2 in runs of at least two where there is room: a phase of one activity is rare, and a puzzle."""
    first = draw(st.integers(2, size - 2)) if size > 3 else 1
    second = draw(st.integers(first + 2, size)) if size - first > 2 else size
    return [0] * first + [1] * (second - first) + [2] * (size - second)


def expected(content: Content, habits: Habits) -> list[str]:
    """What reading the sheet must give, as `sheets.shown` shows it."""
    roles = [
        f"{GROUPS[group]}: {role}" if habits.groups else role
        for role, group in zip(content.roles, content.group_of, strict=True)
    ]
    lines = [" | ".join(["raci", *roles])]
    for index, activity in enumerate(content.activities):
        if habits.phases and _is_new(content.phase_of, index):
            lines.append(f"# {_phase(habits, content.phase_of[index])}")
        row = content.letters[index]
        nothing = "-" if habits.nothing and any(row) else ""
        cells = ("".join(letter for letter in "RACI" if letter in cell) or nothing for cell in row)
        lines.append(" | ".join([activity, *cells]))
    return lines


def drawn(content: Content, habits: Habits) -> Grid:
    """The sheet."""
    sheet = _Sheet(habits.offset)
    _above(sheet, habits)
    labels = [habits.before] * bool(habits.before)
    labels += ["Phase"] * (habits.phases in ("repeated", "carried", "merged"))
    labels += ["Activity", *habits.between]
    _groups(sheet, content, habits, len(labels))
    sheet.add([*labels, *content.roles, *habits.after])
    for index in range(len(content.activities)):
        _activity(sheet, content, habits, index, labels)
    _below(sheet, habits, len(labels))
    needed = habits.tells_merged or habits.phases == "bands" or "merged" in (habits.groups, habits.phases)
    return Grid("Sheet1", sheet.rows, tuple(sheet.spans) if needed else None)


@dataclass
class _Sheet:
    """A sheet while it is drawn."""

    offset: int
    rows: list[list[str]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def add(self, cells: Sequence[str] = ()) -> None:
        self.rows.append([*[""] * self.offset, *cells] if cells else [])

    def merge(self, left: int, right: int, *, up: int = 0) -> None:
        """Columns of the last row, and of as many rows above."""
        last = len(self.rows) - 1
        if right > left or up:
            self.spans.append(Span(last - up, self.offset + left, last, self.offset + right))


def _is_new(runs: Sequence[int], index: int) -> bool:
    return index == 0 or runs[index] != runs[index - 1]


def _phase(habits: Habits, number: int) -> str:
    name = PHASES[number]
    return {"capitals": name.upper(), "numbered": f"{number + 1}. {name}"}.get(habits.phases, name)


def _above(sheet: _Sheet, habits: Habits) -> None:
    if habits.above == "title":
        sheet.add(["Who does what for our customers"])
    if habits.above == "info":
        sheet.add(["Project:", "Harbour", "", "Version:", "1.2"])
        sheet.add(["Owner:", "Success team"])
    if habits.above == "legend":
        sheet.add([", ".join(f"{letter} = {meaning}" for letter, meaning in LEGEND)])
    for _ in range(habits.gap):
        sheet.add()


def _groups(sheet: _Sheet, content: Content, habits: Habits, first: int) -> None:
    runs = content.group_of
    if not habits.groups:
        return
    shown = [habits.groups == "repeated" or _is_new(runs, index) for index in range(len(runs))]
    sheet.add([*[""] * first, *(GROUPS[group] if show else "" for group, show in zip(runs, shown, strict=True))])
    if habits.groups == "merged":
        for group in sorted(set(runs)):
            left = first + runs.index(group)
            sheet.merge(left, left + runs.count(group) - 1)


def _activity(sheet: _Sheet, content: Content, habits: Habits, index: int, labels: Sequence[str]) -> None:
    """One row of letters, with the row of its phase before it where a phase begins."""
    phase = content.phase_of[index]
    is_new = _is_new(content.phase_of, index)
    if is_new and habits.phases in ("bands", "capitals", "numbered"):
        column = 0 if habits.phases == "bands" else labels.index("Activity")
        sheet.add([*[""] * column, _phase(habits, phase)])
        if habits.phases == "bands":
            sheet.merge(0, len(labels) + len(content.roles) - 1)
    texts = {side: choices[index % 3] for side, choices in SIDES.items()}
    texts |= {"No": str(index + 1), "WBS": f"{phase + 1}.{index + 1}", "Activity": content.activities[index]}
    texts["Phase"] = _phase(habits, phase) if is_new or habits.phases == "repeated" else ""
    row = content.letters[index]
    letters = [habits.separator.join(cell) or habits.nothing * any(row) for cell in row]
    sheet.add([*(texts[label] for label in labels), *letters, *(texts[side] for side in habits.after)])
    size = content.phase_of.count(phase)
    is_last = index + 1 == len(content.activities) or _is_new(content.phase_of, index + 1)
    if habits.phases == "merged" and is_last:
        column = labels.index("Phase")
        sheet.merge(column, column, up=size - 1)


def _below(sheet: _Sheet, habits: Habits, first: int) -> None:
    sheet.add()
    if habits.below == "legend":
        sheet.add(["Legend"])
        for letter, meaning in LEGEND:
            sheet.add([letter, meaning])
    if habits.below == "legend in cells":
        for letter, meaning in LEGEND:
            sheet.add([f"{letter} = {meaning}"])
    if habits.below == "note":
        sheet.add(["Questions? Ask the success team."])
    if habits.below == "blank tail":
        for _ in range(20):
            sheet.add([""] * (first + 3))
