"""SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/.

A workbook has no lines, but code scanning wants a region: the row and column of the cell stand for line and column,
and the logical location names the cell as people know it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import Any
from urllib.parse import quote

import raci_cli
from raci_cli.model import Finding, Location, Report, Severity
from raci_cli.reports.escape import json_text, sarif_message, visible
from raci_cli.reports.style import Style
from raci_cli.rules.catalogue import RULES
from raci_cli.rules.rule import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_HOME = "pkg:pypi/raci-cli"
"""Where the tool comes from; a package URL, because it has no page of its own."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_INDEXES = {rule.code: index for index, rule in enumerate(RULES)}


def render(report: Report, _style: Style) -> str:
    """The report as one run that lists every rule, broken or not."""
    driver = {
        "name": "raci",
        "version": raci_cli.__version__,
        "informationUri": _HOME,
        "rules": [_rule(rule) for rule in RULES],
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [
            {
                "executionSuccessful": not report.failures,
                "toolExecutionNotifications": [
                    *(_notification("error", failure.message, Location(failure.path)) for failure in report.failures),
                    *(_notification("note", note, place) for place, note in report.told),
                ],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "results": _results(report.findings),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": f"{rule.summary}\n\n{rule.page}", "markdown": f"{rule.summary}\n\n{rule.page}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _results(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """A result for each finding; equal fingerprints are told apart by counting them."""
    seen: Counter[str] = Counter()
    results = []
    for finding in findings:
        identity = f"{finding.location.path}|{finding.location.sheet}|{finding.fingerprint}"
        seen[identity] += 1
        print_ = f"{sha256(identity.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}:{seen[identity]}"
        results.append(_result(finding, print_))
    return results


def _result(finding: Finding, fingerprint: str) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": _INDEXES[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": sarif_message(f"{finding.message} {finding.advice}".rstrip())},
        "locations": [_location(finding.location)],
        "partialFingerprints": {"raci/v1": fingerprint},
    }


def _location(location: Location) -> dict[str, Any]:
    region = {"startLine": location.row or 1, "startColumn": location.column or 1}
    physical = {"artifactLocation": {"uri": _uri(location.path)}, "region": region}
    if not location.within:
        return {"physicalLocation": physical}
    return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": visible(location.within)}]}


def _notification(level: str, message: str, place: Location | None) -> dict[str, Any]:
    return {
        "level": level,
        "message": {"text": sarif_message(message)},
        **({"locations": [_location(place)]} if place else {}),
    }


def _uri(path: str) -> str:
    """A relative reference, as code scanning wants it, percent-encoded; a `file:` address for an absolute path."""
    slashed = path.replace("\\", "/")
    if slashed[1:3] == ":/":
        slashed = f"/{slashed}"
    return ("file://" if slashed.startswith("/") else "") + quote(slashed.removeprefix("./"), errors="surrogatepass")
