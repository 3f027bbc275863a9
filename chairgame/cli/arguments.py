"""What can be asked on the command line, as argparse parsers in a player's language. Does nothing that was asked.

Options that apply everywhere may stand before or after the command; the last one wins.
"""

import argparse
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NoReturn

from chairgame.blackbox.losses import LOSSES
from chairgame.cli import values
from chairgame.cli.output import print_line
from chairgame.cli.record_options import add_record_options
from chairgame.cli.refusals import meant, refuse_too_few_or_many, unknown
from chairgame.graphics.cells.theme import THEMES
from chairgame.neural.activations import ACTIVATIONS
from chairgame.neural.optimizers import OPTIMIZERS
from chairgame.terminal.depth import ColourDepth, GlyphSet
from chairgame.text.catalogue import LANGUAGES, N_, Catalogue, language_of_locale
from chairgame.text.errors import PlayerError
from chairgame.training.settings import DEFAULT_RATES, Settings

WITH_VALUE = ("--lang", "--color", "--glyphs", "--theme", "--fps")
EVERYWHERE = (*WITH_VALUE, "--reduced-motion", "--economy", "--version", "--help", "-h")
DEFAULT_EPOCHS = 200
MAXIMUM_FPS = 60
DEFAULT_CHAIR = "kitchen"


def asked_language(argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language to speak in, wherever --lang stands and whatever else is wrong."""
    language = language_of_locale(environ)
    for word, after in zip(argv, [*argv[1:], ""], strict=False):
        value = after if word == "--lang" else word.removeprefix("--lang=")
        if word == "--":
            break
        if word.startswith("--lang") and value in LANGUAGES:
            language = value
    return language


def parse(argv: Sequence[str], _: Catalogue) -> argparse.Namespace:
    """The command and its options, each checked.

    Raises PlayerError for the first mistake, and SystemExit after printing help.
    """
    _refuse_options_before_the_command(argv)
    arguments: argparse.Namespace
    arguments, rest = _parser(_).parse_known_args(argv)
    rest = [word for word in rest if word != "--"]
    if rest:
        raise unknown(rest[0], arguments.known_options)
    if "version" not in arguments:
        refuse_too_few_or_many(arguments)
    return arguments


def settings_of(arguments: argparse.Namespace) -> Settings:
    """How to learn; another optimizer without a learning rate takes the one that suits it."""
    given = {name: value for name, value in vars(arguments).items() if name in Settings.__dataclass_fields__}
    given = {name: value for name, value in given.items() if value is not None}
    rate = DEFAULT_RATES[given.get("optimizer", Settings.optimizer)]
    given["batch"] = given.get("batch") or None
    return Settings(**{"learning_rate": rate, **given})


class Parser(argparse.ArgumentParser):
    """A parser whose every complaint is a PlayerError."""

    def __init__(self, catalogue: Catalogue, **rest: Any) -> None:
        _ = catalogue
        rest["formatter_class"] = partial(_HelpFormatter, heading=_("usage: "))
        super().__init__(**rest, allow_abbrev=False, add_help=False, exit_on_error=False)
        self.options = self.add_argument_group(_("options"))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does, with its complaints in the player's language."""
        try:
            found, unknown = super().parse_known_args(args, namespace)
        except argparse.ArgumentError as error:
            raise self._mistake(error) from error
        if not hasattr(found, "known_options"):
            found.known_options = list(self._option_string_actions)
        return found, unknown

    def _print_message(self, message: str, _file: Any = None) -> None:
        """Argparse itself would keep it to itself that the page could not be written."""
        print_line(message.rstrip("\n"))

    def error(self, message: str) -> NoReturn:
        """A complaint that no rule above foresees, in argparse's own words."""
        raise PlayerError("{complaint}", complaint=message)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            commands = ", ".join(action.choices)
            raise PlayerError(
                N_("command {found}: expected one of {commands}"), found=values.shown(value), commands=commands
            )

    def _mistake(self, error: argparse.ArgumentError) -> PlayerError:
        for action in self._actions:
            if error.argument_name == "/".join(action.option_strings):
                if isinstance(action.type, values.Value):
                    return action.type.missing()
                return PlayerError(N_("{option}: expected no value after it"), option=error.argument_name)
        return PlayerError("{complaint}", complaint=error)


class _HelpFormatter(argparse.HelpFormatter):
    """Argparse's own page under a heading in the player's language."""

    def __init__(self, *args: Any, heading: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._heading = heading

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The line of usage; an empty prefix is how argparse asks for a command's own name."""
        super().add_usage(usage, actions, groups, self._heading if prefix is None else prefix)


def _parser(_: Catalogue) -> Parser:
    parser = Parser(
        prog="chairgame",
        catalogue=_,
        description=_("Live through how a neural network learns: a box of chair parts, a black box and headphones."),
        epilog=_("Without a command the game opens."),
    )
    parser.set_defaults(command="", reduced_motion=False, fps=None, economy=False)
    _add_everywhere(parser, _)
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    for name, purpose, add_options in (
        ("lab", _("open the lab: any chair, any brain, every control"), _add_lab),
        ("play", _("play a level of the story, even one that is still locked"), _add_play),
        ("hide", _("arrange a thing, lock it in the box, and let the network find it"), _add_hide),
        ("present", _("give a lesson on a projector: one key, eight questions"), _add_present),
        ("train", _("train without a screen and tell the story line by line"), _add_train),
        ("replay", _("play a saved run"), _add_replay),
        ("record", _("write a saved run as GIF, asciicast, SVG or postcard"), _add_record),
        ("chairs", _("list the chairs, or check a chair file"), _add_chairs),
        ("progress", _("show your stars; export, import or reset them"), _add_progress),
        ("doctor", _("show what the terminal can do and what is in use"), _add_json),
    ):
        command = commands.add_parser(name, catalogue=_, help=purpose, description=purpose)
        command.set_defaults(command=name)
        add_options(command, _)
        _add_everywhere(command, _)
    return parser


def _add_everywhere(parser: Parser, _: Catalogue) -> None:
    """Options of every command. An absent one must not undo what stood before the command, so none has a default."""
    absent = argparse.SUPPRESS
    depths, glyph_sets = ["auto", *(d.value for d in ColourDepth)], ["auto", *(g.value for g in GlyphSet)]
    for option, words, purpose in (
        ("--lang", LANGUAGES, _("the language of the game (else that of the locale)")),
        ("--color", depths, _("how many colours to use")),
        ("--glyphs", glyph_sets, _("which characters to draw with")),
        ("--theme", THEMES, _("the colours of the panels and the texts")),
    ):
        read = values.word(option, words, _)
        parser.options.add_argument(option, type=read, metavar="|".join(words), default=absent, help=purpose)
    parser.options.add_argument(
        "--reduced-motion", action="store_true", default=absent, help=_("cut from picture to picture, nothing flies")
    )
    parser.options.add_argument(
        "--fps",
        type=values.whole_number("--fps", 1, MAXIMUM_FPS, _),
        metavar=_("X"),
        default=absent,
        help=_("frames a second at the most (30, over a network 12)"),
    )
    parser.options.add_argument(
        "--economy", action="store_true", default=absent, help=_("cheap pictures from the start, for a slow link")
    )
    parser.options.add_argument("--version", action="store_true", default=absent, help=_("print the version and leave"))
    parser.options.add_argument("-h", "--help", action="help", default=absent, help=_("print this help and leave"))


def _add_learning(parser: Parser, _: Catalogue) -> None:
    name, number = _("NAME"), _("X")
    rates = ", ".join(f"{optimizer} {rate:g}" for optimizer, rate in DEFAULT_RATES.items())
    for option, read, metavar, purpose in (
        (
            "--chair",
            values.text_value("--chair", _("a chair's name or file")),
            name,
            _("the chair to learn: a name or a file"),
        ),
        ("--seed", values.seed("--seed", _), "N", _("the number that the brain is drawn from (0)")),
        (
            "--optimizer",
            values.word("--optimizer", OPTIMIZERS, _),
            "|".join(OPTIMIZERS),
            _("how weights change (adam)"),
        ),
        (
            "--learning-rate",
            values.positive_number("--learning-rate", _),
            number,
            _("the headphones' volume ({rates})", rates=rates),
        ),
        ("--hidden", values.hidden_layers("--hidden", _), "24,24", _("neurons per hidden layer (24,24)")),
        (
            "--activation",
            values.word("--activation", tuple(ACTIVATIONS), _),
            "|".join(ACTIVATIONS),
            _("what a neuron does (tanh)"),
        ),
        (
            "--batch",
            values.batch("--batch", _),
            "all|N",
            _("listen after so many parts, or after the whole chair (all)"),
        ),
        (
            "--loss",
            values.word("--loss", tuple(LOSSES), _),
            "|".join(LOSSES),
            _("how the scanner counts a distance (squared)"),
        ),
    ):
        parser.options.add_argument(option, type=read, metavar=metavar, help=purpose)
    parser.set_defaults(chair=DEFAULT_CHAIR)


def _add_lab(parser: Parser, _: Catalogue) -> None:
    _add_learning(parser, _)
    _add_big(parser, _)
    parser.options.add_argument(
        "--plain", action="store_true", help=_("a dialogue in lines of text: for screen readers, teletypes and pipes")
    )


def _add_big(parser: Parser, _: Catalogue) -> None:
    parser.options.add_argument("--big", action="store_true", help=_("large digits for the epoch and the distance"))


def _add_train(parser: Parser, _: Catalogue) -> None:
    _add_learning(parser, _)
    epochs = values.whole_number("--epochs", 0, values.MOST_EPOCHS, _)
    until = values.positive_number("--until", _)
    run = values.text_value("--save", _("a name or a file"))
    add = parser.options.add_argument
    add("--epochs", type=epochs, default=DEFAULT_EPOCHS, metavar="N", help=_("how many times to rebuild (200)"))
    add("--until", type=until, metavar=_("CM"), help=_("stop when the distance is below"))
    add("--save", type=run, metavar=_("RUN"), help=_("save the run: a name, or a file"))
    _add_force(parser, _)
    _add_json(parser, _)


def _add_hide(parser: Parser, _: Catalogue) -> None:
    parser.options.add_argument(
        "--seed",
        type=values.seed("--seed", _),
        metavar="N",
        default=0,
        help=_("the number that the brain is drawn from (0)"),
    )


def _add_present(parser: Parser, _: Catalogue) -> None:
    parser.add_argument("file", nargs="*", metavar=_("FILE"), help=_("a lesson of your own, a TOML file"))
    parser.options.add_argument(
        "--notes",
        nargs="?",
        const="",
        metavar="FILE.html",
        help=_("print the speaker's script, or write it as a page for the second screen"),
    )
    _add_force(parser, _)
    parser.options.add_argument(
        "--attract", action="store_true", help=_("go on by itself, over and over, until a key is pressed")
    )
    _add_big(parser, _)


def _add_play(parser: Parser, _: Catalogue) -> None:
    parser.add_argument("level", nargs="*", metavar=_("LEVEL"), help=_("a level's name or number"))


def _add_progress(parser: Parser, _: Catalogue) -> None:
    file, add = _("a file"), parser.options.add_argument
    export, account = values.text_value("--export", file), values.text_value("--import", file)
    add("--export", dest="export_file", type=export, metavar=_("FILE"), help=_("write everything to a file"))
    _add_force(parser, _)
    add("--import", dest="import_file", type=account, metavar=_("FILE"), help=_("take in what is better in a file"))
    add("--reset", action="store_true", help=_("forget all stars, after asking"))
    add("--yes", action="store_true", help=_("reset without asking"))
    _add_json(parser, _)


def _add_replay(parser: Parser, _: Catalogue) -> None:
    parser.add_argument("run", nargs="*", metavar=_("RUN"), help=_("a saved run's name or file"))
    _add_json(parser, _)


def _add_record(parser: Parser, _: Catalogue) -> None:
    parser.add_argument("run", nargs="*", metavar=_("RUN"), help=_("a saved run's name or file"))
    add_record_options(parser.options, _)
    _add_force(parser, _)


def _add_force(parser: Parser, _: Catalogue) -> None:
    help_ = _("write over a file that chairgame did not make")
    parser.options.add_argument("--force", action="store_true", help=help_)


def _add_chairs(parser: Parser, _: Catalogue) -> None:
    _add_json(parser, _)
    actions = parser.add_subparsers(title=_("commands"), metavar="check")
    check = actions.add_parser("check", catalogue=_, help=_("check chair files"), description=_("check chair files"))
    check.set_defaults(command="chairs check")
    check.add_argument("files", nargs="*", metavar=_("FILE"), help=_("a chair file"))
    _add_json_again(check, _)
    _add_everywhere(check, _)


def _add_json(parser: Parser, _: Catalogue) -> None:
    parser.set_defaults(json=False)
    _add_json_again(parser, _)


def _add_json_again(parser: Parser, _: Catalogue) -> None:
    """The same below another command, where its absence must not undo what stood before."""
    parser.options.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help=_("print JSON, for programs")
    )


def _refuse_options_before_the_command(argv: Sequence[str]) -> None:
    """An option of a command before its command would have argparse take the option's value for the command."""
    words = iter(argv)
    for word in words:
        if word == "--" or not word.startswith("-"):
            return
        option, has_value, _value = word.partition("=")
        if option not in EVERYWHERE:
            if meant(option, EVERYWHERE):
                raise unknown(word, EVERYWHERE)
            message = N_("option {found}: unknown before a command; expected one that --help lists")
            raise PlayerError(message, found=values.shown(option))
        if option in WITH_VALUE and not has_value:
            next(words, None)
