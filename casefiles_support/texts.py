"""What file support says in a text, in English and Welsh: that there is a talk, and nothing of what it is about.

The Welsh waits for a fluent reader, as the page that lists these says. New wording is a new version.
"""

from messaging.phrases import Phrase, declare

NAME, DAY = "Christopher-Alexander", "Wednesday 30 September"
LINK = "https://alongside.careleavers.example"
STOP, STOP_WELSH = " Reply STOP to stop texts.", " Atebwch STOP i beidio cael negeseuon."

declare(
    Phrase(
        name="files.talk", version=1, longest={"name": NAME, "day": DAY},
        english="Hi {name}, a reminder that we said we would talk on {day}. If another day is better, tell us." + STOP,
        welsh="Helo {name}, nodyn i'ch atgoffa y byddwn yn siarad {day}. Os yw diwrnod arall yn well, dywedwch."
        + STOP_WELSH,
    )
)  # fmt: skip
declare(
    Phrase(
        name="files.our_talk", version=1, longest={"name": NAME, "day": DAY, "link": LINK},
        english="Hi {name}, you said you would talk to somebody on {day}. Sign in to see whom: {link}" + STOP,
        welsh="Helo {name}, dywedoch y byddech yn siarad {day}. Mewngofnodwch i weld: {link}" + STOP_WELSH,
    )
)  # fmt: skip
