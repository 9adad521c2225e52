"""Everything that happened in a journey, as lines to the person, newest first."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from casefiles_support.models import Journey
from casefiles_support.reports.timelines_of_requests import YOU, of_requests
from casefiles_support.rules.choices import in_words
from casefiles_support.rules.telling import support
from casefiles_support.rules.telling.lines import Line, newest_first
from common.dates import local_day


def timeline_of(journey: Journey, *, on: date) -> list[Line]:
    """What happened up to a day. What is still to come stands with the promises."""
    lines = [
        Line(local_day(journey.opened_at), "This began.", str(journey.opened_by), "You may stop at any time."),
        *of_requests(journey),
        *_stages(journey),
        *_choices(journey),
        *_people(journey),
        *_readings(journey),
        *_askings(journey),
        *_held_back(journey),
        *_letters(journey),
        *_packs(journey),
        *_family(journey),
        *_deletions(journey),
    ]
    return newest_first([line for line in lines if line.when <= on])


def _stages(journey: Journey) -> Iterable[Line]:
    for one in journey.checkpoints.select_related("recorded_by").order_by("pk"):
        yes = (one.code, one.outcome) == ("C0", "done")
        said, means = support.SAID_YES if yes else support.OUTCOMES[one.outcome]
        told = said.format(stage=one.get_code_display().rstrip("?"))
        yield Line(one.on, told, _by(one.recorded_by), " ".join(filter(None, [_quoted(one.words), means])))


def _choices(journey: Journey) -> Iterable[Line]:
    for one in journey.choices.order_by("pk"):
        said = support.CHOSE if one.value else support.TOOK_BACK
        told = said.format(topic=one.get_topic_display(), value=in_words(one.topic, one.value))
        yield Line(local_day(one.chosen_at), told, YOU, _quoted(one.words))


def _people(journey: Journey) -> Iterable[Line]:
    for one in journey.supporters.select_related("login", "mentor__person", "named_by").order_by("pk"):
        name = name_of(one)
        if one.agreed_on:
            yield Line(one.agreed_on, support.BESIDE[one.role].format(name=name), YOU, "You said yes to it.")
        if one.stepped_in_at:
            said, means = (words.format(name=name) for words in support.STEPPED_IN)
            yield Line(local_day(one.stepped_in_at), said, name, means)
        if one.ended_at and one.agreed_on:
            said, means = support.LEFT
            yield Line(local_day(one.ended_at), said.format(name=name), "", means)


def name_of(supporter: Any) -> str:
    """What somebody beside them is called."""
    return str(supporter.mentor.person.preferred_name if supporter.mentor_id else supporter.login)


def _readings(journey: Journey) -> Iterable[Line]:
    for one in journey.sittings.exclude(status="planned").select_related("settled_by").order_by("starts_at"):
        said, means = support.READINGS[one.status]
        light = support.LIGHT.format(light=one.get_light_after_display().lower()) if one.light_after else ""
        yield Line(local_day(one.starts_at), said, _by(one.settled_by), " ".join(filter(None, [light, means])))


def _askings(journey: Journey) -> Iterable[Line]:
    for one in journey.follow_ups.filter(status="done").select_related("done_by").order_by("done_on"):
        if one.done_on:
            yield Line(one.done_on, support.ASKED_HOW, _by(one.done_by), f"{one.get_outcome_display()}.")


def _held_back(journey: Journey) -> Iterable[Line]:
    """Once they were told, and never before."""
    for one in (
        journey.holds.filter(told_on__isnull=False, agreed_at__isnull=False).select_related("asked_by").order_by("pk")
    ):
        said, means = support.HELD_BACK
        yield Line(one.told_on, said, _by(one.asked_by), means)


def _letters(journey: Journey) -> Iterable[Line]:
    for one in journey.letters.filter(agreed_on__isnull=False).order_by("pk"):
        yield Line(one.agreed_on, support.AGREED_LETTER, YOU, support.AGREED_LETTER_MEANS)


def _packs(journey: Journey) -> Iterable[Line]:
    for one in journey.packs.select_related("printed_by").order_by("pk"):
        yield Line(
            local_day(one.printed_at), support.PRINTED, _by(one.printed_by), support.VOID.get(one.voided_because, "")
        )


def _family(journey: Journey) -> Iterable[Line]:
    for one in journey.family_plans.order_by("pk"):
        whom, what = one.get_whom_display(), one.get_share_display()
        yield Line(local_day(one.made_at), support.FAMILY.format(whom=whom, what=what), YOU, support.FAMILY_MEANS)
        if one.told_on:
            yield Line(one.told_on, support.TOLD_FAMILY.format(whom=whom), YOU)


def _deletions(journey: Journey) -> Iterable[Line]:
    for one in journey.erasures.select_related("asked_by").order_by("pk"):
        said, means = support.DELETING[one.status]
        yield Line(local_day(one.asked_at), said, _by(one.asked_by), f"{one.get_why_display()}. {means}")


def _by(user: Any) -> str:
    return str(user) if user is not None else ""


def _quoted(words: str) -> str:
    return f"“{words}”" if words else ""
