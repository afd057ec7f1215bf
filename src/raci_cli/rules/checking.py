"""Running the rules on a matrix: problems become findings, excused ones are counted, the rest is put in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from raci_cli.model import LAYER, Check, Finding, Matrix, Severity
from raci_cli.rules.catalogue import RULES, matching, selected
from raci_cli.rules.excuse import Excuse, ended, idle
from raci_cli.rules.rule import Rule
from raci_cli.rules.settings import Settings, Suppression
from raci_cli.rules.tally import Tally
from raci_cli.rules.wording import counted, listed

_SETTLING = ("RACI100", "RACI101", "RACI102", "RACI103", "RACI302")
"""The rules about exactly one A and at least one R."""
_COVERING = {known.code: known.covers for known in RULES if known.covers}
_COVERABLE = frozenset(chain.from_iterable(_COVERING.values()))


def check(matrix: Matrix, settings: Settings | None = None) -> Check:
    """What the selected rules find in a matrix, in the order of the sheet.

    Raises:
        UsageError: The settings name a rule that does not exist.
    """
    if matrix.source.layout == LAYER:
        return _only_a_layer(matrix)
    settings = settings or Settings()
    own = (Suppression(each.code, each.reason, each.activity, each.role) for each in matrix.source.excuses)
    excuses = [Excuse.of(suppression, settings.today) for suppression in (*settings.suppressions, *own)]
    rules, tally = selected(settings), Tally(matrix, settings.thresholds)
    every = list(_findings(tally, rules, settings))
    found = _uncovered(every)
    standing = _unexcused(found, excuses)
    kept = _beyond(settings.baseline, standing)
    left_out = _unexcused(list(_left_out(tally, rules)), excuses)
    faults = _faults(standing, kept) | set(left_out)
    wrong = {(finding.phase, finding.activity) for finding in faults}
    return Check(
        location=matrix.locate(),
        title=matrix.title,
        scheme=matrix.scheme.name,
        roles=len(matrix.roles),
        activities=len(matrix.activities),
        filled_in=len(tally.rows),
        in_order=sum([(row.activity.phase, row.activity.name) not in wrong for row in tally.rows]),
        findings=tuple(sorted(kept, key=_order)),
        phases=tuple(phase.name for phase in matrix.phases),
        notes=tuple(_notes(matrix.scheme.note, excuses, kept, left_out)),
        excused=len(found) - len(kept),
        faults=tuple(sorted(Counter(finding.code for finding in faults).items())),
        unchecked=tuple(_unchecked(matrix)),
        idle=tuple(idle(excuses, every, rules)),
    )


def _unexcused(findings: list[Finding], excuses: Sequence[Excuse]) -> list[Finding]:
    for excuse in excuses:
        findings = [finding for finding in findings if not excuse.holds(finding)]
    return findings


def _left_out(tally: Tally, rules: Collection[Rule]) -> Iterator[Finding]:
    """What the rules about A and R would find that were not selected: activities are not in order all the same."""
    missing = [known for known in RULES if known.code in _SETTLING and known not in rules]
    return _findings(tally, missing, Settings())


def _faults(standing: Iterable[Finding], kept: Iterable[Finding]) -> set[Finding]:
    """What keeps activities from being in order: whatever the baseline knows about A and R, and errors beyond it."""
    unsettled = {finding for finding in standing if finding.code in _SETTLING}
    return unsettled.union(finding for finding in kept if finding.severity is Severity.ERROR)


def _order(finding: Finding) -> tuple[object, ...]:
    """By row; what concerns a whole phase stands before what concerns the activity on the same row."""
    about_one = bool(finding.activity or finding.role)
    return finding.location.row, about_one, finding.location.column, finding.code


def _unchecked(matrix: Matrix) -> Iterator[str]:
    """What no letter of the scheme says."""
    for part in ("accountable", "responsible"):
        if matrix.activities and not getattr(matrix.scheme, part):
            yield f"who is {part}"


def _notes(note: str, excuses: Iterable[Excuse], kept: Iterable[Finding], left_out: Sequence[Finding]) -> Iterator[str]:
    """What a reader of the report must know beside the findings; `note` is the scheme's."""
    if note:
        yield note
    if left_out:
        codes = listed(sorted({finding.code for finding in left_out}))
        named = counted(len(left_out), "activity it would name is", "activities it would name are")
        yield f"Left out as asked: {codes}. The {named} not counted as in order."
    yield from ended(excuses, kept)


def _findings(tally: Tally, rules: Iterable[Rule], settings: Settings) -> Iterator[Finding]:
    chosen = _chosen_severities(settings.severities)
    for rule in rules:
        if problems := list(rule.check(tally)):
            name, usual = rule.name, rule.severity_in(settings.profile)
            for place, message, advice, activity, role, phase, own in problems:
                severity = chosen.get(rule.code) or own or usual
                location = tally.matrix.locate(place)
                yield Finding(rule.code, name, severity, message, advice, location, activity, role, phase)


def _chosen_severities(severities: Mapping[str, Severity]) -> dict[str, Severity]:
    """By whole code; a whole code wins over its family."""
    by_length = sorted(severities.items(), key=lambda item: len(item[0]))
    return {known.code: severity for code, severity in by_length for known in matching(code)}


def _uncovered(findings: list[Finding]) -> list[Finding]:
    """Without those that say no more than another one on the same activity; between the two, the graver stays."""
    standing = {_place(finding): finding for finding in findings if finding.code in _COVERABLE}
    dropped = set()
    for finding in findings:
        for code in _COVERING.get(finding.code, ()):
            other = standing.get(_place(finding._replace(code=code)))
            if other:
                dropped.add(_place(finding if other.severity.rank < finding.severity.rank else other))
    return [finding for finding in findings if _place(finding) not in dropped] if dropped else findings


def _place(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.location, finding.phase, finding.activity


def _beyond(baseline: Mapping[str, int], findings: list[Finding]) -> list[Finding]:
    """The findings that the baseline does not hold; of equal fingerprints, as many are known as it counts."""
    if not baseline:
        return findings
    left, beyond = Counter(baseline), []
    for finding in findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
        else:
            beyond.append(finding)
    return beyond


def _only_a_layer(matrix: Matrix) -> Check:
    """Who does what is said in the templates that extend this one."""
    note = "This is a layer for other templates: only its form was checked."
    return Check(matrix.locate(), matrix.title, matrix.scheme.name, len(matrix.roles), 0, 0, 0, (), notes=(note,))
