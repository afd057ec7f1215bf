"""A comparison for a page or a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from raci_cli.compare import Rounds, changes
from raci_cli.formats.comparison import COMPARISON_MARK
from raci_cli.model.comparison import Comparison, RowComparison, RowKind
from raci_cli.reports.comparison import words
from raci_cli.reports.comparison.moved import moved
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.comparison.text_claims import TITLES
from raci_cli.reports.escape import markdown
from raci_cli.reports.markdown import table
from raci_cli.reports.style import Style

_DISPUTED = {RowKind.ACCOUNTABLE, RowKind.RESPONSIBLE}


def render(result: Result, _style: Style) -> str:
    """The headline, then tables: agreement, disputes, what only some have, copies, roles."""
    return "\n\n".join(filter(None, _blocks(result))) + "\n"


def _blocks(result: Result) -> Iterator[str]:
    comparison = result.comparison
    yield COMPARISON_MARK
    yield f"## {markdown(words.title(comparison) or 'RACI comparison')}"
    if result.rounds:
        yield _rounds(result.rounds)
    if result.two_way:
        yield from _changed(comparison)
    yield f"**{words.headline(comparison)}.**"
    if not result.two_way:
        yield _agreement(comparison)
        yield _disputes(result)
        yield _claims(result)
    yield _only_some(comparison)
    yield _elsewhere(comparison)
    yield _copies(comparison)
    yield _doubtful(comparison)


def _rounds(found: Rounds) -> str:
    rows = [
        (f"Round {number}", f"{each.agreed} of {each.comparable}", *words.verdict(each.accountable))
        for number, each in enumerate((found.first, found.second), start=1)
    ]
    moved = [
        (each.leader, *map(str, (each.answered_twice, each.changed, each.accountable_changed)))
        for each in found.movements
    ]
    rounds = table(("Round", "Agreed who is Accountable", "Alpha", "95 %", "Meaning"), rows)
    return f"{rounds}\n\n{table(('Who moved', 'Answered twice', 'Changed', 'Accountable'), moved, numbers=3)}"


def _changed(comparison: Comparison) -> Iterator[str]:
    """What changed from the first to the second of two copies."""
    found = changes(comparison, later=1, earlier=0)
    first, second = map(markdown, comparison.leaders)
    yield f"From {first} to {second}: **{markdown(words.changed(found))}.**"
    names = [("role", comparison.roles[role]) for role in found.roles_renamed]
    names += [("activity", comparison.rows[row].activity) for row in found.renamed]
    rows = [(kind, *words.names_of(comparison, item, kind)) for kind, item in names]
    if rows:
        yield table(("Renamed", first, second), rows)
    cells = [
        (
            comparison.rows[each.row].activity.label,
            comparison.roles[each.role].label,
            *map(words.shown, (each.before, each.after)),
        )
        for each in found.cells
    ]
    if cells:
        yield table(("Activity", "Role", first, second), cells)


def _agreement(comparison: Comparison) -> str:
    scheme, agreement = comparison.scheme, comparison.agreement
    alphas = ((scheme.accountable, agreement.accountable), (scheme.responsible, agreement.responsible))
    rows = [(f"Who is {scheme.meaning(letter)}", *words.verdict(alpha)) for letter, alpha in alphas if letter]
    rows += [
        (f"{each.phase or 'In no phase'}: {each.agreed} of {each.comparable} agreed", *words.verdict(each.accountable))
        for each in agreement.phases
        if len(agreement.phases) > 1 and each.accountable
    ]
    return table(("Agreement", "Alpha", "95 %", "Meaning"), rows)


def _disputes(result: Result) -> str:
    comparison = result.comparison
    rows = [comparison.rows[index] for index in comparison.ranking]
    shown = [row for row in rows if result.everything or row.kind in _DISPUTED]
    if not shown:
        return ""
    letters = [letter for letter in (comparison.scheme.accountable, comparison.scheme.responsible) if letter]
    head = ("", "Activity", "Phase", *(comparison.scheme.meaning(letter) for letter in letters), "No answer")
    lines = [_dispute(comparison, number, row, letters) for number, row in enumerate(shown, start=1)]
    return f"### In dispute\n\n{table(head, lines)}"


def _dispute(comparison: Comparison, number: int, row: RowComparison, letters: Iterable[str]) -> tuple[str, ...]:
    answers = (_answers(comparison, row, letter) for letter in letters)
    return str(number), row.activity.label, row.activity.place, *answers, "; ".join(words.silent(comparison, row))


def _answers(comparison: Comparison, row: RowComparison, letter: str) -> str:
    versions = row.who(letter)
    if len(versions) == 1:
        return words.role_names(comparison, versions[0].roles)
    said = (
        f"{words.role_names(comparison, each.roles)} ({words.leader_names(comparison, each.copies)})"
        for each in versions
    )
    return "; ".join(said)


def _claims(result: Result) -> str:
    names = result.comparison
    rows = [
        (names.rows[claim.row].activity.label, TITLES[claim.kind], words.leader_names(names, claim.copies))
        for kind in TITLES
        for claim in result.claims
        if claim.kind is kind
    ]
    return f"### Whose it is\n\n{table(('Activity', 'Is', 'Leaders'), rows)}" if rows else ""


def _only_some(comparison: Comparison) -> str:
    kinds = (("role", comparison.roles), ("activity", [row.activity for row in comparison.rows]))
    rows: list[Sequence[str]] = [
        (item.label, kind, words.leader_names(comparison, item.missing))
        for kind, items in kinds
        for item in items
        if item.missing
    ]
    return f"### Only in some copies\n\n{table(('Name', 'Kind', 'Not in'), rows)}" if rows else ""


def _elsewhere(comparison: Comparison) -> str:
    rows = list(moved(comparison).items())
    return f"### In different phases\n\n{table(('Activity', 'Phases'), rows)}" if rows else ""


def _copies(comparison: Comparison) -> str:
    rows = [
        (leader, f"{each.filled_in} of {len(comparison.rows)}", words.percent(each.completeness), words.apart(each))
        for leader, each in zip(comparison.leaders, comparison.standings, strict=True)
    ]
    return f"### Copies\n\n{table(('Copy', 'Filled in', 'Share', 'Differs from the others'), rows, numbers=3)}"


def _doubtful(comparison: Comparison) -> str:
    rows = [(each.name, each.other, f"{each.score:.0f} %", each.reason) for each in comparison.doubtful]
    return f"### Perhaps the same\n\n{table(('Name', 'Other name', 'Alike', 'Why not joined'), rows)}" if rows else ""
