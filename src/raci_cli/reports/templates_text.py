"""`raci new` for people: the templates there are, and which layer set what on an activity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from raci_cli.model import Activity
from raci_cli.reports.escape import visible
from raci_cli.reports.screen import fit, width, wrap
from raci_cli.reports.style import Style
from raci_cli.segments import Setting, Template

_LONGEST_LINE = 100
_LONGEST_LABEL = 40


def template_list(templates: Sequence[Template], style: Style) -> str:
    """A line for each template: its name, how large it is, and for whom."""
    longest = min(_LONGEST_LABEL, max((width(template.name) for template in templates), default=0))
    return "".join(f"{line}\n" for template in templates for line in _entry(template, longest, style))


def _entry(template: Template, longest: int, style: Style) -> Iterator[str]:
    matrix = template.matrix
    size = f"{len(matrix.roles):>3} roles  {len(matrix.activities):>2} activities"
    indent = longest + width(size) + 4
    first, *rest = wrap(template.for_whom or matrix.title or matrix.source.path, max(24, style.width - indent))
    yield f"{style.paint('strong', fit(template.name, longest))}  {size}  {first}"
    yield from (" " * indent + line for line in rest)


def explanation(template: Template, activity: Activity, settings: Sequence[Setting], style: Style) -> str:
    """What each layer set on one activity, from the lowest layer to the topmost."""
    where = " / ".join(name for name in (activity.phase, activity.section) if name)
    name, place = visible(activity.name), visible(f"{where or 'no phase'}, in {template.name}")
    lines = [style.paint("phase", name), style.paint("quiet", place)]
    longest = min(_LONGEST_LABEL, max((width(_label(setting)) for setting in settings), default=0))
    for layer, group in groupby(settings, key=lambda setting: setting.layer):
        lines += ["", style.paint("strong", visible(layer))]
        lines += [line for setting in group for line in _told(setting, longest, style)]
    return "\n".join(lines) + "\n"


def _told(setting: Setting, longest: int, style: Style) -> Iterator[str]:
    value = "/".join(setting.value) if setting.what == "letters" else setting.value
    indent = longest + 4
    first, *rest = wrap(value or "taken away", max(24, min(style.width - indent, _LONGEST_LINE)))
    yield f"  {fit(_label(setting), longest)}  {first}"
    yield from (" " * indent + line for line in rest)


def _label(setting: Setting) -> str:
    return setting.role or setting.what.replace("_", " ")
