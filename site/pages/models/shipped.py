"""Which of the pages that come with Alongside have been put in place."""

from django.db import models


class ShippedPage(models.Model):
    """Put in place once. What editors do with the page afterwards stands, even when they delete it."""

    key = models.SlugField(max_length=80, unique=True)
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key
