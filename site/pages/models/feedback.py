"""Whether a page was of use to somebody. Nothing here says who, from where, or at what time of day."""

from datetime import date

from django.db import models
from wagtail.models import Page

from common.refs import new_ref


class FeedbackQuerySet(models.QuerySet["Feedback"]):
    def of_day(self, page: Page, day: date) -> "FeedbackQuerySet":
        return self.filter(page=page, day=day)


class Feedback(models.Model):
    """One answer about one page. No words of their own: they might name somebody."""

    class Reason(models.TextChoices):
        HARD = "hard", "Too hard to read"
        WRONG = "wrong", "Something is wrong or out of date"
        MISSING = "missing", "What I needed is not here"
        NOT_ME = "not_me", "It is not about somebody like me"
        OTHER = "other", "Something else"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    useful = models.BooleanField()
    reason = models.CharField(max_length=10, choices=Reason.choices, blank=True)

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "feedback"
        indexes = [models.Index(fields=["page", "day"], name="feedback_by_page_and_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(useful=False) | models.Q(reason=""), name="only_a_no_has_a_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page}: {'yes' if self.useful else 'no'}"
