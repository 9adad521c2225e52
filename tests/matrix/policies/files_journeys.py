"""People’s own ways to their records: who is asked, who keeps them, and who does not know that they exist."""

from tests.matrix.doors import Door

DOORS: list[Door] = []
