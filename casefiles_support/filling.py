"""What fills the gaps of a letter: from the record, from what happened to the request, and from what was typed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from casefiles_support.clocks import clock_of
from casefiles_support.models import AccessRequest, Fact, Supporter
from casefiles_support.rules import letter_words as words
from casefiles_support.rules.letter_texts import Values
from casefiles_support.rules.preflight import Plain
from casefiles_support.rules.redactions import questions_of
from law.access_clock import Clock, keep_until
from people.models import LocationEpisode, Person

Kind = Fact.Kind
ANSWERED = (Kind.FULL_REPLY, Kind.PARTIAL_REPLY, Kind.NO_RECORDS, Kind.REFUSAL)


def full_name(person: Person) -> str:
    return f"{person.preferred_name} {person.family_name}".strip()


def stay_of(person: Person) -> LocationEpisode | None:
    """Where they are now."""
    return LocationEpisode.objects.current().filter(person=person).select_related("establishment").first()


def is_held(stay: LocationEpisode | None) -> bool:
    return bool(stay and LocationEpisode.objects.in_custody().filter(pk=stay.pk).exists())


def speaker_of(request: AccessRequest) -> str:
    """The name of the practitioner whom they agreed to; "" where nobody stands."""
    roles = [Supporter.Role.PRACTITIONER, Supporter.Role.BACK_UP]
    beside = Supporter.objects.in_charge().filter(journey=request.journey_id, role__in=roles)
    one = beside.select_related("login").order_by("-role", "pk").first()
    return one.login.display_name if one and one.login else ""


def standing(request: AccessRequest) -> dict[str, Fact]:
    """The newest of each kind of fact that no later one has put right."""
    return {one.kind: one for one in request.facts.standing().order_by("on", "pk")}


def sender_of(person: Person, *, return_address: str) -> list[str]:
    """Who writes, as it stands at the top: the name, the prison number inside, and where the answer goes."""
    number = [person.prison_number] if person.prison_number and is_held(stay_of(person)) else []
    return [full_name(person), *number, *(line.strip() for line in return_address.splitlines() if line.strip())]


def values_of(
    request: AccessRequest, *, language: str, on: date, typed: Mapping[str, Any]
) -> dict[str, str | list[str]]:
    """Everything that is known, by the name of its gap, in one language. What is not known is not there."""
    found: dict[str, Any] = {
        **_typed(typed, language),
        **_person(request, on, language),
        **_wanted(request, typed, language),
        **_happened(request, on, language),
        **_listed(request, typed, language),
    }
    if typed.get("speaks") and (name := speaker_of(request)):
        found["supporter"] = name
    else:
        found.pop("supporter_phone", None)
    found["deliver_to"] = _deliver_to(request, found.get("supporter", ""), language)
    enclosed = "proof_and_authority" if found.get("supporter") else "proof_only"
    return {name: value for name, value in {**found, enclosed: "yes"}.items() if value}


def _typed(typed: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Words as they are, days in words, ticks as a yes."""
    said: dict[str, Any] = {}
    for name, value in typed.items():
        if isinstance(value, date):
            said[name] = words.day(value, language)
        elif isinstance(value, str | bool):
            said[name] = value if isinstance(value, str) else "yes" if value else ""
    return said


def _person(request: AccessRequest, on: date, language: str) -> dict[str, Any]:
    person = request.journey.person
    stay = stay_of(person)
    held = is_held(stay)
    return {
        "name": full_name(person),
        "born": words.day(person.born, language),
        "keep_until": words.day(keep_until(born=person.born), language) if person.born else "",
        "custody": "yes" if held else "",
        "prison": str(stay.where) if held and stay else "",
        "prison_number": person.prison_number if held else "",
        "holder": request.holder.name,
        "holder_kind": words.pick(words.HOLDERS[request.holder.kind], language),
    }


def _wanted(request: AccessRequest, typed: Mapping[str, Any], language: str) -> dict[str, Any]:
    named = request.wants_photographs or request.wants_letters or request.wants_life_story
    question = request.scope == AccessRequest.Scope.ONE_QUESTION
    return {
        str(request.scope): "yes",
        "keepsakes": "yes" if named and request.scope == AccessRequest.Scope.EVERYTHING else "",
        "years": words.years(request.years_from, request.years_to, language),
        "paper": "yes" if request.format == AccessRequest.Format.PAPER else "",
        "format": "" if request.format == AccessRequest.Format.PAPER else words.pick(words.DIGITAL, language),
        "part_3": "yes" if request.holder.regime == "part_3" else "",
        "own_page": "yes" if typed.get("own_page") or question else "",
    }


def _happened(request: AccessRequest, on: date, language: str) -> dict[str, Any]:
    facts, clock = standing(request), clock_of(request, on=on)
    notice = facts.get(Kind.EXTENSION_NOTICE)
    answers = [facts[kind].on for kind in ANSWERED if kind in facts]

    def day_of(kind: str) -> str:
        return words.day(facts[kind].on, language) if kind in facts else ""

    return {
        "posted_on": day_of(Kind.POSTED),
        "received_on": day_of(Kind.RECEIVED),
        "asked_on": day_of(Kind.CLARIFICATION_ASKED),
        "notice_on": day_of(Kind.EXTENSION_NOTICE),
        "answered_on": words.day(max(answers), language) if answers else "",
        "due_on": words.day(clock.due, language),
        "earliest_on": words.day(clock.earliest, language),
        "notice_by": words.day(clock.notice_by, language),
        "assumed": "yes" if clock.estimated and Kind.RECEIVED in facts else "",
        "late": "yes" if clock.late else "",
        "two_readings": "yes" if clock.due != clock.earliest else "",
        "extended": "yes" if clock.extension_valid else "",
        "paused": "yes" if Kind.CLARIFICATION_ANSWERED in facts else "",
        "no_reason": "yes" if notice and not notice.reason.strip() else "",
        "too_late": "yes" if notice and clock.notice_by and notice.on > clock.notice_by else "",
    }


def _listed(request: AccessRequest, typed: Mapping[str, Any], language: str) -> dict[str, Any]:
    covered = list(request.redactions.filter(answered_on=None).order_by("pk"))
    missing = request.missing_items.filter(answered_on=None).order_by("pk").values_list("kind", flat=True)
    return {
        "proofs": words.listed(request.proofs.order_by("pk").values_list("kind", flat=True), words.PROOFS, language),
        # Told: the letter itself asks why, for each of them.
        "covered": questions_of(((one.category, one.pages, True) for one in covered), language=language),
        **{words.COVERED_FLAGS[one.category]: "yes" for one in covered if one.category in words.COVERED_FLAGS},
        "missing": words.listed(dict.fromkeys(missing), words.MISSING, language),
        "complaints": words.listed(typed.get("complaints", ()), words.COMPLAINTS, language),
        "wishes": words.listed(typed.get("wishes", ()), words.WISHES, language),
        **dict.fromkeys(typed.get("corrections", ()), "yes"),
        **({str(typed["ending"]): "yes"} if typed.get("ending") else {}),
    }


def _deliver_to(request: AccessRequest, supporter: str, language: str) -> str:
    """To a supporter only where one may talk for them: else to the programme."""
    said = words.pick(words.DELIVER[request.deliver_to], language) if request.deliver_to else ""
    return said.format(supporter=supporter or "Alongside").replace("Alongside, Alongside", "Alongside")


def plain_of(request: AccessRequest, *, values: Values, sender: list[str], on: date) -> Plain:
    """The request as the list before sending looks at it."""
    person, holder = request.journey.person, request.holder
    valid = request.authorities.valid(on).order_by("-valid_until").first()
    held = bool(values.get("custody"))
    return Plain(
        first_name=person.preferred_name, family_name=person.family_name, born=person.born,
        names_then=str(values.get("names_then", "")), never_another_name=bool(values.get("never_another_name")),
        years=str(values.get("years", "")), places=str(values.get("places", "")), in_custody=held,
        prison_number=person.prison_number,
        return_address="\n".join(sender[2 if held and person.prison_number else 1 :]),
        memories_named=request.wants_photographs and request.wants_letters, format=request.format,
        allowed_by_governor=request.was_authorised(on), deliver_to=request.deliver_to,
        supporter=str(values.get("supporter", "")), supporter_phone=str(values.get("supporter_phone", "")),
        authority_until=valid.valid_until if valid else None,
        proofs=tuple(request.proofs.values_list("kind", flat=True)), regime=holder.regime, holder_kind=holder.kind,
        holder_address=holder.address, holder_closed=holder.closed_on is not None,
        holder_verified_on=holder.verified_on,
    )  # fmt: skip


def may_write(request: AccessRequest, *, on: date) -> dict[str, Any]:
    """What rules.letters.why_not_write wants to know of the clock."""
    facts, clock = standing(request), clock_of(request, on=on)
    return {
        "state": request.status,
        "late": clock.late,
        "may_ask": _may_ask(clock, on),
        "notice_fails": Kind.EXTENSION_NOTICE in facts and not clock.extension_valid,
        "assumed": clock.estimated,
    }


def _may_ask(clock: Clock, on: date) -> bool:
    return clock.earliest is not None and on > clock.earliest
