"""The words that come with Alongside. Loading them is safe at any time: what editors did stays as they left it."""

from datetime import datetime

from pages.actions import shipped
from pages.content import about, adviser, history, joining, prison, staff

# A page comes after the one it stands under.
SHIPPED = [
    about.HOME,
    about.HELP,
    history.PAGE,
    adviser.PAGE,
    prison.PAGE,
    staff.PAGE,
    joining.ASKING,
    joining.MENTORING,
    about.ACCESSIBILITY,
    about.PRIVACY,
    about.CONTACT,
]


def load(at: datetime) -> list[str]:
    """Put in place and publish what is not there yet; returns the keys of the pages that are new."""
    return shipped.place(pages=SHIPPED, by=None, at=at)
