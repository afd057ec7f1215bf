"""RACI001 to RACI003, RACI008, RACI009 and RACI011 to RACI013: what reading the sheet brought to light."""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.model import Placed, Problem, Remark, RemarkKind, Severity
from raci_cli.rules.rule import Origin, on_activity, on_role, rule
from raci_cli.rules.tally import Tally
from raci_cli.rules.wording import choice, listed, quoted, slashed


@rule("RACI001", Severity.ERROR, Origin.LINT)
def unknown_letter(tally: Tally) -> Iterator[Problem]:
    """A cell of the matrix holds something that is no letter of its scheme.

    ## Why
    A cross, a check mark or a strange letter says that the role takes part, but not how. Whatever was meant, nobody
    can rely on it.

    ## Example
        Activity | Project Manager | Trainer
        Training | R/A             | x

    ## Instead
        Activity | Project Manager | Trainer
        Training | R/A             | C
    """
    alphabet = tally.matrix.scheme.alphabet
    for remark in _remarks(tally, RemarkKind.UNKNOWN):
        read = f"; only {slashed(remark.letters)} was read" if remark.letters else ""
        yield _on_cell(
            tally,
            remark,
            f"is none of the letters {choice(alphabet)}{read}.",
            f"Write {choice(alphabet)}, or leave the cell empty.",
        )


@rule("RACI002", Severity.WARNING, Origin.LINT)
def lookalike_letter(tally: Tally) -> Iterator[Problem]:
    """A letter comes from another alphabet and only looks like one of the scheme's.

    ## Why
    A Cyrillic or Greek A, or a full-width one, looks right and is another character: filters, counts and formulas in
    the workbook miss it.

    ## Example
        Activity | Project Manager | Trainer
        Training | А               | R

    ## Instead
        Activity | Project Manager | Trainer
        Training | A               | R
    """  # noqa: RUF002 - the A of the example is Cyrillic, that is its point
    for remark in _remarks(tally, RemarkKind.LOOKALIKE):
        yield _on_cell(
            tally,
            remark,
            f"only looks like {slashed(remark.letters)}: it comes from another alphabet.",
            f"It was read as {slashed(remark.letters)}. Type it again on a Latin keyboard.",
        )


@rule("RACI003", Severity.INFO, Origin.LINT)
def untidy_letters(tally: Tally) -> Iterator[Problem]:
    """Letters were understood, but are not written as they should be.

    ## Why
    Lower case, whole words, brackets, remarks and footnote marks leave room for doubt, and most counting formulas do
    not find them. The finding says what was read, so that nothing is taken for granted. A question mark says that
    somebody is not sure: that is a warning.

    ## Example
        Activity | Project Manager | Trainer
        Training | (a)             | r

    ## Instead
        Activity | Project Manager | Trainer
        Training | A               | R
    """
    for remark in _remarks(tally, RemarkKind.UNTIDY):
        written = slashed(remark.letters)
        if "?" in remark.text:
            advice = f"Settle it: write just {written}, or leave the cell empty."
            yield _on_cell(tally, remark, f"was read as {written}, but is in doubt.", advice, Severity.WARNING)
        else:
            advice = f"Write just {written}; a remark belongs in a comment."
            yield _on_cell(tally, remark, f"was read as {written}.", advice)


@rule("RACI008", Severity.WARNING, Origin.PRACTICE)
def empty_phase(tally: Tally) -> Iterator[Problem]:
    """A phase has no activities.

    ## Why
    Either the work of this phase has been forgotten, or the phase is not needed.

    ## Example
        Activity        | Project Manager | Trainer
        # Onboarding
        Kickoff meeting | R/A             | C
        # Renewing

    ## Instead
        Activity        | Project Manager | Trainer
        # Onboarding
        Kickoff meeting | R/A             | C
        # Renewing
        Renewal call    | A               | R
    """
    filled = {activity.phase for activity in tally.matrix.activities}
    for phase in tally.matrix.phases:
        if phase.name not in filled:
            yield Problem(
                phase,
                f"The phase {quoted(phase.name)} has no activities.",
                "Add what has to be done in it, or take the phase out.",
                phase=phase.name,
            )


@rule("RACI009", Severity.WARNING, Origin.VALIDATOR)
def conflicting_letters(tally: Tally) -> Iterator[Problem]:
    """One cell holds letters that contradict each other.

    ## Why
    The letters are three degrees of being involved: doing the work or answering for it (R, A), being asked (C), being
    told (I). Each degree includes the ones after it: who answers for a result is asked about it, and who is asked is
    told. Two degrees in one cell leave open which one holds, so A or R with C, A or R with I, and C with I all
    contradict each other. R and A are of the same degree and go together; other letters of a scheme, such as S, go
    with all.

    ## Example
        Activity | Project Manager | Trainer
        Training | A               | R/I

    ## Instead
        Activity | Project Manager | Trainer
        Training | A               | R
    """
    scheme = tally.matrix.scheme
    degrees = [{scheme.responsible, scheme.accountable}, {scheme.consulted}, {scheme.informed}]
    clashing = {
        letters for letters in tally.used_letters if sum(not degree.isdisjoint(letters) for degree in degrees) > 1
    }
    for row in tally.rows if clashing else ():
        for cell in row.activity.assignments:
            if cell.letters in clashing:
                role = tally.matrix.roles[cell.role].label
                strongest = next(degree for degree in degrees if not degree.isdisjoint(cell.letters))
                yield on_activity(
                    row.activity,
                    f"{role} is {listed([tally.part(letter) for letter in cell.letters])} at once"
                    f" for {quoted(row.activity.name)}.",
                    f"Keep {slashed(scheme.ordered(''.join(strongest.intersection(cell.letters))))}"
                    " if that is what was meant: it includes the rest.",
                    cell=row.activity.at(cell),
                    role=role,
                )


@rule("RACI011", Severity.INFO, Origin.LINT)
def hidden_matrix(tally: Tally) -> Iterator[Problem]:
    """The matrix stands on a hidden sheet.

    ## Why
    What nobody sees, nobody keeps up to date; perhaps it is an old copy.

    ## Example
        sheet: hidden
        Activity | Project Manager | Trainer
        Training | A               | R

    ## Instead
        Activity | Project Manager | Trainer
        Training | A               | R
    """
    if tally.matrix.source.hidden:
        sheet = f" {quoted(tally.matrix.source.sheet)}" if tally.matrix.source.sheet else ""
        yield Problem(
            None,
            f"This matrix stands on the hidden sheet{sheet}.",
            "Show the sheet if the matrix is in use, or delete it if it is an old copy.",
        )


@rule("RACI012", Severity.ERROR, Origin.LINT)
def nameless(tally: Tally) -> Iterator[Problem]:
    """Letters stand in a column or row that has no name.

    ## Why
    Nobody can tell whose letters these are, or what they are about. A role without a name is left out altogether, and
    an A in it does not count.

    ## Example
        Activity | Project Manager |
        Training | A               | R

    ## Instead
        Activity | Project Manager | Trainer
        Training | A               | R
    """
    for unnamed in tally.matrix.source.unnamed:
        yield Problem(unnamed, unnamed.sentence, "Fill the empty cell, or delete the letters.")
    for role in tally.matrix.roles:
        if not role.name.strip():
            yield on_role(role, "The role of this column has no name.", "Write which role it is, or delete the column.")
    for activity in tally.matrix.activities:
        if not activity.name.strip():
            advice = "Write what has to be done, or delete the row."
            yield on_activity(activity, "The activity of this row has no name.", advice)


@rule("RACI013", Severity.WARNING, Origin.LINT)
def letters_outside(tally: Tally) -> Iterator[Problem]:
    """Rows of letters on the sheet of the matrix belong to no matrix.

    ## Why
    Either they are another table, and then all is well. Or they are activities that were not understood, for want of
    headings that fit, and nothing in them counts.

    ## Example
        outside: rows 5 to 7
        Activity | Project Manager | Trainer
        Training | A               | R

    ## Instead
        Activity | Project Manager | Trainer
        Training | A               | R
    """
    for rows in tally.matrix.source.outside:
        yield Problem(rows, rows.sentence, "If they belong to it, put them below its headings.")


def _remarks(tally: Tally, kind: RemarkKind) -> Iterator[Remark]:
    return (remark for remark in tally.matrix.source.remarks if remark.kind is kind)


def _on_cell(tally: Tally, remark: Remark, says: str, advice: str, severity: Severity | None = None) -> Problem:
    activity = tally.matrix.activities[remark.activity]
    role = tally.matrix.roles[remark.role].label
    cell: Placed = remark
    message = f"{quoted(remark.text)} for {role} at {quoted(activity.name)} {says}"
    return on_activity(activity, message, advice, cell=cell, role=role, severity=severity)
