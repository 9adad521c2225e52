"""Wagtail's editor without its own emails about drafts.

They name the page in their subject, leave past our outbox, and go to whoever was in a group when they last opened the
editor. Ours: drafts.py and telling.py.
"""

from django.apps import apps
from wagtail import signals
from wagtail.admin.apps import WagtailAdminAppConfig


class QuietAdminConfig(WagtailAdminAppConfig):
    def ready(self) -> None:
        super().ready()
        state, whole = apps.get_model("wagtailcore.TaskState"), apps.get_model("wagtailcore.WorkflowState")
        signals.task_submitted.disconnect(sender=state, dispatch_uid="group_approval_task_submitted_email_notification")
        for signal, name in (
            (signals.workflow_submitted, "submitted"),
            (signals.workflow_rejected, "rejected"),
            (signals.workflow_approved, "approved"),
        ):
            signal.disconnect(sender=whole, dispatch_uid=f"workflow_state_{name}_email_notification")
