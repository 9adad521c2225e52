"""What a story is made of."""

from wagtail.blocks import StreamBlock
from wagtail.images.blocks import ImageBlock

from pages.blocks import Heading, Paragraph, Quote


class StoryBody(StreamBlock):
    """Little: it is somebody's own voice."""

    heading = Heading(max_length=120)
    paragraph = Paragraph(features=["bold", "italic"])
    quote = Quote()
    picture = ImageBlock(required=False, template="blocks/picture.html")

    class Meta:
        required = False
