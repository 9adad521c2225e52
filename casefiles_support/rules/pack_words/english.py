"""The pages that are filled in, in English: where things are, the dates, what somebody may choose, and the slips."""

from casefiles_support.rules.pack_words.shared import Words

# fmt: off
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# fmt: on
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

COVER = {
    "title": "Private papers",
    "found": "These papers are private. If you have found them, please do not read them. Give them back to the person "
    "named here, or to a member of staff who will.",
}
FOOT = {
    "number": "Page {n} of {m}",
    "goes_on": "goes on",
    "printed": "Private papers of {name}. Printed on {day}. A newer print takes the place of this one.",
    "ring": "Ring us: {ring}.",
    "write": "Write to us: {write}.",
    "neither": "To reach us, ask the person who gave you this.",
}
STATES = {
    "drafting": "we are writing the letter with you.",
    "agreed": "you have agreed the letter. It is being checked.",
    "ready": "the letter is ready to go.",
    "sent": "the letter has gone.",
    "running": "they have your letter, and we wait for their answer.",
    "waiting_for_proof": "they have asked for proof, and wait for it.",
    "paused": "they have asked a question, and wait for the answer.",
    "lapsed": "they closed it because they had no answer. It can be asked again.",
    "part_answered": "some of it has come. The rest is still to come.",
    "answered": "they have answered.",
    "none_found": "they say that they have nothing. That does not mean it did not happen. There are more places to "
    "ask.",
    "refused": "they have said no. You can ask them to look again.",
    "passed_on": "they have passed it on to somebody else, who has a time of their own.",
    "in_complaint": "a complaint has gone to them.",
    "with_ico": "the regulator is looking at it.",
    "withdrawn": "you have taken it back. You can ask again at any time.",
    "closed": "this is finished. It can be opened again.",
}
WHERE = {
    "title": "Where things are now",
    "top": "This is how things stood on {day}. You can keep it, show it, or throw it away.",
    "rest": "",
    "nothing": "Nobody has been asked yet. You do not have to decide today.",
    "holder": "{holder}: {state}",
    "until": "They have until the end of {due}.",
    "about": "They have until about {due}. Nobody has told us yet which day they had your letter, so this is a guess.",
    "provisional": "The bank holidays of that year are not known yet, so the day may move.",
    "late": "They are late. That is not your fault. There is a letter that we can send.",
    "may_be_late": "They may be late. We are asking them which day they had your letter.",
    "paused": "Their time stands still until they have an answer from you or from us. Answering soon keeps it going.",
    "not_started": "Their time has not started yet. It starts when they have your letter and all that they asked for.",
    "papers": "Where the papers are",
    "no_papers": "No papers have come yet.",
    "next": "What comes next",
    "no_next": "Nothing is planned yet. Ask us when we see you.",
    "honest": "What we can promise, and what we cannot",
    "promise": "We cannot make a council go faster, and we cannot say what is in your papers. We can tell you the "
    "truth "
    "about the dates, and be there when you want us.",
    "yours": "The papers are yours. Nobody here may make you ask, read or share them, and nothing else that you get "
    "from "
    "us depends on it.",
}
DATES = {
    "title": "Dates",
    "council": "What they must do",
    "ours": "What we promised you",
    "by": "{holder}: answer by {due}",
    "by_about": "{holder}: answer by about {due}",
    "none": "No day is set yet.",
    "none_ours": "We have nothing planned with you yet.",
    "two": "These are two clocks. If you stop for a while, that stops ours. It does not stop theirs.",
    "key": "C: the council’s last day. W: what we promised. R: a day you plan to read. T: the day this was printed.",
    "worked": "How we worked out the day for {holder}",
}
CHOOSE = {
    "title": "What I can choose next",
    "top": "Tick what you want, as many as you like. You need not say why. You can change your mind at any time.",
    "pause": "If you stop for a while: that is fine. Nothing is lost. The council’s clock keeps going, so the "
    "papers may "
    "still come. We can keep them sealed and safe until you say.",
    "ahead": "If you want to go on against our advice, it is your call. We will still be there that day and after.",
    "own": "Something else:",
    "return": "Give this page to your supporter, or fold it, put it in an envelope and post it.",
    "to": "To",
    "code": "Code",
    "code_why": "The code tells us that it is from you. It says nothing else.",
}
CHOICES = (
    "Stop for a while",
    "Stop",
    "Start again",
    "Go on now",
    "A different supporter",
    "No supporter",
    "My mentor out of the room",
    "My supporter reads it first",
    "Read only some of it",
    "Photographs first",
    "Have it read out to me",
    "Larger print, or coloured paper",
    "Only one question answered",
    "Keep it sealed for now",
    "Keep it outside until I leave",
    "Take back a permission",
    "See all that you hold about me",
    "See who looked at my record",
    "Complain about you",
    "Talk to somebody about this",
)
SLIPS = {
    "a": "Private appointment",
    "b": "Please check in tonight",
    "name": "Name",
    "number": "Number",
    "day": "Day",
    "time": "Time",
    "where": "Where",
    "ring": "Questions? Ring",
    "tonight": "Tonight and tomorrow",
    "a_words": "Please make sure that they can get there on time, and that the room is private.",
    "b_words": "They have a private appointment today. Please see that somebody looks in on them tonight, and again "
    "tomorrow.",
    "b_consent": "They have agreed to this slip.",
    "b_worried": "If you are worried about them, follow your safer custody process at once.",
}
ENGLISH = Words(
    lang="en",
    months=MONTHS,
    days=DAYS,
    short_days=("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"),
    date="{weekday} {day} {month} {year}",
    between="{start} to {end}",
    read_by="Alongside",
    not_read="",
    cover=COVER,
    foot=FOOT,
    states=STATES,
    where=WHERE,
    dates=DATES,
    choose=CHOOSE,
    choices=CHOICES,
    slips=SLIPS,
)
