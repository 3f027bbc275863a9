"""The command `chairgame`, also as `python -m chairgame`: Ctrl-C is no traceback, from the first import on."""

import sys

INTERRUPTED = 130


def main() -> int:
    """Run the command line of the process and return the exit code."""
    try:
        from chairgame.cli.interrupts import interrupts_held  # noqa: PLC0415  (whatever is imported takes its time)

        with interrupts_held():
            from chairgame.cli.main import main as run  # noqa: PLC0415
        return run()
    except KeyboardInterrupt:  # before `run` could say so itself, or while it already had something else to say
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
