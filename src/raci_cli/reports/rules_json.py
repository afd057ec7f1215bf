"""The rules for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from raci_cli.reports.style import Style
from raci_cli.rules import Rule


def rule_list(rules: Sequence[Rule], _style: Style) -> str:
    """All rules as one JSON array."""
    return json.dumps([_rule(rule) for rule in rules], ensure_ascii=False, indent=2) + "\n"


def rule_page(rule: Rule, _style: Style) -> str:
    """One rule as a JSON object."""
    return json.dumps(_rule(rule), ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, str]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "summary": rule.summary,
        "page": rule.page,
    }
