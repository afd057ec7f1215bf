"""RACI100 to RACI105, RACI110 and RACI111: who does the work of an activity and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.model import Activity, Assignment, Problem, Severity
from raci_cli.rules.rule import Origin, on_activity, rule
from raci_cli.rules.tally import Row, Tally
from raci_cli.rules.wording import listed, quoted


@rule("RACI100", Severity.ERROR, Origin.LINT, draft=Severity.INFO)
def not_filled_in(tally: Tally) -> Iterator[Problem]:
    """An activity has no letters at all.

    ## Why
    Nobody has decided yet who takes part. This is one question to answer, so RACI101 and RACI103 stay silent on the
    row. A row that says "nobody" explicitly (`-`, `n/a`) counts as filled in.

    ## Example
        Activity | Project Manager | Trainer
        Training |                 |

    ## Instead
        Activity | Project Manager | Trainer
        Training | A               | R
    """
    scheme = tally.matrix.scheme
    parts = [tally.part(letter) for letter in (scheme.accountable, scheme.responsible) if letter]
    question = f"Decide who is {listed(parts)} for it" if parts else "Decide who takes part in it"
    for activity in tally.matrix.activities:
        if not activity.filled_in:
            yield on_activity(
                activity, f"{quoted(activity.name)} is not filled in yet.", f"{question}, or take it out."
            )


@rule(
    "RACI101",
    Severity.ERROR,
    Origin.PRACTICE,
    Origin.TRACK_PLUS,
    Origin.SMITH_ERWIN,
    draft=Severity.INFO,
)
def no_accountable(tally: Tally) -> Iterator[Problem]:
    """An activity has nobody who answers for the result.

    ## Why
    Without an Accountable role, nobody notices when the work stalls and nobody may decide when opinions differ.

    ## Example
        Activity | Project Manager | Trainer
        Training | C               | R

    ## Instead
        Activity | Project Manager | Trainer
        Training | A               | R
    """
    accountable, responsible = tally.matrix.scheme.accountable, tally.matrix.scheme.responsible
    if not accountable:
        return
    for row in tally.rows:
        if not row.accountable:
            advice = _ask(tally, row.responsible, responsible, "who answers for the result")
            yield on_activity(
                row.activity,
                f"Nobody is {tally.part(accountable)} for {quoted(row.activity.name)}.",
                advice or f"Decide which role answers for the result and give it the {accountable}.",
            )


@rule(
    "RACI102",
    Severity.ERROR,
    Origin.PRACTICE,
    Origin.TRACK_PLUS,
    Origin.SMITH_ERWIN,
    Origin.PARADIGM,
)
def several_accountable(tally: Tally) -> Iterator[Problem]:
    """An activity has more than one role that answers for the result.

    ## Why
    Where two answer for a result, each can wait for the other, and both can decide differently.

    ## Example
        Activity | Project Manager | Trainer
        Training | A               | R/A

    ## Instead
        Activity | Project Manager | Trainer
        Training | A               | R
    """
    for row in tally.rows:
        if len(row.accountable) > 1:
            yield on_activity(
                row.activity,
                _several(tally, row, row.accountable, tally.matrix.scheme.accountable),
                "Settle on the one that answers for the result; the others can have another part in it.",
            )


@rule(
    "RACI103",
    Severity.ERROR,
    Origin.PRACTICE,
    Origin.TRACK_PLUS,
    Origin.PARADIGM,
    draft=Severity.INFO,
)
def no_responsible(tally: Tally) -> Iterator[Problem]:
    """An activity has nobody who does the work.

    ## Why
    Work that is nobody's is not done, or is done by whoever happens to notice.

    ## Example
        Activity | Project Manager | Trainer
        Training | A               | C

    ## Instead
        Activity | Project Manager | Trainer
        Training | A               | R
    """
    accountable, responsible = tally.matrix.scheme.accountable, tally.matrix.scheme.responsible
    if not responsible:
        return
    for row in tally.rows:
        if not row.responsible:
            advice = _ask(tally, row.accountable, accountable, "who does the work")
            yield on_activity(
                row.activity,
                f"Nobody is {tally.part(responsible)} for {quoted(row.activity.name)}.",
                advice or f"Decide which role does the work and give it the {responsible}.",
            )


@rule("RACI104", Severity.INFO, Origin.PRACTICE, strict=Severity.ERROR)
def several_responsible(tally: Tally) -> Iterator[Problem]:
    """An activity has more than one role that does the work.

    ## Why
    Two or three can share the work, but they tend to pull in different directions; one should take the lead. The
    profile strict allows exactly one.

    ## Example
        Activity | Project Manager | Trainer | Developer
        Training | A               | R       | R

    ## Instead
        Activity | Project Manager | Trainer | Developer
        Training | A               | R       | C
    """
    for row in tally.rows:
        if len(row.responsible) > 1:
            yield on_activity(
                row.activity,
                _several(tally, row, row.responsible, tally.matrix.scheme.responsible),
                "Check that they know who does what, or let one of them take the lead.",
            )


@rule("RACI105", Severity.WARNING, Origin.TRACK_PLUS, covers=("RACI104",))
def too_many_responsible(tally: Tally) -> Iterator[Problem]:
    """An activity has so many roles doing the work that it is more than one activity.

    ## Why
    Where many hands do different things under one name, nobody sees who is late with which part.

    ## Example
        Activity | Project Manager | Trainer | Developer | Analyst | Support
        Go-live  | A               | R       | R         | R       | R

    ## Instead
        Activity        | Project Manager | Trainer | Developer | Analyst | Support
        Train the users | A               | R       |           |         | C
        Move the data   | A               |         | R         | R       |

    ## Limits
    Silent up to `most-responsible` (3) roles. Takes the place of RACI104 on its row, except in the profile strict.
    """
    for row in tally.rows:
        if len(row.responsible) > tally.thresholds.most_responsible:
            yield on_activity(
                row.activity,
                _several(tally, row, row.responsible, tally.matrix.scheme.responsible),
                "Split the activity so that each part has its own people.",
            )


@rule("RACI110", Severity.INFO, Origin.VALIDATOR, Origin.SMITH_ERWIN)
def accountable_does_the_work(tally: Tally) -> Iterator[Problem]:
    """The role that answers for the result does the work itself.

    ## Why
    For small activities that is fine. Where a second pair of eyes is wanted, nobody checks the work. On activities
    that are marked as needing four eyes this is a warning.

    ## Example
        Activity                   | Finance | Account Manager
        Grant discount (four eyes) | I       | R/A

    ## Instead
        Activity                   | Finance | Account Manager
        Grant discount (four eyes) | A       | R
    """
    scheme = tally.matrix.scheme
    for row in tally.rows:
        for index in row.accountable:
            if index in row.responsible:
                role = tally.matrix.roles[index].label
                four_eyes = row.activity.four_eyes
                needs = ", which needs four eyes" if four_eyes else ""
                yield on_activity(
                    row.activity,
                    f"{role} is both {tally.part(scheme.responsible)} and {tally.part(scheme.accountable)}"
                    f" for {quoted(row.activity.name)}{needs}.",
                    "Let another role answer for the result, so that two look at it."
                    if four_eyes
                    else "Fine for small activities; let another role answer for it where the work must be checked.",
                    cell=_cell(row.activity, index),
                    role=role,
                    severity=Severity.WARNING if four_eyes else None,
                )


@rule("RACI111", Severity.WARNING, Origin.LINT)
def software_accountable(tally: Tally) -> Iterator[Problem]:
    """Software is made to answer for a result.

    ## Why
    A tool can do the work (R), but it cannot answer for the outcome. Somebody has to notice when it fails.

    ## Example
        Activity        | CSM | CRM workflow (automated)
        Welcome e-mails | C   | R/A

    ## Instead
        Activity        | CSM | CRM workflow (automated)
        Welcome e-mails | A   | R
    """
    roles = tally.matrix.roles
    for row in tally.rows:
        for index in row.accountable:
            if roles[index].automated:
                yield on_activity(
                    row.activity,
                    f"{roles[index].label} is software and cannot be {tally.part(tally.matrix.scheme.accountable)}"
                    f" for {quoted(row.activity.name)}.",
                    "Give it to the role that looks after the software.",
                    cell=_cell(row.activity, index),
                    role=roles[index].label,
                )


def _cell(activity: Activity, role: int) -> Assignment:
    """Where a role that has a part in an activity has it."""
    return next(activity.at(cell) for cell in activity.assignments if cell.role == role)


def _ask(tally: Tally, holders: list[int], letter: str, question: str) -> str:
    """Whom to ask, when the row names somebody; else the empty string."""
    if not holders:
        return ""
    be = "is" if len(holders) == 1 else "are"
    return f"{listed(tally.matrix.role_labels(holders))} {be} {tally.part(letter)}: ask them {question}."


def _several(tally: Tally, row: Row, holders: list[int], letter: str) -> str:
    names = listed(tally.matrix.role_labels(holders))
    return f"{len(holders)} roles are {tally.part(letter)} for {quoted(row.activity.name)}: {names}."
