"""What the public site does in the background."""

import logging

from django.db import DatabaseError
from django.db.models import Count, Q
from django.utils import timezone
from django_tasks import task

from common.dates import local_day
from common.transitions import NotAllowed
from pages import drafts, keeping
from pages.actions import feedback, hand_overs, searches, story_consents
from pages.models import Picture, StoryConsent
from pages.models.pictures import SIZES

logger = logging.getLogger(__name__)
AT_A_TIME = 50


@task()
def make_missing_sizes() -> int:
    """Make the sizes that are not there yet, for at most fifty pictures; returns how many pictures were seen to.

    It takes no argument: whichever picture still lacks a size gets it, also one whose own task was lost. Doing it twice
    makes nothing new. A picture whose file has gone is passed over and named in the log by its number.
    """
    made = Count("renditions", filter=Q(renditions__filter_spec__in=SIZES))
    waiting = (
        Picture.objects.filter(is_closed=False)
        .annotate(made=made)
        .filter(made__lt=len(SIZES))
        .order_by("-pk")[:AT_A_TIME]
    )
    seen_to = 0
    for picture in waiting:
        if not picture.file.storage.exists(picture.file.name):
            logger.warning("picture %s has lost its file", picture.pk)
            continue
        for size in SIZES:
            picture.get_rendition(size)
        seen_to += 1
    return seen_to


@task()
def forget_feedback() -> int:
    """Let go of what readers said more than two years ago; doing it twice does no more."""
    return feedback.forget(by=None, at=timezone.now())


@task()
def forget_searches() -> int:
    """Let go of the numbers of searches of more than twelve months ago; doing it twice does no more."""
    return searches.forget(by=None, at=timezone.now())


@task()
def tell_of_drafts() -> int:
    """Tell those for whom drafts wait; doing it twice on one day tells nobody twice."""
    return drafts.tell(now=timezone.now())


@task()
def tell_keepers() -> int:
    """Tell those who keep pages that want checking, on the first working day of a month; twice tells nobody twice."""
    return keeping.tell(now=timezone.now())


@task()
def let_go_of_hand_overs() -> None:
    """Empty what was answered thirty days ago and delete what machines sent; doing it twice does no more."""
    hand_overs.let_go(by=None, at=timezone.now())


@task()
def end_old_consents() -> int:
    """Take down each story whose yes has run out, and tell of those that do within two months; answers how many went.
    Doing it twice does no more. One that cannot be taken down keeps nobody else's up: it is tried again the next time.
    """
    now = timezone.now()
    ended = 0
    for consent in StoryConsent.objects.run_out(local_day(now)).order_by("pk"):
        try:
            story_consents.expire(consent=consent, by=None, at=now)
            ended += 1
        except NotAllowed:  # somebody took it back, or said yes again, a moment ago
            continue
        except DatabaseError:
            logger.exception("the end of consent %s waits", consent.ref)
    for consent in StoryConsent.objects.to_ask_again(local_day(now)).order_by("pk"):
        story_consents.remind(consent=consent, by=None, at=now)
    return ended


@task()
def delete_taken_back() -> int:
    """Delete the words of stories that were taken back thirty days ago; answers of how many."""
    now = timezone.now()
    found = StoryConsent.objects.to_delete(now).order_by("pk")
    return sum(story_consents.delete_words(consent=consent, by=None, at=now) for consent in found)
