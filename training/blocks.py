"""What a lesson is made of. Blocks keep their ids when they are edited, moved or translated: answers are tied to them.

A draft may be half empty, so every template asks before it shows; what must be there is in rules/modules.py.
"""

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from pages.blocks import RICH, CareCard, Heading, Paragraph, Quote, Unsure, WhatToSay, words

KINDS = [
    ("single", "One right answer"),
    ("multiple", "Several right answers"),
    ("true_false", "True or false"),
    ("order", "Put in order: write the lines in the right order"),
    ("match", "What goes with what"),
    ("branch", "What would you do? Each answer says what happens next"),
    ("short_text", "A short answer, which a person reads"),
    ("confidence", "How sure are you? From 1 to 5"),
]
WHEN = [
    ("practice", "For practice, as often as they like"),
    ("test", "In the test at the end"),
    ("before", "Before the module: how sure they are"),
    ("after", "After the module: how sure they are now"),
]


class Option(blocks.StructBlock):
    says = blocks.TextBlock(label="Answer", max_length=300, rows=1)
    right = blocks.BooleanBlock(required=False, label="This is right")
    goes_with = blocks.TextBlock(required=False, max_length=300, rows=1, label="Goes with (for what goes with what)")
    then = words("What to say to whoever chose it", required=False, longest=500)


class Question(blocks.StructBlock):
    kind = blocks.ChoiceBlock(choices=KINDS, default="single")
    when = blocks.ChoiceBlock(choices=WHEN, default="practice")
    ask = words("The question", longest=500)
    options = blocks.ListBlock(Option(), label="Answers", default=[])
    right = words("What to say to a right answer", required=False, longest=600)
    wrong = words("What to say to a wrong answer", required=False, longest=600)
    points = blocks.IntegerBlock(min_value=1, max_value=10, default=1)
    fixed = blocks.BooleanBlock(required=False, label="Keep the answers in this order")

    class Meta:
        icon = "help"
        template = "blocks/question.html"
        description = "A question, for practice or in the test."


class Scenario(blocks.StructBlock):
    """A made-up person and a moment of work. Never somebody real."""

    title = blocks.CharBlock(max_length=120)
    story = blocks.RichTextBlock(features=RICH)

    class Meta:
        icon = "group"
        template = "blocks/scenario.html"
        description = "A short story to think about. A question may follow it."


class Media(blocks.StructBlock):
    """Nobody is left out: a film needs captions and a transcript, a recording a transcript."""

    kind = blocks.ChoiceBlock(choices=[("film", "A film"), ("recording", "A recording")], default="film")
    title = blocks.CharBlock(max_length=120)
    file = DocumentChooserBlock(required=False, label="Film or recording")
    captions = DocumentChooserBlock(required=False, label="Captions (WebVTT)")
    transcript = blocks.RichTextBlock(required=False, features=RICH)
    minutes = blocks.IntegerBlock(required=False, min_value=1, max_value=60)

    class Meta:
        icon = "media"
        template = "blocks/media.html"
        description = "A film or a recording, with words to read instead."


class Reflection(blocks.StructBlock):
    READERS = [("nobody", "Nobody but the learner"), ("assessor", "Whoever leads the course")]

    ask = words("What to think about", longest=500)
    read_by = blocks.ChoiceBlock(choices=READERS, default="nobody", label="Who reads it")
    may_skip = blocks.BooleanBlock(required=False, label="May be left out")

    class Meta:
        icon = "edit"
        template = "blocks/reflection.html"
        description = "Something to write for oneself, or for an assessor."


class Practical(blocks.StructBlock):
    task = words("What to do", longest=600)
    criteria = blocks.ListBlock(words("What is seen when it is done well", longest=200))

    class Meta:
        icon = "tick"
        template = "blocks/practical.html"
        description = "Something to do while somebody watches, and what they look for."


class Pause(blocks.StructBlock):
    """Before something hard: stop, skip it, or talk to somebody. It costs nothing."""

    warns = words("What comes next", longest=300)
    help = words("Who to talk to", required=False, longest=300)

    class Meta:
        icon = "pause"
        label = "Pause"
        template = "blocks/pause.html"
        description = "A warning, and a way to stop or go on without the next part."


class LessonBody(blocks.StreamBlock):
    heading = Heading(max_length=120)
    paragraph = Paragraph(features=RICH)
    care_card = CareCard()
    what_to_say = WhatToSay()
    quote = Quote()
    unsure = Unsure()
    picture = ImageBlock(required=False, template="blocks/picture.html")
    media = Media()
    scenario = Scenario()
    question = Question()
    reflection = Reflection()
    practical = Practical()
    pause = Pause()

    class Meta:
        required = False
