"""Defects of the game itself: the app ends, the terminal is given back, and whoever ran the app gets the exception.

Textual alone would print a traceback with the values of all variables; a broken thread would print one into the picture
and leave the game dead. Knows no session and no report: what a defect is told as is for the caller to say.
"""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual.app import App
from textual.css.query import NoMatches
from textual.worker import WorkerFailed


class FrailApp(App[int]):
    """An app that ends at the first exception nobody has caught: in a handler, timer, paint, worker, thread."""

    fault: Exception | None = None
    """The first defect, once there is one."""

    def take_fault(self, error: Exception) -> None:
        """End because of a defect, on the app's own thread."""
        self._return_code = 1
        if self.fault is None:
            cause = error.error if isinstance(error, WorkerFailed) else error
            self.fault = cause if isinstance(cause, Exception) else error
            self.on_fault()
        self._close_messages_no_wait()

    def on_fault(self) -> None:
        """The app is about to end because of a defect."""

    def on_load(self) -> None:
        """Before there is a screen: callbacks of the loop, too, can break."""
        asyncio.get_running_loop().set_exception_handler(self._on_broken_callback)

    @contextmanager
    def threads_watched(self) -> Iterator[None]:
        """Inside, a thread that breaks ends the app."""
        before, threading.excepthook = threading.excepthook, self._on_broken_thread
        try:
            yield
        finally:
            threading.excepthook = before

    def _handle_exception(self, error: Exception) -> None:
        """Textual's one place for what nobody has caught.

        Once the app leaves, textual mounts nothing more: a screen that has been opened a moment before, and looks for
        what it is made of, is no defect.
        """
        if self._exit and isinstance(error, NoMatches):
            return
        if self._exception is None:  # a test's pilot raises it
            self._exception = error
            self._exception_event.set()
        self.take_fault(error)

    def _on_broken_callback(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)
        else:  # a task that was dropped at the end, say: nothing that a player could notice
            loop.default_exception_handler(context)

    def _on_broken_thread(self, broken: threading.ExceptHookArgs) -> None:
        loop = self._loop
        if isinstance(broken.exc_value, Exception) and loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._handle_exception, broken.exc_value)
