"""The rules for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from raci_cli.reports.style import Style
from raci_cli.rules.rule import Rule


def rule_list(rules: Sequence[Rule], _style: Style) -> str:
    """Some rules as one JSON object, the same whether there are many or only one."""
    content = {"schema_version": 1, "rules": [_rule(rule) for rule in rules]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def rule_page(rule: Rule, style: Style) -> str:
    """One rule, in the same form."""
    return rule_list([rule], style)


def _rule(rule: Rule) -> dict[str, str]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "summary": rule.summary,
        "page": rule.page,
    }
