"""The rules as Markdown; the pages about them in docs/ are made of this."""

from __future__ import annotations

from collections.abc import Sequence

from raci_cli.reports.style import Style
from raci_cli.rules.rule import Rule


def rule_list(rules: Sequence[Rule], _style: Style) -> str:
    """A table of the rules, with their severities in the standard profile."""
    rows = (f"| {rule.code} | {rule.name} | {rule.severity} | {_cell(rule.summary)} |" for rule in rules)
    return "\n".join(("| Code | Name | Severity | What it finds |", "| --- | --- | --- | --- |", *rows)) + "\n"


def rule_page(rule: Rule, _style: Style) -> str:
    """A page about one rule, with a heading of the first level."""
    return f"# {rule.code} {rule.name}\n\n{rule.summary}\n\nSeverity: {rule.severity}.\n\n{_separated(rule.page)}\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _separated(page: str) -> str:
    """With an empty line below each heading, so that an indented example is an example."""
    return "".join(f"{line}\n\n" if line.startswith("## ") else f"{line}\n" for line in page.split("\n")).rstrip()
