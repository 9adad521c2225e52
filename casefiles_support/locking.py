"""Taking a journey for oneself until the transaction ends, as it stands now."""

from casefiles_support.models import Journey


def lock(journey: Journey) -> None:
    """Others who change it wait. The record is read anew, so that what is decided next is decided on what is so."""
    Journey.objects.select_for_update().get(pk=journey.pk)
    journey.refresh_from_db(fields=["status", "back_to", "version", "closed_on"])
