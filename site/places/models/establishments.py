"""Prisons and young offender institutions, and other organisations."""

from django.db import models

from places.models.areas import LocalAuthority, Region
from places.models.places import Place


class EstablishmentQuerySet(models.QuerySet["Establishment"]):
    def open(self) -> "EstablishmentQuerySet":
        return self.filter(status=Establishment.Status.OPEN)

    def in_region(self, region: str) -> "EstablishmentQuerySet":
        return self.filter(region=region)


class Establishment(Place):
    """A prison, young offender institution or the like, by the code that the prison service gives it."""

    kind_in_url = "prisons"

    class Kind(models.TextChoices):
        PRISON = "prison", "Prison"
        PRISON_AND_YOI = "prison_and_yoi", "Prison and young offender institution"
        YOI = "yoi", "Young offender institution"
        UNDER_18 = "youth_custody_under_18", "Young offender institution for under-18s"
        TRAINING_CENTRE = "secure_training_centre", "Secure training centre"
        SECURE_SCHOOL = "secure_school", "Secure school"
        IMMIGRATION = "immigration_removal", "Immigration removal centre"

    class Gender(models.TextChoices):
        MEN = "men", "Men"
        WOMEN = "women", "Women"
        BOYS = "boys", "Boys"
        MIXED = "mixed", "Mixed"

    class Category(models.TextChoices):
        """One word for the main function; many prisons do two things at once."""

        RECEPTION = "reception", "Reception"
        TRAINER = "trainer", "Training"
        RESETTLEMENT = "resettlement", "Resettlement"
        OPEN = "open", "Open prison"
        HIGH_SECURITY = "high_security", "High security"
        WOMENS = "womens", "Women’s prison"
        YOUTH = "youth", "Children and young people"

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        TEMPORARILY_CLOSED = "temporarily_closed", "Temporarily closed"
        CLOSED = "closed", "Closed"

    code = models.CharField(max_length=10, unique=True)
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=30, choices=Kind.choices)
    gender = models.CharField("who lives there", max_length=10, choices=Gender.choices)
    category = models.CharField("main function", max_length=30, choices=Category.choices)
    region = models.CharField(max_length=40, choices=Region.choices)
    authority = models.ForeignKey(
        LocalAuthority,
        verbose_name="council",
        on_delete=models.PROTECT,
        related_name="establishments",
        help_text="The council whose area it stands in.",
    )
    operator = models.CharField("run by", max_length=60, blank=True)
    status = models.CharField("open or closed", max_length=20, choices=Status.choices, default=Status.OPEN)
    note = models.CharField(max_length=300, blank=True)

    objects = EstablishmentQuerySet.as_manager()

    class Meta:
        verbose_name = "prison"
        verbose_name_plural = "prisons"
        indexes = [models.Index(fields=["name", "id"], name="establishment_by_name")]

    def __str__(self) -> str:
        return self.name


class Organisation(Place):
    """Anybody else: a children's trust, a charity, a health trust, a police force."""

    kind_in_url = "organisations"

    class Kind(models.TextChoices):
        CHILDRENS_TRUST = "childrens_trust", "Children’s trust"
        CHARITY = "charity", "Charity"
        HEALTH = "health", "Health"
        POLICE = "police", "Police"
        COURT = "court", "Court"
        OTHER = "other", "Other"

    name = models.CharField(max_length=150, unique=True)
    kind = models.CharField("kind of organisation", max_length=20, choices=Kind.choices)
    authority = models.ForeignKey(
        LocalAuthority,
        verbose_name="council",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="organisations",
        help_text="The council it works for, if it works for one.",
    )

    def __str__(self) -> str:
        return self.name
