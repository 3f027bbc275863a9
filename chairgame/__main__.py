"""`python -m chairgame` is the command `chairgame`."""

import sys

from chairgame.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
