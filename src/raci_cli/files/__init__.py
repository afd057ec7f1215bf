"""Files at the edge: which are meant, what is in them, checking many of them, and writing one safely."""

from raci_cli.files.check import Task, check_all
from raci_cli.files.find import STDIN, Target, find
from raci_cli.files.plan import Wishes, inputs_of, overrides_for, plan
from raci_cli.files.read import load, only
from raci_cli.files.save import content, refuse_inputs, refuse_to_replace, save_bytes, save_matrix, save_text

__all__ = [
    "STDIN",
    "Target",
    "Task",
    "Wishes",
    "check_all",
    "content",
    "find",
    "inputs_of",
    "load",
    "only",
    "overrides_for",
    "plan",
    "refuse_inputs",
    "refuse_to_replace",
    "save_bytes",
    "save_matrix",
    "save_text",
]
