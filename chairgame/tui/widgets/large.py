"""Large numbers as people say them: 9,216, 117 million, 1.5 billion."""

from chairgame.text.catalogue import Catalogue

MILLION, BILLION = 1_000_000, 1_000_000_000


def large_in_words(number: int, _: Catalogue) -> str:
    """Whole as long as that is short, then with the figures that count."""
    if number < MILLION:
        return _.whole(number)
    size, word = (BILLION, _("billion")) if number >= BILLION else (MILLION, _("million"))
    share = number / size
    return f"{_.number(share, 0 if share >= 10 or share == int(share) else 1)} {word}"
