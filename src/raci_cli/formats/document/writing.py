"""Matrix -> our own form as plain values; reading it back gives an equal matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from raci_cli.model import Activity, Matrix, Phase, Role, Scheme
from raci_cli.model.outline import Run, opening, parted, with_empty
from raci_cli.model.schemes import SCHEMES

_SCHEMA_VERSION = 1


def document_of(matrix: Matrix) -> dict[str, object]:
    """The form of one matrix; what is empty or usual is left out."""
    first, runs = opening(matrix.activities)
    document: dict[str, object] = {
        "schema_version": _SCHEMA_VERSION,
        **_filled(
            title=matrix.title,
            segment=matrix.segment,
            strategy=matrix.strategy,
            scheme=_scheme(matrix.scheme),
            leader=matrix.leader,
            date=matrix.date,
            version=matrix.version,
        ),
        "roles": [_role(role) for role in matrix.roles],
    }
    labels = [role.label for role in matrix.roles]
    if first:
        document["activities"] = [_activity(activity, labels) for activity in first]
    document["phases"] = list(_phases(matrix.phases, runs, labels))
    return document


def _filled(**fields: object) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value}


def _scheme(scheme: Scheme) -> object:
    """Its name if raci knows it by that, else everything about it."""
    if SCHEMES.get(scheme.name) == scheme:
        return scheme.name
    parts = _filled(
        responsible=scheme.responsible,
        accountable=scheme.accountable,
        consulted=scheme.consulted,
        informed=scheme.informed,
        note=scheme.note,
    )
    return {"name": scheme.name, "letters": dict(scheme.letters), **parts}


def _role(role: Role) -> dict[str, object]:
    return {"name": role.name, **_filled(group=role.group, automated=role.automated, key=role.key)}


def _activity(activity: Activity, labels: Sequence[str]) -> dict[str, object]:
    fields = _filled(
        id=activity.id,
        description=activity.description,
        due=activity.due,
        moment_of_truth=activity.moment_of_truth,
        four_eyes=activity.four_eyes,
        system=activity.system,
        automated=activity.automated,
        letters={labels[assignment.role]: "/".join(assignment.letters) for assignment in activity.assignments},
    )
    return {"name": activity.name, **fields}


def _phases(phases: Sequence[Phase], runs: Iterable[Run], labels: Sequence[str]) -> Iterator[dict[str, object]]:
    sections = {phase.name: [section.name for section in phase.sections] for phase in phases}
    for name, activities in with_empty([phase.name for phase in phases], runs):
        direct, below = parted(activities)
        own = [_activity(activity, labels) for activity in direct]
        parts = [_section(*run, labels) for run in with_empty(sections.pop(name, []), below)]
        yield {"name": name, **_filled(activities=own, sections=parts)}


def _section(name: str, activities: Iterable[Activity], labels: Sequence[str]) -> dict[str, object]:
    return {"name": name, **_filled(activities=[_activity(activity, labels) for activity in activities])}
