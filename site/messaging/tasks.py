"""What the worker does for the outboxes."""

from django.utils import timezone
from django_tasks import task

from messaging.actions import delivery, drains, evidence, receipts, reminders, replies, sweeps
from messaging.clock import database_now
from messaging.gateways.texts import text_gateway


@task(queue_name="urgent")
def drain_outbox() -> None:
    """Say what is due."""
    delivery.drain(clock=timezone.now)


@task()
def forget_messages() -> None:
    """Empty old addresses, numbers and texts."""
    delivery.forget(at=timezone.now())
    sweeps.forget(at=timezone.now())


@task(queue_name="urgent")
def drain_texts() -> None:
    """Send texts that are due."""
    drains.drain()


@task(queue_name="urgent")
def settle_reports() -> None:
    """Find out from Twilio's reports what became of texts."""
    receipts.settle_all(at=database_now())


@task(queue_name="urgent")
def hear_replies() -> None:
    """Pass on what people texted back."""
    replies.hear_all(at=database_now())


@task()
def look_after_texts() -> None:
    """Take back what dead workers held, end what is too late, and look into what nobody knows."""
    sweeps.take_back_leases(at=database_now())
    sweeps.expire(at=database_now())
    receipts.settle_all(at=database_now())
    replies.hear_all(at=database_now())
    if (gateway := text_gateway()) is not None:
        evidence.look_into_unknown(clock=database_now, gateway=gateway)
        evidence.ask_for_receipts(clock=database_now, gateway=gateway)
        sweeps.redact(clock=database_now, gateway=gateway)


@task()
def plan_reminders() -> None:
    """Promise what falls due in the next three days."""
    reminders.plan_all(by=None, at=timezone.now())
