"""Addresses of the parts of a case: its alias, the word of a part, a number; never a word of the case."""

from django.urls import path

from panah.web.parts import access, compartments, history, views

urlpatterns = [
    path("cases/<str:slug>/parts/compartments", compartments.all_compartments),
    path("cases/<str:slug>/parts/compartments/<str:kind>", compartments.one_compartment),
    path("cases/<str:slug>/parts/access", access.access),
    path("cases/<str:slug>/parts/history", history.history),
    path("cases/<str:slug>/parts/<str:page>", views.part),
    path("cases/<str:slug>/parts/<str:name>/<int:number>", views.change),
]
