"""The signals that end a process from outside and can be heard: who has changed a terminal waits for them."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_NAMES = (
    *("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"),
    *("SIGQUIT", "SIGABRT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGVTALRM", "SIGPROF", "SIGIO", "SIGPWR"),
    *("SIGXCPU", "SIGSYS", "SIGTRAP", "SIGSTKFLT"),
)


def deadly_signals() -> tuple[signal.Signals, ...]:
    """Those that the platform has."""
    return tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))


@contextmanager
def deadly_signals_held() -> Iterator[None]:
    """Inside, they are kept back for a moment, and come at the end; but for Ctrl-C, which raises by itself."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, set(deadly_signals()) - {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
