"""The text of a cell whose scheme is known -> its letters: what we wrote exactly, what people typed as anywhere."""

from __future__ import annotations

from raci_cli.layouts.build import Readings
from raci_cli.layouts.letters import Alphabet
from raci_cli.layouts.vocabulary import NOTHING_MARKS
from raci_cli.model import NOTHING, RemarkKind, Scheme


class Typed(dict[str, tuple[str, RemarkKind | None]]):
    """Cell text -> its letters in the scheme's order (empty for none) and what is odd about it; once per text."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self._scheme = scheme
        nothing = NOTHING_MARKS if "N" in scheme.alphabet else NOTHING_MARKS | {"n"}
        self._readings = Readings(scheme, Alphabet(scheme.alphabet, (), nothing))

    def __missing__(self, text: str) -> tuple[str, RemarkKind | None]:
        self[text] = result = self._read(text)
        return result

    def _read(self, text: str) -> tuple[str, RemarkKind | None]:
        letters = text.replace("/", "")
        if text == NOTHING:
            return NOTHING, None
        if letters and len(set(letters)) == len(letters) and set(letters) <= set(self._scheme.alphabet):
            return self._scheme.ordered(letters), None
        return self._readings[text]
