"""The last gate: what upper floors ask of each text in the transaction that sends it.

    gate("custody", why_not_custody)

`check(text, at)` answers Reasons, or nothing where the text may go. It is asked last of all, once the row is locked
and before it says “sending”, so what it reads is as fresh as can be; to keep it so until the commit, lock what you read
(`select_for_update`). No setting, role or release goes round a gate. A gate that is missing or raises stops the text.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from messaging.models import Text

# Without these nothing is sent at all, whoever asks: this floor cannot tell who is in custody, so somebody must.
NEEDED = frozenset({"custody"})


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a text may not go. `words` is a sentence for staff, without a name or a number in it.

    With `hold` somebody may decide to let it try again; without, it is refused and something else is made of it.
    """

    code: str
    words: str
    hold: bool = False


Check = Callable[[Text, datetime], Iterable[Reason]]
_gates: dict[str, Check] = {}


class Shut(Exception):
    """A gate is missing or does not work, so nothing may pass."""

    def __init__(self, code: str, words: str) -> None:
        self.code, self.words = code, words
        super().__init__(code)


def gate(name: str, check: Check) -> None:
    """Declare a gate. Two of one name are a mistake; the very same one again (a reload) is not."""
    if _gates.get(name, check) != check:
        raise ValueError(f"two gates are called {name}")
    _gates[name] = check


def why_not(text: Text, at: datetime) -> list[Reason]:
    """Every reason of every gate. Raises Shut when one is missing or raises."""
    for name in sorted(NEEDED - set(_gates)):
        raise Shut("gate-missing", f"Nothing is sent while the check “{name}” is missing.")
    reasons: list[Reason] = []
    for name, check in _gates.items():
        try:
            reasons.extend(check(text, at))
        except Exception as fault:  # whatever went wrong up there, the answer is no
            raise Shut("gate-broken", f"The check “{name}” does not work, so nothing may pass it.") from fault
    return reasons
