"""Who a session belongs to, in one question: the account with its person and the person's unit."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend

from styrehjul.people.models import User


class Backend(AuthenticationBackend):  # type: ignore[misc]  # the library ships no types
    """The library's sign-in by e-mail; every page asks who is there, so that costs one query."""

    def get_user(self, user_id: int) -> User | None:
        """The account, unless it is closed."""
        user = User.objects.select_related("person__unit").filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
