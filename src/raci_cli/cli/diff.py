"""`raci diff`: where copies of one matrix agree and where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from raci_cli.cli import options
from raci_cli.cli.choose import choices, overrides
from raci_cli.cli.comparing import aliases, claimed, compared, tell_notes
from raci_cli.cli.delivery import WORKBOOK, output_of
from raci_cli.cli.merging import as_read, names_taken
from raci_cli.cli.terminal import ExitCode, tell

if TYPE_CHECKING:
    from raci_cli.files.copies import Loaded
    from raci_cli.files.plan import Wishes
    from raci_cli.model.comparison import Copy
    from raci_cli.reports import Style
    from raci_cli.reports.comparison.result import Result

BY_SUFFIX = {".json": "json", ".csv": "csv", ".md": "markdown", ".txt": "text", ".xlsx": WORKBOOK}


def formats(incomplete: str) -> list[str]:
    """Output formats of a comparison, for the shell's completion."""
    from raci_cli.reports.comparison import COMPARISONS

    return [name for name in (*COMPARISONS, WORKBOOK) if name.startswith(incomplete)]


def diff(  # noqa: PLR0913 - one parameter for each option
    copies: options.Copies = None,
    *,
    base: options.Base = "",
    names: options.As = None,
    rounds: options.Rounds = None,
    everything: Annotated[
        bool, options.option("--all", panel=options.OUTPUT, help="Also what is agreed, and long lists whole.")
    ] = False,
    sheet: options.Sheet = "",
    layout: options.Layout = "",
    header_row: options.HeaderRow = "",
    activity_column: options.ActivityColumn = "",
    scheme: options.Scheme = "",
    stdin_filename: options.StdinFilename = "",
    config: options.ConfigFile = "",
    isolated: options.Isolated = False,
    output_format: Annotated[
        str,
        options.option(
            "--output-format",
            metavar="FORMAT",
            autocompletion=formats,
            panel=options.OUTPUT,
            help="text, markdown, json, csv, plain or xlsx.",
        ),
    ] = "",
    output: options.Output = "",
    force: options.Force = False,
    color: options.Color = "auto",
    quiet: Annotated[
        bool, options.option("--quiet", "-q", panel=options.OUTPUT, help="Only how far they agree.")
    ] = False,
) -> None:
    """Compare filled-in copies: how far they agree, and what is in dispute.

    Examples:
      raci diff copies/                       all copies in a folder
      raci diff sales.xlsx success.xlsx       what differs between two
      raci diff copies/ --base template.xlsx  against what they began as
      raci diff copies/ -o comparison.xlsx    to look at side by side
      raci diff --round first/ --round second/   who moved since

    Exits with 0 when all copies say the same, with 1 when they differ, and
    with 2 when a copy could not be read.

    Who filled in a copy stands in its title block (Filled in by: ...), else
    it is called by its file name; --as says otherwise.
    """
    from raci_cli.files.plan import Wishes
    from raci_cli.reports.comparison import COMPARISONS

    target = output_of(output_format, output, (*COMPARISONS, WORKBOOK), BY_SUFFIX, force=force)
    asked = choices(overrides(sheet, layout, header_row, activity_column, scheme))
    wishes = Wishes(asked, config, isolated=isolated, stdin_name=stdin_filename)
    look = target.look(color, quiet=quiet)
    loads = _loads(copies or (), rounds or (), wishes, names or (), base)
    for loaded in loads:
        target.refuse_inputs(loaded.inputs)
        tell_notes(loaded)
    said = as_read(wishes, base, names)
    found = _result(loads, everything=everything)
    result = found._replace(workshop="" if rounds or found.two_way else _workshop(copies or (), said))
    target.put(_workbook(result) if target.form == WORKBOOK else _text(result, target.form, look))
    raise typer.Exit(ExitCode.FINE if result.same else ExitCode.FOUND)


def _workshop(copies: Sequence[str], said: Sequence[tuple[str, str]]) -> str:
    """The command that makes a pack of what is in dispute, with the copies read as they were here."""
    from raci_cli.reports.summary import argument, free_name, repeated

    options = [*said, ("-o", free_name("workshop.xlsx", names_taken()))]
    return " ".join(["raci workshop", *map(argument, copies), *repeated(options)])


def _loads(
    copies: Sequence[str], rounds: Sequence[str], wishes: Wishes, names: Sequence[str], base: str
) -> list[Loaded]:
    """The copies; of two rounds each on their own."""
    from raci_cli.errors import UsageError
    from raci_cli.files.copies import load_copies

    if rounds and (copies or len(rounds) != 2):
        raise UsageError("Two rounds are compared with `raci diff --round first/ --round second/`, and nothing else.")
    if not (rounds or copies):
        raise UsageError("Name the copies to compare, or a folder that holds them: `raci diff copies/`.")
    if rounds:
        parts = _by_round(rounds, names)
        return [load_copies([each], wishes, names=part, base=base) for each, part in zip(rounds, parts, strict=True)]
    loaded = load_copies(copies, wishes, names=names, base=base, least=1 if base else 2)
    if base and len(loaded.copies) == 1:  # two versions, of which the base is the older
        loaded = load_copies([base, *copies], wishes, names=names)
    return [loaded]


def _by_round(rounds: Sequence[str], names: Sequence[str]) -> list[list[str]]:
    """Names given with `--as` go to the round whose folder holds the file; else to the first, which refuses them."""
    parts: list[list[str]] = [[] for _ in rounds]
    folders = [Path(each).resolve() for each in rounds]
    for name in names:
        file = Path(name.partition("=")[2]).resolve()
        parts[next((number for number, folder in enumerate(folders) if file.is_relative_to(folder)), 0)].append(name)
    return parts


def _result(loads: Sequence[Loaded], *, everything: bool) -> Result:
    from raci_cli.compare import compare_rounds
    from raci_cli.reports.comparison.result import Result

    last = loads[-1]
    comparison = compared(last)
    rounds = None
    if len(loads) > 1:
        first, second = (loaded.copies for loaded in loads)
        _tell_who_is_missing(first, second)
        rounds = compare_rounds(first, second, base=last.base, aliases=aliases(last.config))
    return Result(comparison, claimed(comparison, last.config), rounds, everything)


def _tell_who_is_missing(first: Sequence[Copy], second: Sequence[Copy]) -> None:
    """Where others took part, a change of agreement need not be a change of mind."""
    rounds = [[copy.leader for copy in each] for each in (first, second)]
    for number, (here, there) in enumerate((rounds, rounds[::-1]), start=1):
        if only := [leader for leader in here if leader not in there]:
            tell(f"note: Only in round {number}, so not among those who moved: {', '.join(only)}.")


def _text(result: Result, written_as: str, look: Style) -> str:
    from raci_cli.reports.comparison import render_comparison

    return render_comparison(written_as, result, look)


def _workbook(result: Result) -> bytes:
    from raci_cli.compare import heat_map
    from raci_cli.reports.comparison import words
    from raci_cli.reports.comparison.overview import tables
    from raci_cli.workbook.compared import write_comparison

    comparison = result.comparison
    headings = (f"{words.compared(comparison)}. {words.sizes(comparison)}", words.headline(comparison))
    return write_comparison(comparison, heat_map(comparison), headings, tuple(tables(result)))
