"""What this floor says in a text. The Welsh waits for a fluent reader, as the page that lists them says."""

from messaging.phrases import Phrase, declare
from people.texting import PHRASE

declare(
    Phrase(
        name=PHRASE,
        version=1,
        title="A code for a new number",
        english="Hi {name}, your code is {code}. Read it out to whoever is with you. It works for 15 minutes.",
        welsh="Helo {name}, eich cod yw {code}. Darllenwch ef i'r person sydd gyda chi. Mae'n gweithio am 15 munud.",
        longest={"name": "Christopher-Alexander", "code": "888888"},
    )
)
