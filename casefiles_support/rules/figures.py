"""Figures that tell of holders and never of a person: what is under ten is not shown, nor what would give it away."""

from collections.abc import Mapping

# A number of people from 1 to 9 is never shown. Nought is: it counts nobody.
FEW = 10
TOO_FEW = "fewer than 10"
NOT_SHOWN = "not shown"


def is_few(number: int) -> bool:
    return 0 < number < FEW


def guarded(parts: Mapping[str, int]) -> dict[str, int | None]:
    """The parts of one whole, which is shown beside them; None stands for what is not shown.

    A part under ten is hidden, and with it the smallest others until those that are hidden come to ten together and
    are at least two: else the whole less what is shown would tell it. A whole under ten hides all its parts.
    """
    if is_few(sum(parts.values())):
        return dict.fromkeys(parts)
    hidden = {name for name, number in parts.items() if is_few(number)}
    others = sorted((name for name in parts if parts[name] >= FEW), key=lambda name: (parts[name], name))
    while hidden and others and (len(hidden) < 2 or sum(parts[name] for name in hidden) < FEW):
        hidden.add(others.pop(0))
    return {name: None if name in hidden else number for name, number in parts.items()}


def guarded_share(number: int, whole: int) -> int | None:
    """One count out of a whole that is shown: hidden, too, where so few are left over that they would be told."""
    return guarded({"these": number, "others": whole - number})["these"]


def in_words(number: float | None, hidden: str = NOT_SHOWN) -> str:
    return hidden if number is None else f"{number:,}"
