from django.apps import AppConfig


class CasefilesSupportConfig(AppConfig):
    name = "casefiles_support"
    verbose_name = "file support"

    def ready(self) -> None:
        from casefiles_support import moving, texting, visibility

        moving.declare()
        visibility.declare()
        texting.declare()
