"""What every report prints, down to the last space. `pytest --update-golden` accepts a change; `git diff` judges it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from compared import agenda, rounds, same, three, two, with_base
from samples import clean, matrix, report, simple

from raci_cli.reports import REPORTS, SHOWS, Style, render_report, render_show
from raci_cli.reports.agenda import AGENDAS, render_agenda
from raci_cli.reports.comparison import COMPARISONS, render_comparison

GOLDEN = Path(__file__).parent / "golden"


def _sarif() -> str:
    """Without the rules' pages and the version, which change for reasons of their own."""
    log = json.loads(render_report("sarif", report(), Style()))
    driver = log["runs"][0]["tool"]["driver"]
    driver["rules"] = [rule["id"] for rule in driver["rules"]]
    del driver["version"]
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


CASES: dict[str, Callable[[], str]] = {
    "report-80.txt": lambda: render_report("text", report(), Style(80)),
    "report-100-verbose.txt": lambda: render_report("text", report(), Style(100, verbose=True)),
    "report-160.txt": lambda: render_report("text", report(), Style(160)),
    "report-colour.txt": lambda: render_report("text", report(), Style(100, colour=True)),
    "report-quiet.txt": lambda: render_report("text", report(), Style(100, quiet=True)),
    "report-clean.txt": lambda: render_report("text", clean(), Style(80)),
    "report-concise.txt": lambda: render_report("concise", report(), Style()),
    "report.json": lambda: render_report("json", report(), Style()),
    "report-github.txt": lambda: render_report("github", report(), Style()),
    "report.sarif": _sarif,
    "report-junit.xml": lambda: render_report("junit", report(), Style()),
    "report.md": lambda: render_report("markdown", report(), Style()),
    "show-60.txt": lambda: render_show("text", [matrix()], Style(60)),
    "show-80.txt": lambda: render_show("text", [matrix(), simple()], Style(80)),
    "show-100-explained.txt": lambda: render_show("text", [matrix()], Style(100), explain=True),
    "show-160-colour.txt": lambda: render_show("text", [matrix()], Style(160, colour=True)),
    "diff-80.txt": lambda: render_comparison("text", three(), Style(80)),
    "diff-120-all.txt": lambda: render_comparison("text", three(everything=True), Style(120)),
    "diff-colour.txt": lambda: render_comparison("text", three(), Style(100, colour=True)),
    "diff-quiet.txt": lambda: render_comparison("text", three(), Style(80, quiet=True)),
    "diff-base.txt": lambda: render_comparison("text", with_base(), Style(80)),
    "diff-rounds.txt": lambda: render_comparison("text", rounds(), Style(80)),
    "diff-two.txt": lambda: render_comparison("text", two(), Style(80)),
    "diff-same.txt": lambda: render_comparison("text", same(), Style(80)),
    "diff.md": lambda: render_comparison("markdown", three(), Style()),
    "diff-two.md": lambda: render_comparison("markdown", two(), Style()),
    "diff.json": lambda: render_comparison("json", three(), Style()),
    "diff.csv": lambda: render_comparison("csv", two(), Style()),
    "diff-plain.txt": lambda: render_comparison("plain", three(), Style()),
    "agenda-80.txt": lambda: render_agenda("text", agenda(), Style(80)),
    "agenda-100-colour.txt": lambda: render_agenda("text", agenda(minutes=8), Style(100, colour=True)),
    "agenda-threshold.txt": lambda: render_agenda("text", agenda(threshold=51), Style(80)),
    "agenda.md": lambda: render_agenda("markdown", agenda(minutes=8), Style()),
    "agenda.json": lambda: render_agenda("json", agenda(minutes=8), Style()),
    "show-plain.txt": lambda: render_show("plain", [matrix(), simple()], Style(), explain=True),
}


@pytest.mark.parametrize("name", CASES)
def test_output_is_as_it_was_judged_right(name: str, request: pytest.FixtureRequest) -> None:
    text = CASES[name]()
    file = GOLDEN / name
    if request.config.getoption("--update-golden", default=False):
        file.write_text(text, encoding="utf-8", newline="")
    assert text == file.read_bytes().decode()


def test_every_format_has_a_golden_file() -> None:
    assert len(REPORTS) + len(SHOWS) + len(COMPARISONS) + len(AGENDAS) <= len(CASES)
    assert {path.name for path in GOLDEN.iterdir()} == set(CASES)


def test_quiet_and_clean_is_silence() -> None:
    assert render_report("text", clean(), Style(quiet=True)) == ""
