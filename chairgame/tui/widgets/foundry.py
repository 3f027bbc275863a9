"""The third act of the zoom: numbers by chance go downhill, and perhaps become an algorithm."""

from textwrap import wrap

from chairgame.game.story.zoom import ZoomPlay
from chairgame.graphics.cells.cells import BOLD, Cells
from chairgame.graphics.cells.emphasis import quiet
from chairgame.graphics.cells.lettering import fitted
from chairgame.graphics.instruments.foundry import formulas, number_table, table_columns
from chairgame.training.algorithm import Algorithm
from chairgame.tui.look import Look

FORMULA_COLUMNS = 34
TOP = 2  # rows above the numbers


def foundry_stage(height: int, width: int, play: ZoomPlay, guess: int, look: Look) -> Cells:
    """First the bet; then the numbers of the start, or what they have become; at the bottom what came of each count."""
    theme, _ = look.theme, look.words
    cells = Cells.blank(height, width, theme.text, theme.panel)
    if play.fewest is None:
        _put_lines(cells, 1, _question(play, guess, look), look)
        return cells
    cells.put(0, 1, fitted(_heading(play, look), width - 2, look.glyphs), theme.bright, attributes=BOLD)
    casting = play.casting
    if casting is None:
        _put_lines(cells, TOP, [(_explained(play, look), 0)], look)
    else:
        is_found, columns = play.algorithm is not None, table_columns(play.multiplications)
        is_roomy = width >= columns + FORMULA_COLUMNS + 3
        if not is_found or is_roomy:
            table = number_table(
                casting.looks[play.look].factors, lambda value: _number(value, look), theme, look.glyphs
            )
            cells.blit(table, TOP, 1)
        if is_found:
            _put_formulas(cells, play, columns + 3 if is_roomy else 1, look)
    _put_outcomes(cells, height - 1, play, look)
    return cells


def _number(value: float, look: Look) -> str:
    text = f"{value:+.1f}"
    return look.words.decimal("0" if float(text) == 0 else text.replace("-", "−"))


def _question(play: ZoomPlay, guess: int, look: Look) -> list[tuple[str, int]]:
    _ = look.words
    options = "   ".join(f"[ {n} ]" if n == guess else f"  {n}  " for n in play.setup.multiplications)
    return [
        ("( a b )   ( e f )     ( p q )", 0),
        ("( c d ) · ( g h )  =  ( r s )", 0),
        ("", 0),
        ("p = a·e + b·g    q = a·f + b·h", 0),
        ("r = c·e + d·g    s = c·f + d·h", 0),
        ("", 0),
        (_("At school that takes 8 multiplications. Sums cost next to nothing: only multiplications count."), 0),
        (_("How few will do? Bet, before anything runs."), BOLD),
        ("", 0),
        (options, BOLD),
    ]


def _heading(play: ZoomPlay, look: Look) -> str:
    _ = look.words
    casting = play.casting
    if casting is None:
        return _("with [ {n} ] multiplications", n=play.multiplications)
    shown = casting.looks[play.look]
    return _(
        "with [ {n} ] · start {start} · step {step} · missing {missing}",
        n=play.multiplications,
        start=play.drops,
        step=shown.step,
        missing=_.number(shown.missing, 3),
    )


def _explained(play: ZoomPlay, look: Look) -> str:
    return look.words(
        "{n} numbers by chance say what is added up for each multiplication, and where it goes. The box knows all "
        "products; the loss is what is missing of them. Space lets the numbers go downhill.",
        n=12 * play.multiplications,
    )


def _put_lines(cells: Cells, row: int, lines: list[tuple[str, int]], look: Look) -> None:
    for text, attributes in lines:
        for line in wrap(text, cells.width - 2) or [""]:
            cells.put(
                row, 1, fitted(line.rstrip(), cells.width - 2, look.glyphs), look.theme.bright, attributes=attributes
            )
            row += 1


def _put_formulas(cells: Cells, play: ZoomPlay, column: int, look: Look) -> None:
    """The multiplications, and what they add up to."""
    algorithm = play.algorithm
    assert algorithm is not None
    products, sums = formulas(algorithm.left, algorithm.right, algorithm.out)
    for row, text in enumerate((*products, "", *sums), start=TOP):
        shown = fitted(text, cells.width - column - 1, look.glyphs)
        cells.put(
            row, column, shown, look.theme.focus if row < TOP + len(products) else look.theme.text, attributes=BOLD
        )


def _put_outcomes(cells: Cells, row: int, play: ZoomPlay, look: Look) -> None:
    """`8 found   7 found   6 stuck at 1.02   5 ?`."""
    _, theme, column = look.words, look.theme, 1
    for number in play.setup.multiplications:
        outcome = play.outcomes.get(number)
        if outcome is None:
            text = f"{number} ?"
        elif isinstance(outcome, Algorithm):
            text = _("{n} found", n=number)
        else:
            text = _("{n} missing {missing}", n=number, missing=_.number(outcome, 2))
        colour = theme.good if isinstance(outcome, Algorithm) else theme.dim
        attributes = BOLD if isinstance(outcome, Algorithm) else quiet(theme)
        column = (
            cells.put(row, column, fitted(text, cells.width - column, look.glyphs), colour, attributes=attributes) + 3
        )
