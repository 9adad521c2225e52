"""Who wants to hear that what councils do for care leavers has changed. Floors above declare it; none is known here."""

from collections.abc import Callable

_hearers: dict[str, Callable[[], None]] = {}


def hear(name: str, act: Callable[[], None]) -> None:
    """`act` is called in the transaction of each change."""
    _hearers[name] = act


def tell() -> None:
    for name in sorted(_hearers):
        _hearers[name]()
