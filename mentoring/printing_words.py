"""What a paper sheet says around its questions: what it is, what saying yes means, who gets it, and what happens next.

The promises are those of the public forms (HAND_OVER_WORKING_DAYS in config/contact.py): change them together.
"""

from mentoring.models import PaperSheet

Kind = PaperSheet.Kind
TITLES = {
    Kind.ONE_TO_ONE: "A session together",
    Kind.GROUP_REGISTER: "A group session",
    Kind.REFERRAL: "Ask for somebody alongside",
    Kind.IDENTIFICATION: "A question asked",
    Kind.INTEREST: "Become a peer mentor",
}
DANGER = "If someone is in danger, tell a member of staff now."
# The first sentence is set in bold.
TOP = {
    Kind.ONE_TO_ONE: [
        DANGER,
        "Do not wait for this sheet. Write first names only. Leave out what anybody is in prison for.",
    ],
    Kind.REFERRAL: [
        DANGER,
        "Do not wait for this sheet. A peer mentor is somebody who has been through something like it. They listen, "
        "and go with you. It costs nothing. Any time in care, at any age, is enough.",
        "Is it for you? Then “they” means you. Is it for somebody else? Ask them first. If they did not say yes, do "
        "not hand it in. You may leave a question empty, but not the name, nor the yes at the end. Never write what "
        "anybody is in prison for.",
    ],
    Kind.INTEREST: [
        "Have you been in care, and would you like to walk alongside somebody who has been too?",
        "Convictions are no bar: many of our mentors have them. You need not write about them here. Nobody is turned "
        "away without being told why. You may leave a question empty, but not your name.",
    ],
}
# Above the line to sign on.
SAYING_YES = {
    Kind.REFERRAL: [
        "I know what is written here, and I would like a mentor. The coordinators of Alongside may keep this sheet and "
        "use it to find me one. They ask me before they tell anybody else, unless somebody is in danger.",
        "I can say no, or stop, on any day. Alongside never holds it against me.",
    ],
    Kind.INTEREST: [
        "Alongside may keep what I wrote, read it, and answer me. It is not an application yet: I can still say no.",
    ],
}
WHAT_NEXT = {
    Kind.REFERRAL: [
        "We count from the day on which this sheet reaches us; we cannot say how long the post takes. Then a person "
        "reads it within three working days. We answer on paper or through staff. We never ring or text somebody in "
        "prison. There may be no mentor near you yet: then we say so, and you can wait on our list.",
        "Four weeks, and no word from us? The sheet may be lost. Please ask again.",
    ],
    Kind.INTEREST: [
        "We count from the day on which this sheet reaches us; we cannot say how long the post takes. Then somebody "
        "answers you within ten working days. In prison we answer on paper or through staff, and you can do all of it "
        "on paper. Becoming a mentor takes months: two people speak for you, we talk, and there are checks and "
        "training.",
        "Four weeks, and no word from us? The sheet may be lost. Please ask again.",
    ],
}
TO_US = "In prison, give it to the member of staff who gave it to you. They pass it on to the coordinator of Alongside."
GIVE_TO = {
    Kind.ONE_TO_ONE: "Give this sheet to your coordinator.",
    Kind.GROUP_REGISTER: "Give this sheet to your coordinator.",
    Kind.IDENTIFICATION: "Give this sheet to your coordinator.",
    Kind.REFERRAL: TO_US,
    Kind.INTEREST: TO_US,
}
ANY_STAFF = (
    "In prison, give it to any member of staff, and ask them to pass it on to Alongside. Outside, give it to your "
    "probation worker or your personal adviser."
)
WITHOUT_CODE = {Kind.REFERRAL: ANY_STAFF, Kind.INTEREST: ANY_STAFF}
OUTSIDE = "Fold the sheet twice, so that this side is outside. Nobody but the coordinator needs to open it."
