"""Running the rules on a matrix: problems become findings, excused ones are counted, the rest is put in order."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from raci_cli.model import Check, Finding, Matrix, Severity
from raci_cli.rules.catalogue import RULES, matching, selected
from raci_cli.rules.names import folded
from raci_cli.rules.settings import Settings, Suppression
from raci_cli.rules.tally import Tally
from raci_cli.rules.wording import quoted

_SETTLING = ("RACI100", "RACI101", "RACI102", "RACI103")
"""The rules about exactly one A and at least one R."""


def check(matrix: Matrix, settings: Settings | None = None) -> Check:
    """What the selected rules find in a matrix, in the order of the sheet.

    Raises:
        UsageError: The settings name a rule that does not exist.
    """
    settings = settings or Settings()
    excuses = [_Excuse.of(suppression, settings.today) for suppression in settings.suppressions]
    found = _uncovered(list(_findings(matrix, settings)))
    unexcused = [finding for finding in found if not any(excuse.holds(finding) for excuse in excuses)]
    kept = list(_beyond(settings.baseline, unexcused))
    wrong = {(finding.phase, finding.activity) for finding in kept if finding.severity is Severity.ERROR}
    open_ones = _unsettled(matrix, settings, found)
    wrong.update((each.phase, each.activity) for each in open_ones if not any(excuse.holds(each) for excuse in excuses))
    filled_in = [activity for activity in matrix.activities if activity.filled_in]
    return Check(
        location=matrix.locate(),
        title=matrix.title,
        scheme=matrix.scheme.name,
        roles=len(matrix.roles),
        activities=len(matrix.activities),
        filled_in=len(filled_in),
        in_order=sum((activity.phase, activity.name) not in wrong for activity in filled_in),
        findings=tuple(sorted(kept, key=lambda finding: (finding.location.row, finding.location.column, finding.code))),
        phases=tuple(phase.name for phase in matrix.phases),
        notes=tuple(note for note in (matrix.scheme.note, *_ended(excuses, kept)) if note),
        excused=len(found) - len(kept),
    )


def _unsettled(matrix: Matrix, settings: Settings, found: Iterable[Finding]) -> Iterator[Finding]:
    """What keeps activities from being in order, whether the rules for it were selected or not."""
    if settings.select or settings.ignore:
        found = _findings(matrix, Settings(select=_SETTLING))
    return (finding for finding in found if finding.code in _SETTLING)


class _Excuse(NamedTuple):
    """A suppression, ready to be held against findings."""

    suppression: Suppression
    codes: frozenset[str]
    activity: str
    role: str
    expired: bool

    @classmethod
    def of(cls, suppression: Suppression, today: dt.date) -> _Excuse:
        return cls(
            suppression,
            frozenset(known.code for known in matching(suppression.code)),
            folded(suppression.activity),
            folded(suppression.role),
            suppression.until is not None and suppression.until < today,
        )

    def meets(self, finding: Finding) -> bool:
        """Whether the finding is one that was excused, for however long."""
        return (
            finding.code in self.codes
            and (not self.activity or self.activity == folded(finding.activity))
            and (not self.role or self.role == folded(finding.role))
        )

    def holds(self, finding: Finding) -> bool:
        return not self.expired and self.meets(finding)


def _findings(matrix: Matrix, settings: Settings) -> Iterator[Finding]:
    tally = Tally(matrix, settings.thresholds)
    chosen = _chosen_severities(settings.severities)
    for rule in selected(settings):
        name, usual = rule.name, rule.severity_in(settings.profile)
        for problem in rule.check(tally):
            yield Finding(
                rule.code,
                name,
                chosen.get(rule.code) or problem.severity or usual,
                problem.message,
                problem.advice,
                matrix.locate(problem.place),
                problem.activity,
                problem.role,
                problem.phase,
            )


def _chosen_severities(severities: Mapping[str, Severity]) -> dict[str, Severity]:
    """By whole code; a whole code wins over its family."""
    by_length = sorted(severities.items(), key=lambda item: len(item[0]))
    return {known.code: severity for code, severity in by_length for known in matching(code)}


def _uncovered(findings: list[Finding]) -> list[Finding]:
    """Without those that say no more than another one on the same activity; between the two, the graver stays."""
    covering = {known.code: known.covers for known in RULES if known.covers}
    coverable = {code for covers in covering.values() for code in covers}
    standing = {_place(finding): finding for finding in findings if finding.code in coverable}
    dropped = set()
    for finding in findings:
        for code in covering.get(finding.code, ()):
            other = standing.get(_place(finding._replace(code=code)))
            if other:
                dropped.add(_place(finding if other.severity.rank < finding.severity.rank else other))
    return [finding for finding in findings if _place(finding) not in dropped] if dropped else findings


def _place(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.location, finding.phase, finding.activity


def _beyond(baseline: Mapping[str, int], findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that the baseline does not hold; of equal fingerprints, as many are known as it counts."""
    left = Counter(baseline)
    for finding in findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
        else:
            yield finding


def _ended(excuses: list[_Excuse], findings: list[Finding]) -> Iterator[str]:
    """A sentence for each excuse that has run out while its finding is still there."""
    for excuse in excuses:
        if excuse.expired and any(excuse.meets(finding) for finding in findings):
            told = excuse.suppression
            about = " and ".join(quoted(name) for name in (told.activity, told.role) if name)
            yield (
                f"The suppression of {told.code}{' for ' + about if about else ''} ended on {told.until}, so its"
                f" findings count again. Its reason was: {told.reason}"
            )
