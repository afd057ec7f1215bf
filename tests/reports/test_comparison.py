"""Laws of what `raci diff` prints, whatever leaders, roles and activities are called."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from compared import same, three, two
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from samples import NASTY
from test_hostile_texts import COMMAND, HIDDEN, PIPE, hostile

from raci_cli.compare import claims, compare, compare_rounds
from raci_cli.compare.agenda import agenda as agenda_of
from raci_cli.model import Activity, Assignment, Matrix, Phase, Role
from raci_cli.model.comparison import Copy
from raci_cli.model.schemes import RACI
from raci_cli.reports import Style
from raci_cli.reports.agenda import AGENDAS, render_agenda
from raci_cli.reports.agenda.document import AgendaDocument
from raci_cli.reports.comparison import COMPARISONS, render_comparison
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.screen import width

ANSI = re.compile("\x1b\\[[0-9;]*m")
LONG = "A very long name " * 20


@st.composite
def results(draw: st.DrawFn) -> Result:
    """Two or three copies that share a role and an activity, with names of all kinds; perhaps a base, or two rounds."""
    leaders = draw(st.lists(hostile, min_size=2, max_size=3, unique=True))
    names, tasks = draw(st.lists(hostile, max_size=3)), draw(st.lists(hostile | st.just(LONG), max_size=3))
    copies = []
    for leader in leaders:
        roles = tuple(Role(f"{name}", key=f"{name} {number}") for number, name in enumerate(["Shared", *names]))
        letters = st.sampled_from(("R", "A", "RA", "C", "-", ""))
        activities = []
        for task in ["Kickoff", *tasks]:
            cells = (Assignment(index, draw(letters)) for index in range(len(roles)))
            activities.append(Activity(task, tuple(cell for cell in cells if cell.letters)))
        copies.append(Copy(leader, Matrix(roles, tuple(activities), RACI)))
    base = draw(st.sampled_from((None, None, copies[0].matrix)))
    rounds = compare_rounds(copies[::-1], copies) if draw(st.integers(0, 3)) == 0 else None
    comparison = compare(copies, base=base)
    return Result(comparison, claims(comparison), rounds, everything=draw(st.booleans()))


@given(results(), st.sampled_from(sorted(set(COMPARISONS) - {"csv"})), st.integers(40, 140), st.booleans())
def test_no_format_hides_anything_or_gives_a_runner_an_order(some: Result, name: str, cells: int, colour: bool) -> None:
    text = render_comparison(name, some, Style(cells, colour))
    seen = ANSI.sub("", text) if name == "text" else text
    assert not HIDDEN.search(seen.replace("\t", "") if name == "plain" else seen)
    assert not COMMAND.search(text)
    text.encode()


@given(results(), st.sampled_from(sorted(AGENDAS)), st.integers(40, 140), st.booleans())
def test_an_agenda_hides_nothing_either(some: Result, name: str, cells: int, colour: bool) -> None:
    text = render_agenda(name, agenda_of(some.comparison), Style(cells, colour))
    seen = ANSI.sub("", text) if name == "text" else text
    assert not HIDDEN.search(seen)
    assert not COMMAND.search(text)
    text.encode()


@given(results())
def test_an_agenda_is_the_json_that_its_schema_promises(some: Result) -> None:
    text = render_agenda("json", agenda_of(some.comparison, top=1), Style())
    found = TypeAdapter(AgendaDocument).validate_python(json.loads(text), strict=True)
    assert found["leaders"] == list(some.comparison.leaders)


@given(results(), st.integers(60, 140))
def test_no_line_is_wider_than_the_terminal(some: Result, cells: int) -> None:
    for line in render_comparison("text", some, Style(cells)).splitlines():
        assert width(line) <= cells or "raci.yaml" in line or line.startswith("    "), line


@given(results())
def test_data_gives_back_every_text_as_it_was(some: Result) -> None:
    leaders = list(some.comparison.leaders)
    document = json.loads(render_comparison("json", some, Style()))
    assert [each["leader"] for each in document["copies"]] == leaders
    lines = list(csv.DictReader(io.StringIO(render_comparison("csv", some, Style()), newline="")))
    assert len(lines) == len(some.comparison.rows) * len(some.comparison.roles) * len(leaders)


@given(results())
def test_markdown_tables_keep_their_columns(some: Result) -> None:
    for table in render_comparison("markdown", some, Style()).split("\n\n"):
        if table.startswith("| "):
            assert len({len(PIPE.findall(row.replace("\\\\", ""))) for row in table.strip().split("\n")}) == 1


@given(results())
def test_plain_has_one_line_for_each_cell_in_dispute(some: Result) -> None:
    for line in render_comparison("plain", some, Style()).split("\n")[:-1]:
        assert len(line.split("\t")) in (3, 4, 5, 6, 7)


@pytest.mark.parametrize("name", NASTY)
def test_nasty_leaders_are_shown_as_they_are_called(name: str) -> None:
    first, second = (copy.matrix for copy in two().comparison.copies)
    copies = [Copy(name, first), Copy("Other", second), Copy("Third", second)]
    text = render_comparison("text", Result(compare(copies)), Style(200))
    assert not HIDDEN.search(text)
    assert "Other" in text


def test_same_is_what_the_exit_code_says() -> None:
    assert same().same
    assert not two().same
    assert not three().same


@pytest.mark.parametrize("cells", [50, 60, 80])
def test_phases_can_be_told_apart_on_a_narrow_screen(cells: int) -> None:
    names = [f"Phase number {number}" for number in (1, 2)]
    activities = [Activity(f"Task {name}", (Assignment(0, "A"),), name) for name in names]
    matrix = Matrix((Role("Lead"), Role("Desk")), tuple(activities), RACI, tuple(map(Phase, names)))
    text = render_comparison(
        "text", Result(compare([Copy("Anna", matrix), Copy("Ben", matrix), Copy("Cy", matrix)])), Style(cells)
    )
    assert all(f"\n  {name} " in text for name in names), text
