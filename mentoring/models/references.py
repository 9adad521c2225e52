"""What somebody who knows a mentor says about them."""

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from common.sealed import blind_index
from mentoring.models.mentors import Mentor
from mentoring.rules.references import QUESTIONS


def index_of(code: str) -> str:
    """What is kept of the code in a referee's link: a keyed fingerprint. The code itself is only in the message."""
    return blind_index(code, kind="mentoring.reference")


class Reference(models.Model):
    """One referee, and their answers: written behind a link that works once, or on paper and keyed in."""

    class Status(models.TextChoices):
        NAMED = "named", "Not asked yet"
        ASKED = "asked", "Waiting for their answer"
        RECEIVED = "received", "Their answer is here"
        ACCEPTED = "accepted", "Accepted"
        NOT_ACCEPTED = "not_accepted", "Not accepted"

    STATUS_TONES = {Status.ACCEPTED: "go", Status.ASKED: "wait", Status.RECEIVED: "brand", Status.NOT_ACCEPTED: "stop"}
    ANSWERABLE = (Status.NAMED, Status.ASKED)

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="references")
    name = SealedTextField()
    known_as = SealedTextField("how they know each other", blank=True)
    email = SealedTextField(blank=True)
    reach = SealedTextField("another way to reach them", blank=True)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.NAMED)
    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    chased_at = models.DateTimeField(null=True, blank=True)
    code_index = models.CharField(max_length=32, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    answers = SealedTextField(blank=True)
    on_paper = models.BooleanField(default=False)
    received_at = models.DateTimeField(null=True, blank=True)
    keyed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    words = SealedTextField("why not, for the person", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["named", "asked", "received", "accepted", "not_accepted"]),
                name="reference_status_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(status="asked") | Q(asked_at__isnull=False, asked_by__isnull=False),
                name="reference_says_who_asked_and_when",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["named", "asked"], received_at=None)
                | (~Q(status__in=["named", "asked"]) & Q(received_at__isnull=False) & ~Q(answers="")),
                name="reference_that_came_says_when",
            ),
            models.CheckConstraint(
                condition=Q(on_paper=False, keyed_by=None) | Q(on_paper=True, keyed_by__isnull=False),
                name="paper_reference_says_who_keyed_it",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["accepted", "not_accepted"], decided_at__isnull=False, decided_by__isnull=False)
                | (~Q(status__in=["accepted", "not_accepted"]) & Q(decided_at=None, decided_by=None)),
                name="judged_reference_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(status="not_accepted") | ~Q(words=""), name="refused_reference_says_why"
            ),
            models.UniqueConstraint(fields=["code_index"], condition=~Q(code_index=""), name="a_referees_code_once"),
        ]
        indexes = [models.Index(fields=["mentor", "status"], name="reference_by_mentor")]

    def __str__(self) -> str:
        return f"reference {self.ref}"

    @property
    def said(self) -> dict[str, Any]:
        """The answers by question; nothing before they came."""
        found: dict[str, Any] = json.loads(self.answers) if self.answers else {}
        return found

    @property
    def answers_in_words(self) -> list[tuple[str, str]]:
        """(question, answer) for each that was answered."""
        return [(words, self.said[name]) for name, words in QUESTIONS.items() if self.said.get(name)]
