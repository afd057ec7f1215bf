"""Laws of recognition: it never fails, what it gives is consistent, and generated sheets come back whole."""

from __future__ import annotations

from collections.abc import Sequence

from generated import HABITS, Content, Habits, contents, drawn, expected
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sheets import shown

from raci_cli.errors import RaciError
from raci_cli.layouts import Overrides
from raci_cli.layouts.recognise import recognise
from raci_cli.model import NOTHING, Grid, Matrix, Span

TEXTS = st.sampled_from(
    ["", "", "", "R", "A", "C", "I", "R/A", "a", "А", "S", "D", "-", "N", "n/a", "x", "?", "1", "1.1", "1. Plan",
     "2025", "Activity", "Role", "RACI", "Responsible", "Accountable", "Consulted", "Informed", "Phase", "Status",
     "Lead", "Trainer", "Support Team", "R = Responsible, A = Accountable", "Total", "ONBOARDING", "Kickoff\nmeeting",
     "Lead, Desk", "#REF!", "\u00a0", "raci: votes", "R&D", "(R)", "[red]x[/]", "=1+1", "\x00", "Ａ", "x" * 500]
)  # fmt: skip


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    width = draw(st.integers(0, 7))
    rows = draw(st.lists(st.lists(TEXTS, max_size=width), max_size=10))
    merged = draw(st.none() | st.lists(st.builds(_span, *[st.integers(0, 12)] * 4), max_size=4).map(tuple))
    name = draw(st.sampled_from([None, "Sheet1", "RACI", "table 1"]))
    return Grid(name, rows, merged, draw(st.booleans()))


def _span(top: int, left: int, height: int, width: int) -> Span:
    return Span(top, left, top + height, left + width)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(grids(), max_size=3),
    st.sampled_from(["plan.xlsx", "raci.csv"]),
    st.builds(
        Overrides,
        layout=st.sampled_from(["", "", "grid", "transposed", "names", "long"]),
        header_row=st.sampled_from([0, 0, 0, 1, 3, 50]),
        activity_column=st.sampled_from(["", "", "A", "C", "ZZ"]),
    ),
)
def test_any_grid_gives_consistent_matrices_or_a_sentence(sheets: list[Grid], path: str, overrides: Overrides) -> None:
    for matrix in _recognised(sheets, path, overrides):
        _check(matrix, sheets)


def _recognised(sheets: list[Grid], path: str, overrides: Overrides) -> tuple[Matrix, ...]:
    """The matrices of random sheets; none where a sentence says that there are none."""
    try:
        return recognise(sheets, path, overrides)
    except RaciError:
        return ()


def _check(matrix: Matrix, sheets: Sequence[Grid]) -> None:
    """What the model promises, and that every address lies on the sheet."""
    labels = [role.label for role in matrix.roles]
    assert len(set(labels)) == len(labels)
    levels = {(phase.name, section.name) for phase in matrix.phases for section in phase.sections}
    levels |= {(phase.name, "") for phase in matrix.phases} | {("", "")}
    height = max(len(each.rows) for each in sheets if each.name == matrix.source.sheet)
    for activity in matrix.activities:
        assert (activity.phase, activity.section) in levels
        assert 1 <= activity.row <= height
        assert [one.role for one in activity.assignments] == sorted({one.role for one in activity.assignments})
        for one in activity.assignments:
            assert 0 <= one.role < len(matrix.roles)
            assert 1 <= activity.at(one).row <= height
            assert one.letters in (NOTHING, matrix.scheme.ordered(one.letters))
    for remark in matrix.source.remarks:
        assert 0 <= remark.activity < len(matrix.activities)
        assert 0 <= remark.role < len(matrix.roles)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(contents(), HABITS)
def test_generated_layouts_are_read_back_whole(content: Content, habits: Habits) -> None:
    found = recognise([drawn(content, habits)], "plan.xlsx")
    assert [line for matrix in found for line in shown(matrix)] == expected(content, habits)
