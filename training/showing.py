"""A page of a lesson as its template draws it: each block with the form that belongs to it, from a version alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.forms import BaseForm
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from training.forms.learning import ReflectionForm
from training.forms.questions import QuestionForm
from training.models import Progress
from training.rules.lessons import Part
from training.rules.questions import CHOOSE_ONE, mark
from training.rules.versions import Block

# What an editor's own page draws in the same way: heading, paragraph, care card and others.
OURS = {
    "picture": "training/progress/_picture.html",
    "media": "training/progress/_media.html",
    "question": "training/progress/_question.html",
    "reflection": "training/progress/_reflection.html",
    "practical": "training/progress/_practical.html",
}
Form = QuestionForm | ReflectionForm


@dataclass(frozen=True)
class Feedback:
    """What is said to an answer. `is_right` None: nobody marks it here. `each` are pairs of an answer that was ticked
    among several, and what is said to it.
    """

    is_right: bool | None
    says: str
    then: str = ""
    each: Sequence[tuple[str, str]] = ()


@dataclass
class Piece:
    """A block and what is needed to draw it. `said` is what was kept of it: how sure they were, or their reflection."""

    id: str
    template: str
    value: Any
    form: Any = None
    said: Any = None
    feedback: Feedback | None = None
    files: dict[str, Any] = field(default_factory=dict)


class LessonSheet:
    """One page with all its questions. With `data` from a request what was typed is kept, whatever else happens.

    `checking` is the id of the question for practice whose answer is asked about.
    """

    def __init__(self, held: Progress, page: Part, data: Any = None) -> None:
        self.held, self.page, self.data = held, page, data
        self.checking = str(data.get("check", "")) if data else ""
        self._written = {one.block_id: one for one in held.reflections.all()}
        self._said = {one.block_id: one for one in held.confidences.exclude(moment="later")}
        self.pieces = [self._piece(block) for block in page.shown]
        _add_files(self.pieces)

    def _piece(self, block: Block) -> Piece:
        name, kind = block["id"], block["type"]
        piece = Piece(name, OURS.get(kind) or f"blocks/{kind}.html", block["value"])
        if kind == "reflection":
            piece.said = self._written.get(name)
            piece.form = ReflectionForm(block, data=self.data, words=piece.said.words if piece.said else "")
        elif kind == "question":
            piece.said = self._said.get(name)
            piece.form = self._question(block)
            if name == self.checking and piece.form.is_valid():
                piece.feedback = feedback_on(piece.form)
        return piece

    def _question(self, block: Block) -> QuestionForm:
        """For practice: each learner has an order of their own, which stays."""
        is_sure = block["value"]["kind"] == "confidence"
        if self.data is None or is_sure or block["id"] == self.checking:
            return QuestionForm(block, seed=self.held.ref, data=self.data, may_be_empty=is_sure)
        typed, empty = (QuestionForm(block, seed=self.held.ref, data=data) for data in (self.data, None))
        empty.initial = {name: typed[name].data for name in typed.fields}
        return empty

    @property
    def words(self) -> dict[str, str]:
        """Reflections that were written or written anew."""
        forms = {piece.id: piece.form for piece in self.pieces if isinstance(piece.form, ReflectionForm)}
        said = {name: form.cleaned_data["words"] for name, form in forms.items() if form.is_valid()}
        kept = {name: one.words for name, one in self._written.items()}
        return {name: words for name, words in said.items() if words and words != kept.get(name)}

    @property
    def sure(self) -> dict[str, int]:
        forms = [piece.form for piece in self.pieces if isinstance(piece.form, QuestionForm) and piece.said is None]
        return {
            form.block_id: form.given for form in forms if form.kind == "confidence" and form.is_valid() and form.given
        }

    @property
    def wrong(self) -> list[BaseForm]:
        forms = [piece.form for piece in self.pieces if piece.form is not None and piece.form.is_bound]
        return [form for form in forms if form.errors]


def errors_of(forms: Sequence[BaseForm]) -> list[tuple[str, str]]:
    """For the box of errors at the top, when a page has several forms: where each is, and what it says."""
    found: list[tuple[str, str]] = []
    for form in forms:
        for bound in form.visible_fields():
            found += [(getattr(bound, "first_id", bound.id_for_label), str(message)) for message in bound.errors]
    return found


def _add_files(pieces: Sequence[Piece]) -> None:
    """Films, recordings and pictures: one question to the database for each kind, where there are any."""
    values = [(piece, piece.value) for piece in pieces if isinstance(piece.value, Mapping)]
    documents = {value[name] for _, value in values for name in ("file", "captions") if value.get(name)}
    pictures = {value["image"] for _, value in values if value.get("image")}
    found = {
        "file": get_document_model().objects.in_bulk(documents) if documents else {},
        "image": get_image_model().objects.prefetch_related("renditions").in_bulk(pictures) if pictures else {},
    }
    for piece, value in values:
        for name, among in (("file", "file"), ("captions", "file"), ("image", "image")):
            if (standing := found[among].get(value.get(name))) is not None:
                piece.files[name] = standing


def feedback_on(form: QuestionForm) -> Feedback:
    """To an answer in practice. Nothing of it is kept."""
    question, given = form.question, form.given
    result = mark(question, given)
    if not result.out_of:
        return Feedback(None, "Thank you. This is for practice: nobody reads it.")
    words = question.get("right") if result.is_right else question.get("wrong")
    return Feedback(result.is_right, words or "", then_of(question, given), each_of(question, given))


def then_of(question: Mapping[str, Any], given: Any) -> str:
    """What happens next, where an answer says so."""
    if question["kind"] not in CHOOSE_ONE:
        return ""
    return next((one.get("then") or "" for one in question["options"] if one["id"] == given), "")


def each_of(question: Mapping[str, Any], given: Any) -> list[tuple[str, str]]:
    """The same where several were ticked: one by one, so that each learns what it was about."""
    if question["kind"] != "multiple":
        return []
    return [(one["says"], one["then"]) for one in question["options"] if one["id"] in given and one.get("then")]
