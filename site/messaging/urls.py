"""Doors for Twilio alone: each looks at the signature first. Plain ASCII, since signatures are over the address."""

from django.urls import path

from messaging.views import inbound_texts, texts

app_name = "messaging"
urlpatterns = [
    path("texts/report/", texts.report, name="texts-report"),
    path("texts/receive/", inbound_texts.receive, name="inbound-texts-receive"),
]
