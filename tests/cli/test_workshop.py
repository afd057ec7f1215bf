"""`raci workshop` as people run it, up to the merge of what they decided."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from shell import CLEAN, Run, write

import raci_cli as raci_api
from packs import Pack, three


@pytest.fixture(autouse=True)
def copies(folder: Path) -> None:
    """Three copies that differ, in a folder of their own."""
    (folder / "copies").mkdir()
    for leader, matrix in three():
        raci_api.save(matrix, folder / "copies" / f"{leader}.csv")


def test_the_screen_shows_what_there_is_to_decide(raci: Run) -> None:
    done = raci("workshop", "copies")

    assert (done.code, done.err) == (0, "")
    assert "2 activities to decide in about 9 minutes, 1 to accept, 1 agreed, 1 by one copy only\n" in done.out
    assert "2  A Account Executive + CSM, R Trainer, external  Cleo\n" in done.out
    assert "RACI102 " in done.out


def test_quiet_says_only_how_much_it_is(raci: Run) -> None:
    assert raci("workshop", "copies", "-q").out.splitlines()[1:] == [
        "2 activities to decide in about 9 minutes, 1 to accept, 1 agreed, 1 by one copy only"
    ]


def test_what_does_not_fit_waits(raci: Run) -> None:
    for limit in (("--top", "1"), ("--minutes", "8")):
        done = raci("workshop", "copies", *limit)

        assert "1 activity to decide in about 5 minutes, 1 more if time remains" in done.out
        assert done.out.index("Renewal") < done.out.index("If time remains") < done.out.index("Kickoff meeting")


def _four_copies() -> None:
    """Three against one about the owner of one activity, and two against two about another."""
    for leader, kickoff, training in (
        ("a", "A,R", "A,R"),
        ("b", "A,R", "A,R"),
        ("c", "A,R", "R,A"),
        ("d", "R,A", "R,A"),
    ):
        Path(f"copies/{leader}.csv").write_text(
            f"Activity,Sales,Trainer,Legal\nKickoff meeting,{kickoff},C\nTraining,{training},C\nGo-live,A,R,I\n",
            encoding="utf-8",
        )


def test_the_agenda_and_the_merge_say_how_their_numbers_go_together(raci: Run) -> None:
    for each in Path("copies").iterdir():
        each.unlink()
    _four_copies()

    everything = raci("workshop", "copies")
    merged = raci("merge", "copies", "--dry-run")
    command = next(line for line in merged.out.splitlines() if "raci workshop" in line)
    proposed = command.partition("raci ")[2].partition("  ")[0].split()
    only_open = raci(*proposed)

    assert "2 activities to decide" in everything.out
    assert "raci merge by itself leaves 1 of these open" in everything.out
    assert "raci merge --strict by itself leaves 1 of these open" in raci("workshop", "copies", "--strict").out
    assert "3 activities: 1 agreed, 1 by enough votes, 1 open" in merged.out
    assert proposed == ["workshop", "copies", "--threshold", "75", "-o", "workshop.xlsx"]
    assert "wrote workshop.xlsx: 1 activity to decide" in only_open.err
    agreed = [line for line in Pack(Path("workshop.xlsx").read_bytes()).rows("Agreed") if "Kickoff meeting" in line]
    assert agreed[0][-1] == "a, b, c (3 of 4)"


def test_letters_that_differ_can_be_taken_up_as_well(raci: Run) -> None:
    assert "2 activities to decide" in raci("workshop", "copies", "-q").out
    assert "3 activities to decide" in raci("workshop", "copies", "-q", "--strict").out
    assert "raci workshop copies --threshold 75 --strict -o" in raci("merge", "copies", "--dry-run", "--strict").out


def test_with_a_base_one_copy_is_enough_for_an_agenda(raci: Run) -> None:
    done = raci("workshop", "copies/Ann.csv", "--base", "copies/Ben.csv", "--threshold", "75")

    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[1].startswith("Nothing to decide")


def test_the_agenda_is_there_for_programs(raci: Run) -> None:
    done = raci("workshop", "copies", "--output-format", "json")
    raci("workshop", "copies", "-o", "copies/agenda.json")
    document = json.loads(done.out)

    assert document == json.loads(Path("copies/agenda.json").read_text(encoding="utf-8"))
    assert [item["activity"] for item in document["items"]] == ["Renewal", "Kickoff meeting"]
    assert set(document) == set(json.loads(raci("schema", "agenda").out)["properties"])
    assert (
        raci("workshop", "copies", "-q").err
        == "note: Left out, since they are no filled-in copies: copies/agenda.json.\n"
    )


def test_the_agenda_goes_into_an_invitation(raci: Run) -> None:
    done = raci("workshop", "copies", "-o", "agenda.md")

    told = "2 activities to decide in about 9 minutes, 1 to accept, 1 agreed, 1 by one copy only"
    assert done.err == f"wrote agenda.md: {told}\n"
    assert "| 1 | Renewal | Renewal |" in Path("agenda.md").read_text(encoding="utf-8")
    assert raci("workshop", "copies", "--output-format", "markdown").out == Path("agenda.md").read_text("utf-8")


def test_the_pack_goes_to_standard_output_as_well(raci: Run) -> None:
    raci("workshop", "copies", "-o", "workshop.xlsx")
    command = [sys.executable, "-m", "raci_cli", "workshop", "copies", "--output-format", "xlsx"]

    assert subprocess.run(command, capture_output=True, check=True).stdout == Path("workshop.xlsx").read_bytes()


def test_the_next_command_says_again_whatever_the_copies_need(raci: Run) -> None:
    made = raci("workshop", "copies", "-o", "workshop.xlsx", "--as", "Zoe=copies/Cleo.csv", "--isolated")

    assert made.err.splitlines()[-1].endswith(
        "raci merge copies --as Zoe=copies/Cleo.csv --isolated --decisions workshop.xlsx -o agreed.xlsx"
    )


def test_a_pack_that_is_filled_in_settles_the_merge(raci: Run) -> None:
    made = raci("workshop", "copies", "-o", "workshop.xlsx")
    assert made.err.splitlines()[-1] == (
        "next, when it is filled in: raci merge copies --decisions workshop.xlsx -o agreed.xlsx"
    )
    pack = Pack(Path("workshop.xlsx").read_bytes())
    pack.decide("Renewal", 3)
    pack.decide("Kickoff meeting", "other", C="CSM", D="CSM")
    pack.sheet("Minor")["C4"] = "yes"
    pack.save(Path("filled.xlsx"))

    done = raci("merge", "copies", "--decisions", "filled.xlsx", "-o", "agreed.xlsx", "--publish", "raci.xlsx")

    assert done.code == 0, done.out + done.err
    matrix = raci_api.load("raci.xlsx")
    letters = {
        activity.name: {matrix.roles[cell.role].name: cell.letters for cell in activity.assignments}
        for activity in matrix.activities
    }
    assert letters["Renewal"] == {"Account Executive": "R", "CSM": "A"}
    assert letters["Kickoff meeting"] == {"CSM": "RA"}
    assert raci("validate", "raci.xlsx").code == 0


def test_the_command_after_a_pack_reads_the_copies_in_the_same_way(raci: Run) -> None:
    """Else they would say something else by then, and no decision would count."""
    for each in Path("copies").iterdir():
        each.unlink()
    _four_copies()
    write("copies/d.csv", Path("copies/d.csv").read_text("utf-8").replace("Trainer", "Coach"))
    write("names.yaml", "aliases: {roles: {Coach: Trainer}}\n")
    write("agreed.xlsx")
    options = ("--threshold", "80", "--strict", "--config", "names.yaml")
    made = raci("workshop", "copies", *options, "-o", "workshop.xlsx")
    _, *command = made.err.splitlines()[-1].partition(": ")[2].split()
    assert command == ["merge", "copies", *options, "--decisions", "workshop.xlsx", "-o", "agreed-2.xlsx"]
    pack = Pack(Path("workshop.xlsx").read_bytes())
    pack.decide("Kickoff meeting", 1)
    pack.decide("Training", 1)
    pack.save(Path("workshop.xlsx"))
    assert "3 activities: 1 agreed, 2 decided by people\n" in raci(*command).out


def test_a_base_settles_more_and_the_agenda_says_so(raci: Run) -> None:
    said = " ".join(raci("workshop", "copies", "--base", "copies/Ann.csv").out.split())
    assert "enough votes (75 %) say the same, or only some changed the base" in said


def test_a_pack_from_before_the_copies_changed_does_not_count(raci: Run) -> None:
    raci("workshop", "copies", "-o", "workshop.xlsx")
    pack = Pack(Path("workshop.xlsx").read_bytes())
    pack.decide("Renewal", 3)
    pack.save(Path("filled.xlsx"))
    Path("copies/Ben.csv").write_bytes(Path("copies/Ann.csv").read_bytes())

    done = raci("merge", "copies", "--decisions", "filled.xlsx", "-o", "agreed.xlsx")

    assert done.code == 1
    assert "stale: “Renewal”" in done.out


def test_a_wrong_option_is_told_with_its_cell_and_nothing_is_written(raci: Run) -> None:
    raci("workshop", "copies", "-o", "workshop.xlsx")
    pack = Pack(Path("workshop.xlsx").read_bytes())
    pack.decide("Renewal", 7)
    pack.save(Path("filled.xlsx"))

    done = raci("merge", "copies", "--decisions", "filled.xlsx", "-o", "agreed.xlsx")

    assert done.code == 2
    assert done.err.startswith("error: filled.xlsx:Agenda!B12: there is no option '7' for 'Renewal'")
    assert not Path("agreed.xlsx").exists()


def test_a_pack_among_the_copies_is_no_copy(raci: Run) -> None:
    raci("workshop", "copies", "-o", "copies/workshop.xlsx")

    done = raci("workshop", "copies")

    assert done.code == 0
    assert "Left out, since they are no filled-in copies: " in done.err
    assert raci("validate", "copies/workshop.xlsx").code == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Name the filled-in copies, or a folder that holds them: `raci workshop copies/"),
        (["copies", "--threshold", "50"], "--threshold takes a percentage from 51 to 100, such as 75, not '50'."),
        (["copies/Ann.csv"], "copies/Ann.csv is the only copy here"),
        (["copies/Ann.csv", "copies/Ann.csv"], "copies/Ann.csv is given twice"),
        (["copies", "--top", "few"], "--top takes a whole number from 1 on, not 'few'."),
        (["copies", "--minutes", "-1"], "--minutes takes a whole number from 1 on, not '-1'."),
        (["copies", "-o", "pack.pdf"], "pack.pdf: name the format with --output-format"),
        (["copies", "-o", "copies/Ann.csv", "--output-format", "xlsx", "--force"], "is a file that raci reads from"),
        (["copies", "-o", "other.csv", "--output-format", "html"], "--output-format"),
        (["copies", "nothing.xlsx"], "nothing.xlsx"),
        (["copies", "other.csv"], "shares no activity with the others"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(raci: Run, arguments: list[str], sentence: str) -> None:
    write("other.csv", CLEAN.replace("Kickoff meeting", "Zebra").replace("Training", "Yak"))

    done = raci("workshop", *arguments)

    assert done.code == 2
    assert sentence in done.err
    assert done.out == ""
