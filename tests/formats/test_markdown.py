"""Tables in Markdown, as people write them."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.formats.hidden import spelled_out
from raci_cli.formats.tables import markdown
from raci_cli.formats.tables.markdown_text import escaped, plain_text
from raci_cli.model import Grid, Span


def read(text: str) -> tuple[Grid, ...]:
    return markdown.read(textwrap.dedent(text).encode(), "notes.md")


def rows(text: str) -> list[list[str]]:
    (grid,) = read(text)
    return [list(row) for row in grid.rows]


def test_a_file_holds_prose_and_several_tables() -> None:
    first, second, third, fourth = read("""
        ---
        title: not a heading
        ---
        Intro | with a bar

        # Plan `A` ##

        | Task | Lead |
        |------|:----:|
        | Go   | R    |

        Text between.

        **Phase 2: build**

        Task | Lead
        --- | ---
        Stop | A
        Build \\| run | C

        Old style heading
        -----------------
        > | Task | Lead |
        > |---|---|
        > | Quoted | I |

        ## <!-- hidden --> [Linked](https://example.org/x_(y)) *heading*
        | Task |
        |---|
    """)
    assert (first.name, first.heading, first.rows) == ("table 1", "Plan A", [["Task", "Lead"], ["Go", "R"]])
    assert (second.name, second.heading) == ("table 2", "Phase 2: build")
    assert second.rows == [["Task", "Lead"], ["Stop", "A"], ["Build | run", "C"]]
    assert (third.heading, third.rows) == ("Old style heading", [["Task", "Lead"], ["Quoted", "I"]])
    assert (fourth.heading, fourth.rows) == ("Linked heading", [["Task"]])


def test_a_table_that_is_alone_has_no_name() -> None:
    (grid,) = read("| Task | Lead |\n|---|---|\n| Go | R |")
    assert (grid.name, grid.heading) == (None, "")


def test_ragged_rows_and_rows_without_their_last_bar() -> None:
    assert rows("""
        | Task | Lead | Ops
        |---|---|---|
        | **Phase one** |
        | Go | R
        | Stop | | A |
        |||
        | |- | none |
    """) == [["Task", "Lead", "Ops"], ["Phase one"], ["Go", "R"], ["Stop", "", "A"], ["", ""], ["", "-", "none"]]


def test_rows_behind_blank_lines_and_rulers_inside_a_table() -> None:
    assert rows("""
        | Task | Lead |
        |---|---|
        | Go | R |
        |---|---|
        | - | - |

        | Stop | A |

        The end | of it
    """) == [["Task", "Lead"], ["Go", "R"], ["-", "-"], ["Stop", "A"]]


def test_a_blank_line_after_every_row() -> None:
    assert rows("""
        | Task | Lead |

        |---|---|

        | Go | R |

        | Stop | A |


        The end | of it
    """) == [["Task", "Lead"], ["Go", "R"], ["Stop", "A"]]


def test_a_ruler_without_bars() -> None:
    assert rows("""
        Task | Lead | Desk
        ------------------
        Go   | R    | I
        Stop | A    | R
    """) == [["Task", "Lead", "Desk"], ["Go", "R", "I"], ["Stop", "A", "R"]]


@pytest.mark.parametrize("text", ["a | b | c\n---\nprose\n", "a | b\n---\nc | d\n"])
def test_a_heading_with_bars_is_no_table(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_code_is_passed_over(fence: str) -> None:
    assert rows(f"{fence}md\n| A | B |\n|---|---|\n``\n{fence}\n| C | D |\n|---|---|\n") == [["C", "D"]]
    assert read(f"{fence}\n| A | B |\n|---|---|\n") == ()


@pytest.mark.parametrize("text", ["", "prose\n---\n", "a | b\nno ruler | here\n", "---\n", "|---|---|\n"])
def test_no_table_no_grid(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**A**", "A"),
        ("__RA__", "RA"),
        ("*x*", "x"),
        ("_x_", "x"),
        ("***A***", "A"),
        ("**A**/R", "A/R"),
        ("**A** / *R*", "A / R"),
        ("~~I~~", "I"),
        ("`R`", "R"),
        ("`` `R` ``", "`R`"),
        ("`**`", "**"),
        ("A*", "A*"),
        ("I**", "I**"),
        ("R* and A*", "R* and A*"),
        ("go_live_date", "go_live_date"),
        ("snake_ and _case", "snake_ and _case"),
        ("[Plan](https://example.org/a_b)", "Plan"),
        ('[**Plan**](x.md "title")', "Plan"),
        ("![icon](x.png) Plan", "icon Plan"),
        ("[define]", "[define]"),
        ("R<br>A<br/>C", "R\nA\nC"),
        ("<b>R</b> <span style='x'>A</span>", "R A"),
        ("<your name>", "<your name>"),
        ("<https://example.org>", "https://example.org"),
        ("R &amp; D&nbsp;&#65;&#x41;", "R & D\u00a0AA"),
        ("R & D; A&B", "R & D; A&B"),
        (r"\*A\* \[x\] \\ \|", r"*A* [x] \ |"),
        ("**open", "**open"),
        ("*a **b* c**", "a **b c**"),
        (":smile: [red]x[/]", ":smile: [red]x[/]"),
    ],
)
def test_only_the_text_of_a_cell_is_kept(source: str, text: str) -> None:
    assert plain_text(source) == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])))
def test_what_is_escaped_is_read_back(text: str) -> None:
    assert plain_text(escaped(text)) == spelled_out(text).strip()


@given(st.text("*_`~[]()<>!&;#|\\ a\n-:"))
def test_no_text_breaks_the_reader(text: str) -> None:
    for grid in markdown.read(text.encode(), "notes.md"):
        assert all(isinstance(cell, str) for row in grid.rows for cell in row)


@pytest.mark.parametrize(
    "piece", ["*", "`", "[", "![a](", "<a ", "**a", "| ", "\\", "&#", "_a_ ", " ", "#", "- ", "<table>", "\n", "a |b\n"]
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    markdown.read(f"# {piece * 30_000}\n| A |\n|---|\n| {piece * 30_000} |\n\n{piece * 30_000}x".encode(), "notes.md")


def test_html_tables() -> None:
    (grid,) = read("""
        ## Who does what
        <table class="wide"><thead>
          <tr><th rowspan="2">Task</th><th colspan=2>Sales &amp; more</th></tr>
          <tr><th>Lead<th>Ops</tr></thead>
          <tr><td>Plan<br>
              and <b>build</b></td><td>R</td><td> A </td></tr>
          <tr></tr>
          <tr><td rowspan=99>Go<td>I
        </table> text
    """)
    assert grid.heading == "Who does what"
    assert grid.rows == [
        ["Task", "Sales & more", ""],
        ["", "Lead", "Ops"],
        ["Plan\nand build", "R", "A"],
        [],
        ["Go", "I"],
    ]
    assert grid.merged == (Span(0, 0, 1, 0), Span(0, 1, 0, 2))


def test_html_and_pipe_tables_stand_side_by_side() -> None:
    nested = "<TABLE><tr><td>D<table><tr><td>inner</td></tr></table></td></tr></TABLE>"
    text = f"<table><tr><td>A</td></tr></table>\n\n| B | C |\n|---|---|\n\n{nested}\n"
    assert [(grid.name, grid.rows[0][0]) for grid in read(text)] == [
        ("table 1", "A"),
        ("table 2", "B"),
        ("table 3", "Dinner"),
    ]


@pytest.mark.parametrize(
    "text",
    ["<table", "<table>", "<table><tr><td>A", "<table></table></table>", "<table><td colspan='x' rowspan='-1'>A"],
)
def test_broken_html_is_read_as_far_as_it_goes(text: str) -> None:
    assert "".join(cell for grid in read(text) for row in grid.rows for cell in row) in ("", "A")


def test_the_first_table_carries_the_sentences_that_may_explain_letters() -> None:
    first, second = read("""
        V = Verifies, **I** - Informed

        | Task | Lead |
        |------|------|
        | Go   | V    |

        - `D`: Decides
        Nothing of the kind.

        | Task | Lead |
        |------|------|
        | Go   | D    |
    """)
    assert first.around == ("V = Verifies, I - Informed", "- D: Decides")
    assert second.around == ()


@pytest.mark.parametrize(
    ("source", "shown"), [("[[Desk]]", "Desk"), (r"[[people/desk\|Desk]]", "Desk"), ("[](a.md)", ""), ("[[]]", "[[]]")]
)
def test_links_of_a_wiki(source: str, shown: str) -> None:
    assert plain_text(source) == shown
