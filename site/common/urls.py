"""The house's own pages."""

from django.urls import path

from common import views

urlpatterns = [
    path("", views.components, name="components"),
    path("pages/<slug:name>/", views.problem, name="problem"),
    path("leave/", views.leave, name="leave"),
]
