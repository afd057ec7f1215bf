"""What a rule is: a pure generator of problems, with its code, its severity and its page."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from raci_cli.model import Activity, Placed, Problem, Role, Severity
from raci_cli.rules.settings import Profile
from raci_cli.rules.tally import Tally

Checker = Callable[[Tally], Iterator[Problem]]


class Origin(StrEnum):
    """Where a rule comes from."""

    PRACTICE = "Customer-success practice"
    TRACK_PLUS = "Track+, RACI analysis"
    SMITH_ERWIN = "Smith and Erwin, Role & Responsibility Charting"
    PARADIGM = "Visual Paradigm, common RACI mistakes"
    VALIDATOR = "Cabanillas et al. 2012, RASCI validator"
    LINT = "Checks that every table deserves"


class Rule(NamedTuple):
    """One rule of the catalogue. Its name, summary and page are those of the function that checks it."""

    code: str
    """`RACI101`; stable once released."""
    severity: Severity
    check: Checker
    origins: tuple[Origin, ...] = ()
    strict: Severity | None = None
    """The severity in the profile strict, where it differs."""
    draft: Severity | None = None
    """The severity in the profile draft, where it differs."""
    covers: tuple[str, ...] = ()
    """Codes of findings that say no more than this one; of two on one activity only the graver is given."""

    @property
    def name(self) -> str:
        """Says the fault: `no-accountable`."""
        return getattr(self.check, "__name__", "").replace("_", "-")

    @property
    def summary(self) -> str:
        """One sentence: what the rule finds."""
        return self._text.partition("\n")[0]

    @property
    def page(self) -> str:
        """The rest of what there is to say, as Markdown: why, an example, what to do instead, limits, sources."""
        rest = self._text.partition("\n")[2].strip()
        return f"{rest}\n\n## Source\n{'; '.join(self.origins)}."

    @property
    def _text(self) -> str:
        return inspect.cleandoc(self.check.__doc__ or "")

    def severity_in(self, profile: Profile) -> Severity:
        """How much a finding of this rule matters under a profile."""
        by_profile = {Profile.STRICT: self.strict, Profile.DRAFT: self.draft}
        return by_profile.get(profile) or self.severity


def rule(
    code: str,
    severity: Severity,
    *origins: Origin,
    strict: Severity | None = None,
    draft: Severity | None = None,
    covers: tuple[str, ...] = (),
) -> Callable[[Checker], Rule]:
    """Make a `Rule` of the function below it. Registers nothing: `catalogue.RULES` lists them all."""

    def wrap(check: Checker) -> Rule:
        return Rule(code, severity, check, origins, strict, draft, covers)

    return wrap


def on_activity(  # noqa: PLR0913 - the first three are every problem's, the others are named at the call
    activity: Activity,
    message: str,
    advice: str,
    *,
    cell: Placed | None = None,
    role: str = "",
    severity: Severity | None = None,
) -> Problem:
    """A problem of an activity; it stands on the activity's own cell unless another is given."""
    return Problem(cell or activity, message, advice, activity.name, role, activity.phase, severity)


def on_role(role: Role, message: str, advice: str) -> Problem:
    """A problem of a role; it stands on the role's heading."""
    return Problem(role, message, advice, role=role.label)
