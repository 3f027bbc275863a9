"""The command `chairgame`: reads the arguments, does what they ask, and turns whatever goes wrong into one sentence.

Imports what a command needs when it runs: `--version` loads neither numpy nor textual.
"""

import gc
import os
import sys
from collections.abc import Sequence

from chairgame import __version__
from chairgame.cli.loading import loading
from chairgame.cli.output import finish_output, print_line, tell
from chairgame.cli.streams import prepared_streams
from chairgame.text.catalogue import Catalogue, language_of_locale
from chairgame.text.errors import OutputError, PlayerError

DONE, FAILED, REFUSED, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (that of the process when None) and return the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    # These matrices are small: a second thread costs more than it brings, and starting it costs time on each start.
    # And how many there are changes the last digits: a run must not depend on what the environment says.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    with prepared_streams():
        return _ended(words)


def _ended(words: Sequence[str]) -> int:
    """The exit code, whichever way it ends."""
    try:
        code = run(words)
        finish_output()
    except BrokenPipeError:  # whoever read the output, `head` say, has seen enough
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except PlayerError as error:
        tell(error.sentence(_catalogue(words)))
        return FAILED if isinstance(error, OutputError) else REFUSED
    except Exception as error:  # noqa: BLE001  (the last line of defence in front of a player)
        return _broken(error, words)
    return code


def run(words: Sequence[str]) -> int:
    """Do what a command line asks for. Raises PlayerError for a mistake in it."""
    if words[:1] == ["--version"]:
        return _print_version()
    with loading():
        from chairgame.cli.reading import read_line

        _ = _catalogue(words)
        asked = read_line(words, _)
    if isinstance(asked, str):
        for line in asked.split("\n"):
            print_line(line)
        return DONE
    command, arguments = asked
    gc.enable()  # from now on it rests only while something is loaded
    if "version" in arguments:
        return _print_version()
    with loading():
        from chairgame.cli.context import context_of
    return command.run(context_of(arguments, _, os.environ))


def _print_version() -> int:
    print_line(f"chairgame {__version__}")
    return DONE


def _catalogue(words: Sequence[str]) -> Catalogue:
    """The catalogue of the language that was asked for, even among arguments that make no sense."""
    from chairgame.cli.everywhere import asked_language

    return Catalogue(asked_language(words, os.environ))


def _broken(error: Exception, words: Sequence[str]) -> int:
    """One sentence about a defect of the program, or the whole traceback for who asks for it."""
    if os.environ.get("CHAIRGAME_DEBUG"):
        raise error
    from chairgame.cli.crash import crash_sentence

    # Where the arguments' module itself could not be loaded, asking it for the language would break again.
    is_loaded = "chairgame.cli.everywhere" in sys.modules
    _ = _catalogue(words) if is_loaded else Catalogue(language_of_locale(os.environ))
    tell(crash_sentence(error, os.environ, _))
    return FAILED
