"""What was done about a concern, in the order it was done."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.deletion import ProtectedError

from common.fields import SealedTextField
from common.refs import new_ref
from people.models.concerns import Concern, NeverDeleted


class ConcernNote(models.Model):
    """One action taken. Append-only: the database refuses to delete it or to change who wrote it and when.

    Its text can be sealed again with a new key, and in no other way changed.
    """

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="notes")
    text = SealedTextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = NeverDeleted.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="concern_note_says_something")]

    def __str__(self) -> str:
        return f"Note {self.ref}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise ProtectedError("What was done about a concern is never deleted.", {self})
