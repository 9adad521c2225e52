"""Where and how people meet, what they talk about, and why a session may not happen: the words for each."""

from django.db import models


class Setting(models.TextChoices):
    CUSTODY = "custody", "In prison"
    COMMUNITY = "community", "In the community"
    GATE = "gate", "At the gate, on release day"
    COURT = "court", "At court"
    REMOTE = "remote", "From a distance"


class Medium(models.TextChoices):
    IN_PERSON = "in_person", "Face to face"
    PHONE = "phone", "By phone"
    PIN_CALL = "pin_call", "A call from prison"
    SECURE_VIDEO = "secure_video", "Secure video with the prison"
    VIDEO = "video", "Video call"
    LETTER = "letter", "By letter"
    TEXT = "text", "By text"


class Cause(models.TextChoices):
    """Why a session did not happen. Kept apart, so that nobody is blamed for a lockdown."""

    PERSON_COULD_NOT = "person_could_not", "The person could not come"
    PERSON_CHOSE_NOT = "person_chose_not", "The person chose not to come"
    MENTOR = "mentor", "The mentor could not come"
    PRISON_REGIME = "prison_regime", "The prison’s day changed or was short of staff"
    PRISON_SECURITY = "prison_security", "Lockdown or security"
    TRANSFERRED = "transferred", "The person had been moved"
    RELEASED = "released", "The person had been released"
    CLEARANCE_OR_GATE = "clearance_or_gate", "The mentor was not let in"
    LOGISTICS = "logistics", "Travel, room or phone trouble"
    NOT_KNOWN = "not_known", "We do not know why"


class Topic(models.TextChoices):
    """The heads of a pathway plan, in the words people use."""

    HOUSING = "housing", "Somewhere to live"
    MONEY = "money", "Money, benefits or ID"
    FAMILY = "family", "Family and people who matter"
    WORK = "work", "Work or learning"
    HEALTH = "health", "Health and feelings"
    RIGHTS = "rights", "Rights from having been in care"
    RELEASE = "release", "Getting ready for release"
    IDENTITY = "identity", "Who I am and my past"
    OTHER = "other", "Something else"
