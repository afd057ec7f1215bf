"""Tables in AsciiDoc, as people write them."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.errors import NoMatrixError, UnreadableFileError
from raci_cli.formats.tables import asciidoc
from raci_cli.model import Grid, Span


def read(text: str) -> tuple[Grid, ...]:
    return asciidoc.read(textwrap.dedent(text).encode(), "notes.adoc")


def rows(text: str) -> list[list[str]]:
    (grid,) = read(text)
    return [list(row) for row in grid.rows]


def test_cells_on_one_line_and_one_per_line() -> None:
    assert rows("""
        [cols="6,^1,^1"]
        |===
        |Task|Lead |Ops

        .^|Plan *and* build
        .^|R & A
        |C

        |Ship
        |
        |_I_
        |===
    """) == [["Task", "Lead", "Ops"], ["Plan and build", "R & A", "C"], ["Ship", "", "I"]]


@pytest.mark.parametrize(
    "columns", ["", "[cols=3*]\n", '[cols="1,2*^.^e", options="header"]\n', "[%header,cols=3*<]\n", "[cols='1,1,1']\n"]
)
def test_the_number_of_columns(columns: str) -> None:
    assert rows(f"{columns}|===\n|Task|Lead|Ops\n\n|Plan\n|R\n|A\n|===\n") == [
        ["Task", "Lead", "Ops"],
        ["Plan", "R", "A"],
    ]


def test_cells_over_several_rows_and_columns() -> None:
    (grid,) = read("""
        |===
        .2+|Task 2+^.^s|Sales
        |Lead |Ops
        3+h|Phase one
        a|Plan \\| build 2*|R
        |===
    """)
    assert grid.rows == [["Task", "Sales", ""], ["", "Lead", "Ops"], ["Phase one", "", ""], ["Plan | build", "R", "R"]]
    assert grid.merged == (Span(0, 0, 1, 0), Span(0, 1, 0, 2), Span(2, 0, 2, 2))


def test_headings_titles_and_several_tables() -> None:
    first, second = read("""
        = Handbook

        == Phase _one_
        |===
        |a|b
        |===

        ----
        |===
        |code
        |===
        ----

        .Who does what
        [cols=2*]
        |===
        // a comment
        |c |d +
        e
        |===
    """)
    assert (first.name, first.heading, first.rows) == ("table 1", "Phase one", [["a", "b"]])
    assert (second.name, second.heading, second.rows) == ("table 2", "Who does what", [["c", "d\ne"]])


def test_other_separators_and_comma_tables() -> None:
    assert rows("[separator=;]\n|===\n;Task;Lead\n;a|b;R\n|===") == [["Task", "Lead"], ["a|b", "R"]]
    assert rows(',===\nTask,Lead\n"a, b",R\n,===') == [["Task", "Lead"], ["a, b", "R"]]
    assert rows("[format=csv, separator=;]\n|===\nTask;Lead\na;R\n|===") == [["Task", "Lead"], ["a", "R"]]
    assert rows("[format=tsv]\n|===\nTask\tLead\n|===") == [["Task", "Lead"]]
    assert rows(":===\nTask:Lead\n:===") == [["Task", "Lead"]]


def test_single_letters_are_cells_and_no_styles() -> None:
    assert rows("|===\n|a|d|e|s\n|===") == [["a", "d", "e", "s"]]


def test_links_and_line_breaks_become_text() -> None:
    assert rows("|===\n|https://example.org[Plan] {nbsp}x|link:a.html[Go]\n\n|one\ntwo\n\nthree |`R`\n|===") == [
        ["Plan \u00a0x", "Go"],
        ["one two\nthree", "R"],
    ]


def test_a_table_without_end_reaches_to_the_end() -> None:
    assert rows("|===\n|a|b\n|c") == [["a", "b"], ["c"]]


def test_a_table_of_millions_of_cells_is_refused() -> None:
    with pytest.raises(NoMatrixError, match="more than 2,200,000 cells"):
        read("|===\n" + "999*|x\n" * 20_000 + "|===")


@given(st.text("|=.+*^<>as2[]\"',;:\\ \n"))
def test_no_text_breaks_the_reader(text: str) -> None:
    for source in (text, f"|===\n{text}\n|===", f"[{text}]\n|===\n{text}"):
        try:
            grids = asciidoc.read(source.encode(), "notes.adoc")
        except UnreadableFileError as error:
            assert "quotation mark" in str(error)  # noqa: PT017 - the only thing that can be wrong here
        else:
            assert all(isinstance(cell, str) for grid in grids for row in grid.rows for cell in row)
