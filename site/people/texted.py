"""Whose texts somebody may read: what we wrote to people, and what they wrote back."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from accounts.roles import WHOLE_PROGRAMME
from messaging.models import InboundText, Text
from messaging.rules.replies import Meaning
from people.models import Person
from people.permissions import own_teams, whole_programme
from people.texting import PERSON

# These do by themselves what they ask for, and nobody has to read them: a yes to a text that we know, and START from
# somebody whom we know.
DONE_BY_ITSELF = (Q(meaning=Meaning.YES) & ~Q(text_ref="")) | (Q(meaning=Meaning.START) & ~Q(recipient_ref=""))


def people_of(user: Any) -> QuerySet[Person]:
    """Coordinators: the people of their teams; managers and safeguarding leads everybody; nobody themselves."""
    if not user.is_authenticated or not user.is_active:
        return Person.objects.none()
    return Person.objects.filter(whole_programme(user) | own_teams(user)).exclude(login=user)


def _theirs(user: Any) -> Q:
    """What nobody we know was written to, or wrote, is for those who look after the whole programme."""
    known = Q(recipient_type=PERSON, recipient_ref__in=people_of(user).values("ref"))
    return known | ~Q(recipient_type=PERSON) if user.has_role(*WHOLE_PROGRAMME) else known


def texts_of(user: Any) -> QuerySet[Text]:
    return Text.objects.filter(_theirs(user))


def inbound_of(user: Any) -> QuerySet[InboundText]:
    return InboundText.objects.filter(_theirs(user))


def waits() -> Q:
    """Over InboundText: somebody should read it."""
    return Q(handled_at=None) & ~DONE_BY_ITSELF


def named(rows: QuerySet) -> QuerySet:
    """Each with `name`, what they like to be called: one query for all."""
    whose = Person.objects.filter(ref=OuterRef("recipient_ref")).values("preferred_name")[:1]
    return rows.annotate(name=Subquery(whose))
