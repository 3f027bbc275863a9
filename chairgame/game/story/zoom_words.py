"""What the zoom says: when it arrives, and when a start has come to something or to nothing."""

from chairgame.game.news import Count, News, Rate
from chairgame.text.catalogue import N_

FEWEST = 7  # nobody can do with fewer. Source: Winograd (1971), On multiplication of 2 × 2 matrices
NEARLY = 0.5  # less than that is missing where the numbers are an algorithm, if only a crooked one


def arrived(steps: int, bet: int | None) -> News:
    """At the last number: how often it grew tenfold, and what was bet."""
    if bet == steps:
        return News(
            N_("{n} times, as you said. Nothing new came on the way, only more of the same."), {"n": Count(steps)}
        )
    fields = {"n": Count(steps), "bet": Count(bet or 0)}
    return News(N_("{n} times; you said {bet}. Nothing new came on the way, only more of the same."), fields)


def found_words(multiplications: int, right: int) -> News:
    """A start has become an algorithm, and so many of 1,000 products by chance came out exactly."""
    fields = {"n": Count(multiplications), "right": Count(right)}
    if multiplications == FEWEST:
        message = N_("{n} multiplications, in whole numbers: one in eight saved. {right} of 1,000 products are exact.")
    else:
        message = N_("{n} multiplications, in whole numbers. {right} of 1,000 products are exact. Will fewer do?")
    return News(message, fields)


def stuck_words(missing: float) -> News:
    """A start has come to its end without."""
    if missing < NEARLY:
        return News(N_("It multiplies, but with crooked numbers: no algorithm. Space drops other numbers."))
    message = N_("Stuck: {missing} is missing, and 1 is one whole product. Space drops other numbers.")
    return News(message, {"missing": Rate(round(missing, 2))})
