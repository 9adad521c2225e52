"""The drawings of easy read (common/icons.py), by what they stand for. Each always means the same."""

SYMBOLS = [
    ("person", "You, or a person"),
    ("people", "People together"),
    ("home", "A home"),
    ("place", "A council, a place"),
    ("message", "Talking, asking"),
    ("letter", "A letter"),
    ("phone", "A phone call"),
    ("file", "A paper, a plan, a form"),
    ("book", "Your file, reading"),
    ("calendar", "A day, an age"),
    ("clock", "Time"),
    ("money", "Money"),
    ("heart", "Feelings, health"),
    ("check", "Yes, a right"),
    ("no", "No, do not"),
    ("question", "Not certain"),
    ("shield", "Safe, private"),
    ("warning", "Danger"),
    ("exit", "Leaving prison"),
    ("search", "Finding"),
]
