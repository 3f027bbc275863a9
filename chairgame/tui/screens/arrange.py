"""Hide: a volunteer arranges up to six parts, names the thing and locks it in the box."""

from operator import attrgetter

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from chairgame.game import places
from chairgame.game.hiding.table import BEGINNING, MOST, SHELF, TITLE_LENGTH, Arrangement
from chairgame.tui.field import Field
from chairgame.tui.keys import ARRANGE_KEYS, Key, bindings_of
from chairgame.tui.messages import Picked
from chairgame.tui.screens.base import TooSmall
from chairgame.tui.screens.looking import LooksAround
from chairgame.tui.widgets.hiding import ShelfPanel
from chairgame.tui.widgets.lines import KeysLine
from chairgame.tui.widgets.sentence import SentenceLine
from chairgame.tui.widgets.table import TableView

SHELF_COLUMNS, WIDE_SHELF_COLUMNS, WIDE = 28, 40, 100
WHILE_NAMING = ("lock", "back", "erase", "interrupt")


class ArrangeScreen(LooksAround):
    """The table and the shelf."""

    KEYS = ARRANGE_KEYS
    BINDINGS = bindings_of(KEYS)
    DEFAULT_CSS = """
    ArrangeScreen #body { height: 1fr; width: 100%; }
    ArrangeScreen #table { width: 1fr; height: 100%; }
    ArrangeScreen #shelf { height: 100%; }
    ArrangeScreen #news { height: 2; width: 100%; }
    ArrangeScreen #keys { height: 1; width: 100%; }
    """

    def __init__(self, seed: int = 0, *, has_way_back: bool = False) -> None:
        super().__init__()
        self.arrangement = Arrangement(BEGINNING)
        self.seed, self.has_way_back = seed, has_way_back
        self.naming = Field(TITLE_LENGTH)
        self._said = ""

    def compose(self) -> ComposeResult:
        """Table left, shelf right, what to do below."""
        look, table = self.game.look, self.arrangement
        yield TooSmall(look)
        with Horizontal(id="body"):
            yield TableView(
                lambda: table.parts,
                lambda: table.selected if table.parts else None,
                lambda: self.game.look.words("arrange up to six parts; nobody else looks"),
                look,
            )
            yield ShelfPanel(table, look)
        yield SentenceLine(lambda: self.asking.question or self.sentence(), look)
        yield KeysLine(self.working_keys, look)

    def fit(self, columns: int, rows: int) -> None:  # noqa: ARG002
        """A wider shelf where there is room."""
        self.query_one(ShelfPanel).styles.width = WIDE_SHELF_COLUMNS if columns >= WIDE else SHELF_COLUMNS

    def sentence(self) -> str:
        """What to do next."""
        _, table = self.game.look.words, self.arrangement
        if self.naming.is_open:
            return _("Its name: {name}_   Enter locks the box, Esc goes back to the table.", name=self.naming.text)
        if self._said:
            return self._said
        if not table.parts:
            return _("Build anything: a chair, a bridge, a bird. 1 to 8 take a part from the shelf.")
        if not table.is_touched:
            return _(
                "Make a thing of these for the brain to find: "
                "arrows move {label}, Tab: the next, 1 to 8 add. Enter: lock.",
                label=self._label(),
            )
        return _("← → ↑ ↓ [ ] move {label}, r e f turn it, Tab: the next part. Enter: lock.", label=self._label())

    def _label(self) -> str:
        part = self.arrangement.part
        return part.label if part else ""

    # When the footer names a key

    def works(self, key: Key) -> bool:
        """Digits are read as keys, and work all the same."""
        return self.can_take if key.action == "take" else super().works(key)

    @property
    def can_take(self) -> bool:
        """Whether there is room for another part."""
        return not self.naming.is_open and len(self.arrangement.parts) < MOST

    # Keys and the mouse

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the name is typed, letters are letters; digits are always read as keys."""
        if not super().check_action(action, parameters):
            return False
        return action != "take" and (not self.naming.is_open or action in WHILE_NAMING)

    def on_key(self, event: events.Key) -> None:
        """A letter of the name, or a part of the shelf."""
        character, self._said = event.character or "", ""
        if self.naming.is_open:
            self.naming.write(character)
        elif character.isdigit() and 1 <= int(character) <= len(SHELF):
            self.arrangement.add(int(character) - 1)
        self.show()

    def on_paste(self, event: events.Paste) -> None:
        """A name from elsewhere; its lines become one."""
        if self.naming.is_open:
            self.naming.paste(event.text)
            self.show()

    def acts(self, action: str) -> None:
        """What was said holds until the next key that does something."""
        super().acts(action)
        if action:
            self._said = ""

    def on_picked(self, message: Picked) -> None:
        """A part was clicked on."""
        if message.part is not None:
            self.arrangement.select(message.part)
            self.painter.paint_soon()

    def on_table_view_dragged(self, message: TableView.Dragged) -> None:
        """The selected part follows the mouse: sideways and up."""
        self.arrangement.move(message.right, 0, message.up)
        self.painter.paint_soon()

    def action_tell(self, command: str, *arguments: object) -> None:
        """What a key says to the table, `tell('turn', 2)` say. Textual hands on one argument, and no more."""
        attrgetter(command)(self.arrangement)(*arguments)
        self.show()

    def action_move(self, x: int, y: int, z: int) -> None:
        """The selected part by steps of 5 cm."""
        self.arrangement.move(x, y, z)
        self.show()

    def action_undo(self) -> None:
        """Before the last change."""
        self.arrangement.undo()
        self.show()

    def action_erase(self) -> None:
        """While typing one letter less, else as undo."""
        if not self.naming.is_open:
            self.action_undo()
            return
        self.naming.erase()
        self.show()

    def action_lock(self) -> None:
        """First the name, then the box: what lay on the table is gone from the screen."""
        if not self.arrangement.parts:
            self._said = self.game.look.words("Nothing lies on the table to be hidden: 1 to 8 take a part.")
            self.show()
            return
        if not self.naming.is_open:
            self.naming.begin()
            self.show()
            return
        _ = self.game.look.words
        name = self.naming.close()
        chair = self.arrangement.chair(name if name.strip() else _("a thing"))
        self.arrangement.clear()
        self.game.go(places.Hidden(chair, self.seed, self.has_way_back))

    def action_back(self) -> None:
        """Out of the naming; then to the title, if one came from there, and is sure where something was arranged."""
        if not self.naming.is_open and self.has_way_back and (not self._is_loss or self._is_sure_to_go()):
            self.game.go(places.Title())
            return
        self.naming.close()
        self.show()

    def action_leave(self) -> None:
        """Out of the game, and sure."""
        if self.asking.is_sure(
            "leave", self.game.look.words("Leave? What lies on the table is not kept. q once more.")
        ):
            super().action_leave()
        else:
            self.show()

    @property
    def _is_loss(self) -> bool:
        return self.arrangement.is_touched and bool(self.arrangement.parts)

    def _is_sure_to_go(self) -> bool:
        return self.asking.is_sure(
            "back", self.game.look.words("Go? What lies on the table is not kept. Esc once more.")
        )
