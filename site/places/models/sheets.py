"""What a spreadsheet of each kind of place looks like: which column is which fact."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models

from places.models.areas import LocalAuthority, Nation, ProbationRegion, Region
from places.models.establishments import Establishment
from places.rules import sheets
from places.rules.sheets import Column, Row

GSS = sheets.pattern(r"[EW](06|08|09|10)[0-9]{6}", "E08000035")
CODE = sheets.pattern(r"[A-Z0-9]{3,10}", "LEI")
Links = dict[str, Any]


def _choices(enum: type[models.TextChoices]) -> dict[str, str]:
    return {str(value): str(label) for value, label in enum.choices}


@dataclass(frozen=True)
class Sheet:
    """One kind of file. The same columns go out and come in: a file that comes back unchanged changes nothing."""

    kind: str
    model: type[models.Model]
    key: str
    columns: tuple[Column, ...]
    fields: dict[str, str] = field(default_factory=dict)  # where a column is not called what its field is

    def records(self) -> models.QuerySet[Any]:
        return self.model._default_manager.order_by("pk")

    def keys_of(self, cells: dict[str, str]) -> Iterator[str]:
        """What a row may be known by, the surest first."""
        yield cells[self.key]

    def field_of(self, column: str) -> str:
        return self.fields.get(column, column)

    def cells_of(self, record: Any) -> dict[str, str]:
        """The row that stands for a record, in its written form."""
        return {column.name: written(getattr(record, self.field_of(column.name))) for column in self.columns}

    def links(self) -> Links:
        """Records that rows point to, by their code."""
        return {}

    def problems(self, row: Row, record: Any, links: Links) -> list[str]:
        """What is wrong with a row beyond its cells."""
        return []

    def put(self, record: Any, cells: dict[str, str], names: list[str], links: Links) -> list[str]:
        """Sets the named columns on a record (not saved) and returns the fields that changed."""
        for name in names:
            setattr(record, self.field_of(name), cells[name])
        return [self.field_of(name) for name in names]


def written(value: Any) -> str:
    """A fact as a cell holds it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value or "")


class EstablishmentSheet(Sheet):
    COUNCIL = "local_authority_gss"

    def records(self) -> models.QuerySet[Any]:
        return super().records().select_related("authority")

    def cells_of(self, record: Any) -> dict[str, str]:
        return super().cells_of(record) | {self.COUNCIL: record.authority.gss_code}

    def links(self) -> Links:
        return {council.gss_code: council for council in LocalAuthority.objects.all()}

    def problems(self, row: Row, record: Any, links: Links) -> list[str]:
        return [] if row.cells[self.COUNCIL] in links else [f"{self.COUNCIL} names no council that we know."]

    def put(self, record: Any, cells: dict[str, str], names: list[str], links: Links) -> list[str]:
        return super().put(record, cells | {self.COUNCIL: links[cells[self.COUNCIL]]}, names, links)


_NAME = Column("name", required=True, most=100)
_NATION = Column("nation", required=True, choices=_choices(Nation))
_REGION = Column("region", required=True, choices=_choices(Region))
_NOTE = Column("note")

COUNCILS = Sheet(
    "councils",
    LocalAuthority,
    "gss_code",
    (
        Column("gss_code", GSS, required=True),
        _NAME,
        Column("welsh_name", most=100),
        _NATION,
        _REGION,
        Column("kind", required=True, choices=_choices(LocalAuthority.Kind)),
        Column("children_services_by", most=120),
        _NOTE,
    ),
)
PROBATION_REGIONS = Sheet(
    "probation_regions", ProbationRegion, "code", (Column("code", CODE, required=True), _NAME, _NATION, _NOTE)
)
ESTABLISHMENTS = EstablishmentSheet(
    "establishments",
    Establishment,
    "code",
    (
        Column("code", CODE, required=True),
        _NAME,
        Column("kind", required=True, choices=_choices(Establishment.Kind)),
        Column("gender", required=True, choices=_choices(Establishment.Gender)),
        Column("category", required=True, choices=_choices(Establishment.Category)),
        _REGION,
        Column("local_authority_gss", GSS, required=True),
        Column("operator", most=60),
        Column("status", required=True, choices=_choices(Establishment.Status)),
        _NOTE,
    ),
    {"local_authority_gss": "authority"},
)
