"""The library: what `import raci_cli` offers to programs. Values in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike, fspath
from typing import TYPE_CHECKING

from raci_cli.compare import Aliases, compare
from raci_cli.compare import merge as _merge
from raci_cli.compare.agenda import agenda as _agenda
from raci_cli.compare.strategies import strategy_of
from raci_cli.config import choose
from raci_cli.errors import UsageError
from raci_cli.files.decisions import load_decisions as _load_decisions
from raci_cli.files.read import load as _load
from raci_cli.files.read import load_template, only
from raci_cli.files.save import save_matrix
from raci_cli.layouts.overrides import Overrides
from raci_cli.model import Matrix, Report
from raci_cli.model.agenda import Agenda
from raci_cli.model.comparison import Comparison, Copy
from raci_cli.model.decision import Decision, MergeResult, Policy
from raci_cli.rules.checking import check
from raci_cli.rules.settings import Profile, Settings
from raci_cli.shipped import shipped

if TYPE_CHECKING:
    from raci_cli.segments import Template


def load(path: str | PathLike[str], *, sheet: str = "") -> Matrix:
    """The one matrix of a file: a workbook, CSV, Markdown, AsciiDoc, or YAML or JSON in raci's own form.

    Raises:
        UnreadableFileError: the file is missing, damaged, protected or of another kind.
        NoMatrixError: nothing in it is a matrix.
        UsageError: it holds several matrices (the message lists the sheets), or no sheet of this name.
    """
    return only(_load(fspath(path), Overrides(sheet=sheet)), fspath(path))


def load_all(path: str | PathLike[str]) -> tuple[Matrix, ...]:
    """All matrices of a file, in the order of its sheets; at least one.

    Raises:
        UnreadableFileError: the file is missing, damaged, protected or of another kind.
        NoMatrixError: nothing in it is a matrix.
    """
    return _load(fspath(path))


def template(name: str) -> Template:
    """A template that comes with raci, such as `enterprise`: its matrix, and what is told about it beside.

    Raises:
        UsageError: there is none of this name; the message suggests the nearest.
    """
    from raci_cli.segments import located  # noqa: PLC0415 - few programs ask for one

    return load_template(str(located(name, [shipped("templates")])))


def validate(
    matrices: Matrix | Iterable[Matrix],
    *,
    profile: str = "standard",
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
) -> Report:
    """Check one matrix or several with the rules of a profile: `standard`, `strict` or `draft`.

    `select` and `ignore` take codes (`RACI101`), names (`no-accountable`) and families (`RACI1`): one, or several.

    Raises:
        UsageError: a profile or rule does not exist.
    """
    profile = choose("profile", profile, [each.value for each in Profile])
    settings = Settings(Profile(profile), _several(select), _several(ignore))
    given = (matrices,) if isinstance(matrices, Matrix) else tuple(matrices)
    return Report(tuple(check(matrix, settings) for matrix in given))


def compare_copies(
    copies: Mapping[str, Matrix], *, base: Matrix | None = None, aliases: Aliases | None = None
) -> Comparison:
    """Lay filled-in copies beside each other: what each says about each activity, and how far they agree.

    Args:
        copies: Each copy by the name of whoever filled it in; their order decides nothing.
        base: What all copies began as, if there is such a matrix.
        aliases: Other names of roles, activities and phases, and what they are called instead.

    Raises:
        ComparisonError: there are too few copies, they share nothing, or their letters do not mean the same.
    """
    return compare([Copy(leader, matrix) for leader, matrix in copies.items()], base=base, aliases=aliases)


def merge(  # noqa: PLR0913 - one parameter for each thing that can be asked for
    copies: Mapping[str, Matrix],
    *,
    base: Matrix | None = None,
    aliases: Aliases | None = None,
    threshold: int = 75,
    strict: bool = False,
    strategy: str = "agree",
    decisions: Iterable[Decision] = (),
    profile: str = "standard",
) -> MergeResult:
    """Make one matrix of filled-in copies; what people have to decide about stays open, as `result.conflicts`.

    Args:
        copies: Each copy by the name of whoever filled it in; their order decides nothing.
        base: What all copies began as: with it, only what leaders changed counts as their word.
        aliases: Other names of roles, activities and phases, and what they are called instead.
        threshold: Percent of the votes that must name the same owner, from 51 to 100.
        strict: Whether C and I must reach it as well; otherwise halves settle them.
        strategy: What to do with disputes: `agree` leaves them open, `plurality`, `prefer:NAME`, `base`.
        decisions: What people decided, as `load_decisions` reads it.
        profile: How strictly a row is judged before it counts as settled: `standard`, `strict` or `draft`.

    Raises:
        UsageError: the threshold, strategy or profile does not exist, or the strategy needs what is not there.
        ComparisonError: there are too few copies or they share nothing, or the decisions are about another matrix.
    """
    settings = Settings(Profile(choose("profile", profile, [each.value for each in Profile])))
    policy = Policy(threshold, strict, *strategy_of(strategy))
    return _merge(compare_copies(copies, base=base, aliases=aliases), policy, decisions=decisions, settings=settings)


def agenda(  # noqa: PLR0913 - one parameter for each thing that can be asked for
    copies: Mapping[str, Matrix],
    *,
    base: Matrix | None = None,
    aliases: Aliases | None = None,
    threshold: int | None = None,
    strict: bool = False,
    top: int = 0,
    minutes: int = 0,
    profile: str = "standard",
) -> Agenda:
    """What the leaders of filled-in copies have to decide together: `result.items`, the weightiest first.

    Args:
        copies: Each copy by the name of whoever filled it in; their order decides nothing.
        base: What all copies began as.
        aliases: Other names of roles, activities and phases, and what they are called instead.
        threshold: Take up only what `merge` leaves open with this threshold; None takes up every dispute.
        strict: Whether to take up, too, what differs in C and I only.
        top: How many items there is time for; the others are `result.later`. 0 is without limit.
        minutes: How many minutes there are; likewise.
        profile: How strictly a row is judged before it counts as settled: `standard`, `strict` or `draft`.

    Raises:
        UsageError: the threshold or profile does not exist, or a limit is below 0.
        ComparisonError: there are too few copies, they share nothing, or their letters do not mean the same.
    """
    if min(top, minutes) < 0:
        raise UsageError(f"top and minutes are 0, for no limit, or more, not {min(top, minutes)}.")
    settings = Settings(Profile(choose("profile", profile, [each.value for each in Profile])))
    comparison = compare_copies(copies, base=base, aliases=aliases)
    return _agenda(comparison, threshold=threshold, strict=strict, settings=settings, top=top, minutes=minutes)


def load_decisions(path: str | PathLike[str]) -> tuple[Decision, ...]:
    """The decisions in a YAML file or in a workbook of raci's that people filled in; those without letters are open.

    Raises:
        UnreadableFileError: the file cannot be read or holds no decisions; the message names the line or cell.
    """
    return _load_decisions(fspath(path))


def _several(codes: str | Iterable[str]) -> tuple[str, ...]:
    return (codes,) if isinstance(codes, str) else tuple(codes)


def save(matrix: Matrix, path: str | PathLike[str], *, force: bool = False) -> None:
    """Write a matrix to a file, whose ending says in which form: `.xlsx`, `.yaml`, `.json`, `.csv`, `.md`.

    Raises:
        UsageError: the ending stands for no format that raci writes.
        OutputError: the file exists and `force` is not given, or it cannot be written or cannot hold the matrix.
    """
    save_matrix(fspath(path), matrix, force=force)
