"""The building blocks of a page. Every block may be half empty in a draft, so each template asks before it shows."""

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from pages.helplines import Helpline

RICH = ["bold", "italic", "ol", "ul", "link", "document-link"]


def words(label: str, *, required: bool = True, longest: int = 600) -> blocks.TextBlock:
    return blocks.TextBlock(label=label, required=required, max_length=longest, rows=2)


class Paragraph(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        template = "blocks/paragraph.html"
        description = "A paragraph or a list, with links."


class Heading(blocks.CharBlock):
    class Meta:
        icon = "title"
        template = "blocks/heading.html"
        description = "Starts a new part of the page."


class Steps(blocks.StructBlock):
    """Things to do, in order."""

    title = blocks.CharBlock(required=False, max_length=120)
    steps = blocks.ListBlock(words("What to do"))

    class Meta:
        icon = "list-ol"
        template = "blocks/steps.html"
        description = "Things to do, one after the other."


class DoDont(blocks.StructBlock):
    """Two lists, side by side where there is room."""

    do = blocks.ListBlock(words("Do", longest=200))
    dont = blocks.ListBlock(words("Do not", longest=200))

    class Meta:
        icon = "tick-inverse"
        label = "Do and don’t"
        template = "blocks/do_dont.html"
        description = "What helps, and what does not."


class ContactPoint(blocks.StructBlock):
    """Somebody to turn to on this page alone; a number that several pages name is a record (helplines.py)."""

    FROM_PRISON = [
        ("yes", "Yes"),
        ("ask", "Ask staff to put the number on your list"),
        ("letter", "By letter only"),
        ("no", "No"),
        ("unknown", "We do not know yet"),
    ]

    name = blocks.CharBlock(max_length=120)
    offers = words("What they do", longest=300)
    phone = blocks.CharBlock(required=False, max_length=30)
    email = blocks.EmailBlock(required=False)
    post = words("Postal address", required=False, longest=300)
    web = blocks.URLBlock(required=False, label="Website")
    hours = blocks.CharBlock(required=False, max_length=120, label="When")
    cost = blocks.CharBlock(required=False, max_length=120)
    from_prison = blocks.ChoiceBlock(choices=FROM_PRISON, default="unknown", label="Can you call from prison?")

    class Meta:
        icon = "mail"
        label = "Contact of this page alone"
        template = "blocks/contact_point.html"
        description = "For an office that no other page names. Everything else: choose a contact point."


class CareCard(blocks.StructBlock):
    """Help that cannot wait."""

    URGENCY = [("now", "Get help now"), ("soon", "Get help today"), ("talk", "Talk to someone")]

    urgency = blocks.ChoiceBlock(choices=URGENCY, default="talk")
    title = blocks.CharBlock(max_length=120)
    body = blocks.RichTextBlock(features=RICH)
    phone = blocks.CharBlock(required=False, max_length=30)
    phone_note = blocks.CharBlock(required=False, max_length=160, label="About the number")

    class Meta:
        icon = "warning"
        label = "Get help"
        template = "blocks/care_card.html"
        description = "Where to get help, and how fast."


class WhatToSay(blocks.StructBlock):
    """Words that a person can use as they stand."""

    to = blocks.CharBlock(required=False, max_length=120, label="Said to")
    say = words("What to say", longest=1500)

    class Meta:
        icon = "comment"
        label = "What to say"
        template = "blocks/what_to_say.html"
        description = "Words that somebody can read out or copy into a letter."


class Quote(blocks.StructBlock):
    """Somebody's own words, with their agreement."""

    said = words("Their words")
    who = blocks.CharBlock(max_length=120, label="Who (never a full name)")

    class Meta:
        icon = "openquote"
        template = "blocks/quote.html"
        description = "Somebody’s own words. Ask them first."


class CustodyNote(blocks.StructBlock):
    body = blocks.RichTextBlock(features=RICH)

    class Meta:
        icon = "lock"
        label = "If you are in prison"
        template = "blocks/custody_note.html"
        description = "What is different in prison."


class Unsure(blocks.StructBlock):
    """What the law leaves open, said plainly."""

    body = blocks.RichTextBlock(features=RICH)

    class Meta:
        icon = "help"
        label = "What is not certain"
        template = "blocks/unsure.html"
        description = "What we, or the law, cannot say for sure."


class Door(blocks.StructBlock):
    page = blocks.PageChooserBlock()
    says = words("Why to go there", required=False, longest=200)


class Doors(blocks.ListBlock):
    """Ways on, as cards."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(Door(), **kwargs)

    class Meta:
        icon = "arrow-right"
        label = "Ways on"
        template = "blocks/doors.html"
        description = "Cards that lead to other pages."


class Body(blocks.StreamBlock):
    heading = Heading(max_length=120)
    paragraph = Paragraph(features=RICH)
    steps = Steps()
    do_dont = DoDont()
    care_card = CareCard()
    what_to_say = WhatToSay()
    quote = Quote()
    custody_note = CustodyNote()
    unsure = Unsure()
    helpline = Helpline()
    contact_point = ContactPoint()
    picture = ImageBlock(required=False, template="blocks/picture.html")
    doors = Doors()

    class Meta:
        required = False
