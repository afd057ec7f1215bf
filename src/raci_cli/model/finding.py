"""What checking a matrix yields: problems, findings, and the report of a run."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from typing import Any, NamedTuple

from raci_cli.model.location import Location, Placed


class Severity(StrEnum):
    """How much a finding matters, the worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    __hash__ = str.__hash__
    """That of any enumeration is written in Python, and findings are counted by severity again and again."""

    @property
    def rank(self) -> int:
        """0 for an error, then rising."""
        return ("error", "warning", "info").index(self.value)


class Problem(NamedTuple):
    """What a rule yields: where, what is wrong, and what to do about it.

    `message` and `advice` are sentences; `activity` and `role` are the names the problem is about, if any, and
    survive rows and columns being moved.
    """

    place: Placed | None
    """The activity, role, phase, assignment or remark it stands on; None for the whole matrix."""
    message: str
    advice: str
    activity: str = ""
    role: str = ""
    phase: str = ""
    severity: Severity | None = None
    """Overrides the rule's own severity where one case is graver than the rest."""


class Finding(NamedTuple):
    """A problem with the rule's code, name and severity, at its address."""

    code: str
    name: str
    severity: Severity
    message: str
    advice: str
    location: Location
    activity: str = ""
    role: str = ""
    phase: str = ""

    @property
    def fingerprint(self) -> str:
        """Code, phase, activity and role: stays the same when rows and columns move."""
        return f"{self.code}|{self.phase}|{self.activity}|{self.role}"


class Check(NamedTuple):
    """The result for one matrix."""

    location: Location
    """The file and sheet."""
    title: str
    scheme: str
    """The scheme's name."""
    roles: int
    activities: int
    filled_in: int
    """Activities that hold any letter."""
    in_order: int
    """Activities with exactly one A and at least one R (or an excuse for it), and no finding of severity error."""
    findings: tuple[Finding, ...]
    phases: tuple[str, ...] = ()
    """In the matrix's order; a text report groups findings by them."""
    notes: tuple[str, ...] = ()
    """What a reader of the report must know, such as rules that do not apply to this scheme."""
    excused: int = 0
    """Findings left out by suppressions or the baseline."""
    faults: tuple[tuple[str, int], ...] = ()
    """What keeps activities from being in order: codes of rules, and how often each was broken, listed or not."""
    unchecked: tuple[str, ...] = ()
    """What nobody checked, because no letter of the scheme says it: `who is accountable`, `who is responsible`."""
    idle: tuple[str, ...] = ()
    """Suppressions that excused nothing here, as they are called in messages."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Columns of plain values go from process to process in a third of the time that findings take."""
        columns: list[tuple[Any, ...]] = list(zip(*self.findings, strict=True))
        if columns:
            columns[_LOCATION] = tuple(zip(*columns[_LOCATION], strict=True))
        return _restored, (columns, *self._replace(findings=()))


_LOCATION = Finding._fields.index("location")


def _restored(columns: list[Any], *fields: Any) -> Check:
    if columns:
        columns[_LOCATION] = map(Location._make, zip(*columns[_LOCATION], strict=True))
    return Check(*fields)._replace(findings=tuple(map(Finding._make, zip(*columns, strict=True))))


class Failure(NamedTuple):
    """A file that could not be checked, and why."""

    path: str
    message: str


class Report(NamedTuple):
    """All results of a run, in the order the files were given."""

    checks: tuple[Check, ...]
    failures: tuple[Failure, ...] = ()
    skipped: tuple[str, ...] = ()
    """Files in a walked folder that hold no matrix."""
    notes: tuple[str, ...] = ()
    """What a reader must know about the run as a whole, as sentences."""

    @property
    def told(self) -> Iterator[tuple[Location | None, str]]:
        """Every note with the matrix it is about, then those about the run as a whole."""
        yield from ((check.location, note) for check in self.checks for note in check.notes)
        yield from ((None, note) for note in self.notes)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding of every matrix."""
        return tuple(chain.from_iterable(check.findings for check in self.checks))

    @property
    def worst(self) -> Severity | None:
        """The gravest severity found; None when there are no findings."""
        return min({finding.severity for finding in self.findings}, key=lambda severity: severity.rank, default=None)
