"""Addresses of the sign-in. Their names are the library's own, so they stand outside every package's names."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path, re_path
from django.views.generic import RedirectView

urlpatterns = [
    path("log-ind/", account.login, name="account_login"),
    path("log-af/", account.logout, name="account_logout"),
    path("lukket/", account.account_inactive, name="account_inactive"),
    path("opret/", account.signup, name="account_signup"),
    path("bekraeft/", account.reauthenticate, name="account_reauthenticate"),
    path("mail/", RedirectView.as_view(pattern_name="home:account"), name="account_email"),
    path("adgangskode/", account.password_change, name="account_change_password"),
    path("adgangskode/ny/", account.password_set, name="account_set_password"),
    path("adgangskode/glemt/", account.password_reset, name="account_reset_password"),
    path("adgangskode/glemt/sendt/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^adgangskode/glemt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "adgangskode/glemt/skiftet/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"
    ),
    path("to-trin/", base.index, name="mfa_index"),
    path("to-trin/kode/", base.authenticate, name="mfa_authenticate"),
    path("to-trin/bekraeft/", base.reauthenticate, name="mfa_reauthenticate"),
    path("to-trin/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("to-trin/app/fjern/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("to-trin/noedkoder/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("to-trin/noedkoder/nye/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("to-trin/noedkoder/hent/", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("to-trin/noegler/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("to-trin/noegler/ny/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("to-trin/noegler/bekraeft/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("to-trin/noegler/<int:pk>/fjern/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("to-trin/noegler/<int:pk>/ret/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
]
