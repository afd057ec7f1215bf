"""Who says nothing about an activity on the agenda: to leave it blank is one thing, to lack it another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from shell import Run

import raci_cli as raci_api
from packs import Pack
from tables import matrix

COPIES = {
    "Ann": """
        Activity | Sales | CSM | Legal
        Kickoff  | A     | R   | C
        Training | A     | R   | C
        Go-live  | A     | R   |
        """,
    "Ben": """
        Activity | Sales | CSM | Legal
        Kickoff  | R     | A   | C
        Training | A     | R   | I
        Go-live  | A     | R   |
        """,
    "Cleo": """
        Activity | Sales | CSM | Legal
        Kickoff  |       |     |
        Training |       |     |
        Go-live  |       |     |
        Offer    | A     | R   |
        """,
    "Dan": """
        Activity | Sales | CSM | Legal
        Order    | A     | R   |
        Retro    |       |     |
        Offer    | A     | R   |
        """,
    "Eve": """
        Activity | CSM | Partner
        Kickoff  | A   | R
        Training | R   | A
        """,
}
KICKOFF = (
    "Left blank by Cleo. No such activity in the copy of Dan. No such role as Sales in the copy of Eve. "
    "No such role as Partner in the copies of Ann and Ben."
)


@pytest.fixture(autouse=True)
def copies(folder: Path) -> None:
    """Five copies of which one left much blank, and two lack activities or roles."""
    (folder / "copies").mkdir()
    for leader, text in COPIES.items():
        raci_api.save(matrix(text), folder / "copies" / f"{leader}.xlsx")


def test_the_screen_and_the_invitation_tell_both_apart(raci: Run) -> None:
    screen = " ".join(raci("workshop", "copies").out.split())
    invitation = raci("workshop", "copies", "--output-format", "markdown").out

    assert f"The leaders name different roles as Accountable (A). {KICKOFF}" in screen
    assert f"(Eve). {KICKOFF} |" in invitation


def test_programs_get_them_in_fields_of_their_own(raci: Run) -> None:
    document = json.loads(raci("workshop", "copies", "--output-format", "json").out)
    kickoff = next(item for item in document["items"] if item["activity"] == "Kickoff")
    go_live = next(item for item in document["agreed"] if item["activity"] == "Go-live")

    assert (kickoff["blank"], kickoff["missing"]) == (["Cleo"], ["Dan"])
    assert kickoff["roles_missing"] == {"Sales": ["Eve"], "Partner": ["Ann", "Ben"]}
    assert (go_live["leaders"], go_live["blank"], go_live["missing"]) == (["Ann", "Ben"], ["Cleo"], ["Dan", "Eve"])


def test_every_sheet_of_the_pack_says_it_in_words(raci: Run) -> None:
    raci("workshop", "copies", "-o", "workshop.xlsx")
    pack = Pack(Path("workshop.xlsx").read_bytes())

    assert any(row[0].endswith(KICKOFF) for row in pack.rows("Agenda"))
    agreed = {row[1]: row[-1] for row in pack.rows("Agreed")}
    assert agreed["Go-live"] == "Ann, Ben; left blank: Cleo; no such activity: Dan, Eve"
    positions = {row[0]: row[1:] for row in pack.rows("Positions")}
    assert positions["Go-live"][2:] == ["left blank", "no such activity", "no such activity"]


def test_proposals_tell_it_as_well(raci: Run) -> None:
    lacks_legal = matrix("Activity | Sales | CSM\nKickoff | A | R\nTraining | A | R")
    raci_api.save(lacks_legal, "copies/Eve.xlsx", force=True)
    raci("workshop", "copies", "-o", "workshop.xlsx")
    pack = Pack(Path("workshop.xlsx").read_bytes())
    document = json.loads(raci("workshop", "copies", "--output-format", "json").out)

    (training,) = [row for row in pack.rows("Minor") if row[1] == "Training"]
    assert training[4] == "C: Ann; I: Ben; no such role: Eve; left blank: Cleo; no such activity: Dan"
    assert [(each["blank"], each["missing"]) for each in document["proposals"]] == [(["Cleo"], ["Dan"])]


def test_where_nobody_has_filled_it_in_only_those_who_lack_it_are_worth_a_word(raci: Run) -> None:
    markdown = raci("workshop", "copies", "--output-format", "markdown").out
    (retro,) = [line for line in markdown.splitlines() if "| Retro |" in line]

    assert "Left blank by Dan. No such activity in the copies of Ann, Ben, Cleo and Eve." in retro


def test_copies_that_agree_are_told_what_comes_next(raci: Run) -> None:
    for leader in ("Ben", "Cleo", "Dan", "Eve"):
        Path(f"copies/{leader}.xlsx").unlink()
    raci_api.save(matrix(COPIES["Ann"]), "copies/Zoe.csv")

    done = raci("workshop", "copies", "-o", "workshop.xlsx")

    assert done.err.splitlines()[-2:] == [
        "wrote workshop.xlsx: Nothing to decide, 3 agreed",
        "next: raci merge copies -o agreed.xlsx",
    ]


def test_a_reason_without_a_decision_gets_a_word(raci: Run) -> None:
    raci("workshop", "copies", "-o", "workshop.xlsx")
    pack = Pack(Path("workshop.xlsx").read_bytes())
    pack.decide("Kickoff", None, H="asks the board first")
    place = f"B{pack.decision_row('Kickoff')}"
    pack.save(Path("filled.xlsx"))

    done = raci("merge", "copies", "--decisions", "filled.xlsx", "--dry-run")

    assert f"note: filled.xlsx:Agenda!{place}: it says who decided or why, but not what; it stays open.\n" in done.err
