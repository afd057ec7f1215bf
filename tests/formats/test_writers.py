"""Every text form a matrix can be written in, and that we read it back."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from raci_cli.errors import UsageError
from raci_cli.formats.tables import csv_, markdown
from raci_cli.formats.writers import WRITERS, format_of, writer
from raci_cli.layouts.recognise import recognise
from raci_cli.model import Grid, Matrix, Role, Source
from raci_cli.model.schemes import RACI
from strategies import matrices
from tables import matrix

PLAN = matrix("""
    title: Our plan
    Activity                | Sales: Account Executive | Services: Trainer | Product: Developer | Product: Developer
    # Sales
    Sign the contract       | A/R                      | C                 |                    |
    # Onboarding
    ## Start
    Plan the start          | A                        | R                 | -                  |
    Train the team          |                          | R/A               |                    | I
    ## Build
    Connect, and "try" it   |                          | A                 |                    | R
    Not filled in           |                          |                   |                    |
    # Renewal
    Review                  | A                        | R                 |                    |
""")

Cell = tuple[str, str, str, str, str]


def cells(found: Matrix) -> Counter[Cell]:
    """What a matrix says, cell by cell."""
    return Counter(
        (activity.phase, activity.section, activity.name, found.roles[cell.role].name, cell.letters)
        for activity in found.activities
        for cell in activity.assignments
    )


def read_back(form: str, *written: Matrix) -> tuple[Matrix, ...]:
    """Through the text and the recognition of our own reader."""
    data = WRITERS[form](written).encode()
    grids: tuple[Grid, ...] = markdown.read(data, "plan.md") if form == "markdown" else csv_.read(data, "plan.csv")
    return recognise(grids, "plan")


def test_long_csv_is_the_interchange_form() -> None:
    assert WRITERS["long-csv"]([PLAN]) == (
        "sheet,phase,section,activity,group,role,letters,cell\n"
        "RACI,Sales,,Sign the contract,Sales,Account Executive,RA,B3\n"
        "RACI,Sales,,Sign the contract,Services,Trainer,C,C3\n"
        "RACI,Onboarding,Start,Plan the start,Sales,Account Executive,A,B6\n"
        "RACI,Onboarding,Start,Plan the start,Services,Trainer,R,C6\n"
        "RACI,Onboarding,Start,Plan the start,Product,Developer,-,D6\n"
        "RACI,Onboarding,Start,Train the team,Services,Trainer,RA,C7\n"
        "RACI,Onboarding,Start,Train the team,Product,Developer,I,E7\n"
        'RACI,Onboarding,Build,"Connect, and ""try"" it",Services,Trainer,A,C9\n'
        'RACI,Onboarding,Build,"Connect, and ""try"" it",Product,Developer,R,E9\n'
        "RACI,Renewal,,Review,Sales,Account Executive,A,B12\n"
        "RACI,Renewal,,Review,Services,Trainer,R,C12\n"
    )


def test_grid_csv_has_a_row_of_groups_over_the_roles() -> None:
    assert WRITERS["csv"]([PLAN]) == (
        ",,,Sales,Services,Product,Product\n"
        "Phase,Section,Activity (RACI),Account Executive,Trainer,Developer,Developer\n"
        "Sales,-,Sign the contract,R/A,C,,\n"
        "Onboarding,Start,Plan the start,A,R,-,\n"
        "Onboarding,Start,Train the team,,R/A,,I\n"
        'Onboarding,Build,"Connect, and ""try"" it",,A,,R\n'
        "Onboarding,Build,Not filled in,,,,\n"
        "Renewal,-,Review,A,R,,\n"
    )


def test_columns_that_would_be_empty_are_left_out() -> None:
    bare = matrix("""
        Activity | Lead
        Plan     | R
    """)
    assert WRITERS["csv"]([bare]) == "Activity (RACI),Lead\nPlan,R\n"


def test_markdown_shows_the_matrix_and_its_letters() -> None:
    small = matrix("""
        title: Plan *B*
        Activity          | Lead [tbd] | R&D
        # Start_up
        Build; run <fast> | A/R        | -
    """)
    assert (
        WRITERS["markdown"]([small, small]).split("\n# ")[0]
        == r"""# Plan \*B\*

| Phase | Activity (RACI) | Lead \[tbd\] | R\&D |
| --- | --- | :-: | :-: |
| Start\_up | Build; run \<fast> | R/A | - |

| Letter | Meaning |
| :-: | --- |
| R | Responsible |
| A | Accountable |
| C | Consulted |
| I | Informed |
"""
    )


def test_markdown_keeps_bars_and_line_breaks_inside_their_cell() -> None:
    role = Role("a | b\nc\\|d\r\ne\x1b[31m")
    header = WRITERS["markdown"]([Matrix((role,), (), RACI)]).splitlines()[2]
    assert header == r"| Activity (RACI) | a \| b<br>c\\\|d<br>e␛\[31m |"


def test_csv_texts_are_written_as_they_are() -> None:
    odd = Matrix((Role("=SUM(A1)"), Role("[red]x[/]\x1b[31m"), Role("\u202eabc")), (), RACI)
    assert next(csv.reader(io.StringIO(WRITERS["csv"]([odd])))) == [
        "Activity (RACI)",
        "=SUM(A1)",
        "[red]x[/]\x1b[31m",
        "\u202eabc",
    ]


@given(matrices())
@settings(max_examples=100, deadline=None)
def test_long_csv_holds_every_assignment_whatever_the_names(any_matrix: Matrix) -> None:
    lines = list(csv.DictReader(io.StringIO(WRITERS["long-csv"]([any_matrix]), newline="")))
    found = Counter((line["phase"], line["section"], line["activity"], line["role"], line["letters"]) for line in lines)
    assert found == cells(any_matrix)


@pytest.mark.parametrize("form", ["csv", "markdown", "long-csv"])
def test_our_reader_finds_every_cell_again(form: str) -> None:
    (again,) = read_back(form, PLAN)
    assert cells(again) == cells(PLAN)
    assert [phase.name for phase in again.phases] == ["Sales", "Onboarding", "Renewal"]


@pytest.mark.parametrize("form", ["csv", "markdown"])
@pytest.mark.parametrize("flat", ["section", "phase and section"])
def test_our_reader_finds_fewer_levels_too(form: str, flat: str) -> None:
    phaseless = {activity.phase: "" if "phase" in flat else activity.phase for activity in PLAN.activities}
    plan = replace(
        PLAN,
        activities=tuple(
            activity._replace(phase=phaseless[activity.phase], section="") for activity in PLAN.activities
        ),
    )
    (again,) = read_back(form, plan)
    assert cells(again) == cells(plan)
    assert len(again.activities) == len(plan.activities)


def test_grid_csv_keeps_groups() -> None:
    (again,) = read_back("csv", PLAN)
    assert [role.group for role in again.roles] == ["Sales", "Services", "Product", "Product"]


@pytest.mark.parametrize("form", ["json", "yaml", "csv"])
def test_forms_for_one_matrix_refuse_several(form: str) -> None:
    second = replace(PLAN, source=Source("plan.xlsx", "Backup"))
    with pytest.raises(
        UsageError, match=r"holds one matrix, and here are 2: 'RACI', 'Backup'\. Choose one with --sheet\.$"
    ):
        WRITERS[form]([PLAN, second])
    with pytest.raises(UsageError, match=r"holds one matrix, and here are 0\."):
        WRITERS[form]([])


@pytest.mark.parametrize("form", WRITERS)
def test_every_form_ends_with_one_line_end(form: str) -> None:
    text = WRITERS[form]([PLAN])
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("plan.csv", "csv"),
        ("plan.TSV", "csv"),
        ("a.b/plan.MD", "markdown"),
        ("plan.markdown", "markdown"),
        ("plan.json", "json"),
        ("plan.v2.yaml", "yaml"),
        ("C:\\x.y\\plan.yml", "yaml"),
    ],
)
def test_the_suffix_tells_the_format(path: str, form: str) -> None:
    assert format_of(path) == form


@pytest.mark.parametrize("form", ["csv", "long-csv"])
def test_a_file_called_tsv_has_tabs(form: str) -> None:
    plan = matrix("""
        Activity          | Lead, sales
        Kickoff, together | A
    """)
    text = writer(form, "plan.tsv")([plan])
    assert "Kickoff, together\t" in text
    assert text.replace("\t", ",").replace('"', "") == writer(form, "plan.csv")([plan]).replace('"', "")


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (
            "plan.yalm",
            r"plan\.yalm: '\.yalm' stands for no format that raci writes\. Did you mean '\.yaml'\? Known are \.xlsx, ",
        ),
        ("plan.docx", r"plan\.docx: '\.docx' stands for no format that raci writes\. Known are "),
        ("a.b/plan", r"a\.b/plan: the name has no suffix that tells the format\. Known are .* \.yaml, \.yml\.$"),
    ],
)
def test_another_suffix_is_refused_with_those_that_are_known(path: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=f"^{sentence}"):
        format_of(path)


def test_markdown_and_csv_keep_the_groups_of_roles() -> None:
    for form in ("markdown", "csv"):
        (found,) = read_back(form, PLAN)
        assert [(role.group, role.name) for role in found.roles] == [(role.group, role.name) for role in PLAN.roles]
