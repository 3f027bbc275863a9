"""The time in which modules are imported: Ctrl-C waits, and the garbage collector rests."""

import gc
import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """Inside, Ctrl-C is kept back, and comes at the end: an import may swallow it, or tell it as another error.

    Nothing that is imported is garbage, so nobody looks for any. Where the platform has no means to keep a signal back,
    it comes at once.
    """
    is_collecting = gc.isenabled()
    gc.disable()
    try:
        with _interrupts_held():
            yield
    finally:
        if is_collecting:
            gc.enable()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
