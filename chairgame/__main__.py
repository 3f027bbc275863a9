"""The command `chairgame`, also as `python -m chairgame`: Ctrl-C is no traceback, from the first import on."""

import gc
import os
import sys

INTERRUPTED = 130


def main() -> int:
    """Run the command line of the process and return the exit code."""
    gc.disable()  # what is imported stays: to look through it for garbage takes a tenth of a start
    try:
        if sys.argv[1:] == ["--version"] and _version_printed():
            return 0
        from chairgame.cli.loading import loading  # noqa: PLC0415  (whatever is imported takes its time)

        with loading():
            from chairgame.cli.main import main as run  # noqa: PLC0415
        return run()
    except KeyboardInterrupt:  # before `run` could say so itself, or while it already had something else to say
        return INTERRUPTED


def _version_printed() -> bool:
    """The one answer that needs nothing loaded. Where it cannot be given, the command line says why."""
    from chairgame import __version__  # noqa: PLC0415

    answer = f"chairgame {__version__}\n".encode()
    try:
        return os.write(1, answer) == len(answer)
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
