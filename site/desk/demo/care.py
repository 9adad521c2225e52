"""Looking after mentors: meetings held and due, talks, time away with cover, money in every state."""

from datetime import datetime, timedelta
from decimal import Decimal

from accounts.models import User
from common.dates import local_day
from common.transitions import NotAllowed
from mentoring.actions import (
    availabilities,
    batches,
    claims,
    covers,
    debriefs,
    experiences,
    leaves,
    progressions,
    standings,
    supervisions,
)
from mentoring.actions.claims import Line
from mentoring.actions.supervisions import Account
from mentoring.models import Claim, Leave, Match, Mentor, Session

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
AGREED = (
    "You will keep Fridays free. I will ask the wing for a quieter room. We will talk about endings next time.",
    "It is going well. You want to try a group. I will find out about the course.",
    "You are tired, and said so. Two sessions a week are enough for now.",
)
NOTES = "Doing well. Keep an eye on how much they carry."
SKILLS = ["listening", "reliable", "boundaries", "calm"]


def load(*, logins: dict[str, User], at: datetime) -> None:
    active = list(Mentor.objects.active().select_related("person__login", "team", "supervisor").order_by("pk"))
    sam, alex = (Mentor.objects.select_related("person__login").get(person__login=logins[n]) for n in ("sam", "alex"))
    active = [sam, alex, *(mentor for mentor in active if mentor not in (sam, alex))]
    for number, mentor in enumerate(active[:14]):
        _supervise(mentor, number, at)
    _talks(active[:3], at)
    _own_pages(sam, logins["sam"], at)
    _away(sam, alex, active, logins, at)
    _money(sam, alex, logins, at)
    standings.rest(mentor=active[-1], why="family", until=None, words="", by=active[-1].supervisor, at=at - 4 * DAY)


def _supervise(mentor: Mentor, number: int, at: datetime) -> None:
    """Some met lately, some are due, some are late; the newest of Sam's waits for his yes."""
    by = mentor.supervisor
    for weeks_ago in (9, 5 if number % 3 else 2):
        then = at - weeks_ago * WEEK - number * DAY / 4
        day = local_day(then)
        account = Account(
            held_on=day, kind="one_to_one", agreed_summary=AGREED[(number + weeks_ago) % len(AGREED)],
            private_notes=NOTES if number % 2 else "", next_due_on=day + 4 * WEEK,
        )  # fmt: skip
        held = supervisions.record(mentor=mentor, account=account, key=f"demo-{mentor.ref}-{weeks_ago}", by=by, at=then)
        if weeks_ago == 9 or number % 2:
            words = "And thank you for asking about my dad." if number == 1 else ""
            supervisions.answer(supervision=held, words=words, by=mentor.person.login or by, at=then + 2 * DAY)
    if number % 4 == 0:
        when = at + 3 * DAY + number * timedelta(hours=5)
        supervisions.plan(
            mentor=mentor, supervisor=by, planned_for=when, kind="one_to_one", key=f"demo-plan-{mentor.ref}", by=by,
            at=at - DAY,
        )  # fmt: skip


def _talks(mentors: list[Mentor], at: datetime) -> None:
    """One to be offered, one offered, one held."""
    for number, mentor in enumerate(mentors):
        met = Session.objects.delivered().filter(mentor=mentor, started_at__gte=at - 12 * DAY).order_by("-pk").first()
        if met is None:
            continue
        by = mentor.supervisor
        talk = debriefs.ask(session=met, note="After five is best.", by=mentor.person.login or by, at=at - DAY)
        if number:
            debriefs.offer(debrief=talk, by=by, at=at - DAY / 2)
        if number == 2:
            debriefs.hold(debrief=talk, by=by, at=at)


def _own_pages(sam: Mentor, login: User, at: datetime) -> None:
    availabilities.set_week(
        mentor=sam, pattern=["mon_evening", "wed_afternoon", "wed_evening", "sat_morning"], seen=0, by=login, at=at
    )
    experiences.say(
        mentor=sam, skills=SKILLS, own_words="I turn up, and I do not judge. It took me a while to learn both.", seen=0,
        by=login, at=at,
    )  # fmt: skip
    progressions.add(mentor=sam, step="mentor", on=sam.joined_on, words="Brave and patient.", by=sam.supervisor, at=at)


def _away(sam: Mentor, alex: Mentor, active: list[Mentor], logins: dict[str, User], at: datetime) -> None:
    """Alex is away now, and somebody looks in; Sam will be, and nobody has been asked yet."""
    today = local_day(at)
    now = leaves.tell(
        mentor=alex, first_day=today - 2 * DAY, last_day=today + 5 * DAY, why="holiday", note="", key="demo-away-1",
        by=logins["alex"], at=at - 3 * DAY,
    )  # fmt: skip
    leaves.tell(
        mentor=sam, first_day=today + 12 * DAY, last_day=today + 19 * DAY, why="family", note="A letter is on its way.",
        key="demo-away-2", by=logins["sam"], at=at - DAY,
    )  # fmt: skip
    for match in Match.objects.open().filter(mentor=alex).select_related("person"):
        _cover(now, match, [sam, *active[2:]], at)


def _cover(leave: Leave, match: Match, others: list[Mentor], at: datetime) -> None:
    """The first of them who may."""
    for other in others:
        try:
            cover = covers.ask(leave=leave, match=match, mentor=other, by=leave.mentor.supervisor, at=at - 2 * DAY)
        except NotAllowed:
            continue
        covers.agree(cover=cover, by=leave.mentor.supervisor, at=at - DAY)
        return


def _money(sam: Mentor, alex: Mentor, logins: dict[str, User], at: datetime) -> None:
    """A claim in each state: paid, approved, sent, sent back, and one that is not sent yet."""
    paid = _claim(sam, "train", "14.60", logins["sam"], at - 6 * WEEK)
    claims.submit(claim=paid, by=logins["sam"], at=at - 6 * WEEK)
    claims.approve(claim=paid, by=logins["rosa"], at=at - 6 * WEEK + DAY)
    batch = batches.make(by=logins["marion"], at=at - 5 * WEEK)
    batches.pay(batch=batch, by=logins["marion"], at=at - 5 * WEEK + DAY)
    for number, state in enumerate(("approved", "submitted", "sent_back", "draft")):
        mentor, login = (alex, logins["alex"]) if number % 2 else (sam, logins["sam"])
        claim = _claim(mentor, f"bus {number}", f"{4 + number}.80", login, at - 3 * DAY)
        if state == "draft":
            continue
        claims.submit(claim=claim, by=login, at=at - 2 * DAY)
        if state == "approved":
            claims.approve(claim=claim, by=logins["rosa"], at=at - DAY)
        if state == "sent_back":
            claims.send_back(claim=claim, because="Which day was the second bus?", by=logins["rosa"], at=at - DAY)


def _claim(mentor: Mentor, words: str, amount: str, login: User, at: datetime) -> Claim:
    line = Line(kind="travel", spent_on=local_day(at), words=f"By {words}, there and back", amount=Decimal(amount))
    claim = claims.begin(mentor=mentor, line=line, key=f"demo-{words.replace(' ', '')}", by=login, at=at)
    food = Line(kind="food", spent_on=local_day(at), words="A sandwich", amount=Decimal("3.40"))
    return claims.add_line(claim=claim, line=food, key=f"demo-food-{words.replace(' ', '')}", by=login, at=at)
