from places.models.areas import LocalAuthority, Nation, ProbationRegion, Region, Team
from places.models.establishments import Establishment, Organisation
from places.models.loading import SHEETS, Upload
from places.models.offers import Offer
from places.models.places import Place
from places.models.posts import PLACES, Places, Post, Posting, place_field, places_of

__all__ = [
    "PLACES",
    "SHEETS",
    "Establishment",
    "LocalAuthority",
    "Nation",
    "Offer",
    "Organisation",
    "Place",
    "Places",
    "Post",
    "Posting",
    "ProbationRegion",
    "Region",
    "Team",
    "Upload",
    "place_field",
    "places_of",
]
