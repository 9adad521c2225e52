"""What somebody means who texts back, in English or Welsh."""

import re
from enum import StrEnum


class Meaning(StrEnum):
    STOP = "stop"
    START = "start"
    HELP = "help"
    YES = "yes"
    NO = "no"
    PLEASE_STOP = "please_stop"  # in words of their own: the number rests and a person reads it
    WRONG_NUMBER = "wrong_number"
    WHO = "who"
    OTHER = "other"


# Twilio acts on these by itself when one of them is the whole text. (It also takes YES for START: to us it is a yes.)
STOP = frozenset({"stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout", "stopio", "stopiwch"})
START = frozenset({"start", "unstop", "dechrau"})
HELP = frozenset({"help", "info", "cymorth", "help llaw"})
YES = frozenset(
    "yes|y|yep|yeah|yea|ok|okay|yes please|yes thanks|yes thank you|see you there|see you then|i will be there|"
    "ill be there|fine|ie|ydw|ydi|iawn|byddaf|gwnaf|oes|do|ie diolch".split("|")
)
NO = frozenset(
    "no|n|nope|nah|no thanks|no thank you|no sorry|sorry no|cant|i cant|cannot|i cannot|cant come|cant make it|"
    "i cant come|i cant make it|sorry i cant make it|na|nage|nac ydw|na fyddaf|naddo|nac oes".split("|")
)
RESTS = frozenset({Meaning.PLEASE_STOP, Meaning.WRONG_NUMBER, Meaning.WHO})
REFUSALS = {
    Meaning.WRONG_NUMBER: (
        r"wrong (?:number|person|phone|guy|one)", r"not (?:my|his|her|their|the right|the same) (?:number|phone)",
        r"(?:new|changed|different) (?:number|phone) now", r"(?:dont|do not) know (?:any|a|an|this|that|who|you)",
        r"(?:im|i am|its|this is) not (?:\w+ ){0,2}(?:phone|number)",
        r"no ?one (?:here )?(?:called|named|of that name)",
        r"nobody (?:here )?(?:called|named|of that name)", r"rhif anghywir", r"person anghywir",
    ),
    Meaning.PLEASE_STOP: (
        r"(?:please|pls|plz) (?:\w+ )?stop", r"stop (?:please|pls|plz|it|this|that|now)",
        r"stop (?:text|messag|send|contact|bother|harass|spam)\w*", r"(?:dont|do not|never|no more) (?:\w+ )?"
        r"(?:text|message|contact|send|bother)\w*", r"leave me alone", r"(?:take|get) me off",
        r"remove (?:me|my number)",
        r"unsubscribe me", r"go away", r"(?:f\w+ off|piss off)", r"not interested", r"peidiwch", r"peidia",
        r"gad(?:ewch)? lonydd", r"stopi(?:wch|o)",
    ),
    Meaning.WHO: (
        r"who (?:is|are|r) (?:this|you|u|it)", r"whos (?:this|that|it)", r"who dis", r"(?:do i|dont) know you",
        r"how did you get (?:my|this)", r"pwy (?:yw|ydy|ydi|wyt|sy)\w*", r"pwy ydych",
    ),
}  # fmt: skip
PATTERNS = {meaning: re.compile(rf"\b(?:{'|'.join(found)})\b") for meaning, found in REFUSALS.items()}
APOSTROPHES = re.compile("['’‘`]")
NOT_WORDS = re.compile(r"[^\w]+")


def meaning(body: str, *, opt_out: str = "") -> Meaning:
    """What a text means. `opt_out` is Twilio's OptOutType, where it sends one: then Twilio has decided already."""
    said = opt_out.strip().lower()
    if said in {"stop", "start", "help"}:
        return Meaning(said)
    words = tidy(body)
    for found, meant in ((STOP, Meaning.STOP), (START, Meaning.START), (HELP, Meaning.HELP)):
        if words in found:
            return meant
    for meant, pattern in PATTERNS.items():
        if pattern.search(words):
            return meant
    if words in YES:
        return Meaning.YES
    return Meaning.NO if words in NO else Meaning.OTHER


def tidy(body: str) -> str:
    """`Sorry, I can’t!` to `sorry i cant`."""
    return NOT_WORDS.sub(" ", APOSTROPHES.sub("", body.casefold())).replace("_", " ").strip()
