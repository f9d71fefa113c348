"""Addresses of travel files."""

from django.urls import path

from panah.web.travel import views

urlpatterns = [
    path("cases/<str:slug>/travel", views.travel),
    path("travel/<str:token>", views.hand_over),
]
