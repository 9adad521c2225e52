from django.apps import AppConfig


class CasefilesSupportConfig(AppConfig):
    name = "casefiles_support"
    verbose_name = "file support"

    def ready(self) -> None:
        from casefiles_support import handing, moving, onward, texting, visibility

        moving.declare()
        onward.declare()
        visibility.declare()
        texting.declare()
        handing.declare()
