"""References: naming, asking, keying in and judging by staff; and the page behind a referee’s link."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts import limits
from common import answers
from common.access import allow, anyone
from common.transitions import NotAllowed
from mentoring import recruiting
from mentoring.acting import act
from mentoring.actions import references
from mentoring.forms.references import JudgeForm, RefereeForm, ReferenceForm, TakeBackForm
from mentoring.models import Reference
from mentoring.models.references import index_of
from mentoring.permissions.checks import can_do_checks
from mentoring.rules.references import LINK_IS_OVER

CODE = "mentoring.reference_code"  # in the session, so that it is in no address while the form is filled in


def _page(reference: Reference) -> str:
    return reverse("mentoring:mentors-detail", args=[reference.mentor.ref])


@allow(can_do_checks)
def name(request: HttpRequest, ref: str) -> HttpResponse:
    mentor = recruiting.mentor(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        RefereeForm(request.POST or None),
        references.name,
        mentor=mentor,
        at=timezone.now(),
        back=reverse("mentoring:mentors-detail", args=[ref]),
        heading="Who may we ask about them?",
        button="Add",
    )


@require_POST
@allow(can_do_checks)
def ask(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    reference = recruiting.reference(ref=ref, by=request.user, at=now)
    try:
        references.ask(reference=reference, by=request.user, at=now)
    except NotAllowed as no:
        messages.error(request, str(no))
    else:
        sent = "The link is on its way." if reference.email else "Written down. Write to them on paper, and key it in."
        messages.success(request, sent)
    return redirect(_page(reference))


@allow(can_do_checks)
def key_in(request: HttpRequest, ref: str) -> HttpResponse:
    reference = recruiting.reference(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        ReferenceForm(request.POST or None),
        lambda reference, by, at, **said: references.key_in(reference=reference, said=said, by=by, at=at),
        reference=reference,
        at=timezone.now(),
        back=_page(reference),
        heading="Key in a reference",
        lede="What came on paper, or was said on the telephone.",
    )


@allow(can_do_checks)
def judge(request: HttpRequest, ref: str) -> HttpResponse:
    """Read what the referee said, and decide."""
    reference = recruiting.reference(ref=ref, by=request.user, at=timezone.now())
    form = JudgeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(
            form, references.judge, reference=reference, **form.cleaned_data, by=request.user, at=timezone.now()
        )
        if done:
            messages.success(request, "Written down.")
            return redirect(_page(reference))
    context = {"form": form, "reference": reference, "back": _page(reference)}
    return answers.page(request, "mentoring/references/judge.html", context)


@allow(can_do_checks)
def take_back(request: HttpRequest, ref: str) -> HttpResponse:
    reference = recruiting.reference(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        TakeBackForm(request.POST or None),
        references.take_back,
        reference=reference,
        at=timezone.now(),
        back=_page(reference),
        heading="This reference counts no longer",
        lede="Where fewer than two are left, the people this mentor walks with wait until there are two again.",
        button="Take it back",
    )


@allow(anyone)
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """The link in an email. The code goes on in the session, and out of the address."""
    request.session[CODE] = code
    return redirect("mentoring:references-answer")


@allow(anyone)
def answer(request: HttpRequest) -> HttpResponse:
    """The referee answers, once, and needs no account."""
    now, code = timezone.now(), str(request.session.get(CODE, ""))
    if not limits.may_try_code(request):
        return render(request, "mentoring/references/closed.html", {"why": limits.TOO_MANY_CODES}, status=410)
    open_now = Reference.objects.filter(
        code_index=index_of(code), status__in=Reference.ANSWERABLE, expires_at__gt=now
    ).exclude(code_index="")
    reference = open_now.select_related("mentor__person").first()
    if reference is None:
        return render(request, "mentoring/references/closed.html", {"why": LINK_IS_OVER}, status=410)
    form = ReferenceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(form, references.answer, code=code, said=form.said(), by=None, at=now)
        if done is not None:
            del request.session[CODE]
            return redirect("mentoring:references-thanks")
    name = reference.mentor.person.preferred_name
    return answers.page(request, "mentoring/references/answer.html", {"form": form, "name": name})


@allow(anyone)
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "mentoring/references/thanks.html")
