"""What we know of a telephone number, whoever holds it: it outlives merges, imports and changes of hands."""

from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from common.sealed import blind_index
from messaging.rules.numbers import masked


def index_of(number: str) -> str:
    """The fingerprint by which a number is found: `+447700900123`."""
    return blind_index(number, kind="messaging.number")


class Number(models.Model):
    """One row for each number that was ever promised a text or sent us one. It holds no name and no person.

    `stopped` is somebody's STOP, which only START from that phone lifts. `paused` is a refusal in other words, or a
    doubt about whose phone it is: a person lifts it. `bad` is the network saying that no text can reach it.
    """

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    number = SealedTextField(blank=True)
    number_index = models.CharField(max_length=32, unique=True, editable=False)
    added_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    paused_why = models.CharField(max_length=20, blank=True)
    bad_at = models.DateTimeField(null=True, blank=True)
    bad_code = models.PositiveIntegerField(null=True, blank=True)
    verified_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(number_index=""), name="number_has_an_index"),
            models.CheckConstraint(
                condition=Q(paused_at=None, paused_why="") | (Q(paused_at__isnull=False) & ~Q(paused_why="")),
                name="a_paused_number_says_why",
            ),
            models.CheckConstraint(
                condition=Q(bad_code=None) | Q(bad_at__isnull=False), name="a_bad_number_says_since_when"
            ),
        ]

    def __str__(self) -> str:
        return f"number {self.ref}"

    @property
    def masked(self) -> str:
        """`…123`, as staff and logs may see it."""
        return masked(self.number)
