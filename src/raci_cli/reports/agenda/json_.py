"""An agenda for programs. `document` says what each field means; `raci schema agenda` prints its schema."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from raci_cli.compare.silence import lacking
from raci_cli.model.agenda import Agenda, Item, Proposal
from raci_cli.model.comparison import Comparison, Letters
from raci_cli.model.decision import Minor, Option, Outcome
from raci_cli.reports.escape import json_text
from raci_cli.reports.style import Style

if TYPE_CHECKING:
    from raci_cli.reports.agenda.document import (
        AgendaDocument,
        AgreedDocument,
        ItemDocument,
        MinorDocument,
        OptionDocument,
        ProposalDocument,
    )


def render(agenda: Agenda, _style: Style) -> str:
    """The agenda as one JSON object."""
    return json_text(json.dumps(_document(agenda), ensure_ascii=False, indent=2)) + "\n"


def _document(agenda: Agenda) -> AgendaDocument:
    comparison = agenda.comparison
    return {
        "schema_version": 1,
        "title": agenda.title,
        "leaders": list(comparison.leaders),
        "threshold": agenda.threshold,
        "strict": agenda.strict,
        "outvoted": agenda.outvoted,
        "minutes": agenda.minutes,
        "items": [_item(agenda, item) for item in agenda.items],
        "later": [_item(agenda, item) for item in agenda.later],
        "proposals": [_proposal(comparison, proposal) for proposal in agenda.proposals],
        "agreed": [_agreed(comparison, outcome) for outcome in agenda.agreed],
    }


def _item(agenda: Agenda, item: Item) -> ItemDocument:
    comparison, row, conflict = agenda.comparison, agenda.row(item), item.conflict
    lack = lacking(comparison, conflict.row, conflict.options)
    return {
        "activity": row.activity.label,
        "phase": row.activity.place,
        "section": row.activity.section,
        "reason": conflict.reason.value,
        "explanation": conflict.explanation,
        "note": item.note,
        "blank": _leaders(comparison, row.blank),
        "missing": _leaders(comparison, row.activity.missing),
        "roles_missing": {comparison.roles[role].label: _leaders(comparison, copies) for role, copies in lack.items()},
        "moment_of_truth": row.moment_of_truth,
        "handoff": row.handoff,
        "minutes": item.minutes,
        "total": item.total,
        "options": [_option(comparison, option) for option in conflict.options],
        "fingerprint": conflict.fingerprint,
    }


def _option(comparison: Comparison, option: Option) -> OptionDocument:
    return {
        "accountable": _roles(comparison, option.accountable),
        "responsible": _roles(comparison, option.responsible),
        "leaders": _leaders(comparison, option.copies),
        "letters": _letters(comparison, option.letters),
        "breaks": list(option.breaks),
    }


def _proposal(comparison: Comparison, proposal: Proposal) -> ProposalDocument:
    outcome = proposal.outcome
    row = comparison.rows[outcome.row]
    return {
        "activity": row.activity.label,
        "phase": row.activity.place,
        "section": row.activity.section,
        "letters": _letters(comparison, outcome.letters),
        "minor": [_minor(comparison, minor) for minor in outcome.minor],
        "blank": _leaders(comparison, row.blank),
        "missing": _leaders(comparison, row.activity.missing),
        "fingerprint": proposal.fingerprint,
    }


def _minor(comparison: Comparison, minor: Minor) -> MinorDocument:
    return {
        "role": comparison.roles[minor.role].label,
        "letters": minor.letters,
        "votes": [{"letters": letters, "leaders": _leaders(comparison, copies)} for letters, copies in minor.votes],
    }


def _agreed(comparison: Comparison, outcome: Outcome) -> AgreedDocument:
    row, scheme = comparison.rows[outcome.row], comparison.scheme
    same = row.naming(outcome.letters, scheme.accountable + scheme.responsible)
    return {
        "activity": row.activity.label,
        "phase": row.activity.place,
        "section": row.activity.section,
        "letters": _letters(comparison, outcome.letters),
        "leaders": _leaders(comparison, same),
        "blank": _leaders(comparison, row.blank),
        "missing": _leaders(comparison, row.activity.missing),
    }


def _letters(comparison: Comparison, letters: Letters) -> dict[str, str]:
    return {comparison.roles[role].label: held for role, held in letters}


def _roles(comparison: Comparison, roles: Iterable[int]) -> list[str]:
    return [comparison.roles[role].label for role in roles]


def _leaders(comparison: Comparison, copies: Iterable[int]) -> list[str]:
    return [comparison.leaders[copy] for copy in copies]
