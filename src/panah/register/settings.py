"""Django's settings for the register without pages; `panah.web` adds to them.

The key of the database is asked for by a callable, so that no dump of settings can show it.
"""

from panah.places import data_folder
from panah.register import keyholder

SECRET_KEY = ""  # nothing is signed here; pages sign with a key derived from the root while the register is open
DEBUG = False
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
INSTALLED_APPS = ["panah.accounts", "panah.register", "panah.watch"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {
    "default": {
        "ENGINE": "panah.register.sqlcipher",
        "NAME": str(data_folder() / "register.db"),
        "OPTIONS": {"key": keyholder.database_key, "transaction_mode": "IMMEDIATE", "timeout": 20},
    }
}
# nothing is logged: a message could carry a word of a case
LOGGING_CONFIG = None
