"""The options that several commands share, so that they have one name and one meaning everywhere."""

from __future__ import annotations

from typing import Annotated, Any

import typer

MERGING = "What counts as settled"
COPIES = "Which copies"
READING = "How the sheet is read"
RULES = "Which rules"
SETTINGS = "Settings"
OUTPUT = "Output"


def option(*names: str, panel: str, **features: Any) -> Any:
    """An option in one of the panels above; what it is by default stands in its help."""
    return typer.Option(*names, rich_help_panel=panel, show_default=False, show_envvar=False, **features)


def rule_codes(incomplete: str) -> list[tuple[str, str]]:
    """Codes and names of rules, for the shell's completion."""
    from raci_cli.rules.catalogue import RULES as ALL_RULES

    return [(rule.code, rule.summary) for rule in ALL_RULES if rule.code.startswith(incomplete.upper())]


def report_formats(incomplete: str) -> list[str]:
    """Output formats of a report, for the shell's completion."""
    from raci_cli.reports import REPORTS

    return [name for name in REPORTS if name.startswith(incomplete)]


def schemes(incomplete: str) -> list[str]:
    """Names of the schemes that raci knows, for the shell's completion."""
    from raci_cli.model.schemes import SCHEMES

    return [name for name in SCHEMES if name.startswith(incomplete)]


File = Annotated[
    str,
    typer.Argument(
        metavar="FILE", help="A workbook, CSV, Markdown, AsciiDoc, YAML or JSON file; `-` is standard input."
    ),
]
Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, or folders to look through; `-` is standard input."),
]
Profile = Annotated[
    str,
    option(
        "--profile",
        metavar="PROFILE",
        envvar="RACI_PROFILE",
        panel=RULES,
        help="standard (unless said otherwise), strict (also exactly one R), draft (blanks are only mentioned).",
    ),
]
Select = Annotated[
    list[str] | None,
    option(
        "--select",
        metavar="CODES",
        envvar="RACI_SELECT",
        autocompletion=rule_codes,
        panel=RULES,
        help="Only these rules (RACI101) or families (RACI1), with commas between them.",
    ),
]
Ignore = Annotated[
    list[str] | None,
    option(
        "--ignore",
        metavar="CODES",
        envvar="RACI_IGNORE",
        autocompletion=rule_codes,
        panel=RULES,
        help="Leave these rules or families out.",
    ),
]
Baseline = Annotated[
    str | None,
    option(
        "--baseline",
        metavar="FILE",
        envvar="RACI_BASELINE",
        panel=RULES,
        help="Leave out the findings that this file lists as known.",
    ),
]
WriteBaseline = Annotated[
    str,
    option(
        "--write-baseline",
        metavar="FILE",
        panel=RULES,
        help="List all findings in this file as known from now on.",
    ),
]
FailOn = Annotated[
    str,
    option(
        "--fail-on",
        metavar="LEVEL",
        envvar="RACI_FAIL_ON",
        panel=RULES,
        help="End with 1 on: error (unless said otherwise), warning (and worse), info (any finding) or never.",
    ),
]
Sheet = Annotated[
    str,
    option(
        "--sheet",
        metavar="NAME",
        panel=READING,
        help="Read only this sheet (or `table 2` of a text file).",
    ),
]
Layout = Annotated[
    str,
    option(
        "--layout",
        metavar="LAYOUT",
        panel=READING,
        help="How the sheet is laid out: grid, transposed, names or long.",
    ),
]
HeaderRow = Annotated[
    str,
    option(
        "--header-row",
        metavar="NUMBER",
        panel=READING,
        help="The row that holds the role headings.",
    ),
]
ActivityColumn = Annotated[
    str,
    option(
        "--activity-column",
        metavar="COLUMN",
        panel=READING,
        help="The column that holds the activities, such as B.",
    ),
]
Scheme = Annotated[
    str,
    option(
        "--scheme",
        metavar="NAME",
        autocompletion=schemes,
        panel=READING,
        help="The scheme of the letters: raci, rasci, daci, ..., or one from raci.yaml.",
    ),
]
Copies = Annotated[
    list[str] | None,
    typer.Argument(metavar="COPY", help="Filled-in copies of one matrix, or folders of them; `-` is standard input."),
]
Base = Annotated[
    str,
    option("--base", metavar="FILE", panel=COPIES, help="The matrix that all copies began as."),
]
As = Annotated[
    list[str] | None,
    option(
        "--as", metavar="NAME=FILE", panel=COPIES, help="Call the copy in this file so; may be given several times."
    ),
]
Rounds = Annotated[
    list[str] | None,
    option("--round", metavar="FOLDER", panel=COPIES, help="Twice: the copies of the first and of the second round."),
]
Strict = Annotated[bool, option("--strict", panel=MERGING, help="C and I must reach the threshold as well.")]
StdinFilename = Annotated[
    str,
    option(
        "--stdin-filename",
        metavar="NAME",
        panel=READING,
        help="A name for standard input; its ending says what it is.",
    ),
]
ConfigFile = Annotated[
    str,
    option(
        "--config",
        metavar="FILE",
        envvar="RACI_CONFIG",
        panel=SETTINGS,
        help="Take the settings from this file, not from the nearest raci.yaml.",
    ),
]
Isolated = Annotated[
    bool,
    option("--isolated", panel=SETTINGS, help="Take no notice of any raci.yaml."),
]
Jobs = Annotated[
    str,
    option(
        "--jobs",
        metavar="NUMBER",
        envvar="RACI_JOBS",
        panel=SETTINGS,
        help="How many files to check at the same time; unless said otherwise, raci decides.",
    ),
]
Output = Annotated[
    str,
    option(
        "--output",
        "-o",
        metavar="FILE",
        panel=OUTPUT,
        help="Write to this file, in the format of its ending; `-` is standard output.",
    ),
]
Force = Annotated[
    bool,
    option("--force", panel=OUTPUT, help="Replace the file if it exists."),
]
Color = Annotated[
    str,
    option(
        "--color",
        metavar="WHEN",
        panel=OUTPUT,
        help="Colour: auto (as the terminal can), always or never.",
    ),
]
Verbose = Annotated[
    bool,
    option("--verbose", "-v", panel=OUTPUT, help="Say more: remarks, skipped files."),
]
Quiet = Annotated[
    bool,
    option("--quiet", "-q", panel=OUTPUT, help="Only the findings."),
]
ReportFormat = Annotated[
    str,
    option(
        "--output-format",
        metavar="FORMAT",
        envvar="RACI_OUTPUT_FORMAT",
        autocompletion=report_formats,
        panel=OUTPUT,
        help="text, concise, json, github, sarif, junit or markdown.",
    ),
]
