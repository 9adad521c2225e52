"""Who may do what on the way to becoming a mentor."""

from typing import Any

from accounts.roles import CASE_STAFF, WHOLE_PROGRAMME, Role
from mentoring.models import MentorApplication


def can_see_applications(user: Any) -> bool:
    """Coordinators their teams’ applications; managers and the safeguarding lead all. Nobody works on their own."""
    return user.has_role(*CASE_STAFF)


def can_decide_applications(user: Any) -> bool:
    """Coordinators for their teams, and programme managers: they ask, decide and approve."""
    return user.has_role(Role.COORDINATOR, Role.PROGRAMME_MANAGER)


def can_read_convictions(user: Any) -> bool:
    """Programme managers and the safeguarding lead; others see only whether there are any. Each reading is recorded."""
    return user.has_role(*WHOLE_PROGRAMME)


def can_see_own_application(user: Any) -> bool:
    """Applicants and mentors, their own."""
    return user.has_role(Role.APPLICANT, Role.PEER_MENTOR)


def can_fill_in_applications(user: Any) -> bool:
    """The applicant their own; coordinators and managers key in what came on paper."""
    return can_see_own_application(user) or can_decide_applications(user)


def can_fill_in(user: Any, application: MentorApplication) -> bool:
    """Where the applicant signs in, only they write; without a login, staff write down what came on paper."""
    login = application.mentor.person.login_id if application.mentor else None
    return login == user.pk if login else can_decide_applications(user)
