"""Django's settings for the pages on a laptop: the register's, and what pages need.

There is no log: a line of it could carry a word of a case. `panah.web.serving` silences what would write one.
"""

import os
from pathlib import Path

from panah.register.settings import *  # noqa: F403  (the register's settings, and what follows)
from panah.web.serving import LARGEST_REQUEST

# signs the cookie of a session; another one at each start, so that no cookie outlives the process
SECRET_KEY = os.urandom(32).hex()
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]  # a page elsewhere whose name leads here is refused
ROOT_URLCONF = "panah.web.urls"
MIDDLEWARE = [
    "panah.web.middleware.headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "panah.web.middleware.language",
    "django.middleware.csrf.CsrfViewMiddleware",
    "panah.web.middleware.sealed",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent],
        "OPTIONS": {"builtins": ["panah.web.tags"]},
    }
]
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "panah", "panah-form"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "panah.web.refusals.stale_form"
X_FRAME_OPTIONS = "DENY"
# a case file of a few hundred acts is a few hundred kilobytes; a form is far less
DATA_UPLOAD_MAX_MEMORY_SIZE = 8_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = LARGEST_REQUEST  # never to a temporary file, where it would lie readable
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
DATA_UPLOAD_MAX_NUMBER_FILES = None  # the page that takes files counts them, and says which it did not take
