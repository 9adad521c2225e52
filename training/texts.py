"""What training says in a message, in English and Welsh. The Welsh waits for a fluent reader."""

from messaging.phrases import Phrase, declare

DAY = "Wednesday 30 September"
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
declare(
    Phrase(
        name="training.due", version=1, longest={"name": NAME, "day": DAY, "link": LINK},
        english="Hi {name}, your course is to be finished by {day}. See what is left: {link} Reply STOP to stop texts.",
        welsh="Helo {name}, dylech orffen eich cwrs erbyn {day}. Gwelwch beth arall sydd i'w wneud: {link} "
        "Atebwch STOP i beidio cael negeseuon.",
    )
)  # fmt: skip
declare(
    Phrase(
        name="training.runs_out", version=1, longest={"name": NAME, "day": DAY, "link": LINK},
        english="Hi {name}, something that you learned with us counts until {day}. See what is new: {link} "
        "Reply STOP to stop texts.",
        welsh="Helo {name}, mae rhywbeth a ddysgoch gyda ni yn cyfrif tan {day}. Gwelwch beth sy'n newydd: {link} "
        "Atebwch STOP i beidio cael negeseuon.",
    )
)  # fmt: skip
