"""What a mentor's file says on a day, put to the rules. These are questions: they change nothing."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Count

from mentoring.models import Clearance, DbsCheck, Mentor, Reference, RiskAssessment, Setting
from mentoring.rules import gates as rules
from mentoring.rules import meetings as meeting_rules
from mentoring.rules.gates import Evidence, Standing
from places.models import Establishment
from training.models import Completion
from training.rules.completions import MODULES, mandatory

STANDINGS = {
    Clearance.Status.NOT_APPLIED: Standing.MISSING,
    Clearance.Status.EXPIRED: Standing.LAPSED,
    Clearance.Status.REFUSED: Standing.REFUSED,
    Clearance.Status.WITHDRAWN: Standing.REFUSED,
}


def why_not_active(*, mentor: Mentor, on: date) -> list[str]:
    """Sentences that say why this mentor may not mentor anybody on a day; empty when they may."""
    return rules.why_not_mentor(_evidence(mentor, on, inside=False))


def why_not_match(*, mentor: Mentor, establishment: Establishment | None, on: date) -> list[str]:
    """As `why_not_active`, and for a prison (where the person is now; None in the community) its own clearance."""
    return why_not_match_each(mentors=[mentor], establishment=establishment, on=on)[mentor.pk]


def why_not_match_each(
    *, mentors: Sequence[Mentor], establishment: Establishment | None, on: date
) -> dict[int, list[str]]:
    """The same for many mentors, by their ids, in as many queries as for one."""
    files = _files(mentors, on, inside=establishment is not None)
    outside = _why_not_inside(mentors, establishment, on)
    return {pk: rules.why_not_mentor(evidence) + outside[pk] for pk, evidence in files.items()}


def why_not_go_on(*, mentor: Mentor, establishment: Establishment | None, on: date) -> list[str]:
    """Why a match that is under way must wait: what ran out, was taken back, or left with somebody who left."""
    inside = establishment is not None
    outside = _why_not_inside([mentor], establishment, on)[mentor.pk]
    return rules.what_lapsed(_evidence(mentor, on, inside=inside)) + outside


def why_not_let_in(*, mentor: Mentor, there: Any, on: date) -> list[str]:
    """Why a mentor cannot meet anybody in a prison on that day; nothing for a meeting elsewhere.

    `there` has a setting and an establishment: a meeting, or what is planned of one.
    """
    if there.setting != Setting.CUSTODY or there.establishment is None:
        return []
    cleared = Clearance.objects.valid(on).filter(mentor=mentor, establishment=there.establishment).exists()
    return meeting_rules.why_not_let_in(cleared=cleared, place=there.establishment.name, on=on)


def _why_not_inside(mentors: Sequence[Mentor], establishment: Establishment | None, on: date) -> dict[int, list[str]]:
    if establishment is None:
        return {mentor.pk: [] for mentor in mentors}
    rows = Clearance.objects.filter(mentor__in=[mentor.pk for mentor in mentors], establishment=establishment)
    found = {row.mentor_id: row for row in rows}
    return {
        mentor.pk: rules.why_not_inside(_standing(found.get(mentor.pk), on), place=establishment.name, on=on)
        for mentor in mentors
    }


def _standing(found: Clearance | None, on: date) -> Standing:
    if found is None:
        return Standing.MISSING
    if found.status != Clearance.Status.GRANTED:
        return STANDINGS.get(Clearance.Status(found.status), Standing.WAITING)
    starts, ends = found.valid_from, found.valid_until
    return Standing.FINE if starts and ends and starts <= on <= ends else Standing.LAPSED


def _evidence(mentor: Mentor, on: date, *, inside: bool) -> Evidence:
    return _files([mentor], on, inside=inside)[mentor.pk]


def _files(mentors: Sequence[Mentor], on: date, *, inside: bool) -> dict[int, Evidence]:
    """Read afresh: what a page loaded a while ago opens no gate."""
    now = list(Mentor.objects.with_support().filter(pk__in=[mentor.pk for mentor in mentors]))
    pks = [mentor.pk for mentor in now]
    accepted = Reference.objects.filter(mentor__in=pks, status=Reference.Status.ACCEPTED)
    references = dict(accepted.order_by().values_list("mentor").annotate(count=Count("pk")))
    dbs, risk = DbsCheck.objects.standings_of(pks, on=on), RiskAssessment.objects.standings_of(pks, on=on)
    finished = _finished(now, on)
    wanted = mandatory(inside=inside)
    files = {}
    for mentor in now:
        ever, counts = finished.get(mentor.learner_id, (set(), set()))
        files[mentor.pk] = Evidence(
            references=references.get(mentor.pk, 0),
            dbs=dbs[mentor.pk],
            risk=risk[mentor.pk],
            missing=[MODULES[slug].title for slug in wanted if slug not in ever],
            run_out=[MODULES[slug].title for slug in wanted if slug in ever - counts],
            supervised=getattr(mentor, "supported", False),
        )
    return files


def _finished(mentors: Sequence[Mentor], on: date) -> dict[int | None, tuple[set[str], set[str]]]:
    """By learner: the modules that were ever finished by that day, and of those the ones that still count on it."""
    learners = [mentor.learner_id for mentor in mentors if mentor.learner_id]
    found: dict[int | None, tuple[set[str], set[str]]] = {}
    rows = Completion.objects.filter(learner__in=learners, completed_on__lte=on)
    for learner, module, expires in rows.values_list("learner", "module", "expires_on"):
        ever, counts = found.setdefault(learner, (set(), set()))
        ever.add(module)
        if expires is None or expires >= on:
            counts.add(module)
    return found
