"""What raci.yaml says, as frozen values, and what it means for one file."""

from __future__ import annotations

import fnmatch
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from raci_cli.config.paths import relative
from raci_cli.errors import UsageError
from raci_cli.layouts.overrides import Overrides
from raci_cli.model import Scheme, Severity
from raci_cli.model.schemes import SCHEMES
from raci_cli.rules.settings import Profile, Settings, Suppression, Thresholds
from raci_cli.suggest import did_you_mean, quoted

_NOTHING: Mapping[str, Any] = {}


class Choices(NamedTuple):
    """What may be chosen on the command line and per file pattern in raci.yaml; empty is not chosen."""

    profile: Profile | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    overrides: Overrides = Overrides()

    def over(self, below: Choices) -> Choices:
        """These choices, and those below where nothing is chosen: a selection starts afresh, an ignore adds."""
        return Choices(
            profile=self.profile or below.profile,
            select=self.select or below.select,
            ignore=self.ignore if self.select else (*below.ignore, *self.ignore),
            overrides=below.overrides._replace(**_chosen(self.overrides)),
        )


def _chosen(overrides: Overrides) -> dict[str, Any]:
    return {name: value for name, value in overrides._asdict().items() if value}


class Config(NamedTuple):
    """One raci.yaml, or none at all: then everything has its default."""

    path: str = ""
    """Where it was read from; the patterns in it are relative to its folder."""
    choices: Choices = Choices()
    files: tuple[tuple[str, Choices], ...] = ()
    """Choices by file pattern; where several match, the later one counts."""
    severities: Mapping[str, Severity] = _NOTHING
    thresholds: Thresholds = Thresholds()
    suppressions: tuple[Suppression, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    role_aliases: Mapping[str, str] = _NOTHING
    """Other names of roles, and what they are called instead."""
    activity_aliases: Mapping[str, str] = _NOTHING
    phase_aliases: Mapping[str, str] = _NOTHING
    leaders: Mapping[str, tuple[str, ...]] = _NOTHING
    """The roles that each leader answers for, by the leader's name."""
    baseline: str = ""
    """Where the baseline file is; empty for none."""
    templates: str = ""
    """The folder with templates of one's own; empty for none."""

    def choices_for(self, path: str, asked: Choices) -> Choices:
        """What counts for one file: what was asked for, else the last pattern that fits, else the whole raci.yaml.

        Raises:
            UsageError: a scheme was asked for that neither raci nor this raci.yaml knows.
        """
        chosen = self.choices
        for pattern, choices in self.files:
            if self._means(pattern, path):
                chosen = choices.over(chosen)
        chosen = asked.over(chosen)
        self._refuse_unknown(chosen.overrides.scheme)
        return chosen._replace(overrides=chosen.overrides._replace(schemes=self.schemes))

    def _refuse_unknown(self, scheme: str) -> None:
        known = {*SCHEMES, *(own.name for own in self.schemes)}
        if scheme and scheme not in known:
            meant = did_you_mean(scheme, known)
            raise UsageError(f"There is no scheme {quoted(scheme)}.{meant} There are: {', '.join(sorted(known))}.")

    def settings(self, choices: Choices) -> Settings:
        """What the rules are told under some choices."""
        return Settings(
            profile=choices.profile or Profile.STANDARD,
            select=choices.select,
            ignore=choices.ignore,
            severities=self.severities,
            thresholds=self.thresholds,
            suppressions=self.suppressions,
            baseline={},
        )

    def _means(self, pattern: str, path: str) -> bool:
        """A pattern without `/` means file names, any other the paths from raci.yaml's folder."""
        pattern = pattern.replace("\\", "/")
        if "/" not in pattern:
            return fnmatch.fnmatch(Path(path).name, pattern)
        found = relative(path, self.path)
        return any(fnmatch.fnmatch(found, form) for form in (pattern, pattern.replace("**/", "")))
