"""The front door, the list of guides, and the pages about the site itself."""

from pages.content.shape import Shipped, bullets, heading, paragraph, unsure
from pages.content.shared import DANGER, SAMARITANS

HOME = Shipped(
    key="home",
    model="HomePage",
    under="",
    slug="alongside",
    title="Someone who has been there",
    tab="Welcome",
    summary="Peer mentors for people who have been in care and are in prison or on probation. They have been in "
    "care too.",
    body=[
        paragraph(
            "<p>Were you in care as a child, for a long time or a short one? It counts at any age. You may have "
            "rights that nobody told you about, and there are people who will walk beside you.</p>"
        ),
        {"type": "doors", "value": ["asking", "history", "adviser", "prison", "staff", "mentoring"]},
        SAMARITANS,
        DANGER,
    ],
)
HELP = Shipped(
    key="help",
    model="GuideIndexPage",
    under="home",
    slug="help",
    title="Help and rights",
    tab="Help and rights",
    summary="Short guides in plain words. Each one says where its facts come from and when we last checked them.",
)
ACCESSIBILITY = Shipped(
    key="accessibility",
    model="StandardPage",
    under="home",
    slug="accessibility",
    title="Using this site your way",
    tab="Accessibility",
    summary="What we do so that everyone can use this site, what does not work yet, and how to tell us.",
    body=[
        heading("What you can do"),
        bullets(
            "You can:",
            "make the letters bigger in your browser, up to four times, and still read every page",
            "use every page with a keyboard alone",
            "use every page with a screen reader",
            "use every page with scripts switched off",
            "print any guide on white paper, with its web addresses written out",
            "use a dark screen, if your phone or computer is set to dark.",
        ),
        heading("How we check"),
        paragraph(
            "<p>We aim for the Web Content Accessibility Guidelines 2.2 at level AA. A program checks our pages "
            "for faults each time we change them, on a small phone, a large phone and a desk. We also look at "
            "each tab stop. We write for a reading age of 9 to 11.</p>"
        ),
        unsure(
            "<p>People who use screen readers every day have not yet tested this site for us. There are no easy "
            "read or spoken versions yet, and nothing is in Welsh yet. We will say here when that changes.</p>"
        ),
        heading("Tell us"),
        paragraph(
            "<p>If something does not work for you, tell the person who showed you this site, or write to us. "
            "We will answer and say what we will do. If you are not happy with our answer, the Equality "
            "Advisory and Support Service can help.</p>"
        ),
    ],
)
PRIVACY = Shipped(
    key="privacy",
    model="StandardPage",
    under="home",
    slug="privacy",
    title="Your privacy",
    tab="Privacy",
    summary="You can read this site without telling us who you are. Here is what we keep, and what we never do.",
    body=[
        heading("When you only read"),
        bullets(
            "If you read these pages without signing in:",
            "we set no cookies",
            "we do not count you, follow you or use other companies’ trackers",
            "what you type into search is not kept. It does stand in your own browser’s history",
            "the computer that sends you the pages sees your internet address for a moment, as every website "
            "does. We do not keep a list of who read what.",
        ),
        heading("Leaving quickly"),
        paragraph(
            "<p>“Leave this page quickly” takes you to a weather page. It cannot empty your browser’s history. "
            "If someone may look at your phone, use a private window, or ask a person you trust to print the "
            "page.</p>"
        ),
        heading("When you sign in"),
        paragraph(
            "<p>We then set one cookie, so that the site knows it is still you, and one that stops other "
            "websites from sending forms in your name. We keep what you write, and we record who opened a "
            "person’s page and when.</p>"
        ),
        heading("When we work with you"),
        paragraph(
            "<p>We keep what we need to support you: what you tell us, when we met and what we planned. Details "
            "such as your full name and date of birth are locked with a key in our database. We share with "
            "others only what you agreed to, unless somebody’s safety or the law asks for more. If we can, we "
            "tell you first.</p><p>You can ask to see what we hold about you, to put mistakes right, and to "
            "have it removed when we no longer need it. Ask your mentor or coordinator. You can complain to the "
            "Information Commissioner.</p>"
        ),
        unsure(
            "<p>Each programme that uses Alongside decides how long it keeps records and under which law. Your "
            "programme should give you its own privacy notice. If it has not, ask for it.</p>"
        ),
    ],
)
CONTACT = Shipped(
    key="contact",
    model="StandardPage",
    under="home",
    slug="contact",
    title="Contact us",
    tab="Contact",
    summary="How to reach the programme. If someone is in danger now, ring 999.",
    body=[
        DANGER,
        heading("If you are in prison"),
        paragraph(
            "<p>Tell a member of staff that you would like to hear from the peer mentoring programme. Each "
            "prison that works with us has someone who passes messages on. We will come back to you by letter, "
            "by a visit or through staff. We will never text or ring a phone of yours.</p>"
        ),
        heading("If you are outside"),
        paragraph(
            "<p>Ask your probation worker, your personal adviser or your mentor to put you in touch with us. Or "
            '<a href="/mentoring/ask/">ask for a mentor</a> yourself.</p>'
        ),
        unsure("<p>This site has just been set up: your programme will put its own phone number and address here.</p>"),
        SAMARITANS,
    ],
)
