"""Every rule's page is true: its example has the fault, what stands under Instead has not."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

from raci_cli import rules
from raci_cli.model import Severity
from raci_cli.rules.catalogue import FAMILIES, RULES
from raci_cli.rules.checking import check
from raci_cli.rules.rule import Rule
from raci_cli.rules.settings import Profile, Settings, Thresholds
from tables import matrix

every_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


def part(rule: Rule, heading: str) -> str:
    """The table under one heading of a rule's page."""
    found = re.search(rf"^## {heading}\n((?: {{4}}.*\n)+)", rule.page + "\n", re.MULTILINE)
    assert found, f"{rule.code} has no table under {heading}"
    return found[1]


@every_rule
def test_the_example_has_the_fault(rule: Rule) -> None:
    result = check(matrix(part(rule, "Example")), Settings(select=(rule.code,)))
    assert {finding.code for finding in result.findings} == {rule.code}


@every_rule
def test_what_stands_under_instead_has_not(rule: Rule) -> None:
    assert check(matrix(part(rule, "Instead")), Settings(select=(rule.code,))).findings == ()


@every_rule
def test_what_stands_under_instead_has_no_error_at_all(rule: Rule) -> None:
    result = check(matrix(part(rule, "Instead")))
    assert [finding for finding in result.findings if finding.severity is Severity.ERROR] == []


@every_rule
def test_the_page_says_why_and_where_from(rule: Rule) -> None:
    headings = re.findall(r"^## (\w+)$", rule.page, re.MULTILINE)
    assert [heading for heading in headings if heading != "Limits"] == ["Why", "Example", "Instead", "Source"]
    assert rule.summary.endswith(".")
    assert rule.origins


@every_rule
def test_the_page_names_limits_as_raci_yaml_does(rule: Rule) -> None:
    limits = {name.replace("_", "-") for name in Thresholds._fields}
    named = re.findall("`([a-z]+[_-][a-z_-]+)`", rule.page.partition("## Limits")[2])
    assert set(named) <= limits


@every_rule
def test_findings_are_sentences_with_advice(rule: Rule) -> None:
    for finding in check(matrix(part(rule, "Example")), Settings(select=(rule.code,))).findings:
        assert re.fullmatch(r"[A-Z“\w].*\.", finding.message)
        assert re.fullmatch(r"[A-Z\w].*\.", finding.advice)
        assert finding.name == rule.name


def test_every_rule_function_is_listed() -> None:
    modules = [
        importlib.import_module(f"raci_cli.rules.{found.name}") for found in pkgutil.iter_modules(rules.__path__)
    ]
    written = {id(value): value for module in modules for value in vars(module).values() if isinstance(value, Rule)}
    assert sorted(rule.code for rule in written.values()) == [rule.code for rule in RULES]


def test_codes_and_names_are_unique_and_belong_to_a_family() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.code[:5] in FAMILIES for rule in RULES)


def test_severities_are_those_of_the_catalogue() -> None:
    by_severity = {
        severity: " ".join(rule.code[4:] for rule in RULES if rule.severity is severity) for severity in Severity
    }
    assert by_severity == {
        Severity.ERROR: "001 004 005 012 100 101 102 103 302",
        Severity.WARNING: "002 006 007 008 009 013 105 106 108 111 201 202 203 204 304",
        Severity.INFO: "003 010 011 104 107 109 110 205 303",
    }


def test_profiles_change_only_what_they_say() -> None:
    changed = {
        profile: {rule.code: rule.severity_in(profile) for rule in RULES if rule.severity_in(profile) != rule.severity}
        for profile in Profile
    }
    assert changed == {
        Profile.STANDARD: {},
        Profile.STRICT: {"RACI104": Severity.ERROR},
        Profile.DRAFT: {
            "RACI100": Severity.INFO,
            "RACI101": Severity.INFO,
            "RACI103": Severity.INFO,
            "RACI302": Severity.INFO,
        },
    }
