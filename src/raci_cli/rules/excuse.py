"""Suppressions held against findings: which they excuse, which have run out, and which excuse nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from raci_cli.model import Finding
from raci_cli.rules.catalogue import matching
from raci_cli.rules.names import folded
from raci_cli.rules.rule import Rule
from raci_cli.rules.settings import Suppression
from raci_cli.rules.wording import quoted


class Excuse(NamedTuple):
    """A suppression, ready to be held against findings."""

    suppression: Suppression
    codes: frozenset[str]
    activity: str
    role: str
    expired: bool

    @classmethod
    def of(cls, suppression: Suppression, today: dt.date) -> Excuse:
        """The excuse that a suppression is on one day."""
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
        """Whether it excuses the finding today."""
        return not self.expired and self.meets(finding)

    def __str__(self) -> str:
        """What it is called in messages: `RACI101 for “Kickoff meeting”`."""
        about = " and ".join(quoted(name) for name in (self.suppression.activity, self.suppression.role) if name)
        return f"{self.suppression.code}{' for ' + about if about else ''}"


def ended(excuses: Iterable[Excuse], findings: Iterable[Finding]) -> Iterator[str]:
    """A sentence for each excuse that has run out while its finding is still there."""
    standing = list(findings)
    for excuse in excuses:
        if excuse.expired and any(excuse.meets(finding) for finding in standing):
            yield (
                f"The suppression of {excuse} ended on {excuse.suppression.until}, so its findings count again."
                f" Its reason was: {excuse.suppression.reason}"
            )


def idle(excuses: Iterable[Excuse], findings: Collection[Finding], rules: Iterable[Rule]) -> Iterator[str]:
    """The excuses that meet no finding, though a rule that they are about was run."""
    ran = {rule.code for rule in rules}
    for excuse in excuses:
        if ran & excuse.codes and not any(map(excuse.meets, findings)):
            yield f"{excuse}, which ended on {excuse.suppression.until}," if excuse.expired else str(excuse)
