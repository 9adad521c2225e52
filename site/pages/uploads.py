"""The doors through which pictures and files come in, whichever of Wagtail's pages they are sent from."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from common.refs import new_ref
from pages.rules import downloads, pictures
from pages.tasks import make_missing_sizes


class PictureField(WagtailImageField):
    """Takes what Pillow can read to the end, and passes on a copy with nothing but pixels in it."""

    def to_python(self, data: Any) -> Any:
        if data in self.empty_values:
            return None
        if data.size > pictures.LARGEST_FILE:
            raise ValidationError(pictures.TOO_BIG, code="file_too_large")
        try:
            content, extension = pictures.rewritten(data.read())
        except pictures.Refused as refusal:
            raise ValidationError(str(refusal), code="invalid_image") from None
        # A name of our own: the sender's may hold a person's name, and is never a path.
        return super().to_python(SimpleUploadedFile(f"{new_ref()}.{extension}", content))


class PictureForm(BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if stock := self.fields.get("file"):
            self.fields["file"] = PictureField(label=stock.label, required=stock.required, widget=stock.widget)

    def save(self, commit: bool = True) -> Any:
        picture = super().save(commit=commit)
        if "file" in self.changed_data:
            make_missing_sizes.enqueue()
        return picture


class DownloadForm(BaseDocumentForm):
    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        if file.size is None or file.size > downloads.LARGEST_FILE:
            raise ValidationError("This file is larger than 10 MB. Make it smaller, then try again.")
        try:
            extension = downloads.check(file.name or "", file.read())
        except downloads.Refused as refusal:
            raise ValidationError(str(refusal)) from None
        file.seek(0)
        file.name = f"{new_ref()}.{extension}"
        return file
