from django.apps import AppConfig


class MentoringConfig(AppConfig):
    name = "mentoring"
    verbose_name = "peer mentoring"

    def ready(self) -> None:
        from mentoring import arrivals, handing, learning, moving, onward, texting, visibility

        moving.declare()
        onward.declare()
        visibility.declare()
        arrivals.declare()
        learning.declare()
        texting.declare()
        handing.declare()
