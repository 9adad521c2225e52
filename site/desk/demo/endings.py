"""What people work towards, what is asked for them, and how some matches came to their end."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Max

from common.dates import local_day
from mentoring.actions import advocacy, carrying_on, endings, follow_ups, goals, reviews, steps
from mentoring.models import AdvocacyIssue, Ending, Match, Review

WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)
GOALS = (
    ("My own front door", "housing", ("Ask who my adviser is", "Fill in the form together", "See the flat")),
    ("See my sister again", "family", ("Write to her", "Ask about a visit")),
    ("A job where I make things", "work", ("Look at the courses", "Write down what I am good at", "Ask the tutor")),
    ("Sleep through the night", "health", ("Tell the nurse",)),
    ("Know what is in my file", "identity", ("Read the leaflet", "Decide who reads it with me")),
    ("Not owe anybody money", "money", ("Make a list", "Ring about the fine")),
)
SAID = (
    "It helps that somebody turns up.", "I talk more than I thought I would.", "I would like it to be longer.",
    "Some weeks are hard. He came anyway.",
)  # fmt: skip
ASKED = (
    ("A personal adviser who rings back", "adviser_to_25", "The leaving care team"),
    ("His birth certificate, kept by the council", "keep_in_touch", "The leaving care team"),
    ("A cell away from the noise", "comp1", "The wing"),
    ("Help with the fee for the course", "work_and_learning", "The leaving care team"),
    ("Somewhere to sleep on release day", "homeless", "The housing office"),
    ("Her own records", "own_records", "The council’s records team"),
    ("A visit from the adviser before release", "fair", "The leaving care team"),
)


def load(*, at: datetime) -> None:
    """After the programme: the first matches get goals and reviews, seven get something asked, some end."""
    open_now = list(Match.objects.open().select_related("mentor__person", "mentor__supervisor", "person__team"))
    open_now.sort(key=lambda match: match.pk)
    for number, match in enumerate(open_now[:18]):
        _goals(match, number, at)
    reviews.plan_all(by=None, at=at)
    _reviews(at)
    for number, match in enumerate(open_now[: len(ASKED)]):
        _ask(match, number, at)
    _end(open_now, at)
    for raise_due in (reviews.raise_due, advocacy.raise_overdue, follow_ups.raise_due):
        raise_due(by=None, at=at)


def _by(match: Match) -> Any:
    return match.mentor.person.login or match.mentor.supervisor


def _goals(match: Match, number: int, at: datetime) -> None:
    by, since = _by(match), at - 4 * WEEK
    for which in range(1 + number % 3):
        words, topic, small = GOALS[(number + which) % len(GOALS)]
        key = f"demo-{match.ref}-{which}"
        goal = goals.set_down(match=match, words=words, topic=topic, key=key, by=by, at=since)
        for place, step in enumerate(small):
            made = steps.add(goal=goal, words=step, key=f"{key}-{place}", by=by, at=since)
            if place == 0 or number % 4 == 3:
                steps.settle(step=made, to="let_go" if number % 5 == 4 else "done", by=by, at=at - WEEK)
        if number % 4 == 3 and which == 0:
            to = ("done", "changed", "let_go")[number % 3]
            goals.settle(goal=goal, to=to, on=local_day(at) - timedelta(days=3), by=by, at=at)
        if number % 3 == 0:
            carrying_on.ask(record=goal, answer="yes" if number % 2 else "no", by=by, at=at)


def _reviews(at: datetime) -> None:
    """Each was held two days after it came due. Those of the last days wait, and one of Yorkshire’s was forgotten."""
    waited = Review.objects.due(local_day(at) - 5 * DAY).select_related(
        "match__mentor__person", "match__mentor__supervisor", "match__person"
    )
    late = waited.filter(match__person__team__name="Yorkshire").order_by("-due_on", "pk").first()
    rest = (waited.exclude(pk=late.pk) if late else waited).order_by("due_on", "pk")
    number = 0
    while review := rest.first():
        days_ago = local_day(at) - review.due_on - 2 * DAY
        reviews.hold(
            review=review, held_on=local_day(at) - days_ago, their_words=SAID[number % len(SAID)],
            what_next="The same again, and one new thing.", confidence=(number % 8) + 2 if number % 3 else None,
            by=_by(review.match), at=at - days_ago + timedelta(hours=3),
        )  # fmt: skip
        number += 1


def _ask(match: Match, number: int, at: datetime) -> None:
    """One in each state: waiting, overdue, asked again, answered, taken further, closed with a yes and with a no."""
    what, hook, to = ASKED[number]
    by, day = _by(match), local_day(at)
    asked = day - timedelta(days=5 if number == 0 else 30)
    issue = advocacy.open_issue(
        match=match, what=what, hook=hook, permission_how="spoken", permission_on=asked, asked_on=asked, to_words=to,
        key=f"demo-{match.ref}", by=by, at=at - 4 * WEEK if number else at,
    )  # fmt: skip
    _follow(issue, number, by, at)


def _follow(issue: AdvocacyIssue, number: int, by: Any, at: datetime) -> None:
    day = local_day(at)
    then = {"on": day - timedelta(days=8), "by": by, "at": at}
    if number == 2:
        soon = day + timedelta(days=5)
        advocacy.chase(issue=issue, text="Rang, and wrote.", answer_by=soon, seen=issue.version, **then)
    if number in (3, 5, 6):
        advocacy.answer(issue=issue, text="They wrote back.", seen=issue.version, **then)
    if number == 4:
        advocacy.escalate(
            issue=issue, to_words="The head of housing", hook="homeless_review", text="No answer in three weeks.",
            answer_by=day + timedelta(days=6), seen=issue.version, **then,
        )  # fmt: skip
    if number in (5, 6):
        outcome = "got" if number == 5 else "refused"
        advocacy.close(issue=issue, outcome=outcome, text="", seen=issue.version, **then)


def _end(open_now: list[Match], at: datetime) -> None:
    """Two are in their last meetings, one came to its planned end, and three ended otherwise, some weeks ago."""
    active = [match for match in open_now[len(ASKED) :] if match.status == Match.Status.ACTIVE]
    for match in active[:3]:
        endings.begin(
            match=match, last_on=local_day(at) + 3 * WEEK, by=_by(match), at=at - 2 * WEEK,
            plan="Three more meetings: look back, say what was good, and have a cake on the last day.",
        )  # fmt: skip
    _finish(active[0], at)
    met = Max("attendance__session__started_at")
    quiet = Match.objects.filter(pk__in=[match.pk for match in active[3:]]).annotate(last=met)
    old = quiet.filter(last__lt=at - 5 * WEEK).select_related("mentor__person", "mentor__supervisor", "person")
    for match, reason in zip(old.order_by("pk"), ("mentor_left", "lost_touch", "died"), strict=False):
        endings.end_early(
            match=match, reason=reason, what_happened="", follow_up="yes" if reason == "mentor_left" else "not_asked",
            by=match.mentor.supervisor, at=at - 5 * WEEK + timedelta(hours=1),
        )  # fmt: skip


def _finish(match: Match, at: datetime) -> None:
    ending = Ending.objects.get(match=match)
    endings.write(
        ending=ending, their_words="I never had somebody who came back.", what_helped="Coming at the same time.",
        what_next="College in spring.", thanks="Thank you for the tea, and for the bad jokes.", seen=1,
        by=_by(match), at=at - WEEK,
    )  # fmt: skip
    endings.finish(ending=ending, follow_up="yes", by=match.mentor.supervisor, at=at)
