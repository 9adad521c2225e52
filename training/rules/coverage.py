"""How many of those in post have learned something: figures of people, so small numbers are not shown.

A figure below `SMALL` is hidden; and where one group alone is hidden in a total that is shown, the next smallest is
hidden with it, since it could be worked out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SMALL = 5


@dataclass(frozen=True)
class Group:
    """People of one kind in one place: how many are in post, and how many of them hold a current certificate."""

    name: str
    in_post: int
    current: int


@dataclass(frozen=True)
class Shown:
    """`current` None: hidden, since it would be about too few. `percent` of those in post, rounded down."""

    name: str
    in_post: int
    current: int | None
    percent: int | None


def shown(groups: Sequence[Group]) -> list[Shown]:
    hidden = _hidden({group.name: group.current for group in groups}, {group.name: group.in_post for group in groups})
    return [_shown(group, group.name in hidden) for group in groups]


def _shown(group: Group, hide: bool) -> Shown:
    if hide or not group.in_post:
        return Shown(group.name, group.in_post, None, None)
    # Somebody who left is in neither number; more certificates than posts means that the head count is old.
    return Shown(group.name, group.in_post, group.current, min(group.current, group.in_post) * 100 // group.in_post)


def _hidden(counts: Mapping[str, int], whole: Mapping[str, int]) -> set[str]:
    """How few have *not* learned it says as much about them, and so hides the figure too."""
    small = {name for name, n in counts.items() if whole[name] < SMALL or 0 < n < SMALL or 0 < whole[name] - n < SMALL}
    if len(small) == 1 and len(counts) > 1:
        rest = [name for name in counts if name not in small]
        small.add(min(rest, key=lambda name: (counts[name], name)))
    return small
