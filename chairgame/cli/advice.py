"""What would make the picture better or cheaper here, in sentences. Knows what was found; asks nobody."""

from collections.abc import Mapping

from chairgame.terminal.capabilities import Capabilities, Reason
from chairgame.terminal.depth import ColourDepth
from chairgame.text.catalogue import Catalogue

LONGEST_ESCAPE_TIME = 50  # milliseconds that nobody notices


def advice(found: Capabilities, environ: Mapping[str, str], _: Catalogue, *, shows_card: bool = True) -> list[str]:
    """A sentence for each thing that could be better; the most useful first. Some are about the test card."""
    return [
        *_about_colours(found, _, shows_card=shows_card),
        *_about_the_way(found, environ, _),
        *_about_the_terminal(found, _),
    ]


def _about_colours(found: Capabilities, _: Catalogue, *, shows_card: bool) -> list[str]:
    if found.depth_reason is Reason.NO_COLOR:
        return [_("NO_COLOR is set, so the game draws without colours; `--color truecolor` or the key K overrides it.")]
    if found.depth is ColourDepth.TRUECOLOR or found.depth_reason is Reason.OPTION:
        return []
    if found.inside == "tmux":
        line = 'set -as terminal-features ",*:RGB"'
        return [
            _("To let tmux pass all colours on, put `{line}` into ~/.tmux.conf and attach to tmux anew.", line=line)
        ]
    if found.inside == "screen":
        return [_("GNU screen passes no 24-bit colours on; tmux does.")]
    if found.depth_reason is Reason.NOTHING and shows_card:
        return [_("If the ramp above is smooth with `chairgame doctor --color truecolor`, play with that option.")]
    return []


def _about_the_way(found: Capabilities, environ: Mapping[str, str], _: Catalogue) -> list[str]:
    if not found.over_ssh:
        return []
    told = [_("Connect with `ssh -C`: compressed, the picture needs a fourth to a sixth of the bytes.")]
    if not environ.get("COLORTERM"):
        told.append(
            _(
                "COLORTERM did not come along: put `SendEnv COLORTERM` into ~/.ssh/config at your end, and the "
                "server's sshd_config needs `AcceptEnv COLORTERM`."
            )
        )
    return told


def _about_the_terminal(found: Capabilities, _: Catalogue) -> list[str]:
    told = []
    if found.tmux and (found.tmux.escape_time or 0) > LONGEST_ESCAPE_TIME:
        told.append(
            _(
                "tmux withholds Esc for {milliseconds} milliseconds; `set -sg escape-time 10` in ~/.tmux.conf "
                "ends that.",
                milliseconds=found.tmux.escape_time,
            )
        )
    if found.glyphs_reason is Reason.LOCALE and found.glyphs.value == "ascii":
        told.append(_("The locale is not one of UTF-8; `LANG=C.UTF-8 chairgame` draws with finer characters."))
    if found.answers is not None and not found.answers.complete:
        told.append(_("The terminal answers no questions; CHAIRGAME_NO_QUERY=1 saves the wait for it at each start."))
    return told
