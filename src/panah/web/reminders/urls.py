"""Addresses of reminders. The feed's has a secret in it and no word of a case."""

from django.urls import path

from panah.web.reminders import views

urlpatterns = [
    path("reminders", views.reminders),
    path("reminders/mail", views.set_mail),
    path("reminders/feed", views.new_feed),
    path("reminders.json", views.for_script),
    path("reminders/shown", views.shown),
    path("feed/<str:secret>.ics", views.feed),
]
