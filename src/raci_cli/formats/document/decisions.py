"""Decisions in YAML: to be filled in by hand, kept in git and replayed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.document.outline import Block, Items, line_of
from raci_cli.formats.document.yaml_ import outlined
from raci_cli.formats.document.yaml_text import yaml_text
from raci_cli.formats.encoding import decode
from raci_cli.model import Location
from raci_cli.model.decision import Decision, NamedLetters, RecordedVote
from raci_cli.suggest import did_you_mean, quoted

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from raci_cli.formats.document.decisions_schema import DecisionForm

_HEAD = """\
# Decisions about who does what.
# Where `letters` is empty, the leaders still have to decide: write the whole row there (the letters of an option can
# be copied as they are), who decided, when and why. Leave the fingerprint as it is: it tells raci whether the copies
# have changed since. Then merge again, with --decisions and the name of this file.
"""
_WANTED = {"string_type": "text", "list_type": "a list", "dict_type": "roles with their letters, {Trainer: R/A}"}


class Answer(NamedTuple):
    """One answer that leaders give, for whoever decides."""

    letters: NamedLetters
    held_by: str
    breaks: str = ""


class Entry(NamedTuple):
    """A decision, and what those who have to take it should know."""

    decision: Decision
    question: str = ""
    options: tuple[Answer, ...] = ()


def write(entries: Iterable[Entry], title: str) -> str:
    """A file with decisions, taken and not."""
    document = {"schema_version": 1, "matrix": title, "decisions": [_entry(entry) for entry in entries]}
    return _HEAD + yaml_text(document)


def _entry(entry: Entry) -> dict[str, object]:
    decision = entry.decision
    options = [
        {"letters": _letters(option.letters), "held by": option.held_by, **_filled(breaks=option.breaks)}
        for option in entry.options
    ]
    return {
        "activity": decision.activity,
        **_filled(phase=decision.phase, section=decision.section, question=entry.question, options=options),
        "letters": _letters(decision.letters),
        "decided by": decision.decided_by,
        "when": decision.when,
        "why": decision.why,
        **_filled(
            votes=[{"leader": vote.leader, "letters": _letters(vote.letters)} for vote in decision.votes],
            fingerprint=decision.fingerprint,
        ),
    }


def _filled(**fields: object) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value}


def _letters(letters: NamedLetters) -> dict[str, str]:
    return dict(letters)


def read(data: bytes, path: str) -> tuple[Decision, ...]:
    """The decisions in a file, also those not taken yet: they have no letters.

    Raises:
        UnreadableFileError: the file is not of this form; the message names the line.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - 40 ms, for such files only

    from raci_cli.formats.document.decisions_schema import DecisionsForm  # noqa: PLC0415 - as above

    root = _root(data, path)
    try:
        form = DecisionsForm.model_validate(root)
    except ValidationError as error:
        line, sentence = min((line_of(root, each["loc"]), _sentence(each)) for each in error.errors())
        raise UnreadableFileError(f"{path}:{line}: {sentence}") from error
    return tuple(
        _decision(each, Location(path, row=line_of(root, ("decisions", index))), form.matrix)
        for index, each in enumerate(form.decisions)
    )


def _root(data: bytes, path: str) -> Block:
    documents, faults = outlined(decode(data, path), path)
    root = documents[0] if documents else None
    if not isinstance(root, Block) or "decisions" not in root:
        raise UnreadableFileError(
            f"{path}: this is no file with decisions: that has `decisions` at its top level. "
            "`raci merge ... --write-decisions decisions.yaml` writes one to fill in."
        )
    if len(documents) > 1:
        raise UnreadableFileError(
            f"{path}: this holds {len(documents)} YAML documents: put all decisions into one list."
        )
    for fault in faults:
        raise UnreadableFileError(f"{path}:{fault.line}: {fault.message}.")
    return root


def _decision(form: DecisionForm, location: Location, matrix: str) -> Decision:
    return Decision(
        activity=form.activity,
        phase=form.phase,
        section=form.section,
        letters=_named(form.letters),
        decided_by=form.decided_by,
        when=form.when,
        why=form.why,
        votes=tuple(RecordedVote(vote.leader, _named(vote.letters)) for vote in form.votes),
        fingerprint=form.fingerprint,
        location=location,
        matrix=matrix,
    )


def _named(letters: Mapping[str, str]) -> NamedLetters:
    return tuple((role, text) for role, text in letters.items() if text.strip())


def _sentence(error: ErrorDetails) -> str:
    key = next((str(part) for part in reversed(error["loc"]) if isinstance(part, str)), "this")
    if error["type"] == "extra_forbidden":
        known = _keys(error["loc"])
        return f"{quoted(key)} is no field here.{did_you_mean(key, known)} Known are {', '.join(known)}."
    if error["type"] == "missing":
        return f"{quoted(key)} is missing here."
    if key == "schema_version":
        return "this version of raci reads schema_version 1 only; a newer raci may read this file."
    found = error["input"]
    shown = "" if found is None or isinstance(found, Block | Items) else f", not {quoted(str(found))}"
    return f"{quoted(key)} must be {_WANTED.get(error['type'], 'keys with values')}{shown}."


def _keys(place: tuple[int | str, ...]) -> list[str]:
    """The keys that are known where a place ends."""
    from raci_cli.formats.document import decisions_schema as forms  # noqa: PLC0415 - brings in pydantic

    known: dict[int | str, type[BaseModel]] = {
        "options": forms.OptionForm,
        "votes": forms.VoteForm,
        "decisions": forms.DecisionForm,
    }
    form = next((known[part] for part in reversed(place[:-1]) if part in known), forms.DecisionsForm)
    return [field.alias or name for name, field in form.model_fields.items()]
