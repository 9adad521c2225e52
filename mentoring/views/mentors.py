"""The programme's mentors."""

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from audit import actions as audit
from common import listing
from common.access import allow
from mentoring.filters.mentors import MentorFilter
from mentoring.models import Mentor
from mentoring.permissions.mentors import can_see_mentors
from mentoring.tables.mentors import MentorTable


@allow(can_see_mentors)
def index(request: HttpRequest) -> HttpResponseBase:
    mentors = Mentor.objects.visible_to(request.user).with_workload().select_related("person", "team", "supervisor")
    found = listing.build(request, table=MentorTable, queryset=mentors, filterset=MentorFilter, name="mentors")
    audit.looked(verb="mentoring.mentor.listed", by=request.user, at=timezone.now(), shown=found.refs)
    return listing.respond(request, "mentoring/mentors/index.html", {"listing": found})
