"""Numbers as people write them: the language's own decimal mark, no powers of ten in code, no digits that say nothing.

Knows the mark alone, not the language: the instruments have no more.
"""

import math
from decimal import Decimal

MINUS, THIN = "−", "\N{THIN SPACE}"
MOST = 999_999  # beyond it a reading says only that it is beyond
MOST_DECIMALS = 5  # smaller than half of the last one is nothing
LONGEST_UNGROUPED = 4  # digits
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def figure(value: float, mark: str = ".", *, digits: int = 3, signed: bool = False) -> str:
    """A reading with so many figures that count: `0.0423`, `−12.3`, `1 234 567` is `>999 999`; `?` for no number."""
    if not math.isfinite(value):
        return "?"
    size = abs(value)
    if size > MOST:
        return f">{_grouped(str(MOST))}" if value > 0 else f"<{MINUS}{_grouped(str(MOST))}"
    above = math.floor(math.log10(size)) if size else 0
    text = f"{size:.{min(MOST_DECIMALS, max(0, digits - 1 - above))}f}"
    if not float(text):
        return "0"
    return _sign(value, signed=signed) + _marked(text, mark)


def fixed(value: float, digits: int, mark: str = ".", *, signed: bool = False) -> str:
    """A measure with so many digits behind the mark: `12.3`; as `figure` where there is no number, or a huge one."""
    if not abs(value) <= MOST:
        return figure(value, mark, signed=signed)
    return _sign(value, signed=signed) + _marked(f"{abs(value):.{digits}f}", mark)


def exact(value: float, mark: str = ".") -> str:
    """A setting with every digit that it has: `0.00001`, `0.5`, `100`, `20 000`; `?` for no number."""
    if not math.isfinite(value):
        return "?"
    text = format(Decimal(repr(abs(float(value)))), "f")
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    return _sign(value, signed=False) + _marked(f"{whole}.{fraction}" if fraction else whole, mark)


def tick(value: float, mark: str = ".") -> str:
    """A round number at an axis: as it is, or `10⁸` where that would be long."""
    if not MOST < value < math.inf:
        return exact(value, mark)
    return "10" + str(round(math.log10(value))).translate(SUPERSCRIPTS)


def _sign(value: float, *, signed: bool) -> str:
    return MINUS if value < 0 else "+" if signed else ""


def _marked(text: str, mark: str) -> str:
    """A number that Python has written, in the reader's way."""
    whole, point, fraction = text.partition(".")
    return _grouped(whole) + (mark + fraction if point else "")


def _grouped(digits: str) -> str:
    """Thousands apart, from five digits on."""
    if len(digits) <= LONGEST_UNGROUPED:
        return digits
    first = len(digits) % 3
    groups = [digits[:first]] * bool(first) + [digits[i : i + 3] for i in range(first, len(digits), 3)]
    return THIN.join(groups)
