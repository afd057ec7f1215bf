"""What the summary counts about the activities, as formulas and as their results now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from raci_cli.workbook import geometry
from raci_cli.workbook.checks import IN_ORDER, NOT_FILLED_IN, UNCLEAR, escaped, literal, matching
from raci_cli.workbook.matrix_sheet import MatrixSheet


class Figure(NamedTuple):
    """One number about the activities."""

    label: str
    formula: str
    result: int
    depth: int = 0
    """1 for a part of the figure above."""


def figures(known: MatrixSheet, first: str, second: str) -> Iterator[Figure]:
    """The figures for a matrix, the first two of which will stand in the given cells."""
    scheme, verdicts = known.matrix.scheme, known.results.verdicts
    names = known.reference + known.place.column(geometry.ACTIVITY)
    checks = known.reference + known.place.column(known.place.check)
    in_order = verdicts.count(IN_ORDER)
    yield Figure("Activities", f"=COUNTA({names})", len(verdicts))
    yield Figure("In order", f"=COUNTIF({checks},{literal(IN_ORDER)})", in_order)
    yield Figure("Open", f"={first}-{second}", len(verdicts) - in_order)
    yield _part("not filled in", checks, verdicts, (f"{NOT_FILLED_IN}*",))
    if scheme.accountable:
        sign = escaped(scheme.accountable)
        nobody = f"no {sign}*"
        yield _part(f"no {scheme.accountable}", checks, verdicts, (nobody,))
        yield _part(f"more than one {scheme.accountable}", checks, verdicts, (f"? {sign}*", f"?? {sign}*"), nobody)
    if scheme.responsible:
        yield _part(f"no {scheme.responsible}", checks, verdicts, (f"*no {escaped(scheme.responsible)}*",))
    yield _part("unclear entries", checks, verdicts, (f"*{UNCLEAR}",))
    new = f'=SUMPRODUCT(({names}<>"")*({checks}=""))'
    yield Figure("new rows without a check (yellow; see the legend)", new, 0, depth=1)
    yield Figure("new roles without counts (yellow; see the legend)", f"={_new_roles(known)}", 0, depth=1)


def _new_roles(known: MatrixSheet) -> str:
    """Roles in the frame without a count, and all between the frame and the check."""
    place = known.place
    heads, counts = (known.reference + place.roles_in_row(row) for row in (geometry.HEADINGS, place.first_count))
    behind = known.reference + place.behind_frame(geometry.HEADINGS)
    return f'SUMPRODUCT(({heads}<>"")*({counts}=""))+COUNTA({behind})-1'


def _part(label: str, checks: str, verdicts: tuple[str, ...], patterns: tuple[str, ...], but: str = "") -> Figure:
    """How many checks look like one of some patterns; those that look like `but` as well are taken off."""
    formula = "+".join(f"COUNTIF({checks},{literal(pattern)})" for pattern in patterns)
    result = sum(matching(verdicts, pattern) for pattern in patterns)
    if but:
        formula += f"-COUNTIF({checks},{literal(but)})"
        result -= matching(verdicts, but)
    return Figure(label, f"={formula}", result, depth=1)
