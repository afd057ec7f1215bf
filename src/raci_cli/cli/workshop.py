"""`raci workshop`: what leaders have to decide together, as a pack to decide it with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from raci_cli.cli import options
from raci_cli.cli.choose import choices, number, overrides
from raci_cli.cli.comparing import compared, tell_doubts, tell_notes
from raci_cli.cli.delivery import WORKBOOK, Output, output_of
from raci_cli.cli.merging import as_read, loaded_copies, names_taken, percent, refuse_no_copies
from raci_cli.cli.terminal import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from raci_cli.model.agenda import Agenda
    from raci_cli.reports import Style

AGENDA = "What is on the agenda"
BY_SUFFIX = {".xlsx": WORKBOOK, ".md": "markdown", ".json": "json", ".txt": "text"}


def formats(incomplete: str) -> list[str]:
    """Output formats of an agenda, for the shell's completion."""
    from raci_cli.reports.agenda import AGENDAS

    return [name for name in (*AGENDAS, WORKBOOK) if name.startswith(incomplete)]


def workshop(  # noqa: PLR0913 - one parameter for each option
    copies: options.Copies = None,
    *,
    base: options.Base = "",
    names: options.As = None,
    top: Annotated[
        str, options.option("--top", metavar="NUMBER", panel=AGENDA, help="At most so many activities.")
    ] = "",
    minutes: Annotated[
        str,
        options.option(
            "--minutes",
            metavar="NUMBER",
            panel=AGENDA,
            help="What fits into so many minutes; the rest if time remains.",
        ),
    ] = "",
    threshold: Annotated[
        str,
        options.option(
            "--threshold",
            metavar="PERCENT",
            panel=AGENDA,
            help="Only what raci merge leaves open with it. Without it, nobody is outvoted.",
        ),
    ] = "",
    strict: Annotated[
        bool, options.option("--strict", panel=AGENDA, help="Also what differs in C and I only.")
    ] = False,
    profile: options.Profile = "",
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
            help="text, markdown, json, or xlsx: the pack.",
        ),
    ] = "",
    output: options.Output = "",
    force: options.Force = False,
    color: options.Color = "auto",
    quiet: Annotated[
        bool, options.option("--quiet", "-q", panel=options.OUTPUT, help="Only how much there is to decide.")
    ] = False,
) -> None:
    """Prepare the workshop that settles what filled-in copies disagree about.

    Examples:
      raci workshop copies/                    what there is to decide
      raci workshop copies/ -o workshop.xlsx   the pack to open in the meeting
      raci workshop copies/ --minutes 90 -o workshop.xlsx
                                               what fits, and the rest below it
      raci workshop copies/ --threshold 75     only what raci merge leaves open
      raci workshop copies/ -o agenda.md       for the invitation

    The pack has drop-downs to choose from. Filled in and saved, it settles
    what the copies leave open: raci merge copies/ --decisions workshop.xlsx

    Exits with 0 when the agenda is made, even if it is empty, and with 2 when a
    copy could not be read.
    """
    from raci_cli.compare.agenda import agenda
    from raci_cli.files.plan import Wishes
    from raci_cli.reports.agenda import AGENDAS

    refuse_no_copies(copies or (), example="raci workshop copies/ -o workshop.xlsx")
    target = output_of(output_format, output, (*AGENDAS, WORKBOOK), BY_SUFFIX, force=force)
    limits = {"top": number("--top", top), "minutes": number("--minutes", minutes)}
    percentage = percent(threshold) if threshold else None
    asked = choices(overrides(sheet, layout, header_row, activity_column, scheme), profile=profile)
    wishes = Wishes(asked, config, isolated=isolated, stdin_name=stdin_filename)
    look = target.look(color, quiet=quiet)
    loaded = loaded_copies(copies or (), wishes, names or (), base)
    target.refuse_inputs(loaded.inputs)
    tell_notes(loaded)
    settings = loaded.config.settings(loaded.config.choices_for(target.path or "-", asked))
    comparison = compared(loaded)
    tell_doubts(comparison)
    found = agenda(comparison, threshold=percentage, strict=strict, settings=settings, **limits)
    _deliver(found, target, look)
    if target.path and target.form == WORKBOOK:
        said = as_read(wishes, base, names, threshold=threshold, strict=strict)
        tell(_next(found, copies or (), said, target.path))


def _next(found: Agenda, copies: Sequence[str], said: Sequence[tuple[str, str]], pack: str) -> str:
    """The command that takes what is decided, or what is agreed where nothing has to be.

    It says again how the copies were read: read in another way, they would say something else, and no decision count.
    """
    from raci_cli.reports.summary import argument, free_name, repeated

    to_decide = bool(found.all_items or found.proposals)
    options = [*said, *([("--decisions", pack)] if to_decide else []), ("-o", free_name("agreed.xlsx", names_taken()))]
    command = " ".join(["raci merge", *map(argument, copies), *repeated(options)])
    return f"next{', when it is filled in' if to_decide else ''}: {command}"


def _deliver(found: Agenda, target: Output, look: Style) -> None:
    """To a file with a word about what is in it, or to standard output."""
    from raci_cli.reports.agenda import render_agenda
    from raci_cli.reports.agenda.words import beside_merge, headline
    from raci_cli.workbook import write_workshop

    pack = target.form == WORKBOOK
    target.put(write_workshop(found) if pack else render_agenda(target.form, found, look), headline(found))
    if target.path and (said := beside_merge(found)):
        tell(f"note: {said}")
