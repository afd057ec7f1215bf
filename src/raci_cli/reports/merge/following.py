"""What to type after `raci merge`: commands that say again what this one was told, so that nothing settled is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from raci_cli.model.decision import MergeResult, Policy, Strategy
from raci_cli.reports.merge.told import Told
from raci_cli.reports.summary import argument

_USUAL = Policy()


def commands(told: Told) -> list[tuple[str, str]]:
    """Each with what it gives."""
    copies = given(told.copies, told.options)
    merge = " ".join(["raci merge", copies, *_policy(told.result.policy), *_decisions(told)])
    if told.result.conflicts:
        workshop = " ".join(["raci workshop", copies, *_open_only(told.result)])
        return [(f"{workshop} -o {_free('workshop.xlsx', told)}", "a pack for the meeting"), _decide(told, merge)]
    if told.output:
        return [(f"raci validate {argument(told.output)}", "what else there is to improve")]
    return [(f"{merge} -o {_free('agreed.xlsx', told)}", "writes the merged matrix")]


def given(copies: Sequence[str], options: Iterable[tuple[str, str]]) -> str:
    """Copies, and what any command about them has to be told, as they can be typed again."""
    return " ".join([*map(argument, copies), *(_typed(*option) for option in options)])


def _decide(told: Told, merge: str) -> tuple[str, str]:
    """On the sheet Conflicts, where there is one, else in YAML."""
    if told.output.lower().endswith(".xlsx") and not told.like:
        final = _free("final.xlsx", told)
        return f"{merge} {_typed('--decisions', told.output)} -o {final}", "once the sheet Conflicts is filled in"
    return f"{merge} --write-decisions {_free('decisions.yaml', told)}", "to decide by hand"


def _typed(option: str, value: str) -> str:
    return f"{option} {argument(value)}" if value else option


def _policy(policy: Policy) -> Iterator[str]:
    if policy.threshold != _USUAL.threshold:
        yield f"--threshold {policy.threshold}"
    if policy.strict:
        yield "--strict"
    if policy.strategy is not Strategy.AGREE:
        yield _typed("--strategy", ":".join(filter(None, (policy.strategy.value, policy.preferred))))


def _decisions(told: Told) -> Iterator[str]:
    return (_typed("--decisions", path) for path in told.decisions)


def _open_only(result: MergeResult) -> Iterator[str]:
    """What a workshop has to be told to take up what is open here, and nothing else."""
    open_rows = {conflict.row for conflict in result.conflicts}
    disputed = {row for row, each in enumerate(result.comparison.rows) if each.in_dispute}
    if result.policy.strict or disputed - open_rows:
        yield f"--threshold {result.policy.threshold}"
    if result.policy.strict:
        yield "--strict"


def _free(name: str, told: Told) -> str:
    """A file name that nothing here has."""
    taken = {told.output, *told.decisions}
    stem, _, suffix = name.rpartition(".")
    names = (name, *(f"{stem}-{number}.{suffix}" for number in range(2, len(taken) + 3)))
    return next(each for each in names if each not in taken)
