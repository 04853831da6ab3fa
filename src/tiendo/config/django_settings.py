"""Django's settings, all of them made from `tiendo.config.settings`. Loading them touches no file and no database."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any

from django.utils.functional import SimpleLazyObject

from tiendo.config.databases import django_entry
from tiendo.config.secret_key import secret_key
from tiendo.config.settings import Settings

# The typed settings, for the rooms that need one of them: `django.conf.settings.TIENDO.max_upload`.
TIENDO = Settings.from_environment(os.environ)

# A year, the time that browsers' lists ask for: within it a browser does not try plain http at all.
_YEAR_SECONDS = 365 * 24 * 3600
# Half a day: an officer logs in once in the morning; a session that was stolen is worthless the next day.
_SESSION_SECONDS = 12 * 3600
# Shorter passwords can be tried out one by one where a copy of the record got into wrong hands.
_SHORTEST_PASSWORD = 12

DEBUG = TIENDO.debug
# Read or made when it is first needed, so that tools that only load the settings leave nothing behind.
SECRET_KEY = SimpleLazyObject(partial(secret_key, TIENDO.key_file))
ALLOWED_HOSTS = TIENDO.allowed_hosts

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    # Brings htmx along as a file of this site.
    "django_htmx",
    # Here so that the pages of the API's documentation come from the package and not from a foreign server.
    "ninja",
    "rules",
    # Signing in: flows, second factors, the login of the province, the list of sessions; and who may try how often.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "axes",
    "tiendo.ledger.apps.LedgerConfig",
    "tiendo.intake.apps.IntakeConfig",
    "tiendo.web.apps.WebConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "tiendo.web.headers.guards_pages",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "tiendo.web.language.speaks_chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tiendo.web.pages.sign_in.guard.asks_for_second_factor",
    # The last one: it puts its answer in the place of the one to an attempt that was not looked at.
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "tiendo.config.urls"
WSGI_APPLICATION = "tiendo.config.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # A page's templates lie beside its view.
        "DIRS": [Path(__file__).parent.parent / "web" / "pages"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.static", "tiendo.web.pages.tags"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tiendo.web.pages.frame.frame",
            ],
        },
    }
]

DATABASES = {"default": django_entry(TIENDO.database)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "ledger.Account"
AUTHENTICATION_BACKENDS = [
    # The first one: it refuses before a password is looked at.
    "axes.backends.AxesBackend",
    "rules.permissions.ObjectPermissionBackend",
    "tiendo.web.accounts.backends.PasswordBackend",
]
# scrypt needs memory for every guess, which makes guessing by special hardware dear; it comes with Python.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": _SHORTEST_PASSWORD}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]

LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "tiendo.web.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_SIGNUP_ENABLED = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True  # for as long as `SESSION_COOKIE_AGE` says
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300  # seconds; see `accounts.adapters.RECENTLY`
# Of codes alone; passwords are counted by axes. Five codes in five minutes: a million codes outlive a lifetime of that.
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/5m/key"}
MFA_ADAPTER = "tiendo.web.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1  # the clocks of telephones are some seconds off
SOCIALACCOUNT_ADAPTER = "tiendo.web.pages.sign_in.province.ProvinceAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "SCOPE": ["openid", "profile"],
        "APPS": [
            {
                "provider_id": "province",
                "name": TIENDO.oidc_name,
                "client_id": TIENDO.oidc_client_id,
                "secret": TIENDO.oidc_client_secret,
                "settings": {"server_url": TIENDO.oidc_issuer},
            }
        ]
        if TIENDO.oidc_issuer
        else [],
    }
}
AXES_HANDLER = "tiendo.web.accounts.attempts.SlowsDown"
AXES_FAILURE_LIMIT = 5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "ip_address"]
AXES_COOLOFF_TIME = "tiendo.web.accounts.attempts.window"
AXES_LOCKOUT_CALLABLE = "tiendo.web.pages.sign_in.refusals.locked_out"
AXES_USERNAME_CALLABLE = "tiendo.web.accounts.attempts.counted_name"
AXES_CLIENT_IP_CALLABLE = "tiendo.web.accounts.addresses.client_address"
AXES_RESET_ON_SUCCESS = True
# It keeps what a failed form held: nothing of it that is a password, or was meant to be one.
AXES_SENSITIVE_PARAMETERS = ["username", "login", "ip_address", "old", "again", "code", "codes", "csrfmiddlewaretoken"]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # who goes on trying while they wait, waits no longer for it
# Who signed in when, and from where, is kept as long as the session is and no longer.
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
# Values that all processes have to share, such as which codes were used; pages are kept elsewhere.
CACHES: dict[str, Any] = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "web_shared_value",
        # Beyond it some are thrown away: more than anybody makes within the minutes that they count.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

LANGUAGE_CODE = TIENDO.language
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "tiendo_language"
USE_I18N = True
TIME_ZONE = TIENDO.time_zone
USE_TZ = True

SESSION_COOKIE_AGE = _SESSION_SECONDS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = TIENDO.https
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = TIENDO.https
CSRF_TRUSTED_ORIGINS = [TIENDO.public_url] if TIENDO.public_url else []
CSRF_FAILURE_VIEW = "tiendo.web.pages.refusals.forged"
# In the session and not in a cookie: only those who are signed in are told what they did.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
if TIENDO.https:
    # gunicorn speaks plain http on this machine; who comes over https comes through a proxy, which has to set this
    # header itself and to drop one that came from outside.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = _YEAR_SECONDS
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    # Whether the browsers' built-in lists name the domain is for its owner to decide, and cannot be taken back soon.
    SILENCED_SYSTEM_CHECKS = ["security.W021"]

# A form or a body of JSON is held in memory while it is read.
DATA_UPLOAD_MAX_MEMORY_SIZE = TIENDO.max_upload
# Files of any form, also of one that nobody asked for, are bounded; Django itself would fill the disk.
FILE_UPLOAD_HANDLERS = ["tiendo.web.uploads.BoundedFiles"]

STATIC_URL = "/static/"
STATIC_ROOT = TIENDO.static_dir
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "tiendo.config.typeface.TypefaceFinder",
]
# With a hash in its name a file can be kept by browsers for ever. A developer sees changes without collecting them.
WHITENOISE_USE_FINDERS = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "tiendo.config.static_files.PackedStaticFiles"
    },
}

# One line an event on standard error, where a service manager collects it; no bodies, no cookies, no addresses with
# passwords. That a page was not found or refused is for the client to know.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"level": "ERROR"},
        # Failures to sign in are counted, and no names and addresses of people stand in a log.
        "axes": {"level": "ERROR"},
    },
}
