from people.models.concern_notes import ConcernNote
from people.models.concerns import Concern
from people.models.contact_points import ContactPoint
from people.models.identifications import IdentificationEvent
from people.models.locations import LocationEpisode
from people.models.number_codes import NumberCode
from people.models.permissions import SharingPermission
from people.models.persons import Need, Person
from people.models.text_choices import TextChoice

__all__ = [
    "Concern",
    "ConcernNote",
    "ContactPoint",
    "IdentificationEvent",
    "LocationEpisode",
    "Need",
    "NumberCode",
    "Person",
    "SharingPermission",
    "TextChoice",
]
