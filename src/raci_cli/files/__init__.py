"""Files at the edge: which are meant, what is in them, checking many of them, and writing one safely."""

from raci_cli.files.check import Task, check_all
from raci_cli.files.find import STDIN, Target, find
from raci_cli.files.plan import Wishes, inputs_of, overrides_for, plan
from raci_cli.files.read import load, load_template, only
from raci_cli.files.save import (
    content,
    refuse_inputs,
    refuse_to_replace,
    refuse_without_folder,
    save_bytes,
    save_matrix,
    save_text,
)
from raci_cli.files.templates import Shelf

__all__ = [
    "STDIN",
    "Shelf",
    "Target",
    "Task",
    "Wishes",
    "check_all",
    "content",
    "find",
    "inputs_of",
    "load",
    "load_template",
    "only",
    "overrides_for",
    "plan",
    "refuse_inputs",
    "refuse_to_replace",
    "refuse_without_folder",
    "save_bytes",
    "save_matrix",
    "save_text",
]
