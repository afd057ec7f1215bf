"""Tables that are drawn in plain text inside Markdown, as Pandoc writes them."""

from __future__ import annotations

import textwrap

import pytest

from raci_cli.errors import NoMatrixError
from raci_cli.formats.tables import markdown


def tables(text: str) -> list[list[list[str]]]:
    return [[list(row) for row in grid.rows] for grid in markdown.read(textwrap.dedent(text).encode(), "notes.md")]


def test_columns_under_dashes() -> None:
    assert tables("""
        # Plan

          Task              Lead   Desk
          ----------------- ------ ------
          **Go live**       A/R    I
          Ask the others           C

        Text goes on.
    """) == [[["Task", "Lead", "Desk"], ["Go live", "A/R", "I"], ["Ask the others", "", "C"]]]


def test_rows_of_several_lines() -> None:
    assert tables("""
          ---------------------------------------
          Task              **Team   Desk
                            lead**
          ----------------- -------- ------------
          Go live, with     A        R
          everybody

          Ask               R        I
          ---------------------------------------

        Text goes on.
    """) == [[["Task", "Team lead", "Desk"], ["Go live, with everybody", "A", "R"], ["Ask", "R", "I"]]]


def test_a_grid_with_a_cell_over_several_columns() -> None:
    assert tables("""
        +-----------+--------+------+
        | Task      | Team   | Desk |
        |           | lead   |      |
        +===========+:======:+======+
        | Phase one                 |
        +-----------+--------+------+
        | Go        | A      | R    |
        +-----------+--------+------+
    """) == [[["Task", "Team lead", "Desk"], ["Phase one", "", ""], ["Go", "A", "R"]]]


def test_wide_characters_take_two_places() -> None:
    assert tables("""
          任务       产品经理   开发
          ---------- ---------- ------
          需求分析   A          C
          编码       I          A/R
    """) == [[["任务", "产品经理", "开发"], ["需求分析", "A", "C"], ["编码", "I", "A/R"]]]


def test_the_heading_above_belongs_to_the_table() -> None:
    (grid,) = markdown.read(b"## Plan\n\nTask   Lead\n------ ----\nGo     A\n", "notes.md")
    assert grid.heading == "Plan"


@pytest.mark.parametrize(
    "text",
    [
        "Title\n-----\n\nText.\n",
        "-----\n\nText between two lines.\n\n-----\n",
        "A sentence\n--\n",
        "```\nTask   Lead\n------ ----\nGo     A\n```\n",
    ],
    ids=["heading", "lines across the page", "two dashes", "code"],
)
def test_no_table(text: str) -> None:
    assert not tables(text)


def test_a_line_of_a_million_columns_is_refused_at_once() -> None:
    ruler = "-- " * 100_000
    with pytest.raises(NoMatrixError, match="too large"):
        tables("Task Lead\n" + ruler + "\n" + "x\n" * 1_000)
