"""The presenter's widgets: the stop's line, the board with figures, the words' network, the question."""

from collections.abc import Callable, Hashable

from chairgame.game.lesson.lesson import LETTERS
from chairgame.game.lesson.talk import Step, Talk
from chairgame.game.naming.names import monster_name
from chairgame.game.session.beats import Phase
from chairgame.game.session.model import GameSession
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.lesson_board import Answer, asking_rows, figures_board, name_board, question_board
from chairgame.graphics.instruments.phases import phase_strip
from chairgame.graphics.instruments.plots import loss_curve
from chairgame.graphics.instruments.word_net import word_net
from chairgame.tui.keys import Key
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget
from chairgame.tui.widgets.lines import KeysLine
from chairgame.tui.widgets.timeline import horizon_of
from chairgame.tui.widgets.title import PHASE_NAMES

ROOM_FOR_A_CURVE = 22  # rows of the board


def fields_of(talk: Talk, look: Look) -> dict[str, object]:
    """What a stop's texts may name: the distance, the epoch, the monster's name; with words each word's percentage."""
    _ = look.words
    if talk.words is not None:
        shares = talk.words.answers(talk.stop.scene.context)
        percents = {word: f"{100 * share:.0f}" for word, share in zip(talk.words.vocabulary.words, shares, strict=True)}
        return {"epoch": talk.words.epoch, **percents}
    session = talk.session
    if session is None:
        return {}
    distance = session.row.distance_cm
    measured = session.rebuild.measurement.part_distances_cm
    return {
        "epoch": session.epoch,
        "distance": "—" if distance is None else _.number(distance, 1),
        "name": monster_name(session.chair, session.rebuild.poses, measured, _),
    }


def _length(distance_cm: float, look: Look) -> str:
    """In cm with one decimal, from 10 m on in whole metres: it has to fit in large digits."""
    if distance_cm < 1000:
        return look.words.number(distance_cm, 1) + " cm"
    return f"{min(distance_cm / 100, 9999):.0f} m"


def _curve(session: GameSession, height: int, width: int, look: Look) -> Cells:
    """The distance by epoch, up to the epoch shown."""
    distances = session.scanner.distances_of(session.workshop.bench.current)[: session.epoch + 1]
    horizon = horizon_of(len(distances))
    return loss_curve(
        height,
        width,
        [distances],
        session.epoch,
        look.theme,
        look.glyphs,
        horizon=horizon,
        format=look.words.tick,
    )


class LessonWidget(CellsWidget):
    """What all of them need."""

    def __init__(self, talk: Talk, look: Look, name: str) -> None:
        super().__init__(id=name)
        self.talk, self.look = talk, look

    def key(self) -> Hashable:
        """The stop, the step, what is shown of the session, and the hands."""
        talk, session = self.talk, self.talk.session
        shown = (
            (session.rebuild, session.player.is_measured, session.player.moment.phase) if session is not None else None
        )
        words = talk.words.epoch if talk.words is not None else None
        hands = tuple(talk.hands[talk.index].items())
        return self.look, talk.index, talk.step, shown, words, hands, talk.counting, talk.typed


class StopLine(LessonWidget):
    """One row: which stop, and the phases with the one that is lit."""

    def paint(self, height: int, width: int) -> Cells:
        """` 3/8 · The scanner      build ▸ measure ▸ listen ▸ adjust`; in two rows the phases stand below."""
        look, talk = self.look, self.talk
        theme = look.theme
        cells = Cells.blank(height, width, theme.text, theme.panel)
        phase = talk.session.player.moment.phase if talk.session is not None else None
        strip = phase_strip(min(width, self._phases()), self._names(), phase, theme, look.glyphs)
        room = width - 2 - (strip.width if height == 1 else 0)
        cells.put(0, 1, fitted(self._title(), room, look.glyphs), theme.bright, attributes=BOLD)
        cells.blit(strip, height - 1, width - strip.width)
        return cells

    def rows_in(self, width: int) -> int:
        """How many it needs: the phases are never cut, and a title only where it is longer than the screen."""
        return 1 if len(self._title()) + 2 + self._phases() <= width else 2

    def _title(self) -> str:
        talk = self.talk
        return f"{talk.index + 1}/{len(talk.lesson.stops)} · {talk.stop.title.spoken(self.look.words)}"

    def _names(self) -> list[str]:
        return [self.look.words(name) for name in PHASE_NAMES]

    def _phases(self) -> int:
        """Columns of all four with their names: blanks around each, arrows between."""
        return sum(len(name) + 4 for name in self._names()) + 3


class Board(LessonWidget):
    """The stop's text and the figures."""

    def paint(self, height: int, width: int) -> Cells:
        """A row and a column of air above and beside what is read."""
        theme = self.look.theme
        cells = Cells.blank(height, width, theme.text, theme.panel)
        if min(height, width) > 1:
            cells.blit(self._board(height - 1, width - 1), 1, 1)
        return cells

    def _board(self, height: int, width: int) -> Cells:
        """The distance only when the scanner has read it."""
        look, talk = self.look, self.talk
        _, session = look.words, talk.session
        fields = fields_of(talk, look)
        figures = []
        if session is not None and self._is_read() and session.row.distance_cm is not None:
            figures.append((_length(session.row.distance_cm, look), _("distance")))
        figures.append((str(fields.get("epoch", 0)), _("epoch")))
        if talk.is_unveiled and session is not None:
            return name_board(height, width, figures, session.chair.title_in(_.language), look.theme, look.glyphs)
        text = talk.stop.text.spoken(_, **fields)
        board = figures_board(height, width, figures, text, look.theme, look.glyphs)
        if session is not None and height >= ROOM_FOR_A_CURVE and session.epoch > 0:
            board.blit(_curve(session, height // 2 - 2, width, look), height - height // 2 + 2, 0)
        return board

    def _is_read(self) -> bool:
        """Whether the scanner has read the build shown: after its phase, or at its end once the answer is told."""
        talk, session = self.talk, self.talk.session
        measured_last = talk.step is Step.TELL and talk.stop.motion.phases[-1:] == (Phase.MEASURE,)
        return session is not None and (session.player.is_measured or measured_last)


class WordNet(LessonWidget):
    """The network of words, where the stop has one."""

    def paint(self, height: int, width: int) -> Cells:
        """Framed like the workshop in whose place it stands."""
        look, talk = self.look, self.talk
        _ = look.words
        if talk.words is None:
            return Cells.blank(height, width, look.theme.text, look.theme.panel)
        context = talk.stop.scene.context
        answers = [float(share) for share in talk.words.answers(context)]
        inner = word_net(
            max(1, height - 2),
            max(1, width - 2),
            talk.words.vocabulary.words,
            [bool(value) for value in talk.words.vocabulary.lit(context)],
            None if talk.is_asking else answers,
            (_("it has heard"), _("it says next")),
            look.theme,
            look.glyphs,
        )
        return framed(inner, _("brain"), look.theme, look.glyphs, False)


class Question(LessonWidget):
    """The question with its answers, and what came out."""

    def paint(self, height: int, width: int) -> Cells:
        """The right answer is marked once the motion has given it."""
        look, talk = self.look, self.talk
        _, stop = look.words, talk.stop
        told = talk.step is Step.TELL
        answers = [
            Answer(
                letter,
                answer.spoken(_),
                self._hands(letter),
                told and letter == stop.right,
                letter == talk.counting,
            )
            for letter, answer in zip(LETTERS, stop.answers, strict=False)
        ]
        reveal = stop.reveal.spoken(_, **fields_of(talk, look)) if told else ""
        is_large = 0 < self.large_rows(width) <= height
        question = stop.question.spoken(_)
        return question_board(height, width, question, answers, reveal, look.theme, look.glyphs, is_large=is_large)

    def large_rows(self, width: int) -> int:
        """How many it needs while it is open and large; 0 where it is not."""
        stop, look = self.talk.stop, self.look
        if self.talk.step is not Step.ASK:
            return 0
        return asking_rows(stop.question.spoken(look.words), len(stop.answers), width, look.glyphs)

    def _hands(self, letter: str) -> int | None:
        talk = self.talk
        if letter == talk.counting and talk.typed:
            return int(talk.typed)
        return talk.hands[talk.index].get(letter)


class SpeakerLine(KeysLine):
    """One row at the bottom, for the speaker: what has to be known now, else the keys; and the time, if wanted."""

    def __init__(
        self,
        keys: Callable[[], tuple[Key, ...]],
        sentence: Callable[[], str],
        elapsed: Callable[[], str],
        look: Look,
    ) -> None:
        super().__init__(keys, look)
        self.sentence, self.elapsed = sentence, elapsed

    def key(self) -> Hashable:
        """The sentence, the time and the keys."""
        return self.sentence(), self.elapsed(), super().key()

    def paint(self, height: int, width: int) -> Cells:
        """Short, for the speaker alone."""
        sentence, elapsed, theme = self.sentence(), self.elapsed(), self.look.theme
        room = width - len(elapsed) - 2 if elapsed else width
        cells = Cells.blank(height, width, theme.dim, theme.panel)
        if sentence:
            cells.put(0, 1, fitted(sentence, room - 2, self.look.glyphs), theme.warning, attributes=BOLD)
        else:
            cells.blit(super().paint(height, room), 0, 0)
        cells.put(0, width - len(elapsed) - 1, elapsed, theme.bright)
        return cells
