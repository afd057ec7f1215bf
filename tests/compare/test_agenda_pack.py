"""What holds for every pack that people fill in."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from copies import random_copies
from packs import Pack, agenda_of_three
from raci_cli.compare import compare, merge
from raci_cli.compare.agenda import agenda
from raci_cli.errors import ComparisonError, UnreadableFileError
from raci_cli.formats import read as read_format
from raci_cli.layouts.ours import agenda as agenda_reader
from raci_cli.layouts.ours import proposals
from raci_cli.model import Assignment, Grid
from raci_cli.model.agenda import Agenda
from raci_cli.model.comparison import Copy
from raci_cli.model.decision import Decision, How, Refusal
from raci_cli.model.schemes import SCHEMES
from raci_cli.workbook import form, write_workshop
from strategies import matrices


@st.composite
def odd_copies(draw: st.DrawFn) -> list[Copy]:
    """Two copies under the oddest names, in any known scheme; the second has the letters of some rows turned round."""
    one = draw(
        matrices(schemes=st.sampled_from(list(SCHEMES.values()))).filter(
            lambda matrix: matrix.roles and matrix.activities
        )
    )
    last = len(one.roles) - 1
    turned = draw(st.lists(st.booleans(), min_size=len(one.activities), max_size=len(one.activities)))
    other = tuple(
        activity._replace(
            assignments=tuple(Assignment(last - role, letters) for role, letters, *_ in reversed(activity.assignments)),
        )
        if turn
        else activity
        for activity, turn in zip(one.activities, turned, strict=True)
    )
    return [Copy("A", one), Copy("B", replace(one, activities=other))]


@given(random_copies() | odd_copies(), st.integers(0, 9))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_option_people_choose_is_what_the_merge_takes(given: list[Copy], number: int) -> None:
    try:
        found = agenda(compare(given))
    except ComparisonError:
        assume(False)  # copies that share nothing have a test of their own
        raise
    taken = [item for item in found.items if item.conflict.options]
    options = [item.conflict.options[number % len(item.conflict.options)] for item in taken]

    decisions = _chosen(found, number)
    merged = merge(found.comparison, decisions=decisions)

    roles = [role.label for role in found.comparison.roles]
    assert [decision.letters for decision in decisions] == [
        tuple((roles[role], "/".join(held)) for role, held in option.letters) for option in options
    ]
    assert {each.refusal for each in merged.refused} <= {Refusal.BREAKS_RULES, Refusal.CONTRADICTED}
    for item, option in zip(taken, options, strict=True):
        outcome = merged.outcomes[item.conflict.row]
        assert outcome.how is not How.DECIDED or outcome.letters == option.letters


def _chosen(found: Agenda, number: int) -> list[Decision]:
    """What is read from a pack in which people have chosen an option wherever there are any."""
    pack = Pack.of(found)
    sheet = pack.sheet("Agenda")
    last = 0
    for row in range(6, sheet.max_row + 1):
        if sheet.cell(row, 1).value == "Option":
            last = int(str(sheet.cell(row, 2).value))
        elif sheet.cell(row, 1).value == "Decision":
            sheet.cell(row, 2).value = number % last + 1 if last else None
            last = 0
    grids = read_format(pack.data(), "pack.xlsx")
    assert isinstance(grids, tuple)
    (grid,) = [grid for grid in grids if agenda_reader.is_agenda(grid)]
    items = zip(found.items, agenda_reader.read(grid, "pack.xlsx"), strict=True)
    return [decision for item, decision in items if item.conflict.options]


def _grids() -> dict[str, Grid]:
    """The two sheets of a pack that people fill in."""
    grids = read_format(write_workshop(agenda_of_three()), "pack.xlsx")
    assert isinstance(grids, tuple)
    return {grid.name or "": grid for grid in grids[:2]}


_GRIDS = _grids()
_TYPED = ["1", "2", "7", "x", "other", "CSM", "csm; Account Executive", "Trainer, external", "nobody", "I", "-"]


@given(
    st.tuples(st.just("Agenda"), st.integers(6, 30), st.integers(1, 5))
    | st.tuples(st.just("Minor"), st.integers(6, 30), st.just(5)),
    st.sampled_from(_TYPED),
)
@settings(deadline=None)
def test_whatever_is_typed_where_people_decide_is_a_decision_or_told(place: tuple[str, int, int], said: str) -> None:
    name, row, column = place
    rows = [[*cells, *[""] * 40] for cells in _GRIDS[name].rows] + [[""] * 40] * 30
    assume(form.ITEM not in rows[row])  # the name of an activity
    assume(not (form.OPTION in rows[row] and column == 1 and said.isdecimal()))  # an option may have another number
    assume((rows[row][column] or form.NOBODY) != said)
    rows[row] = [*rows[row][:column], said, *rows[row][column + 1 :]]

    assert _told_or_decided(_GRIDS[name]._replace(rows=rows))


def _told_or_decided(grid: Grid) -> bool:
    read = agenda_reader.read if agenda_reader.is_agenda(grid) else proposals.read
    try:
        return any(decision.letters for decision in read(grid, "pack.xlsx"))
    except UnreadableFileError as error:
        return f"pack.xlsx:{grid.name}!" in str(error)
