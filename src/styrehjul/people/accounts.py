"""What the sign-in library is told: nobody makes an account alone, and its forms look and speak like the rest."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base import forms as base_forms
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from styrehjul.audit.unit import record
from styrehjul.ui.forms import Dressed


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library ships no types
    """Accounts belong to persons and are made by a one-time address."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("Mailadressen eller adgangskoden er ikke rigtig."),
        "incorrect_password": _("Adgangskoden er ikke rigtig."),
        "too_many_login_attempts": _("Der er prøvet for mange gange. Vent nogle minutter, og prøv igen."),
        "enter_current_password": _("Skriv din nuværende adgangskode."),
        "rate_limited": _("Det er gjort for mange gange på kort tid. Vent et øjeblik, og prøv igen."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an administrator, the import or the provider makes the person."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("home:account")

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """The page that comes next says enough."""

    def set_password(self, user: Any, password: str) -> None:
        super().set_password(user, password)
        record("account.password", user.person, by=user.person, at=timezone.now())


class SignInForm(Dressed, LoginForm):  # type: ignore[misc]  # as above
    """E-mail and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self, login=_("Mailadresse"), password=_("Adgangskode"))


class PasswordForm(Dressed, ChangePasswordForm):  # type: ignore[misc]  # as above
    """The old password and the new one, which is written once: it may be shown while it is written."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(
            self,
            oldpassword=_("Nuværende adgangskode"),
            password1=_("Ny adgangskode"),
            password2=_("Ny adgangskode igen"),
        )
        self.fields["password1"].help_text = _("Mindst 15 tegn, gerne en sætning du kan huske.")


class AgainForm(Dressed, ReauthenticateForm):  # type: ignore[misc]  # as above
    """The password once more before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self, password=_("Adgangskode"))


class CodeForm(Dressed, base_forms.AuthenticateForm):  # type: ignore[misc]  # as above
    """The second factor at sign-in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self, code=_("Kode fra din app eller en nødkode"))


class CodeAgainForm(Dressed, base_forms.ReauthenticateForm):  # type: ignore[misc]  # as above
    """The second factor once more before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self, code=_("Kode fra din app eller en nødkode"))


class AppForm(Dressed, ActivateTOTPForm):  # type: ignore[misc]  # as above
    """The first code of a newly set up app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self, code=_("Koden, som appen viser"))


class KeyForm(Dressed, AddWebAuthnForm):  # type: ignore[misc]  # as above
    """A security key with a name of one's own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self, name=_("Nøglens navn"))


class KeyNameForm(Dressed, EditWebAuthnForm):  # type: ignore[misc]  # as above
    """Another name for a security key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name(self, name=_("Nøglens navn"))


def _name(form: forms.BaseForm, **labels: Any) -> None:
    """Our own labels, and no example text in the fields: it disappears as one types."""
    for name, label in labels.items():
        form.fields[name].label = label
        form.fields[name].help_text = ""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
