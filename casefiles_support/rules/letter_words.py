"""What the app holds as one of a list, in the words of a letter: English, Welsh. The Welsh waits for a reader."""

from collections.abc import Iterable, Mapping
from datetime import date

from casefiles_support.rules.letter_texts import WELSH

Pair = tuple[str, str]
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "cy": "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split(),
}
PROOFS: Mapping[str, Pair] = {
    "prison": (
        "a page signed by the prison that says who I am",
        "tudalen wedi'i llofnodi gan y carchar sy'n dweud pwy ydw i",
    ),
    "birth": ("a copy of my birth certificate", "copi o'm tystysgrif geni"),
    "passport": ("a copy of my passport", "copi o'm pasbort"),
    "licence": ("a copy of my driving licence", "copi o'm trwydded yrru"),
    "benefits": (
        "a letter to me about benefits or National Insurance",
        "llythyr ataf am fudd-daliadau neu Yswiriant Gwladol",
    ),
    "adviser": (
        "a letter from my personal adviser or social worker",
        "llythyr gan fy nghynghorydd personol neu fy ngweithiwr cymdeithasol",
    ),
    "knowledge": (
        "my offer to answer what only I would know",
        "fy nghynnig i ateb yr hyn na fyddai neb ond fi yn ei wybod",
    ),
    "other": ("another paper that shows who I am", "papur arall sy'n dangos pwy ydw i"),
}
COVERED: Mapping[str, Pair] = {
    "other_person": ("somebody else’s name", "enw rhywun arall"),
    "known_family": ("family that I already know about", "teulu rwy'n gwybod amdano eisoes"),
    "professional": ("the name of somebody who worked with me", "enw rhywun a fu'n gweithio gyda mi"),
    "whole_page": ("whole pages", "tudalennau cyfan"),
    "court": ("papers from court", "papurau o'r llys"),
    "health": ("something about health", "rhywbeth am iechyd"),
    "no_reason": ("parts for which no reason is given", "rhannau heb unrhyw reswm wedi'i roi"),
}
# Which lines of the letter that asks “why?” a kind of covering brings with it.
COVERED_FLAGS = {
    "other_person": "other_people",
    "known_family": "family",
    "professional": "professionals",
    "court": "court",
    "health": "harm",
}
MISSING: Mapping[str, Pair] = {
    "photographs": ("photographs", "lluniau"),
    "letters": ("letters and cards", "llythyrau a chardiau"),
    "life_story": ("life-story work", "gwaith stori bywyd"),
    "years": ("years that are not there", "blynyddoedd nad ydynt yno"),
    "birth_certificate": ("my birth certificate", "fy nhystysgrif geni"),
    "school_reports": ("school reports", "adroddiadau ysgol"),
    "health": ("health records", "cofnodion iechyd"),
}
COMPLAINTS: Mapping[str, Pair] = {
    "late": ("my answer is late", "mae fy ateb yn hwyr"),
    "covered": ("too much is covered, or I was not told why", "mae gormod wedi'i guddio, neu ni ddywedwyd wrthyf pam"),
    "missing": ("something is missing from what I was sent", "mae rhywbeth ar goll o'r hyn a anfonwyd ataf"),
    "refused": (
        "I was refused, and I do not think that this was right",
        "cefais fy ngwrthod, ac nid wyf yn meddwl bod hynny'n iawn",
    ),
    "lapsed": ("my request was stopped", "cafodd fy nghais ei atal"),
    "extension": ("more time was taken without a good reason", "cymerwyd mwy o amser heb reswm da"),
    "delivery": ("the records were not sent in the way that I asked for", "ni anfonwyd y cofnodion fel y gofynnais"),
    "correction": ("something wrong was not put right", "ni chywirwyd rhywbeth anghywir"),
}
WISHES: Mapping[str, Pair] = {
    "records": ("send me my records", "anfon fy nghofnodion ataf"),
    "reasons": ("tell me why, for each part", "dweud wrthyf pam, ar gyfer pob rhan"),
    "look_again": (
        "look again at what was covered or left out",
        "edrych eto ar yr hyn a gafodd ei guddio neu ei adael allan",
    ),
    "search_again": (
        "search again, and tell me where you looked",
        "chwilio eto, a dweud wrthyf ble y buoch yn chwilio",
    ),
    "put_right": ("put right what is wrong", "cywiro'r hyn sy'n anghywir"),
    "sorry": ("say sorry", "ymddiheuro"),
}
HOLDERS: Mapping[str, Pair] = {
    "council": ("council", "cyngor"),
    "trust": ("children’s trust", "ymddiriedolaeth plant"),
    "charity": ("charity", "elusen"),
    "home": ("children’s home", "cartref plant"),
    "health": ("health organisation", "sefydliad iechyd"),
    "court": ("court", "llys"),
    "police": ("police force", "heddlu"),
    "prison_probation": ("prison or probation service", "gwasanaeth carchar neu brawf"),
    "adoption": ("adoption agency", "asiantaeth fabwysiadu"),
    "other": ("organisation", "sefydliad"),
}
DELIVER: Mapping[str, Pair] = {
    "supporter": ("{supporter}, Alongside", "{supporter}, Alongside"),
    "prison_staff": (
        "the member of staff whom we name when you telephone",
        "yr aelod o staff y byddwn yn ei enwi pan fyddwch yn ffonio",
    ),
    "person": ("me, at the address at the top of this letter", "mi, yn y cyfeiriad ar ben y llythyr hwn"),
    "trusted": ("the person whom I name when you ask", "y person y byddaf yn ei enwi pan ofynnwch"),
    "solicitor": ("my solicitor, whom I name when you ask", "fy nghyfreithiwr, y byddaf yn ei enwi pan ofynnwch"),
    "collect": ("nobody yet: I will fetch them", "neb eto: byddaf yn dod i'w nôl"),
}
DIGITAL: Pair = ("files on a disc, on a memory stick or by a link", "ffeiliau ar ddisg, ar gof bach neu drwy ddolen")
PAGES: Mapping[bool, Pair] = {True: ("1 page", "1 dudalen"), False: ("{n} pages", "{n} tudalen")}
YEARS: Mapping[str, Pair] = {
    "both": ("the years from about {first} to {last}", "y blynyddoedd o tua {first} i {last}"),
    "first": ("the years from about {first} on", "y blynyddoedd o tua {first} ymlaen"),
    "last": ("the years until about {last}", "y blynyddoedd hyd at tua {last}"),
}


def pick(pair: Pair, language: str) -> str:
    return pair[1 if language == WELSH else 0]


def day(on: date | None, language: str) -> str:
    """A day in words; "" where there is none."""
    return f"{on.day} {MONTHS[language][on.month - 1]} {on.year}" if on else ""


def years(first: int | None, last: int | None, language: str) -> str:
    """The rough years that somebody asks about; "" where none are known."""
    if not first and not last:
        return ""
    kind = "both" if first and last else "first" if first else "last"
    return pick(YEARS[kind], language).format(first=first, last=last)


def pages(count: int, language: str) -> str:
    return pick(PAGES[count == 1], language).format(n=count)


def listed(slugs: Iterable[str], words: Mapping[str, Pair], language: str) -> list[str]:
    """Each of a list of ours in words; what is no longer on the list is left out."""
    return [pick(words[slug], language) for slug in slugs if slug in words]


# What a gap asks for, for whoever writes the letter.
GAPS = {
    "answered_on": "the day on which they answered: write down what came first",
    "asked_on": "the day on which they asked: write down what came first",
    "authority_on": "the day on which the permission was signed",
    "authority_until": "the day until which the permission is good",
    "born": "the date of birth, on the person’s record",
    "complained_on": "the day of the complaint to them",
    "complaints": "what the complaint is about",
    "covered": "what was covered: note it on the request first",
    "deliver_to": "where the papers should go, on the request",
    "due_on": "the day by which they must answer, which cannot be worked out yet",
    "earliest_on": "the day by which they may have to answer, which cannot be worked out yet",
    "last_contact_on": "the day of the last word from them",
    "missing": "what is missing: note it on the request first",
    "moved_on": "the day of the move",
    "name": "the person’s name",
    "notice_on": "the day on which they asked for more time: write down what came first",
    "notice_by": "the last day on which they could ask for more time",
    "prison": "the prison, on the person’s record",
    "prison_number": "the prison number, on the person’s record",
    "proofs": "how they show who they are: choose it on the request first",
    "received_on": "the day on which they received the request: write it down first",
    "supporter": "who may talk to them: name a practitioner whom the person agreed to",
    "supporter_phone": "a telephone number for whoever may talk to them",
    "wishes": "what they should do",
}


def missing_in_words(gaps: Iterable[str]) -> list[str]:
    """What has to be known before the letter can be written, one sentence each."""
    return [f"The letter needs {GAPS.get(gap, gap.replace('_', ' '))}." for gap in gaps]
