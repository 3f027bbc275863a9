"""The brain's panel: the real weights as a heat map; of a chosen weight its value and its neuron's wires."""

from collections.abc import Hashable

import numpy as np
from textual import events
from textual.message import Message

from chairgame.game.session.beats import Phase
from chairgame.game.session.model import GameSession
from chairgame.graphics.cells.boxes import framed
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.brainwork import (
    WeightPlace,
    incoming_wires,
    layer_arrays,
    moved,
    neuron_name,
    outgoing_wires,
    parameter_index,
    source_name,
)
from chairgame.graphics.instruments.heatmap import weight_at, weights_heatmap
from chairgame.graphics.instruments.wires import activation_per_part, neuron_wires
from chairgame.neural.mlp import Architecture
from chairgame.training.state import FloatArray
from chairgame.tui.look import Look
from chairgame.tui.widgets.cells import CellsWidget

ADJUST_STEPS = 12  # pictures of the weights' change in one beat
MAXIMUM_TYPED = 9
FEWEST_WIRES = 4  # rows below which a neuron's wires say nothing


class BrainPanel(CellsWidget):
    """The weights, and the one that is being looked at while the panel has the focus."""

    focused = False
    chosen: WeightPlace | None = None
    typed: str | None = None

    class Chosen(Message):
        """A weight was clicked on."""

    def __init__(self, session: GameSession, look: Look) -> None:
        super().__init__(id="brain")
        self.session, self.look = session, look

    @property
    def architecture(self) -> Architecture:
        """The network's build."""
        return self.session.history.trainer.architecture

    def key(self) -> Hashable:
        """The weights, the phase's progress as far as it can be seen, the choice, what is being typed."""
        moment = self.session.player.moment
        steps = {Phase.LISTEN: len(self.architecture.units) - 1, Phase.ADJUST: ADJUST_STEPS}
        step = int(moment.progress * steps[moment.phase]) if moment.phase in steps else None
        rebuild = self.session.rebuild
        after = rebuild.after if moment.phase is Phase.ADJUST else None
        seen = rebuild.before, rebuild.measurement, after
        return self.look, self.focused, *seen, moment.phase, step, self.chosen, self.typed

    def paint(self, height: int, width: int) -> Cells:
        """Framed: the heat map, and below it the chosen weight."""
        look, _ = self.look, self.look.words
        inner = Cells.blank(max(1, height - 2), max(1, width - 2), look.theme.text, look.theme.panel)
        chosen = self.chosen_now() if self.focused else None
        map_height = inner.height if chosen is None else max(2, min(inner.height - 1, inner.height // 2))
        inner.blit(self._heatmap(map_height, inner.width, chosen), 0, 0)
        if chosen is not None:
            self._put_weight(inner, map_height, chosen)
            inner.blit(self._neuron(inner.height - map_height - 1, inner.width, chosen), map_height + 1, 0)
        count = self.architecture.parameter_count
        title = _.plural("brain · {n} weight", "brain · {n} weights", count)
        return framed(inner, title, look.theme, look.glyphs, self.focused)

    def chosen_now(self) -> WeightPlace:
        """The chosen weight, kept inside the network of the moment."""
        place = self.chosen or WeightPlace(len(self.architecture.units) - 2, 0, 0)
        if place.layer >= len(self.architecture.units) - 1:
            place = WeightPlace(0, 0, 0)
        return moved(self.architecture, place, 0, 0)

    def move_choice(self, rows: int, columns: int) -> None:
        """Look at a weight beside the chosen one."""
        self.typed = None
        self.chosen = moved(self.architecture, self.chosen_now(), rows, columns)

    def type(self, character: str) -> None:
        """A character of the chosen weight's new value; what is no part of a number is ignored."""
        if self.typed is None:
            return
        character = "." if character == "," else character
        text = self.typed + character
        if len(text) <= MAXIMUM_TYPED and ((character.isdigit() and character.isascii()) or character in "-."):
            valid = text.lstrip("-").count("-") == 0 and text.count("-") <= 1 and text.count(".") <= 1
            self.typed = text if valid else self.typed

    def typed_value(self) -> float | None:
        """The number that stands typed, if it is one."""
        try:
            return float(self.typed or "")
        except ValueError:
            return None

    def chosen_index(self) -> int:
        """Where the chosen weight stands in the flat vector."""
        return parameter_index(self.architecture, self.chosen_now())

    def _params(self) -> FloatArray:
        """The weights of the moment, while they adjust between before and after. Only they change continuously."""
        rebuild, moment = self.session.rebuild, self.session.player.moment
        if moment.phase is Phase.ADJUST and rebuild.after is not None:
            share = 1.0 if self.look.reduced_motion else moment.progress
            return rebuild.before.params + share * (rebuild.after.params - rebuild.before.params)
        return rebuild.before.params

    def _heatmap(self, height: int, width: int, chosen: WeightPlace | None) -> Cells:
        rebuild, moment, look = self.session.rebuild, self.session.player.moment, self.look
        layers = layer_arrays(self.architecture, self._params())
        active = changes = None
        if moment.phase is Phase.LISTEN:  # the signal goes backwards, the last layer first
            active = max(0, len(layers) - 1 - int(moment.progress * len(layers)))
        elif moment.phase is Phase.ADJUST and rebuild.after is not None:
            changes = layer_arrays(self.architecture, rebuild.after.params - rebuild.before.params)
        return weights_heatmap(
            height,
            width,
            layers,
            look.theme,
            look.glyphs,
            active_layer=active,
            changes=changes,
            selected=None if chosen is None else (chosen.layer, chosen.row, chosen.column),
        )

    def _put_weight(self, cells: Cells, row: int, place: WeightPlace) -> None:
        """`A1 → 1·5  +0.832   slope −0.004`, or the value being typed."""
        look, _ = self.look, self.look.words
        labels = self.session.chair.labels
        source = source_name(self.architecture, labels, place, _("bias"))
        target = neuron_name(self.architecture, labels, place.layer + 1, place.column)
        index = parameter_index(self.architecture, place)
        if self.typed is not None:
            value = _("new value: {typed}_", typed=_.decimal(self.typed))
        else:
            weight = _.figure(float(self._params()[index]), digits=4)
            slope = _.figure(float(self.session.rebuild.gradient[index]), digits=2)
            value = _("weight {weight}  slope {slope}", weight=weight, slope=slope)
        text = f"{source} → {target}  {value}"
        cells.put(row, 0, fitted(text, cells.width, look.glyphs), look.theme.bright, attributes=BOLD)

    def _neuron(self, height: int, width: int, place: WeightPlace) -> Cells:
        """The neuron that the weight leads to: its strongest wires, and what it says to each part."""
        look, rebuild, labels = self.look, self.session.rebuild, self.session.chair.labels
        cells = Cells.blank(height, width, look.theme.text, look.theme.panel)
        if height < FEWEST_WIRES:
            return cells
        values = np.nan_to_num(rebuild.activations[place.layer + 1][:, place.column])
        wires = (self.architecture, labels, rebuild, place.layer, place.column, height)
        split = width * 2 // 3
        name = neuron_name(self.architecture, labels, place.layer + 1, place.column)
        drawn = neuron_wires(
            height,
            split - 1,
            incoming_wires(*wires),
            outgoing_wires(*wires),
            name,
            float(np.clip(values.mean(), -1, 1)),
            look.theme,
            look.glyphs,
            look.words.decimal("."),
        )
        cells.blit(drawn, 0, 0)
        bars = activation_per_part(height, width - split, np.clip(values, -1, 1), labels, look.theme, look.glyphs)
        cells.blit(bars, 0, split)
        return cells

    def on_click(self, event: events.Click) -> None:
        """Choose the weight under the mouse."""
        height = max(1, self.size.height - 2)
        map_height = max(2, min(height - 1, height // 2)) if self.focused else height
        shapes = [
            (fan_in + 1, fan_out)
            for fan_in, fan_out in zip(self.architecture.units, self.architecture.units[1:], strict=False)
        ]
        place = weight_at(map_height, max(1, self.size.width - 2), shapes, event.y - 1, event.x - 1)
        if place is not None:
            self.chosen, self.typed = WeightPlace(*place), None
            self.post_message(self.Chosen())
