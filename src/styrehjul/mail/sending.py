"""Handing a mail over: to the mail server, or in the demo to a folder.

What matters is what may be believed afterwards. A server that says no has not got the mail; one that falls silent
after the text has begun may have it, and then nobody must say "sent" or "not sent".
"""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend

from styrehjul.documents.files import write_file


class HardRefusal(Exception):  # noqa: N818 - the server's answer, not a fault of ours
    """The server will never take this mail."""


class Later(Exception):  # noqa: N818 - as above
    """Not now: the server is away, busy or asks us to come back."""


class Away(Later):
    """The server cannot be reached at all, so the other mails need not try."""


class Lost(Exception):  # noqa: N818 - as above
    """The connection broke after the mail had begun to flow: it may have arrived or not."""


class Carrier(Protocol):
    """Somebody who takes a mail and says what the other end answered."""

    def send(self, sender: str, recipient: str, mail: EmailMessage, name: str) -> str: ...

    def close(self) -> None: ...


def carrier() -> Carrier:
    """The folder in the demo and where no mail server is set, else the mail server."""
    if settings.DEMO or not settings.EMAIL_HOST:
        return Folder(Path(settings.EMAIL_FILE_PATH))
    return Server()


class Folder:
    """Writes each mail as a file that any mail program opens."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, sender: str, recipient: str, mail: EmailMessage, name: str) -> str:
        try:
            write_file(self.folder / f"{name}.eml", mail.as_bytes())
        except FileExistsError:
            pass
        except OSError as error:
            raise Away(str(error)) from error
        return "lagt i mappen"

    def close(self) -> None:
        """A folder needs no goodbye."""


class Server:
    """The municipality's mail server, connected at the first mail and kept for the rest of the turn."""

    def __init__(self) -> None:
        self._backend: EmailBackend | None = None

    def send(self, sender: str, recipient: str, mail: EmailMessage, name: str) -> str:
        server = self._connected()
        try:
            server.ehlo_or_helo_if_needed()
            self._expect(server.mail(sender))
            self._expect(server.rcpt(recipient))
        except (smtplib.SMTPException, OSError) as error:
            self.close()
            raise Later(_words(error)) from error
        return self._hand_over(server, mail.as_bytes())

    def _hand_over(self, server: smtplib.SMTP, data: bytes) -> str:
        try:
            code, answer = server.data(data)
        except smtplib.SMTPDataError as error:
            # The server said no to DATA itself: nothing of the mail has been sent.
            self._expect((error.smtp_code, _bytes(error.smtp_error)))
            raise Later(_words(error)) from error
        except (smtplib.SMTPException, OSError) as error:
            self.close()
            raise Lost(_words(error)) from error
        self._expect((code, answer))
        return f"{code} {_text(answer)}"

    def _expect(self, answer: tuple[int, bytes]) -> None:
        """Go on after a yes. The connection is made ready for the next mail after a no."""
        code, text = answer
        if 200 <= code < 300:
            return
        said = f"{code} {_text(text)}"
        if self._backend is not None and self._backend.connection is not None:
            try:
                self._backend.connection.rset()
            except (smtplib.SMTPException, OSError):
                self.close()
        raise HardRefusal(said) if 500 <= code < 600 and code != 530 else Later(said)

    def _connected(self) -> smtplib.SMTP:
        if self._backend is None:
            backend = EmailBackend(
                host=settings.EMAIL_HOST, port=settings.EMAIL_PORT, username=settings.EMAIL_HOST_USER,
                password=settings.EMAIL_HOST_PASSWORD, use_tls=settings.EMAIL_USE_TLS, use_ssl=settings.EMAIL_USE_SSL,
                timeout=settings.EMAIL_TIMEOUT,
            )  # fmt: skip
            try:
                backend.open()
            except (smtplib.SMTPException, OSError, ssl.SSLError) as error:
                # A wrong password or certificate is ours to mend; the mails wait meanwhile.
                raise Away(_words(error)) from error
            self._backend = backend
        server = self._backend.connection
        assert isinstance(server, smtplib.SMTP)  # open() has just made it, or raised
        return server

    def close(self) -> None:
        """Say goodbye, if anybody still listens."""
        backend, self._backend = self._backend, None
        if backend is not None:
            try:
                backend.close()
            except (smtplib.SMTPException, OSError):
                backend.connection = None


def _words(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_text(_bytes(error.smtp_error))}"
    return str(error) or type(error).__name__


def _bytes(text: bytes | str) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def _text(answer: bytes) -> str:
    return answer.decode("utf-8", "replace")
