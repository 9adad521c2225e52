"""Every way out of the house keeps the same promise."""

import smtplib

import pytest
from django.core import mail

from messaging.gateways import Gateway, Outgoing, Refused, gateway_for
from messaging.gateways.console import ConsoleGateway
from messaging.gateways.email import EmailGateway
from messaging.gateways.memory import MemoryGateway
from messaging.gateways.screen import ScreenGateway
from messaging.gateways.texts import TextOut

MESSAGE = Outgoing(ref="7h2kq09vxt4m", to="jo@post.example", subject="Something needs you", text="Sign in to see it.\n")


@pytest.fixture(autouse=True)
def empty():
    MemoryGateway.forget()


def said_by(gateway, capsys) -> list[str]:
    """What has gone out through this gateway, each message as text."""
    if isinstance(gateway, EmailGateway):
        return [f"{letter.to} {letter.subject} {letter.body}" for letter in mail.outbox]
    if isinstance(gateway, MemoryGateway):
        return [f"{said.to} {said.subject} {said.text}" for said in gateway.sent]
    out = capsys.readouterr().out
    return [part for part in out.split("To: ") if part.strip()]


@pytest.mark.parametrize("kind", [EmailGateway, ConsoleGateway, MemoryGateway])
class TestEveryGateway:
    def test_says_everything_once(self, kind, capsys):
        gateway: Gateway = kind()
        gateway.send(MESSAGE)

        [said] = said_by(gateway, capsys)
        assert all(part in said for part in (MESSAGE.to, MESSAGE.subject, MESSAGE.text))

    def test_says_each_message_to_its_own_address_only(self, kind, capsys):
        gateway: Gateway = kind()
        gateway.send(MESSAGE)
        gateway.send(Outgoing(ref="b", to="sam@post.example", subject="Another", text="x"))

        first, second = said_by(gateway, capsys)
        assert "sam@" not in first
        assert "jo@" not in second

    def test_refuses_for_good_what_has_no_address(self, kind, capsys):
        with pytest.raises(Refused) as refusal:
            kind().send(Outgoing(ref="a", to="", subject="s", text="t"))

        assert refusal.value.code == "no-address"
        assert said_by(kind(), capsys) == []

    def test_keeps_every_letter_of_every_language(self, kind, capsys):
        text = "Llŷr, Zoë and 日本 – “here”"
        kind().send(Outgoing(ref="a", to="jo@post.example", subject="Croeso", text=text))

        assert text in said_by(kind(), capsys)[0]


def test_a_message_shows_nothing_of_itself_in_a_traceback():
    assert repr(MESSAGE) == "Outgoing(ref='7h2kq09vxt4m')"


def test_email_tells_robots_not_to_answer():
    EmailGateway().send(MESSAGE)

    [letter] = mail.outbox
    assert letter.extra_headers == {"Auto-Submitted": "auto-generated", "X-Entity-Ref-ID": MESSAGE.ref}


@pytest.mark.parametrize("address", ["not an address", "a@b.example\nBcc: all@example.org", "a@b.example, c@d.example"])
def test_email_refuses_what_is_not_one_address(address):
    with pytest.raises(Refused):
        EmailGateway().send(Outgoing(ref="a", to=address, subject="s", text="t"))

    assert mail.outbox == []


@pytest.mark.parametrize(("code", "kind"), [(550, Refused), (450, smtplib.SMTPRecipientsRefused)])
def test_a_final_answer_of_the_mail_server_is_told_from_a_passing_one(monkeypatch, code, kind):
    def refuse(self):
        raise smtplib.SMTPRecipientsRefused({MESSAGE.to: (code, b"no")})

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    with pytest.raises(kind):
        EmailGateway().send(MESSAGE)


def test_a_memory_can_be_told_to_fail():
    MemoryGateway.faults.append(TimeoutError())
    with pytest.raises(TimeoutError):
        MemoryGateway().send(MESSAGE)
    MemoryGateway().send(MESSAGE)

    assert len(MemoryGateway.sent) == 1


def test_a_channel_that_nobody_speaks_is_an_error(settings):
    assert isinstance(gateway_for("email"), EmailGateway)
    with pytest.raises(KeyError):
        gateway_for("pigeon")


def test_what_the_demonstration_prints_holds_neither_the_number_nor_the_words(capsys):
    taken = ScreenGateway().send(TextOut(ref="abc", to="+447700900123", body="Hi Jo, we meet at 2pm.", seconds=60))

    said = capsys.readouterr().out
    assert taken.status == "delivered"
    assert "…123" in said and "/desk/screen/" in said
    assert not [part for part in ("7700900", "Jo", "2pm") if part in said]
