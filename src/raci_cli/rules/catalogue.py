"""All rules there are, and how they are found by code, name or family."""

from __future__ import annotations

from raci_cli.errors import UsageError
from raci_cli.rules import activity, involvement, journey, naming, reading, role
from raci_cli.rules.rule import Rule
from raci_cli.rules.settings import Settings
from raci_cli.suggest import did_you_mean, quoted

RULES: tuple[Rule, ...] = (
    reading.unknown_letter,
    reading.lookalike_letter,
    reading.untidy_letters,
    naming.duplicate_activity,
    naming.duplicate_role,
    naming.near_duplicate,
    naming.placeholder_left,
    reading.empty_phase,
    reading.conflicting_letters,
    naming.generic_role,
    reading.hidden_matrix,
    reading.nameless,
    reading.letters_outside,
    activity.not_filled_in,
    activity.no_accountable,
    activity.several_accountable,
    activity.no_responsible,
    activity.several_responsible,
    activity.too_many_responsible,
    involvement.too_many_consulted,
    involvement.too_many_informed,
    involvement.everybody_involved,
    involvement.nobody_else_knows,
    activity.accountable_does_the_work,
    activity.software_accountable,
    role.role_unused,
    role.role_owns_too_much,
    role.role_does_too_much,
    role.role_in_everything,
    role.role_only_watches,
    journey.moment_of_truth_without_owner,
    journey.accountability_ping_pong,
    journey.phase_without_owner,
)
"""Every rule, by code."""

FAMILIES: dict[str, str] = {
    "RACI0": "Reading the sheet",
    "RACI1": "One activity",
    "RACI2": "One role",
    "RACI3": "The journey",
}
"""What the rules of a family look at, by the beginning of their codes."""


def find(code: str) -> Rule:
    """The rule with this code or name, in upper or lower case.

    Raises:
        UsageError: There is none; the message suggests the nearest.
    """
    for known in RULES:
        if code.strip().lower() in (known.code.lower(), known.name):
            return known
    raise _unknown(code)


def matching(code: str) -> tuple[Rule, ...]:
    """The rules that a code (`RACI101`), a name or the beginning of a code (`RACI1`) stands for.

    Raises:
        UsageError: There are none; the message suggests the nearest.
    """
    beginning = code.strip().upper()
    family = tuple(known for known in RULES if known.code.startswith(beginning)) if beginning.startswith("RACI") else ()
    return family or (find(code),)


def selected(settings: Settings) -> tuple[Rule, ...]:
    """The rules to run: those selected (all, if none are), without those ignored.

    Raises:
        UsageError: A code stands for no rule.
    """
    chosen = {known.code for code in settings.select for known in matching(code)} or {known.code for known in RULES}
    chosen -= {known.code for code in settings.ignore for known in matching(code)}
    return tuple(known for known in RULES if known.code in chosen)


def _unknown(code: str) -> UsageError:
    names = [text for known in RULES for text in (known.code, known.name)]
    return UsageError(
        f"There is no rule {quoted(code)}.{did_you_mean(code.strip(), names)} `raci rules` lists them all."
    )
