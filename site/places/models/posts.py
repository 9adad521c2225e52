"""Posts and who holds them: the post and its mailbox outlive the person."""

from dataclasses import dataclass, fields
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from common.refs import new_ref
from places.models.areas import LocalAuthority, ProbationRegion, Team
from places.models.establishments import Establishment, Organisation
from places.models.places import Place

PLACES = ("establishment", "authority", "probation_region", "organisation", "team")


def _exactly_one_place() -> Q:
    chosen = Q()
    for place in PLACES:
        chosen |= Q(**{f"{other}__isnull": other != place for other in PLACES})
    return chosen


class PostQuerySet(models.QuerySet["Post"]):
    def contact_points(self) -> "PostQuerySet":
        return self.filter(is_contact_point=True)

    def at_place(self, place: Place) -> "PostQuerySet":
        return self.filter(**{place_field(place): place})

    def with_place(self) -> "PostQuerySet":
        """Loads the place with the post."""
        return self.select_related(*PLACES)

    def with_holders(self) -> "PostQuerySet":
        """Loads who holds each post now, in `holders_now`."""
        now = Posting.objects.current().select_related("user").order_by("started_on", "pk")
        return self.prefetch_related(models.Prefetch("postings", queryset=now, to_attr="holders_now"))


class Post(models.Model):
    """A job at one place: “care leaver lead, HMP Leeds”. A single point of contact is one with a shared mailbox first.

    One person holds it at a time, unless `is_shared`: “personal adviser, Leeds” is one post that many hold.
    `vacant_since` is set only while nobody holds it; with no holder and no such day, we do not know.
    """

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    title = models.CharField("name of the post", max_length=120)
    establishment = models.ForeignKey(
        Establishment, null=True, blank=True, on_delete=models.PROTECT, related_name="posts"
    )
    authority = models.ForeignKey(LocalAuthority, null=True, blank=True, on_delete=models.PROTECT, related_name="posts")
    probation_region = models.ForeignKey(
        ProbationRegion, null=True, blank=True, on_delete=models.PROTECT, related_name="posts"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="posts"
    )
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="posts")
    is_contact_point = models.BooleanField(
        "single point of contact", default=False, help_text="The post that people outside should turn to first."
    )
    is_shared = models.BooleanField("held by several people at once", default=False)
    mailbox = models.EmailField("shared mailbox", blank=True, help_text="The address that stays when people leave.")
    telephone = models.CharField(max_length=30, blank=True)
    verified_on = models.DateField("last checked", null=True, blank=True)
    vacant_since = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = PostQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_exactly_one_place(), name="post_is_at_exactly_one_place"),
            *(
                models.UniqueConstraint(
                    place,
                    Lower("title"),
                    name=f"one_post_of_a_title_at_{place}",
                    violation_error_message="There is a post of this name here already.",
                )
                for place in PLACES
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.place}"

    @property
    def place(self) -> Place:
        return next(place for name in PLACES if (place := getattr(self, name)) is not None)


class PostingQuerySet(models.QuerySet["Posting"]):
    def current(self) -> "PostingQuerySet":
        """Postings that have not ended. None starts in the future, so this needs no clock."""
        return self.filter(ended_on=None)

    def of(self, user: Any) -> "PostingQuerySet":
        return self.filter(user_id=user.pk) if user.pk else self.none()


class Posting(models.Model):
    """Who holds a post, from when until when; with a login or only by name. A login sees what its place sees."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="postings")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="postings"
    )
    holder_name = models.CharField(max_length=100, blank=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    objects = PostingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=models.F("started_on")),
                name="posting_ends_after_it_starts",
            ),
            models.CheckConstraint(condition=Q(user__isnull=False) | ~Q(holder_name=""), name="posting_has_a_holder"),
            models.UniqueConstraint(
                fields=["post", "user"],
                condition=Q(ended_on=None),
                name="one_current_posting_of_a_user_in_a_post",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.holder}: {self.post}"

    @property
    def holder(self) -> str:
        """The name of whoever holds the post."""
        return str(self.user) if self.user_id else self.holder_name


@dataclass(frozen=True, slots=True)
class Places:
    """Where somebody is posted now: database ids, ready for `__in`."""

    establishments: frozenset[int] = frozenset()
    authorities: frozenset[int] = frozenset()
    probation_regions: frozenset[int] = frozenset()
    organisations: frozenset[int] = frozenset()
    teams: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


def places_of(user: Any) -> Places:
    """Where the user is posted now, in one query. Somebody who is not signed in, or has no posting, is nowhere."""
    columns = [f"post__{name}_id" for name in PLACES]
    rows = list(Posting.objects.current().of(user).values_list(*columns))
    return Places(*(frozenset(row[n] for row in rows if row[n] is not None) for n in range(len(PLACES))))


def place_field(place: Place) -> str:
    """The column of a post that points to this kind of place."""
    return next(name for name in PLACES if Post._meta.get_field(name).related_model is type(place))
