"""The speaker's script of a lesson: what to say, what to ask, and how long, for three lengths of a talk.

As plain text for a terminal or a printer, and as a page for the second screen. Knows no screen.
"""

from html import escape
from string import Template
from textwrap import fill, indent

from chairgame.game.lesson.lesson import LENGTHS, LETTERS, Lesson, Stop
from chairgame.text.assets import assets_folder
from chairgame.text.catalogue import Catalogue

MEASURE = 78  # columns of the plain text


def notes_text(lesson: Lesson, catalogue: Catalogue) -> str:
    """The script, wrapped for a terminal of 80 columns."""
    _ = catalogue
    title = lesson.title.spoken(_)
    blocks = [f"{title}\n{'=' * len(title)}", "\n".join(fill(text, MEASURE) for text in _plan(lesson, _))]
    for number, stop in enumerate(lesson.stops, 1):
        heading = f"{number}. {stop.title.spoken(_)}   ({_timing(stop, _)})"
        said = [(_("Say"), stop.say.spoken(_)), (_("Ask"), stop.ask.spoken(_))]
        blocks.append("\n".join([heading, *(_paragraph(word, text) for word, text in said if text), _answers(stop, _)]))
    return "\n\n".join(block.rstrip() for block in blocks) + "\n"


def notes_page(lesson: Lesson, catalogue: Catalogue) -> str:
    """The script as an HTML page that needs no network and no other file. Its timer marks the stop that is due."""
    _ = catalogue
    template = Template((assets_folder() / "lessons" / "notes.html").read_text(encoding="utf-8"))
    stop_template = Template((assets_folder() / "lessons" / "notes-stop.html").read_text(encoding="utf-8"))
    stops = [
        stop_template.substitute(
            number=number,
            until="".join(f' data-until-{length}="{_until(lesson, number, length):g}"' for length in LENGTHS),
            title=escape(stop.title.spoken(_)),
            timing=escape(_timing(stop, _)),
            say_word=escape(_("Say")),
            say=escape(stop.say.spoken(_)),
            ask_word=escape(_("Ask")),
            ask=escape(stop.ask.spoken(_)),
            answers=escape(_answers(stop, _)).strip().replace("\n", "<br>"),
        )
        for number, stop in enumerate(lesson.stops, 1)
    ]
    minutes = [f'<button value="{length}">{length} min</button>' for length in LENGTHS]
    return template.substitute(
        language=_.language,
        title=escape(lesson.title.spoken(_)),
        plan="\n".join(f"<p>{escape(text)}</p>" for text in _plan(lesson, _)),
        stops="\n".join(stops),
        lengths=" ".join(minutes),
    )


def _until(lesson: Lesson, number: int, length: int) -> float:
    """The minute at which a stop is to be over, counted from the beginning."""
    return sum(stop.minutes[length] for stop in lesson.stops[:number])


def _plan(lesson: Lesson, _: Catalogue) -> tuple[str, str]:
    """How long it takes, and which keys there are."""
    totals = [
        _(
            "{total} of {length} min",
            total=_minutes(sum(stop.minutes[length] for stop in lesson.stops), _),
            length=length,
        )
        for length in LENGTHS
    ]
    keys = _(
        "Space or PageDown goes on, PageUp back. While a question is open a 12 b 30 counts hands; else a digit jumps. "
        "A full stop blanks the screen, w opens the lab and Esc comes back, T shows a timer, r begins again."
    )
    return _("Planned: {totals}; what is left is for questions.", totals=", ".join(totals)), keys


def _timing(stop: Stop, _: Catalogue) -> str:
    """`0.5 / 1.5 / 5 min`."""
    return " / ".join(_minutes(stop.minutes[length], _) for length in LENGTHS) + " min"


def _minutes(value: float, _: Catalogue) -> str:
    return _.exact(value)


def _paragraph(word: str, text: str) -> str:
    return fill(f"{word}: {text}", MEASURE, initial_indent="   ", subsequent_indent="   ")


def _answers(stop: Stop, _: Catalogue) -> str:
    """The question, its answers with the right one marked, and what comes out."""
    if not stop.answers:
        return ""
    lines = [stop.question.spoken(_)]
    for letter, answer in zip(LETTERS, stop.answers, strict=False):
        lines.append(f"{'*' if letter == stop.right else ' '} {letter}  {answer.spoken(_)}")
    return indent("\n".join(lines), "   ")
