"""A frame of a film about a text: the first bench of words mode as it was at an epoch, reciting. Knows no file."""

from chairgame.game.words.brain import BrainBench
from chairgame.game.words.saying import recital
from chairgame.graphics.cells.cells import Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.signs import cut
from chairgame.graphics.film.reel import Frame
from chairgame.graphics.film.stage import Shape
from chairgame.graphics.instruments.brain_bench import BenchPicture
from chairgame.text.catalogue import Catalogue
from chairgame.training.history import History
from chairgame.words.reading import Reading

TITLE_LENGTH = 60  # characters


class WordStage:
    """One run, any of its epochs as a picture. Asked for ascending epochs it computes each of them once."""

    def __init__(self, history: History, shape: Shape, catalogue: Catalogue) -> None:
        self.shape, self.words = shape, catalogue
        self.bench = BrainBench(history)
        self.bench.gaze.move(len(self.bench.reading.numbers))  # the last question of all

    def picture(self, frame: Frame) -> Cells:
        """The frame, shape (height, width); what it would say by heart below."""
        shape, bench, _ = self.shape, self.bench, self.words
        bench.seek(frame.epoch)
        cells = Cells.blank(shape.height, shape.width, shape.theme.text, shape.theme.panel)
        picture = BenchPicture(bench, shape.theme, shape.glyphs, _, recital=recital(bench.history, bench.state))
        cells.blit(picture.drawn(shape.height - 1, shape.width), 0, 0)
        line = _(
            "chairgame · {chair} · seed {seed}", chair=text_title(bench.reading), seed=bench.history.first_settings.seed
        )
        line = cut(line, shape.width - 2, shape.glyphs)
        cells.put(shape.height - 1, 1, line, shape.theme.dim, attributes=quiet(shape.theme))
        return cells


def text_title(reading: Reading) -> str:
    """A text by its beginning."""
    return " ".join(reading.content[:TITLE_LENGTH].split())
