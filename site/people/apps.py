from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = "people"

    def ready(self) -> None:
        # These need the models, which are only there now.
        from people import bars, permissions, texting

        permissions.declare()
        bars.declare()
        texting.declare()
