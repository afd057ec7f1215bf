"""Results as text: one module per output format, each imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from raci_cli.reports.style import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci_cli.model import Matrix, Report
    from raci_cli.rules.rule import Rule

__all__ = ["REPORTS", "RULE_PAGES", "SHOWS", "Style", "render_report", "render_rule", "render_rules", "render_show"]

REPORTS = {
    "text": "raci_cli.reports.text",
    "concise": "raci_cli.reports.concise",
    "json": "raci_cli.reports.json_",
    "github": "raci_cli.reports.github",
    "sarif": "raci_cli.reports.sarif",
    "junit": "raci_cli.reports.junit",
    "markdown": "raci_cli.reports.markdown",
}
"""Output format of `raci validate` -> the module whose `render(report, style)` writes it."""

SHOWS = {
    "text": "raci_cli.reports.show_text",
    "plain": "raci_cli.reports.show_plain",
    "json": "raci_cli.reports.show_json",
}
"""Output format of `raci show` -> the module whose `render(matrices, style, explain=...)` writes it."""

RULE_PAGES = {
    "text": "raci_cli.reports.rules_text",
    "markdown": "raci_cli.reports.rules_markdown",
    "json": "raci_cli.reports.rules_json",
}
"""Output format of `raci rules` -> the module whose `rule_list` and `rule_page` write it."""


def render_report(output_format: str, report: Report, style: Style) -> str:
    """The result of `raci validate` in one of the formats in REPORTS; it ends with a newline unless it is empty."""
    text: str = import_module(REPORTS[output_format]).render(report, style)
    return text


def render_show(output_format: str, matrices: Sequence[Matrix], style: Style, *, explain: bool = False) -> str:
    """Matrices in one of the formats in SHOWS."""
    text: str = import_module(SHOWS[output_format]).render(matrices, style, explain=explain)
    return text


def render_rules(output_format: str, rules: Sequence[Rule], style: Style) -> str:
    """The list of rules in one of the formats in RULE_PAGES."""
    text: str = import_module(RULE_PAGES[output_format]).rule_list(rules, style)
    return text


def render_rule(output_format: str, rule: Rule, style: Style) -> str:
    """All there is to say about one rule, in one of the formats in RULE_PAGES."""
    text: str = import_module(RULE_PAGES[output_format]).rule_page(rule, style)
    return text
