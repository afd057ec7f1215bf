"""`raci workshop`: what leaders have to decide together, as a pack to decide it with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from raci_cli.cli import options
from raci_cli.cli.choose import choices, choose_by_suffix, number, overrides
from raci_cli.cli.comparing import compared, tell_notes
from raci_cli.cli.terminal import style, tell, write, write_bytes

if TYPE_CHECKING:
    from raci_cli.model.agenda import Agenda
    from raci_cli.reports import Style

AGENDA = "What is on the agenda"
PACK = "xlsx"
BY_SUFFIX = {".xlsx": PACK, ".md": "markdown", ".txt": "text"}


def formats(incomplete: str) -> list[str]:
    """Output formats of an agenda, for the shell's completion."""
    from raci_cli.reports.agenda import AGENDAS

    return [name for name in (*AGENDAS, PACK) if name.startswith(incomplete)]


def workshop(  # noqa: PLR0913 - one parameter for each option
    copies: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="COPY", help="Filled-in copies of one matrix, or folders of them; `-` is standard input."
        ),
    ] = None,
    *,
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
            help="text, markdown, or xlsx: the pack.",
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
      raci workshop copies/ -o agenda.md       for the invitation

    The pack has drop-downs to choose from. Filled in and saved, it settles
    what the copies leave open: raci merge copies/ --decisions workshop.xlsx

    Exits with 0 when the agenda is made, even if it is empty, and with 2 when a
    copy could not be read.
    """
    from raci_cli.compare.agenda import agenda
    from raci_cli.config import choose
    from raci_cli.errors import UsageError
    from raci_cli.files.copies import load_copies
    from raci_cli.files.plan import Wishes
    from raci_cli.files.save import refuse_inputs, refuse_to_replace
    from raci_cli.reports.agenda import AGENDAS

    if not copies:
        raise UsageError("Name the copies to decide about, or a folder that holds them: `raci workshop copies/`.")
    to_file = output not in ("", "-")
    written_as = choose("--output-format", output_format, (*AGENDAS, PACK)) if output_format else "text"
    if to_file:
        written_as = written_as if output_format else choose_by_suffix("--output-format", output, BY_SUFFIX)
        refuse_to_replace(output, force=force)
    limits = {"top": number("--top", top), "minutes": number("--minutes", minutes)}
    asked = choices(overrides(sheet, layout, header_row, activity_column, scheme), profile=profile)
    wishes = Wishes(asked, config, isolated=isolated, stdin_name=stdin_filename)
    loaded = load_copies(copies, wishes, names=names or ())
    if to_file:
        refuse_inputs(output, loaded.inputs)
    tell_notes(loaded)
    settings = loaded.config.settings(loaded.config.choices_for(output if to_file else "-", asked))
    found = agenda(compared(loaded), settings=settings, **limits)
    look = style("never" if to_file else color, quiet=quiet)
    _deliver(found, written_as, look, output if to_file else "", force=force)


def _deliver(found: Agenda, written_as: str, look: Style, output: str, *, force: bool) -> None:
    """To a file with a word about what is in it, or to standard output."""
    from raci_cli.files.save import save_bytes
    from raci_cli.reports.agenda import render_agenda
    from raci_cli.reports.agenda.words import headline
    from raci_cli.workbook import write_workshop

    pack = write_workshop(found) if written_as == PACK else b""
    if output:
        save_bytes(output, pack or render_agenda(written_as, found, look).encode(), force=force)
        tell(f"wrote {output}: {headline(found)}")
    elif pack:
        write_bytes(pack)
    else:
        write(render_agenda(written_as, found, look))
