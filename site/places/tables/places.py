"""How lists of places look."""

from common.exports import Exported
from common.tables import A, HouseTable, TagColumn, TextColumn

TO_PAGE = ("places:places-page", {"kind": A("kind_in_url"), "ref": A("ref")})


class NameColumn(TextColumn):
    """The place's name, which leads to its page."""

    def __init__(self) -> None:
        super().__init__("Name", order_by="name", linkify=TO_PAGE)


class ContactColumn(TextColumn):
    """The shared mailbox of the first contact point. Spreadsheets of posts hold them all."""

    def __init__(self) -> None:
        super().__init__("First contact", accessor="contact_point__mailbox", exclude_from_export=True)


class EstablishmentTable(HouseTable):
    name = NameColumn()
    contact = ContactColumn()
    category = TextColumn("Function", order_by="category")
    gender = TextColumn("For", order_by="gender")
    authority = TextColumn("Council", accessor="authority__name", order_by="authority__name")
    status = TagColumn("Status", tones={"open": "go", "temporarily_closed": "wait"})
    export_columns = (
        Exported("Name", "name"),
        Exported("Code", "code"),
        Exported("Kind", "kind"),
        Exported("Function", "category"),
        Exported("Who lives there", "gender"),
        Exported("Status", "status"),
        Exported("Region", "region"),
        Exported("Council", "authority__name"),
        Exported("Run by", "operator"),
        Exported("Note", "note"),
    )

    class Meta:
        order_by = "name"


class CouncilTable(HouseTable):
    name = NameColumn()
    contact = ContactColumn()
    kind = TextColumn("Kind", order_by="kind")
    region = TextColumn("Region", order_by="region")
    export_columns = (
        Exported("Name", "name"),
        Exported("Name in Welsh", "welsh_name"),
        Exported("GSS code", "gss_code"),
        Exported("Kind", "kind"),
        Exported("Region", "region"),
        Exported("Nation", "nation"),
        Exported("Children’s services by", "children_services_by"),
        Exported("Note", "note"),
    )

    class Meta:
        order_by = "name"


class ProbationRegionTable(HouseTable):
    name = NameColumn()
    code = TextColumn("Code", order_by="code")
    nation = TextColumn("Nation", order_by="nation")
    contact = ContactColumn()

    class Meta:
        order_by = "name"


class OrganisationTable(HouseTable):
    name = NameColumn()
    kind = TextColumn("Kind", order_by="kind")
    authority = TextColumn("Council", accessor="authority__name", order_by="authority__name")
    contact = ContactColumn()

    class Meta:
        order_by = "name"


class TeamTable(HouseTable):
    name = NameColumn()
    contact = ContactColumn()

    class Meta:
        order_by = "name"
