"""The pictures in the documentation: what commands print in a colour terminal, as SVGs that load nothing."""

from __future__ import annotations

import io

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from tools.docs.shown import COLUMNS, output

COMMANDS = {
    "validate": "raci validate examples/chapters.xlsx",
    "merge": "raci merge examples/three-leaders/copies --dry-run",
}
"""By the name of the picture."""

_BLACK, _WHITE = (27, 34, 42), (222, 228, 233)
_COLOURS = [(240, 113, 120), (127, 200, 140), (232, 180, 92), (110, 170, 230), (198, 146, 220), (96, 196, 200)]
_BRIGHT = [(255, 139, 146), (150, 220, 160), (250, 200, 120), (140, 195, 250), (215, 170, 235), (130, 220, 222)]
_THEME = TerminalTheme(_BLACK, _WHITE, [(69, 80, 90), *_COLOURS, _WHITE], [(120, 132, 143), *_BRIGHT, (255, 255, 255)])
_SVG = """\
<svg class="raci" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px;
}}
.{unique_id}-title {{ font-size: 18px; font-family: ui-monospace, Menlo, Consolas, monospace; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def picture(command: str) -> str:
    """The SVG, the same for the same output."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text(f"$ {command}", style="bold"))
    console.print(Text.from_ansi(output(command, colour=True)))
    return console.export_svg(title="", theme=_THEME, code_format=_SVG)
