"""What a phone is told that hands in what it kept: the key of what is now safe here, or why it stays on the phone."""

from http import HTTPStatus
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, JsonResponse

from common.refs import is_ref
from mentoring.forms.offline import problems_of

ENDED = (
    "You are not matched with this person now, so you cannot record this yourself. Your words are still on this phone. "
    "Show them to your coordinator, who can record them for you."
)
NOT_FOUND = "We could not find who this session was with. Your words are still on this phone. Talk to your coordinator."
LOST = "This form has lost its place. Copy what you need from it, and write it again."
ANOTHERS = "This was sent by somebody else. Talk to your coordinator."
UNTOLD = (
    "The session is recorded, but your worry about someone’s safety was not sent with it. Tell us about it now: "
    "press “Worried about someone?” at the top of this page."
)


def key_of(request: HttpRequest) -> str:
    """The key that the form was given when it was opened, or nothing."""
    key = request.POST.get("key", "")
    return key if is_ref(key) else ""


def chosen_version(request: HttpRequest) -> int | None:
    """The version that somebody has seen beside their own words, and chose to replace."""
    seen = request.POST.get("replace", "")
    return int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else None


def done(key: str, url: str) -> JsonResponse:
    """It is safe here; the phone lets it go. `url` is where it can be seen."""
    return JsonResponse({"key": key, "url": url})


def mend(key: str, form: BaseForm) -> JsonResponse:
    said = {"key": key, "why": "mend", "problems": problems_of(form)}
    return JsonResponse(said, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def differs(
    key: str, *, rows: list[dict[str, str]], url: str, press: str, sends: dict[str, str], **more: Any
) -> JsonResponse:
    """Both versions: `rows` have label, there and yours. A button says `press`, and sends the form again with `sends`.

    `more`: `heads` for the two columns, and a sentence to `say`, where the usual ones would not be true.
    """
    said = {"key": key, "why": "differs", "rows": rows, "url": url, "press": press, "sends": sends} | more
    return JsonResponse(said, status=HTTPStatus.CONFLICT)


def two_versions(key: str, *, version: int, rows: list[dict[str, str]], url: str) -> JsonResponse:
    return differs(key, rows=rows, url=url, press="Put mine in its place", sends={"replace": str(version)})


def no(key: str, status: HTTPStatus, sentence: str, *, why: str = "refused") -> JsonResponse:
    problems = [{"name": "", "label": "", "sentence": sentence}]
    return JsonResponse({"key": key, "why": why, "problems": problems}, status=status)


def lost(request: HttpRequest) -> JsonResponse:
    return no(request.POST.get("key", ""), HTTPStatus.UNPROCESSABLE_ENTITY, LOST)
