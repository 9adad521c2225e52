"""Getting in touch: how the programme is reached besides its forms, and how soon it answers them."""

from config import env

# Empty: pages and papers say that the programme has not put it here yet, and offer what works.
PROGRAMME_TELEPHONE = env.text("PROGRAMME_TELEPHONE")
PROGRAMME_EMAIL = env.text("PROGRAMME_EMAIL")
# Lines of the address to write to, with | between them, such as a freepost address.
PROGRAMME_ADDRESS = [line.strip() for line in env.text("PROGRAMME_ADDRESS").split("|") if line.strip()]
# Our own promise for each kind of form, in working days.
HAND_OVER_WORKING_DAYS = {
    "ask": env.number("ANSWER_ASK_DAYS", 3, least=1),
    "refer": env.number("ANSWER_REFER_DAYS", 3, least=1),
    "mentor": env.number("ANSWER_MENTOR_DAYS", 10, least=1),
    "files": env.number("ANSWER_FILES_DAYS", 10, least=1),
    "training": env.number("ANSWER_TRAINING_DAYS", 10, least=1),
}
