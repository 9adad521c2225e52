"""Text messages: the account at Twilio, or none. Without one the demonstration shows what it would have sent."""

from config import env

TWILIO_API_BASE_URL = env.text("TWILIO_API_BASE_URL").rstrip("/")  # empty: the real one
TWILIO_ACCOUNT_SID = env.text("TWILIO_ACCOUNT_SID")
TWILIO_AUTH_TOKEN = env.text("TWILIO_AUTH_TOKEN")
# One of these: a +44 7 number, so that people can answer, or a messaging service.
TWILIO_FROM = env.text("TWILIO_FROM")
TWILIO_MESSAGING_SERVICE_SID = env.text("TWILIO_MESSAGING_SERVICE_SID")
# If set, texts go to these numbers and to no others.
TEXT_ONLY_TO = env.words("TEXT_ONLY_TO")
# Names that no text may say, beside those of places: of the programme, and of whoever runs it.
TEXT_PRIVATE_NAMES = env.words("TEXT_PRIVATE_NAMES", "Alongside")
TEXT_SEGMENT_PRICE = env.text("TEXT_SEGMENT_PRICE", "0.04")  # pounds, for previews and the dashboard
TWILIO = "messaging.gateways.twilio.TwilioGateway"
SCREEN = "messaging.gateways.screen.ScreenGateway"
TEXTS = {
    # settings.py leaves the screen out for real people: without an account their texts wait, and are not “delivered”.
    "gateway": TWILIO if TWILIO_ACCOUNT_SID else SCREEN,
    "day": env.number("TEXT_SEGMENTS_A_DAY", 2_000),
    "month": env.number("TEXT_SEGMENTS_A_MONTH", 30_000),
    "person": env.number("TEXTS_A_DAY_TO_ONE_PERSON", 3),
    "per_second": env.number("TEXTS_A_SECOND", 10),
}


def problems(*, debug: bool) -> dict[str, str]:
    """What is wrong with the account, by setting. Outside production no real person may get a text by mistake."""
    if not TWILIO_ACCOUNT_SID:
        return {}
    wrong = {}
    if not TWILIO_AUTH_TOKEN:
        wrong["TWILIO_AUTH_TOKEN"] = "set it, or take TWILIO_ACCOUNT_SID away"  # noqa: S105
    if bool(TWILIO_FROM) == bool(TWILIO_MESSAGING_SERVICE_SID):
        wrong["TWILIO_FROM"] = "set it to a +44 7 number, or set TWILIO_MESSAGING_SERVICE_SID; one of the two"
    if debug and not TWILIO_API_BASE_URL and not TEXT_ONLY_TO:
        wrong["TEXT_ONLY_TO"] = "name the numbers that texts may go to, or set TWILIO_API_BASE_URL to a stand-in"
    return wrong
