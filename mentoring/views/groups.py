"""Groups: who is in them, and who holds them."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.roles import Role
from audit import actions as audit
from common import answers, listing
from common.access import allow
from common.forms import HouseForm
from common.refs import ref_from
from mentoring.actions import groups
from mentoring.filters.groups import GroupFilter
from mentoring.forms.groups import GroupForm, JoinForm, LeadForm
from mentoring.models import Facilitator, Group, Member, teams_of
from mentoring.permissions.groups import can_change_groups, can_see_groups
from mentoring.tables.groups import GroupTable
from places.models import Team


@allow(can_see_groups)
def index(request: HttpRequest) -> HttpResponseBase:
    rows = Group.objects.visible_to(request.user).with_size().select_related("team", "establishment")
    found = listing.build(request, table=GroupTable, queryset=rows, filterset=GroupFilter, name="groups")
    audit.looked(verb="mentoring.group.listed", by=request.user, at=timezone.now(), shown=found.refs)
    context = {"listing": found, "may_add": can_change_groups(request.user)}
    return listing.respond(request, "mentoring/groups/index.html", context)


def teams_for(user: Any) -> QuerySet:
    teams = Team.objects.order_by("name")
    return teams if user.has_role(Role.PROGRAMME_MANAGER) else teams.filter(pk__in=teams_of(user))


@allow(can_change_groups)
def add(request: HttpRequest) -> HttpResponse:
    teams = teams_for(request.user)
    form = GroupForm(request.POST or None, teams=teams, initial={"team": teams.first()})
    key = ref_from(request.POST.get("key"))
    if request.method == "POST" and form.is_valid():
        group = answers.attempt(form, groups.add, **form.cleaned_data, key=key, by=request.user, at=timezone.now())
        if group:
            messages.success(request, "Made. Now say who is in it.")
            return redirect("mentoring:groups-detail", ref=group.ref)
    return answers.page(request, "mentoring/groups/add.html", {"form": form, "key": key})


def _load(request: HttpRequest, ref: str) -> Group:
    group = Group.objects.visible_to(request.user).filter(ref=ref).select_related("team", "establishment").first()
    if group is None:
        raise Http404
    return group


@allow(can_see_groups)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    return _page(request, _load(request, ref))


def _page(request: HttpRequest, group: Group, **forms: Any) -> HttpResponse:
    members = list(group.members.select_related("person").order_by("person__search_name", "pk"))
    people = [member.person.ref for member in members]
    audit.looked(verb="mentoring.group.opened", by=request.user, at=timezone.now(), subject=group, shown=people)
    may_change = can_change_groups(request.user) and group.closed_on is None
    wrong = next((form for form in forms.values() if form.errors), None)
    context = {
        "group": group,
        "members": [member for member in members if member.until is None],
        "former": [member for member in members if member.until is not None],
        "facilitators": group.facilitators.filter(until=None).select_related("mentor__person").order_by("since", "pk"),
        "may_change": may_change,
        "join": forms.get("join") or JoinForm(group=group, user=request.user),
        "lead": forms.get("lead") or LeadForm(group=group, user=request.user),
        "form": wrong,
        "sessions": group.sessions.order_by("-started_at", "-pk")[:10],
    }
    return answers.page(request, "mentoring/groups/detail.html", context)


@allow(can_change_groups)
def join(request: HttpRequest, ref: str) -> HttpResponse:
    group = _load(request, ref)
    form = JoinForm(request.POST or None, group=group, user=request.user)
    if request.method == "POST" and form.is_valid():
        person = form.cleaned_data["person"]
        if answers.attempt(form, groups.join, group=group, person=person, by=request.user, at=timezone.now()):
            messages.success(request, "Added.")
            return redirect("mentoring:groups-detail", ref=ref)
    return _page(request, group, join=form)


@allow(can_change_groups)
def lead(request: HttpRequest, ref: str) -> HttpResponse:
    group = _load(request, ref)
    form = LeadForm(request.POST or None, group=group, user=request.user)
    if request.method == "POST" and form.is_valid():
        mentor = form.cleaned_data["mentor"]
        if answers.attempt(form, groups.lead, group=group, mentor=mentor, by=request.user, at=timezone.now()):
            messages.success(request, "Added.")
            return redirect("mentoring:groups-detail", ref=ref)
    return _page(request, group, lead=form)


def _asked(
    request: HttpRequest, about: Group, *, who: str, button: str, done: str, act: Any, **what: Any
) -> HttpResponse:
    """Ask whether it is meant; sent, it is done once."""
    form = HouseForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and answers.attempt(form, act, **what, by=request.user, at=timezone.now()):
        messages.success(request, done)
        return redirect("mentoring:groups-detail", ref=about.ref)
    context = {"group": about, "who": who, "button": button, "form": form}
    return answers.page(request, "mentoring/groups/ask.html", context)


@allow(can_change_groups)
def leave(request: HttpRequest, ref: str) -> HttpResponse:
    """End somebody’s time in a group."""
    mine = Member.objects.filter(group__in=Group.objects.visible_to(request.user))
    member = get_object_or_404(mine.select_related("person", "group"), ref=ref)
    return _asked(
        request, member.group, who=member.person.preferred_name, button="They have left",
        done="They have left the group. Its registers stay.", act=groups.leave, member=member,
    )  # fmt: skip


@allow(can_change_groups)
def stand_down(request: HttpRequest, ref: str) -> HttpResponse:
    """End a mentor’s time of holding a group."""
    mine = Facilitator.objects.filter(group__in=Group.objects.visible_to(request.user))
    led = get_object_or_404(mine.select_related("mentor__person", "group"), ref=ref)
    return _asked(
        request, led.group, who=str(led.mentor), button="They no longer hold it",
        done="They no longer hold the group, and see nothing of it.", act=groups.stand_down, facilitator=led,
    )  # fmt: skip


@allow(can_change_groups)
def close(request: HttpRequest, ref: str) -> HttpResponse:
    group = _load(request, ref)
    return _asked(
        request, group, who="", button="End the group", done="The group has ended. Its registers stay.",
        act=groups.close, group=group,
    )  # fmt: skip
