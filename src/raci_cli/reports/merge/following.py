"""What to type after `raci merge`: commands that say again what this one was told, so that nothing settled is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from raci_cli.model.decision import MergeResult, Policy, Strategy
from raci_cli.reports.merge.told import Told
from raci_cli.reports.summary import argument, free_name, repeated

_USUAL = Policy()


def commands(told: Told) -> list[tuple[str, str]]:
    """Each with what it gives."""
    copies = " ".join([*map(argument, told.copies), *repeated(told.options)])
    decisions = repeated(("--decisions", path) for path in told.decisions)
    merge = " ".join(["raci merge", copies, *_policy(told.result.policy), *decisions])
    if told.result.conflicts:
        workshop = " ".join(["raci workshop", copies, *_open_only(told.result)])
        pack = (f"{workshop} -o {free_name('workshop.xlsx', told.taken)}", "a pack for the meeting")
        return [*([] if told.decisions else [pack]), _decide(told, merge)]  # a pack knows of no earlier decisions
    if told.output:
        return [(f"raci validate {argument(told.output)}", "what else there is to improve")]
    return [(" ".join([merge, *_results(told)]), "writes the merged matrix")]


def _decide(told: Told, merge: str) -> tuple[str, str]:
    """In YAML where that was asked for, else on the sheet Conflicts, where there is one."""
    on_the_sheet = told.output.lower().endswith(".xlsx") and not told.like
    if file := told.to_decide or (told.output if on_the_sheet else ""):
        what = "the file" if told.to_decide else "the sheet Conflicts"
        again = [merge, *repeated([("--decisions", file)]), *_results(told)]
        return " ".join(again), f"once {what} is filled in"
    return f"{merge} --write-decisions {free_name('decisions.yaml', told.taken)}", "to decide by hand"


def _results(told: Told) -> list[str]:
    """The options that say what to write, under a name that nothing has yet."""
    suffix = PurePath(told.like).suffix or ".xlsx"
    output = free_name(("final" if told.output else "agreed") + suffix, told.taken)
    wanted = {"-o": output, "--like": told.like, "--publish": told.publish}
    return repeated((option, path) for option, path in wanted.items() if path)


def _policy(policy: Policy) -> Iterator[str]:
    if policy.threshold != _USUAL.threshold:
        yield f"--threshold {policy.threshold}"
    if policy.strict:
        yield "--strict"
    if policy.strategy is not Strategy.AGREE:
        yield from repeated([("--strategy", ":".join(filter(None, (policy.strategy.value, policy.preferred))))])


def _open_only(result: MergeResult) -> Iterator[str]:
    """What a workshop has to be told to take up what is open here, and nothing else."""
    open_rows = {conflict.row for conflict in result.conflicts}
    disputed = {row for row, each in enumerate(result.comparison.rows) if each.in_dispute}
    if result.policy.strict or disputed - open_rows:
        yield f"--threshold {result.policy.threshold}"
    if result.policy.strict:
        yield "--strict"
