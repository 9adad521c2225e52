"""What came by the public forms for the programme: people who ask for a mentor, are referred, or would mentor."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from accounts.models import User
from accounts.roles import WHOLE_PROGRAMME, Role
from common.dates import local_day
from mentoring import printing
from mentoring.actions import tasks
from mentoring.models import PaperSheet
from mentoring.permissions.applications import can_decide_applications
from mentoring.permissions.referrals import can_decide_referrals
from messaging.actions import outbox
from messaging.addresses import email
from pages import taking
from pages.models import HandOver
from pages.taking import Heard, Taker

Kind = HandOver.Kind
READ_IT = "messages/people/waiting.txt"


def declare() -> None:
    refer = "mentoring:hand_overs-refer"
    referral, interest = paper(PaperSheet.Kind.REFERRAL), paper(PaperSheet.Kind.INTEREST)
    taking.declare(Taker(Kind.ASK, can_decide_referrals, refer, "Put them forward for a mentor", referral))
    taking.declare(Taker(Kind.REFER, can_decide_referrals, refer, "Put them forward for a mentor", referral))
    taking.declare(
        Taker(
            Kind.MENTOR, can_decide_applications, "mentoring:hand_overs-interest", "They would like to mentor", interest
        )
    )
    taking.on_harm("mentoring.read_today", ask_to_read)


def paper(kind: str) -> Callable[[bool, date], bytes]:
    """The blank sheet of this kind, which is made once a day."""
    return partial(_paper, kind)


def _paper(kind: str, large: bool, day: date) -> bytes:
    return printing.public_pdf(kind, large=large, day=day)


def ask_to_read(heard: Heard) -> None:
    """A task for everybody that same day, and a message to the safeguarding leads, or the managers where there is none.

    A person decides what it means: whoever reads it raises the concern, and is asked for more than we know here.
    """
    today = local_day(heard.at)
    tasks.raise_task(key=heard.key, kind="hand_over_urgent", team=None, due_on=today, by=None, at=heard.at)
    for user in _leads():
        link = settings.PUBLIC_BASE_URL + reverse("pages:inbox-detail", args=[heard.about])
        outbox.promise(
            to=email(user.email), about=None, key=f"mentoring.{heard.key}:{user.ref}", template=READ_IT,
            context={"name": user.get_short_name(), "link": link}, by=None, at=heard.at,
        )  # fmt: skip


def _leads() -> list[User]:
    held = User.objects.filter(is_active=True).exclude(email="").order_by("pk")
    of = Q(grants__ended_at=None)
    leads = list(held.filter(of, grants__role=Role.SAFEGUARDING_LEAD).distinct())
    return leads or list(held.filter(of, grants__role__in=WHOLE_PROGRAMME).distinct())


def referral_initial(hand_over: HandOver) -> dict[str, Any]:
    """What was told, as the form that puts somebody forward asks for it."""
    said, sent = hand_over.said, local_day(hand_over.sent_at)
    if hand_over.kind == Kind.REFER:
        return {
            "source": said.get("who"), "preferred_name": said.get("them"), "place_note": said.get("them_where"),
            "reach": said.get("them_reach"), "asked_for": said.get("words"), "referrer_name": said.get("name"),
            "referrer_contact": how_to_reach(said), "how": said.get("said_yes"), "whom": said.get("name"),
            "agreed_on": date.fromisoformat(said["agreed_on"]) if said.get("agreed_on") else sent,
        }  # fmt: skip
    inside = said.get("reach") == "inside"
    return {
        "source": "self", "preferred_name": said.get("name"), "care": "not_said",
        "where": "inside" if inside else "unknown", "place_note": said.get("prison"),
        "prison_number": said.get("prison_number"), "reach": how_to_reach(said), "asked_for": said.get("words"),
        "how": "own", "agreed_on": sent,
    }  # fmt: skip


def interest_initial(hand_over: HandOver) -> dict[str, Any]:
    said = hand_over.said
    otherwise = "" if said.get("reach") in ("phone", "email") else f"How to reach them: {how_to_reach(said)}"
    wished = f"Where they would like to help: {said['town']}" if said.get("town") else ""
    message = "\n".join(filter(None, [said.get("words", ""), wished, otherwise]))
    return {"name": said.get("name"), "phone": said.get("phone"), "email": said.get("email"), "message": message}


def how_to_reach(said: dict[str, Any]) -> str:
    """The way they chose, in one line."""
    boxes = ("phone", "email", "address", "through", "prison", "prison_number")
    limits = {
        "text": "may be texted", "message": "a message may be left", "shared": "somebody else uses this phone",
    }  # fmt: skip
    told = [str(said[box]) for box in boxes if said.get(box)]
    told += [words for name, words in limits.items() if name in said.get("phone_says", ())]
    way = "By letter, in prison: " if said.get("reach") == "inside" else ""
    return way + ", ".join(" ".join(one.split()) for one in told)
