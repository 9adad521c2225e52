"""Telling family: what, whom and when, in words for a relationship and never a name."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.journeys import Journey
from common.refs import new_ref


class FamilyPlan(models.Model):
    WAY = "journey"

    class Whom(models.TextChoices):
        MOTHER = "mother", "My mother"
        FATHER = "father", "My father"
        SISTER = "sister", "My sister"
        BROTHER = "brother", "My brother"
        GRANDPARENT = "grandparent", "My grandparent"
        CHILD = "child", "My child"
        PARTNER = "partner", "My partner"
        AUNT_UNCLE = "aunt_uncle", "My aunt or uncle"
        FOSTER_FAMILY = "foster_family", "My foster family"
        SOMEBODY_ELSE = "somebody_else", "Somebody else"

    class Share(models.TextChoices):
        THAT_I_ASKED = "that_i_asked", "That I asked for my records"
        THAT_I_READ = "that_i_read", "That I read them"
        SOME = "some", "Some of what they say"
        A_QUESTION = "a_question", "A question I have"
        NOTHING_YET = "nothing_yet", "Nothing for now"

    class Mediation(models.TextChoices):
        NOT_WANTED = "not_wanted", "Not wanted"
        ASKED = "asked", "They would like it"
        REFERRED = "referred", "We have asked a service"
        HAPPENED = "happened", "It happened"

    class Contact(models.TextChoices):
        """Whether probation was asked, for the person’s own protection, if contact with this relative is allowed."""

        NOT_ASKED = "not_asked", "Not asked yet"
        MAY = "may", "Contact is allowed"
        MAY_NOT = "may_not", "Contact is not allowed now"
        NO_NEED = "no_need", "There is no need to ask"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="family_plans")
    whom = models.CharField(max_length=13, choices=Whom.choices)
    share = models.CharField("what to tell", max_length=12, choices=Share.choices)
    hoped_for_on = models.DateField("when", null=True, blank=True)
    mediation = models.CharField(max_length=10, choices=Mediation.choices, default=Mediation.NOT_WANTED)
    contact = models.CharField("is contact allowed?", max_length=9, choices=Contact.choices, default=Contact.NOT_ASKED)
    recorded_told = models.BooleanField("they know that calls are recorded", default=False)
    told_on = models.DateField("the day they told them", null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = InsideQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["made_by", "key"], name="one_family_plan_for_each_form"),
            models.CheckConstraint(
                condition=Q(mediation__in=["not_wanted", "asked", "referred", "happened"]),
                name="family_plan_mediation_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"family plan {self.ref}"
