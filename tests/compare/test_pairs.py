"""Real pairs of versions, and what really changed between them."""

from __future__ import annotations

import csv
from collections.abc import Mapping

import pytest

from needs import corpus
from raci_cli import load_all
from raci_cli.compare import Changes, changes, compare
from raci_cli.model.comparison import Comparison, Copy

EXACT = (0, 2, 4, 5, 6, 8, 9, 10, 12)
"""Pairs (by line) all of whose numbers come out. Of the first, the sheet that both files have."""
EMPTY = (4, 5, 12)
"""Of these, where nothing changed at all."""
_COLUMNS = {
    "cells": "cells_changed",
    "added": "activities_added",
    "removed": "activities_removed",
    "renamed": "activities_renamed",
    "moved": "activities_moved_to_other_phase",
    "roles_added": "roles_added",
    "roles_removed": "roles_removed",
    "roles_renamed": "roles_renamed",
}


def _pair(line: int) -> tuple[Mapping[str, str], Comparison, Changes]:
    folder = corpus()
    with (folder / "truth" / "PAIRS.tsv").open(encoding="utf-8") as file:
        truth = list(csv.DictReader(file, delimiter="\t"))[line]
    older, newer = (load_all(folder / "files" / truth[which])[0] for which in ("older", "newer"))
    comparison = compare([Copy("older", older), Copy("newer", newer)])
    return truth, comparison, changes(comparison, 1, 0)


def _counts(change: Changes) -> dict[str, int]:
    return {name: len(items) for name, items in change._asdict().items() if name in _COLUMNS}


@pytest.mark.parametrize("line", EXACT)
def test_what_really_changed_comes_out(line: int) -> None:
    truth, comparison, change = _pair(line)
    expected = {name: int(truth[column]) for name, column in _COLUMNS.items()}
    if line == 0:
        expected |= {"removed": 0, "roles_removed": 0}  # those are on a sheet that the newer file no longer has
    assert _counts(change) == expected
    assert comparison.doubtful == ()
    assert sum(not cell.before.letters for cell in change.cells) == int(truth["of_which_filled"])
    assert sum(not cell.after.letters for cell in change.cells) == int(truth["of_which_emptied"])
    assert bool(change) == (line not in EMPTY)


def test_a_placeholder_that_became_a_person_is_one_role_less_and_one_more() -> None:
    truth, _, change = _pair(3)
    counts = _counts(change)
    assert (counts["cells"], counts["added"], counts["removed"]) == (6, 8, 1)
    assert (counts["roles_added"], counts["roles_removed"], truth["roles_added"]) == (1, 1, "1")


def test_renamings_by_whole_words_are_listed_as_doubtful() -> None:
    """Of eight, two differ in punctuation only and are joined; six got two words more."""
    _, comparison, change = _pair(11)
    assert (len(comparison.doubtful), len(change.removed), len(change.added)) == (6, 7, 6)
    assert {doubt.reason for doubt in comparison.doubtful} == {"Whole words differ."}


@pytest.mark.parametrize(
    ("line", "doubts"),
    [
        (1, ["Whole words differ.", "One has all words of the other."]),
        (7, ["They stand in the same place, with the same letters."] * 2),
    ],
)
def test_renamings_beyond_likeness_are_additions_and_removals_and_listed(line: int, doubts: list[str]) -> None:
    truth, comparison, change = _pair(line)
    renamed = int(truth["activities_renamed"])
    assert len(change.added) == int(truth["activities_added"]) + renamed
    assert len(change.removed) == int(truth["activities_removed"]) + renamed
    assert change.cells == ()
    assert [doubt.reason for doubt in comparison.doubtful[:renamed]] == doubts
