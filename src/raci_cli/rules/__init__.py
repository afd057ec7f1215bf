"""The rules, and checking a matrix with them. A rule is a pure generator of problems; its docstring is its page."""

from raci_cli.rules.catalogue import FAMILIES, RULES, find, selected
from raci_cli.rules.checking import check
from raci_cli.rules.rule import Rule
from raci_cli.rules.settings import Profile, Settings, Suppression, Thresholds

__all__ = [
    "FAMILIES",
    "RULES",
    "Profile",
    "Rule",
    "Settings",
    "Suppression",
    "Thresholds",
    "check",
    "find",
    "selected",
]
