from __future__ import annotations

import random
from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import combinations
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needs import missing
from raci_cli.compare.agreement import (
    NO_UNIT,
    ONE_VALUE,
    counted,
    dice,
    multi_valued_alpha,
    nominal_alpha,
    raw_agreement,
    set_alpha,
)
from raci_cli.model.comparison import Alpha, Band

TABLE_3 = [["bd", "d"], ["abd", "b", "bd"], ["", "a", "a"], ["a"]]
"""Krippendorff & Craggs 2016, table 3; letters are labels."""

sets = st.frozensets(st.sampled_from("abcd"), max_size=3)
data = st.lists(st.lists(sets, max_size=5), max_size=12)


def _units(*coders: str) -> list[list[str]]:
    return [[value for value in unit if value != "*"] for unit in zip(*coders, strict=True)]


@pytest.mark.parametrize(
    ("coders", "alpha"),
    [
        (("123321412***", "1233224125*3", "*3332342251*", "12332441251*"), 0.743421),
        (("0100000010", "1110010000"), 0.095238),
        (("aabbdcccedda", "babbbccceddd"), 0.691964),
    ],
    ids=["four observers", "binary", "nominal"],
)
def test_nominal_alpha_as_published(coders: tuple[str, ...], alpha: float) -> None:
    assert nominal_alpha(_units(*coders)).value == pytest.approx(alpha, abs=5e-7)


def test_multi_valued_alpha_as_published() -> None:
    alpha = multi_valued_alpha(Counter(map(tuple, TABLE_3)))
    assert alpha.value == pytest.approx(0.2865907, abs=5e-8)
    assert alpha.units == 3


def test_set_alpha_of_the_same_data() -> None:
    assert set_alpha(counted(TABLE_3)).value == pytest.approx(0.343750, abs=5e-7)


@given(data)
def test_set_alpha_is_what_its_definition_says(units: list[list[frozenset[str]]]) -> None:
    pairable = [unit for unit in units if len(unit) > 1]
    values = [value for unit in pairable for value in unit]
    observed = sum(dice(v, w) / (len(unit) - 1) for unit in pairable for v in unit for w in unit)
    expected = sum(dice(v, w) for v in values for w in values)
    alpha = set_alpha(counted(units)).value
    if not expected:
        assert alpha is None
    else:
        assert alpha == pytest.approx(1 - (observed / len(values)) / (expected / len(values) / (len(values) - 1)))


def test_set_and_nominal_alpha_are_those_of_nltk() -> None:
    chance = random.Random(7)
    for labels in ("ab", "abcd"):
        units = [["".join(sorted(chance.sample(labels, chance.randint(0, 2)))) for _ in range(4)] for _ in range(40)]
        assert set_alpha(counted(units)).value == pytest.approx(_nltk(units))
        nominal = [[chance.choice(labels) for _ in range(chance.randint(2, 5))] for _ in range(40)]
        assert nominal_alpha(nominal).value == pytest.approx(_nltk(nominal))


def _nltk(units: Sequence[Sequence[str]]) -> float:
    try:
        from nltk.metrics.agreement import AnnotationTask  # noqa: PLC0415 - not everybody has it
    except ModuleNotFoundError:
        missing("nltk is not installed (requirements-dev.txt)")
    answers = [
        (coder, unit, frozenset(value)) for unit, values in enumerate(units) for coder, value in enumerate(values)
    ]
    return float(AnnotationTask(answers, distance=dice).alpha())


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=10))
def test_multi_valued_alpha_of_single_labels_is_nominal(units: list[list[str]]) -> None:
    multi, nominal = multi_valued_alpha(Counter(map(tuple, units))), nominal_alpha(units)
    assert (multi.value is None) == (nominal.value is None)
    assert multi.value == pytest.approx(nominal.value)


@given(data)
def test_multi_valued_alpha_is_what_its_definition_says(units: list[list[frozenset[str]]]) -> None:
    """Expected disagreement as published: a sum over all pairs of label sets."""
    values = [value for unit in units if len(unit) > 1 for value in unit]
    held = Counter(label for value in values for label in value)
    expected = 0.0
    for one, many in Counter(map(len, values)).items():
        for other, others in Counter(map(len, values)).items():
            pairs = [(c, k) for c in combinations(held, one) for k in combinations(held, other)]
            weights = [
                prod(held[label] for label in c) * prod(held[label] - (label in c) for label in k) for c, k in pairs
            ]
            if sum(weights):
                distance = sum(w * dice(*pair) for w, pair in zip(weights, pairs, strict=True)) / sum(weights)
                expected += many * others / len(values) ** 2 * distance
    observed = sum(dice(v, w) / (len(unit) - 1) for unit in units if len(unit) > 1 for v in unit for w in unit)
    alpha = multi_valued_alpha(counted(units)).value
    assert alpha == (pytest.approx(1 - observed / len(values) / expected) if expected else None)


def test_schemes_of_many_letters_take_no_longer() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert multi_valued_alpha({(letters[:13], letters[10:]): 3, (letters[:20], letters[:20]): 2}).value is not None


def test_many_units_have_the_interval_that_drawing_would_give() -> None:
    chance = random.Random(5)
    units = [[chance.choice("aab"), chance.choice("aab")] for _ in range(500)] + [["c", "c"]] * 200
    alpha = set_alpha(counted(units), interval=True)
    kinds = list(Counter(counted(units)).elements())
    drawn = sorted(set_alpha(Counter(chance.choices(kinds, k=700))).value or 0 for _ in range(200))
    assert alpha.interval == pytest.approx((drawn[4], drawn[195]), abs=0.02)


@given(data, st.randoms())
def test_neither_the_order_of_units_nor_of_answers_matters(
    units: list[list[frozenset[str]]], chance: random.Random
) -> None:
    shuffled = [chance.sample(unit, len(unit)) for unit in chance.sample(units, len(units))]
    assert set_alpha(counted(units), interval=True) == set_alpha(counted(shuffled), interval=True)
    assert multi_valued_alpha(Counter(map(tuple, units))).value == pytest.approx(
        multi_valued_alpha(Counter(map(tuple, shuffled))).value
    )


@pytest.mark.parametrize(
    ("units", "reason"),
    [([], NO_UNIT), ([["a"], []], NO_UNIT), ([["a", "a"], ["a", "a"]], ONE_VALUE), ([["", ""]], ONE_VALUE)],
)
def test_where_alpha_is_not_defined_it_is_said_why(units: list[list[str]], reason: str) -> None:
    assert set_alpha(counted(units), interval=True)[::2] == (None, reason)
    assert multi_valued_alpha(Counter(map(tuple, units)))[::2] == (None, reason)


def test_the_interval_is_the_same_every_time_and_holds_the_value() -> None:
    chance = random.Random(3)
    units: list[Sequence[Hashable]] = [[chance.choice("aab"), chance.choice("aab")] for _ in range(60)]
    units += [["c", "c"]] * 30
    alpha = set_alpha(counted([(v,) for v in unit] for unit in units), interval=True)
    assert alpha == set_alpha(counted([(v,) for v in unit] for unit in units), interval=True)
    assert alpha.value is not None
    assert alpha.interval is not None
    low, high = alpha.interval
    assert -1 < low < alpha.value < high < 1
    assert 0.1 < high - low < 0.5


@pytest.mark.parametrize(
    ("value", "band"),
    [(0.8, Band.AGREED), (0.799, Band.TENTATIVE), (0.667, Band.TENTATIVE), (0.66, Band.WORKSHOP), (None, None)],
)
def test_bands(value: float | None, band: Band | None) -> None:
    assert Alpha(value, 9).band == band


@pytest.mark.parametrize(
    ("values", "agreement"),
    [(["ab", "ab"], 1), (["a", "b"], 0), (["ab", "a"], 2 / 3), (["", ""], 1), (["", "a"], 0), (["a", "a", "b"], 1 / 3)],
)
def test_raw_agreement(values: list[str], agreement: float) -> None:
    assert raw_agreement(values) == pytest.approx(agreement)
