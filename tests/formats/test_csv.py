"""CSV and TSV as people and programs write them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.tables import csv_


def rows(text: str, path: str = "plan.csv", delimiter: str | None = None) -> list[list[str]]:
    (grid,) = csv_.read(text.encode(), path, delimiter)
    assert (grid.name, grid.merged) == (None, None)
    return [list(row) for row in grid.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out(delimiter: str) -> None:
    table = [["Activity", "Lead", "Ops"], ["Plan", "R", "A"], ["Build", "C", ""]]
    assert rows("\n".join(map(delimiter.join, table))) == table


@pytest.mark.parametrize(
    ("text", "first_row"),
    [
        ("Task;Lead\nPlan, build, run;R\nShip, slowly;A\nStop;C\n", ["Task", "Lead"]),
        ("Task,R,A\nPlan,Ann;Bob,Cid\nBuild,Ann;Bob;Dan,Cid\nShip,Ann,Bob;Cid\n", ["Task", "R", "A"]),
        ("Task,Lead,Ops\nPlan,R|A,C\nBuild,R|A,I\n", ["Task", "Lead", "Ops"]),
        ('"Task; what";"Lead, who"\n"a, b, c";R\n', ["Task; what", "Lead, who"]),
        ("Our plan\n\nTask;Lead;Ops\nPlan;R;A\n;;\nLegend: R = does it, A = answers, C = is asked\n", ["Our plan"]),
        ("Activities\nPlan\nBuild\n", ["Activities"]),
    ],
)
def test_other_delimiters_inside_cells_do_not_mislead(text: str, first_row: list[str]) -> None:
    assert rows(text)[0] == first_row


def test_row_numbers_are_those_of_a_spreadsheet() -> None:
    text = '\nTask,Lead\r\n\r\n"Plan\r\nand build",R\r\nlegend\r\n'
    assert rows(text) == [[], ["Task", "Lead"], [], ["Plan\nand build", "R"], ["legend"]]


def test_a_first_line_sep_is_obeyed_and_no_row() -> None:
    assert rows("sep=|\nTask|Lead\na,b|R\n") == [["Task", "Lead"], ["a,b", "R"]]
    assert rows("sep=;\nTask;Lead\n", delimiter=",") == [["Task", "Lead"]]


def test_tsv_is_tabbed_unless_it_holds_no_tab() -> None:
    assert rows("Task, long\tR,A\n", "plan.TSV") == [["Task, long", "R,A"]]
    assert rows("Task,Lead\nPlan,R\n", "plan.tsv") == [["Task", "Lead"], ["Plan", "R"]]


def test_a_delimiter_that_is_given_counts() -> None:
    assert rows("a,b;c\n", delimiter=";") == [["a,b", "c"]]


def test_quotation_marks_inside_cells_are_kept() -> None:
    assert rows('Task,Lead\n5" pipe,R\n"say ""yes""",A\n') == [["Task", "Lead"], ['5" pipe', "R"], ['say "yes"', "A"]]


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_quotation_mark_that_is_never_closed_is_reported(end: str) -> None:
    with pytest.raises(UnreadableFileError, match=r'^plan\.csv:3: a quotation mark \("\) opens in the row'):
        rows(f'Task,Lead\nPlan,R\nBuild,"A\nShip,C\nStop,"I{end}'.replace('"I', "I"))


def test_a_cell_without_end_is_reported() -> None:
    with pytest.raises(UnreadableFileError, match=r"^plan\.csv:2: a cell in the row that starts here is longer than"):
        rows('Task,Lead\n"' + "x" * 200_000)
    assert len(rows("Task,Lead\n" + "x" * 32_767 + ",R\n")[1][0]) == 32_767


@pytest.mark.parametrize("text", ["", "\n", "a", ",", ",\n\n,"])
def test_almost_nothing_is_read_too(text: str) -> None:
    assert "".join(cell for row in rows(text) for cell in row) == text.strip("\n,")


cells = st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n"), max_size=8)


@given(st.lists(st.lists(cells, min_size=2, max_size=5), min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_every_table_is_read_back(table: list[list[str]], delimiter: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(table)
    (grid,) = csv_.read(text.getvalue().encode("utf-8-sig"), "plan.csv", delimiter)
    assert grid.rows == table
