from __future__ import annotations

import pytest

from copies import copies, named
from raci_cli.compare import Changes, changes, compare
from raci_cli.model.comparison import CellState
from tables import matrix

OLD = """
    Activity         | CSM | AE | Trainer
    # Start
    Plan the rollout | A   | R  |
    Teach            |     | A  | R
    Wave             | R/A |    |
    # End
    Part             | A   | R  | -
    """
NEW = """
    Activity         | CSM | AE | Coach
    # Start
    Plan the rolout  | A   | C  | I
    Teach            | -   | A  | R
    # End
    Wave             |     |    |
    Stay friends     | A   |    |
    """


def _said(change: Changes) -> dict[str, int]:
    return {name: len(items) for name, items in change._asdict().items() if items}


def test_what_changed_from_one_copy_to_another() -> None:
    comparison = compare(copies(old=OLD, new=NEW), base=matrix(OLD))
    change = changes(comparison, 1, 0)
    assert _said(change) == dict.fromkeys(change._fields[1:7], 1) | {"cells": 2, "emptied": 1}
    assert named(comparison, change.emptied) == ["Wave"]
    assert [(cell.before.letters, cell.after.letters) for cell in change.cells] == [("R", "C"), ("RA", "")]
    assert change.cells[1].after.state is CellState.BLANK
    assert (named(comparison, change.added), named(comparison, change.removed)) == (["Stay friends"], ["Part"])
    assert (named(comparison, change.renamed), named(comparison, change.moved)) == (["Plan the rollout"], ["Wave"])


def test_against_the_base_it_is_the_same() -> None:
    comparison = compare(copies(old=OLD, new=NEW), base=matrix(OLD))
    assert changes(comparison, 1) == changes(comparison, 1, 0)
    assert not changes(comparison, 0)


def test_backwards_it_is_the_opposite() -> None:
    comparison = compare(copies(old=OLD, new=NEW))
    there, back = changes(comparison, 1, 0), changes(comparison, 0, 1)
    assert (there.added, there.roles_added, there.moved) == (back.removed, back.roles_removed, back.moved)
    assert [(cell.before, cell.after) for cell in there.cells] == [(cell.after, cell.before) for cell in back.cells]


def test_a_renamed_role_keeps_its_letters() -> None:
    comparison = compare(
        copies(A="Activity | Trainer | CSM\nPlan | A | R", B="Activity | Trainers | CSM\nPlan | A | R")
    )
    assert _said(changes(comparison, 1, 0)) == {"roles_renamed": 1}


def test_without_a_base_there_must_be_something_earlier() -> None:
    with pytest.raises(ValueError, match="need an earlier copy"):
        changes(compare(copies(old=OLD, new=NEW)), 1)
