"""What `raci diff` tells, each on a small example."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import yaml
from compared import rounds, three, two, with_base

from raci_cli.compare import claims, compare, headline_alpha
from raci_cli.model import Scheme
from raci_cli.model.comparison import Copy, Doubtful
from raci_cli.reports import Style
from raci_cli.reports.comparison import render_comparison
from raci_cli.reports.comparison.result import Result
from tables import matrix

FLAT = """
    Activity  | Lead | Trainer
    Ship it   | A    | R
    Test it   | A    | R
    """


def result(*tables: str, everything: bool = False) -> Result:
    copies = [Copy(name, matrix(table)) for name, table in zip(("Ann", "Ben", "Cy"), tables, strict=False)]
    return Result(compare(copies), everything=everything)


def text(some: Result, cells: int = 100, *, quiet: bool = False) -> str:
    return render_comparison("text", some, Style(cells, quiet=quiet))


def markdown(some: Result, *, quiet: bool = False) -> str:
    return render_comparison("markdown", some, Style(quiet=quiet))


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_the_headline_alone_does_not_add_up_all_the_rest(name: str) -> None:
    some = three()
    said = render_comparison(name, some, Style(80, quiet=True))
    assert "summary" not in vars(some.comparison)
    alpha = headline_alpha(some.comparison, interval=True)
    assert alpha == some.comparison.agreement.accountable
    assert f"{alpha.value:.2f}" in said
    assert "In dispute" not in said


def test_programs_may_ask_for_the_headline_alone_too() -> None:
    lines = render_comparison("plain", three(), Style(quiet=True)).splitlines()
    assert [line.split("\t")[0] for line in lines] == ["agreed", *["alpha"] * 5]
    assert plain(three())[:6] == lines


def test_the_headline_of_two_has_the_alpha_too() -> None:
    assert "agreed on 3 of 6 activities, alpha -0.14 (workshop)" in text(two(), quiet=True)
    assert "alpha" not in text(result(FLAT, FLAT), quiet=True), "of two activities, it says less than the count"


def test_without_anybody_accountable_the_headline_counts_who_is_responsible() -> None:
    tables = ("scheme: rs\nActivity | Lead | Desk\nPlan | R | S\nRun | R | S",) * 2
    some = result(*tables, "scheme: rs\nActivity | Lead | Desk\nPlan | S | R\nRun | R | S")
    assert "Who is Responsible: agreed on 1 of 2" in text(some)
    assert "agreed\t1\t2\n" in render_comparison("plain", some, Style())


def test_the_headline_says_a_role_as_its_scheme_does() -> None:
    table = "scheme: daci\nActivity | Lead | Desk\nPlan | D | A\nRun | D | A"
    assert "Who is Approver: agreed on 2 of 2" in text(result(table, table, table))


def test_all_that_is_in_dispute_is_shown_without_being_asked_for() -> None:
    said = text(three())
    assert "5 activities in dispute, the weightiest first\n3 about who is Accountable, 1 about who is Resp" in said
    assert "   5  Usage report" in said, "which differs in other letters only"
    assert "Account Executive: C  Sales, Success\n         Account Executive: I  Services" in said
    assert "| 5 | Usage report | Adoption | · | Account Executive: C | Sales, Success |" in markdown(three())


def test_of_very_many_in_dispute_the_weightiest_are_shown() -> None:
    rows = [f"Task {chr(97 + number // 10)}{chr(97 + number % 10)}" for number in range(60)]
    tables = ["\n".join(["Activity | Lead | Desk", *(f"{row} | {cells}" for row in rows)]) for cells in ("A|R", "R|A")]
    some = result(tables[0], *tables)
    assert "20 more in dispute: --all shows them." in text(some)
    assert "  60  Task" in text(some._replace(everything=True))


def test_all_shows_what_two_agree_on() -> None:
    assert "Usage report" not in text(two())
    assert "3 activities agreed\n  Project plan" in text(two()._replace(everything=True))
    assert "### Agreed\n" in markdown(two()._replace(everything=True))


def test_claims_of_two_leaders_are_told() -> None:
    comparison = two().comparison
    said = text(Result(comparison, claims(comparison)))
    assert "2 activities claimed by several leaders\n  Kickoff meeting" in said
    assert "claimed by" not in text(two())


def test_against_a_base_all_shows_each_change_of_each_copy() -> None:
    some = with_base()
    assert "--all shows each change." in text(some)
    shown = text(some._replace(everything=True))
    services = shown.partition("From the base to Services\n")[2]
    assert "+ Billing  no letters" in services
    assert "~ Trainer → Trainers" in services
    assert "~ 30-day call\n    CSM" in services
    assert "No longer in Services\n- Health score  blank" in services
    assert "From the base to Success" not in shown, "which says the same"
    assert "| Services | 7 cells with other letters" in markdown(some)
    assert "From the base to Services: **7 cells" in markdown(some._replace(everything=True))
    changed = [line.split("\t")[1:] for line in plain(some) if line.startswith("changed")]
    assert ["Onboarding", "Go-live", "Trainer", "Services", "blank", "A"] in changed


def plain(some: Result) -> list[str]:
    return render_comparison("plain", some, Style()).splitlines()


def test_rows_left_blank_are_told_apart_from_other_changes() -> None:
    blank = FLAT.replace("Test it   | A    | R", "Test it   |      |")
    assert "2 cells with other letters in 1 activity (1 of them left blank)" in text(result(FLAT, blank))


def test_rounds_name_what_is_settled_reopened_and_stable() -> None:
    said = text(rounds())
    assert "3 settled since, 0 newly in dispute, 3 stable." in said
    assert "3 activities settled since round 1\n  Kickoff meeting" in said
    assert "3 activities stable, and not in dispute\n  Project plan" in said
    assert "| Go-live | Onboarding | settled since |" in markdown(rounds())
    lines = plain(rounds())
    assert {"moved\tSales\t6\t3\t3", "settled\tOnboarding\tGo-live", "stable\tAdoption\t30-day call"} <= set(lines)
    assert "round\t2\t6\t6\t1.000000" in lines


def test_markdown_tells_what_the_text_tells() -> None:
    said = markdown(three()._replace(everything=True))
    for line in (
        "| Who is Consulted | 0.51 |  | workshop: still far apart |",
        "| Onboarding | 1 of 4 |  |  |",
        "| 1 | Go-live | Onboarding, handoff | A | Account Executive | Sales |\n|  |  |  |  | CSM | Success |",
        "|  |  |  | · | Agent: I | Sales, Success |\n|  |  |  |  | Agent: no such role | Services |",
        "| Project plan | Onboarding | A CSM, R CSM |",
        "| Health score | Adoption | Sales |",
        "| role | Trainer (Sales, Success); Trainers (Services) |",
        "| CSM | 3 | 2 |",
    ):
        assert line in said, line


def test_a_pair_that_is_in_doubt_in_several_phases_is_listed_once() -> None:
    doubt = Doubtful("activities", "Fix bugs", "Fix all bugs", (0,), (1,), 80.0, "Whole words differ.")
    twice = (doubt, doubt._replace(copies=(1,), other_copies=(0,)))
    some = Result(replace(result(FLAT, FLAT).comparison, doubtful=twice))
    assert text(some).count("“Fix all bugs” (") == 1
    assert text(some).count('"Fix all bugs": "Fix bugs"') == 1
    assert markdown(some).count("| Fix bugs | Fix all bugs |") == 1


def test_the_lines_for_raci_yaml_can_be_pasted() -> None:
    other = FLAT.replace("Ship it ", "Ship the product").replace("Lead", "Team lead").replace("Trainer", "Trainers")
    some = result(FLAT.replace("Ship it ", "Ship product"), other)
    pins = text(some).partition("say so in raci.yaml:\n")[2]
    read = yaml.safe_load("\n".join(line[4:] for line in pins.splitlines()))
    assert read["aliases"]["activities"]
    for line in markdown(some).splitlines():
        if "aliases:" in line:
            assert yaml.safe_load(line.split("|")[-2].strip().replace("\\", ""))["aliases"]


def test_a_copy_without_phases_does_not_say_where_an_activity_stands() -> None:
    phased = FLAT.replace("    Ship", "    # Start\n    Ship")
    assert "different phases" not in text(result(phased, phased, FLAT))
    moved = FLAT.replace("    Ship", "    # Start\n    Ship").replace("    Test", "    # End\n    Test")
    assert "1 activity stands in different phases" in text(result(phased, moved, FLAT))


def test_each_of_several_that_are_called_alike_is_told_where_it_stands() -> None:
    one = "Activity | Lead\n# Start\nReview | A\nPlan | A\nTalk | A\n# Run\nReview | R\nGo | A\nRest | A"
    other = (
        "Activity | Lead\n# Start\nPlan | A\nTalk | A\n# Run\nGo | A\nRest | A\n# Mid\nReview | A\n# Late\nReview | R"
    )
    some = result(one, other, other)
    assert "2 activities stand in different phases" in text(some)
    for phases in ("Start (Ann); Mid (Ben, Cy)", "Run (Ann); Late (Ben, Cy)"):
        assert f"| Review | {phases} |" in markdown(some)


def test_what_a_scheme_calls_its_letters_is_no_markdown() -> None:
    scheme = Scheme("ours", (("R", "Does|it"), ("A", "<b>Owner")), responsible="R", accountable="A")
    copies = [
        Copy(name, replace(matrix(f"Activity | Lead | Desk\nPlan | {cells}"), scheme=scheme))
        for name, cells in (("Ann", "A | R"), ("Ben", "R | A"), ("Cy", "A | R"))
    ]
    assert "| Role | As \\<b>Owner | As Does\\|it |" in markdown(Result(compare(copies)))


def test_json_tells_whether_the_base_has_a_role() -> None:
    roles = json.loads(render_comparison("json", with_base(), Style()))["roles"]
    assert {role["name"]: role["base"] for role in roles}["Billing"] is None
    assert {role["name"]: role["base"] for role in roles}["Trainer"] == "Trainer"
