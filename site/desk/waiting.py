"""How much of each kind waits for somebody: every count in one question to the database."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from casefiles_support import loading_letters, loading_parcels
from casefiles_support.models import Erasure, Journey, SafetyHold, Sitting
from casefiles_support.permissions.parcels import can_see_lost
from casefiles_support.reports import today as files
from common import counting
from common.dates import local_day
from mentoring.models import Claim, Clearance, Cover, Match, Meeting, PaperSheet, Referral
from mentoring.reports import meetings
from pages import drafts
from pages.models import HandOver
from training.reports import ahead

RUNS_OUT_WITHIN = timedelta(days=60)
FILES = "casefiles_support:today-index"
LEARNING = "training:learning-mine"

# What waits, in words for one and for several, and the page that shows it.
WORDS = {
    "hand_overs_late": (
        "message from the public forms whose day has passed",
        "messages from the public forms whose day has passed",
        "pages:inbox-index",
    ),
    "hand_overs": ("message from the public forms", "messages from the public forms", "pages:inbox-index"),
    "new_referrals": ("person put forward to look at", "people put forward to look at", "mentoring:triage-index"),
    "waiting": ("person waits for a mentor", "people wait for a mentor", "mentoring:triage-waiting"),
    "unlogged": ("meeting that nobody has logged", "meetings that nobody has logged", "mentoring:calendar-unlogged"),
    "clearances": ("clearance that runs out soon", "clearances that run out soon", "mentoring:clearances-index"),
    "claims": ("claim to answer", "claims to answer", "mentoring:claims-index"),
    "sheets": ("paper sheet to come back", "paper sheets to come back", "mentoring:sheets-index"),
    "plan_again": (
        "person who has moved: plan when you will meet",
        "people who have moved: plan when you will meet",
        "mentoring:meetings-plan",
    ),
    "covering": ("person you look in on", "people you look in on", "mentoring:covers-mine"),
    "asked": ("person we thought of for you", "people we thought of for you", "mentoring:match_steps-asked"),
    "drafts": ("draft to read before it goes out", "drafts to read before they go out", "wagtailadmin_home"),
    "files_named": ("person who named you", "people who named you", "casefiles_support:alongside-index"),
    "files_times": (
        "time that somebody who named you has planned",
        "times that people who named you have planned",
        FILES,
    ),
    "files_holds": ("person who waits for their safety", "people who wait for their safety", FILES),
    "files_questions": ("question of a holder to answer", "questions of holders to answer", FILES),
    "files_readings": ("private appointment this week", "private appointments this week", FILES),
    "files_follow_ups": ("person to ask this week how they are", "people to ask this week how they are", FILES),
    "files_debriefs": ("talk to offer to a supporter", "talks to offer to supporters", FILES),
    "files_unnamed": ("person who has nobody beside them yet", "people who have nobody beside them yet", FILES),
    "files_checks": (
        "address to check, of a letter of somebody else",
        "addresses to check, of letters of others",
        "casefiles_support:letters-checks",
    ),
    "files_again": (
        "person whom we ask you to keep waiting one day more",
        "people whom we ask you to keep waiting one day more",
        "casefiles_support:safety_holds-index",
    ),
    "files_lost": ("delivery that is lost", "deliveries that are lost", "casefiles_support:holding_moves-lost"),
    "files_erasures": ("deletion to agree to", "deletions to agree to", "casefiles_support:erasures-index"),
    "files_duties": ("thing we promised that is late", "things we promised that are late", FILES),
    "learning_late": ("course that you should have finished", "courses that you should have finished", LEARNING),
    "learning_begin": ("course that you have not begun", "courses that you have not begun", LEARNING),
    "learning_soon": ("course to finish within two weeks", "courses to finish within two weeks", LEARNING),
    "learning_again": ("module to learn again", "modules to learn again", LEARNING),
    "learning_together": (
        "thing that you learned with others and that runs out",
        "things that you learned with others and that run out",
        LEARNING,
    ),
}


def for_staff(user: Any, now: datetime) -> list[dict[str, Any]]:
    """What waits for the team of somebody on the staff; what there is none of is left out."""
    return in_words(count_all(user, _of_team(user, now) | _to_learn(user, now)))


def for_learner(user: Any, now: datetime) -> list[dict[str, Any]]:
    """What waits for whoever is here to learn, and for nothing else that waits."""
    return in_words(count_all(user, _to_learn(user, now)))


def _to_learn(user: Any, now: datetime) -> dict[str, QuerySet]:
    """Their own: what they were put on, what is due and what runs out."""
    return {f"learning_{name}": rows for name, rows in ahead.of_user(user, at=now).items()}


def _of_team(user: Any, now: datetime) -> dict[str, QuerySet]:
    today = local_day(now)
    running_out = Clearance.objects.visible_to(user).valid(today).filter(valid_until__lte=today + RUNS_OUT_WITHIN)
    sent = Referral.objects.visible_to(user)
    written = HandOver.objects.visible_to(user)
    return {
        "hand_overs_late": written.overdue(today),
        "hand_overs": written.open(),
        "new_referrals": sent.filter(status__in=[Referral.Status.SUBMITTED, Referral.Status.TRIAGE]),
        "waiting": sent.waiting(),
        "unlogged": Meeting.objects.visible_to(user).unlogged(now),
        "clearances": running_out,
        "claims": Claim.objects.to_decide(user).filter(status=Claim.Status.SUBMITTED),
        "sheets": PaperSheet.objects.visible_to(user).waiting(),
        **_of_editor(user),
        **_of_files(user, now),
    }


def _of_files(user: Any, now: datetime) -> dict[str, QuerySet]:
    """For whoever runs the programme, how much there is and of nobody; for the safeguarding lead, who waits. For both,
    what is lost.
    """
    counted: dict[str, QuerySet] = {}
    if can_see_lost(user):
        counted["files_lost"] = loading_parcels.lost()
    if user.has_role(Role.SAFEGUARDING_LEAD):
        counted["files_holds"] = files.holds_of(user, now=now)
    if user.has_role(Role.PROGRAMME_MANAGER):
        whole = files.counted(now=now)
        counted |= {f"files_{name}": whole[name] for name in ("questions", "unnamed", "duties")}
        again = SafetyHold.objects.asked().filter(again_of__isnull=False, again_by=None)
        counted["files_again"] = again.exclude(journey__person__login=user)
        counted["files_erasures"] = Erasure.objects.to_agree(user)
    return counted


def _of_editor(user: Any) -> dict[str, QuerySet]:
    return {"drafts": drafts.waiting_for(user)} if user.has_role(*drafts.STEPS) else {}


def for_reviewer(user: Any) -> list[dict[str, Any]]:
    """What waits for somebody who says whether drafts are right."""
    return in_words(count_all(user, _of_editor(user)))


def for_file_supporter(user: Any, now: datetime) -> list[dict[str, Any]]:
    """What waits for somebody who sits beside people: of those whom they are there for."""
    lists = files.lists_of(user, now=now) | {"checks": loading_letters.to_check(user)}
    counted = {f"files_{name}": rows for name, rows in lists.items()}
    return in_words(count_all(user, counted | _to_learn(user, now)))


def in_few_words(user: Any, now: datetime) -> list[tuple[str, int]]:
    """The same for a message: what waits for the team, always as several, and how many."""
    counts = count_all(user, _of_team(user, now))
    return [(many, counts[name]) for name, (_, many, _) in WORDS.items() if counts.get(name)]


def for_mentor(user: Any, now: datetime) -> list[dict[str, Any]]:
    """What waits for a mentor's own word, and what they should learn."""
    suggested = Match.objects.filter(mentor__person__login=user, status=Match.Status.SUGGESTED)
    covering = Cover.objects.of_user(user).filter(status=Cover.Status.AGREED)
    again = meetings.to_plan_again(user=user, now=now)
    named = Journey.objects.open().alongside(user)
    times = Sitting.objects.planned().filter(journey__in=named.values("pk"), starts_at__gte=now)
    own = {"asked": suggested, "covering": covering, "plan_again": again, "files_named": named, "files_times": times}
    return in_words(count_all(user, own | _to_learn(user, now)))


def count_all(user: Any, counted: Mapping[str, QuerySet]) -> dict[str, int]:
    """How many rows each QuerySet has, by its name, in one query."""
    return counting.count_all(counted, beside=User.objects.filter(pk=user.pk))


def in_words(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """Dicts of count, words and url, in the order of WORDS."""
    return [
        {"count": counts[name], "words": one if counts[name] == 1 else many, "url": reverse(page)}
        for name, (one, many, page) in WORDS.items()
        if counts.get(name)
    ]
