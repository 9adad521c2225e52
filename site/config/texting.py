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
TEXT_SEGMENT_PRICE = env.text("TEXT_SEGMENT_PRICE", "0.04")  # pounds, for previews and the dashboard
TEXTS = {
    "gateway": "messaging.gateways.twilio.TwilioGateway"
    if TWILIO_ACCOUNT_SID
    else "messaging.gateways.screen.ScreenGateway",
    "day": env.number("TEXT_SEGMENTS_A_DAY", 2_000),
    "month": env.number("TEXT_SEGMENTS_A_MONTH", 30_000),
    "person": env.number("TEXTS_A_DAY_TO_ONE_PERSON", 3),
    "per_second": env.number("TEXTS_A_SECOND", 10),
}
