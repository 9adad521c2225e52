"""Ways in: asking for a mentor, and becoming one. The forms are the programme's own; these pages lead to them."""

from pages.content.shape import Shipped, bullets, heading, in_prison, paragraph, steps
from pages.content.shared import SAMARITANS

ASKING = Shipped(
    key="asking",
    model="StandardPage",
    under="home",
    slug="ask-for-a-mentor",
    title="Ask for a mentor",
    tab="Ask for somebody",
    summary="A peer mentor has been in care too. They listen, go with you, and help you to ask for what is yours.",
    body=[
        paragraph('<p><a href="/mentoring/ask/">Ask for a mentor</a>. It takes about five minutes.</p>'),
        heading("Who can ask"),
        paragraph(
            "<p>Anybody who was ever in care, for one night or for years, and is in prison or on probation. It does "
            "not matter what you were convicted of, and we do not ask. It costs nothing. You can stop on any day.</p>"
        ),
        heading("What happens then"),
        steps(
            "",
            "A person reads what you wrote, within three working days.",
            "We get in touch in the way that you said is safe.",
            "We look for somebody who fits: near you, and with what you asked for.",
            "You both say yes or no. A no is fine, and nobody asks why.",
        ),
        in_prison(
            "<p>Tell any member of staff that you would like a peer mentor, or ask for the paper form. We answer by "
            "letter, by a visit or through staff, and never on a phone.</p>"
        ),
        heading("For somebody else"),
        paragraph('<p>Ask them first. If they say yes, <a href="/mentoring/ask/somebody/">ask for them here</a>.</p>'),
        SAMARITANS,
    ],
)
MENTORING = Shipped(
    key="mentoring",
    model="StandardPage",
    under="home",
    slug="become-a-mentor",
    title="Become a peer mentor",
    tab="Become a mentor",
    summary="If you were in care and have been in prison or on probation, you know things that no course can teach.",
    body=[
        paragraph('<p><a href="/mentoring/interest/">Tell us that you are interested</a>. It takes two minutes.</p>'),
        heading("What a mentor does"),
        bullets(
            "You meet one person, about once a week:",
            "you listen",
            "you go with them, to a visit, a meeting or the gate",
            "you help them to ask for what is theirs.",
        ),
        heading("Convictions are no bar"),
        paragraph(
            "<p>Many of our mentors have them. We ask once, few people read it, and nobody is turned away without "
            "being told why. If the answer is no, you can ask for somebody else to look again.</p>"
        ),
        heading("What happens then"),
        steps(
            "",
            "We talk, and you fill in an application. You can stop and go on later.",
            "We meet you, and ask two people who know you.",
            "We do the checks that the work needs, together with you.",
            "You do the training, and get somebody who supports you.",
            "We look for a person who fits, and both of you say yes.",
        ),
        in_prison("<p>You can be a mentor inside, too. Ask any member of staff for the paper form.</p>"),
    ],
)
