"""Reading the trail from its first row to its last and saying where it was tampered with."""

from dataclasses import dataclass

from audit.models import GENESIS, Entry, Head

BATCH = 5_000


@dataclass(frozen=True)
class Finding:
    """What the check found. `broken_at` is the id of the first row that does not fit, or None."""

    rows: int
    last_seal: str
    broken_at: int | None = None
    why: str = ""

    @property
    def whole(self) -> bool:
        return not self.why


def check() -> Finding:
    """Changed, moved, added and deleted rows break the chain; rows cut off its end leave it shorter than its head."""
    before, rows = GENESIS, 0
    for entry in Entry.objects.order_by("pk").iterator(chunk_size=BATCH):
        if entry.before != before:
            return Finding(rows, before, entry.pk, "a row before this one was deleted, inserted or moved")
        if entry.make_seal() != entry.seal:
            return Finding(rows, before, entry.pk, "this row was changed")
        before, rows = entry.seal, rows + 1
    head = Head.objects.get(pk=1)
    if (head.length, head.seal) != (rows, before):
        return Finding(rows, before, None, f"the trail should hold {head.length} rows: its end was cut off")
    return Finding(rows, before)
