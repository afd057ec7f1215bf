"""Grid -> Matrix: the one place that recognises responsibility matrices in what people really write."""

from raci_cli.layouts.overrides import LAYOUTS, Overrides
from raci_cli.layouts.recognise import recognise

__all__ = ["LAYOUTS", "Overrides", "recognise"]
