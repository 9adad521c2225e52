from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "common"

    def ready(self) -> None:
        # Registers the check that the keys open what is sealed.
        from common import checks  # noqa: F401
