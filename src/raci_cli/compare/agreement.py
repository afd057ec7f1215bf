"""Krippendorff's alphas: how far several people's answers agree beyond what chance gives.

A unit is what is asked about (an activity, a cell), a value is one answer to it: a set. A unit with fewer than two
values does not count. Sets differ by the Dice distance 1 - 2|S∩T| / (|S|+|T|); two empty sets do not differ.

Sources: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011); K. Krippendorff & R. Craggs, The
Reliability of Multi-Valued Coding of Data, Communication Methods and Measures 10(4), 2016, 181-198.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from itertools import combinations

from raci_cli.model.comparison import Alpha

Value = Collection[Hashable]
"""One answer; its members are distinct."""
Units = Mapping[tuple[Value, ...], int]
"""Each distinct tuple of values, and how many units have it: most activities and cells look alike.

Equal sets must be equal as values too: frozensets, or tuples and texts in one order.
"""
NO_UNIT = "nothing was answered twice"
ONE_VALUE = "there is one answer only"

_RESAMPLES = 1000
_MANY = 500
"""Units from which on nothing is drawn."""
_SEED = 2011
_ROUNDING = 1e-12
"""A distance below is none."""


def dice(one: Value, other: Value) -> float:
    """The distance of two sets, from 0 (equal) to 1 (nothing in common)."""
    size = len(one) + len(other)
    return 1 - 2 * len(set(one).intersection(other)) / size if size else 0.0


def raw_agreement(values: Sequence[Value]) -> float:
    """1 - the mean Dice distance of two of the values, of which there are at least two."""
    if values.count(values[0]) == len(values):
        return 1.0
    pairs = math.comb(len(values), 2)
    return 1 - math.fsum(dice(one, other) for one, other in combinations(values, 2)) / pairs


def counted(units: Iterable[Iterable[Iterable[Hashable]]]) -> Units:
    """Units as the alphas take them."""
    return Counter(tuple(map(frozenset, unit)) for unit in units)


def set_alpha(units: Units, *, interval: bool = False) -> Alpha:
    """Alpha with the Dice distance, with an interval if asked for."""
    return _alpha(units, _expected_by_dice, interval=interval)


def nominal_alpha(units: Iterable[Iterable[Hashable]]) -> Alpha:
    """Alpha where every value is one label and labels are equal or not."""
    return set_alpha(counted([(value,) for value in unit] for unit in units))


def multi_valued_alpha(units: Units) -> Alpha:
    """Alpha after Krippendorff & Craggs: chance is a person who gives labels one by one, not whole sets.

    Equals `nominal_alpha` where every value has one label.
    """
    return _alpha(units, _expected_by_labels)


def _alpha(units: Units, expected: Callable[[Mapping[Value, int]], float], *, interval: bool = False) -> Alpha:
    """1 - observed / expected disagreement."""
    units = {unit: count for unit, count in units.items() if len(unit) > 1}
    values: Counter[Value] = Counter()
    for unit, count in units.items():
        for value in unit:
            values[value] += count
    if not units:
        return Alpha(None, 0, NO_UNIT)
    pairable = sum(units.values())
    by_chance = expected(values)
    if not by_chance:
        return Alpha(None, pairable, ONE_VALUE)
    disagreements = {unit: _disagreement(unit) for unit in units}
    observed = math.fsum(disagreements[unit] * count for unit, count in units.items()) / values.total()
    bounds = _interval(units, disagreements, by_chance) if interval and pairable > 1 else None
    return Alpha(1 - observed / by_chance, pairable, interval=bounds)


def _disagreement(unit: Sequence[Value]) -> float:
    """The sum of distances over ordered pairs, each weighed with 1 / (values - 1)."""
    if unit.count(unit[0]) == len(unit):
        return 0.0
    return 2 * math.fsum(dice(one, other) for one, other in combinations(unit, 2)) / (len(unit) - 1)


def _expected_by_dice(values: Mapping[Value, int]) -> float:
    """The mean distance of two different answers, whatever they are about.

    |S∩T| summed over all pairs is a sum over members, so that no two sets need to be compared: `held[size][member]`
    counts the answers of that size which hold the member.
    """
    total = sum(values.values())
    if total < 2:
        return 0.0
    held: dict[int, Counter[Hashable]] = {}
    for value, count in values.items():
        members = held.setdefault(len(value), Counter())
        for member in value:
            members[member] += count
    empty = sum(count for value, count in values.items() if not value)
    alike = [float(empty * empty)]
    for size, members in held.items():
        for other_size, others in held.items():
            common = sum(count * others[member] for member, count in members.items() if member in others)
            alike.append(2 * common / (size + other_size) if common else 0.0)
    distance = 1 - (math.fsum(alike) - total) / (total * (total - 1))
    return distance if distance > _ROUNDING else 0.0


def _expected_by_labels(values: Mapping[Value, int]) -> float:
    """Over all pairs of label sets of the sizes that occur, weighed by how often chance makes such a pair."""
    total = sum(values.values())
    labels: Counter[Hashable] = Counter()
    sizes: Counter[int] = Counter()
    for value, count in values.items():
        sizes[len(value)] += count
        for label in value:
            labels[label] += count
    weights = _weights(labels.values(), max(sizes))
    return math.fsum(
        sizes[one] * sizes[other] / total**2 * _expected_of_sizes(weights, one, other)
        for one in sizes
        for other in sizes
    )


def _weights(counts: Iterable[int], largest: int) -> Counter[tuple[int, int, int]]:
    """How often chance draws two label sets of given sizes with so many labels in common.

    The published sum goes over all pairs of sets; as the weight of a pair is a product over labels, adding one label
    after the other to neither, either or both gives the same sum without listing the pairs.
    """
    weights: Counter[tuple[int, int, int]] = Counter({(0, 0, 0): 1})
    for count in counts:
        wider: Counter[tuple[int, int, int]] = Counter()
        for (one, other, common), weight in weights.items():
            wider[one, other, common] += weight
            wider[one + 1, other, common] += weight * count
            wider[one, other + 1, common] += weight * count
            wider[one + 1, other + 1, common + 1] += weight * count * (count - 1)
        weights = Counter({key: weight for key, weight in wider.items() if max(key) <= largest})
    return weights


def _expected_of_sizes(weights: Mapping[tuple[int, int, int], int], one: int, other: int) -> float:
    """The mean Dice distance between sets of two sizes."""
    pairs = [(common, weights[one, other, common]) for common in range(min(one, other) + 1)]
    total = (one + other) * sum(weight for _, weight in pairs)
    return sum((one + other - 2 * common) * weight for common, weight in pairs) / total if total else 0.0


def _interval(units: Units, disagreements: Mapping[tuple[Value, ...], float], by_chance: float) -> tuple[float, float]:
    """The middle 95 % of alphas over samples of as many units, drawn with replacement.

    The disagreement expected by chance is held, as in Krippendorff's own bootstrap. Of many units the middle is known
    without drawing: such alphas are normally distributed.
    """
    drawn = sorted((disagreements[unit], len(unit)) for unit, count in units.items() for _ in range(count))
    if len(drawn) > _MANY:
        return _normal_interval(drawn, by_chance)
    import random  # noqa: PLC0415 - only for this

    hat = random.Random(_SEED)  # noqa: S311 - a sample, not a secret
    alphas = []
    for _ in range(_RESAMPLES):
        sample = hat.choices(drawn, k=len(drawn))
        alphas.append(1 - sum(each for each, _ in sample) / sum(size for _, size in sample) / by_chance)
    alphas.sort()
    return alphas[int(0.025 * _RESAMPLES)], alphas[math.ceil(0.975 * _RESAMPLES) - 1]


def _normal_interval(drawn: Sequence[tuple[float, int]], by_chance: float) -> tuple[float, float]:
    """What the bootstrap tends to: 1.96 standard errors of a ratio of sums to both sides."""
    values = sum(size for _, size in drawn)
    observed = math.fsum(each for each, _ in drawn) / values
    error = math.sqrt(math.fsum((each - observed * size) ** 2 for each, size in drawn)) / values
    return 1 - (observed + 1.96 * error) / by_chance, 1 - (observed - 1.96 * error) / by_chance
