"""A template while its layers are put together: what it holds so far, and how things in it are found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.document.layer import Mention
from raci_cli.model import LAYER, Activity, Assignment, Excuse, Matrix, Phase, Role, Scheme, Section, Source
from raci_cli.model.schemes import RACI
from raci_cli.segments.template import Setting, Template
from raci_cli.suggest import did_you_mean, quoted

_FACTS = ("title", "segment", "strategy", "leader", "date", "version")


@dataclass
class Row:
    """An activity without its assignments, its letters by role, and what was set about it so far."""

    activity: Activity
    letters: dict[str, tuple[str, int]] = field(default_factory=dict)
    """By the label of the role: the letters, in the scheme's order, and their line."""
    settings: list[Setting] = field(default_factory=list)


@dataclass
class Draft:
    """All parts of a template, by their names where they have one."""

    scheme: Scheme = RACI
    facts: dict[str, str] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    """By label, in order."""
    duties: dict[str, str] = field(default_factory=dict)
    phases: dict[str, Phase] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    excuses: list[Excuse] = field(default_factory=list)

    def role(self, mention: Mention, at: str) -> Role:
        """The role with a label.

        Raises:
            UnreadableFileError: there is none.
        """
        if mention.name in self.roles:
            return self.roles[mention.name]
        raise UnreadableFileError(f"{at}there is no role {quoted(mention.name)} here.{_nearest(mention, self.roles)}")

    def phase(self, mention: Mention, at: str) -> Phase:
        """The phase with a name.

        Raises:
            UnreadableFileError: there is none.
        """
        if mention.name in self.phases:
            return self.phases[mention.name]
        raise UnreadableFileError(f"{at}there is no phase {quoted(mention.name)} here.{_nearest(mention, self.phases)}")

    def row(self, mention: Mention, at: str) -> Row:
        """The activity with an id or a name, which then stands on the line that mentions it.

        Raises:
            UnreadableFileError: there is none, or several have the name.
        """
        found = [row for row in self.rows if row.activity.id == mention.name]
        found = found or [row for row in self.rows if row.activity.name == mention.name]
        if not found:
            known = [text for row in self.rows for text in (row.activity.name, row.activity.id) if text]
            raise UnreadableFileError(
                f"{at}there is no activity {quoted(mention.name)} here.{did_you_mean(mention.name, known)} "
                "Activities are named by their id, or by their name as it is below this layer."
            )
        if len(found) > 1:
            ids = [quoted(row.activity.id) for row in found if row.activity.id]
            use = f"use the id, {' or '.join(ids)}" if len(ids) == len(found) else "give each an id and use that"
            raise UnreadableFileError(f"{at}{len(found)} activities are called {quoted(mention.name)}: {use}.")
        found[0].activity = found[0].activity._replace(row=mention.line)
        return found[0]

    def forget_lines(self) -> None:
        """What was read so far stands in a file below: its lines mean nothing in the next one."""
        self.roles = {label: replace(role, row=0) for label, role in self.roles.items()}
        self.phases = {
            name: Phase(name, tuple(Section(section.name) for section in phase.sections))
            for name, phase in self.phases.items()
        }
        for row in self.rows:
            row.activity = row.activity._replace(row=0)
            row.letters = {label: (letters, 0) for label, (letters, _) in row.letters.items()}


def _nearest(mention: Mention, known: Iterable[str]) -> str:
    """What may be meant, or else all that there is."""
    return did_you_mean(mention.name, known) or f" There are: {', '.join(known) or 'none so far'}."


def begun(template: Template) -> Draft:
    """A template to be changed further."""
    matrix = template.matrix
    labels = [role.label for role in matrix.roles]
    facts = {name: getattr(matrix, name) for name in _FACTS} | {"for_whom": template.for_whom}
    return Draft(
        scheme=matrix.scheme,
        facts={name: text for name, text in facts.items() if text},
        roles=dict(zip(labels, matrix.roles, strict=True)),
        duties=dict(template.duties),
        phases={phase.name: phase for phase in matrix.phases},
        rows=[
            Row(
                activity._replace(assignments=()),
                {labels[cell.role]: (cell.letters, cell.row) for cell in activity.assignments},
                list(settings),
            )
            for activity, settings in zip(matrix.activities, template.settings, strict=True)
        ],
        excuses=list(matrix.source.excuses),
    )


def finished(draft: Draft, name: str, path: str, *, abstract: bool) -> Template:
    """The template that a draft has become."""
    index = {label: number for number, label in enumerate(draft.roles)}
    activities = tuple(
        row.activity._replace(
            assignments=tuple(
                sorted(Assignment(index[label], letters, line) for label, (letters, line) in row.letters.items())
            ),
        )
        for row in draft.rows
    )
    matrix = Matrix(
        roles=tuple(draft.roles.values()),
        activities=activities,
        scheme=draft.scheme,
        phases=tuple(draft.phases.values()),
        source=Source(path, layout=LAYER if abstract else "", excuses=tuple(draft.excuses)),
        **{fact: draft.facts.get(fact, "") for fact in _FACTS},
    )
    settings = tuple(tuple(row.settings) for row in draft.rows)
    return Template(name, matrix, draft.facts.get("for_whom", ""), draft.duties, abstract, settings)
