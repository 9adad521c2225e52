"""Paper sheets: what a mentor who may carry no telephone, or may hold no login, writes on."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.roles import WHOLE_PROGRAMME, Role
from common.fields import SealedTextField
from common.refs import new_ref
from common.sheet_codes import in_fours
from mentoring.models.applications import MentorApplication
from mentoring.models.groups import Group
from mentoring.models.matches import Match
from mentoring.models.mentors import Mentor, teams_of
from mentoring.models.referrals import Referral
from people.models import IdentificationEvent
from places.models import Establishment, Team


class SheetQuerySet(models.QuerySet["PaperSheet"]):
    def waiting(self) -> "SheetQuerySet":
        """Printed, and not typed in yet."""
        return self.filter(status=PaperSheet.Status.PRINTED)

    def visible_to(self, user: Any) -> "SheetQuerySet":
        """Coordinators see their teams' sheets; managers and the safeguarding lead all. Mentors have the paper."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*WHOLE_PROGRAMME):
            return self
        if user.has_role(Role.COORDINATOR):
            return self.filter(team__in=teams_of(user))
        return self.none()


class PaperSheet(models.Model):
    """One sheet of paper. `code` stands on it, `stack` is the ref of those printed with it, `place` its number there.

    For whom it was printed may be open: a blank one_to_one sheet has no match until somebody types it in. One from the
    public pages comes without a code, and is given one by whoever types it in.
    """

    class Kind(models.TextChoices):
        ONE_TO_ONE = "one_to_one", "A session with one person"
        GROUP_REGISTER = "group_register", "A group register"
        REFERRAL = "referral", "Somebody who would like a mentor"
        IDENTIFICATION = "identification", "A question asked"
        INTEREST = "interest", "Somebody who would like to be a mentor"

    class Status(models.TextChoices):
        PRINTED = "printed", "Printed"
        KEYED = "keyed", "Typed in"
        VOID = "void", "Cancelled"

    STATUS_TONES = {Status.PRINTED: "wait", Status.KEYED: "go"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    code = models.CharField(max_length=8, unique=True, editable=False)
    stack = models.CharField(max_length=12, editable=False)
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=15, choices=Kind.choices)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    match = models.ForeignKey(Match, null=True, blank=True, on_delete=models.PROTECT, related_name="sheets")
    mentor = models.ForeignKey(Mentor, null=True, blank=True, on_delete=models.PROTECT, related_name="sheets")
    group = SealedTextField("what the group is called", blank=True)
    of_group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="sheets")
    establishment = models.ForeignKey(Establishment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    large_print = models.BooleanField(default=False)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.PRINTED)
    instead_of = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="printed_again"
    )
    came_without_code = models.BooleanField(default=False)
    printed_at = models.DateTimeField()
    printed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    keyed_at = models.DateTimeField(null=True, blank=True)
    keyed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # What it became; a session points to its sheet itself, and says on which day it was written.
    identification = models.OneToOneField(
        IdentificationEvent, null=True, blank=True, on_delete=models.PROTECT, related_name="sheet"
    )
    referral = models.OneToOneField(
        Referral, null=True, blank=True, on_delete=models.PROTECT, related_name="paper_sheet"
    )
    application = models.OneToOneField(
        MentorApplication, null=True, blank=True, on_delete=models.PROTECT, related_name="paper_sheet"
    )
    written_on = models.DateField(null=True, blank=True)
    # Written on the empty rows of a register: kept until somebody says who they are.
    names_by_hand = SealedTextField("names written by hand", blank=True)
    names_told_at = models.DateTimeField(null=True, blank=True)
    names_told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    void_at = models.DateTimeField(null=True, blank=True)
    void_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    void_reason = models.CharField("why it was cancelled", max_length=200, blank=True)

    objects = SheetQuerySet.as_manager()

    class Meta:
        verbose_name = "sheet"
        indexes = [
            models.Index(fields=["printed_at", "id"], name="sheet_by_time"),
            models.Index(fields=["team", "status", "printed_at"], name="sheet_by_team"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["stack", "place"], name="one_sheet_at_a_place_in_a_stack"),
            models.CheckConstraint(
                condition=Q(kind__in=["one_to_one", "group_register", "referral", "identification", "interest"]),
                name="sheet_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(status="printed", keyed_at=None, keyed_by=None, void_at=None, void_by=None, void_reason="")
                | Q(status="keyed", keyed_at__isnull=False, keyed_by__isnull=False, void_at=None, void_by=None)
                | (Q(status="void", void_at__isnull=False, void_by__isnull=False, keyed_at=None, keyed_by=None)
                   & ~Q(void_reason="")),
                name="sheet_says_what_became_of_it",
            ),
            models.CheckConstraint(
                condition=Q(match=None) | Q(kind__in=["one_to_one", "identification"]),
                name="only_a_sheet_about_one_has_a_match",
            ),
            models.CheckConstraint(
                condition=Q(identification=None) | Q(kind="identification", status="keyed"),
                name="only_an_identification_sheet_becomes_one",
            ),
            models.CheckConstraint(
                condition=Q(mentor=None, group="", of_group=None) | Q(kind="group_register"),
                name="only_a_register_has_a_group",
            ),
            models.CheckConstraint(
                condition=Q(referral=None) | Q(kind="referral", status="keyed"),
                name="only_a_referral_sheet_becomes_one",
            ),
            models.CheckConstraint(
                condition=Q(application=None) | Q(kind="interest", status="keyed"),
                name="only_an_interest_sheet_becomes_an_application",
            ),
            models.CheckConstraint(
                condition=Q(written_on=None) | Q(kind__in=["referral", "interest"], status="keyed"),
                name="sheet_typed_in_says_when_it_was_written",
            ),
            models.CheckConstraint(
                condition=Q(names_by_hand="", names_told_at=None) | Q(kind="group_register", status="keyed"),
                name="only_a_register_has_names_by_hand",
            ),
            models.CheckConstraint(
                condition=Q(names_told_at=None, names_told_by=None)
                | Q(names_told_at__isnull=False, names_told_by__isnull=False),
                name="names_told_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(keyed_at=None) | Q(keyed_at__gte=F("printed_at")), name="sheet_is_keyed_after_printing"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"sheet {self.ref}"

    @property
    def group_in_words(self) -> str:
        return self.of_group.name if self.of_group else self.group

    @property
    def code_in_fours(self) -> str:
        return in_fours(self.code)
