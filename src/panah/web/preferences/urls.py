"""Addresses of the settings: aliases of cases, never a word of them."""

from django.urls import path

from panah.web.preferences import backups, ending, examining, keys, views
from panah.web.preferences.taking_in import take_in

urlpatterns = [
    path("settings", views.settings),
    path("settings/passphrase", keys.passphrase),
    path("settings/recovery", keys.recovery),
    path("settings/root", keys.root),
    path("settings/backup", backups.backups),
    path("settings/backup/file", backups.as_file),
    path("settings/doctor", examining.doctor),
    path("settings/cases", ending.all_cases),
    path("settings/cases/<str:slug>", ending.end),
    path("import", take_in),
    path("names", views.names),
]
