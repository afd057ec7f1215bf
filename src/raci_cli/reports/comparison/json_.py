"""A comparison for programs. `document` says what each field means; `raci schema comparison` prints its schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from raci_cli.compare import Rounds
from raci_cli.model import NOTHING
from raci_cli.model.comparison import (
    Agreement,
    Aligned,
    Alpha,
    Cell,
    CellState,
    Comparison,
    Doubtful,
    RowComparison,
    Version,
)
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.escape import json_text
from raci_cli.reports.style import Style

if TYPE_CHECKING:
    from raci_cli.reports.comparison.document import (
        ActivityDocument,
        AgreementDocument,
        AlphaDocument,
        ComparisonDocument,
        CopyDocument,
        DoubtfulDocument,
        RoleDocument,
        RoundsDocument,
        VersionDocument,
    )

_DIGITS = 6


def render(result: Result, _style: Style) -> str:
    """The comparison as one JSON object."""
    return json_text(json.dumps(_document(result), ensure_ascii=False, indent=2)) + "\n"


def _document(result: Result) -> ComparisonDocument:
    comparison = result.comparison
    base = comparison.base
    return {
        "schema_version": 1,
        "same": result.same,
        "scheme": comparison.scheme.name,
        "copies": _copies(comparison),
        "base": None if base is None else {"path": base.source.path, "sheet": base.source.sheet},
        "agreement": _agreement(comparison.agreement),
        "roles": [_role(comparison, role) for role in comparison.roles],
        "activities": [_activity(comparison, index, row) for index, row in enumerate(comparison.rows)],
        "ranking": list(comparison.ranking),
        "contested": [
            {
                "role": comparison.roles[each.role].label,
                "accountable": each.accountable,
                "responsible": each.responsible,
            }
            for each in comparison.contested
        ],
        "doubtful": [_doubtful(comparison, each) for each in comparison.doubtful],
        "claims": [
            {"activity": each.row, "kind": each.kind.value, "leaders": _leaders(comparison, each.copies)}
            for each in result.claims
        ],
        "rounds": result.rounds and _rounds(result.rounds),
    }


def _leaders(comparison: Comparison, copies: Iterable[int]) -> list[str]:
    return [comparison.leaders[copy] for copy in copies]


def _copies(comparison: Comparison) -> list[CopyDocument]:
    return [
        {
            "leader": copy.leader,
            "path": copy.matrix.source.path,
            "sheet": copy.matrix.source.sheet,
            "activities": standing.activities,
            "filled_in": standing.filled_in,
            "completeness": round(standing.completeness, _DIGITS),
            "distance": _rounded(standing.distance),
        }
        for copy, standing in zip(comparison.copies, comparison.standings, strict=True)
    ]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)


def _alpha(alpha: Alpha) -> AlphaDocument:
    interval = alpha.interval
    return {
        "alpha": _rounded(alpha.value),
        "units": alpha.units,
        "undefined": alpha.undefined,
        "interval": interval and (round(interval[0], _DIGITS), round(interval[1], _DIGITS)),
        "band": None if alpha.band is None else alpha.band.value,
    }


def _agreement(agreement: Agreement) -> AgreementDocument:
    return {
        "comparable": agreement.comparable,
        "agreed": agreement.agreed,
        "accountable": _alpha(agreement.accountable),
        "responsible": _alpha(agreement.responsible),
        "consulted": _alpha(agreement.consulted),
        "informed": _alpha(agreement.informed),
        "cells": _alpha(agreement.cells),
        "blank_cells": agreement.blank_cells,
        "phases": [
            {
                "phase": each.phase,
                "comparable": each.comparable,
                "agreed": each.agreed,
                "accountable": each.accountable and _alpha(each.accountable),
            }
            for each in agreement.phases
        ],
    }


def _role(comparison: Comparison, role: Aligned) -> RoleDocument:
    copies = zip(comparison.copies, role.indexes, strict=True)
    return {
        "name": role.label,
        "group": role.place,
        "names": {leader: matrix.roles[index].label for (leader, matrix), index in copies if index is not None},
        "base": comparison.base.roles[role.base].label if comparison.base and role.base is not None else None,
        "missing": _leaders(comparison, role.missing),
        "step": role.step.value,
        "score": round(role.score, _DIGITS),
    }


def _activity(comparison: Comparison, index: int, row: RowComparison) -> ActivityDocument:
    activity, scheme = row.activity, comparison.scheme
    own = {leader: comparison.activity(index, copy) for copy, leader in enumerate(comparison.leaders)}
    copies = [(leader, copy) for copy, leader in enumerate(comparison.leaders) if own[leader]]
    return {
        "name": activity.label,
        "phase": activity.place,
        "section": activity.section,
        "kind": row.kind.value,
        "agreement": _rounded(row.agreement),
        "moment_of_truth": row.moment_of_truth,
        "handoff": row.handoff,
        "renamed": row.renamed,
        "moved": row.moved,
        "names": {leader: each.name for leader, each in own.items() if each},
        "missing": _leaders(comparison, activity.missing),
        "step": activity.step.value,
        "score": round(activity.score, _DIGITS),
        "accountable": _versions(comparison, row.who(scheme.accountable) if scheme.accountable else ()),
        "responsible": _versions(comparison, row.who(scheme.responsible) if scheme.responsible else ()),
        "cells": {leader: _said(comparison, comparison.cells(index, copy)) for leader, copy in copies},
        "base": None if activity.base is None else _said(comparison, comparison.cells(index, None)),
    }


def _versions(comparison: Comparison, versions: Sequence[Version]) -> list[VersionDocument]:
    return [
        {
            "roles": [comparison.roles[role].label for role in version.roles],
            "leaders": _leaders(comparison, version.copies),
        }
        for version in versions
    ]


def _said(comparison: Comparison, cells: Sequence[Cell]) -> dict[str, str]:
    """The cells that say something, if only that a role has no part."""
    roles = zip(comparison.roles, cells, strict=True)
    said = ((role.label, cell) for role, cell in roles if cell.state in (CellState.VALUE, CellState.NONE))
    return {label: cell.letters or NOTHING for label, cell in said}


def _doubtful(comparison: Comparison, each: Doubtful) -> DoubtfulDocument:
    return {
        "kind": each.kind,
        "name": each.name,
        "other": each.other,
        "leaders": _leaders(comparison, each.copies),
        "other_leaders": _leaders(comparison, each.other_copies),
        "score": round(each.score, _DIGITS),
        "reason": each.reason,
        "pin": each.pin,
    }


def _rounds(rounds: Rounds) -> RoundsDocument:
    return {
        "first": _agreement(rounds.first),
        "second": _agreement(rounds.second),
        "rise": _rounded(rounds.rise),
        "movements": [
            {
                "leader": each.leader,
                "answered_twice": each.answered_twice,
                "changed": each.changed,
                "accountable_changed": each.accountable_changed,
            }
            for each in rounds.movements
        ],
        "activities": [
            {
                "name": each.second.activity.label,
                "phase": each.second.activity.place,
                "first": each.first.kind.value,
                "second": each.second.kind.value,
                "stable": each.stable,
            }
            for each in rounds.rows
        ],
    }
