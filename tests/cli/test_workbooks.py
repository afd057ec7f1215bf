"""`raci convert` to a workbook: the file, standard output, and everything that can be in the way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from shell import Run, process, write

import raci_cli

PLAN = """\
title: Customer success
segment: mid-market
version: "1.2"
roles:
- {name: Sales, group: Commercial}
- {name: Bot, automated: true}
phases:
- name: Onboarding
  activities:
  - {name: =Kickoff, due: go-live -30d, moment_of_truth: they see us work, letters: {Sales: R/A, Bot: I}}
  - {name: Training, four_eyes: true}
"""


@pytest.fixture
def plan() -> raci_cli.Matrix:
    return raci_cli.load(write("plan.yaml", PLAN))


def test_a_workbook_says_all_that_the_yaml_form_says(raci: Run, plan: raci_cli.Matrix) -> None:
    assert raci("convert", "plan.yaml", "-o", "plan.xlsx") == (0, "", "wrote plan.xlsx\n")
    assert raci_cli.load("plan.xlsx") == plan
    assert raci("convert", "plan.xlsx", "--to", "yaml").out == raci("convert", "plan.yaml", "--to", "yaml").out
    first = Path("plan.xlsx").read_bytes()
    assert raci("convert", "plan.xlsx", "-o", "again.xlsx").code == 0
    assert len(Path("again.xlsx").read_bytes()) == len(first)


def test_it_goes_to_standard_output_but_not_to_a_terminal(plan: raci_cli.Matrix) -> None:
    with Path("out.xlsx").open("wb") as out:
        command = [sys.executable, "-m", "raci_cli", "convert", "plan.yaml", "--to", "xlsx"]
        assert subprocess.run(command, stdout=out, check=False).returncode == 0
    assert raci_cli.load("out.xlsx") == plan


def test_the_library_writes_it_too(plan: raci_cli.Matrix) -> None:
    raci_cli.save(plan, Path("plan.xlsx"))
    assert raci_cli.load("plan.xlsx") == plan
    with pytest.raises(raci_cli.OutputError, match="exists already"):
        raci_cli.save(plan, "plan.xlsx")


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("folder", "is a folder"),
        ("folder/no/plan.xlsx", "there is no folder"),
        ("plan.yaml/plan.xlsx", "there is no folder"),
        ("plan.xlsb", "stands for no format that raci writes"),
        ("open.xlsx", "open.xlsx is open in Excel"),
        ("shown.xlsx", "shown.xlsx is open in LibreOffice"),
        ("there.xlsx", "there.xlsx exists already"),
        (f"{'x' * 300}.xlsx", "could not be written"),
    ],
    ids=lambda text: text[:20],
)
@pytest.mark.usefixtures("plan")
def test_what_is_in_the_way_is_said_and_nothing_is_left_behind(raci: Run, output: str, sentence: str) -> None:
    Path("folder").mkdir()
    for name in ("~$open.xlsx", ".~lock.shown.xlsx#", "there.xlsx"):
        write(name, "kept")
    before = sorted(path.name for path in Path().iterdir())
    code, out, err = raci("convert", "plan.yaml", "-o", output)
    assert (code, out) == (2, "")
    assert err.startswith("error: ")
    assert sentence in err
    assert sorted(path.name for path in Path().iterdir()) == before
    assert Path("there.xlsx").read_text(encoding="utf-8") == "kept"


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no file sizes")
@pytest.mark.usefixtures("plan")
def test_a_full_disk_leaves_the_old_file() -> None:
    """A limit on the size of files stands for the disk: writing stops in the middle just as well."""
    write("plan.xlsx", "old")
    limit = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); "
    call = "from raci_cli.__main__ import main; sys.exit(main(sys.argv[1:]))"
    arguments = ["convert", "plan.yaml", "-o", "plan.xlsx", "--force"]
    done = subprocess.run([sys.executable, "-c", limit + call, *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no room left on this disk" in done.stderr
    assert Path("plan.xlsx").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["plan.xlsx", "plan.yaml"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.usefixtures("plan")
def test_a_folder_one_may_not_write_to(raci: Run) -> None:
    Path("closed").mkdir(mode=0o500)
    code, _, err = raci("convert", "plan.yaml", "-o", "closed/plan.xlsx")
    assert code == 2
    assert "you may not write there" in err


def test_a_workbook_holds_one_matrix(raci: Run) -> None:
    table = "| Activity | {} | {} |\n|---|---|---|\n| Kickoff | A | R |\n| Training | R | A |\n"
    write("two.md", f"{table.format('Sales', 'Trainer')}\nThen the contract.\n\n{table.format('Lawyer', 'Buyer')}")
    code, _, err = raci("convert", "two.md", "-o", "two.xlsx")
    assert code == 2
    assert "A workbook file holds one matrix" in err
    assert raci("convert", "two.md", "-o", "two.xlsx", "--sheet", "table 2").code == 0
    assert process("validate", "two.xlsx").code == 0
