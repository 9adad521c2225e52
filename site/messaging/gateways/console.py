"""Prints messages, for the demonstration."""

import sys

from messaging.gateways import Outgoing, Refused


class ConsoleGateway:
    def send(self, message: Outgoing) -> None:
        if not message.to:
            raise Refused("no-address")
        sys.stdout.write(f"\nTo: {message.to}\nSubject: {message.subject}\n\n{message.text}\n")
        sys.stdout.flush()
