"""What /components/ shows: every piece with made-up words. Nobody here is real."""

from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.http import HttpRequest

from common import charts, ecomaps
from common.answers import Row
from common.forms import HouseForm, MinutesField, PlainDateField, PlainTimeField
from common.icons import DRAWINGS

# Name in the address: (template, status).
PROBLEMS = {
    "bad-request": ("400.html", 400),
    "not-allowed": ("403.html", 403),
    "form-too-old": ("common/csrf.html", 403),
    "not-found": ("404.html", 404),
    "two-versions": ("409.html", 409),
    "broken": ("500.html", 500),
    "closed": ("503.html", 503),
}

TOPICS = [
    ("housing", "Somewhere to live"),
    ("money", "Money and benefits"),
    ("family", "Family and people who matter"),
    ("work", "Work or learning"),
]
KINDS = [("one", "One to one"), ("group", "Group session"), ("gate", "Through the gate (release day)")]
PLACES = [("", "Choose a place"), ("a", "HMP Wealstun"), ("b", "Leeds drop-in")]


class SampleForm(HouseForm):
    """One of each kind of question."""

    who = forms.CharField(label="Who did you meet?", max_length=30, widget=forms.TextInput({"class": "w20"}))
    place = forms.ChoiceField(label="Where did you meet?", choices=PLACES)
    held_on = PlainDateField(label="When did you meet?", help_text="For example, 14 11 2026.")
    starts_at = PlainTimeField(label="What time did you start?", help_text="For example, 2.30pm.")
    minutes = MinutesField(label="How long did you meet for?", help_text="In minutes. A rough guess is fine.")
    kind = forms.ChoiceField(label="What kind of session was it?", choices=KINDS, widget=forms.RadioSelect)
    topics = forms.MultipleChoiceField(
        label="What did you talk about?",
        choices=TOPICS,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick all that apply.",
    )
    email = forms.EmailField(label="Email", required=False, widget=forms.EmailInput({"autocomplete": "off"}))
    summary = forms.CharField(
        label="What happened?",
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text="A few words are fine.",
    )
    letter = forms.FileField(label="A letter or a photo", required=False)
    worried = forms.BooleanField(
        label="I am worried about someone’s safety",
        required=False,
        help_text="We will ring you today. If someone is in danger now, tell an officer or ring 999.",
    )


WRONG = {
    "who": "Somebody with a very long name indeed",
    "held_on_0": "31",
    "held_on_1": "2",
    "held_on_2": "2026",
    "starts_at": "2.30",
    "minutes": "ages",
    "email": "nobody",
}


class SampleRecord:
    """Something with a status."""

    STATUS_TONES = {"draft": "", "sent": "wait", "agreed": "go", "back": "stop"}
    WORDS = {"draft": "Draft", "sent": "Waiting for review", "agreed": "Reviewed", "back": "Sent back"}

    def __init__(self, status: str) -> None:
        self.status = status

    def get_status_display(self) -> str:
        return self.WORDS[self.status]


TIES = [
    ecomaps.Tie("Nan Jean", "Grandmother", "Family", 3),
    ecomaps.Tie("Leanne", "Sister", "Family", 2),
    ecomaps.Tie("Dad", "Father", "Family", 1, hard=True),
    ecomaps.Tie("Uncle Rob", "Uncle, found in June", "Family", 1),
    ecomaps.Tie("Marcus", "Best mate", "Friends", 3),
    ecomaps.Tie("Shay", "Old friend", "Friends", 2),
    ecomaps.Tie("Coach Dee", "Boxing coach", "Community", 2),
    ecomaps.Tie("Mrs Okafor", "Old foster carer", "Community", 3),
    ecomaps.Tie("Danielle", "Peer mentor", "Workers", 3),
    ecomaps.Tie("Priya", "Personal adviser", "Workers", 2),
    ecomaps.Tie("Kelly", "Key worker", "Workers", 1),
]
PLACES_SEEN = [("HMP Wealstun", 128), ("HMP Humber", 96), ("Leeds drop-in", 71), ("HMP Hatfield", 54), ("By phone", 33)]
MONTHS = ["Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
SERIES = [
    charts.Series("Custody", [22, 31, 28, 40, 44, 51, 49, 62, 58, 70, 76, 81]),
    charts.Series("Community", [8, 9, 14, 12, 19, 22, 27, 25, 31, 30, 36, 34]),
]


def everything(request: HttpRequest) -> dict[str, Any]:
    """The context of the page of pieces. `?form=wrong` shows the form as it looks when it will not do."""
    wrong = request.GET.get("form") == "wrong"
    return {
        "sample": SampleForm(WRONG if wrong else None),
        "wrong": wrong,
        "icons": DRAWINGS,
        "tones": ["sun", "brand", "go", "stop"],
        "records": [SampleRecord(status) for status in SampleRecord.WORDS],
        "facts": [
            ("Name they like", "Jo"),
            {"name": "Where", "value": "HMP Wealstun, B wing", "url": "#facts", "verb": "Change"},
            {"name": "Prison number", "value": "A1I0O1l", "url": "#facts", "verb": "Change"},
            ("Telephone", None),
        ],
        "entries": [
            {
                "when": datetime(2026, 11, 17, 14, 5, tzinfo=UTC),
                "title": "Session logged",
                "who": "Sam",
                "text": "One to one.",
            },
            {"when": date(2026, 11, 12), "title": "Matched with a mentor", "url": "#timeline"},
            {"when": date(2026, 11, 2), "title": "Asked for a mentor"},
        ],
        "sessions": [
            ("17 Nov 2026", "HMP Wealstun", 45, SampleRecord("agreed")),
            ("17 Nov 2026", "Leeds drop-in", 30, SampleRecord("sent")),
            ("15 Nov 2026", "By phone", 60, SampleRecord("back")),
        ],
        "bars": charts.bars("Sessions by place, this quarter", PLACES_SEEN, "sessions"),
        "line": charts.line("Sessions each month", MONTHS, SERIES),
        "people": ecomaps.ecomap("Billy’s people", "Billy", TIES),
        "problems": PROBLEMS,
    }


def conflict_context() -> dict[str, Any]:
    """Two versions of a made-up record."""
    rows = [Row("Where did you meet?", "HMP Wealstun", "Leeds drop-in"), Row("How long, in minutes?", "45", "45")]
    sentence = "Someone else changed this while you were writing. Nothing is lost: both versions are below."
    return {"form": SampleForm(), "rows": rows, "reasons": [sentence], "back": "/components/"}
