"""Pages to read and to write on: what papers may look like, the plan for reading, afterwards, and notes of one's own.

What papers may look like follows the points that FamilyConnect and people who have read theirs make, in our own words.
"""

LOOKS = {
    "title": "What the papers may look like",
    "top": "It helps to know before you open them. Yours may be different.",
    "right": "You do not have to read it all. You do not have to read it now. Some people choose never to, and that is "
    "a good choice too.",
    "wrong": "If something is wrong you can ask for it to be put right, or add your own words to it. We can help.",
}
LOOKS_ITEMS = (
    "There may be a lot: hundreds of pages, in boxes. Or very little.",
    "They may be out of order, or copied badly. Pages may come twice.",
    "Some of it may be covered in black. Often that is someone else’s name. You can ask why, and ask again.",
    "Some of it may be missing, or lost long ago.",
    "They are written by workers, for workers. It is their side. Yours may not be there.",
    "Names and dates may be wrong. Things may be there that did not happen, and things that did may not.",
    "Some words may hurt. People wrote in ways that they would not now.",
    "You may find things you did not know about your family or about yourself.",
    "There may be good things: a school report, a kind worker, somebody who fought for you.",
    "Photographs and letters are often not there. Ask for them by name.",
    "You may feel a lot, or nothing at all, or tired. It may come days later. All of that is usual.",
)
PLAN = {
    "title": "My plan for reading",
    "top": "You decide. Change anything, at any time.",
    "day": "Day and time",
    "place": "Where",
    "with": "Who is with me",
    "opens": "Who opens it",
    "first": "What I look at first",
    "aloud": "I read it, or somebody reads it to me",
    "stop_word": "My word to stop",
    "tonight": "Who looks in on me tonight",
    "tomorrow": "Who I can talk to tomorrow",
    "after": "Something ordinary for afterwards",
    "pages": "Where the pages sleep tonight",
    "stop": "Say your word, and we stop. You need not say why.",
    "stop_next": "You decide what happens to the pages. We can start again another day, or not.",
    "before": "Before we start, we ask: How are you today? Is it still a yes?",
}
# In the order in which they are asked; the others are said below them.
PLAN_ROWS = (
    "day", "place", "with", "opens", "first", "aloud", "stop_word", "pages", "after", "tonight", "tomorrow",
)  # fmt: skip
AFTER = {
    "title": "Afterwards",
    "top": "Reading can stir things up, that day or weeks later. Ordinary things help.",
    "known": "It is usual to sleep badly, to be angry, to cry, to feel empty, or to feel fine.",
    "night": "At 3 in the morning",
    "line": "It is what was written then. It is not the whole of you. The night ends.",
}
AFTER_ITEMS = (
    "Eat something. Drink water.",
    "Walk, stretch or clean: let your body do something.",
    "Ring or write to someone, about anything at all.",
    "Put the pages away, out of sight. They will still be there.",
    "Write on the notes page, or draw. Tear it up if you like.",
    "Do not decide anything big this week.",
    "Put off ringing family about it until you have talked it over. Calls may be recorded.",
)
NIGHT_PRISON = (
    "Put the light on. Sit up. Feet on the floor. Say where you are and what day it is.",
    "Breathe out slowly, for longer than you breathe in. Ten times.",
    "Name five things that you can see, and three that you can hear.",
    "Press your cell bell and ask for a Listener, or to ring Samaritans: 116 123. It is free.",
    "If you might hurt yourself, press the bell and say so. That is what the bell is for.",
)
NIGHT_OUTSIDE = (
    "Put the light on. Sit up. Feet on the floor. Say where you are and what day it is.",
    "Breathe out slowly, for longer than you breathe in. Ten times.",
    "Name five things that you can see, and three that you can hear.",
    "Ring Samaritans: 116 123. It is free, day and night.",
    "If you cannot keep yourself safe, ring 999, or ring 111 and choose the option for mental health.",
)
NOTES = {
    "title": "My notes",
    "top": "Keep these. We don’t.",
    "lede": "Questions, names, things to ask for, my own words. Nobody collects this page.",
}
