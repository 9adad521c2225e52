"""Some of the pages that come with Alongside: enough for a reader's way through them, and quick to load."""

from datetime import datetime

from pages import content
from pages.actions import contacts, shipped
from tests.conftest import NOW

FEW = "home help history adviser prison staff asking mentoring accessibility privacy contact".split()
SHIPPED = [page for page in content.SHIPPED if page.key in FEW]


def load_few(at: datetime = NOW) -> list[str]:
    contacts.place(contacts=content.CONTACTS, by=None, at=at)
    return shipped.place(pages=SHIPPED, by=None, at=at)
