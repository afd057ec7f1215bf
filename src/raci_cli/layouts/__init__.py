"""Grid -> Matrix: the one place that recognises responsibility matrices in what people really write.

`recognise` is imported from its module, where there is a sheet to look at: a command that reads none
starts without it.
"""

from raci_cli.layouts.overrides import LAYOUTS, Overrides

__all__ = ["LAYOUTS", "Overrides"]
