"""`raci diff` as from a shell."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import textwrap
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pydantic import TypeAdapter
from shell import Run, process, write

from raci_cli.reports.comparison import COMPARISONS
from raci_cli.reports.comparison.document import ComparisonDocument

HEAD = "Phase,Activity,Sales,Trainer,Customer\n"
ROWS = (
    "Start,Kickoff meeting,A,R,C",
    "Start,Training,I,R/A,C",
    "Run,Support,,R/A,I",
    "Run,Report,A,R,",
    "Run,Renewal,R/A,,I",
)
CLEAN = HEAD + "\n".join(ROWS) + "\n"
OTHER = CLEAN.replace("Kickoff meeting,A,R,C", "Kickoff meeting,C,R/A,-").replace("Run,Report,A,R,\n", "")
ROUNDS = ("--round", "first", "--round", "second")


def copies(**texts: str) -> None:
    for name, text in texts.items():
        write(f"copies/raci-{name}.csv", text)


def test_copies_that_say_the_same_are_fine(raci: Run) -> None:
    copies(sales=CLEAN, success=CLEAN, support=CLEAN)
    code, out, err = raci("diff", "copies")
    assert code == 0
    assert "Who is Accountable: agreed on 5 of 5 activities" in out
    assert "hold exactly the same bytes" in err
    code, out, _ = raci("diff", "copies/raci-sales.csv", "copies/raci-success.csv")
    assert (code, out.splitlines()[1]) == (0, "Both say the same")


def test_copies_that_nobody_filled_in_are_the_same_and_say_nothing(raci: Run) -> None:
    for leader in ("Sales", "Success"):
        assert raci("new", "--segment", "smb", "--for", leader, "-o", "copies").code == 0
    code, out, _ = raci("diff", "copies")
    assert code == 0
    assert "there is nothing to compare yet" in out


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Kickoff meeting,A,R,C", "Kickoff meeting,A,R,I", "1 cell with other letters in 1 activity"),
        ("Run,Renewal,R/A,,I\n", "", "1 activity missing"),
        ("Run,Renewal,R/A,,I\n", "Run,Renewal,R/A,,I\nRun,Offer,A,R,\n", "1 activity added"),
        ("Run,Renewal", "Start,Renewal", "1 activity moved"),
        ("Training", "Trainings", "1 activity renamed"),
        ("Training,I,R/A,C", "Training,,,", "3 cells with other letters in 1 activity (1 of them left blank)"),
        (",Customer\n", ",Customer,Lawyer\n", "1 role added"),
        ("Training", "  TRAINING ", "Both say the same"),
        ("Run,Report,A,R,\n", "Run,Report,A,R,-\n", "Both say the same"),
    ],
)
def test_what_changed_between_two(raci: Run, old: str, new: str, said: str) -> None:
    write("old.csv", CLEAN)
    write("new.csv", CLEAN.replace(old, new))
    code, out, _ = raci("diff", "old.csv", "new.csv")
    assert out.splitlines()[:2] == ["From old to new", said]
    assert code == (said != "Both say the same")


def test_several_copies_are_compared_without_a_privileged_one(raci: Run) -> None:
    copies(sales=CLEAN, success=OTHER, support=CLEAN)
    code, out, err = raci("diff", "copies")
    assert code == 1
    assert err.startswith("note: copies/raci-sales.csv and copies/raci-support.csv hold exactly the same bytes")
    assert "agreed on 4 of 5" in out
    assert "1 activity in dispute" in out
    assert "not in: success" in out
    assert (
        len(raci("diff", "copies", "-q").out.splitlines())
        < len(out.splitlines())
        < len(raci("diff", "copies", "--all").out.splitlines())
    )


def test_a_base_shows_what_each_copy_changed(raci: Run) -> None:
    copies(sales=CLEAN, success=OTHER)
    write("template.csv", CLEAN)
    out = raci("diff", "copies", "--base", "template.csv").out
    assert "Changed from the base" in out
    assert "sales    says the same" in out
    assert "Sales (base)" in out
    one = raci("diff", "copies/raci-success.csv", "--base", "template.csv")
    assert one.code == 1
    assert one.out.startswith("From template to raci success\n")
    write("equal.csv", CLEAN)
    assert raci("diff", "template.csv", "equal.csv", "--base", "copies/raci-success.csv").code == 1


def test_leaders_have_names(raci: Run) -> None:
    copies(a=CLEAN, b=OTHER)
    out = raci("diff", "copies", "--as", "VP Sales=copies/raci-a.csv").out
    assert out.startswith("From VP Sales to b\n")
    assert raci("diff", "copies", "--as", "VP Sales").code == 2


@pytest.mark.parametrize("name", COMPARISONS)
def test_every_format_goes_to_the_screen_and_to_a_file(raci: Run, name: str) -> None:
    copies(sales=CLEAN, success=OTHER, support=OTHER)
    code, out, _ = raci("diff", "copies", "--output-format", name)
    assert code == 1
    assert "Kickoff meeting" in out
    assert raci("diff", "copies", "--output-format", name, "-o", "result").err.endswith("wrote result\n")
    assert Path("result").read_text(encoding="utf-8") == out.replace("\x1b", "")
    assert raci("diff", "copies", "--output-format", name, "-o", "result").code == 2
    assert raci("diff", "copies", "--output-format", name, "-o", "result", "--force").code == 1


def test_a_workbook_is_written_and_never_read_as_a_copy(raci: Run) -> None:
    copies(sales=CLEAN, success=OTHER)
    code, out, err = raci("diff", "copies", "-o", "copies/comparison.xlsx")
    assert (code, out, err) == (1, "", "wrote copies/comparison.xlsx\n")
    again = raci("diff", "copies")
    assert again.code == 1
    assert again.err == "note: Left out, since they are no filled-in copies: copies/comparison.xlsx.\n"


def test_the_workbook_tells_of_rounds_claims_and_the_base_too(raci: Run) -> None:
    for folder, text in (("first", OTHER), ("second", CLEAN)):
        write(f"{folder}/sales.csv", CLEAN)
        write(f"{folder}/trainer.csv", text)
    write("template.csv", CLEAN)
    write("raci.yaml", "leaders: {Sales: [Sales], Trainer: [Trainer]}\n")
    raci("diff", *ROUNDS, "-o", "rounds.xlsx")
    raci("diff", "first", "--base", "template.csv", "-o", "claims.xlsx")
    rounds, claims = (
        {line[0]: line[1:] for line in load_workbook(file)["Comparison"].iter_rows(values_only=True)}
        for file in ("rounds.xlsx", "claims.xlsx")
    )
    assert rounds["Round 1"][:2] == (3, 4)
    assert rounds["trainer"][:3] == (4, 1, 1)
    assert rounds["Kickoff meeting"][3] == "settled since"
    assert claims["Kickoff meeting"][3] == "claimed by several leaders: sales, trainer"
    assert str(claims["trainer"][3]).startswith("3 cells with other letters")


@pytest.mark.parametrize("ending", ["md", "csv", "json"])
def test_a_comparison_is_never_read_as_a_copy(raci: Run, ending: str) -> None:
    copies(sales=CLEAN, success=OTHER, support=OTHER.replace("R/A", "A"))
    raci("diff", "copies", "-o", f"copies/comparison.{ending}")
    again = raci("diff", "copies", "-q")
    assert again.err == f"note: Left out, since they are no filled-in copies: copies/comparison.{ending}.\n"
    assert "3 copies compared" in again.out
    by_hand = raci("validate", f"copies/comparison.{ending}")
    assert (by_hand.code, "a comparison that raci wrote" in by_hand.err) == (2, True)


def test_a_merged_workbook_is_no_copy_of_those_it_was_made_of(raci: Run) -> None:
    copies(sales=CLEAN, success=OTHER)
    raci("merge", "copies", "-o", "copies/agreed.xlsx")
    note = "note: Left out, since they are no filled-in copies: copies/agreed.xlsx.\n"
    assert raci("diff", "copies").err == note
    merged = raci("merge", "copies", "--dry-run")
    assert (merged.err, "2 copies merged" in merged.out) == (note, True)
    assert raci("diff", "copies/raci-sales.csv", "copies/agreed.xlsx").err == ""


def test_json_keeps_to_its_schema(raci: Run) -> None:
    copies(sales=CLEAN, success=OTHER, support=CLEAN.replace("Training,I,R/A,C", "Training,,,"))
    write("second/raci-sales.csv", OTHER)
    write("second/raci-success.csv", OTHER)
    document = json.loads(raci("diff", "copies", "--output-format", "json").out)
    adapter = TypeAdapter(ComparisonDocument)
    adapter.validate_python(document)
    assert document["agreement"]["accountable"]["units"] == 5
    assert document["agreement"]["responsible"]["alpha"] == 1.0
    assert document["agreement"]["cells"]["band"] in ("agreed", "tentative", "workshop")
    by_name = {each["name"]: each for each in document["activities"]}
    assert by_name["Kickoff meeting"]["cells"]["success"] == {"Sales": "C", "Trainer": "RA", "Customer": "-"}
    assert by_name["Training"]["cells"]["support"] == {}
    assert by_name["Report"]["missing"] == ["success"]
    assert document["activities"][document["ranking"][0]]["name"] == "Kickoff meeting"
    assert document["rounds"] is None
    rounds = json.loads(raci("diff", "--round", "copies", "--round", "second", "--output-format", "json").out)
    adapter.validate_python(rounds)
    assert [each["changed"] for each in rounds["rounds"]["movements"]] == [1, 0]
    assert json.loads(raci("schema", "comparison").out)["title"] == "ComparisonDocument"


def test_csv_keeps_the_four_states_of_a_cell_apart(raci: Run) -> None:
    extra = OTHER.replace(",Customer\n", ",Customer,Lawyer\n")
    copies(sales=CLEAN, success=extra)
    lines = list(csv.DictReader(io.StringIO(raci("diff", "copies", "--output-format", "csv").out)))
    assert len(lines) == 5 * 4 * 2
    found = {(each["activity"], each["role"], each["leader"]): (each["state"], each["letters"]) for each in lines}
    assert found["Kickoff meeting", "Trainer", "success"] == ("value", "RA")
    assert found["Kickoff meeting", "Customer", "success"] == ("none", "")
    assert found["Kickoff meeting", "Lawyer", "success"] == ("blank", "")
    assert found["Kickoff meeting", "Lawyer", "sales"] == ("absent", "")
    assert found["Report", "Sales", "success"] == ("absent", "")


def test_plain_does_not_depend_on_the_order_of_a_workshop(raci: Run) -> None:
    copies(sales=CLEAN, success=OTHER)
    lines = raci("diff", "copies", "--output-format", "plain").out.splitlines()
    assert "agreed\t3\t4" in lines
    assert "no activity\tRun\tReport\tsuccess" in lines
    assert "accountable\tStart\tKickoff meeting\tSales\tsales\tA" in lines
    assert "accountable\tStart\tKickoff meeting\tCustomer\tsuccess\tnone" in lines
    assert "accountable\tStart\tKickoff meeting\tCustomer\tsales\tC" in lines


def test_rounds_tell_who_moved(raci: Run) -> None:
    for folder, text in (("first", OTHER), ("second", CLEAN)):
        write(f"{folder}/sales.csv", CLEAN)
        write(f"{folder}/success.csv", text)
    code, out, _ = raci("diff", *ROUNDS)
    assert code == 0
    assert "Round 1: agreed on 3 of 4 activities, too few" in out
    assert "Round 2: agreed on 5 of 5 activities" in out
    assert re.search(r"^  success +4 +1 +1$", out, re.MULTILINE)
    _, out, err = raci("diff", *ROUNDS, "--as", "CS=first/success.csv")
    assert "note: Only in round 1, so not among those who moved: CS.\n" in err
    assert "note: Only in round 2, so not among those who moved: success.\n" in err
    assert "success " not in out.partition("Who moved")[2].partition("\n\n")[0]
    for arguments in (
        ["--round", "first"],
        ["first", *ROUNDS],
        [],
        [*ROUNDS, "--as", "CS=third/success.csv"],
    ):
        assert raci("diff", *arguments).code == 2


def test_settings_give_leaders_their_roles_and_names_their_aliases(raci: Run) -> None:
    copies(sales=CLEAN, training=OTHER.replace("Trainer", "Coach"))
    write(
        "copies/raci.yaml",
        "aliases: {roles: {Coach: Trainer}}\nleaders: {Sales: [Sales], Training: [Trainer], Nobody: [X]}\n",
    )
    write("raci.yaml", "leaders: {Nobody: [Sales]}\n")
    claims = json.loads(raci("diff", "copies", "--output-format", "json").out)["claims"]
    assert [(each["kind"], each["leaders"]) for each in claims] == [("contested", ["sales", "training"])]
    assert "raci.yaml filled in one of these copies" in raci("diff", "copies", "--config", "raci.yaml").err
    write("wrong.yaml", "leaders: {Sales: [Trainr]}\n")
    code, out, err = raci("diff", "copies", "--config", "wrong.yaml")
    assert (code, out) == (2, "")
    assert err == "error: wrong.yaml: no copy knows the role or group 'Trainr'. Did you mean 'Trainer'?\n"


def test_what_is_printed_for_raci_yaml_can_be_pasted_into_it(raci: Run) -> None:
    copies(old=CLEAN, new=CLEAN.replace("Trainer", "Coach").replace("Kickoff meeting", '"Say ""hello"" to all"'))
    said = raci("diff", "copies/raci-old.csv", "copies/raci-new.csv").out
    assert "They stand in the same place, with the same letters." in " ".join(said.split())
    write("copies/raci.yaml", textwrap.dedent(said.partition("say so in raci.yaml:\n")[2]))
    pinned = raci("diff", "copies/raci-old.csv", "copies/raci-new.csv").out
    assert "Trainer → Coach" in pinned
    assert 'Kickoff meeting → Say "hello" to all' in pinned
    assert "raci.yaml" not in pinned


def test_what_cannot_be_compared_is_said(raci: Run) -> None:
    copies(sales=CLEAN)
    for arguments, sentence in (
        (["copies"], "is the only copy here"),
        (["copies/raci-sales.csv"], "is the only copy here"),
        (["copies/raci-sales.csv", "copies/raci-sales.csv"], "given twice"),
        (["copies/raci-sales.csv", "gone.csv"], "no such file"),
        (["copies", "--output-format", "html"], "--output-format takes"),
        (["copies", "-o", "result.doc"], "--output-format"),
    ):
        code, out, err = raci("diff", *arguments)
        assert (code, out) == (2, ""), arguments
        assert sentence in err
    write("copies/raci-other.csv", "Task,Lawyer,Buyer\nOffer,A,R\nContract,R,A\nNegotiation,R,A\n")
    code, out, err = raci("diff", "copies")
    assert (code, out) == (2, "")
    assert "shares no" in err


def test_one_unreadable_copy_stops_everything_and_all_are_named(raci: Run) -> None:
    copies(sales=CLEAN, success=OTHER)
    Path("copies/x.xlsx").write_bytes(b"PK\x03\x04")
    Path("copies/y.xlsx").write_bytes(b"PK\x03\x04")
    code, out, err = raci("diff", "copies", "-o", "result.json")
    assert (code, out) == (2, "")
    assert "x.xlsx" in err
    assert "y.xlsx" in err
    assert not Path("result.json").exists()


def test_an_output_never_replaces_a_copy(raci: Run) -> None:
    copies(sales=CLEAN, success=OTHER)
    code, _, err = raci("diff", "copies", "-o", "copies/raci-sales.csv", "--force")
    assert code == 2
    assert "reads from" in err
    assert Path("copies/raci-sales.csv").read_text(encoding="utf-8") == CLEAN


def test_one_copy_may_come_from_standard_input() -> None:
    write("plan.csv", CLEAN)
    code, out, err = process("diff", "plan.csv", "-", "--as", "newer=-", stdin=OTHER.encode())
    assert (code, err) == (1, "")
    assert out.startswith("From plan to newer\n")


def test_a_dispute_ends_with_the_command_that_makes_a_pack_of_it(raci: Run) -> None:
    copies(sales=CLEAN, success=OTHER, support=CLEAN + "\n")
    write("workshop.xlsx")
    *_, last = raci("diff", "copies", "--isolated", "--as", "VP Sales=copies/raci-sales.csv").out.splitlines()
    command = last.partition("Next: raci ")[2].partition("  ")[0]
    assert command == 'workshop copies --as "VP Sales=copies/raci-sales.csv" --isolated -o workshop-2.xlsx'
    assert raci(*shlex.split(command)).code == 0
    assert "Next: " not in raci("diff", "copies/raci-sales.csv", "copies/raci-success.csv").out
    assert "Next: " not in raci("diff", "copies/raci-sales.csv", "copies/raci-support.csv").out


def test_the_workbook_says_what_the_screen_says(raci: Run) -> None:
    one = "Our plan:,,\n,,\nActivity,Sales,Trainer\nKickoff meeting,A,R\nHandover,,\n"
    copies(sales=one, success=one.replace("A,R", "R,A"), services=one.replace("A,R", "A,C"))
    raci("diff", "copies", "-o", "compared.xlsx")
    said = raci("diff", "copies").out.splitlines()
    assert said[0] == "Our plan: 3 copies compared"
    assert raci("merge", "copies", "--dry-run").out.startswith("Our plan: 3 copies merged\n")
    sheet = load_workbook("compared.xlsx")["Comparison"]
    shown = [str(cell.value) for cells in sheet["A2:A5"] for cell in cells]
    assert f"{said[0]}. {said[1]}" in shown
    assert said[3] in shown
    assert "  All letters         too few to measure" in said, "which counts cells, not activities"
    assert said[3] == "Who is Accountable: agreed on 0 of 1 activity"


def test_what_stands_elsewhere_or_more_than_once_is_told(raci: Run) -> None:
    rows = [
        "Start,Kickoff meeting,A,R",
        "Start,Review,A,R",
        "Start,Review,R,A",
        "Run,Health check,A,R",
        "Run,Go-live,A,R",
    ]
    ann = "\n".join(["Phase,Activity,Sales Lead,Trainer", *rows])
    ben = ann.replace("Run,Health check", "Start,Health check")
    for name, content in (("ann.csv", ann), ("ben.csv", ben), ("cy.csv", ben.replace("Health", "1. Health"))):
        write(name, content)
    done = raci("diff", "ann.csv", "ben.csv", "cy.csv")

    assert "1 activity stands in different phases\n  Health check  " in done.out
    assert "Run (ann); Start (ben, cy)" in done.out
    assert done.err == "note: Copies have “Review” more than once: the first is taken for the first, and so on.\n"
    table = raci("diff", "ann.csv", "ben.csv", "cy.csv", "--output-format", "markdown").out
    assert "| Health check | Run (ann); Start (ben, cy) |" in table
