"""How a shell finds the names of saved runs: when somebody asks, in the folder that the game looks into."""

import shlex
from pathlib import Path

_BASH = """\
_chairgame_runs() {
  local home=${CHAIRGAME_HOME:-} file name
  [[ -n $home ]] || home=@HOME@
  for file in "$home"/runs/*.run; do
    name=${file##*/} name=${name%.run}
    [[ -e $file && $name == "$1"* ]] && printf '%s\\n' "$name"
  done
  compgen -f -- "$1"
}
"""
_ZSH = """\
_chairgame_runs() {
  local home=${CHAIRGAME_HOME:-@HOME@}
  local -a names=("$home"/runs/*.run(N:t:r))
  compadd -a names
  _files
}
"""
_FISH = """\
function _chairgame_runs
  set -l home @HOME@
  test -n "$CHAIRGAME_HOME"; and set home $CHAIRGAME_HOME
  for file in $home/runs/*.run
    string replace -r '.*/(.*)\\.run$' '$1' -- $file
  end
  __fish_complete_path (commandline -ct)
end
"""


def run_names(usual_home: Path) -> dict[str, object]:
    """What shtab is told: the function of each shell that offers runs and files. `usual_home` serves where
    CHAIRGAME_HOME is not set."""
    home = shlex.quote(str(usual_home))
    functions = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}
    return {
        "bash": "_chairgame_runs",
        "zsh": "_chairgame_runs",
        "fish": "(_chairgame_runs)",
        "preamble": {shell: text.replace("@HOME@", home) for shell, text in functions.items()},
    }
