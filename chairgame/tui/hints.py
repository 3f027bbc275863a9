"""What the news line says when there is no news: the phase that is shown, or the keys of what has the focus."""

from chairgame.game.session.beats import Phase
from chairgame.game.session.model import GameSession
from chairgame.text.catalogue import N_, Catalogue

PHASES = {
    Phase.BUILD: N_("Build: the brain puts every part where it thinks it goes (forward pass)."),
    Phase.MEASURE: N_("Measure: the scanner reads how far each part is from its place (loss)."),
    Phase.LISTEN: N_("Listen: arrows say which way; the signal runs back (backpropagation)."),
    Phase.ADJUST: N_("Adjust: every weight changes a little, and only the weights."),
}
PANELS = {
    "floor": N_("Workshop: ← → go through the parts, g takes one in hand, t sits. Esc back."),
    "black-box": N_("Black box: ↑ ↓ choose a part, g takes it in hand, Esc goes back."),
    "headphones": N_("Headphones: ← → turn the volume, the learning rate. Esc goes back."),
    "brain": N_("Brain: arrows choose a weight, Enter sets it, k follows its cable, Esc back."),
}
TYPING = N_("Type a number, Enter sets it, Esc leaves the weight as it was.")
FIRST_OF_ADAM = N_("Adjust: Adam's first step is equally long for every weight; later ones differ.")
BEGINNING = N_("Parts, no instructions. Space: the brain builds what it thinks they are.")
SHOWN_LONG_ENOUGH = 2.4  # seconds of a whole rebuild: in less nobody reads a sentence about a part of it


def hint(session: GameSession, panel: str, *, is_typing: bool, catalogue: Catalogue) -> str:
    """One sentence that fits the moment, or none."""
    if is_typing:
        return catalogue(TYPING)
    if panel in PANELS:
        return catalogue(PANELS[panel])
    phase = session.player.moment.phase
    if session.epoch == 0 and session.player.elapsed == 0 and not session.playing:
        return catalogue(BEGINNING)
    if phase is None or session.player.beat.seconds < SHOWN_LONG_ENOUGH:
        return ""
    if phase is Phase.ADJUST and session.epoch == 0 and session.settings.optimizer == "adam":
        return catalogue(FIRST_OF_ADAM)
    return catalogue(PHASES[phase])
