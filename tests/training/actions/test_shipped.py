import pytest

from tests.conftest import NOW
from training.actions import shipped
from training.models import CoursePage, LessonPage, ModulePage, ModuleVersion

pytestmark = pytest.mark.django_db


def test_the_courses_are_put_in_place_with_a_version_of_each_module():
    assert shipped.place(by=None, at=NOW) == [course.slug for course in CoursePage.objects.order_by("path")]

    assert ModulePage.objects.live().count() == ModuleVersion.objects.count() >= 6
    assert not LessonPage.objects.not_live().exists()
    assert all(version.plain["lessons"] for version in ModuleVersion.objects.all())


def test_what_editors_did_with_them_stands():
    shipped.place(by=None, at=NOW)
    CoursePage.objects.first().delete()
    kept = CoursePage.objects.count()
    page = ModulePage.objects.first()
    if page:
        page.title = "Ours now"
        page.save_revision().publish()

    shipped.place(by=None, at=NOW)

    assert CoursePage.objects.count() >= kept
    assert not page or ModulePage.objects.get(pk=page.pk).title == "Ours now"
