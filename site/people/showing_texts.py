"""Texts as staff read them: what we wrote, what became of it and why, what came back, and how the number stands."""

from typing import Any

from django.utils.dateformat import format as in_words

from common.dates import LONDON
from messaging import phrases, reminders
from messaging.models import InboundText, Number, Text
from messaging.rules.replies import Meaning
from people.models import Person
from people.texting import CODE, PERSON

MOST = 50  # of a conversation, each way
FORGOTTEN = "What it said is forgotten: we keep words for a week."
UNREADABLE = "What it said cannot be shown any more."
MEANINGS: dict[str, str] = {
    Meaning.STOP: "Asked for no more texts",
    Meaning.START: "Wants texts again",
    Meaning.HELP: "Asked for help",
    Meaning.YES: "Said yes",
    Meaning.NO: "Said no",
    Meaning.PLEASE_STOP: "Asked us to stop, in their own words",
    Meaning.WRONG_NUMBER: "Says that it is the wrong number",
    Meaning.WHO: "Asks who we are",
    Meaning.OTHER: "Wrote something that a person should read",
}
PAUSED: dict[str, str] = {
    Meaning.PLEASE_STOP: "since somebody asked us to stop, in their own words",
    Meaning.WRONG_NUMBER: "since somebody said that it is the wrong number",
    Meaning.WHO: "since somebody asked who we are",
}


def topic_of(text: Text) -> str:
    """What a text is about, by the title that the list of reminders gives it."""
    titles = {one.key: one.title for one in reminders.declared()}
    if text.kind in titles:
        return titles[text.kind]
    try:
        return phrases.phrase(text.template).title or "A text"
    except KeyError:
        return "A text"


def words_of(text: Text) -> str:
    """What it said or is to say. A code is not shown: only whoever holds the phone may read it out."""
    values = text.opened_values()
    if not values:
        return FORGOTTEN
    if text.kind == CODE:
        values["code"] = "******"
    try:
        return phrases.render(phrases.phrase(text.template, text.template_version), text.language, values)
    except (KeyError, phrases.NotFit):
        return UNREADABLE


def with_person(person: Person) -> list[dict[str, Any]]:
    """Both sides, oldest first, as entries for {% timeline %}."""
    theirs = InboundText.objects.filter(recipient_type=PERSON, recipient_ref=person.ref).order_by("-pk")[:MOST]
    ours = Text.objects.to(person).order_by("-pk")[:MOST]
    said = [*map(_came, theirs), *map(_went, ours)]
    return sorted(said, key=lambda entry: entry["when"])


def from_stranger(inbound: InboundText) -> list[dict[str, Any]]:
    """What a number wrote that nobody knows, oldest first."""
    theirs = InboundText.objects.filter(number_index=inbound.number_index, recipient_ref="")
    return [_came(one) for one in reversed(theirs.order_by("-pk")[:MOST])]


def _came(inbound: InboundText) -> dict[str, Any]:
    meant = MEANINGS[inbound.meaning]
    return {"when": inbound.received_at, "who": meant, "title": "They wrote", "text": inbound.body or FORGOTTEN}


def _went(text: Text) -> dict[str, Any]:
    when = text.sending_at or text.created_at
    return {"when": when, "who": outcome(text), "title": f"We wrote: {topic_of(text)}", "text": words_of(text)}


def outcome(text: Text) -> str:
    """“May not be sent: they are in custody.”"""
    status = str(text.get_status_display())
    return f"{status}: {text.why[:1].lower()}{text.why[1:]}" if text.why else status


def number_in_words(number: Number | None) -> list[str]:
    """How the number stands, in sentences; nothing where texts may go to it."""
    if number is None:
        return []
    found = []
    if number.stopped_at:
        found.append(f"STOP came from this number on {_day(number.stopped_at)}. Only START from that phone lifts it.")
    if number.paused_at:
        why = PAUSED.get(number.paused_why, "until somebody has looked")
        found.append(f"This number rests since {_day(number.paused_at)}, {why}. Nothing goes to it.")
    if number.bad_at:
        found.append(f"Texts cannot reach this number: the network said so on {_day(number.bad_at)}.")
    return found


def _day(at: Any) -> str:
    return in_words(at.astimezone(LONDON), "j F")
