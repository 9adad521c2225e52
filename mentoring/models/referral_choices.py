"""What may be said about somebody who is put forward: who asks, where they are, what would help, why it ended."""

from django.db import models


class Source(models.TextChoices):
    SELF = "self", "The person themselves"
    PRISON = "prison", "Prison staff"
    PROBATION = "probation", "Probation"
    ADVISER = "adviser", "A personal adviser"
    LIAISON = "liaison", "Police or court liaison"
    FAMILY = "family", "Family or a friend"


class Way(models.TextChoices):
    PUBLIC = "public", "On the website"
    SIGNED_IN = "signed_in", "By somebody signed in"
    PAPER = "paper", "From a paper sheet"


class Care(models.TextChoices):
    """Any time in care at any age is enough. Nobody is asked what they are entitled to."""

    YES = "yes", "Yes"
    UNSURE = "unsure", "Not sure"
    NOT_SAID = "not_said", "They would rather not say"


class Where(models.TextChoices):
    INSIDE = "inside", "In prison"
    OUTSIDE = "outside", "In the community"
    UNKNOWN = "unknown", "I do not know"


class AgreedHow(models.TextChoices):
    OWN = "own", "They asked for it themselves"
    SPOKEN = "spoken", "They said so"
    WRITTEN = "written", "In writing"
    PAPER = "paper", "On the paper sheet"


class Wish(models.TextChoices):
    TALK = "talk", "Somebody to talk to"
    RELEASE = "release", "Getting ready to leave prison"
    HOME = "home", "A place to live"
    FAMILY = "family", "Family and friends"
    WORK = "work", "Work or learning"
    RIGHTS = "rights", "What they can ask for as a care leaver"
    RECORDS = "records", "Reading their own records"


class DeclineReason(models.TextChoices):
    NOT_IN_CARE = "not_in_care", "They were never in care"
    NOT_WANTED = "not_wanted", "They do not want it now"
    NO_MENTOR_NEAR = "no_mentor_near", "We have no mentors where they are"
    NOT_SAFE = "not_safe", "We cannot do it safely now"
    SOMEBODY_ELSE = "somebody_else", "Somebody else can help better"
    NO_ANSWER = "no_answer", "We could not reach them"
    KNOWN_ALREADY = "known_already", "We had this one already"


class CloseReason(models.TextChoices):
    MENTORING_ENDED = "mentoring_ended", "Their time with a mentor has ended"
    NOT_WANTED = "not_wanted", "They do not want it any more"
    NO_ANSWER = "no_answer", "We cannot reach them"
    MOVED_AWAY = "moved_away", "They have moved where we have nobody"
    OTHER = "other", "Something else"
