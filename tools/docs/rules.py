"""One page per rule, as `raci rules CODE --output-format markdown` prints it, and a page that lists them."""

from __future__ import annotations

from raci_cli.reports import Style, render_rule
from raci_cli.rules.catalogue import FAMILIES, RULES
from raci_cli.rules.rule import Rule

_LIST = """\
# Rules

Every finding carries the code of its rule. `raci rules` prints this list, `raci rules RACI101` the page of a rule.
[raci.yaml](../configuration.md) chooses the rules, their severities and their limits.
"""


def pages() -> dict[str, str]:
    """The text of every file in docs/rules/, by its name."""
    return {"README.md": _index()} | {f"{rule.code}.md": render_rule("markdown", rule, Style()) for rule in RULES}


def _index() -> str:
    parts = [_LIST]
    for beginning, title in FAMILIES.items():
        parts.append(f"\n## {title}\n\n| code | name | severity | finds |\n|---|---|---|---|\n")
        parts.extend(_line(rule) for rule in RULES if rule.code.startswith(beginning))
    return "".join(parts)


def _line(rule: Rule) -> str:
    return f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {rule.summary} |\n"
