"""`raci merge`: one matrix out of many copies."""

from __future__ import annotations

from typing import Annotated

import typer

from raci_cli.cli import options
from raci_cli.cli.choose import choices, overrides
from raci_cli.cli.comparing import aliases, compared, tell_doubts, tell_notes
from raci_cli.cli.merging import as_read, decided, loaded_copies, names_taken, parsed_policy, refuse_no_copies
from raci_cli.cli.targets import Targets
from raci_cli.cli.terminal import ExitCode, style, tell, write


def merge(  # noqa: PLR0913 - one parameter for each option
    copies: options.Copies = None,
    *,
    base: options.Base = "",
    names: options.As = None,
    threshold: Annotated[
        str,
        options.option(
            "--threshold",
            metavar="PERCENT",
            panel=options.MERGING,
            help="How many of the votes must name the same owner: 75 unless said otherwise.",
        ),
    ] = "75",
    strict: options.Strict = False,
    strategy: Annotated[
        str,
        options.option(
            "--strategy",
            metavar="STRATEGY",
            panel=options.MERGING,
            help="For disputes: agree (leave them open), plurality, prefer:NAME or base.",
        ),
    ] = "agree",
    decisions: Annotated[
        list[str] | None,
        options.option(
            "--decisions",
            metavar="FILE",
            panel=options.MERGING,
            help="What people decided: YAML, a workshop pack, or a merged workbook whose sheet Conflicts is filled in.",
        ),
    ] = None,
    profile: options.Profile = "",
    sheet: options.Sheet = "",
    layout: options.Layout = "",
    header_row: options.HeaderRow = "",
    activity_column: options.ActivityColumn = "",
    scheme: options.Scheme = "",
    stdin_filename: options.StdinFilename = "",
    config: options.ConfigFile = "",
    isolated: options.Isolated = False,
    output: Annotated[
        str,
        options.option(
            "--output",
            "-o",
            metavar="FILE",
            panel=options.OUTPUT,
            help="Write the merged matrix: .xlsx with conflicts and votes beside it, or .yaml, .json, .csv, .md.",
        ),
    ] = "",
    publish: Annotated[
        str,
        options.option(
            "--publish",
            metavar="FILE",
            panel=options.OUTPUT,
            help="Also the matrix for everybody: no votes, and not who said what. Only when nothing is open.",
        ),
    ] = "",
    like: Annotated[
        str,
        options.option(
            "--like",
            metavar="FILE",
            panel=options.OUTPUT,
            help="Keep the look of this workbook: only its letters are changed.",
        ),
    ] = "",
    write_decisions: Annotated[
        str,
        options.option(
            "--write-decisions",
            metavar="FILE",
            panel=options.OUTPUT,
            help="Write what is open, with votes and options, as YAML to decide by hand.",
        ),
    ] = "",
    dry_run: Annotated[
        bool, options.option("--dry-run", panel=options.OUTPUT, help="Only say what would be settled; write nothing.")
    ] = False,
    force: options.Force = False,
    everything: Annotated[bool, options.option("--all", panel=options.OUTPUT, help="Long lists whole.")] = False,
    color: options.Color = "auto",
    quiet: Annotated[bool, options.option("--quiet", "-q", panel=options.OUTPUT, help="Only the headline.")] = False,
) -> None:
    """Make one matrix of filled-in copies; what the leaders have to decide stays open.

    Examples:
      raci merge copies/ -o agreed.xlsx             everything that is agreed
      raci merge copies/ --dry-run                  what that would be
      raci merge copies/ --decisions agreed.xlsx -o final.xlsx
                                                    once its sheet Conflicts is filled in
      raci merge copies/ --write-decisions decisions.yaml
                                                    to decide by hand, and keep in git
      raci merge copies/ --decisions workshop.xlsx -o final.xlsx --publish raci.xlsx
                                                    also the clean one for everybody

    Exits with 0 when everything is settled, with 1 when something is open or a
    decision did not count, and with 2 when nothing could be done.
    """
    from raci_cli.compare import merge as merge_copies
    from raci_cli.files.like import Like
    from raci_cli.files.plan import Wishes, overrides_for
    from raci_cli.reports.merge import Told, render_merge

    policy = parsed_policy(threshold, strategy, strict=strict)
    look = style(color, quiet=quiet)
    asked = choices(overrides(sheet, layout, header_row, activity_column, scheme), profile=profile)
    wishes = Wishes(asked, config, isolated=isolated, stdin_name=stdin_filename)
    refuse_no_copies(copies or (), example="raci merge copies/ -o agreed.xlsx")
    targets = Targets(output, publish, write_decisions, like, force, dry_run)
    targets.check()
    loaded = loaded_copies(copies or (), wishes, names or (), base)
    targets.refuse_inputs([*loaded.inputs, *(decisions or ())])
    tell_notes(loaded)
    settings = loaded.config.settings(loaded.config.choices_for(output or "-", asked))
    found = decided(decisions or ())
    comparison = compared(loaded)
    tell_doubts(comparison)
    result = merge_copies(comparison, policy, decisions=found, settings=settings)
    look_of = Like(like, overrides_for(like, wishes), aliases(loaded.config)) if like else None
    written = targets.write(result, look_of)
    told = Told(
        result,
        copies or (),
        as_read(wishes, base, names),
        decisions or (),
        output="" if dry_run else output,
        like=like,
        publish="" if result.settled and not dry_run else publish,
        to_decide="" if dry_run else write_decisions,
        taken=names_taken(),
        everything=everything,
    )
    write(render_merge(told, look))
    for sentence in written:
        tell(sentence)
    raise typer.Exit(ExitCode.FINE if result.settled else ExitCode.FOUND)
