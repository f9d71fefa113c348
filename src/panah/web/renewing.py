"""After sealing, another image of this process: the memory that held the keys goes back to the system.

Python cannot wipe keys from its memory. So, once the register was sealed and the answers under way are out, the
process replaces itself by a fresh one: the same number, the same command, the same listening socket, so that a browser
that asks meanwhile waits and is answered. The system clears memory before it gives it to anybody else. Windows knows no
such replacing: there the process goes on, sealed, and has to be ended by hand.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import FrameType

HOST = "127.0.0.1"
_LISTENING = "PANAH_LISTENING"
_STEP_SECONDS = 0.25
_STEPS = 40
Application = Callable[..., Any]

can_renew = os.name == "posix" and bool(sys.executable)


class Listening:
    """The socket that pages are asked for on; `inherited` tells that the image before this one handed it over."""

    def __init__(self, port: int) -> None:
        """Take the socket that was handed over, or a new one on a port; raises `OSError` where that is taken."""
        handed = os.environ.pop(_LISTENING, "")
        self.inherited = handed.isdigit()
        self._socket = socket.socket(fileno=int(handed)) if self.inherited else socket.create_server((HOST, port))

    @property
    def port(self) -> int:
        """The port, also where a free one was taken."""
        return int(self._socket.getsockname()[1])

    @property
    def address(self) -> str:
        """Where to ask for pages."""
        return f"http://{HOST}:{self.port}/"

    def twin(self) -> socket.socket:
        """Give the socket to whoever serves and closes it; this one stays open, and nobody is refused in between."""
        return self._socket.dup()

    def renew(self) -> None:
        """Replace this process by a fresh one that serves on; does not come back, unless nothing can be started."""
        sys.stdout.flush()
        sys.stderr.flush()
        self._socket.set_inheritable(True)
        environment = {**os.environ, _LISTENING: str(self._socket.fileno())}
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)


class UnderWay:
    """The application, knowing of the answers that are not out yet; ends the serving when it is to be renewed."""

    def __init__(self, app: Application) -> None:
        """Watch over the answers of an application."""
        self._app = app
        self._lock = threading.Lock()
        self._begun = self._out = 0
        self.to_renew = False

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request."""
        with self._lock:
            self._begun += 1
        try:
            return _Answer(self._app(environ, start_response), self._is_out)
        except BaseException:
            self._is_out()
            raise

    def end_when_quiet(self, still: Callable[[], bool]) -> bool:
        """End the serving in the main thread once nothing is asked for a moment, at the latest after some seconds.

        Args:
            still: Whether there is reason to.

        Returns:
            Whether it is ended; not if the reason went away while waiting.
        """
        waiting = threading.Event()
        for _ in range(_STEPS):
            before = self._begun
            waiting.wait(_STEP_SECONDS)
            if not still():
                return False
            if before == self._begun == self._out:
                break
        self.to_renew = True
        os.kill(os.getpid(), signal.SIGUSR1)
        return True

    def _is_out(self) -> None:
        with self._lock:
            self._out += 1


class _Answer:
    """An answer that tells when it is out."""

    def __init__(self, parts: Any, out: Callable[[], None]) -> None:  # noqa: ANN401  (what an application gives)
        self._parts = parts
        self._out = out

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._parts)

    def close(self) -> None:
        """Close the answer below, once."""
        out, self._out = self._out, lambda: None
        try:
            getattr(self._parts, "close", lambda: None)()
        finally:
            out()


def end_serving(_signal: int, _frame: FrameType | None) -> None:
    """End the loop that serves, as Ctrl+C does."""
    raise SystemExit
