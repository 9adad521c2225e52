"""What every place has in common, whatever kind of place it is."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.urls import reverse

from common.refs import new_ref
from places.rules.posts import contact_order

if TYPE_CHECKING:
    from places.models.posts import Post


class Place(models.Model):
    """What every place has. `by_hand` names the facts that people set here; loading shipped data leaves those alone."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    by_hand = models.JSONField(default=list, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    kind_in_url = ""  # “prisons”, in /places/prisons/…

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        return reverse("places:places-page", args=[self.kind_in_url, self.ref])

    def contact_point(self) -> "Post | None":
        """The post to turn to first: one with a shared mailbox before one without, then the latest checked.

        Uses prefetched `posts` where there are any, so that a list asks once.
        """
        posts: Any = self.posts.all()  # type: ignore[attr-defined]  # every place has posts (see models/posts.py)
        return min((post for post in posts if post.is_contact_point), key=contact_order, default=None)
