"""Texts through Twilio, or whatever stands at TWILIO_API_BASE_URL and speaks like it.

Of a fault only its code or its class goes on: Twilio's own sentences hold the number.
"""

import threading
from datetime import UTC, datetime
from typing import Any, NoReturn
from urllib.parse import urlsplit

import requests
from django.conf import settings
from django.urls import reverse
from twilio.base.exceptions import TwilioException
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from messaging.gateways.texts import Listed, NotTaken, Taken, TextOut
from messaging.patience import text_patience
from messaging.rules.answers import outcome

TWILIO = "https://api.twilio.com"
AT_MOST = 200  # texts of one number that are looked through
ASK_AGAIN = "#rc=3&rp=all"  # Twilio, please report up to three times more, whatever went wrong
_mine = threading.local()  # a client keeps its last answer, so each thread has its own


class Redirected(TwilioHttpClient):
    """Twilio's own client, with another host, a limit of time, and an ear for Retry-After."""

    def __init__(self, base_url: str, timeout: float) -> None:
        super().__init__(timeout=timeout)
        self.base_url = base_url
        self._ask_the_environment_once()
        self.retry_after = 0.0

    def _ask_the_environment_once(self) -> None:
        """For its proxies and certificates: otherwise each request looks through all of it, some four times."""
        if (session := self.session) is None:
            return
        found = session.merge_environment_settings(self.base_url or TWILIO, {}, None, None, None)
        session.proxies, session.verify, session.trust_env = found["proxies"], found["verify"], False

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
        parts = urlsplit(url)
        if self.base_url and (parts.hostname or "").endswith(".twilio.com"):
            url = self.base_url + url[len(f"{parts.scheme}://{parts.netloc}") :]
        self.retry_after = 0.0
        answer = super().request(method, url, *args, **kwargs)
        self.retry_after = seconds((answer.headers or {}).get("Retry-After", ""))
        return answer


def seconds(written: str) -> float:
    """Retry-After in seconds; a date, or nothing, is 0: then our own pause counts."""
    try:
        return min(max(float(written), 0), 3600)
    except ValueError:
        return 0


class TwilioGateway:
    def __init__(self) -> None:
        wanted = (settings.TWILIO_API_BASE_URL, settings.TWILIO_ACCOUNT_SID, settings.TWILIO_AUTH_TOKEN)
        if getattr(_mine, "wanted", None) != wanted:
            _mine.http = Redirected(settings.TWILIO_API_BASE_URL, text_patience().timeout)
            _mine.client = Client(settings.TWILIO_ACCOUNT_SID, settings.TWILIO_AUTH_TOKEN, http_client=_mine.http)
            _mine.client.messages  # noqa: B018  its first use loads for seconds: not between “sending” and the post
            callback("")  # so does this one
            _mine.wanted = wanted
        self.client, self.http = _mine.client, _mine.http

    def send(self, text: TextOut) -> Taken:
        service = settings.TWILIO_MESSAGING_SERVICE_SID
        sender = {"messaging_service_sid": service} if service else {"from_": settings.TWILIO_FROM}
        try:
            made = self.client.messages.create(
                to=text.to, body=text.body, validity_period=text.seconds, status_callback=callback(text.ref), **sender
            )
        except Exception as fault:  # whatever comes of a POST, the question is the same: can it have been taken?
            self.explain(fault)
        if not made.sid:
            raise NotTaken(outcome(http=None), kind="NoSid")
        return Taken(sid=made.sid, status=str(made.status))

    def explain(self, fault: Exception) -> NoReturn:
        http = getattr(fault, "status", None) if isinstance(fault, TwilioException) else None
        code = getattr(fault, "code", None) if http else None
        proved = outcome(http=http, never_left=never_left(fault))
        known = code if isinstance(code, int) and code != http else None
        raise NotTaken(proved, known, wait=self.http.retry_after, kind=type(fault).__name__) from None

    def find(self, *, to: str, since: datetime) -> list[Listed]:
        """Newest first, as Twilio lists them. Not by the day they were sent: one that waits has none yet."""
        found = []
        for message in self.client.messages.stream(to=to, limit=AT_MOST, page_size=50):
            if message.date_created and message.date_created.astimezone(UTC) < since:
                break
            found.append(listed(message))
        return found

    def fetch(self, sid: str) -> Listed:
        return listed(self.client.messages(sid).fetch())

    def redact(self, sid: str) -> None:
        self.client.messages(sid).update(body="")


def listed(message: Any) -> Listed:
    return Listed(message.sid, str(message.status), message.error_code or None, message.body or "")


def callback(ref: str) -> str:
    """Plain ASCII, with the reference in the query: proxies rebuild anything else, and then no signature holds."""
    return f"{settings.PUBLIC_BASE_URL}{reverse('messaging:texts-report')}?ref={ref}{ASK_AGAIN}"


def never_left(fault: Exception) -> bool:
    """No connection could be made: refused, no such host, or no answer to the first greeting."""
    if isinstance(fault, requests.ConnectTimeout):
        return True
    if not isinstance(fault, requests.ConnectionError):
        return False
    reason = getattr(fault.args[0], "reason", None) if fault.args else None
    return isinstance(reason, NewConnectionError | ConnectTimeoutError)
