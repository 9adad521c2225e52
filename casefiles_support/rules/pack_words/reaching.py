"""Who is there, and how to reach them from a wing or from outside.

Samaritans (their page “Our work in prisons”): every prison must let people ring the helpline free of charge; Freepost
envelopes are usually in shared parts of the prison, and letters in them are confidential; almost every prison has
Listeners. Lines of safer custody differ from prison to prison, and not all of them are answered (Prison Reform Trust,
INQUEST and Pact, 2019): so the number is filled in by hand, and the page says what else to do.
"""

PEOPLE = {
    "title": "My people, and how to reach them",
    "beside": "Beside me",
    "nobody": "Nobody is named yet. You can ask for somebody at any time, and you can say no.",
    "mentor": "A mentor never holds your papers, and never opens your post.",
    "wing": "On the wing",
    "around": "Others who are there",
    "private": "Calls from prison may be recorded, and letters may be opened and read. What you want to keep "
    "private can "
    "wait until we see you.",
}
PRISON = (
    ("A Listener", "people in prison who are trained by Samaritans. It is between you and them. Ask any officer, "
     "day or "
     "night; at night press the bell. Almost every prison has them."),
    ("Samaritans", "116 123. The prison must let you ring it free. If the phone is off, ask staff for a way to "
     "ring. Or "
     "write: Freepost SAMARITANS LETTERS. No stamp. Samaritans say that letters in their own "
     "envelopes are not opened; ask where those are kept."),
    ("Chaplaincy", "for everybody, of any faith or none. Put in an app, or ask an officer to tell them."),
    ("Healthcare", "put in an app, or tell an officer if it cannot wait."),
    ("My key worker, or an officer I trust", ""),
    ("Safer custody", "the team that looks after safety here. Ask any officer."),
)  # fmt: skip
SAFER_LINE = "Safer custody’s line, for people outside who worry about me"
DANGER_PRISON = (
    "If you are in danger, or might hurt yourself:",
    "press your cell bell, or tell any member of staff, now.",
)
OUTSIDE = (
    ("Samaritans", "116 123, free from any phone, day and night. Or write: Freepost SAMARITANS LETTERS. No stamp."),
    ("Help with how you feel, day and night", "ring 111 and choose the option for mental health. It is free."),
    ("My doctor", ""),
    ("My personal adviser, or probation worker", ""),
    ("A friend, or someone in my family", ""),
)
DANGER_OUTSIDE = ("If you are in danger, or might hurt yourself:", "ring 999, or go to A&E.")
