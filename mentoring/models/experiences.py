"""What a mentor says they have learned, in their own words. It belongs to them."""

from django.db import models

from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.mentors import Mentor


class Experience(models.Model):
    """`skills` are names from rules/experiences.py."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    mentor = models.OneToOneField(Mentor, on_delete=models.PROTECT, related_name="experience")
    skills = models.JSONField(default=list, blank=True)
    own_words = SealedTextField("in my own words", blank=True)
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return f"experience {self.ref}"
