"""What a layer does to the template below it: one function for each of its parts, in the order they are applied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from raci_cli.errors import UnreadableFileError, UsageError
from raci_cli.formats.document.assembly import letters_of, strange_letters
from raci_cli.formats.document.layer import Cell, Layer, Mention, Renaming
from raci_cli.model import Activity
from raci_cli.segments.draft import Draft, Row
from raci_cli.segments.template import Setting
from raci_cli.suggest import quoted

_TOLD = ("description", "due", "moment_of_truth", "four_eyes", "system", "automated")
"""The fields of an activity that are worth an explanation beside its name and letters."""


def apply(layer: Layer, draft: Draft) -> None:
    """Do all that a layer says.

    Raises:
        UnreadableFileError: it names something that is not there, adds something that is, or has strange letters.
    """
    draft.forget_lines()
    _set_facts(layer, draft)
    _drop(layer, draft)
    _rename(layer, draft)
    _add_roles(layer, draft)
    _add_activities(layer, draft)
    _move(layer, draft)
    _change(layer, draft)
    for lettering in layer.letters:
        at = layer.at(lettering.activity.line)
        _letter(layer, draft, draft.row(lettering.activity, at), lettering.cells)
    for mention, text in layer.does:
        draft.duties[draft.role(mention, layer.at(mention.line)).label] = text
    _excuse(layer, draft)


def _set_facts(layer: Layer, draft: Draft) -> None:
    draft.facts.update(layer.facts)
    if layer.scheme in (None, draft.scheme):
        return
    if layer.extends:
        raise UnreadableFileError(
            f"{layer.at(layer.scheme_line)}the scheme is that of the template below, {quoted(draft.scheme.name)}: "
            "leave it out here."
        )
    draft.scheme = layer.scheme or draft.scheme


def _drop(layer: Layer, draft: Draft) -> None:
    for mention in layer.drop.roles:
        label = draft.role(mention, layer.at(mention.line)).label
        del draft.roles[label]
        draft.duties.pop(label, None)
        draft.excuses = [excuse for excuse in draft.excuses if excuse.role != label]
        for row in draft.rows:
            _take(layer, row, label)
    for mention in layer.drop.phases:
        name = draft.phase(mention, layer.at(mention.line)).name
        del draft.phases[name]
        _keep(draft, [row for row in draft.rows if row.activity.phase != name])
    for mention in layer.drop.activities:
        gone = draft.row(mention, layer.at(mention.line))
        _keep(draft, [row for row in draft.rows if row is not gone])


def _keep(draft: Draft, rows: list[Row]) -> None:
    """Only these activities, and only the excuses that are still about something."""
    draft.rows = rows
    names = {"", *(row.activity.name for row in rows)}
    draft.excuses = [excuse for excuse in draft.excuses if excuse.activity in names]


def _rename(layer: Layer, draft: Draft) -> None:
    for renaming in layer.rename.roles:
        _rename_role(layer, draft, renaming)
    for old, new in layer.rename.phases:
        phase = draft.phase(old, layer.at(old.line))
        _refuse_twice(new, draft.phases, "phase", layer.at(old.line))
        draft.phases = {new if name == phase.name else name: each for name, each in draft.phases.items()}
        draft.phases[new] = replace(phase, name=new, row=old.line)
        for row in draft.rows:
            if row.activity.phase == phase.name:
                row.activity = row.activity._replace(phase=new)
    for old, new in layer.rename.activities:
        row = draft.row(old, layer.at(old.line))
        draft.excuses = [
            excuse._replace(activity=new) if excuse.activity == row.activity.name else excuse
            for excuse in draft.excuses
        ]
        renamed = row.activity._replace(name=new)
        _refuse_same(renamed, (other for other in draft.rows if other is not row), layer.at(old.line))
        row.activity = renamed
        row.settings.append(Setting(layer.name, "name", new))


def _rename_role(layer: Layer, draft: Draft, renaming: Renaming) -> None:
    """In its place, with its letters, its duties and what was told about them."""
    old, new = renaming
    role = draft.role(old, layer.at(old.line))
    _refuse_twice(new, draft.roles, "role", layer.at(old.line))

    def called(label: str) -> str:
        return new if label == role.label else label

    draft.roles = {
        called(label): replace(each, name=new, key="", row=old.line) if each is role else each
        for label, each in draft.roles.items()
    }
    draft.duties = {called(label): text for label, text in draft.duties.items()}
    draft.excuses = [excuse._replace(role=called(excuse.role)) for excuse in draft.excuses]
    for row in draft.rows:
        row.letters = {called(label): cell for label, cell in row.letters.items()}
        row.settings = [setting._replace(role=called(setting.role)) for setting in row.settings]


def _refuse_twice(name: str, known: Iterable[str], kind: str, at: str) -> None:
    if name in known:
        raise UnreadableFileError(f"{at}there is a {kind} {quoted(name)} here already: choose another name.")


def _add_roles(layer: Layer, draft: Draft) -> None:
    """Each after the last role of its group; the first of a group at the end."""
    for role in layer.roles:
        _refuse_twice(role.label, draft.roles, "role", layer.at(role.row))
        order = list(draft.roles.values())
        own = [number for number, other in enumerate(order, start=1) if other.group == role.group]
        order.insert(own[-1] if own else len(order), role)
        draft.roles = {each.label: each for each in order}


def _add_activities(layer: Layer, draft: Draft) -> None:
    """Each after the last activity of its section, or of its phase."""
    for phase in layer.phases:
        known = draft.phases.get(phase.name, phase)
        names = {section.name for section in known.sections}
        added = tuple(section for section in phase.sections if section.name not in names)
        draft.phases[phase.name] = replace(known, sections=(*known.sections, *added), row=phase.row)
    places = {name: number for number, name in enumerate(draft.phases)}
    for activity, cells in layer.activities:
        _refuse_same(activity, draft.rows, layer.at(activity.row))
        row = Row(activity)
        draft.rows.insert(_end_of(activity, draft), row)
        row.settings.append(Setting(layer.name, "name", activity.name))
        row.settings += _told(layer, {name: getattr(activity, name) for name in _TOLD if getattr(activity, name)})
        _letter(layer, draft, row, cells)
    if layer.activities:
        draft.rows.sort(key=lambda row: places.get(row.activity.phase, -1))


def _end_of(activity: Activity, draft: Draft) -> int:
    by_place = [(row.activity.phase, row.activity.section) for row in draft.rows]
    for place in ((activity.phase, activity.section), (activity.phase,)):
        after = [number for number, each in enumerate(by_place, start=1) if each[: len(place)] == place]
        if after:
            return after[-1]
    return len(draft.rows)


def _refuse_same(activity: Activity, others: Iterable[Row], at: str) -> None:
    """No other activity has its id, or its name in the same section of the same phase."""
    place = (activity.phase, activity.section, activity.name)
    for other in (row.activity for row in others):
        if activity.id and other.id == activity.id:
            raise UnreadableFileError(f"{at}{quoted(other.name)} has the id {quoted(activity.id)} already.")
        if (other.phase, other.section, other.name) == place:
            where = quoted(activity.phase) if activity.phase else "The template"
            raise UnreadableFileError(
                f"{at}{where} has an activity {quoted(activity.name)} already: choose another name, or use `change` "
                "and `letters` to say something else about it."
            )


def _told(layer: Layer, fields: Mapping[str, str | bool]) -> Iterator[Setting]:
    """What fields of an activity were set to, in words."""
    for name, value in fields.items():
        yield Setting(layer.name, name, value if isinstance(value, str) else "yes" if value else "no")


def _move(layer: Layer, draft: Draft) -> None:
    for mention, other in layer.before:
        at = layer.at(mention.line)
        row, next_one = draft.row(mention, at), draft.row(Mention(other), at)
        if row is next_one or row.activity.phase != next_one.activity.phase:
            raise UnreadableFileError(
                f"{at}{quoted(mention.name)} can only stand before another activity of its own phase, "
                f"{quoted(row.activity.phase)}."
            )
        draft.rows.remove(row)
        draft.rows.insert(draft.rows.index(next_one), row)


def _change(layer: Layer, draft: Draft) -> None:
    for mention, fields in layer.change:
        at = layer.at(mention.line)
        row = draft.row(mention, at)
        changed = row.activity._replace(**fields)
        _refuse_same(changed, (other for other in draft.rows if other is not row), at)
        row.activity = changed
        row.settings += _told(layer, {name: value for name, value in fields.items() if name in _TOLD})


def _letter(layer: Layer, draft: Draft, row: Row, cells: Iterable[Cell]) -> None:
    for cell in cells:
        at = layer.at(cell.line)
        label = draft.role(Mention(cell.role), at).label
        letters = letters_of(cell.text, draft.scheme)
        if letters is None:
            raise UnreadableFileError(f"{at}{strange_letters(cell.text, label, draft.scheme)}")
        if letters:
            row.letters[label] = (letters, cell.line)
            row.settings.append(Setting(layer.name, "letters", letters, label))
        else:
            _take(layer, row, label)


def _take(layer: Layer, row: Row, label: str) -> None:
    """The letters that a role has in a row, if it has any."""
    if row.letters.pop(label, None):
        row.settings.append(Setting(layer.name, "letters", "", label))


def _excuse(layer: Layer, draft: Draft) -> None:
    from raci_cli.rules.catalogue import find  # noqa: PLC0415 - few templates have anything to excuse

    for excuse in layer.excused:
        at = layer.at(excuse.row)
        try:
            code = find(excuse.code).code
        except UsageError as error:
            raise UnreadableFileError(f"{at}{error}") from error
        activity = draft.row(Mention(excuse.activity, excuse.row), at).activity.name if excuse.activity else ""
        if excuse.role:
            draft.role(Mention(excuse.role), at)
        draft.excuses.append(excuse._replace(code=code, activity=activity))
