"""The shape in which a language gives its words: the pages that carry dates, the cover, the foot and the slips."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """All the words of one language for the pages that are filled in.

    `read_by` is the fluent reader who has checked them; while it is empty every page says that nobody has, by
    `not_read`. `months` and `days` begin with January and with Monday.
    """

    lang: str
    months: tuple[str, ...]
    days: tuple[str, ...]
    short_days: tuple[str, ...]
    date: str
    between: str
    read_by: str
    not_read: str
    cover: Mapping[str, str]
    foot: Mapping[str, str]
    states: Mapping[str, str]
    where: Mapping[str, str]
    dates: Mapping[str, str]
    choose: Mapping[str, str]
    choices: tuple[str, ...]
    slips: Mapping[str, str]
