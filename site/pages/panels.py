"""What the editor shows beside the words of a page, for every kind of page alike."""

from wagtail.admin.panels import FieldPanel, MultiFieldPanel

address_panels = [
    MultiFieldPanel(
        [
            FieldPanel("slug"),
            FieldPanel(
                "seo_title",
                heading="Title in the browser tab",
                help_text="Somebody may be looking over a shoulder: choose words that give nobody away.",
            ),
            FieldPanel("sensitive"),
        ],
        heading="Address and tab",
    )
]
facts_panels = [
    MultiFieldPanel(
        [FieldPanel("checked_on"), FieldPanel("review_by"), FieldPanel("keeper"), FieldPanel("stand_in")],
        heading="How fresh the facts are",
    )
]
