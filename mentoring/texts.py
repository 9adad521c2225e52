"""What the programme says in a text, in English and Welsh. Somebody else may be holding the phone.

The Welsh waits for a fluent reader, as the page that lists these says. New wording is a new version.
"""

from messaging.phrases import Phrase, declare

NAME, DAY, TIME = "Christopher-Alexander", "Wednesday 30 September", "10.30am"
LINK = "https://alongside.careleavers.example"
STOP, STOP_WELSH = " Reply STOP to stop texts.", " Atebwch STOP i beidio cael negeseuon."


def say(name: str, english: str, welsh: str, about: str = "", **longest: str) -> None:
    declare(
        Phrase(name=f"mentoring.{name}", version=1, english=english + STOP, welsh=welsh + STOP_WELSH,
               longest={"name": NAME, **longest}, title=about)
    )  # fmt: skip


say(
    "meeting_ahead",
    "Hi {name}, a reminder that we meet on {day} at {time}. Reply YES if that is fine, or NO if it is not.",
    "Helo {name}, byddwn yn cwrdd {day} am {time}. Atebwch IAWN os yw'n iawn, neu NA os nad yw.",
    day=DAY, time=TIME,
)  # fmt: skip
say(
    "meeting_moved",
    "Hi {name}, our meeting has moved. It is now on {day} at {time}. Reply NO if that does not work.",
    "Helo {name}, mae ein cyfarfod wedi symud. Bydd {day} am {time}. Atebwch NA os nad yw'n iawn.",
    "A meeting has moved", day=DAY, time=TIME,
)  # fmt: skip
say(
    "meeting_off",
    "Hi {name}, we do not meet on {day} at {time} after all. We will be in touch about another time.",
    "Helo {name}, ni fyddwn yn cwrdd {day} am {time}. Byddwn mewn cysylltiad am amser arall.",
    "A meeting is off", day=DAY, time=TIME,
)  # fmt: skip
say(
    "write_it_down",
    "Hi {name}, how was {day}? When you have five minutes, please write it down: {link}",
    "Helo {name}, sut oedd {day}? Pan fydd gennych bum munud, nodwch hynny: {link}",
    day=DAY, link=LINK,
)  # fmt: skip
say(
    "paper_runs_out",
    "Hi {name}, one of your papers runs out on {day}. We are on it. See what you can do: {link}",
    "Helo {name}, mae un o'ch papurau yn dod i ben {day}. Gwelwch beth allwch chi ei wneud: {link}",
    day=DAY, link=LINK,
)  # fmt: skip
say(
    "learning_waits",
    "Hi {name}, some of your learning is due by {day}. Sign in to see what: {link}",
    "Helo {name}, mae rhywfaint o'ch dysgu i'w wneud erbyn {day}. Mewngofnodwch i weld: {link}",
    day=DAY, link=LINK,
)  # fmt: skip
say(
    "catch_up",
    "Hi {name}, it is time for one of our regular catch-ups, by {day}. Reply with a time that suits you.",
    "Helo {name}, mae'n bryd cael sgwrs gyda'n gilydd, erbyn {day}. Atebwch gydag amser sy'n gyfleus.",
    day=DAY,
)  # fmt: skip
say(
    "big_day",
    "Hi {name}, a reminder about {day}. Please look at the plan before you set out: {link}",
    "Helo {name}, nodyn i'ch atgoffa am {day}. Edrychwch ar y cynllun cyn cychwyn: {link}",
    day=DAY, link=LINK,
)  # fmt: skip
