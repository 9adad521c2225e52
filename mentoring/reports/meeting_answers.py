"""What people answered to the reminder of a meeting, read with the meetings themselves and not one by one."""

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mentoring.models import MeetingAnswer
from mentoring.models.meetings import MeetingQuerySet

YES, NO = MeetingAnswer.Says.YES, MeetingAnswer.Says.NO


def answered(meetings: MeetingQuerySet) -> MeetingQuerySet:
    """Each with the newest answer of its mentor and its person, and of a group how many said what (see
    `Meeting.answers_in_words`), in the same query.
    """
    said = MeetingAnswer.objects.filter(meeting=OuterRef("pk"))
    later = MeetingAnswer.objects.filter(meeting=OuterRef("meeting"), person=OuterRef("person"), pk__gt=OuterRef("pk"))
    newest = said.filter(~Exists(later))
    of_the_group = newest.exclude(person=OuterRef("mentor__person"))
    return meetings.annotate(
        mentor_says=_says(newest, "mentor__person"),
        person_says=_says(newest, "match__person"),
        yes_of_group=_count(of_the_group.filter(says=YES)),
        no_of_group=_count(of_the_group.filter(says=NO)),
    )


def _says(newest: QuerySet[MeetingAnswer], who: str) -> Subquery:
    return Subquery(newest.filter(person=OuterRef(who)).values("says")[:1])


def _count(answers: QuerySet[MeetingAnswer]) -> Coalesce:
    counted = answers.order_by().values("meeting").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
