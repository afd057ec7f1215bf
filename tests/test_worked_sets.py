"""The worked sets in examples/: up to date, filled in by the leaders they tell of, and decided from end to end."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

import raci_cli as raci
from raci_cli.cli.comparing import claimed, compared
from raci_cli.compare import ClaimKind, compare, merge
from raci_cli.files.copies import load_copies
from raci_cli.files.decisions import load_decisions
from raci_cli.model import Matrix
from raci_cli.model.comparison import Comparison
from raci_cli.shipped import shipped
from tools.examples import worked
from tools.examples.leaders import SETS

EXAMPLES = shipped("examples")


def contents(path: Path) -> object:
    """What a file says; the look of our workbooks may change without anybody building the examples anew."""
    if path.suffix != ".xlsx":
        return path.read_text("utf-8")
    return {
        sheet.title: [row for row in sheet.iter_rows(values_only=True) if any(row)]
        for sheet in openpyxl.load_workbook(path).worksheets
    }


def comparison(name: str) -> Comparison:
    return compared(load_copies([str(EXAMPLES / name / "copies")]))


def copy_of(leader: str) -> Matrix:
    found = comparison("five-leaders")
    return found.copies[found.leaders.index(leader)].matrix


def test_the_committed_sets_are_what_the_script_builds(tmp_path: Path) -> None:
    built = {path.relative_to(tmp_path): contents(path) for path in worked.build(tmp_path)}
    committed = {
        path.relative_to(EXAMPLES): contents(path)
        for name in SETS
        for path in (EXAMPLES / name).rglob("*")
        if path.is_file()
    }

    assert built.keys() == committed.keys()
    assert [path for path in built if built[path] != committed[path]] == [], "run `make examples`"


@pytest.mark.parametrize("name", SETS)
def test_the_settings_beside_the_copies_join_all_roles(name: str) -> None:
    loaded = load_copies([str(EXAMPLES / name / "copies")])

    assert not [role.name for role in compared(loaded).roles if role.missing]
    assert [role.name for role in compare(loaded.copies).roles if role.missing]


@pytest.mark.parametrize("name", SETS)
def test_most_leaders_agree_on_most_activities(name: str) -> None:
    agreement = comparison(name).agreement

    assert 0.6 < agreement.agreed / agreement.comparable < 0.8


def test_one_leaves_half_blank_and_one_claims_everything() -> None:
    support, marketing = copy_of("Head of Support"), copy_of("VP Marketing")
    own = {role for role, each in enumerate(marketing.roles) if each.group == "Marketing"}
    part = [
        activity for activity in marketing.activities if own.intersection(cell.role for cell in activity.assignments)
    ]

    assert sum(activity.filled_in for activity in support.activities) == 32
    assert sum(bool(own.intersection(activity.holders("A"))) for activity in part) > 0.8 * len(part)


def test_the_five_say_whose_roles_are_whose_so_that_claims_are_told() -> None:
    loaded = load_copies([str(EXAMPLES / "five-leaders" / "copies")])
    found = claimed(compared(loaded), loaded.config)

    assert set(loaded.config.leaders) == {leader.name for leader in SETS["five-leaders"]}
    assert {claim.kind for claim in found} >= {ClaimKind.CONTESTED, ClaimKind.LONE_CLAIM}


def test_the_decisions_of_the_three_leaders_settle_everything() -> None:
    found = comparison("three-leaders")
    merged = merge(found, decisions=load_decisions(str(EXAMPLES / "three-leaders" / "workshop.xlsx")))

    assert merged.settled
    assert not [finding for finding in raci.validate(merged.matrix).findings if finding.severity.value == "error"]
