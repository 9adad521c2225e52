"""Where the facts of a guide come from, so that readers can check."""

from wagtail import blocks

from pages.blocks import words

NATIONS = [("england", "England"), ("wales", "Wales"), ("both", "England and Wales"), ("uk", "The whole UK")]


class LegalSource(blocks.StructBlock):
    """Where a right is written down, and for which nation."""

    statute = blocks.CharBlock(max_length=200, label="Act or regulations")
    section = blocks.CharBlock(required=False, max_length=80)
    nation = blocks.ChoiceBlock(choices=NATIONS)
    says = words("What it says, in plain words", required=False, longest=400)
    address = blocks.URLBlock(required=False, label="Web address")

    class Meta:
        icon = "doc-full"
        label = "Law"
        template = "blocks/legal_source.html"


class OtherSource(blocks.StructBlock):
    title = blocks.CharBlock(max_length=200)
    publisher = blocks.CharBlock(max_length=120)
    published = blocks.CharBlock(required=False, max_length=40, label="When")
    address = blocks.URLBlock(required=False, label="Web address")

    class Meta:
        icon = "link"
        label = "Guidance, research or people"
        template = "blocks/other_source.html"


class Sources(blocks.StreamBlock):
    law = LegalSource()
    other = OtherSource()

    class Meta:
        required = False
