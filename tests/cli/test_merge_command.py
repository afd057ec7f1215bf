"""`raci merge` as people type it: copies in, one matrix out, what is open decided and fed back."""

from __future__ import annotations

import shlex
import zipfile
from pathlib import Path

import openpyxl
import pytest
import yaml
from shell import Run, write

import raci_cli

_HEAD = "Activity,Sales,Trainer,Legal\n"
AGREED = "Training,I,R/A,C\n"
ANNA = f"{_HEAD}Kickoff meeting,A,R,C\n{AGREED}"
BEN = f"{_HEAD}Kickoff meeting,R,A,C\n{AGREED}"
COPIES = ("anna.csv", "ben.csv")


@pytest.fixture(autouse=True)
def two_copies(folder: Path) -> Path:
    """Two leaders who agree about everything but one owner."""
    write("anna.csv", ANNA)
    write("ben.csv", BEN)
    return folder


def letters(path: str, activity: int = 0) -> dict[str, str]:
    """The letters of an activity in a file, by role."""
    matrix = raci_cli.load(path)
    return {matrix.roles[cell.role].name: cell.letters for cell in matrix.activities[activity].assignments}


def decide(path: str, number: int | str = "", *, cells: dict[str, str] | None = None) -> None:
    """Fill in the first decision on the sheet Conflicts, as a person would in Excel."""
    book = openpyxl.load_workbook(path)
    sheet = book["Conflicts"]
    headings = [cell.value for cell in sheet[5]]
    row = next(cells[0].row for cells in sheet.iter_rows(min_row=6) if cells[0].value == "Decision")
    for heading, value in {"Option": str(number), "Said or decided by": "The workshop", **(cells or {})}.items():
        sheet.cell(row, headings.index(heading) + 1).value = value or None
    book.save(path)


def test_what_is_open_stays_open_and_what_is_agreed_is_written(raci: Run) -> None:
    outcome = raci("merge", *COPIES, "-o", "agreed.xlsx")
    assert outcome.code == 1
    assert "2 activities: 1 agreed, 1 open" in outcome.out
    assert "A Sales, R Trainer  anna" in outcome.out
    assert "raci merge anna.csv ben.csv --decisions agreed.xlsx -o final.xlsx" in outcome.out
    assert outcome.err == "wrote agreed.xlsx\n"
    assert letters("agreed.xlsx") == {"Legal": "C"}
    assert letters("agreed.xlsx", 1) == {"Sales": "I", "Trainer": "RA", "Legal": "C"}


def test_a_conflict_is_marked_by_fill_and_comment_never_by_text(raci: Run) -> None:
    raci("merge", *COPIES, "-o", "agreed.xlsx")
    book = openpyxl.load_workbook("agreed.xlsx")
    sheet = book.worksheets[0]
    names = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}
    marked, plain = names["Kickoff meeting"], names["Training"]
    assert "Who is Accountable (A)?" in str(marked.comment)
    assert plain.comment is None
    assert marked.fill.fgColor.rgb != plain.fill.fgColor.rgb
    assert book.sheetnames[1:5] == ["Conflicts", "Minor", "Decisions", "Votes"]


def test_copies_that_agree_are_merged_with_exit_0(raci: Run) -> None:
    write("ben.csv", ANNA)
    outcome = raci("merge", *COPIES, "-o", "agreed.yaml")
    assert (outcome.code, letters("agreed.yaml")) == (0, {"Sales": "A", "Trainer": "R", "Legal": "C"})
    assert "2 activities: 2 agreed" in outcome.out
    assert "raci validate agreed.yaml" in outcome.out


def test_decisions_on_the_sheet_conflicts_count(raci: Run) -> None:
    raci("merge", *COPIES, "-o", "agreed.xlsx")
    decide("agreed.xlsx", 2)
    outcome = raci("merge", *COPIES, "--decisions", "agreed.xlsx", "-o", "final.xlsx")
    assert outcome.code == 0
    assert "1 activity decided by people" in outcome.out
    assert "The workshop" in outcome.out
    assert letters("final.xlsx") == {"Sales": "R", "Trainer": "A", "Legal": "C"}


def test_the_next_command_loses_nothing_that_is_settled(raci: Run) -> None:
    """Another command without the decisions of this one would open again what they settled."""
    write("anna.csv", f"{ANNA}Offer,A,R,I\n")
    write("ben.csv", f"{BEN}Offer,R,A,I\n")
    write("d.yaml", "decisions:\n  - {activity: Offer, letters: {Sales: R/A}}\n")
    options = ("--as", "The boss=anna.csv", "--profile", "draft", "--threshold", "80", "--decisions", "d.yaml")
    first = raci("merge", *COPIES, *options, "-o", "agreed.xlsx")
    (line,) = (each for each in first.out.splitlines() if "--decisions agreed.xlsx" in each)
    _, *again = shlex.split(line.removeprefix("Next:").partition("  once ")[0])
    decide("agreed.xlsx", 1)
    second = raci(*again)
    assert (second.code, second.err) == (0, "wrote final.xlsx\n")
    assert "3 activities: 1 agreed, 2 decided by people" in second.out


def test_the_next_command_writes_over_none_of_the_files_that_it_reads(raci: Run) -> None:
    raci("merge", *COPIES, "-o", "agreed.xlsx")
    outcome = raci("merge", *COPIES, "--decisions", "agreed.xlsx", "-o", "final.xlsx")
    assert "--decisions agreed.xlsx --decisions final.xlsx -o final-2.xlsx" in " ".join(outcome.out.split())


def test_the_next_command_names_no_file_that_is_there(raci: Run) -> None:
    write("workshop.xlsx")
    write("final.xlsx")
    outcome = raci("merge", *COPIES, "-o", "agreed.xlsx", "--publish", "raci.xlsx")
    assert "raci workshop anna.csv ben.csv -o workshop-2.xlsx" in outcome.out
    assert "--decisions agreed.xlsx -o final-2.xlsx --publish raci.xlsx" in outcome.out


def test_a_pack_would_ask_again_what_is_decided_so_it_is_proposed_only_before(raci: Run) -> None:
    write("ben.csv", BEN.replace("I,R/A,C", "R/A,I,C"))
    assert "raci workshop" in raci("merge", *COPIES, "-o", "agreed.xlsx").out
    decide("agreed.xlsx", 1)
    outcome = raci("merge", *COPIES, "--decisions", "agreed.xlsx", "-o", "final.xlsx")
    assert "1 decided by people, 1 open" in outcome.out
    assert "raci workshop" not in outcome.out
    assert "--decisions agreed.xlsx --decisions final.xlsx -o final-2.xlsx" in outcome.out


def test_after_decisions_are_written_the_next_command_reads_them(raci: Run) -> None:
    outcome = raci("merge", *COPIES, "--write-decisions", "decisions.yaml")
    command = "raci merge anna.csv ben.csv --decisions decisions.yaml -o agreed.xlsx"
    assert f"\n      {command}\n" in outcome.out
    done = raci(*command.split()[1:])
    assert "--write-decisions" not in raci("merge", *COPIES, "--write-decisions", "other.yaml").out
    assert "nothing is decided there yet" in done.err


def test_all_copies_that_cannot_be_read_are_told_each_on_a_line(raci: Run) -> None:
    outcome = raci("merge", "gone\n- x.csv", "away.csv", *COPIES, "--dry-run")
    first, *lines = outcome.err.splitlines()
    assert first == "error: 2 of 4 files cannot be used, so nothing was done:"
    assert lines == ["- gone\\n- x.csv: there is no such file.", "- away.csv: there is no such file."]


def test_copies_are_asked_for_first(raci: Run) -> None:
    for command in ("merge", "workshop"):
        assert "Name the filled-in copies, or a folder that holds them" in raci(command).err


def test_letters_written_on_the_sheet_conflicts_count(raci: Run) -> None:
    raci("merge", *COPIES, "-o", "agreed.xlsx")
    decide("agreed.xlsx", cells={"Legal": "r/a", "Sales": "i"})
    assert raci("merge", *COPIES, "--decisions", "agreed.xlsx", "-o", "final.csv").code == 0
    assert letters("final.csv") == {"Sales": "I", "Legal": "RA"}


@pytest.mark.parametrize(
    ("number", "cells", "said"),
    [
        (5, {}, "agreed.xlsx:Conflicts!B9: there is no option '5' for 'Kickoff meeting'; there are: 1, 2."),
        (1, {"Legal": "A"}, "agreed.xlsx:Conflicts!B9: option 1 is chosen here, and other letters stand beside it"),
    ],
)
def test_a_sheet_conflicts_that_makes_no_sense_is_named_with_its_cell(
    raci: Run, number: int, cells: dict[str, str], said: str
) -> None:
    raci("merge", *COPIES, "-o", "agreed.xlsx")
    decide("agreed.xlsx", number, cells=cells)
    outcome = raci("merge", *COPIES, "--decisions", "agreed.xlsx", "-o", "final.xlsx")
    assert outcome.code == 2
    assert said in outcome.err
    assert not Path("final.xlsx").exists()


def test_decisions_are_written_edited_by_hand_and_replayed(raci: Run) -> None:
    outcome = raci("merge", *COPIES, "--write-decisions", "decisions.yaml")
    assert (outcome.code, outcome.err) == (1, "wrote decisions.yaml\n")
    text = Path("decisions.yaml").read_text(encoding="utf-8")
    (open_one,) = yaml.safe_load(text)["decisions"]
    assert open_one["activity"] == "Kickoff meeting"
    assert [option["held by"] for option in open_one["options"]] == ["anna", "ben"]
    assert open_one["votes"][1] == {"leader": "ben", "letters": {"Sales": "R", "Trainer": "A", "Legal": "C"}}
    edited = text.replace("letters: {}", "letters: {Trainer: R/A}").replace('decided by: ""', "decided by: The board")
    Path("decisions.yaml").write_text(edited, encoding="utf-8")
    outcome = raci("merge", *COPIES, "--decisions", "decisions.yaml", "-o", "a.yaml", "--write-decisions", "kept.yaml")
    assert outcome.code == 0
    assert letters("a.yaml") == {"Trainer": "RA"}
    (kept,) = yaml.safe_load(Path("kept.yaml").read_text(encoding="utf-8"))["decisions"]
    assert (kept["letters"], kept["decided by"]) == ({"Trainer": "R/A"}, "The board")
    write("anna.csv", ANNA.replace("A,R,C", "A,R,I"))
    outcome = raci("merge", *COPIES, "--decisions", "decisions.yaml", "-o", "b.yaml")
    assert outcome.code == 1
    assert "1 decision did not count" in outcome.out
    assert "stale" in outcome.out
    assert letters("b.yaml") == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "decisions:\n  - activity: x\n    leters: {}\n",
            "d.yaml:3: 'leters' is no field here. Did you mean 'letters'?",
        ),
        ("decisions:\n  - activity: x\n    letters: [A]\n", "d.yaml:3: 'letters' must be roles with their letters"),
        ("decisions: none\n", "d.yaml:1: 'decisions' must be a list, not 'none'."),
        ("decisions:\n  - phase: x\n", "d.yaml:2: 'activity' is missing here."),
        ("schema_version: 2\ndecisions: []\n", "d.yaml:1: this version of raci reads schema_version 1 only"),
        ("roles: []\n", "d.yaml: this is no file with decisions"),
        ("decisions: [\n", "d.yaml:"),
        ("decisions: []\n---\ndecisions: []\n", "d.yaml: this holds 2 YAML documents"),
        (
            "matrix: Bakery\ndecisions:\n- {activity: Bake, letters: {X: A}}\n- {activity: Sell, letters: {X: A}}\n",
            "d.yaml: these are decisions about another matrix ('Bakery')",
        ),
    ],
)
def test_a_faulty_file_with_decisions_is_a_sentence_with_its_line(raci: Run, text: str, said: str) -> None:
    write("d.yaml", text)
    outcome = raci("merge", *COPIES, "--decisions", "d.yaml", "-o", "final.xlsx")
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert not Path("final.xlsx").exists()


def test_an_unknown_activity_is_reported_and_not_applied(raci: Run) -> None:
    write("d.yaml", "decisions:\n  - {activity: Kikoff meeting, letters: {Sales: R/A}}\n")
    write("ben.csv", ANNA)
    outcome = raci("merge", *COPIES, "--decisions", "d.yaml", "-o", "final.csv", "--publish", "public.csv")
    assert outcome.code == 1
    assert "not written: public.csv" in outcome.err
    assert "d.yaml:2: unknown: “Kikoff meeting”." in outcome.out
    assert "Did you mean 'Kickoff meeting'?" in " ".join(outcome.out.split())


def test_what_is_published_holds_no_votes_and_no_names(raci: Run) -> None:
    raci("merge", *COPIES, "-o", "agreed.xlsx")
    outcome = raci("merge", *COPIES, "-o", "first.xlsx", "--publish", "public.xlsx")
    assert "not written: public.xlsx" in outcome.err
    decide("agreed.xlsx", 1)
    outcome = raci("merge", *COPIES, "--decisions", "agreed.xlsx", "-o", "final.xlsx", "--publish", "public.xlsx")
    assert outcome.err == "wrote final.xlsx\nwrote public.xlsx\n"
    with zipfile.ZipFile("public.xlsx") as archive:
        content = b"".join(archive.read(name) for name in archive.namelist())
    assert not any(word in content for word in (b"anna", b"ben", b"workshop", b"raci: votes"))
    assert letters("public.xlsx") == letters("final.xlsx")


def test_a_strategy_names_the_activities_it_settled(raci: Run) -> None:
    outcome = raci("merge", *COPIES, "--strategy", "prefer:ben", "-o", "agreed.csv")
    assert outcome.code == 0
    assert "settled as ben says, because you asked for --strategy prefer:ben" in " ".join(outcome.out.split())
    assert "Kickoff meeting  A Trainer, R Sales (ben)" in outcome.out
    quiet = raci("merge", *COPIES, "--strategy", "prefer:ben", "--dry-run", "-q")
    assert "Kickoff meeting  A Trainer, R Sales (ben)" in quiet.out


def test_a_base_makes_it_a_three_way_merge(raci: Run) -> None:
    write("base.csv", ANNA)
    outcome = raci("merge", *COPIES, "--base", "base.csv", "-o", "agreed.csv")
    assert outcome.code == 0
    assert letters("agreed.csv") == {"Sales": "R", "Trainer": "A", "Legal": "C"}
    assert "changed from the base" in outcome.out


def test_dry_run_writes_nothing_at_all(raci: Run, folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    wanted = ("-o", "agreed.xlsx", "--publish", "public.xlsx", "--write-decisions", "decisions.yaml")
    outcome = raci("merge", *COPIES, "--dry-run", *wanted)
    assert outcome.code == 1
    assert outcome.err == "".join(f"not written: {path}, because of --dry-run\n" for path in wanted[1::2])
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_dry_run_finds_what_would_go_wrong(raci: Run) -> None:
    raci_cli.save(raci_cli.load("anna.csv"), "house.xlsx")
    write("anna.csv", ANNA.replace("Training", "Offer"))
    outcome = raci("merge", *COPIES, "--dry-run", "--like", "house.xlsx", "-o", "agreed.xlsx")
    assert (outcome.code, outcome.out) == (2, "")
    assert "house.xlsx lacks the activity 'Offer'. Add what is missing there" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((*COPIES,), "Say where the merged matrix goes"),
        (("-o", "x.xlsx"), "Name the filled-in copies, or a folder that holds them: `raci merge"),
        (("anna.csv", "-o", "x.xlsx"), "is the only copy here"),
        (("anna.csv", "anna.csv", "-o", "x.xlsx"), "anna.csv is given twice"),
        ((*COPIES, "missing.csv", "-o", "x.xlsx"), "missing.csv: there is no such file"),
        ((*COPIES, "-o", "x.pdf"), "'.pdf' stands for no format that raci writes"),
        ((*COPIES, "-o", "x.pdf"), "Known are .xlsx, .csv, .tsv, .md, .markdown, .json, .yaml, .yml.\n"),
        ((*COPIES, "-o", "anna.csv", "--force"), "anna.csv is a file that raci reads from here"),
        ((*COPIES, "--publish", "x.xlsx", "--like", "anna.csv"), "--like says how the file of --output is to look"),
        ((*COPIES, "-o", "x.xlsx", "--publish", "x.xlsx"), "Two results would go to one file"),
        ((*COPIES, "-o", "x.xlsx", "--publish", "./x.xlsx"), "Two results would go to one file"),
        (
            (*COPIES, "-o", "x.xlsx", "--write-decisions", "gone/d.yaml"),
            "gone/d.yaml could not be written: there is no",
        ),
        ((*COPIES, "-o", "x.xlsx", "--write-decisions", "d.txt"), "--write-decisions writes YAML"),
        ((*COPIES, "-o", "x.xlsx", "--threshold", "half"), "--threshold takes a percentage from 51 to 100"),
        ((*COPIES, "-o", "x.xlsx", "--threshold", "50%"), "--threshold takes a percentage from 51 to 100"),
        ((*COPIES, "-o", "x.xlsx", "--strategy", "plurals"), "Did you mean 'plurality'?"),
        ((*COPIES, "-o", "x.xlsx", "--strategy", "prefer"), "Did you mean 'prefer:NAME'?"),
        ((*COPIES, "-o", "x.xlsx", "--strategy", "prefer:zoe"), "No copy is by 'zoe'."),
        ((*COPIES, "-o", "x.xlsx", "--strategy", "base"), "name it with --base"),
        ((*COPIES, "-o", "x.xlsx", "--decisions", "anna.csv"), "anna.csv holds no decisions"),
        ((*COPIES, "-o", "x.xlsx", "--decisions", "none.yaml"), "none.yaml: there is no such file"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    raci: Run, folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = set(folder.iterdir())
    outcome = raci("merge", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert set(folder.iterdir()) == before


def test_an_existing_file_is_replaced_only_by_force(raci: Run) -> None:
    write("agreed.csv", "mine")
    outcome = raci("merge", *COPIES, "-o", "agreed.csv")
    assert (outcome.code, Path("agreed.csv").read_text(encoding="utf-8")) == (2, "mine")
    assert raci("merge", *COPIES, "-o", "agreed.csv", "--force", "--threshold", "75%").code == 1


def test_where_one_result_cannot_be_written_none_is(raci: Run, folder: Path) -> None:
    write("ben.csv", ANNA)
    before = set(folder.iterdir())
    outcome = raci("merge", *COPIES, "-o", "agreed.csv", "--publish", f"{'x' * 300}.csv")
    assert outcome.code == 2
    assert f"{'x' * 300}.csv could not be written" in outcome.err
    assert set(folder.iterdir()) == before


def test_the_profile_of_raci_yaml_counts(raci: Run) -> None:
    write("anna.csv", f"{_HEAD}Kickoff meeting,A,R,C\nTraining,,,\n")
    write("ben.csv", f"{_HEAD}Kickoff meeting,A,R,C\nTraining,,,\n")
    assert raci("merge", *COPIES, "-o", "a.csv").code == 1
    assert raci("merge", *COPIES, "-o", "b.csv", "--profile", "draft").code == 0
    write("raci.yaml", "profile: draft\n")
    assert raci("merge", *COPIES, "-o", "c.csv").code == 0


def test_names_in_doubt_are_told(raci: Run) -> None:
    write("ben.csv", BEN.replace("Trainer", "Customer Education Trainer").replace("Legal", "Legal Team"))
    write("anna.csv", ANNA.replace("Trainer", "CET"))
    for command in (("merge", *COPIES, "--dry-run"), ("workshop", *COPIES)):
        assert raci(*command).err == (
            "note: Perhaps the same, and taken for different: “Legal” and “Legal Team”, and 1 more pair. "
            "raci diff says how to join them.\n"
        )


def test_cells_that_are_no_letters_are_told_because_they_are_no_votes(raci: Run) -> None:
    write("anna.csv", ANNA.replace("Kickoff meeting,A", "Kickoff meeting,Q") + "Offer,A,R,I\nClose,A,R,who?\n")
    said = "anna.csv: 2 cells hold something else than letters, which counts as blank: “Q” in B2 and “who?” in D5."
    for command in ("merge", "workshop", "diff"):
        assert f"note: {said}\n" in raci(command, *COPIES, *(("--dry-run",) if command == "merge" else ())).err


def test_letters_that_no_role_is_named_for_are_told_because_they_are_no_votes(raci: Run) -> None:
    """Else it would look as if this leader had no such role."""
    write("anna.csv", ANNA.replace("Trainer", ""))
    said = "note: anna.csv: Column C holds 2 letters, but has no heading, so it was left out.\n"
    for command in ("merge", "workshop", "diff"):
        assert said in raci(command, *COPIES, *(("--dry-run",) if command == "merge" else ())).err


def test_a_decision_that_did_not_count_is_told_even_when_quiet(raci: Run) -> None:
    write("d.yaml", "decisions:\n  - {activity: Offer, letters: {Sales: R/A}}\n")
    write("ben.csv", ANNA)
    outcome = raci("merge", *COPIES, "--decisions", "d.yaml", "--dry-run", "-q")
    assert outcome.code == 1
    assert "1 decision did not count\n  d.yaml:2: unknown: “Offer”." in outcome.out


def test_a_file_in_which_nothing_is_decided_yet_is_told(raci: Run) -> None:
    raci("workshop", *COPIES, "-o", "workshop.xlsx")
    outcome = raci("merge", *COPIES, "--decisions", "workshop.xlsx", "--dry-run")
    assert (outcome.code, outcome.err) == (1, "note: workshop.xlsx: nothing is decided there yet. Was it saved?\n")
