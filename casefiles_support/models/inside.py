"""What every record inside a journey has: it is seen by whoever reads the journey, and goes when the journey goes."""

from typing import Any, Self

from django.db import models

from casefiles_support.models.journeys import Journey


class InsideQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: Any) -> Self:
        """Whoever reads the journey it belongs to; `way` is how the model finds its journey."""
        return self.filter(**{f"{self.model.WAY}__in": Journey.objects.visible_to(user).values("pk")})
