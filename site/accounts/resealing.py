"""The second steps' secrets stand inside JSON: the key ring is told where. Sessions are left out: they last a day."""

from typing import Any

from allauth.mfa.models import Authenticator

from common import resealing
from common.sealed import Sealed

NAMES = ("secret", "seed")


def _read(after: Any, size: int) -> list[resealing.Row]:
    rows = Authenticator.objects.order_by("pk")
    rows = rows.filter(pk__gt=after) if after is not None else rows
    return [_row(kept) for kept in rows[:size]]


def _row(kept: Authenticator) -> resealing.Row:
    written = {name: kept.data[name].partition("~") for name in NAMES if "~" in str(kept.data.get(name, ""))}
    texts = {name: Sealed(token) for name, (_, _, token) in written.items()}
    return resealing.Row(
        kept.pk, texts, {name: f"accounts.second_step:{owner}" for name, (owner, _, _) in written.items()}
    )


def _replace(pk: Any, old: dict[str, Sealed], new: dict[str, Sealed]) -> bool:
    kept = Authenticator.objects.get(pk=pk)
    before, after = dict(kept.data), dict(kept.data)
    for name, text in new.items():
        owner, _, token = before[name].partition("~")
        if token != old[name].token:
            return False
        after[name] = f"{owner}~{text.token}"
    return bool(Authenticator.objects.filter(pk=pk, data=before).update(data=after))


def declare() -> None:
    resealing.also(resealing.Shelf("accounts.second_step", _read, _replace))
