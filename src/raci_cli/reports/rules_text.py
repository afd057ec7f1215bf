"""`raci rules` for people: the list of all rules, and the page of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci_cli.reports.screen import fit, width, wrap
from raci_cli.reports.style import Style
from raci_cli.reports.text_summary import SIGNS
from raci_cli.rules.catalogue import FAMILIES
from raci_cli.rules.rule import Rule

_LONGEST_LINE = 100


def rule_list(rules: Sequence[Rule], style: Style) -> str:
    """A line or two for each rule: its code, its severity in the standard profile, its name and what it finds."""
    longest = max((len(rule.name) for rule in rules), default=0)
    lines = []
    for family, title in FAMILIES.items():
        members = [rule for rule in rules if rule.code.startswith(family)]
        if members:
            lines.append(style.paint("phase", title))
            lines += [line for rule in members for line in _entry(rule, longest, style)]
            lines.append("")
    lines.append(f"{style.paint('command', 'raci rules CODE')}  {style.paint('quiet', 'explains one of them')}")
    return "\n".join(lines) + "\n"


def rule_page(rule: Rule, style: Style) -> str:
    """All there is to say about a rule."""
    mark = style.paint(rule.severity, f"{SIGNS[rule.severity]} {rule.severity}")
    lines = [f"{style.paint('strong', f'{rule.code} {rule.name}')}  {mark}", *_wrapped(rule.summary, style)]
    for paragraph in rule.page.split("\n\n"):
        lines += ["", *_paragraph(paragraph, style)]
    return "\n".join(lines) + "\n"


def _entry(rule: Rule, longest: int, style: Style) -> Iterator[str]:
    mark = fit(f"{SIGNS[rule.severity]} {rule.severity}", len("! warning"))
    name = fit(rule.name, longest)
    indent = width(f"  {rule.code}  {mark}  {name}  ")
    first, *rest = wrap(rule.summary, max(24, min(style.width - indent, _LONGEST_LINE)))
    yield f"  {style.paint('strong', rule.code)}  {style.paint(rule.severity, mark)}  {name}  {first}"
    yield from (" " * indent + line for line in rest)


def _paragraph(text: str, style: Style) -> Iterator[str]:
    """Headings in bold, tables as they stand, and running text as wide as is pleasant."""
    lines = text.split("\n")
    if lines[0].startswith("## "):
        yield style.paint("phase", lines.pop(0).removeprefix("## "))
    if any(line.startswith("    ") for line in lines):
        yield from lines
    elif lines:
        yield from _wrapped(" ".join(lines), style)


def _wrapped(text: str, style: Style) -> Sequence[str]:
    return wrap(text, max(24, min(style.width, _LONGEST_LINE)))
