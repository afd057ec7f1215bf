"""`raci new`: a matrix to start from, and a copy of it for every leader who fills one in."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from raci_cli.cli import options
from raci_cli.cli.choose import choices
from raci_cli.cli.terminal import ExitCode, style, tell, write
from raci_cli.errors import OutputError, UsageError
from raci_cli.suggest import did_you_mean, quoted

if TYPE_CHECKING:
    from raci_cli.files.templates import Shelf
    from raci_cli.model import Matrix
    from raci_cli.segments import Template

TEMPLATE = "Which template"
CONTENT = "What is in it"
_USUAL = ".xlsx"
_SUFFIXES = (".xlsx", ".yaml", ".yml", ".json", ".csv", ".md")


def segments(incomplete: str) -> list[str]:
    """Templates that come with raci, for the shell's completion."""
    from raci_cli.segments import names_in
    from raci_cli.shipped import shipped

    return [name for name in names_in([shipped("templates")]) if name.startswith(incomplete)]


def new(  # noqa: PLR0913 - one parameter for each option
    *,
    segment: Annotated[
        str,
        options.option(
            "--segment",
            metavar="NAME",
            autocompletion=segments,
            panel=TEMPLATE,
            help="The template to start from; --list shows them.",
        ),
    ] = "",
    template: Annotated[
        str,
        options.option(
            "--template",
            metavar="PATH",
            panel=TEMPLATE,
            help="A file to start from: a template of your own or any matrix; or a folder of such files.",
        ),
    ] = "",
    sheet: options.Sheet = "",
    list_: Annotated[
        bool, options.option("--list", panel=TEMPLATE, help="List the templates: how large they are, and for whom.")
    ] = False,
    explain: Annotated[
        str,
        options.option(
            "--explain", metavar="ACTIVITY", panel=TEMPLATE, help="Say which layer of the template set what on it."
        ),
    ] = "",
    leaders: Annotated[
        list[str] | None,
        options.option(
            "--for",
            metavar="LEADER",
            panel=CONTENT,
            help="One blank copy for this leader, with today's date; as often as there are leaders.",
        ),
    ] = None,
    blank: Annotated[
        bool, options.option("--blank", panel=CONTENT, help="Keep roles and activities, leave out the letters.")
    ] = False,
    prefilled: Annotated[
        bool, options.option("--prefilled", panel=CONTENT, help="Keep the letters in the copies of --for too.")
    ] = False,
    title: Annotated[str, options.option("--title", metavar="TEXT", panel=CONTENT, help="Another title.")] = "",
    date: Annotated[
        str, options.option("--date", metavar="DATE", panel=CONTENT, help="Fill in this date, such as 2026-12-31.")
    ] = "",
    role: Annotated[
        list[str] | None,
        options.option("--role", metavar="+NAME:GROUP", panel=CONTENT, help="One more role, at the end of its group."),
    ] = None,
    drop_role: Annotated[
        list[str] | None, options.option("--drop-role", metavar="NAME", panel=CONTENT, help="Leave out this role.")
    ] = None,
    drop_phase: Annotated[
        list[str] | None,
        options.option("--drop-phase", metavar="NAME", panel=CONTENT, help="Leave out this phase and all in it."),
    ] = None,
    output: Annotated[
        str,
        options.option(
            "--output",
            "-o",
            metavar="PATH",
            panel=options.OUTPUT,
            help="The file to write: .xlsx, .yaml, .json, .csv or .md. With --for, the folder for the copies.",
        ),
    ] = "",
    force: options.Force = False,
    config: options.ConfigFile = "",
    isolated: options.Isolated = False,
    color: options.Color = "auto",
) -> None:
    """Make a matrix from a template.

    Examples:
      raci new --list                                      the templates there are
      raci new --segment enterprise                        a workbook, raci-enterprise.xlsx
      raci new --segment smb --for "VP Sales" --for CFO    a blank copy for each leader
      raci new --template old.xlsx --blank -o next.xlsx    your own matrix as the template
    """
    from raci_cli.files.plan import Wishes
    from raci_cli.files.save import save_matrix
    from raci_cli.files.templates import Shelf
    from raci_cli.layouts.overrides import Overrides
    from raci_cli.segments import adjusted, wishes

    shelf = Shelf(Wishes(choices(Overrides(sheet=sheet)), config, isolated=isolated), template)
    if list_:
        _list(shelf, color)
        return
    if not segment and not shelf.is_file:
        _ask_for_segment(shelf, color)
    chosen = shelf.template(segment)
    layer = wishes(
        chosen, roles=role or (), without_roles=drop_role or (), without_phases=drop_phase or (), title=title
    )
    chosen = adjusted(chosen, layer)
    if explain:
        write(_explained(chosen, explain, color))
        return
    if blank and prefilled:
        raise UsageError("--blank leaves the letters out and --prefilled keeps them: choose one of them.")
    empty = blank or bool(leaders and not prefilled)
    matrices = list(_copies(chosen.matrix, leaders or [""], _date(date, today=bool(leaders)), empty=empty))
    paths = _paths(chosen.name, leaders or [], output)
    for path in paths:
        _refuse(path, chosen, force=force)
    if leaders:
        _make_folder(Path(paths[0]).parent)
    for path, matrix in zip(paths, matrices, strict=True):
        save_matrix(path, matrix, force=force, duties=chosen.duties)
        tell(f"wrote {path}")
    _tell_next(paths, empty=empty)


def _list(shelf: Shelf, color: str) -> None:
    from raci_cli.model import Failure
    from raci_cli.reports.templates_text import template_list
    from raci_cli.segments import Template

    found = list(shelf.templates())
    if not found:
        raise UsageError(f"{shelf.path} holds no template: name a folder with YAML files or workbooks.")
    templates = [each for each in found if isinstance(each, Template)]
    write(template_list(templates, style(color)))
    if templates:
        tell(f"next: {shelf.command} --segment {shlex.quote(templates[0].name)}")
    failures = [each for each in found if isinstance(each, Failure)]
    for failure in failures:
        tell(f"error: {failure.message}")
    if failures:
        raise typer.Exit(ExitCode.TROUBLE)


def _ask_for_segment(shelf: Shelf, color: str) -> NoReturn:
    """Which templates there are, where a person can read that."""
    if not sys.stdout.isatty():
        raise UsageError(f"Say which template to start from: --segment NAME. `{shelf.command} --list` shows them all.")
    _list(shelf, color)
    raise typer.Exit(ExitCode.TROUBLE)


def _explained(template: Template, wanted: str, color: str) -> str:
    from raci_cli.reports.templates_text import explanation

    pairs = list(zip(template.matrix.activities, template.settings, strict=True))
    found = [pair for pair in pairs if wanted == pair[0].id] or [
        pair for pair in pairs if wanted.casefold() == pair[0].name.casefold()
    ]
    if not found:
        names = [text for activity, _ in pairs for text in (activity.name, activity.id) if text]
        raise UsageError(f"{template.name} has no activity {quoted(wanted)}.{did_you_mean(wanted, names)}")
    return "\n".join(explanation(template, activity, settings, style(color)) for activity, settings in found)


def _date(text: str, *, today: bool) -> str:
    """The date to fill in, in ISO form; empty for none."""
    import datetime as dt

    if not text:
        return dt.datetime.now(tz=dt.UTC).astimezone().date().isoformat() if today else ""
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(f"--date takes a date such as 2026-12-31, not {quoted(text)}.") from error


def _copies(matrix: Matrix, leaders: Sequence[str], date: str, *, empty: bool) -> Iterator[Matrix]:
    """One for each leader; what an old matrix says about who filled it in and when is not carried on."""
    from dataclasses import replace

    from raci_cli.segments import blank

    for leader in leaders:
        yield replace(blank(matrix) if empty else matrix, leader=leader, date=date)


def _paths(name: str, leaders: Sequence[str], output: str) -> list[str]:
    """The files to write."""
    from raci_cli.segments import file_names, plain

    stem = f"raci-{plain(name)}"
    if not leaders:
        return [output or stem + _USUAL]
    if Path(output).suffix.lower() in _SUFFIXES and not Path(output).is_dir():
        raise UsageError(
            f"With --for, --output is the folder for the copies, which {quoted(output)} does not look like."
        )
    return [str(Path(output, file)) for file in file_names(stem, leaders, _USUAL)]


def _refuse(path: str, template: Template, *, force: bool) -> None:
    """Before anything is written: no file that is there, and not the template itself."""
    from raci_cli.files.save import refuse_inputs, refuse_to_replace

    refuse_inputs(path, [template.matrix.source.path])
    refuse_to_replace(path, force=force)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"The folder {folder} cannot be made: {error.strerror}. Choose another one.") from error


def _tell_next(paths: Sequence[str], *, empty: bool) -> None:
    """The command that comes next, once what is blank has been filled in: copies of several leaders are compared."""
    if len(paths) > 1:
        tell(f"next, when they are filled in: raci diff {shlex.quote(str(Path(paths[0]).parent))}")
    else:
        tell(f"next{', when it is filled in' if empty else ''}: raci validate {shlex.quote(paths[0])}")
