"""For tests of texts: a template, an open gate, somebody to write to, and a promise with everything filled in."""

from datetime import UTC, datetime, timedelta

from messaging import phrases
from messaging.actions import texts
from messaging.models import Text
from messaging.pointers import Pointer

MORNING = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)  # a Wednesday
STARTS = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
NUMBER = "+447700900123"
SESSION = Pointer("tests.session", "session00001")
JO = Pointer("tests.person", "jo0000000001")
PHRASE = phrases.Phrase(
    name="tests.tomorrow",
    version=1,
    english="Hi {name}, a reminder that we meet tomorrow at {time}. If that no longer works, ring 0161 496 0000. "
    "Reply STOP to stop texts.",
    welsh="Helo {name}, dyma nodyn i gofio ein bod yn cwrdd yfory am {time}. Os nad yw hynny'n gweithio, ffoniwch "
    "0161 496 0000. Atebwch STOP i beidio.",
    longest={"name": "Christopher-James", "time": "10.30am"},
)
phrases.declare(PHRASE)
NOW_AT = phrases.declare(
    phrases.Phrase(
        name="tests.moved",
        version=1,
        english="Hi {name}, we now meet at {time}. Reply STOP to stop texts.",
        welsh="Helo {name}, byddwn yn cwrdd am {time}. Atebwch STOP i beidio.",
        longest={"name": "Christopher-James", "time": "10.30am on 29 September"},
    )
)


def wanted(**changes):
    return {
        "kind": "tests.tomorrow",
        "subject": SESSION,
        "recipient": JO,
        "number": NUMBER,
        "slot": "day_before",
        "template": PHRASE.name,
        "values": {"name": "Jo", "time": "2pm"},
        "version": 1,
        "send_after": MORNING,
        "starts": STARTS,
        **changes,
    }


def promised(at=MORNING, by=None, **changes) -> Text:
    return texts.promise_text(by=by, at=at, **wanted(**changes))


def somebody(number: int) -> dict:
    """Another person, another session, another telephone."""
    return {
        "recipient": Pointer("tests.person", f"jo{number:010}"),
        "subject": Pointer("tests.session", f"s{number:011}"),
        "number": f"+4477009{number:05}",
    }


def soon(**changes) -> datetime:
    return MORNING + timedelta(**changes)
