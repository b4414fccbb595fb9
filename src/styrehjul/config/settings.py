"""How the product runs. What a municipality chooses (deadlines, thresholds, colours) is rows, not variables.

Everything that comes from outside is declared with its meaning through `env`; `./styrehjul settings` lists it.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from styrehjul.config import database, env
from styrehjul.config.env import SettingError
from styrehjul.config.logging import logging_config
from styrehjul.config.secret_key import secret_key

PACKAGE = Path(__file__).resolve().parents[1]
ROOT = PACKAGE.parents[1]
BUILD = ROOT / "build"

# --- where we are -----------------------------------------------------------------------------------------------

_data = env.text("STYREHJUL_DATA", default_text="./data", meaning="Mappen med database, bilag og nøgle.")
DATA = Path(_data).resolve() if _data else ROOT / "data"
DEMO = env.flag("STYREHJUL_DEMO", meaning="Demokommune med roller på ét klik; lytter kun på denne maskine.")
DEBUG = env.flag(
    "STYREHJUL_DEBUG", meaning="Kun til udvikling: statiske filer direkte fra deres mapper, fejl på siden."
)
PUBLIC_URL = env.text(
    "STYREHJUL_URL",
    "http://127.0.0.1:8000",
    meaning="Den https-adresse, folk bruger. Uden https lytter serveren kun på denne maskine.",
).rstrip("/")
_public = urlsplit(PUBLIC_URL)
if _public.scheme not in {"http", "https"} or not _public.hostname or _public.path:
    raise SettingError("STYREHJUL_URL skal være en adresse uden sti, for eksempel https://styrehjul.kommunen.dk.")
HTTPS = _public.scheme == "https"
PROXY_HOPS = env.number(
    "STYREHJUL_PROXY_HOPS",
    0,
    most=5,
    meaning="Hvor mange egne proxyer der står foran; så mange led af X-Forwarded-For stoles der på.",
)
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
ALLOWED_HOSTS = [_public.hostname, *LOOPBACK]

SECRET_KEY = env.secret(
    "STYREHJUL_SECRET_KEY",
    default="trækkes ved første start og gemmes i datamappen",
    meaning="Nøglen, der underskriver sessioner; mindst 50 tegn.",
) or secret_key(DATA)
if len(SECRET_KEY) < 50:
    raise SettingError("STYREHJUL_SECRET_KEY skal være mindst 50 tegn.")
TEST_ALL = env.flag(
    "STYREHJUL_TEST_ALL", meaning="./styrehjul test fejler, hvis noget måtte udelades (Chromium, PostgreSQL)."
)
# Read by the root script, before there is a settings file to read it from.
WAIT_FOR_PACKAGES = env.number(
    "STYREHJUL_WAIT_FOR_PACKAGES", 0, most=1440,
    meaning="Minutter, opsætningen bliver ved med at prøve, når pakkerne ikke kan hentes.",
)  # fmt: skip
CHROMIUM = env.text("STYREHJUL_CHROMIUM", meaning="Stien til Chromium for ./styrehjul test; ellers findes den selv.")

# --- the database -------------------------------------------------------------------------------------------------

_database_url = env.secret(
    "DATABASE_URL",
    default="SQLite i datamappen",
    meaning="En anden database: postgresql://bruger:kode@vært:5432/navn.",
)
DATABASES = {
    "default": database.from_url(_database_url) if _database_url else database.sqlite(DATA / "styrehjul.sqlite3")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# One cache for all processes: a used one-time code and a failed sign-in must be known to every one of them.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "styrehjul_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

# --- what it consists of ------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "styrehjul.apps.StyrehjulConfig",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "simple_history",
    "django_htmx",
    "template_partials",
    "django_linear_migrations",
]
FIRST_PARTY_APPS = ["styrehjul.apps.StyrehjulConfig"]  # whose migrations are one line (django-linear-migrations)
MIDDLEWARE = [
    "styrehjul.config.headers.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "styrehjul.config.proxy.ProxyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "styrehjul.config.headers.StaticFilesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "styrehjul.audit.current.CurrentDataMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "styrehjul.config.sessions.SessionLimitsMiddleware",
    "styrehjul.config.sessions.HtmxSignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "styrehjul.people.middleware.SecondFactorMiddleware",
    "styrehjul.ui.middleware.RefusalMiddleware",
]
ROOT_URLCONF = "styrehjul.config.urls"
WSGI_APPLICATION = "styrehjul.config.wsgi.application"
WORKER_PULSE = "worker-pulse"  # the cache key in which the worker says that it turns
START_CHECKS = "styrehjul.config.checks.problems"
DECLARED_SETTINGS = env.declared
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "styrehjul.home.context.shell",
            ],
        },
    }
]

# --- sign-in ------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "styrehjul.User"
AUTHENTICATION_BACKENDS = ["styrehjul.people.signing_in.Backend"]
LOGIN_URL = "home:roles" if DEMO else "account_login"  # the demo's door has a role on each button
LOGIN_REDIRECT_URL = "/"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
# Long and not known from a leak; no rules of composition, no forced change, paste and 128 characters allowed.
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "styrehjul.people.accounts.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "styrehjul.people.accounts.SignInForm",
    "change_password": "styrehjul.people.accounts.PasswordForm",
    "reauthenticate": "styrehjul.people.accounts.AgainForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an address is typed by an administrator, never by the one who signs in
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600  # a fresh second factor counts for ten minutes
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "30/m/ip,5/15m/key", "reset_password": "20/m/ip,5/m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = 0  # ProxyMiddleware has put the true address in REMOTE_ADDR already
MFA_FORMS = {
    "authenticate": "styrehjul.people.accounts.CodeForm",
    "reauthenticate": "styrehjul.people.accounts.CodeAgainForm",
    "activate_totp": "styrehjul.people.accounts.AppForm",
    "add_webauthn": "styrehjul.people.accounts.KeyForm",
    "edit_webauthn": "styrehjul.people.accounts.KeyNameForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = False
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_TOTP_ISSUER = "Styrehjul"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # only the loopback address is served without https
MFA_REQUIRED = not DEMO  # asked for at the first sign-in; the demo's one-click roles never leave the machine

# --- sessions and cookies -----------------------------------------------------------------------------------------

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_IDLE_SECONDS = 60 * 60
SESSION_ABSOLUTE_SECONDS = 10 * 60 * 60
SESSION_COOKIE_AGE = SESSION_ABSOLUTE_SECONDS
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# `__Host-` binds a cookie to this very host over TLS; browsers refuse the name without it.
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/"
CSRF_FAILURE_VIEW = "styrehjul.ui.expired.csrf_failure"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if HTTPS else []
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- headers ------------------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # data: is the picture of a TOTP key
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "report-uri": ["/csp-rapport/"],
    }
}
# HeadersMiddleware writes the header itself, without `preload`: that list is the domain's owner's to join.
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# --- files --------------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_HOME = ROOT / "static-root"  # a folder for each set of files, named by their content
STATIC_ROOT = Path(os.environ.get("STYREHJUL_STATIC") or STATIC_HOME)  # the one this start chose; never an operator's
STATICFILES_DIRS = [folder for folder in (BUILD / "frontend",) if folder.is_dir()]
FONTS = BUILD / "fonts" if (BUILD / "fonts").is_dir() else None  # else straight from the front-end package
MEDIA_ROOT = DATA / "uploads"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG
FILE_UPLOAD_PERMISSIONS = 0o600
MAX_FILE_BYTES = 25 * 1024 * 1024
MAX_REQUEST_BYTES = 50 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024  # the fields of a form; files are counted apart
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

# --- mail ---------------------------------------------------------------------------------------------------------

EMAIL_HOST = env.text("STYREHJUL_SMTP_HOST", meaning="Mailserveren. Uden den lægges mails i mappen mail/ i datamappen.")
EMAIL_PORT = env.number("STYREHJUL_SMTP_PORT", 587, least=1, most=65535, meaning="Mailserverens port.")
EMAIL_HOST_USER = env.text("STYREHJUL_SMTP_USER", meaning="Brugernavn til mailserveren, hvis den kræver det.")
EMAIL_HOST_PASSWORD = env.secret("STYREHJUL_SMTP_PASSWORD", meaning="Adgangskode til mailserveren.") or ""
KITOS_PASSWORD = env.secret("STYREHJUL_KITOS_PASSWORD", meaning="Adgangskode til API-brugeren i Kitos.") or ""
_mail_security = env.text("STYREHJUL_SMTP_SECURITY", "starttls", meaning="starttls, tls eller ingen.")
if _mail_security not in {"starttls", "tls", "ingen"}:
    raise SettingError(f"STYREHJUL_SMTP_SECURITY skal være starttls, tls eller ingen, ikke {_mail_security!r}.")
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail_security == "starttls", _mail_security == "tls"
EMAIL_TIMEOUT = 30
EMAIL_FILE_PATH = DATA / "mail"
# The demo never sends: its people are invented, but addresses may not be.
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST and not DEMO
    else "django.core.mail.backends.filebased.EmailBackend"
)
DEFAULT_FROM_EMAIL = env.text(
    "STYREHJUL_MAIL_FROM", f"styrehjul@{_public.hostname}", meaning="Afsenderen, når kommunen ikke har valgt en."
)

# Calendars answer the mailbox that invites. Without access to it people answer by the buttons in the mail.
IMAP_HOST = env.text(
    "STYREHJUL_IMAP_HOST", meaning="IMAP-serveren med den postkasse, kalendersvar kommer til; ellers tomt."
)
IMAP_PORT = env.number("STYREHJUL_IMAP_PORT", 993, least=1, most=65535, meaning="IMAP-serverens port.")
IMAP_USER = env.text("STYREHJUL_IMAP_USER", meaning="Brugernavn til postkassen.")
IMAP_PASSWORD = env.secret("STYREHJUL_IMAP_PASSWORD", meaning="Adgangskode til postkassen.") or ""
IMAP_FOLDER = env.text(
    "STYREHJUL_IMAP_FOLDER", "INBOX", meaning="Mappen, der læses. Intet flyttes, mærkes eller slettes."
)
IMAP_SECURITY = env.text("STYREHJUL_IMAP_SECURITY", "tls", meaning="tls, starttls eller ingen.")
if IMAP_SECURITY not in {"starttls", "tls", "ingen"}:
    raise SettingError(f"STYREHJUL_IMAP_SECURITY skal være tls, starttls eller ingen, ikke {IMAP_SECURITY!r}.")
if not IMAP_FOLDER.isascii() or not IMAP_FOLDER.isprintable() or set(IMAP_FOLDER) & {'"', "\\"}:
    raise SettingError("STYREHJUL_IMAP_FOLDER skal være et mappenavn uden æ, ø, å, anførselstegn og omvendt skråstreg.")
IMAP_AUTHSERV = env.text(
    "STYREHJUL_IMAP_AUTHSERV",
    meaning="Navnet, jeres mailserver skriver først i Authentication-Results; så kræves gyldig DKIM af mails udefra.",
)

# --- language, time, log ------------------------------------------------------------------------------------------

LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Dansk")), ("en", _("Engelsk"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
LOGGING = logging_config(
    env.text(
        "STYREHJUL_LOG_LEVEL", "INFO", meaning="Hvor meget loggen skriver: DEBUG, INFO, WARNING eller ERROR."
    ).upper()
)
if LOGGING["loggers"]["styrehjul"]["level"] not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
    raise SettingError("STYREHJUL_LOG_LEVEL skal være DEBUG, INFO, WARNING eller ERROR.")
