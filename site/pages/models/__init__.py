"""What the public site is made of."""

from pages.models.adoptions import Adoption
from pages.models.alerts import Alert
from pages.models.consent_events import ConsentEvent
from pages.models.contacts import ContactPoint
from pages.models.downloads import Download
from pages.models.easy_read import EasyReadPage
from pages.models.editions import Edition
from pages.models.feedback import Feedback
from pages.models.guides import GuideIndexPage, GuidePage
from pages.models.hand_overs import HandOver
from pages.models.home import HomePage
from pages.models.links import LinkCheck
from pages.models.news import NewsIndexPage, NewsPage
from pages.models.pictures import Picture, PictureSize
from pages.models.promotions import Promotion
from pages.models.purges import PurgeMark
from pages.models.reviews import Review
from pages.models.searches import SearchTally
from pages.models.shipped import ShippedPage
from pages.models.standard import StandardPage
from pages.models.stories import StoryIndexPage, StoryPage
from pages.models.story_consents import StoryConsent
from pages.models.tasks import AlertCheck, ContactCheck, LivedExperienceReview, PublisherApproval
from pages.models.tool_versions import ToolVersion
from pages.models.tools import ToolIndexPage, ToolPage

__all__ = [
    "Adoption",
    "Alert",
    "AlertCheck",
    "ConsentEvent",
    "ContactCheck",
    "ContactPoint",
    "Download",
    "EasyReadPage",
    "Edition",
    "Feedback",
    "GuideIndexPage",
    "GuidePage",
    "HandOver",
    "HomePage",
    "LinkCheck",
    "LivedExperienceReview",
    "NewsIndexPage",
    "NewsPage",
    "Picture",
    "PictureSize",
    "Promotion",
    "PublisherApproval",
    "PurgeMark",
    "Review",
    "SearchTally",
    "ShippedPage",
    "StandardPage",
    "StoryConsent",
    "StoryIndexPage",
    "StoryPage",
    "ToolIndexPage",
    "ToolPage",
    "ToolVersion",
]
