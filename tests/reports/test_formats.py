"""The formats for programs keep to their own definitions, and none imports more than it needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from samples import clean, report

from needs import program
from raci_cli.model import Check, Failure, Location, Report, Severity
from raci_cli.reports import REPORTS, RULE_PAGES, Style, render_report, render_rule, render_rules
from raci_cli.reports.document import ReportDocument, report_schema
from raci_cli.reports.escape import visible
from raci_cli.reports.github import step_summary
from raci_cli.rules.catalogue import RULES


@pytest.mark.parametrize("some", [report(), clean(), Report((), (Failure("x.xlsx", "It is empty."),))])
def test_json_keeps_to_its_schema(some: Report) -> None:
    TypeAdapter(ReportDocument).validate_json(render_report("json", some, Style()), strict=True)


def test_the_schema_describes_every_field() -> None:
    schema = report_schema()
    objects: list[dict[str, Any]] = [schema, *schema["$defs"].values()]
    assert len(objects) == 6
    for one in objects:
        assert one["description"]
        assert one["additionalProperties"] is False
        assert all(field.get("description") or "$ref" in field for field in one["properties"].values())


@pytest.mark.parametrize("some", [report(), clean()])
def test_microsofts_validator_finds_no_fault_with_sarif(some: Report, tmp_path: Path) -> None:
    validator = program("sarif-multitool")
    log, verdict = tmp_path / "raci.sarif", tmp_path / "verdict.sarif"
    log.write_text(render_report("sarif", some, Style()), encoding="utf-8")
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    command = [validator, "validate", str(log), "--output", str(verdict), "--rule-kind", "'Sarif;Gh'"]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    run = json.loads(verdict.read_text(encoding="utf-8-sig"))["runs"][0]
    assert [result["message"] for result in run.get("results", [])] == []
    assert run["invocations"][0]["executionSuccessful"]


def test_sarif_lists_every_rule_and_tells_equal_findings_apart() -> None:
    run = json.loads(render_report("sarif", report(), Style()))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [rule.code for rule in RULES]
    fingerprints = [result["partialFingerprints"]["raci/v1"] for result in run["results"]]
    assert len(set(fingerprints)) == len(report().findings)
    assert run["invocations"][0]["executionSuccessful"] is False


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("./plans\\a b.xlsx", "plans/a%20b.xlsx"),
        ("/tmp/plan.xlsx", "file:///tmp/plan.xlsx"),
        ("C:\\plans\\ä.xlsx", "file:///C%3A/plans/%C3%A4.xlsx"),
    ],
)
def test_sarif_addresses(path: str, uri: str) -> None:
    failed = Report((), (Failure(path, "It is empty."),))
    notification = json.loads(render_report("sarif", failed, Style()))["runs"][0]["invocations"][0]
    location = notification["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == uri


def test_the_step_summary_stays_below_what_github_takes() -> None:
    one = report().checks[1]
    many = Report(
        tuple(Check(Location(f"{number}.xlsx"), "", "raci", 1, 1, 1, 1, one.findings * 100) for number in range(99))
    )
    assert len(step_summary(many).encode()) < 2**20
    assert step_summary(many).endswith("The rest is in the log.\n")
    assert step_summary(report()) == render_report("markdown", report(), Style())


@pytest.mark.parametrize("name", RULE_PAGES)
def test_rule_pages_say_all(name: str) -> None:
    listed = render_rules(name, RULES, Style(100))
    for rule in RULES:
        assert rule.code in listed
        assert rule.name in listed
        page = render_rule(name, rule, Style(100))
        assert rule.code in page
        assert "Instead" in page
        assert ("##" in page) == (name != "text")


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_imports_only_what_it_needs(name: str) -> None:
    code = (
        "import sys; from raci_cli.model import Report; from raci_cli.reports import Style, render_report;"
        f"render_report({name!r}, Report(()), Style());"
        "print(*[m for m in ('rich', 'rich.console', 'pydantic', 'yaml', 'typing_extensions') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == (["rich"] if name == "text" else [])


@pytest.mark.parametrize("cells", [40, 47, 55, 63, 64, 80])
@pytest.mark.parametrize("verbose", [False, True])
def test_the_text_report_keeps_to_the_width_of_the_terminal(cells: int, verbose: bool) -> None:
    """All but the commands to type next, which must stay whole."""
    both = report()._replace(checks=(*report().checks, *clean().checks))
    text = render_report("text", both, Style(cells, verbose=verbose)).partition("\nNext: ")[0]
    assert max(map(len, text.splitlines())) <= cells
    said = "".join(text.split())
    for finding in both.findings:
        if verbose or finding.severity is not Severity.INFO:
            assert "".join(visible(finding.message).split()) in said


def test_a_narrow_terminal_shows_texts_below_their_marks() -> None:
    lines = render_report("text", report(), Style(40)).splitlines()
    marks = [line for line in lines if "  × error" in line and line.endswith(("101", "102"))]
    assert marks
    assert all(lines[lines.index(mark) + 1].startswith("    ") for mark in marks)
