"""Pictures on the public site, in the sizes that its pages use."""

from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile, File
from django.db import models
from django.urls import reverse
from wagtail.images.models import AbstractImage, AbstractRendition, Image

# Made in the background when a picture comes in. A visitor's request never makes one.
SIZES = ("width-480|format-webp", "width-960|format-webp")


class Picture(AbstractImage):
    # Of a story that was taken back: readers get it no more, in no size.
    is_closed = models.BooleanField(default=False, editable=False)

    admin_form_fields = (*Image.admin_form_fields,)

    class Meta(AbstractImage.Meta):
        verbose_name = "picture"
        verbose_name_plural = "pictures"

    @property
    def address(self) -> str:
        """Where visitors get it as it came in: the way out while its sizes are still being made."""
        return reverse("pages:pictures-show", args=[PurePosixPath(self.file.name).name])

    def generate_rendition_file(self, filter: Any, *, source: Any = None) -> File:
        """As Wagtail does it, but its temporary file is closed at once: a worker makes many."""
        with super().generate_rendition_file(filter, source=source) as made:
            made.seek(0)
            return ContentFile(made.read(), name=made.name)

    def ready_sizes(self) -> list["PictureSize"]:
        """The sizes that are there now, narrowest first; never makes one."""
        made = [size for size in self.renditions.all() if size.filter_spec in SIZES]
        return sorted(made, key=lambda size: size.width)


class PictureSize(AbstractRendition):
    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_picture_of_each_size")
        ]

    def __str__(self) -> str:
        return f"{self.image} {self.filter_spec}"

    @property
    def url(self) -> Any:
        """Through our own door: files have no address of their own."""
        return reverse("pages:pictures-show", args=[PurePosixPath(self.file.name).name])
