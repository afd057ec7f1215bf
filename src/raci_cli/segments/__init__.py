"""Segment templates: where they are, how layers make one, and what is filled in when a copy is made of one."""

from raci_cli.segments.compose import adjusted, composed
from raci_cli.segments.copies import blank, file_names, plain, wishes
from raci_cli.segments.find import located, names_in
from raci_cli.segments.template import Setting, Template, of_matrix

__all__ = [
    "Setting",
    "Template",
    "adjusted",
    "blank",
    "composed",
    "file_names",
    "located",
    "names_in",
    "of_matrix",
    "plain",
    "wishes",
]
