"""Certificates: for their holders, for staff who withdraw or put right, and for anybody who has the code."""

from datetime import datetime

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.access import user_of
from accounts.limits import may_verify
from audit import actions as audit
from common import answers, documents
from common.access import allow, anyone
from common.dates import local_day
from training import printing, proving, standing
from training.actions import certificates
from training.forms.certificates import CodeForm, PutRightForm, WithdrawForm
from training.models import Certificate
from training.permissions.certificates import can_keep_certificates, can_see_certificates

TOO_MANY = "Too many codes have come from where you are. Wait a minute, then try again."
TOO_MANY_STATUS = 429


@allow(can_see_certificates)
def mine(request: HttpRequest) -> HttpResponse:
    own = Certificate.objects.filter(learner__login=user_of(request)).select_related("progress")
    today = local_day(timezone.now())
    rows = [standing.row(one, on=today) for one in own.order_by("-issued_at", "-pk")]
    return render(request, "training/certificates/mine.html", {"rows": rows})


@allow(can_see_certificates)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    certificate = _load(request, ref, now)
    is_own = certificate.learner.login_id == request.user.pk
    context = {
        "certificate": certificate,
        "said": standing.said(certificate, on=local_day(now)),
        "is_own": is_own,
        "may_keep": can_keep_certificates(request.user),
        "may_sign": proving.can_sign(),
        "verify": proving.verify_address(certificate),
    }
    return render(request, "training/certificates/detail.html", context)


def _load(request: HttpRequest, ref: str, now: datetime) -> Certificate:
    """Theirs to see, or it does not exist. Whoever opens another's is written down."""
    visible = Certificate.objects.visible_to(request.user).select_related("progress", "learner", "superseded_by")
    certificate = visible.named(ref).first()
    if certificate is None:
        raise Http404
    if certificate.learner.login_id != request.user.pk:
        audit.looked(verb="training.certificate.opened", by=request.user, at=now, subject=certificate)
    return certificate


@allow(can_see_certificates)
def paper(request: HttpRequest, ref: str) -> FileResponse:
    """To hang up, or to show: not where it was withdrawn."""
    now = timezone.now()
    certificate = _load(request, ref, now)
    if certificate.withdrawn_on:
        raise Http404
    made = printing.certificate_pdf(certificate, large="large" in request.GET, at=now)
    return documents.respond(made, name="certificate", at=now)


@allow(can_see_certificates)
def credential(request: HttpRequest, ref: str) -> HttpResponse:
    """A file that proves itself, wherever it is shown."""
    certificate = _load(request, ref, timezone.now())
    if certificate.withdrawn_on or not proving.can_sign():
        raise Http404
    answer = JsonResponse(proving.signed(certificate), json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = 'attachment; filename="credential.json"'
    return answer


@require_POST
@allow(can_see_certificates)
def show_name(request: HttpRequest, ref: str) -> HttpResponse:
    """Only its holder decides."""
    now = timezone.now()
    certificate = _load(request, ref, now)
    if certificate.learner.login_id != request.user.pk:
        raise Http404
    show = request.POST.get("show") == "yes"
    certificates.show_name(certificate=certificate, show=show, by=request.user, at=now)
    messages.success(request, "Whoever checks it now sees your name." if show else "Your name is not shown any more.")
    return redirect("training:certificates-detail", ref=ref)


@allow(can_keep_certificates)
def find(request: HttpRequest) -> HttpResponse:
    """The code travels by POST: it stands in no address of ours but where anybody may check it."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and form.certificate:
        return redirect("training:certificates-detail", ref=form.certificate.ref)
    return answers.page(request, "training/certificates/find.html", {"form": form})


@allow(can_keep_certificates)
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    certificate, form = _load(request, ref, now), WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if answers.attempt(form, certificates.withdraw, certificate=certificate, **said, by=request.user, at=now):
            messages.success(request, "Withdrawn. Whoever checks it is told so.")
            return redirect("training:certificates-detail", ref=ref)
    context = {"form": form, "certificate": certificate}
    return answers.page(request, "training/certificates/withdraw.html", context)


@allow(can_keep_certificates)
def put_right(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    certificate = _load(request, ref, now)
    form = PutRightForm(request.POST or None, initial={"name": certificate.plain["name"]})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        new = answers.attempt(form, certificates.put_right, certificate=certificate, **said, by=request.user, at=now)
        if new:
            messages.success(request, "Given again, with a new code. The one before says so.")
            return redirect("training:certificates-detail", ref=new.ref)
    context = {"form": form, "certificate": certificate}
    return answers.page(request, "training/certificates/put_right.html", context)


@never_cache
@allow(anyone)
def check(request: HttpRequest) -> HttpResponse:
    """A box for the code. It asks for no cookie, so the code travels in the address, as on the paper itself."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_bound and not may_verify(request):
        return _asked(request, CodeForm(), TOO_MANY_STATUS, TOO_MANY)
    if form.is_bound and form.is_valid() and form.certificate:
        return redirect("training:certificates-verify", code=form.certificate.code)
    return _asked(request, form, answers.UNPROCESSABLE if form.errors else 200)


@never_cache
@allow(anyone)
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """What a certificate stands for today. One that there is not, and a code that cannot be, look the same."""
    if not may_verify(request):
        return _asked(request, CodeForm(), TOO_MANY_STATUS, TOO_MANY)
    certificate = Certificate.objects.coded(code).select_related("progress").first()
    if certificate is None:
        return _asked(request, CodeForm({"code": code[:60]}), 404)
    today = local_day(timezone.now())
    context = {"said": standing.said(certificate, on=today), "today": today}
    return _unlisted(render(request, "training/certificates/verify.html", context))


def _asked(request: HttpRequest, form: CodeForm, status: int, said: str = "") -> HttpResponse:
    context = {"form": form, "said": said}
    return _unlisted(render(request, "training/certificates/check.html", context, status=status))


def _unlisted(answer: HttpResponse) -> HttpResponse:
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer
