"""Which settings count for which file: from paths and what was asked for to tasks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from raci_cli.config import Choices, Config, ConfigFinder, read_baseline, read_config
from raci_cli.files.find import STDIN, find
from raci_cli.files.task import Task
from raci_cli.layouts.overrides import Overrides


class Wishes(NamedTuple):
    """What the command line says about a run; it wins over every raci.yaml."""

    choices: Choices = Choices()
    config: str = ""
    """The settings to use for all files, instead of the nearest raci.yaml."""
    isolated: bool = False
    """Whether to use no raci.yaml at all."""
    baseline: str | None = None
    """The baseline for all files, instead of the configured one; empty for none at all."""
    stdin_name: str = ""


def plan(paths: Iterable[str], wishes: Wishes) -> list[Task]:
    """One task for each file behind the paths, in order.

    Raises:
        ConfigError: a raci.yaml or baseline cannot be used; nothing has been read then.
    """
    config_of = _config_source(wishes)
    baseline_at = lru_cache(read_baseline)
    tasks: list[Task] = []
    for target in find(paths):
        name = wishes.stdin_name if target.path == STDIN else target.path
        config = config_of(name)
        choices = config.choices_for(name, wishes.choices)
        baseline = config.baseline if wishes.baseline is None else wishes.baseline
        known = baseline_at(baseline).known(name) if baseline else None
        sources = tuple(filter(None, (config.path, baseline)))
        tasks.append(Task(target, config.settings(choices), choices.overrides, known, wishes.stdin_name, sources))
    return tasks


def inputs_of(tasks: Iterable[Task], skipped: Collection[str] = ()) -> set[str]:
    """What some tasks use: the files, without those that held no matrix, and the settings and baselines behind them."""
    files = {task.target.path for task in tasks}.difference(skipped)
    return files.union(*(task.sources for task in tasks))


def overrides_for(path: str, wishes: Wishes) -> Overrides:
    """How one file is to be read."""
    name = wishes.stdin_name if path == STDIN else path
    return config_for(name, wishes).choices_for(name, wishes.choices).overrides


def config_for(path: str, wishes: Wishes) -> Config:
    """The settings that count for one file."""
    return _config_source(wishes)(path)


def own_templates(wishes: Wishes) -> str:
    """The folder of templates that the settings here name; empty for none."""
    return _config_source(wishes)("here").templates


def _config_source(wishes: Wishes) -> Callable[[str], Config]:
    if wishes.isolated:
        return lambda _: Config()
    if wishes.config:
        config = read_config(wishes.config)
        return lambda _: config
    return ConfigFinder().nearest
