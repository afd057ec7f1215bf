"""What merging copies led to, as text for people."""

from raci_cli.reports.merge.text import render as render_merge
from raci_cli.reports.merge.told import Told

__all__ = ["Told", "render_merge"]
