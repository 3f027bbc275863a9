"""The screen of the family: three chairs side by side, and the table of the heaps; then the chair that is bent."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from textual.containers import Horizontal
from textual.widget import Widget

from chairgame.game.story.attempt import Attempt, Stage
from chairgame.game.story.family import FamilyPlay
from chairgame.game.story.family_bend import READ_TO, Bend
from chairgame.game.story.level import STARS
from chairgame.text.catalogue import N_
from chairgame.tui.keys import Key, bindings_of
from chairgame.tui.screens.levels.base import LevelScreen
from chairgame.tui.screens.levels.family_keys import BEND_KEYS, FAMILY_KEYS
from chairgame.tui.screens.levels.family_may import FamilyMay
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.widgets.family_view import SIDES, FamilyView
from chairgame.tui.widgets.heap_table import WORDS, HeapTable

TABLE_ROWS = 9  # a head and eight heaps
WAYS = {"left": (-1, -1), "right": (1, 1), "up": (-1, 10), "down": (1, -10)}  # rows of the table, cm of the bend


class FamilyScreen(LevelScreen, LooksAround):
    """Few chairs many times, or many chairs a few times."""

    KEYS = FAMILY_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    FamilyScreen #sides, FamilyScreen #heaps { width: 100%; }
    FamilyScreen ComparedFloor { height: 100%; }
    """

    def __init__(self, attempt: Attempt) -> None:
        super().__init__(attempt)
        self.may = FamilyMay(lambda: self.play)

    def compose_stage(self) -> Iterator[Widget]:
        """Chairs above, the table below."""
        look = self.game.look
        self.view = FamilyView(self.attempt, look)
        self.floors, self.table = self.view.floors(), HeapTable(self.attempt, look)
        with Horizontal(id="sides") as self.sides:
            yield from self.floors
        yield self.table

    def fit_stage(self, columns: int, rows: int) -> None:
        """The table has its rows, the chairs the others."""
        table = min(TABLE_ROWS, max(2, rows // 2))
        self.sides.styles.height, self.table.styles.height = rows - table, table
        for index, floor in enumerate(self.floors):
            floor.styles.width = columns * (index + 1) // SIDES - columns * index // SIDES

    @property
    def play(self) -> FamilyPlay:
        """The play; undo makes another one."""
        return cast(FamilyPlay, self.attempt.play)

    # Words

    def notes(self) -> tuple[str, ...]:
        """What was foretold, and how it goes."""
        _, play = self.game.look.words, self.play
        lines = [_("heaps tried: {n} of {all}", n=len(play.rounds), all=len(play.heaps))]
        lines += [f"✓ {_(words)}" for outcome, words in WORDS.items() if outcome in play.told]
        if play.is_practising:
            rebuild = play.run.rebuild_at(play.frame)
            lines.append(_("rebuild {n} of {all}", n=_.whole(rebuild), all=_.whole(play.run.rebuilds)))
        if play.bet is not None:
            lines.append(_("bet: {n}", n=play.bet.height))
        return tuple(lines)

    def sentence(self) -> str:
        """What is asked comes before the count of stars."""
        play = self.play
        if play.news is None and (play.bend is not None or self.attempt.star_count < STARS):
            return self.idle_sentence()
        if not play.is_told:
            return self.idle_sentence()
        return super().sentence()

    def idle_sentence(self) -> str:
        """Which key, and why."""
        _, play = self.game.look.words, self.play
        if play.bend is not None:
            return self._bend_sentence(play.bend)
        if play.is_practising:
            return _("It practises, rebuild after rebuild. Space holds, End shows the end at once.")
        if play.round_of(play.chairs) is not None:
            return (
                _("Dotted: the real ones. The table copies the most alike chair of the heap. ↑ ↓: another heap.")
                + self._bet_words()
            )
        if play.said is not None:
            return _("You say: {said}. Space: it practises, and then it meets the others.", said=_(WORDS[play.said]))
        return _(
            "Chairs: {n}, built {each} times each. What will come of it? 1: by heart, 2: understood, 3: half-baked.",
            n=play.chairs,
            each=_.whole(play.setup.builds // play.chairs),
        )

    def _bet_words(self) -> str:
        return f" {self.game.look.words('b: the bet on the border.')}" if self.play.may_bet else ""

    def _bend_sentence(self, bend: Bend) -> str:
        _ = self.game.look.words
        if bend.is_moving:
            return _("Higher and higher. Its examples end at {n} cm.", n=READ_TO)
        if bend.is_told:
            return _("Bend it as you like: ← → by 1 cm, ↑ ↓ by 10. Esc: back to the heaps.")
        return _(
            "No chair it read was higher than {n} cm. From which height on is it more than {limit} cm off? Enter bets.",
            n=READ_TO,
            limit=round(self.play.setup.understood_cm),
        )

    def working_keys(self) -> tuple[Key, ...]:
        """What the footer names; other things while the chair is bent."""
        if self.attempt.stage is Stage.PLAY and self.play.bend is not None:
            return tuple(key for key in BEND_KEYS if self.works(key))
        return tuple(self._named(key) for key in super().working_keys())

    def _named(self, key: Key) -> Key:
        if key.action != "practise" or not self.play.is_practising:
            return key
        return replace(key, short=N_("go on") if self.play.is_held else N_("hold"))

    # Keys

    def action_practise(self) -> None:
        """Begin, hold, go on."""
        play = self.play
        if play.is_practising:
            play.is_held = not play.is_held
        elif self.may.practise:
            play.practise()
        elif self.may.say:
            play.say(N_("First say what will come of it: 1: by heart, 2: understood, 3: half-baked."))
        self.changed()

    def action_say(self, outcome: str) -> None:
        """What will come of it."""
        if self.may.say:
            self.play.said, self.play.news = outcome, None
        self.changed()

    def action_arrow(self, way: str) -> None:
        """Another heap; while the chair is bent another height."""
        rows, cm = WAYS[way]
        play = self.play
        if play.bend is not None:
            play.news = None
            play.bend.skip()
            play.bend.by(cm)
        elif self.may.choose:
            play.look_at(play.row + rows)
        self.changed()

    def action_bend(self) -> None:
        """Begin to bend the chair."""
        play = self.play
        if self.may.bend:
            play.begin_to_bend()
        elif play.newest is None and not play.is_practising:
            play.say(N_("First find a heap that is understood: what was never met under 4 cm."))
        self.changed()

    def action_enter(self) -> None:
        """Take the bet; else what Space does."""
        bend = self.play.bend
        if bend is None:
            self.action_practise()
        elif self.play.may_bet:
            self.move(f"bet {bend.height}")

    def action_back(self) -> None:
        """Out of the bend, of what is practised; else to the map."""
        play = self.play
        if self.attempt.stage is Stage.PLAY and (play.bend is not None or play.is_practising):
            play.look_at(play.row)
            self.changed()
        else:
            super().action_back()
