"""RACI004 to RACI007 and RACI010: what the names of activities and roles bring to light."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.model import Placed, Problem, Severity
from raci_cli.rules.names import folded, is_generic, is_placeholder, near_repeats, repeats
from raci_cli.rules.rule import Origin, on_activity, on_role, rule
from raci_cli.rules.tally import Tally
from raci_cli.rules.wording import quoted, spot


@rule("RACI004", Severity.ERROR, Origin.LINT)
def duplicate_activity(tally: Tally) -> Iterator[Problem]:
    """The same activity stands twice in one phase.

    ## Why
    Two rows for one activity give two answers to the question who does it, and sooner or later they differ. The same
    activity in two phases, or in two sections of a phase, is fine. Upper and lower case, spaces and punctuation make
    no difference; placeholders are left to RACI007.

    ## Example
        Activity        | Project Manager | Trainer
        Kickoff meeting | A               | R
        Kickoff Meeting | R/A             | C

    ## Instead
        Activity        | Project Manager | Trainer
        Kickoff meeting | A               | R
    """
    activities = tally.matrix.activities
    names = zip(activities, tally.activity_names, strict=True)
    for first, later in repeats((activity.phase, activity.section, name) for activity, name in names):
        activity = activities[later]
        where = f" in the phase {quoted(activity.phase)}" if activity.phase else ""
        yield on_activity(
            activity,
            f"{quoted(activity.name)} is listed again{where}{_first(activities[first])}.",
            "Settle on one set of letters and delete the other row, or give the two names that tell them apart.",
        )


@rule("RACI005", Severity.ERROR, Origin.LINT)
def duplicate_role(tally: Tally) -> Iterator[Problem]:
    """The same role has two columns.

    ## Why
    Letters in two columns of one role contradict each other sooner or later, and nobody knows where to look. Equal
    names in different departments are fine. Upper and lower case, spaces and punctuation make no difference;
    placeholders are left to RACI007.

    ## Example
        Activity | Trainer | Project Manager | Trainer
        Training | R       | A               | I

    ## Instead
        Activity | Trainer | Project Manager
        Training | R       | A
    """
    roles = tally.matrix.roles
    names = zip(roles, tally.role_names, strict=True)
    for first, later in repeats((folded(role.group), name) for role, name in names):
        role = roles[later]
        yield on_role(
            role,
            f"The role {quoted(role.name)} is listed again{_first(roles[first])}.",
            "Move its letters into one column, or give the two roles names that tell them apart.",
        )


@rule("RACI006", Severity.WARNING, Origin.LINT)
def near_duplicate(tally: Tally) -> Iterator[Problem]:
    """Two roles, or two activities of one phase, are written almost alike.

    ## Why
    Mostly it is one name with a typing mistake, and then the letters of one role or activity are spread over two.

    ## Example
        Activity | Project Manager | Project Manger
        Training | A               |
        Go-live  |                 | A

    ## Instead
        Activity | Project Manager | Trainer
        Training | A               | R
        Go-live  | A               | R

    ## Limits
    Two names count as almost alike when they differ by one letter more, one fewer, another one or two swapped, inside
    a word of 5 to 32 letters. Digits and short words never count: "Tier 1" and "Tier 2" are fine.
    """
    roles, activities = tally.matrix.roles, tally.matrix.activities
    for first, later in near_repeats(enumerate(tally.role_names)):
        message = f"The role {quoted(roles[later].name)} is almost {quoted(roles[first].name)}{spot(roles[first])}."
        yield on_role(roles[later], message, "If they are one role, write it in one way and use one column.")
    phases: dict[str, list[tuple[int, str]]] = {}
    for position, name in enumerate(tally.activity_names):
        phases.setdefault(activities[position].phase, []).append((position, name))
    for names in phases.values():
        for first, later in near_repeats(names):
            activity, other = activities[later], activities[first]
            message = f"{quoted(activity.name)} is almost {quoted(other.name)}{spot(other)}."
            yield on_activity(activity, message, "If they are one activity, keep one row.")


@rule("RACI007", Severity.WARNING, Origin.PRACTICE)
def placeholder_left(tally: Tally) -> Iterator[Problem]:
    """A text of the template has not been replaced yet.

    ## Why
    `[define]`, `Name or Role`, `TBD` or `Role 1` stand where somebody still has to decide something.

    ## Example
        title: Responsibilities of [insert name]
        Activity | Project Manager | Name or Role
        Training | A               | R

    ## Instead
        title: Responsibilities of Customer Success
        Activity | Project Manager | Trainer
        Training | A               | R

    ## Limits
    A name that stands in brackets as a whole (`[Person 1]`, `<role>`) counts as a placeholder; brackets inside a name
    count only when their words ask for something (`[define]`, `[company name]`).
    """
    matrix = tally.matrix
    stated = {cell.field: cell for cell in matrix.source.stated}
    for what, text in (("title", matrix.title), ("segment", matrix.segment), ("leader", matrix.leader)):
        if is_placeholder(text):
            message = f"The {what} still holds the placeholder {quoted(text)}."
            yield Problem(stated.get(what), message, f"Write the real {what}.")
    for role, name in zip(matrix.roles, tally.role_names, strict=True):
        if role.name.strip() and not name:
            message = f"The role {quoted(role.name)} is still a placeholder."
            yield on_role(role, message, "Write which role it is, or delete the column.")
    for phase in matrix.phases:
        if is_placeholder(phase.name):
            message = f"The phase {quoted(phase.name)} is still a placeholder."
            yield Problem(phase, message, "Write which phase it is.", phase=phase.name)
    for activity, name in zip(matrix.activities, tally.activity_names, strict=True):
        if activity.name.strip() and not name:
            message = f"The activity {quoted(activity.name)} is still a placeholder."
            yield on_activity(activity, message, "Write what has to be done, or delete the row.")


@rule("RACI010", Severity.INFO, Origin.SMITH_ERWIN, Origin.VALIDATOR)
def generic_role(tally: Tally) -> Iterator[Problem]:
    """A role's heading names nobody in particular.

    ## Why
    Where "the team" or "management" is responsible, everybody thinks that somebody else is.

    ## Example
        Activity | Project Manager | Team
        Training | A               | R

    ## Instead
        Activity | Project Manager | Trainer
        Training | A               | R

    ## Limits
    Only headings that are such a word as a whole, in a dozen languages; "Support team" is fine.
    """
    for role in tally.matrix.roles:
        if is_generic(role.name):
            message = f"The role {quoted(role.name)} names nobody in particular."
            yield on_role(role, message, "Name the function or the position that is meant.")


def _first(item: Placed) -> str:
    return f"; the first stands{spot(item)}" if spot(item) else ""
