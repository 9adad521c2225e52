"""A request that is ready to be written to somebody, and letters on every step of their way. All made up."""

from datetime import date, timedelta

import pytest

from casefiles_support.actions import letters, posting
from casefiles_support.models import AccessRequest, Authority, Holder, Journey, Proof, Supporter
from common.refs import new_ref
from tests.conftest import NOW, file_supporter

TODAY = NOW.date()
RETURN = "HMP Leeds\nArmley\nLeeds LS12 2TJ"
TYPED = {"places": "Oak House, Otley", "names_then": "Joanne Hill", "speaks": True, "supporter_phone": "0113 496 0123"}


@pytest.fixture
def fay(make_user, yorkshire):
    """A second file supporter of the team, who checks addresses."""
    return file_supporter(make_user, "fay", "Fay", yorkshire)


@pytest.fixture
def council(db, fay):
    return Holder.objects.create(
        kind="council", name="Barnley Council", nation="E", address="Civic Hall\n1 High Street\nBarnley\nB1 1AA",
        verified_on=TODAY - timedelta(days=30), verified_by=fay, added_at=NOW,
    )  # fmt: skip


def asked_of(holder, person, by):
    """Everything from about 1994 to 2001, asked of a holder for somebody beside whom `by` is."""
    person.born_on, person.prison_number = "1991-05-14", "A1234BC"
    person.save()
    journey = Journey.objects.create(
        key=new_ref(), person=person, team=person.team, status="planning", opened_at=NOW, opened_by=by
    )
    Supporter.objects.create(
        journey=journey, role="practitioner", login=by, no_conflict=True, named_at=NOW, named_by=by, agreed_on=TODAY
    )
    return AccessRequest.objects.create(
        key=new_ref(), journey=journey, holder=holder, scope="everything", years_from=1994, years_to=2001,
        deliver_to="supporter", opened_at=NOW, opened_by=by,
    )  # fmt: skip


@pytest.fixture
def access_request(finn, jo, council):
    """Asked of a council, with Finn beside Jo."""
    return asked_of(council, jo, finn)


def with_papers(request, by):
    """Proof of who they are, and their signed permission for six months."""
    Proof.objects.create(request=request, kind="prison", chosen_at=NOW, chosen_by=by)
    return Authority.objects.create(
        request=request, signed_on=TODAY, valid_until=TODAY + timedelta(days=182), sighted_on=TODAY, sighted_by=by
    )


@pytest.fixture
def papers(access_request, finn):
    return with_papers(access_request, finn)


def written(request, by, code="request", *, at=NOW, key="", language="en", **typed):
    return letters.draft(
        request=request, code=code, language=language, large_print=False, return_address=RETURN,
        typed={**TYPED, **typed}, key=key or new_ref(), by=by, at=at,
    )  # fmt: skip


def agreed(letter, by, at=NOW):
    return letters.agree(letter=letter, seen=letter.sha256, on=at.date(), by=by, at=at)


def on_paper(request, by, checker, code="request", *, at=NOW, **typed):
    """A letter that was agreed to, checked by another and printed."""
    letter = agreed(written(request, by, code, at=at, **typed), by, at)
    letters.check(letter=letter, by=checker, at=at)
    return posting.print_(letter=letter, by=by, at=at)


def sent(request, by, checker, code="request", *, at=NOW, on: date | None = None, **typed):
    letter = on_paper(request, by, checker, code, at=at, **typed)
    return posting.send(letter=letter, handed_in_on=at.date(), posted_on=on, by=by, at=at)


@pytest.fixture
def letter(access_request, papers, finn):
    """The request's letter, just written."""
    return written(access_request, finn)


@pytest.fixture
def sent_letter(access_request, papers, finn, fay):
    """The request's letter, handed in today."""
    return sent(access_request, finn, fay)
