"""What training says in a message, in English and Welsh. The Welsh waits for a fluent reader."""

from messaging.phrases import Phrase, declare

NAME, LINK = "Christopher-Alexander", "https://alongside.careleavers.example/training/"

declare(
    Phrase(
        name="training.later", version=1, longest={"name": NAME, "link": LINK},
        english="Hi {name}, six weeks ago you finished learning something with us. What did you do with it? "
        "Tell us in a minute: {link} Reply STOP to stop texts.",
        welsh="Helo {name}, rydych wedi gorffen dysgu gyda ni. Beth wnaethoch chi wedyn? "
        "Dywedwch wrthym: {link} Atebwch STOP i beidio cael negeseuon.",
    )
)  # fmt: skip
