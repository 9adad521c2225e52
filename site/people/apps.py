from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = "people"

    def ready(self) -> None:
        # These need the models, which are only there now.
        from messaging import wording
        from people import bars, permissions, texting
        from people.place_names import private_names

        permissions.declare()
        bars.declare()
        texting.declare()
        wording.names_from("places", private_names)
