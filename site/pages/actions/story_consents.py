"""Writing down what somebody agreed to when they told their story; and taking it back, for good and everywhere."""

import secrets
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.sheet_codes import new_code, tidy_code
from common.transitions import NotAllowed, move
from pages.caching import purge
from pages.models import ConsentEvent, StoryConsent, StoryPage
from pages.models.story_consents import mark_of
from pages.rules import story_consents as rules
from pages.taking_down import close_pictures, delete_pages, open_pictures, take_down
from pages.telling import ENDED, RUNS_OUT, tell_of_consent

Status, Kind, How = StoryConsent.Status, ConsentEvent.Kind, ConsentEvent.How
VERBS = {
    Kind.GIVEN: "pages.story_consent.given",
    Kind.RENEWED: "pages.story_consent.renewed",
    Kind.SHOWN_AGAIN: "pages.story_consent.shown_again",
    Kind.NARROWED: "pages.story_consent.narrowed",
    Kind.TAKEN_BACK: "pages.story_consent.taken_back",
    Kind.EXPIRED: "pages.story_consent.expired",
}
ALREADY = "Somebody has written down a yes to this story already. Open it, and change that one."
CODE_USED = "The code of this form was written down already, for another story. Leave it empty, and print a new form."
CHANGED = "The draft has changed since you opened this page. Look at it again with them, and then write it down."


@transaction.atomic
def give(
    *, page: StoryPage, seen: str, places: Sequence[str], pictures: bool, named: str, name: str, how: str, witness: Any,
    given_on: date, expires_on: date, reach: str, code: str, key: str, by: Any, at: datetime,
) -> StoryConsent:  # fmt: skip
    """Somebody said yes to these very words: `seen` is the fingerprint of the draft that they were shown. Without a
    `code` from a form on paper it gets one. The same form sent twice is one record.
    """
    if standing := StoryConsent.objects.filter(ref=key).first():
        return standing
    _allow(
        rules.why_not_days(given_on=given_on, expires_on=expires_on, today=local_day(at)), rules.why_not_reach(reach),
        rules.why_not_name(named, name), _why_not_these_words(page, seen),
        [] if places else ["Say where it may be shown."],
    )  # fmt: skip
    code = tidy_code(code) or new_code(secrets.choice)
    if StoryConsent.objects.filter(code_mark=mark_of(code)).exists():
        raise NotAllowed(CODE_USED)
    columns: dict[str, Any] = {place: place in places for place in rules.PLACES}
    try:
        with transaction.atomic():
            consent = StoryConsent.objects.create(
                ref=key, story=page.translation_key, pictures=pictures, named=named,
                name="" if named == StoryConsent.Named.NONE else name.strip(), words={_language(page): seen}, how=how,
                witness=witness, given_on=given_on, expires_on=expires_on, reach=reach, code=code,
                code_mark=mark_of(code), written_at=at, written_by=by, **columns,
            )  # fmt: skip
    except IntegrityError:
        raise NotAllowed(ALREADY) from None
    if pictures:
        open_pictures(consent)
    _note(consent, Kind.GIVEN, how, by, at, language=_language(page), words=seen)
    return consent


@transaction.atomic
def renew(
    *, consent: StoryConsent, page: StoryPage, seen: str, how: str, given_on: date, expires_on: date, by: Any,
    at: datetime,
) -> StoryConsent:  # fmt: skip
    """They saw the words as they are now and said yes, perhaps for longer; also after their yes had run out."""
    held = StoryConsent.objects.select_for_update().get(pk=consent.pk)
    if held.status == Status.TAKEN_BACK:
        raise NotAllowed("They took it back. If they have changed their mind, write down a new yes.")
    _allow(
        rules.why_not_days(given_on=given_on, expires_on=expires_on, today=local_day(at)),
        _why_not_these_words(page, seen),
    )
    language = _language(page)
    kind = Kind.RENEWED if expires_on > held.expires_on else Kind.SHOWN_AGAIN
    move(
        held, to=Status.STANDING, frm={Status.STANDING, Status.EXPIRED}, given_on=given_on, expires_on=expires_on,
        words={**held.words, language: seen}, ended_at=None,
    )  # fmt: skip
    if held.pictures:
        open_pictures(held)
    _note(held, kind, how, by, at, language=language, words=seen)
    return held


@transaction.atomic
def narrow(
    *, consent: StoryConsent, places: Sequence[str], pictures: bool, named: str, name: str, how: str, by: Any,
    at: datetime,
) -> StoryConsent:  # fmt: skip
    """They want it in fewer places, without pictures, or under another name or none. It holds at once."""
    held = StoryConsent.objects.select_for_update().get(pk=consent.pk)
    _allow(
        rules.why_not_narrow(had=held.places, wanted=places), rules.why_not_name(named, name, had=held.named),
        ["They did not say yes to pictures. Write down a new yes."] if pictures and not held.pictures else [],
    )  # fmt: skip
    shown = {place: place in places for place in rules.PLACES}
    name = "" if named == StoryConsent.Named.NONE else name.strip()
    move(held, to=Status.STANDING, frm={Status.STANDING}, pictures=pictures, named=named, name=name, **shown)
    if not held.on_site:
        take_down(held, by=by)
    elif not pictures:
        close_pictures(list(StoryPage.objects.of_story(held.story)))
    purge()
    _note(held, Kind.NARROWED, how, by, at)
    return held


@transaction.atomic
def take_back(*, consent: StoryConsent, how: str, by: Any, at: datetime) -> StoryConsent:
    """Their story, so their word: no reason is asked. Of two who press at once one does it, the other is NotAllowed."""
    move(
        consent, to=Status.TAKEN_BACK, frm={Status.STANDING, Status.EXPIRED}, ended_at=at, name="", reach="",
    )  # fmt: skip
    take_down(consent, by=by)
    _note(consent, Kind.TAKEN_BACK, how, by, at)
    tell_of_consent(consent=consent, key="ended", template=ENDED, by=by, at=at)
    return consent


@transaction.atomic
def take_back_by_code(*, code: str, by: None, at: datetime) -> None:
    """Whoever has the code is believed. Nobody is told whether there was such a story: a code may be tried."""
    if found := StoryConsent.objects.filter(code_mark=mark_of(code)).first():
        with suppress(NotAllowed), transaction.atomic():  # it was taken back already
            take_back(consent=found, how=How.CODE, by=by, at=at)


@transaction.atomic
def expire(*, consent: StoryConsent, by: None, at: datetime) -> StoryConsent:
    """Its time is over, and nobody said yes again."""
    move(consent, to=Status.EXPIRED, frm={Status.STANDING}, ended_at=at)
    take_down(consent, by=by)
    _note(consent, Kind.EXPIRED, How.CLOCK, by, at)
    tell_of_consent(consent=consent, key=f"ended.{consent.expires_on:%Y%m%d}", template=ENDED, by=by, at=at)
    return consent


@transaction.atomic
def delete_words(*, consent: StoryConsent, by: None, at: datetime) -> bool:
    """They took it back thirty days ago: its words and pictures go for good; that there was a yes stays written down.
    Answers whether there was something to delete. Not where whoever told it has said yes anew.
    """
    story = StoryConsent.objects.select_for_update().filter(story=consent.story)
    if not story.to_delete(at).filter(pk=consent.pk).exists() or not delete_pages(consent):
        return False
    audit.record(verb="pages.story_consent.words_deleted", by=by, at=at, subject=consent)
    return True


@transaction.atomic
def remind(*, consent: StoryConsent, by: None, at: datetime) -> None:
    """Tell those who look after it that it runs out; once for each last day, however often it is called."""
    tell_of_consent(consent=consent, key=f"soon.{consent.expires_on:%Y%m%d}", template=RUNS_OUT, by=by, at=at)


@transaction.atomic
def opened(*, ref: str, by: Any, at: datetime, verb: str = "pages.story_consent.opened") -> StoryConsent:
    """One of them with what is sealed in it; that somebody looked is kept. Raises StoryConsent.DoesNotExist."""
    found = StoryConsent.objects.select_related("witness", "written_by").get(ref=ref)
    audit.looked(verb=verb, by=by, at=at, subject=found)
    return found


def _note(
    consent: StoryConsent, kind: str, how: str, by: Any, at: datetime, *, language: str = "", words: str = ""
) -> None:
    ConsentEvent.objects.create(
        consent=consent, kind=kind, how=how, places=consent.places, pictures=consent.pictures, named=consent.named,
        language=language, words=words, expires_on=consent.expires_on, at=at, by=by,
    )  # fmt: skip
    audit.record(verb=VERBS[Kind(kind)], by=by, at=at, subject=consent, how=str(how))


def _why_not_these_words(page: StoryPage, seen: str) -> list[str]:
    draft: Any = page.get_latest_revision_as_object()
    return [] if draft.words() == seen else [CHANGED]


def _allow(*reasons: list[str]) -> None:
    if found := [reason for some in reasons for reason in some]:
        raise NotAllowed(*found)


def _language(page: StoryPage) -> str:
    return str(page.locale.language_code)
