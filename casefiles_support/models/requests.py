"""Asking one holder for records: the legal track. Each request runs on that holder’s own clock."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casefiles_support.models.holders import Holder
from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.journeys import Journey
from common.refs import new_ref


class RequestQuerySet(InsideQuerySet):
    def open(self) -> "RequestQuerySet":
        return self.exclude(status=AccessRequest.Status.CLOSED)

    def with_clock(self) -> "RequestQuerySet":
        """With the facts that the clock is worked out from, so that a list asks once."""
        return self.select_related("holder", "journey__person").prefetch_related("facts")


class AccessRequest(models.Model):
    """Late, estimated, extended and provisional are worked out from the facts (law/access_clock.py), never stored.

    `before` is the state that a closed request goes back to. There is no field for why somebody asks.
    """

    WAY = "journey"

    class Status(models.TextChoices):
        DRAFTING = "drafting", "Writing the letter"
        AGREED = "agreed", "They agreed to the letter"
        READY = "ready", "Ready to send"
        SENT = "sent", "Sent"
        RUNNING = "running", "The holder has it"
        WAITING_FOR_PROOF = "waiting_for_proof", "The holder asked for proof"
        PAUSED = "paused", "The holder asked a question"
        LAPSED = "lapsed", "The holder stopped: nobody answered its question"
        PART_ANSWERED = "part_answered", "Part of it has come"
        ANSWERED = "answered", "It was answered"
        NONE_FOUND = "none_found", "The holder found nothing"
        REFUSED = "refused", "The holder said no"
        PASSED_ON = "passed_on", "Passed on to another holder"
        IN_COMPLAINT = "in_complaint", "We have complained to the holder"
        WITH_ICO = "with_ico", "The regulator has it"
        WITHDRAWN = "withdrawn", "They stopped it"
        CLOSED = "closed", "Closed"

    class Scope(models.TextChoices):
        EVERYTHING = "everything", "Everything"
        FIRST_MONTHS = "first_months", "The first months"
        ONE_QUESTION = "one_question", "One question"
        MEMORIES = "memories", "Photographs, letters and life-story work only"

    class Format(models.TextChoices):
        PAPER = "paper", "On paper"
        DIGITAL = "digital", "On a disc, a stick or by a link"

    class Deliver(models.TextChoices):
        SUPPORTER = "supporter", "To the programme, for their named supporter"
        PRISON_STAFF = "prison_staff", "To a named member of staff in the prison"
        PERSON = "person", "To themselves"
        TRUSTED = "trusted", "To somebody they trust"
        SOLICITOR = "solicitor", "To their solicitor"
        COLLECT = "collect", "They will fetch it"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="requests")
    holder = models.ForeignKey(Holder, on_delete=models.PROTECT, related_name="requests")
    passed_on_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="passed_on"
    )
    scope = models.CharField("what they would like to see", max_length=14, choices=Scope.choices)
    years_from = models.PositiveSmallIntegerField("from about the year", null=True, blank=True)
    years_to = models.PositiveSmallIntegerField("to about the year", null=True, blank=True)
    wants_photographs = models.BooleanField("photographs", default=True)
    wants_letters = models.BooleanField("letters and cards", default=True)
    wants_life_story = models.BooleanField("life-story work", default=True)
    format = models.CharField(max_length=8, choices=Format.choices, default=Format.PAPER)
    # A governor’s leave for a disc or a stick: the day, and the post that gave it.
    authorised_on = models.DateField("the day the governor allowed it", null=True, blank=True)
    authorised_by_post = models.CharField("who allowed it", max_length=120, blank=True)
    deliver_to = models.CharField("where it should go", max_length=12, choices=Deliver.choices)
    status = models.CharField(max_length=18, choices=Status.choices, default=Status.DRAFTING)
    before = models.CharField(max_length=18, choices=Status.choices, blank=True)
    rule_version = models.CharField("version of the law it was worked out by", max_length=40, blank=True)
    last_contact_on = models.DateField("when the holder last wrote or spoke", null=True, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = RequestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["opened_by", "key"], name="one_request_for_each_form"),
            models.UniqueConstraint(
                fields=["journey", "holder"], condition=~Q(status__in=["lapsed", "passed_on", "withdrawn", "closed"]),
                name="one_open_request_to_a_holder",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["drafting", "agreed", "ready", "sent", "running", "waiting_for_proof", "paused",
                    "lapsed", "part_answered", "answered", "none_found", "refused", "passed_on", "in_complaint",
                    "with_ico", "withdrawn", "closed"]), name="request_status_is_known",
            ),
            models.CheckConstraint(
                condition=Q(years_from=None) | Q(years_to=None) | Q(years_to__gte=F("years_from")),
                name="request_years_go_forwards",
            ),
            models.CheckConstraint(
                condition=Q(authorised_on=None, authorised_by_post="")
                | Q(authorised_on__isnull=False) & ~Q(authorised_by_post=""), name="governor_s_leave_says_when_and_who",
            ),
            models.CheckConstraint(
                condition=Q(status="closed", closed_on__isnull=False) & ~Q(before="")
                | ~Q(status="closed") & Q(closed_on=None, before=""), name="closed_request_has_a_day",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["journey", "status"], name="request_by_journey"),
            models.Index(fields=["holder", "status"], name="request_by_holder"),
            models.Index(fields=["status", "opened_at"], name="request_by_status"),
        ]

    def __str__(self) -> str:
        return f"request {self.ref}"

    def was_authorised(self, on: date) -> bool:
        return self.authorised_on is not None and self.authorised_on <= on
