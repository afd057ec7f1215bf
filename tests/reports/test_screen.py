"""What a terminal gets: as wide as it is, whatever the widths of characters and the number of roles."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text
from samples import matrix, report, simple

from raci_cli.model import Activity, Assignment, Matrix, Role, Scheme, Source
from raci_cli.model.schemes import RACI
from raci_cli.reports import Style, render_report, render_show
from raci_cli.reports.escape import visible
from raci_cli.reports.headings import short_forms
from raci_cli.reports.screen import fit, fit_end, wrap

texts = st.text(alphabet="ab 漢é\u0301👩\u200d-", max_size=60)


@given(texts, st.integers(2, 30))
def test_fit_fills_the_room_exactly(text: str, room: int) -> None:
    assert cell_len(fit(text, room)) == room
    assert cell_len(fit_end(text, room)) == room


@given(texts, st.integers(2, 30))
def test_wrap_keeps_all_but_the_spaces_it_breaks_at(text: str, room: int) -> None:
    lines = wrap(text, room)
    assert all(cell_len(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == visible(text).replace(" ", "")


@given(st.lists(st.text(max_size=20)))
def test_short_forms_are_short_and_tell_roles_apart(names: list[str]) -> None:
    forms = short_forms([Role(name) for name in names])
    assert len(set(forms)) == len(names)
    assert all(1 <= cell_len(form) <= 5 for form in forms)


def test_short_forms_prefer_what_the_name_gives() -> None:
    names = (
        "Biz Dev Rep (BDR)",
        "Account Executive",
        "Head of Sales",
        "Support - Tier 1",
        "Finance",
        "Legal Advisor",
        "Lead Architect",
        "R&D",
        "営業部",
        "Lean Analyst",
        "Fin",
        "Finances",
    )
    assert short_forms([Role(name) for name in names]) == [
        "BDR",
        "AE",
        "HS",
        "ST1",
        "Fina",
        "LA",
        "LeA",
        "RD",
        "営業",
        "LeaA",
        "Fin",
        "Fin2",
    ]


def _wide(roles: int) -> Matrix:
    activity = Activity("An activity with quite a long name", tuple(Assignment(index, "RA") for index in range(roles)))
    many = tuple(Role(f"Role number {index}", f"Group {index // 7}") for index in range(roles))
    return Matrix(many, (activity, Activity("Empty")), RACI, source=Source("plan.xlsx"))


@pytest.mark.parametrize("roles", [0, 1, 2, 7, 20, 200])
@pytest.mark.parametrize("room", [60, 80, 100, 160])
def test_a_matrix_fits_the_terminal_with_every_letter(roles: int, room: int) -> None:
    text = render_show("text", [_wide(roles)], Style(room))
    assert max(map(cell_len, text.splitlines())) <= room
    assert text.replace("R/A", "RA").count("RA") == roles
    if roles > 7:  # fewer have their names over their columns
        explained = re.findall(r"Role number (\d+)", " ".join(text.split()))
        assert explained == [str(index) for index in range(roles)]


@pytest.mark.parametrize("room", [80, 100, 160])
def test_reports_fit_the_terminal(room: int) -> None:
    assert max(map(cell_len, render_report("text", report(), Style(room)).splitlines())) <= room


@pytest.mark.parametrize("room", [40, 80, 100, 160])
def test_views_fit_the_terminal(room: int) -> None:
    wordy = Scheme(
        "ours", (("D", "Does the work, alone or with others, and says so when it is done"), ("A", "Answers"))
    )
    own = Matrix((Role("Desk", "営業部営業部営業部営"), Role("Lead")), (Activity("Plan"),), wordy)
    text = render_show("text", [matrix(), simple(), own], Style(room), explain=True)
    assert max(map(cell_len, text.splitlines())) <= room
    assert "D Does the work, alone or with others, and says so when it is done A Answers" in " ".join(text.split())


def _lines(view: str) -> list[str]:
    return [line.rstrip() for line in Text.from_ansi(view).plain.splitlines()]


@pytest.mark.parametrize("room", [80, 160])
def test_colour_changes_no_text(room: int) -> None:
    for coloured, bare in (
        (render_report("text", report(), Style(room, colour=True)), render_report("text", report(), Style(room))),
        (render_show("text", [matrix()], Style(room, colour=True)), render_show("text", [matrix()], Style(room))),
    ):
        assert coloured != bare
        assert _lines(coloured) == bare.splitlines()


def test_the_names_of_groups_are_not_cut_where_there_is_room() -> None:
    roles = (Role("Sales", "A"), Role("Content", "Marketing and more"), Role("Trainer", "Services"))
    plan = Matrix(roles, (Activity("Plan", (Assignment(0, "RA"),)),), RACI)
    assert "│Marketing and more " in render_show("text", [plan], Style(60))
    narrow = [line for line in render_show("text", [plan], Style(40)).splitlines() if "│" in line]
    assert max(map(cell_len, narrow)) <= 40
