"""What holds for every alignment."""

from __future__ import annotations

import pickle
import random
from collections import Counter
from dataclasses import replace

import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from copies import random_copies
from raci_cli.compare import Aliases, align, changes, compare
from raci_cli.compare.names import squeezed
from raci_cli.errors import ComparisonError
from raci_cli.model import Activity, Matrix, Phase, Role
from raci_cli.model.comparison import Aligned, Comparison, Copy, Doubtful, RowKind
from raci_cli.model.schemes import RACI
from strategies import matrices

filled = matrices(schemes=st.just(RACI)).filter(lambda matrix: matrix.roles and matrix.activities)


def _by_leader(comparison: Comparison) -> object:
    """Everything about a comparison, with leaders in place of the positions of copies."""
    leaders = comparison.leaders

    def who(copies: tuple[int, ...]) -> list[str]:
        return sorted(leaders[copy] for copy in copies)

    aligned = [
        [(each._replace(indexes=()), dict(zip(leaders, each.indexes, strict=True))) for each in kind]
        for kind in (comparison.roles, comparison.phases, [row.activity for row in comparison.rows])
    ]
    rows = [
        (
            row._replace(activity=row.activity._replace(indexes=()), votes=()),
            {leaders[v.copy]: v.letters for v in row.votes},
        )
        for row in comparison.rows
    ]
    versions = [[(each.roles, who(each.copies)) for each in row.who("A")] for row in comparison.rows]
    doubtful = [
        (each._replace(copies=(), other_copies=()), who(each.copies), who(each.other_copies))
        for each in comparison.doubtful
    ]
    standings = dict(zip(leaders, comparison.standings, strict=True))
    return aligned, rows, versions, doubtful, standings, comparison.ranking, comparison.agreement, comparison.contested


def _compared(copies: list[Copy], base: Matrix | None) -> Comparison:
    try:
        return compare(copies, base=base)
    except ComparisonError:
        assume(False)  # copies that share nothing have a test of their own
        raise


@given(random_copies(), st.randoms(), st.booleans())
def test_permuting_copies_permutes_the_result_and_nothing_else(
    copies: list[Copy], chance: random.Random, with_base: bool
) -> None:
    base = copies[0].matrix if with_base else None
    shuffled = chance.sample(copies, len(copies))
    assert _by_leader(_compared(copies, base)) == _by_leader(_compared(shuffled, base))


@given(random_copies(), st.booleans())
def test_everything_of_every_copy_is_in_exactly_one_place(copies: list[Copy], with_base: bool) -> None:
    base = copies[0].matrix if with_base else None
    alignment = align(copies, base)
    for number, copy in enumerate(copies):
        for aligned, own in (
            (alignment.roles, copy.matrix.roles),
            (alignment.phases, copy.matrix.phases),
            (alignment.activities, copy.matrix.activities),
        ):
            found = Counter(each.indexes[number] for each in aligned if each.indexes[number] is not None)
            assert found == Counter(range(len(own)))
    for labels in (
        [role.label for role in alignment.roles],
        [phase.label for phase in alignment.phases],
        [(activity.place, activity.label) for activity in alignment.activities],
    ):
        assert len(set(labels)) == len(labels)


@given(filled, st.integers(2, 4))
@example(Matrix((Role("On"),), (Activity("Kickoff"), Activity("")), RACI, (Phase(""), Phase("On"))), 2)
@settings(max_examples=50)
def test_equal_copies_are_aligned_one_to_one_and_agree(matrix: Matrix, count: int) -> None:
    comparison = compare([Copy(str(number), matrix) for number in range(count)])
    assert [row.activity.indexes for row in comparison.rows] == [(i,) * count for i in range(len(matrix.activities))]
    assert [role.indexes for role in comparison.roles] == [(i,) * count for i in range(len(matrix.roles))]
    assert [role.label for role in comparison.roles] == [role.label for role in matrix.roles]
    assert {row.kind for row in comparison.rows} <= {RowKind.AGREED, RowKind.EMPTY}
    assert not any(row.renamed or row.moved for row in comparison.rows)
    assert (comparison.ranking, comparison.contested, comparison.doubtful) == ((), (), ())
    assert not changes(comparison, 1, 0)


@given(random_copies())
def test_what_the_base_has_keeps_its_order_and_names(copies: list[Copy]) -> None:
    base = copies[0].matrix
    comparison = _compared(copies, base)
    rows = [row.activity for row in comparison.rows if row.activity.base is not None]
    assert [row.base for row in rows] == list(range(len(base.activities)))
    assert [row.name for row in rows] == [activity.name for activity in base.activities]


@given(random_copies())
def test_every_letter_of_every_copy_is_in_a_vote_and_in_a_cell(copies: list[Copy]) -> None:
    comparison = _compared(copies, None)
    for number, copy in enumerate(copies):
        letters = Counter(
            cell.letters for activity in copy.matrix.activities for cell in activity.assignments if cell.letters != "-"
        )
        votes = [vote for row in comparison.rows for vote in row.votes if vote.copy == number]
        assert Counter(held for vote in votes for _, held in vote.letters) == letters
        cells = [cell for row in range(len(comparison.rows)) for cell in comparison.cells(row, number)]
        assert Counter(cell.letters for cell in cells if cell.letters) == letters


@given(random_copies())
@settings(max_examples=20)
def test_comparisons_are_plain_values(copies: list[Copy]) -> None:
    comparison = _compared(copies, None)
    assert pickle.loads(pickle.dumps(comparison)) == comparison


@given(random_copies())
@settings(max_examples=50)
def test_a_pin_joins_what_it_names_and_an_alias_to_itself_keeps_it_apart(copies: list[Copy]) -> None:
    for doubt in align(copies).doubtful[:2]:
        pinned = align(copies, aliases=Aliases(**yaml.safe_load(doubt.pin)["aliases"]))
        assert {doubt.name, doubt.other} not in [{each.name, each.other} for each in pinned.doubtful]
        items = {"roles": pinned.roles, "activities": pinned.activities, "phases": pinned.phases}[doubt.kind]
        both = {squeezed(doubt.name), squeezed(doubt.other)}
        if not _repeated(both, copies, doubt.kind):  # of several of one name, the alias may mean another one
            assert any(both <= _spellings(item, copies, doubt.kind) for item in items)
        apart = align(copies, aliases=Aliases(**{doubt.kind: {doubt.name: doubt.name}}))
        assert doubt.name not in {name for each in apart.doubtful for name in (each.name, each.other)}


def _repeated(names: set[str], copies: list[Copy], kind: str) -> bool:
    counts = [Counter(squeezed(each.name) for each in getattr(copy.matrix, kind)) for copy in copies]
    return any(count[name] > 1 for count in counts for name in names)


def _spellings(item: Aligned, copies: list[Copy], kind: str) -> set[str]:
    sides = [getattr(copy.matrix, kind) for copy in copies]
    return {squeezed(side[index].name) for side, index in zip(sides, item.indexes, strict=True) if index is not None}


@given(st.text(max_size=20), st.text(max_size=20))
def test_every_name_can_be_pinned(name: str, other: str) -> None:
    """Whatever signs it holds: YAML takes some for ends of lines and refuses others."""
    doubt = Doubtful("roles", name, other, (0,), (1,), 80.0, "")
    assert yaml.safe_load(doubt.pin) == {"aliases": {"roles": {other: name}}}


@given(filled, st.data())
def test_what_is_renamed_in_place_is_offered_and_not_joined(matrix: Matrix, data: st.DataObject) -> None:
    """Whatever it is called now, unless another row or a number says otherwise."""
    names = [activity.name for activity in matrix.activities]
    assume(len(set(map(squeezed, names))) == len(names))
    row = data.draw(st.integers(0, len(names) - 1))
    activity = matrix.activities[row]
    assume(names[row] and any(cell.letters != "-" for cell in activity.assignments))
    renamed = activity._replace(name="Quux", id="")
    rows = tuple(renamed if each is activity else each for each in matrix.activities)
    alignment = align([Copy("A", matrix), Copy("B", replace(matrix, activities=rows))])
    assert [each.indexes for each in alignment.activities if None in each.indexes] in (
        [(row, None), (None, row)],
        [(None, row), (row, None)],
    )
    assert {"Quux", names[row]} in [{each.name, each.other} for each in alignment.doubtful]
