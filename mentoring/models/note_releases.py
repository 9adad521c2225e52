"""A person lets a new mentor read what was written with an earlier one. Without it a new mentor reads none of it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import Now, TruncDate

from common.dates import LONDON
from common.refs import new_ref
from mentoring.models.matches import Match
from people.models import Person
from people.models.permissions import How

SESSIONS, GOAL_NOTES = "sessions", "goal_notes"


class NoteReleaseQuerySet(models.QuerySet["NoteRelease"]):
    def standing(self) -> "NoteReleaseQuerySet":
        """Not taken back; one may be past its last day all the same."""
        return self.filter(taken_back_at=None)

    def letting(self, user: Any, *, read: str) -> "NoteReleaseQuerySet":
        """Those by which this mentor may read, today: `read` is SESSIONS or GOAL_NOTES. They end with the match."""
        today = TruncDate(Now(), tzinfo=LONDON)
        return self.standing().filter(
            Q(until=None) | Q(until__gte=today), to_match__in=Match.objects.of_mentor_user(user), **{read: True}
        )


def released(user: Any, *, read: str, person: str, written_at: str) -> NoteReleaseQuerySet:
    """For Exists(): a release that covers the row outside, whose person and moment are in these columns.

    Only what was written before the person said yes: they cannot have meant what nobody had written.
    """
    found: NoteReleaseQuerySet = NoteRelease.objects.letting(user, read=read)
    return found.filter(person=OuterRef(person), given_at__gte=OuterRef(written_at))


class NoteRelease(models.Model):
    """What, to which mentor (the one of `to_match`), until when. Taken back, never deleted."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="note_releases")
    to_match = models.ForeignKey(Match, on_delete=models.PROTECT, related_name="note_releases")
    sessions = models.BooleanField("what was written about earlier meetings", default=False)
    goal_notes = models.BooleanField("what was written about earlier goals", default=False)
    how = models.CharField("how they said so", max_length=10, choices=How.choices)
    until = models.DateField("last day", null=True, blank=True)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = NoteReleaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["to_match"], condition=Q(taken_back_at=None), name="one_standing_note_release_of_a_match"
            ),
            models.CheckConstraint(
                condition=Q(sessions=True) | Q(goal_notes=True), name="note_release_lets_something_be_read"
            ),
            models.CheckConstraint(condition=Q(how__in=How.values), name="note_release_how_is_known"),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
                name="note_release_taken_back_by_goes_with_at",
            ),
        ]
        indexes = [models.Index(fields=["person", "given_at"], name="note_release_by_person")]

    def __str__(self) -> str:
        return f"release {self.ref}"

    @property
    def what_in_words(self) -> str:
        names = [name for name in (SESSIONS, GOAL_NOTES) if getattr(self, name)]
        return " and ".join(str(NoteRelease._meta.get_field(name).verbose_name) for name in names)  # type: ignore[union-attr]
