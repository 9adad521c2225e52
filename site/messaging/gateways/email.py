"""Sends email through Django's email settings."""

import smtplib

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email

from messaging.gateways import Outgoing, Refused

FOR_EVER = 500  # SMTP: replies from 500 on are final, those below may pass


class EmailGateway:
    def send(self, message: Outgoing) -> None:
        try:
            validate_email(message.to)
        except ValidationError:
            raise Refused("no-address") from None
        letter = EmailMessage(
            subject=message.subject,
            body=message.text,
            to=[message.to],
            # A machine wrote this: out-of-office robots should not answer. The reference lets a repeat be recognised.
            headers={"Auto-Submitted": "auto-generated", "X-Entity-Ref-ID": message.ref},
        )
        try:
            letter.send()
        except smtplib.SMTPRecipientsRefused as refusal:
            codes = [code for code, _ in refusal.recipients.values()]
            if codes and min(codes) >= FOR_EVER:
                raise Refused(f"smtp-{min(codes)}") from None
            raise
