"""`raci new`: from a template to files that people fill in."""

from __future__ import annotations

import datetime as dt
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from shell import CLEAN, Run, write

import raci_cli as raci_library

OWN = """\
for_whom: ourselves
roles: [{name: Lead, group: Sales}, {name: Trainer}]
phases:
  - name: Start
    activities:
      - {name: Kickoff, letters: {Lead: A, Trainer: R}}
      - {name: Training, letters: {Trainer: R/A}}
  - name: Renewing
    activities: [{name: Contract, letters: {Lead: R/A, Trainer: I}}]
"""
TWO = """\
| Activity | Sales | Trainer |
|---|---|---|
| Kickoff meeting | A | R |
| Training | R | A |

Then the contract.

| Activity | Lawyer | Buyer |
|---|---|---|
| Offer | A | R |
| Contract | R | A |
"""


def letters(path: str | Path) -> list[str]:
    """What stands in the cells of a file, activity by activity."""
    return [" ".join(cell.letters for cell in activity.assignments) for activity in raci_library.load(path).activities]


def test_a_segment_becomes_a_workbook_in_this_folder(raci: Run, folder: Path) -> None:
    code, out, err = raci("new", "--segment", "enterprise")
    assert (code, out) == (0, "")
    assert err == "wrote raci-enterprise.xlsx\nnext: raci validate raci-enterprise.xlsx\n"
    matrix, template = raci_library.load("raci-enterprise.xlsx"), raci_library.template("enterprise")
    assert (matrix.roles, matrix.activities) == (template.matrix.roles, template.matrix.activities)
    assert (matrix.date, matrix.leader) == ("", "")
    assert [path.name for path in folder.iterdir()] == ["raci-enterprise.xlsx"]


@pytest.mark.parametrize("name", ["enterprise", "mid-market", "smb", "handoff-chapters", "who-does-what"])
@pytest.mark.parametrize("suffix", [".yaml", ".json", ".xlsx", ".csv", ".md"])
def test_every_template_in_every_form_reads_back(raci: Run, name: str, suffix: str) -> None:
    assert raci("new", "--segment", name, "-o", f"plan{suffix}").code == 0
    template = raci_library.template(name).matrix
    assert letters(f"plan{suffix}") == [
        " ".join(cell.letters for cell in activity.assignments) for activity in template.activities
    ]
    assert raci("validate", f"plan{suffix}", "--profile", "strict", "--fail-on", "warning").code == 0


def test_the_list_has_a_line_for_each(raci: Run) -> None:
    code, out, err = raci("new", "--list")
    lines = out.splitlines()
    assert code == 0
    assert [line.split()[0] for line in lines] == [
        "enterprise",
        "handoff-chapters",
        "mid-market",
        "smb",
        "who-does-what",
    ]
    assert "20 roles" in lines[0]
    assert "65 activities" in lines[0]
    assert "large customers" in lines[0]
    assert err == "next: raci new --segment enterprise\n"


def test_without_a_segment_it_is_said_what_to_type(raci: Run) -> None:
    code, out, err = raci("new")
    assert (code, out) == (2, "")
    assert "--segment NAME" in err


def test_without_a_segment_on_a_terminal_the_segments_are_listed(folder: Path) -> None:
    leader, follower = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "raci_cli", "new"], stdout=follower, stderr=subprocess.PIPE, check=False
    )
    os.close(follower)
    shown = os.read(leader, 65536).decode()
    os.close(leader)
    assert done.returncode == 2
    assert "mid-market" in shown
    assert "raci new --segment enterprise" in done.stderr.decode()
    assert list(folder.iterdir()) == []


def test_an_unknown_segment_is_met_with_a_suggestion(raci: Run) -> None:
    code, _, err = raci("new", "--segment", "entreprise")
    assert code == 2
    assert "Did you mean 'enterprise'?" in err
    assert raci("new", "--segment", "SMB", "-o", "x.yaml").code == 0


def test_a_layer_is_no_template(raci: Run) -> None:
    code, _, err = raci("new", "--segment", "base")
    assert code == 2
    assert "only a layer for other templates" in err


def test_blank_keeps_rows_and_columns(raci: Run) -> None:
    assert raci("new", "--segment", "smb", "--blank", "-o", "blank.xlsx").code == 0
    matrix, template = raci_library.load("blank.xlsx"), raci_library.template("smb").matrix
    assert set(letters("blank.xlsx")) == {""}
    assert matrix.roles == template.roles
    assert [activity.name for activity in matrix.activities] == [activity.name for activity in template.activities]
    assert raci("validate", "blank.xlsx").code == 1
    assert raci("validate", "blank.xlsx", "--profile", "draft").code == 0


def test_each_leader_gets_a_blank_copy_with_name_and_date(raci: Run, folder: Path) -> None:
    code, _, err = raci("new", "--segment", "smb", "--for", "VP Sales", "--for", "Head of CS", "-o", "copies")
    names = ["raci-smb-Head-of-CS.xlsx", "raci-smb-VP-Sales.xlsx"]
    assert code == 0
    assert sorted(path.name for path in (folder / "copies").iterdir()) == names
    assert "next, when they are filled in: raci diff copies\n" in err
    matrix = raci_library.load(folder / "copies" / "raci-smb-VP-Sales.xlsx")
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    assert matrix.leader == "VP Sales"
    assert matrix.date in (today.isoformat(), (today - dt.timedelta(days=1)).isoformat())
    assert not any(activity.filled_in for activity in matrix.activities)


def test_prefilled_copies_keep_the_letters(raci: Run) -> None:
    assert raci("new", "--segment", "smb", "--for", "VP", "--prefilled", "--date", "2026-12-31").code == 0
    matrix = raci_library.load("raci-smb-VP.xlsx")
    assert (matrix.leader, matrix.date) == ("VP", "2026-12-31")
    assert all(activity.filled_in for activity in matrix.activities)
    code, _, err = raci("new", "--segment", "smb", "--blank", "--prefilled")
    assert (code, "choose one" in err) == (2, True)


def test_leaders_cannot_write_elsewhere_nor_over_each_other(raci: Run, folder: Path) -> None:
    leaders = ("../../x", "a/b", "a\\b", "A:B", "CON", "n" * 300, "\u202egpj", "😀", "-o")
    arguments = [part for leader in leaders for part in ("--for", leader)]
    assert raci("new", "--segment", "who-does-what", *arguments, "-o", "in").code == 0
    assert len(list((folder / "in").iterdir())) == len(leaders)
    assert [path.name for path in folder.iterdir()] == ["in"]
    assert {raci_library.load(path).leader for path in (folder / "in").iterdir()} == set(leaders)


def test_nothing_is_written_when_one_copy_is_there_already(raci: Run, folder: Path) -> None:
    write("in/raci-smb-B.xlsx", "mine")
    code, _, err = raci("new", "--segment", "smb", "--for", "A", "--for", "B", "-o", "in")
    assert (code, "--force" in err) == (2, True)
    assert [path.name for path in (folder / "in").iterdir()] == ["raci-smb-B.xlsx"]
    assert raci("new", "--segment", "smb", "--for", "A", "--for", "B", "-o", "in", "--force").code == 0
    assert raci_library.load("in/raci-smb-B.xlsx").leader == "B"


def test_copies_need_a_folder(raci: Run) -> None:
    code, _, err = raci("new", "--segment", "smb", "--for", "A", "-o", "copies.xlsx")
    assert (code, "folder" in err) == (2, True)
    write("taken", "a file")
    code, _, err = raci("new", "--segment", "smb", "--for", "A", "-o", "taken")
    assert code == 2
    assert err.startswith("error: ")


def test_roles_phases_and_title_are_adapted(raci: Run) -> None:
    code, _, _ = raci(
        *("new", "--template", write("own.yaml", OWN), "-o", "out.yaml", "--title", "Ours"),
        *("--role", "+Second Lead:sales", "--role", "+Lawyer", "--drop-role", "Trainer", "--drop-phase", "Renewing"),
    )
    matrix = raci_library.load("out.yaml")
    assert code == 0
    assert [(role.name, role.group) for role in matrix.roles] == [
        ("Lead", "Sales"),
        ("Second Lead", "Sales"),
        ("Lawyer", ""),
    ]
    assert (matrix.title, letters("out.yaml")) == ("Ours", ["A", ""])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--drop-role", "Trainr"), "Did you mean 'Trainer'?"),
        (("--drop-phase", "Strt"), "Did you mean 'Start'?"),
        (("--role", "Trainer:Services"), "+NAME:GROUP"),
        (("--role", "+:Services"), "+NAME:GROUP"),
        (("--role", "+Lead:Sales"), "there is a role 'Lead' here already"),
        (("--date", "31.12.2026"), "2026-12-31"),
        (("--explain", "Kikoff"), "Did you mean 'Kickoff'?"),
        (("--segment", "smb"), "leave out --segment"),
        (("-o", "plan.pdf"), "'.pdf'"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(raci: Run, folder: Path, arguments: tuple[str, ...], says: str) -> None:
    code, out, err = raci("new", "--template", write("own.yaml", OWN), *arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert [path.name for path in folder.iterdir()] == ["own.yaml"]


def test_explain_tells_which_layer_set_what(raci: Run) -> None:
    code, out, err = raci("new", "--segment", "enterprise", "--explain", "Kickoff Meeting")
    assert (code, err) == (0, "")
    below, above = out.split("\nenterprise\n")
    assert "\nbase\n  name" in below
    assert "contract-start +21d" in below
    assert "  Project Manager     R\n" in above


def test_explain_shows_every_activity_of_a_name_and_what_was_asked_for(raci: Run) -> None:
    out = raci(
        *("new", "--segment", "enterprise", "--explain", "Ensure community participation"),
        *("--drop-role", "CSM/TAM - Named"),
    ).out
    assert "Adopting, in enterprise" in out
    assert "Established / Proactive, in enterprise" in out
    assert "command line\n  CSM/TAM - Named                 taken away" in out


def test_nothing_in_a_template_is_taken_for_an_order_to_the_terminal(raci: Run) -> None:
    text = OWN.replace("name: Kickoff", 'name: "Kick\\e[31moff"').replace("name: Trainer", 'name: "T\\e[31m"')
    text = text.replace("Trainer:", '"T\\e[31m":').replace("ourselves", '"o\\e[31mo"')
    write("ours/own.yaml", text)
    shown = raci("new", "--template", "ours/own.yaml", "--explain", "kick\x1b[31moff").out
    assert "Kick\\u001b[31moff" in shown
    assert "\x1b" not in shown + raci("new", "--template", "ours", "--list").out


def test_a_folder_of_own_templates(raci: Run) -> None:
    write("ours/partners.yaml", OWN)
    write("ours/old plan.csv", CLEAN)
    code, out, err = raci("new", "--template", "ours", "--list")
    assert (code, [line.split("  ")[0] for line in out.splitlines()]) == (0, ["old plan", "partners"])
    assert err == "next: raci new --template ours --segment 'old plan'\n"
    assert raci("new", "--template", "ours", "--segment", "old plan").code == 0
    assert letters("raci-old-plan.xlsx") == ["A R C", "I RA C"]
    assert raci("new", "--template", "ours", "--segment", "smb").code == 2


def test_what_is_missing_in_a_folder_of_own_templates_is_said_with_that_folder(raci: Run, folder: Path) -> None:
    write("ours/partners.yaml", OWN)
    (folder / "empty").mkdir()
    for arguments in ((), ("--segment", "zz")):
        assert "`raci new --template ours --list` shows them all." in raci("new", "--template", "ours", *arguments).err
    for path, said in (("empty", "empty holds no template"), ("ours/partners.yaml", "is no folder of templates")):
        code, out, err = raci("new", "--template", path, "--list")
        assert (code, out) == (2, "")
        assert said in err


def test_a_faulty_template_does_not_hide_the_others(raci: Run) -> None:
    write("ours/good.yaml", OWN)
    write("ours/bad.yaml", OWN.replace("Lead: A", "Lead: Z"))
    code, out, err = raci("new", "--template", "ours", "--list")
    assert code == 2
    assert "good" in out
    assert "ours/bad.yaml:6: 'Z' for 'Lead'" in err


def test_the_settings_name_a_folder_of_templates(raci: Run) -> None:
    write("raci.yaml", "templates: ours\n")
    write("ours/partners.yaml", "extends: enterprise\nfor_whom: partners\ndrop: {phases: [Awareness]}\n")
    write("ours/smb.yaml", OWN)
    lines = raci("new", "--list").out.splitlines()
    assert [line.split()[0] for line in lines[:2]] == ["partners", "smb"]
    assert len([line for line in lines if line.startswith("smb ")]) == 1
    assert raci("new", "--segment", "partners").code == 0
    assert raci_library.load("raci-partners.xlsx").phases[0].name == "Consideration"
    assert raci("new", "--segment", "partners", "--isolated", "--force").code == 2
    write("raci.yaml", "templates: missing\n")
    code, _, err = raci("new", "--list")
    assert (code, "missing" in err) == (2, True)


def test_any_matrix_can_be_a_template_and_forgets_who_filled_it_in(raci: Run) -> None:
    write("old.yaml", OWN.replace("for_whom: ourselves", "leader: Somebody\ndate: 2020-01-01\ntitle: Old"))
    assert raci("new", "--template", "old.yaml", "-o", "next.xlsx").code == 0
    matrix = raci_library.load("next.xlsx")
    assert (matrix.leader, matrix.date, matrix.title) == ("", "", "Old")
    assert raci("new", "--template", "next.xlsx", "--blank", "-o", "again.yaml").code == 0
    assert letters("again.yaml") == ["", "", ""]


def test_one_of_several_matrices_is_chosen_by_its_sheet(raci: Run) -> None:
    write("two.md", TWO)
    code, _, err = raci("new", "--template", "two.md")
    assert (code, "--sheet" in err) == (2, True)
    assert raci("new", "--template", "two.md", "--sheet", "table 2", "-o", "out.yaml").code == 0
    assert [role.name for role in raci_library.load("out.yaml").roles] == ["Lawyer", "Buyer"]


def test_a_template_is_never_written_over(raci: Run) -> None:
    write("own.yaml", OWN)
    code, _, err = raci("new", "--template", "own.yaml", "-o", "own.yaml", "--force")
    assert (code, Path("own.yaml").read_text("utf-8")) == (2, OWN)
    assert "raci reads from here" in err


def test_a_template_that_is_not_there_is_a_sentence(raci: Run) -> None:
    write("own.yaml", OWN)
    code, _, err = raci("new", "--template", "own.yml")
    assert (code, "Did you mean 'own.yaml'?" in err) == (2, True)


def test_a_disk_without_room_leaves_no_half_written_file(folder: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"ulimit -f 1; exec {sys.executable} -B -m raci_cli new --segment smb -o x.yaml"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("error: x.yaml could not be written: ")
    assert list(folder.iterdir()) == []


def test_a_folder_is_no_file_to_write(raci: Run, folder: Path) -> None:
    (folder / "there").mkdir()
    code, _, err = raci("new", "--segment", "smb", "-o", "there")
    assert (code, "there is a folder" in err) == (2, True)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_a_sentence(raci: Run, folder: Path) -> None:
    (folder / "closed").mkdir(mode=0o500)
    code, _, err = raci("new", "--segment", "smb", "-o", "closed/x.xlsx")
    assert (code, "you may not write there" in err) == (2, True)
