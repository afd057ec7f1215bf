"""A report and a matrix that hold every kind of text that some output might take for an instruction."""

from __future__ import annotations

from raci_cli.model import (
    Activity,
    Assignment,
    Check,
    Failure,
    Finding,
    Location,
    Matrix,
    Phase,
    Report,
    Role,
    Section,
    Source,
)
from raci_cli.model.schemes import RACI, SCHEMES
from raci_cli.rules.catalogue import find

MARKUP = "[red]Kickoff[/] [/] :smile: **bold** <script>alert(1)</script> a | b `code`"
CONTROL = "Line one\nline two\ttab \x1b[31mred\x1b]0;title\x07 nul \x00 end"
COMMANDS = "::error::gone ##[add-mask]x @octocat #1 100% www.example.org C:\\new"
SCRIPTS = "漢字 e\u0301quipe 👩‍💻 \u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd zero\u200bwidth"
NASTY = (MARKUP, CONTROL, COMMANDS, SCRIPTS)


def _finding(code: str, text: str, place: Location, phase: str = "") -> Finding:
    rule = find(code)
    message, advice = f"Something is wrong with “{text}”.", f"Look at “{text}” again."
    return Finding(code, rule.name, rule.severity, message, advice, place, text, f"Role {text}", phase)


def _cell(path: str, row: int, column: int, sheet: str | None = "RACI") -> Location:
    return Location(path, sheet, row, column)


def report() -> Report:
    """Two workbooks and a text file with findings, one in order, one that cannot be read."""
    plan, long = "plans/plan, v2: 100%.xlsx", "copies/a rather long folder name/and a workbook with a long name.xlsx"
    checks = (
        Check(
            Location(plan, "RACI"),
            "Customer success",
            "raci",
            5,
            4,
            4,
            1,
            (
                _finding("RACI201", SCRIPTS, _cell(plan, 2, 4)),
                _finding("RACI101", MARKUP, _cell(plan, 4, 2), "Onboarding"),
                _finding("RACI102", CONTROL, _cell(plan, 5, 2), "Onboarding"),
                _finding("RACI104", COMMANDS, _cell(plan, 6, 27), "Onboarding"),
                _finding("RACI101", COMMANDS, _cell(plan, 17, 2), COMMANDS),
            ),
            ("Awareness", "Onboarding", COMMANDS),
            excused=2,
            faults=(("RACI101", 2), ("RACI102", 1)),
        ),
        Check(
            Location(long, "::group::" + MARKUP),
            CONTROL,
            "rs",
            3,
            2,
            1,
            1,
            (
                _finding("RACI100", "30-day call", _cell(long, 9, 1, MARKUP)),
                _finding("RACI100", "30-day call", _cell(long, 10, 1, MARKUP)),
            ),
            notes=(f"The letters of {MARKUP} mean something else.",),
            unchecked=("who is accountable",),
        ),
        Check(Location("done.xlsx", "RACI"), "Done", "raci", 3, 12, 12, 12, ()),
        Check(
            Location("plan.yaml"),
            "",
            "raci",
            2,
            1,
            1,
            1,
            (_finding("RACI109", "Renewal", Location("plan.yaml", None, 31)),),
        ),
    )
    failures = (Failure("broken.xlsx", f"broken.xlsx is no workbook: {CONTROL}. Save it again."),)
    notes = (f"raci.yaml: the suppression of RACI101 for “{CONTROL}” excused nothing in this run.",)
    return Report(checks, failures, ("README.md", "notes\n.md"), notes)


def clean() -> Report:
    """One matrix without findings."""
    return Report((Check(Location("done.xlsx", "RACI"), "Customer success", "raci", 3, 12, 12, 12, ()),))


def matrix() -> Matrix:
    """Roles in groups, phases with and without activities, sections, a moment of truth, and hostile texts."""
    roles = (
        Role("Account Executive (AE)", "Sales"),
        Role("Account Manager", "Sales"),
        Role("Trainer", "Services"),
        Role("Trainer", "Services", key="Trainer (2)"),
        Role("CSM platform", "Success", automated=True),
        Role(MARKUP, COMMANDS),
        Role(CONTROL),
        Role("営業部"),
    )
    activities = (
        Activity("Before any phase", (Assignment(0, "RA"),)),
        Activity("Kickoff meeting", (Assignment(0, "C"), Assignment(2, "R"), Assignment(6, "A")), "Onboarding"),
        Activity(MARKUP, (Assignment(1, "R"), Assignment(5, "A"), Assignment(7, "-")), "Onboarding"),
        Activity(
            "漢字のアクティビティ e\u0301quipe", (Assignment(4, "I"),), "Onboarding", moment_of_truth="they see us"
        ),
        Activity(SCRIPTS, (), "Established", "Proactive"),
        Activity(COMMANDS, (Assignment(3, "RA"), Assignment(4, "C")), "Established", CONTROL),
    )
    phases = (
        Phase("Awareness"),
        Phase("Onboarding"),
        Phase("Established", (Section("Proactive"), Section(CONTROL), Section("Reactive"))),
    )
    source = Source("plan.xlsx", "RACI", "grid", explanation=("The matrix stands in B4:J12.", f"A sentence: {CONTROL}"))
    return Matrix(roles, activities, RACI, phases, "Customer success", "enterprise", "high touch", source=source)


def simple() -> Matrix:
    """Two roles of another scheme, in no groups and no phases."""
    roles = (Role("Driver of it all"), Role("Finance"))
    activities = (Activity("Renewal", (Assignment(0, "D"), Assignment(1, "AC"))), Activity("Upsell"))
    return Matrix(roles, activities, SCHEMES["daci"], source=Source("plan.csv"))
