"""A request kept still for what comes after an answer; not where its journey is closed."""

from casefiles_support import entering
from casefiles_support.models import AccessRequest, Journey
from common.transitions import NotAllowed

CLOSED = "This is closed. Open it again first."


def locked_open(request: AccessRequest) -> AccessRequest:
    """As it stands now, kept still until the transaction ends. Raises NotAllowed where the journey is closed."""
    found = entering.locked(request)
    refuse_closed(found.journey)
    return found


def refuse_closed(journey: Journey) -> None:
    if journey.status == Journey.Status.CLOSED:
        raise NotAllowed(CLOSED)


def refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)
