"""What guides are about, in the order in which the list of guides has them."""

from collections.abc import Callable
from typing import Any

TOPICS = [
    ("council", "You and the council"),
    ("custody", "Police, court and prison"),
    ("out", "Getting out"),
    ("life", "Your life and your family"),
    ("records", "What was written about you"),
    ("support", "People beside you"),
    ("work", "For people who work with you"),
]
# Pages for staff may ask for an older reader.
STAFF = "work"


def by_topic(guides: list[tuple[str, Any]], *, say: Callable[[str], str] = str) -> list[tuple[str, list[Any]]]:
    """From (topic, guide): each topic that has guides, by its name as `say` gives it; those without one at the end."""
    groups = [(say(name), [guide for topic, guide in guides if topic == code]) for code, name in TOPICS]
    known = dict(TOPICS)
    groups.append((say("More"), [guide for topic, guide in guides if topic not in known]))
    return [(name, found) for name, found in groups if found]
