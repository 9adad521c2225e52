"""Where a person has been and is now."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from people.models.persons import Person
from people.rules.locations import HELD, HELD_STATES, Kind, LegalState
from places.models import Establishment, LocalAuthority


class WhereKind(models.TextChoices):
    CUSTODY = Kind.CUSTODY, "In prison or other custody"
    COMMUNITY = Kind.COMMUNITY, "In the community"
    APPROVED_PREMISES = Kind.APPROVED_PREMISES, "In approved premises"
    HOSPITAL = Kind.HOSPITAL, "In hospital"
    UNKNOWN = Kind.UNKNOWN, "We do not know"


class Standing(models.TextChoices):
    """Where they stand in law. Never why: what somebody did is not kept here."""

    REMAND = LegalState.REMAND, "Held on remand"
    SENTENCED = LegalState.SENTENCED, "Serving a sentence"
    RECALLED = LegalState.RECALLED, "Recalled to prison"
    ROTL = LegalState.ROTL, "Out for a short time on temporary licence (ROTL)"
    LICENCE = LegalState.LICENCE, "On licence in the community"
    NONE = LegalState.NONE, "None of these"


class ReleaseUnknown(models.TextChoices):
    NOT_TOLD = "not_told", "We have not been told"
    REMAND = "remand", "On remand, so there is no date yet"
    NO_FIXED_DATE = "no_fixed_date", "There is no fixed date"
    UNDER_REVIEW = "under_review", "The date is being decided"


class Source(models.TextChoices):
    PERSON = "person", "They told us"
    PRISON = "prison", "The prison"
    PROBATION = "probation", "Probation"
    COUNCIL = "council", "The council"
    MENTOR = "mentor", "Their mentor"
    OTHER = "other", "Somebody else"


# Plain strings, as migrations keep them.
CUSTODY = Kind.CUSTODY.value
HELD_KINDS, HELD_AS = sorted(str(kind) for kind in HELD), sorted(str(state) for state in HELD_STATES)
IN_CUSTODY = Q(kind=CUSTODY) | Q(legal_state__in=HELD_AS)


class LocationQuerySet(models.QuerySet["LocationEpisode"]):
    def current(self) -> "LocationQuerySet":
        return self.filter(ended_on=None)

    def in_custody(self) -> "LocationQuerySet":
        """The same test as rules.locations.is_in_custody, for the database."""
        return self.filter(IN_CUSTODY)


class LocationEpisode(models.Model):
    """One stay. The newest has no end; moving on ends it and starts the next, so that nothing is overwritten."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="locations")
    kind = models.CharField(max_length=20, choices=WhereKind.choices)
    establishment = models.ForeignKey(
        Establishment, null=True, blank=True, on_delete=models.PROTECT, related_name="locations"
    )
    authority = models.ForeignKey(
        LocalAuthority, null=True, blank=True, on_delete=models.PROTECT, related_name="locations"
    )
    place_note = SealedTextField("what we know of the place", blank=True)
    legal_state = models.CharField(max_length=10, choices=Standing.choices, default=Standing.NONE)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    expected_release_on = models.DateField(null=True, blank=True)
    release_unknown_because = models.CharField(max_length=20, choices=ReleaseUnknown.choices, blank=True)
    source = models.CharField(max_length=12, choices=Source.choices)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = LocationQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["person", "-started_on", "-id"], name="location_by_person"),
            models.Index(fields=["establishment", "person"], condition=Q(ended_on=None), name="location_now_at"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_on=None), name="one_current_location_of_a_person"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=models.F("started_on")),
                name="location_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(kind=CUSTODY) | Q(establishment__isnull=False) | ~Q(place_note=""),
                name="custody_names_a_prison_or_says_unknown",
            ),
            models.CheckConstraint(
                condition=~Q(kind=CUSTODY) | Q(expected_release_on__isnull=False) | ~Q(release_unknown_because=""),
                name="custody_says_when_or_why_not",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=HELD_KINDS) | ~Q(legal_state__in=HELD_AS),
                name="held_people_are_held_somewhere",
            ),
            models.CheckConstraint(condition=Q(kind__in=WhereKind.values), name="location_kind_is_known"),
            models.CheckConstraint(condition=Q(legal_state__in=Standing.values), name="legal_state_is_known"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def where(self) -> str:
        """“HMP Leeds”, “Coventry”, or what kind of place it is."""
        return str(self.establishment or self.authority or self.get_kind_display())
