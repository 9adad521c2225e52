"""Where a message goes. This floor knows addresses, not people."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """A channel that a gateway speaks, and what that gateway calls the place at its other end."""

    channel: str
    place: str

    def __repr__(self) -> str:
        """Without the place: an address in a log or a traceback gives somebody away."""
        return f"Address({self.channel!r}, …)"


def email(place: str) -> Address:
    return Address("email", place)


def console(place: str = "the screen") -> Address:
    return Address("console", place)
