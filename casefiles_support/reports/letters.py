"""What one user sees of the letters of a request, and what they may do with them now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from casefiles_support.filling import is_held, may_write, plain_of, stay_of, values_of
from casefiles_support.models import AccessRequest, Letter, Reply
from casefiles_support.permissions.letters import can_write_letters
from casefiles_support.rules import letters as rules
from casefiles_support.rules import replies as reply_rules
from casefiles_support.rules.letter_texts import WELSH, Block, Text, blocks_of, load
from casefiles_support.rules.preflight import look_over

Status = Letter.Status
# What may be done with a letter, where it stands.
VERBS = {
    Status.DRAFT: frozenset({"agree", "void"}),
    Status.AGREED: frozenset({"void"}),
    Status.CHECKED: frozenset({"print", "void"}),
    Status.PRINTED: frozenset({"print", "send", "void"}),
    Status.SENT: frozenset({"post", "receive"}),
    Status.VOID: frozenset(),
}


@dataclass(frozen=True)
class Offer:
    """A letter that may be written now; `first` where the last thing that came asks for it."""

    code: str
    text: Text
    first: bool = False


@dataclass(frozen=True)
class RequestPage:
    offers: list[Offer]
    letters: list[tuple[Letter, str]]
    replies: list[tuple[Reply, reply_rules.Kind | None]]
    may_write: bool
    may_explain: bool
    elsewhere: str


@dataclass(frozen=True)
class LetterPage:
    """`blocks` are its words as they are printed; `facts` what became of it. `waits_for_a_reader`: nobody who speaks
    Welsh well has read this wording.
    """

    title: str
    about: str
    blocks: list[Block]
    facts: list[tuple[str, Any]]
    may: frozenset[str]
    waits_for_a_reader: bool


def request_page(request: AccessRequest, *, user: Any, on: date) -> RequestPage:
    """The newest first. `elsewhere` says where records of this holder are asked for, if not by a letter of ours."""
    written = list(Letter.objects.filter(request=request).order_by("-pk"))
    came = list(Reply.objects.filter(request=request).order_by("-on", "-pk"))
    writes = can_write_letters(user) and request.journey.person.login_id != user.pk
    next_codes = reply_rules.KINDS[came[0].kind].letters if came and came[0].kind in reply_rules.KINDS else ()
    elsewhere = rules.ELSEWHERE.get(request.holder.regime, "")
    codes = rules.offered(**may_write(request, on=on)) if writes and not elsewhere else []
    offers = [Offer(code, load(code, "en", rules.edition(code, on).version), code in next_codes) for code in codes]
    return RequestPage(
        offers=sorted(offers, key=lambda one: (not one.first, rules.LETTERS[one.code].number)),
        letters=[(one, load(one.template, "en", one.template_version).title) for one in written],
        replies=[(one, reply_rules.KINDS.get(one.kind)) for one in came],
        may_write=writes and request.status in reply_rules.OPEN,
        may_explain=writes,
        elsewhere=elsewhere,
    )


def letter_page(letter: Letter, *, user: Any) -> LetterPage:
    text = load(letter.template, letter.language, letter.template_version)
    writes = can_write_letters(user) and letter.journey.person.login_id != user.pk
    may = VERBS[Status(letter.status)] if writes else frozenset()
    done = {"post": letter.posted_on, "receive": letter.received_on}
    return LetterPage(
        title=text.title,
        about=text.about,
        blocks=blocks_of(letter.text),
        facts=[(words, value) for words, value in _facts(letter) if value],
        may=frozenset(verb for verb in may if not done.get(verb)),
        waits_for_a_reader=letter.language == WELSH and not text.welsh_read_by,
    )


def _facts(letter: Letter) -> list[tuple[str, Any]]:
    checked = ""
    if letter.checked_by and letter.checked_at:
        checked = f"{letter.checked_by.display_name}, {letter.checked_at:%-d %B %Y}"
    return [
        ("Written by", f"{letter.written_by.display_name}, {letter.written_at:%-d %B %Y}"),
        ("They agreed to these words", _day(letter.agreed_on)),
        ("Address checked by", checked),
        ("Handed in", _day(letter.handed_in_on)),
        ("Posted", _day(letter.posted_on)),
        ("They got it", _day(letter.received_on)),
        ("Reading age of the words", f"{letter.reading_age:.0f}" if letter.reading_age else ""),
    ]


def _day(on: date | None) -> str:
    return f"{on:%-d %B %Y}" if on else ""


def what_would_help(request: AccessRequest, *, letter: Letter, typed: Mapping[str, Any], on: date) -> list[str]:
    """What would make a letter that asks for records better, and stops nothing."""
    if letter.template != rules.REQUEST:
        return []
    known = values_of(request, language=letter.language, on=on, typed=typed)
    sender = [one.words for one in blocks_of(letter.text) if one.kind == "sender"]
    return look_over(plain_of(request, values=known, sender=sender, on=on), on=on).helps


def first_answers(request: AccessRequest, *, on: date) -> dict[str, Any]:
    """What is known already of what a letter asks."""
    person, journey = request.journey.person, request.journey
    complaint = request.complaints.filter(to="holder").order_by("-sent_on").first()
    authority = request.authorities.order_by("-signed_on", "-pk").first()
    stay = stay_of(person)
    return {
        "language": "cy" if journey.in_welsh else "en",
        "large_print": journey.large_print,
        "return_address": str(stay.where) if stay and is_held(stay) else "",
        "authority_until": authority.valid_until if authority else None,
        "authority_on": authority.signed_on if authority else None,
        "complained_on": complaint.sent_on if complaint else None,
        "last_contact_on": request.last_contact_on,
        "moved_on": stay.started_on if stay else None,
    }
