"""Councils, probation regions, and the programme's own teams."""

from typing import Any

from django.db import models

from places.models.places import Place


class Nation(models.TextChoices):
    ENGLAND = "E", "England"
    WALES = "W", "Wales"


class Region(models.TextChoices):
    """The nine regions of England, and Wales, by the names that the Office for National Statistics gives them."""

    NORTH_EAST = "North East"
    NORTH_WEST = "North West"
    YORKSHIRE = "Yorkshire and The Humber", "Yorkshire and The Humber"
    EAST_MIDLANDS = "East Midlands"
    WEST_MIDLANDS = "West Midlands"
    EAST = "East of England", "East of England"
    LONDON = "London"
    SOUTH_EAST = "South East"
    SOUTH_WEST = "South West"
    WALES = "Wales"


class AreaQuerySet(models.QuerySet[Any]):
    def in_region(self, region: str) -> "AreaQuerySet":
        return self.filter(region=region)


class LocalAuthority(Place):
    """A council with children's services. Its GSS code is the Office for National Statistics' own name for it."""

    kind_in_url = "councils"

    class Kind(models.TextChoices):
        COUNTY = "county", "County council"
        UNITARY = "unitary", "Unitary council"
        METROPOLITAN = "metropolitan", "Metropolitan borough"
        LONDON_BOROUGH = "london_borough", "London borough"
        CITY_OF_LONDON = "city_of_london", "City of London"
        SCILLY = "isles_of_scilly", "Isles of Scilly"
        WELSH = "welsh_unitary", "Welsh council"

    gss_code = models.CharField("GSS code", max_length=9, unique=True)
    name = models.CharField(max_length=100)
    welsh_name = models.CharField("name in Welsh", max_length=100, blank=True)
    nation = models.CharField(max_length=1, choices=Nation.choices)
    region = models.CharField(max_length=40, choices=Region.choices)
    kind = models.CharField("kind of council", max_length=20, choices=Kind.choices)
    children_services_by = models.CharField(
        "who runs children’s services",
        max_length=120,
        blank=True,
        help_text="A trust or company. Leave it empty if the council does it.",
    )
    note = models.CharField(max_length=300, blank=True)

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = "council"
        verbose_name_plural = "councils"
        indexes = [models.Index(fields=["name", "id"], name="authority_by_name")]

    def __str__(self) -> str:
        return self.name


class ProbationRegion(Place):
    """A region of the Probation Service, by the area code that its case system uses."""

    kind_in_url = "probation"

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=100)
    nation = models.CharField(max_length=1, choices=Nation.choices)
    note = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.name


class Team(Place):
    """Coordinators and mentors of the programme who look after one area together."""

    kind_in_url = "teams"

    name = models.CharField(max_length=100, unique=True)

    def __str__(self) -> str:
        return self.name
