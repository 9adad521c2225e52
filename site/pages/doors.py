"""The five doors to the programme, in words: what each is for, and what happens next."""

from dataclasses import dataclass
from typing import Any

from pages.models import HandOver

Kind = HandOver.Kind


@dataclass(frozen=True)
class FormDoor:
    """`tab` stands in the browser's tab: it gives nobody away. `about` is a page that says more, where there is one."""

    kind: str
    title: str
    tab: str
    lede: str
    line: str
    button: str
    next: tuple[str, ...]
    about: str = ""


DOORS: tuple[FormDoor, ...] = (
    FormDoor(
        Kind.ASK, "Ask for a mentor", "Ask for a mentor",
        "A peer mentor has been in care too. They listen, and go with you. It is free. You can stop on any day.",
        "For yourself. Any time in care counts, at any age.",
        "Send it",
        (
            "A person reads what you wrote.",
            "We get in touch in the way that you chose, and ask a few more things.",
            "We look for somebody who fits. You both say yes or no, and a no is fine.",
            "There may be no mentor near you yet. Then we say so, and you can wait on our list.",
        ),
        "/ask-for-a-mentor/",
    ),
    FormDoor(
        Kind.REFER, "Refer someone", "Refer someone",
        "For family, friends, police and court liaison, and anybody who works with somebody.",
        "For somebody else, who knows about it and said yes.",
        "Send it",
        (
            "A person reads what you wrote.",
            "We get in touch with them in the way that you say is safe. We may ask you how to.",
            "They can say no at any time. We tell you that we have it, and after that what they allow us to tell.",
        ),
    ),
    FormDoor(
        Kind.MENTOR, "Become a mentor", "Become a mentor",
        "Have you been in care, and would you like to walk alongside somebody who has been too? Convictions "
        "are no bar: many of our mentors have them.",
        "You have been in care, and would like to walk alongside somebody.",
        "Tell us",
        (
            "Somebody gets in touch in the way that you chose.",
            "We talk, and you can fill in an application. This is not one yet: you can still say no.",
            "Becoming a mentor takes months. There are checks and training, and we do them with you.",
        ),
        "/become-a-mentor/",
    ),
    FormDoor(
        Kind.FILES, "Seeing my file", "Someone beside me",
        "You have a right to ask what was written about you when you were in care. You do not have to do it alone.",
        "You would like to see what was written about you, with somebody beside you.",
        "Send it",
        (
            "Somebody gets in touch in the way that you chose. They help people to ask, to wait and to read.",
            "You go at your own pace. You can stop, or wait, whenever you like.",
            "Asking costs nothing. Getting the papers often takes months. We tell you what we know as we go.",
        ),
    ),
    FormDoor(
        Kind.TRAINING, "Training for my prison", "Training",
        "Short modules for staff about care-experienced people in prison: on screen, on paper and face to face.",
        "You work in a prison, and would like its staff to learn with us.",
        "Send it",
        (
            "Somebody gets in touch in the way that you chose.",
            "We look together at who would learn what, and how: on screen, on paper or face to face.",
        ),
    ),
)  # fmt: skip
BY_KIND: dict[str, FormDoor] = {str(door.kind): door for door in DOORS}


def rows(said: dict[str, Any], form: Any) -> list[tuple[str, str]]:
    """What was sent, as questions and answers in the order of its form."""
    found = []
    for name, field in form.fields.items():
        if answer := said.get(name):
            choices = dict(getattr(field, "choices", ()))
            several = answer if isinstance(answer, list) else [answer]
            words = ", ".join(str(choices.get(one, one)) for one in several)
            found.append((str(field.label), words))
    return found
